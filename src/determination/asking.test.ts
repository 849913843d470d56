import { describe, expect, it } from 'vitest'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

describe('what is asked of an item made elsewhere', () => {
  const engine = smallEngine(projectLaw())
  const answered = (item: object) =>
    engine.determine(
      fullDeal({
        route: { from: 'DE', to: 'CN', via: [] },
        items: [{ id: 'pump', kind: 'other', claimed: { EU: ['not-listed'] }, ...item }],
      }),
    )
  const asked = (item: object): readonly string[] => answered(item).missing.map(({ fact }) => fact)
  const direct = (item: object): string | undefined =>
    answered(item)
      .jurisdictions.find(({ jurisdiction }) => jurisdiction === 'US')
      ?.nexus.find(({ kind }) => kind === 'direct-product')?.because

  it('is its origin first, and once that is stated what is in it and what made it', () => {
    expect(asked({})).toEqual(expect.arrayContaining(['origin', 'content', 'madeWith']))
    expect(asked({ origin: 'DE' })).toEqual(expect.arrayContaining(['content', 'madeWith']))
    expect(asked({ origin: 'DE' })).not.toContain('origin')
  })

  it('is told in one sentence where nothing is said of making, and rule by rule where something is', () => {
    const madeWith = [{ what: 'technology', origin: 'US' }]
    expect(direct({ origin: 'DE' })?.split(/(?<=\.) /)).toHaveLength(1)
    expect(direct({ origin: 'DE' })).toContain('National security (US:734.9(b))')
    expect(direct({ origin: 'DE', madeWith })).toContain(
      'National security (US:734.9(b)) is open: ',
    )
  })
})

describe('a service on what may stay where it is', () => {
  const engine = smallEngine(projectLaw())
  const items = [{ id: 'etcher', kind: 'sme.etch.dry.anisotropic', origin: 'US' }]
  const route = { from: 'US', to: 'KR', via: [] }
  const asked = (more: object): readonly string[] =>
    engine
      .determine(fullDeal({ kind: 'service', route, items, ...more }))
      .missing.filter(({ fact }) => fact === 'service.tools')
      .flatMap(({ wouldDecide }) => wouldDecide)

  it('asks first which items are tools, where rules on supply would ask for a licence', () => {
    expect(asked({})).toContain('US:742.4(a)(4)')
    expect(asked({ service: { tools: ['etcher'] } })).toEqual([])
    expect(asked({ service: { tools: [] } })).toEqual([])
  })
})

describe('a part of the law that no rule decides', () => {
  const engine = smallEngine(projectLaw())
  const asked = (parties: readonly object[]): readonly string[] =>
    engine
      .determine(
        fullDeal({
          route: { from: 'US', to: 'CA', via: [] },
          items: [{ id: 'tent', kind: 'other', claimed: { US: ['EAR99'] }, origin: 'US' }],
          parties: [{ role: 'exporter', name: 'Saltmarsh Inc', country: 'US' }, ...parties],
        }),
      )
      .missing.filter(({ wouldDecide }) =>
        wouldDecide.some((what) => what.startsWith('US: Sanctions programmes')),
      )
      .map(({ fact }) => fact)

  it('asks for what would tell whether it matters: who uses the goods, where a trader buys them', () => {
    const trader = { role: 'purchaser', name: 'Yukon Camp Shop', country: 'CA', type: 'trader' }
    expect(asked([trader])).toEqual(['parties[end-user].country'])
    expect(asked([{ role: 'end-user', name: 'A. Camper', country: 'CA' }])).toEqual([])
  })
})
