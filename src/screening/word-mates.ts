import { lowest } from './bits.ts'
import type { NameForm } from './name-matcher.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import { bitsOf, lettersOf } from './word-letters.ts'
import type { WordLikeness } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5
/** Words of a name beyond these are not laid beside others. */
export const MOST_WORDS = 28

/**
 * What is known of a listed word, in a line of memory: the words asked for that it is clearly like, as bits,
 * with the round they are of; then, for forms read as the asked one is and for those of which just one is
 * read without vowels, the round, the words it was compared with, and those that it is like.
 */
const CLEAR = 0
const PLAIN = 2
const LOOSE = 5
const KNOWN = 8
/** Beside the letters of consonants that are known. */
const KNOWN_LETTERS = 1 << 31
/** Where so many names are asked for each word there is, most words have been compared, and a table is quicker. */
const NAMES_FOR_A_WORD = 4

/**
 * Tells which words of a name asked for the listed words are like: each listed word is compared once for a
 * name, not once for every form it stands in. Those clearly alike are given by the index.
 */
export class WordMates {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  readonly #listed: number
  readonly #edits: WordEdits[] = []
  readonly #known: Uint32Array
  /** Letters of the consonants of the words asked for, and of the listed ones as far as they are known. */
  readonly #consonants = new Int32Array(MOST_WORDS)
  readonly #consonantsKnown: Int32Array
  #asked: NameForm | undefined
  #count = 0
  /** Words asked for of which all that are clearly alike are marked, as bits. */
  #searched = 0
  #round = 0
  /** For names read as the asked one is, and for others: whether each listed word is like one of some, once that is known. */
  readonly #tables: readonly [Uint8Array, Uint8Array]
  readonly #tablePlaces: [number, number] = [0, 0]
  #asks = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, listed: number) {
    this.#words = words
    this.#likeness = likeness
    this.#listed = listed
    this.#known = new Uint32Array(listed * KNOWN)
    this.#consonantsKnown = new Int32Array(listed)
    this.#tables = [new Uint8Array(listed), new Uint8Array(listed)]
  }

  begin(asked: NameForm): void {
    const words = this.#words
    this.#asked = asked
    this.#round += 1
    this.#searched = 0
    this.#count = Math.min(asked.to - asked.from, MOST_WORDS)
    this.#forgetTables()
    for (let place = 0; place < this.#count; place += 1) {
      const word = asked.words[asked.from + place] ?? 0
      this.#edits[place] ??= new WordEdits(words)
      if (words.kind(word) !== WORD) continue
      this.#edits[place]?.begin(word)
      this.#consonants[place] = lettersOf(words.skeletonText(word))
    }
  }

  /** All words of the index that are clearly like one asked for; gives its places, as bits. */
  add(word: number, near: Uint32Array): number {
    let places = 0
    const asked = this.#asked
    for (let place = 0; place < this.#count; place += 1) {
      if (asked?.words[asked.from + place] === word) places |= 1 << place
    }
    if (this.#words.kind(word) === WORD) this.#searched |= places
    const known = this.#known
    for (const other of near) {
      const at = other * KNOWN + CLEAR
      known[at + 1] = known[at] === this.#round ? (known[at + 1] ?? 0) | places : places
      known[at] = this.#round
    }
    return places
  }

  /** Whether a listed word is clearly like one asked for. */
  isClear(listed: number): boolean {
    return this.#known[listed * KNOWN + CLEAR] === this.#round
  }

  /** Whether one of the words from a place of the array to another is like one of those asked for, given as bits. */
  hasAny(places: number, words: Uint32Array, from: number, to: number, loose: boolean): boolean {
    const side = loose ? 1 : 0
    this.#asks += 1
    if (this.#tablePlaces[side] !== places) {
      if (this.#asks < this.#listed * NAMES_FOR_A_WORD) {
        for (let at = from; at < to; at += 1) {
          if (this.among(places, words[at] ?? 0, loose) !== 0) return true
        }
        return false
      }
      this.#fillTable(places, loose, side)
    }
    const table = this.#tables[side]
    for (let at = from; at < to; at += 1) if (table[words[at] ?? 0] === 1) return true
    return false
  }

  #fillTable(places: number, loose: boolean, side: 0 | 1): void {
    const table = this.#tables[side]
    for (let word = 0; word < this.#listed; word += 1) {
      table[word] = this.among(places, word, loose) === 0 ? 0 : 1
    }
    this.#tablePlaces[side] = places
    this.#asks = 0
  }

  #forgetTables(): void {
    this.#tablePlaces[0] = 0
    this.#tablePlaces[1] = 0
    this.#asks = 0
  }

  /** Which of the words asked for, given as bits, a listed word is like. */
  among(places: number, listed: number, loose: boolean): number {
    const known = this.#known
    const at = listed * KNOWN + (loose ? LOOSE : PLAIN)
    if (known[at] !== this.#round) {
      known[at] = this.#round
      known[at + 1] = 0
      known[at + 2] = 0
    }
    const open = places & ~(known[at + 1] ?? 0)
    if (open !== 0) this.#compare(open, listed, loose, at)
    return places & (known[at + 2] ?? 0)
  }
  #compare(places: number, listed: number, loose: boolean, at: number): void {
    const known = this.#known
    const clear = listed * KNOWN + CLEAR
    let mates = known[clear] === this.#round ? (known[clear + 1] ?? 0) & places : 0
    for (let bits = places & ~mates; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      if (this.#isAlike(place, listed, loose)) mates |= 1 << place
    }
    known[at + 1] = (known[at + 1] ?? 0) | places
    known[at + 2] = (known[at + 2] ?? 0) | mates
  }

  /** Whether a listed word is like one asked for that was not found to be clearly so. */
  #isAlike(place: number, listed: number, loose: boolean): boolean {
    const asked = this.#asked
    const word = asked?.words[asked.from + place] ?? 0
    if (word === listed) return true
    const words = this.#words
    if (words.kind(listed) === WORD && words.kind(word) === WORD) {
      const edits = this.#edits[place]
      if (edits?.canBeWithin(listed) === true && edits.isWithin(listed)) return true
      const canBe =
        this.#canBeOtherwise(place, word, listed) ||
        (loose && this.#areConsonantsNear(place, listed))
      if (!canBe) return false
    }
    return this.#likeness.of(word, listed, loose) >= LEAST_ALIKE
  }

  /** Whether their consonants may differ by one at most, which is enough where vowels are not written. */
  #areConsonantsNear(place: number, listed: number): boolean {
    const apart = (this.#consonants[place] ?? 0) ^ this.#consonantsOf(listed)
    return bitsOf(apart & ~KNOWN_LETTERS) <= 2
  }

  /** Which letters stand in the consonants of a word, a bit each. */
  #consonantsOf(word: number): number {
    const known = this.#consonantsKnown[word] ?? 0
    if (known !== 0) return known
    const letters = lettersOf(this.#words.skeletonText(word)) | KNOWN_LETTERS
    this.#consonantsKnown[word] = letters
    return letters
  }

  /** One short for the other, or alike by more where all that are clearly so are not known. */
  #canBeOtherwise(place: number, word: number, listed: number): boolean {
    if (this.#likeness.canBeShort(word, listed)) return true
    return (this.#searched & (1 << place)) === 0 && this.#likeness.canBeSame(word, listed)
  }
}
