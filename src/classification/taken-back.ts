import { FALSE } from '../kernel/index.ts'
import type { Presumption } from '../rulebook/index.ts'
import type { Decided } from './decided.ts'

/**
 * Presumptions that a claim takes back. Whoever claims an entry that cannot hold without a rare rating
 * says that the item has it: that nobody stated the figure is then a question, and contradicts nobody.
 * A claim that may also hold by other paragraphs says nothing of the rating.
 */
export function takenBack(
  decisions: Iterable<Decided>,
  presumed: readonly Presumption[],
): readonly Presumption[] {
  const found = new Set<Presumption>()
  for (const { contradictions, evaluation } of decisions) {
    for (const { entries } of contradictions) {
      const claimed = evaluation.candidates.list.filter(
        ({ encoded }, index) =>
          entries.includes(encoded.entry.id) && evaluation.truths[index] === FALSE,
      )
      if (claimed.length < entries.length) continue
      for (const one of presumed) {
        if (claimed.every(({ presumptions }) => presumptions.includes(one))) found.add(one)
      }
    }
  }
  return [...found]
}
