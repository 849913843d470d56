import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { MissingFacts, PLACED_BY_DEAL, placesOf } from './missing.ts'
import { RuleList } from './rule-list.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

const { rulebook, parse, determine } = smallEngine()
const DEALS = [
  fullDeal(),
  fullDeal({ parties: [], route: {}, kind: 'service', endUse: {} }),
  fullDeal({ technology: { means: 'email' }, persons: [{ usPerson: true }], knowledge: {} }),
  fullDeal({ parties: [{ role: 'exporter', name: 'Fernhill' }] }),
  fullDeal({ parties: [{ role: 'end-user', name: 'Kiku KK' }] }),
].map((stated) => arrange(parse(stated)))

const placesIn = (id: string) => DEALS.map((deal) => placesOf(id, rulebook, deal, 'the item'))

describe('where a circumstance would be stated', () => {
  it('is the same in every deal but for those that the deal places', () => {
    const others = [...rulebook.circumstances.keys()].filter((id) => !PLACED_BY_DEAL.includes(id))
    expect(others.length).toBeGreaterThan(10)
    for (const id of others) {
      const [first, ...rest] = placesIn(id)
      for (const places of rest) expect(places).toEqual(first)
    }
  })

  it.each([
    'destination',
    'headquarters',
    'end_user_country',
    'facility_node_nm',
    'claimed_unlisted',
  ])('depends on who takes part and where it goes: %s', (id) => {
    expect(PLACED_BY_DEAL).toContain(id)
    expect(new Set(placesIn(id).map((places) => JSON.stringify(places))).size).toBeGreaterThan(1)
  })
})

describe('missing facts', () => {
  it('of a law that applies stand before those of laws that may apply, and what decides most first', () => {
    const missing = new MissingFacts()
    const ask = (fact: string, of: string, decides: string[], isOfLaw: boolean): void =>
      missing.add(fact, of, `Which ${fact}?`, RuleList.of(decides), isOfLaw)
    ask('content', 'mill', ['us-content', 'US: jurisdiction'], false)
    ask('axes', 'mill', ['US:2B001'], false)
    ask('claimed.JP', 'mill', ['JP: lists'], true)
    ask('endUse', 'transaction', ['US:use'], true)
    ask('endUse', 'transaction', ['JP:use', 'US:use'], false)
    const told = missing.list().map(({ decides, ...fact }) => ({ ...fact, decides: decides.ids }))
    expect(told).toMatchObject([
      { fact: 'endUse', of: 'transaction', why: 'Which endUse?', decides: ['JP:use', 'US:use'] },
      { fact: 'claimed.JP', of: 'mill', decides: ['JP: lists'] },
      { fact: 'content', of: 'mill', decides: ['US: jurisdiction', 'us-content'] },
      { fact: 'axes', of: 'mill', decides: ['US:2B001'] },
    ])
  })
})

describe('lists of rules', () => {
  it('are one object where they hold the same, alone and together', () => {
    const [left, right] = [RuleList.of(['US:b', 'US:a', 'US:b']), RuleList.of(['JP:c'])]
    expect(left.ids).toEqual(['US:a', 'US:b'])
    expect(RuleList.of(['US:a', 'US:b'])).toBe(left)
    const both = left.with(right)
    expect(both.ids).toEqual(['JP:c', 'US:a', 'US:b'])
    expect(right.with(left)).toBe(both)
    expect(both.with(left)).toBe(both)
    expect(JSON.parse(`[${both.text}]`)).toEqual(both.ids)
  })
})

describe('the kind of an item', () => {
  const asked = (stated: object): readonly string[] =>
    determine(fullDeal({ items: [{ id: 'chip', ...stated }] }))
      .missing.filter(({ fact }) => fact === 'kind')
      .map(({ why }) => why)
  it('is asked for more exactly where a wider one is stated', () => {
    expect(asked({ kind: 'ic' })).toEqual([
      'Of which kind within ic is it? `navicert find ic` shows kinds.',
    ])
    expect(asked({})).toEqual(['What it is.'])
    expect(asked({ kind: 'unknown' })).toEqual(['What it is.'])
  })
})
