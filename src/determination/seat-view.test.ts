import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { circumstancesOfDeal } from './deal-circumstances.ts'
import type { DealContext } from './deal-context.ts'
import { HoldFinder } from './holds.ts'
import { Identities, Names } from './identity.ts'
import { createLawFinder } from './law-in-force.ts'
import { LawPeriods } from './law-periods.ts'
import { lawSightOf, outcomesOf } from './law-sight.ts'
import { createReleaseReader } from './release.ts'
import { type SeatView, seatViewsOf } from './seat-view.ts'
import { day, fullDeal, smallEngine } from './small-law.fixture.ts'
import { createCircumstanceLanguage } from './vocabulary.ts'
import { markFor } from './wording.ts'

const { rulebook, parse } = smallEngine()
const language = createCircumstanceLanguage(rulebook)
const holds = new HoldFinder(rulebook, language, new Identities())
const lawOf = createLawFinder(rulebook, language)
const reading = { rulebook, language, names: new Names(100), periods: new LawPeriods(rulebook) }

type Changes = Readonly<Record<string, unknown>>

function viewed(changes: Changes = {}, asOf = '2024-08-01') {
  const arranged = arrange(parse(fullDeal(changes)))
  const { vocabulary } = language
  const today = day(asOf)
  const isSentAbroad = createReleaseReader(rulebook)
  const circumstances = circumstancesOfDeal(arranged, vocabulary, today, isSentAbroad)
  const deal: DealContext = {
    arranged,
    looks: [],
    holds: holds.holdsOn(arranged, [], today),
    asOf: today,
    knownAt: today,
    closed: false,
    metAlone: false,
    explain: false,
    screener: undefined,
    mark: markFor(arranged.text),
  }
  return { deal, circumstances, ...seatViewsOf(deal, circumstances, reading) }
}

const [endUser] = fullDeal().parties
const to = (place: string): Changes => ({
  route: { from: 'US', to: place, via: [] },
  parties: [{ ...endUser, country: place, headquarters: place }],
})

const seatOf = ({ bySeat }: ReturnType<typeof viewed>, code = 'US'): SeatView => {
  const found = bySeat.get(code)
  if (found === undefined) throw new Error(`${code} has no hold`)
  return found
}

/** All that the law of the US may read for an item on no entry, on the first of August 2024. */
const law = lawOf('US', day('2024-08-01'), day('2024-08-01'))
const NO_MORE = { comparisons: { ofGaps: [], ofReach: [] }, reachTables: [] }
const general = lawSightOf(law, [], NO_MORE, 'no', { of: () => '', whole: '' })
const sight = (changes: Changes, asOf?: string) => seatOf(viewed(changes, asOf)).sightFor(general)

describe('a deal as the law of a seat reads it', () => {
  it('goes to each place where the goods or their user are, told once and by number', () => {
    const seen = viewed({
      route: { from: 'US', to: 'SG', via: [] },
      parties: [{ ...endUser, country: 'JP' }],
    })
    const { destinations, to: numbers, inside } = seatOf(seen)
    expect(new Set(destinations)).toEqual(new Set(['SG', 'JP']))
    expect(destinations.map((_, at) => seen.texts[numbers[at] ?? -1])).toEqual(destinations)
    expect(seen.bytes.map((one) => Buffer.from(one).toString())).toEqual(seen.texts)
    expect(inside).toBeUndefined()
  })

  it('looks like another to places that no comparison of the law tells apart', () => {
    expect(sight(to('RU'))).not.toBe(sight(to('SG')))
    const alike = ['SG', 'JP'].map((place) => sight(to(place)))
    const told = ['SG', 'JP'].map((place) =>
      outcomesOf(general.ofDestination, viewed(to(place)).circumstances),
    )
    expect(alike[0] === alike[1]).toBe(told[0] === told[1])
  })

  it('looks like another whatever its parties, its lines and its id are called', () => {
    const parties = [{ ...endUser, name: 'Another Firm' }]
    const items = [{ id: 'other', kind: 'ic.processor', characteristics: { tpp: 9000 } }]
    expect(sight({ parties, items, id: 'x' })).toBe(sight({}))
  })

  it('looks otherwise where a comparison comes out otherwise, or on another day', () => {
    expect(sight({ endUse: { uses: ['civil'], military: false, wmd: true } })).not.toBe(sight({}))
    expect(sight({ endUse: { uses: ['civil'], military: false } })).not.toBe(sight({}))
    expect(sight({}, '2020-06-01')).not.toBe(sight({}))
    expect(sight({ route: { to: 'JP', via: [] } })).not.toBe(sight({}))
  })
})
