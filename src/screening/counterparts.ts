import type { NameForm } from './name-matcher.ts'
import { EditRows } from './token-likeness.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import type { WordLikeness } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5

/**
 * Which words of the name asked for a listed word may be the counterpart of. Names opened by one word share
 * most of the others (`Muhammad`, `Trading`), so each listed word is compared once for a name, not once for
 * every form it stands in; and those that the index gave as clearly alike are not compared at all.
 */
export class Counterparts {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  /** For the forms read as the asked one is, and for those of which just one is read without vowels. */
  readonly #plain: Known
  readonly #loose: Known
  /** Words that are clearly alike. */
  readonly #clear: Known
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
    this.#plain = { rounds: new Uint32Array(listed), mates: new Uint32Array(listed) }
    this.#loose = { rounds: new Uint32Array(listed), mates: new Uint32Array(listed) }
    this.#clear = { rounds: new Uint32Array(listed), mates: new Uint32Array(listed) }
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
    const { rounds, mates } = this.#clear
    for (const other of near) {
      mates[other] = rounds[other] === this.#round ? (mates[other] ?? 0) | places : places
      rounds[other] = this.#round
    }
  }

  /** The words asked for, as bits. */
  of(listed: number, loose: boolean): number {
    const known = loose ? this.#loose : this.#plain
    if (known.rounds[listed] === this.#round) return known.mates[listed] ?? 0
    const mates = this.#compare(listed, loose)
    known.rounds[listed] = this.#round
    known.mates[listed] = mates
    return mates
  }

  #compare(listed: number, loose: boolean): number {
    const asked = this.#asked
    if (asked === undefined) return 0
    const isEdited = !loose && this.#words.kind(listed) === WORD
    let mates = this.#clear.rounds[listed] === this.#round ? (this.#clear.mates[listed] ?? 0) : 0
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

/** Answers of the round they are marked with. */
interface Known {
  readonly rounds: Uint32Array
  readonly mates: Uint32Array
}
