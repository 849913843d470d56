import { contains, type LegalDate } from '../kernel/index.ts'
import type { CoverageState, Rulebook } from './model.ts'

/**
 * What the entries of a jurisdiction cover of a kind on a day. `complete`: nothing met may be read as
 * not listed by technical features. `partly`: none of the encoded paragraphs is met, and the answer
 * stays open. `none`: nothing met says nothing; also for a jurisdiction or kind nobody encoded.
 */
export function coverageOf(
  rulebook: Pick<Rulebook, 'jurisdictions'>,
  jurisdiction: string,
  kind: string,
  day: LegalDate,
): CoverageState {
  const coverage = rulebook.jurisdictions.get(jurisdiction)?.coverage
  const complete = coverage?.complete.get(kind)
  if (complete !== undefined && contains(complete, day)) return 'complete'
  const partly = coverage?.partly.get(kind)
  return partly !== undefined && contains(partly, day) ? 'partly' : 'none'
}
