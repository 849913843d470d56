import { FALSE } from '../kernel/index.ts'
import type { Evaluation } from './evaluate.ts'
import { EncodedFinding, type FindingContext, type Verdict } from './finding.ts'

const SHOWN = 5
/** Percent of a threshold beyond which nobody would call it near. */
const NEAR = 50

const MISSED: Verdict = {
  truth: FALSE,
  byParameters: FALSE,
  provisional: false,
  claim: undefined,
}

/** Entries that only numbers eliminate, the nearest first. */
export function nearMissesOf(
  { candidates, truths }: Evaluation,
  context: FindingContext,
): readonly EncodedFinding[] {
  const misses: { readonly distance: number; readonly finding: EncodedFinding }[] = []
  for (const [index, candidate] of candidates.list.entries()) {
    if (truths[index] !== FALSE) continue
    const { criteria } = candidate.encoded
    if (criteria.evaluate(context.facts) !== FALSE) continue
    const distance = criteria.distance(context.facts)
    if (distance > NEAR) continue
    misses.push({ distance, finding: new EncodedFinding(candidate, MISSED, context) })
  }
  return misses
    .sort((left, right) => left.distance - right.distance)
    .slice(0, SHOWN)
    .map(({ finding }) => finding)
}
