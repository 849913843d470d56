import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { MissingFacts, PLACED_BY_DEAL, placesOf } from './missing.ts'
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
    missing.add('content', 'mill', 'What is in it?', ['US: jurisdiction', 'us-content'], false)
    missing.add('axes', 'mill', 'How many axes?', ['US:2B001'], false)
    missing.add('claimed.JP', 'mill', 'What is its code?', ['JP: lists'], true)
    missing.add('endUse', 'transaction', 'What for?', ['JP:use'], true)
    missing.add('endUse', 'transaction', 'What for?', ['US:use'], false)
    expect(missing.list()).toEqual([
      {
        ...{ fact: 'endUse', of: 'transaction', why: 'What for?' },
        wouldDecide: ['JP:use', 'US:use'],
      },
      {
        ...{ fact: 'claimed.JP', of: 'mill', why: 'What is its code?' },
        wouldDecide: ['JP: lists'],
      },
      {
        ...{ fact: 'content', of: 'mill', why: 'What is in it?' },
        wouldDecide: ['US: jurisdiction', 'us-content'],
      },
      { ...{ fact: 'axes', of: 'mill', why: 'How many axes?' }, wouldDecide: ['US:2B001'] },
    ])
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
