import { followsFather } from './patronymics.ts'
import { SMALL, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

const CHILD_OF = new Set(['bin', 'ben', 'ibn', 'bint'])

/** Whether a particle says that the next word is the father: `bin`, `ibn`. */
export function isChildOf(words: WordTable, id: number): boolean {
  return words.kind(id) === SMALL && CHILD_OF.has(words.text(id))
}

interface Run {
  readonly words: Uint32Array
  readonly from: number
  readonly to: number
}

/** Whether the word at a place is one that most people leave out: the father's name, a word said twice. */
export function isLeftOut(words: WordTable, run: Run, at: number): boolean {
  return isOfFather(words, run, at) || isSaidTwice(words, run, at)
}

/**
 * The same of words of a name that have no counterpart, as bits of their places: a word said twice is left out once.
 */
export function isLeftOutOf(words: WordTable, run: Run, at: number, alone: number): boolean {
  return isOfFather(words, run, at) || isSaidTwice(words, run, at, alone & -(1 << (at - run.from)))
}

function isOfFather(words: WordTable, run: Run, at: number): boolean {
  const id = run.words[at] ?? 0
  if (words.kind(id) !== WORD) return false
  if (words.isPatronymic(id)) return true
  if (at > run.from && isChildOf(words, run.words[at - 1] ?? 0)) return true
  const next = at + 1 < run.to ? (run.words[at + 1] ?? 0) : id
  return next !== id && words.isPatronymic(next) && followsFather(words.text(next))
}

/** `Tavarin Tavarin Orsolya`: the family name filled in twice, but for places as bits that do not count. */
function isSaidTwice(table: WordTable, { words, from, to }: Run, at: number, except = 0): boolean {
  if (table.kind(words[at] ?? 0) !== WORD) return false
  for (let other = from; other < to; other += 1) {
    const isOther = other !== at && (except & (1 << (other - from))) === 0
    if (isOther && words[other] === words[at]) return true
  }
  return false
}
