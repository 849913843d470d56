import type { NameForm } from './name-matcher.ts'
import { EditRows } from './token-likeness.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import type { WordLikeness } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5

/**
 * What is known of a listed word, a round and its answer each: for forms read as the asked one is, for those
 * of which just one is read without vowels, and what is clearly alike. Together they fill a line of memory.
 */
const PLAIN = 0
const LOOSE = 2
const CLEAR = 4
const KNOWN = 8

/**
 * Which words of the name asked for a listed word may be the counterpart of. Names opened by one word share
 * most of the others (`Muhammad`, `Trading`), so each listed word is compared once for a name, not once for
 * every form it stands in; and those that the index gave as clearly alike are not compared at all.
 */
export class Counterparts {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  /** Of each listed word, beside each other: answers and the rounds they are of, as {@link PLAIN} says. */
  readonly #known: Uint32Array
  /** Edits of each word asked for. */
  readonly #edits: WordEdits[] = []
  readonly #rows = new EditRows(new Uint16Array(0), 0)
  #asked: NameForm | undefined
  /** Words asked for of which all that are clearly alike are known, as bits. */
  #searched = 0
  #round = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, listed: number) {
    this.#words = words
    this.#likeness = likeness
    this.#known = new Uint32Array(listed * KNOWN)
  }

  begin(asked: NameForm): void {
    this.#asked = asked
    this.#round += 1
    this.#searched = 0
    for (let at = asked.from; at < asked.to; at += 1) {
      const place = at - asked.from
      this.#edits[place] ??= new WordEdits(this.#words)
      this.#edits[place].begin(asked.words[at] ?? 0)
    }
  }

  /** All words of the index that are clearly like one asked for. */
  add(word: number, near: Uint32Array): void {
    const asked = this.#asked
    if (asked === undefined || this.#words.kind(word) !== WORD) return
    let places = 0
    for (let at = asked.from; at < asked.to; at += 1) {
      if (asked.words[at] === word) places |= 1 << (at - asked.from)
    }
    this.#searched |= places
    const known = this.#known
    for (const other of near) {
      const at = other * KNOWN + CLEAR
      known[at + 1] = known[at] === this.#round ? (known[at + 1] ?? 0) | places : places
      known[at] = this.#round
    }
  }

  /** The words asked for, as bits. */
  of(listed: number, loose: boolean): number {
    const at = listed * KNOWN + (loose ? LOOSE : PLAIN)
    if (this.#known[at] === this.#round) return this.#known[at + 1] ?? 0
    const mates = this.#compare(listed, loose)
    this.#known[at] = this.#round
    this.#known[at + 1] = mates
    return mates
  }

  #compare(listed: number, loose: boolean): number {
    const asked = this.#asked
    if (asked === undefined) return 0
    const isEdited = !loose && this.#words.kind(listed) === WORD
    const clear = listed * KNOWN + CLEAR
    let mates = this.#known[clear] === this.#round ? (this.#known[clear + 1] ?? 0) : 0
    for (let at = asked.from; at < asked.to; at += 1) {
      const place = at - asked.from
      if ((mates & (1 << place)) !== 0) continue
      const word = asked.words[at] ?? 0
      const isOpen = !isEdited || this.#words.kind(word) !== WORD
      if (!isOpen && !this.#canBeAlike(place, word, listed)) continue
      if (this.#likeness.of(word, listed, loose) >= LEAST_ALIKE) mates |= 1 << place
    }
    return mates
  }

  /** Whether a word may be alike that was not found to be so clearly: by edits, or one short for the other. */
  #canBeAlike(place: number, word: number, listed: number): boolean {
    const edits = this.#edits[place]
    if (edits?.canBeWithin(listed) === true) {
      edits.beginRows(this.#rows)
      if (edits.isWithin(listed, this.#rows)) return true
    }
    if (this.#likeness.canBeShort(word, listed)) return true
    const isSearched = (this.#searched & (1 << place)) !== 0
    return !isSearched && this.#likeness.canBeSame(word, listed)
  }
}
