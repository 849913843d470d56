import { UNKNOWN } from '../kernel/index.ts'
import { type FactTable, PRESUMED_ABSENT, type Presumption } from '../rulebook/index.ts'
import type { Decided } from './decided.ts'
import { decide } from './evaluate.ts'
import type { Assumption } from './model.ts'

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

function restsOn({ evaluation, vocabulary }: Decided, presumption: Presumption): boolean {
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

/** With the slots read as absent for the time being. */
function without(facts: FactTable, slots: readonly number[], ask: () => boolean): boolean {
  for (const slot of slots) facts.slots[slot] = undefined
  try {
    return ask()
  } finally {
    for (const slot of slots) facts.slots[slot] = PRESUMED_ABSENT
  }
}
