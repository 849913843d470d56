import { type Digest, digestOf } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { foldText, isNameField, substanceOf, wordsOf } from './party-substance.ts'

/**
 * Digest of what a listed party says. The same for two rows that `diffSnapshots` calls reworded:
 * names and addresses count by their words, everything else by its values in any order.
 */
export function contentOfListed(party: ListedParty): Digest {
  const substance = substanceOf(party)
  const values = [...substance]
    .filter(([field]) => !isNameField(field))
    .map(([field, texts]) => {
      const folded = new Set(texts.map(foldText).filter((text) => text !== ''))
      return [field, [...folded].toSorted()]
    })
  const named = [...substance]
    .filter(([field]) => isNameField(field))
    .map(([field, texts]) => [field, distinct(texts)] as const)
  return digestOf([party.list, wordsOf(new Map(named)), values])
}

/** A name printed twice says no more than once. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [foldText(text), text])).values()]
}
