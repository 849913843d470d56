import type { WordRun } from './align-words.ts'
import { brandOf } from './name-bound.ts'
import type { WordKind } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/**
 * What is asked of a word of a listed name most often, in one number beside it, so that memory is read in its
 * order: its kind, whether it tells one name from another, weight (a little less than it is), letters, the first.
 */
const BRAND_AT = 3
const WEIGHT_AT = 5
const WEIGHTS = 255
const LENGTH_AT = 13
const MOST_LETTERS = 63
const FIRST_AT = 19
const FIRSTS = 255

export function traitsOf(run: WordRun, at: number, words: WordTable): number {
  const word = run.words[at] ?? 0
  const weight = Math.floor(Math.min(words.weight(word), 1) * WEIGHTS)
  return (
    words.kind(word) |
    ((brandOf(run, at, words) + 1) << BRAND_AT) |
    (weight << WEIGHT_AT) |
    (Math.min(words.length(word), MOST_LETTERS) << LENGTH_AT) |
    (firstOf(words.firstLetter(word)) << FIRST_AT)
  )
}

/** As much of a first letter as traits hold. */
export function firstOf(letter: number): number {
  return letter & FIRSTS
}

export function kindIn(traits: number): WordKind {
  return (traits & 7) as WordKind
}

/** As {@link brandOf} gives it. */
export function brandIn(traits: number): number {
  return ((traits >>> BRAND_AT) & 3) - 1
}

export function weightIn(traits: number): number {
  return ((traits >>> WEIGHT_AT) & WEIGHTS) / WEIGHTS
}

export function lengthIn(traits: number): number {
  return (traits >>> LENGTH_AT) & MOST_LETTERS
}

export function firstIn(traits: number): number {
  return (traits >>> FIRST_AT) & FIRSTS
}
