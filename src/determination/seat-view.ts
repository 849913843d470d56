import type { Rulebook } from '../rulebook/index.ts'
import { Circumstances } from './circumstances.ts'
import type { DealContext } from './deal-context.ts'
import type { Names } from './identity.ts'
import { destinationsOf, type Inside, insideOf } from './jurisdiction/movements.ts'
import type { LawPeriods } from './law-periods.ts'
import { type LawSight, outcomesOf, territoriesOf } from './law-sight.ts'
import { encoded } from './sheet.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'
import { inText } from './wording.ts'

type Place = string | undefined

/** A deal as the law of one seat reads it. */
export interface SeatView {
  /** Where rules are read for. */
  readonly destinations: readonly Place[]
  /** Which of the stated destinations of the deal each is. */
  readonly to: readonly number[]
  /** The same as a text. */
  readonly toAll: string
  readonly inside: Inside | undefined
  /** Stands for how all that some law compares of the deal comes out. */
  sightFor(law: LawSight): number
}

/** A deal as all seats read it that may hold it. */
export interface SeatViews {
  readonly bySeat: ReadonlyMap<string, SeatView>
  /** Stated destinations of any seat, as they stand within a text of JSON. */
  readonly texts: readonly string[]
  readonly bytes: readonly Uint8Array[]
}

/** What deals are read with. */
export interface SeatReading {
  readonly rulebook: Rulebook
  readonly language: CircumstanceLanguage
  readonly names: Names
  readonly periods: LawPeriods
}

/** Worked out once for a deal and those who hold it. */
export function seatViewsOf(
  deal: DealContext,
  circumstances: Circumstances,
  reading: SeatReading,
): SeatViews {
  const isSentAbroad = circumstances.get('deemed_export') === false
  const how = { closed: deal.closed, isSentAbroad }
  const stated: Place[] = []
  const bySeat = new Map<string, SeatView>()
  for (const { seat } of deal.holds) {
    const destinations = destinationsOf(deal.arranged, how, seat.movements)
    for (const place of destinations) {
      if (place !== undefined && !stated.includes(place)) stated.push(place)
    }
    const to = destinations.map((place) => stated.indexOf(place))
    const inside = insideOf(seat.movements, seat.jurisdiction, deal.arranged)
    const known = new Map<LawSight, number>()
    const sightFor = (law: LawSight): number => {
      const before = known.get(law)
      if (before !== undefined) return before
      const text = sightOf(deal, circumstances, law, destinations, reading)
      const number = reading.names.of(`${inside?.what} ${text}`)
      known.set(law, number)
      return number
    }
    bySeat.set(seat.jurisdiction.code, { destinations, to, toAll: to.join(), inside, sightFor })
  }
  const texts = stated.map((place) => inText(place ?? ''))
  return { bySeat, texts, bytes: encoded(texts) }
}

function sightOf(
  { arranged, asOf, knownAt, closed, metAlone }: DealContext,
  circumstances: Circumstances,
  law: LawSight,
  destinations: readonly Place[],
  { rulebook, language, names, periods }: SeatReading,
): string {
  const isFromOpen = arranged.transaction.route?.from === undefined
  let text = `${names.of(law.standing)} ${closed} ${metAlone} ${isFromOpen} ${outcomesOf(law.comparisons, circumstances)}`
  const alone = new Circumstances(language.vocabulary, asOf)
  for (const place of destinations) {
    if (place === undefined) {
      text += ' -'
      continue
    }
    alone.set('destination', place)
    text += ` ${outcomesOf(law.ofDestination, alone)}`
    if (!law.looksAbroad) continue
    for (const code of territoriesOf(place, rulebook)) text += ` ${periods.of(code, asOf, knownAt)}`
  }
  return text
}
