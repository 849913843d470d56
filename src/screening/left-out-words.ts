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
  const id = run.words[at] ?? 0
  if (words.kind(id) !== WORD) return false
  if (words.isPatronymic(id)) return true
  if (at > run.from && isChildOf(words, run.words[at - 1] ?? 0)) return true
  const next = at + 1 < run.to ? (run.words[at + 1] ?? 0) : id
  if (next !== id && words.isPatronymic(next) && followsFather(words.text(next))) return true
  return isSaidTwice(run, at)
}

/** `Tavarin Tavarin Orsolya`: the family name filled in twice. */
function isSaidTwice({ words, from, to }: Run, at: number): boolean {
  for (let other = from; other < to; other += 1) {
    if (other !== at && words[other] === words[at]) return true
  }
  return false
}
