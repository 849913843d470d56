import type { Item } from '../classification/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import {
  createFactReader,
  createVocabulary,
  printAmount,
  type Rulebook,
} from '../rulebook/index.ts'

/** Total processing performance of one unit in decimal text; nothing where it is neither stated nor follows. */
export type PerformanceReader = (item: Item) => string | undefined

/** Numbers are read alike on all days. */
const DAY_OF_NO_MATTER = '2000-01-01' as LegalDate

/** As classification reads it: stated, or derived by the formulas of the dictionary (`ops`). */
export function createPerformanceReader(rulebook: Rulebook): PerformanceReader {
  const vocabulary = createVocabulary(rulebook.characteristics.values(), rulebook.kinds)
  const slot = vocabulary.slot('tpp')
  const read = createFactReader({ vocabulary, groups: rulebook.groups }, [])
  return ({ characteristics }) => {
    const found = slot === undefined ? undefined : read(characteristics, DAY_OF_NO_MATTER)
    if (slot === undefined || found?.ok !== true) return undefined
    const value = found.value.facts.slots[slot]
    return typeof value === 'object' && 'near' in value ? printAmount(value) : undefined
  }
}
