import { FALSE, UNKNOWN } from '../kernel/index.ts'
import { type FactTable, STATED_UNKNOWN, type Vocabulary } from '../rulebook/index.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import { ALSO_MEETS, CONTAINS_CODE, MEETS } from './entry-reading.ts'

/** Where to look for what keeps computed parameters open. */
export interface MissingElsewhere {
  inContent(asked: readonly string[]): readonly string[]
  inOtherEntries(codes: readonly string[], bases: readonly string[]): readonly string[]
}

/** What would decide an entry that its criteria leave open: characteristics that can be stated. */
export function missingFor(
  encoded: EncodedEntry,
  facts: FactTable,
  vocabulary: Vocabulary,
  elsewhere: MissingElsewhere,
): readonly string[] {
  const open = new Set<string>()
  if (encoded.criteria.evaluate(facts) === FALSE) return []
  encoded.criteria.collectMissing(facts, open)
  if (encoded.excluded?.evaluate(facts) === UNKNOWN) encoded.excluded.collectMissing(facts, open)
  const missing = new Set<string>()
  for (const id of open) {
    for (const path of pathsOf(id, encoded, facts, vocabulary, elsewhere)) missing.add(path)
  }
  return [...missing]
}

function pathsOf(
  id: string,
  encoded: EncodedEntry,
  facts: FactTable,
  vocabulary: Vocabulary,
  elsewhere: MissingElsewhere,
): readonly string[] {
  switch (id) {
    case CONTAINS_CODE:
      return elsewhere.inContent(encoded.asksContent)
    case MEETS:
      return elsewhere.inOtherEntries(encoded.asksMet, [])
    case ALSO_MEETS:
      return elsewhere.inOtherEntries([], encoded.asksBase)
    default:
      return inputsToState(id, facts, vocabulary)
  }
}

/** For a derived parameter the inputs still lacking: of a density the area, where the performance is known. */
function inputsToState(id: string, facts: FactTable, vocabulary: Vocabulary): readonly string[] {
  const inputs = vocabulary.inputsOf(id)
  if (inputs.length === 1 && inputs[0] === id) return [id]
  const lacking = inputs.filter((input) => !isKnown(input, facts, vocabulary))
  if (lacking.length === 0) return [id]
  return [...new Set(lacking.flatMap((input) => inputsToState(input, facts, vocabulary)))]
}

function isKnown(id: string, facts: FactTable, vocabulary: Vocabulary): boolean {
  const slot = vocabulary.slot(id)
  const value = slot === undefined ? undefined : facts.slots[slot]
  return value !== undefined && value !== STATED_UNKNOWN
}
