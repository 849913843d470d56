import { bitsOf } from './word-letters.ts'
import { soundOf } from './word-sound.ts'

const LETTERS = 26
/** Those that stand in a word twice most often: each has a bit of its own for that. */
const TWICE = 'aeinor'

/** Which letters stand in the sound of a word, and which twice, a bit each; nothing where none does. */
export function soundLetters(word: string): number {
  let letters = 0
  for (const letter of soundOf(word)) {
    const at = letter.charCodeAt(0) - 97
    if (at < 0 || at >= LETTERS) continue
    const again = (letters & (1 << at)) !== 0 ? TWICE.indexOf(letter) : -1
    letters |= 1 << (again < 0 ? at : LETTERS + again)
  }
  return letters >>> 0
}

/** How many edits lie between two sounds at least: each brings one letter or takes one away. */
export function leastEdits(one: number, other: number): number {
  if (one === 0 || other === 0) return 0
  const [more, less] = [bitsOf(one & ~other), bitsOf(other & ~one)]
  return more > less ? more : less
}

/** Whether {@link leastEdits} gives no more than so many. */
export function mayBeWithin(one: number, other: number, most: number): boolean {
  if (one === 0 || other === 0) return true
  return bitsOf(one & ~other) <= most && bitsOf(other & ~one) <= most
}
