import { UNKNOWN } from '../kernel/index.ts'
import { type FactTable, PRESUMED_ABSENT, type Presumption } from '../rulebook/index.ts'
import type { Decided } from './decided.ts'
import { decide } from './evaluate.ts'
import { type Assumption, SET_ASIDE } from './model.ts'

/**
 * Presumptions that mattered: without them some entry that could speak of the item would be undecided
 * and, as it is, is not.
 */
export function assumptionsOf(
  presumed: readonly Presumption[],
  decisions: readonly Decided[],
): readonly Assumption[] {
  return presumed
    .filter((presumption) => decisions.some((decided) => restsOn(decided, presumption)))
    .map(({ what, cite }) => ({ what, cite }))
}

function restsOn(decided: Decided, presumption: Presumption): boolean {
  const { evaluation, vocabulary } = decided
  if (presumption.parameters.includes(SET_ASIDE)) return restsOnCoverage(decided)
  const { candidates, facts, truths } = evaluation
  const touched = candidates.list.filter(
    (candidate, index) => truths[index] !== UNKNOWN && candidate.presumptions.includes(presumption),
  )
  if (touched.length === 0) return false
  const slots = presumption.parameters.flatMap((id) => vocabulary.slot(id) ?? [])
  return without(facts, slots, () =>
    touched.some((candidate) => decide(candidate, facts) === UNKNOWN),
  )
}

/** That a list is complete for the kind decides, and nobody claims where the item belongs. */
function restsOnCoverage({ coverage, met, notListedClaim }: Decided): boolean {
  if (coverage !== 'complete' || notListedClaim !== undefined) return false
  return met.every(({ claim }) => claim === undefined)
}

/** With the slots read as absent for the time being. */
function without(facts: FactTable, slots: readonly number[], ask: () => boolean): boolean {
  for (const slot of slots) facts.slots[slot] = undefined
  try {
    return ask()
  } finally {
    for (const slot of slots) facts.slots[slot] = PRESUMED_ABSENT
  }
}
