import type { ListedParty } from '../screening/index.ts'
import { foldText } from './party-substance.ts'

export interface Pairing {
  readonly pairs: readonly (readonly [older: ListedParty, newer: ListedParty])[]
  readonly removed: readonly ListedParty[]
  readonly added: readonly ListedParty[]
}

/** From this share of common words on, two parties of one list are one under two names. */
const ALIKE = 0.6

/**
 * Where the id of a party is made of its name, a corrected name looks like one party gone and another
 * come. Pairs are made best first, each party once, between parties that share a rare word.
 */
export function pairRenamed(
  removed: readonly ListedParty[],
  added: readonly ListedParty[],
): Pairing {
  const candidates = likelyPairs(removed.map(wordsIn), added.map(wordsIn))
  const [takenOld, takenNew] = [new Set<number>(), new Set<number>()]
  const pairs: (readonly [ListedParty, ListedParty])[] = []
  for (const { old, young } of candidates) {
    const [older, newer] = [removed[old], added[young]]
    if (older === undefined || newer === undefined) continue
    if (takenOld.has(old) || takenNew.has(young) || older.list !== newer.list) continue
    takenOld.add(old)
    takenNew.add(young)
    pairs.push([older, newer])
  }
  return {
    pairs,
    removed: removed.filter((_, index) => !takenOld.has(index)),
    added: added.filter((_, index) => !takenNew.has(index)),
  }
}

interface LikelyPair {
  readonly old: number
  readonly young: number
  readonly alike: number
}

/** Words that stand in more parties than this are no reason to compare two. */
const TOO_COMMON = 50

function likelyPairs(
  removed: readonly ReadonlySet<string>[],
  added: readonly ReadonlySet<string>[],
): readonly LikelyPair[] {
  const holders = new Map<string, number[]>()
  added.forEach((words, young) => {
    for (const word of words) {
      const holding = holders.get(word)
      if (holding === undefined) holders.set(word, [young])
      else holding.push(young)
    }
  })
  const pairs = removed.flatMap((words, old) => {
    const others = new Set(
      [...words].flatMap((word) => {
        const holding = holders.get(word) ?? []
        return holding.length > TOO_COMMON ? [] : holding
      }),
    )
    return [...others].map((young) => ({
      old,
      young,
      alike: share(words, added[young] ?? new Set()),
    }))
  })
  return pairs
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike || a.old - b.old || a.young - b.young)
}

/** Names and addresses and what tells namesakes apart; not the rule, which many share. */
function wordsIn(party: ListedParty): ReadonlySet<string> {
  const texts = [
    party.name,
    ...party.aliases,
    ...party.addresses,
    ...party.birthDates,
    ...Object.values(party.identifiers).flat(),
  ]
  return new Set(texts.flatMap((text) => foldText(text).split(' ')).filter((word) => word !== ''))
}

function share(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length
  return common / Math.max(1, left.size + right.size - common)
}
