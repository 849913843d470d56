import { describe, expect, it } from 'vitest'
import { actsOn } from './acts.ts'
import { fullDeal, ruleOf, smallEngine } from './small-law.fixture.ts'

const acts = (transaction: Parameters<typeof actsOn>[1], isActivity = false) => [
  ...actsOn('tool', transaction, isActivity).acts,
]
const item = { id: 'tool' }

describe('what is done with an item', () => {
  it('is supply, but for a service', () => {
    expect(acts({ items: [], kind: 'export' })).toEqual(['supply'])
    expect(acts({ items: [] })).toEqual(['supply'])
    expect(acts({ items: [], kind: 'service' }, true)).toEqual(['service'])
  })
  it('is service on tools that stay, and supply of what comes with it', () => {
    expect(acts({ items: [], kind: 'service', service: { tools: ['tool'] } })).toEqual(['service'])
    expect(acts({ items: [], kind: 'service', service: { tools: ['other'] } })).toEqual(['supply'])
  })
  it('is open where a service does not say on what', () => {
    expect(acts({ items: [], kind: 'service' })).toEqual(['supply', 'service'])
  })
})

describe('a service on a tool', () => {
  const deal = (changes: object) =>
    smallEngine().determine(
      fullDeal({
        kind: 'service',
        service: { tools: ['tool'] },
        route: { from: 'US', to: 'CN', via: [] },
        items: [{ ...item, kind: 'ic.processor', characteristics: { tpp: 9000, hard: false } }],
        ...changes,
      }),
    )
  it('needs no licence for supplying the tool', () => {
    expect(ruleOf(deal({}), 'US:RS')).toBeUndefined()
    expect(ruleOf(deal({ service: { tools: [] } }), 'US:RS')?.truth).toBe('true')
  })
  it('is held through who acts, also in the territory', () => {
    expect(ruleOf(deal({ persons: [{ usPerson: true }] }), 'US:person')?.truth).toBe('true')
    expect(ruleOf(deal({ persons: [{ usPerson: false }] }), 'US:person')).toBeUndefined()
  })
  it('knows a person by nationality, residence and place', () => {
    const held = (person: object) =>
      deal({ route: { from: 'CN', to: 'CN', via: [] }, persons: [person] }).jurisdictions.find(
        ({ jurisdiction }) => jurisdiction === 'US',
      )?.nexus
    const byPerson = (person: object) => held(person)?.find(({ kind }) => kind === 'person')?.truth
    expect(byPerson({ nationalities: ['DE', 'US'] })).toBe('true')
    expect(byPerson({ permanentResidence: 'US' })).toBe('true')
    expect(byPerson({ location: 'US' })).toBe('true')
    expect(byPerson({ nationalities: ['DE'] })).toBe('unknown')
    expect(byPerson({ nationalities: ['US'], usPerson: false })).not.toBe('true')
  })
})
