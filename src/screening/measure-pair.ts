import { type ComparedParty, isPersonPair, isShipPair, sharedMatcher } from './compare-parties.ts'
import { type IndicationKind, weighEvidence } from './evidence.ts'
import { namesOf } from './printed-names.ts'

/** One pair of readings of one pair of names, as the weights see it. */
export interface NamesMeasure {
  /** In the order of `NAME_FEATURES`. */
  readonly values: Float64Array
  /** One of the two is printed in other letters than Latin ones. */
  readonly isForeign: boolean
  /** Held below by rule, whatever the weights: general words alone. */
  readonly isEmpty: boolean
  /** What the log-odds are at least by rule, or -Infinity. */
  readonly least: number
}

/** What the weights are fitted on: all pairs of names that may decide, and what else was found. */
export interface PairMeasure {
  readonly isPerson: boolean
  /** The best first, by the weights of now; no two alike. */
  readonly names: readonly NamesMeasure[]
  readonly indications: readonly IndicationKind[]
}

const MOST = 30

export function measurePair(asked: ComparedParty, listed: ComparedParty): PairMeasure {
  const matcher = sharedMatcher()
  const isPerson = isPersonPair(asked, listed)
  const isShip = isShipPair(asked, listed)
  const found = new Map<string, readonly [number, NamesMeasure]>()
  let [most, isBranch] = [Number.NEGATIVE_INFINITY, false]
  const listedNames = namesOf(listed, matcher.words).flatMap(({ forms }) => forms)
  for (const left of namesOf(asked, matcher.words, true).flatMap(({ forms }) => forms)) {
    for (const right of listedNames) {
      const logOdds = matcher.compare(left, right, isPerson, isShip)
      const { values, isEmpty, least } = matcher.features
      if (logOdds > most) isBranch = !isPerson && matcher.features.isBranch
      most = Math.max(most, logOdds)
      const isForeign = left.isForeign !== right.isForeign
      const key = `${isForeign} ${values.join()} ${isEmpty} ${least}`
      if (found.has(key)) continue
      found.set(key, [logOdds, { values: values.slice(), isForeign, isEmpty, least }])
    }
  }
  const best = [...found.values()].toSorted(([a], [b]) => b - a).slice(0, MOST)
  return {
    isPerson,
    names: best.map(([, measure]) => measure),
    indications: weighEvidence(asked, listed, isBranch).flatMap(({ kind, isExplained }) =>
      isExplained === true ? [] : [kind],
    ),
  }
}
