import { daysAfter, type Interval, type LegalDate } from '../kernel/index.ts'
import { diffDays, type LawDifference } from './diff.ts'
import type { Rulebook } from './model.ts'

/** What changed on a day. */
export interface LawChange extends LawDifference {
  readonly on: LegalDate
}

/**
 * What changes after one day up to and with another, in the order of the days. A day from which a text
 * is merely known is no change of the law; nor is what stands there beside a real one left out.
 */
export function changesBetween(
  rulebook: Rulebook,
  since: LegalDate,
  until: LegalDate,
): readonly LawChange[] {
  return daysOfChange(rulebook)
    .filter((on) => on > since && on <= until)
    .flatMap((on) => diffDays(rulebook, daysAfter(on, -1), on).map((one) => ({ on, ...one })))
}

/** Days on which something begins, or on whose eve something ends. */
function daysOfChange(rulebook: Rulebook): readonly LegalDate[] {
  const { entries, rules, authorisations, restrictions, redFlags, groupFacts } = rulebook
  const { groups, moves, held, treated } = groupFacts
  const intervals: readonly Interval[] = [
    ...[entries, rules, authorisations, restrictions, redFlags].flat().map((one) => one.effective),
    ...[groups, moves, held, treated].flat().map((one) => one.effective),
    ...[entries, rules].flat().flatMap((one) => one.suspended),
    ...rules.flatMap((rule) => rule.administered.map((line) => line.effective)),
  ]
  const days = intervals.flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [daysAfter(to, 1)]),
  ])
  return [...new Set(days)].toSorted()
}
