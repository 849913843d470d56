import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { PLACED_BY_DEAL, placesOf } from './missing.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

const { rulebook, parse } = smallEngine()
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
