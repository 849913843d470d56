import { lowest } from './bits.ts'
import { MateRows } from './mate-rows.ts'
import type { NameForm } from './name-matcher.ts'
import { mayBeWithin } from './sound-letters.ts'
import { WordEdits } from './word-edits.ts'
import { SMALL, WORD } from './word-kinds.ts'
import { bitsOf, lettersOf } from './word-letters.ts'
import type { WordLikeness } from './word-likeness.ts'
import type { WordArrays, WordTable } from './word-table.ts'

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5
/** Words of a name beyond these are not laid beside others. */
export const MOST_WORDS = 28

/** Rounds are told apart by these; so often what they marked is cleared. */
const ROUNDS = 0xffff
/** Words of one name and, for forms of which just one is read without vowels, the same again. */
const MOST_ROWS_USED = 2 * MOST_WORDS
/** Numbers kept of each listed word for one name, and where they stand behind the round. */
const ASKED = 3
const KNOWN_AT = 1
const ALIKE_AT = 2
/** So many edits are told apart, and of so many words what is within them is kept. */
const WITHIN = 4
const MOST_KEPT = 2_000
/** Beside the letters of consonants that are known. */
const KNOWN_LETTERS = 1 << 31
/**
 * Tells which words of a name asked for the listed words are like: two words are compared once, not once for
 * every form they stand in. Those clearly alike are given by the index.
 */
export class WordMates {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  readonly #listed: WordArrays
  readonly #edits: WordEdits[] = []
  /** Of each listed word the round in which it was found to be clearly like words asked for, and which, as bits. */
  readonly #marked: Uint16Array
  readonly #clear: Uint32Array
  readonly #rows: MateRows
  /** What {@link within} gave for the words asked for last. */
  readonly #within = new Map<number, readonly number[] | undefined>()
  /**
   * What was asked of each listed word for this name, with and without vowels: the round, which words asked for
   * were told, and which of them are alike. Many names have the same words.
   */
  readonly #askedBefore: Int32Array
  /** Where the row of each word asked for begins, or less than nothing before it is used. */
  readonly #starts = [new Int32Array(MOST_WORDS), new Int32Array(MOST_WORDS)] as const
  /** Letters of the consonants of the words asked for, and of the listed ones as far as they are known. */
  readonly #consonants = new Int32Array(MOST_WORDS)
  readonly #consonantsKnown: Int32Array
  #asked: NameForm | undefined
  #count = 0
  /** Words asked for of which all that are clearly alike are marked, as bits. */
  #searched = 0
  /** The same with figures, which are like none but themselves. */
  #given = 0
  #round = 0
  #mark = 0
  /** Words asked for whose edits are begun, as bits. */
  #begun = 0

  /** The table begins with the words of the index. */
  constructor(words: WordTable, likeness: WordLikeness, listed: WordArrays) {
    const count = listed.marks.length
    this.#words = words
    this.#likeness = likeness
    this.#listed = listed
    this.#clear = new Uint32Array(count)
    this.#marked = new Uint16Array(count)
    this.#rows = new MateRows(count, MOST_ROWS_USED)
    this.#askedBefore = new Int32Array(count * 2 * ASKED)
    this.#consonantsKnown = new Int32Array(count)
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#rows.forget()
    this.#within.clear()
  }

  begin(asked: NameForm): void {
    const words = this.#words
    this.#asked = asked
    this.#round += 1
    this.#mark = this.#round % ROUNDS
    if (this.#mark === 0) {
      this.#marked.fill(0)
      this.#mark = 1
      this.#round += 1
    }
    this.#searched = 0
    this.#given = 0
    this.#count = Math.min(asked.to - asked.from, MOST_WORDS)
    for (const starts of this.#starts) starts.fill(-1)
    this.#begun = 0
    for (let place = 0; place < this.#count; place += 1) {
      const word = asked.words[asked.from + place] ?? 0
      if (words.kind(word) !== WORD) continue
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
    this.#given |= places
    if (this.#words.kind(word) === WORD) this.#searched |= places
    const [marked, clear] = [this.#marked, this.#clear]
    for (const other of near) {
      clear[other] = marked[other] === this.#mark ? (clear[other] ?? 0) | places : places
      marked[other] = this.#mark
    }
    return places
  }

  /** The places of which all listed words are marked that are clearly like them. */
  get given(): number {
    return this.#given
  }

  /** Whether all listed words are marked that are clearly like these places. */
  isSearched(places: number): boolean {
    return (places & ~this.#given) === 0
  }

  /** Whether a listed word is clearly like one asked for. */
  isClear(listed: number): boolean {
    return this.#marked[listed] === this.#mark
  }

  /**
   * The listed words that one asked for is like, though not clearly, to whose sound no more than so many edits
   * may lead or of which one may be short for the other. None where small words are among them, by which no
   * name is found.
   */
  within(place: number, most: number): readonly number[] | undefined {
    const asked = this.#asked
    const word = asked?.words[asked.from + place] ?? 0
    const key = word * WITHIN + most
    if (this.#within.has(key)) return this.#within.get(key)
    if (this.#within.size >= MOST_KEPT) this.#within.clear()
    const found = this.#findWithin(place, word, most)
    this.#within.set(key, found)
    return found
  }

  #findWithin(place: number, word: number, most: number): readonly number[] | undefined {
    const words = this.#words
    const found: number[] = []
    if (words.kind(word) !== WORD) return found
    const [sound, alphabet] = [words.soundLetters(word), words.alphabet(word)]
    const { soundLetters, alphabets } = this.#listed
    for (let listed = 0; listed < soundLetters.length; listed += 1) {
      if (!mayBeWithin(sound, soundLetters[listed] ?? 0, most)) {
        const other = alphabets[listed] ?? 0
        if ((alphabet & ~other) !== 0 && (other & ~alphabet) !== 0) continue
        if (!this.#likeness.canBeShort(word, listed)) continue
      }
      const kind = words.kind(listed)
      if (kind !== WORD && kind !== SMALL) continue
      if ((this.clear(listed) & (1 << place)) !== 0 || !this.#isMate(place, listed, false)) continue
      if (kind === SMALL) return undefined
      found.push(listed)
    }
    return found
  }

  /** Which of the words asked for a listed word is clearly like, as bits. */
  clear(listed: number): number {
    return this.isClear(listed) ? (this.#clear[listed] ?? 0) : 0
  }

  /** Which of the words asked for, given as bits, a listed word is like. */
  among(places: number, listed: number, loose: boolean): number {
    const clear = this.clear(listed) & places
    const rest = places & ~clear
    if (rest === 0) return clear
    const asked = this.#askedBefore
    const at = (listed * 2 + (loose ? 1 : 0)) * ASKED
    if (asked[at] !== this.#round) {
      asked[at] = this.#round
      asked[at + KNOWN_AT] = 0
      asked[at + ALIKE_AT] = 0
    }
    const known = asked[at + KNOWN_AT] ?? 0
    let mates = asked[at + ALIKE_AT] ?? 0
    if ((rest & ~known) !== 0) {
      for (let bits = rest & ~known; bits !== 0; bits &= bits - 1) {
        const place = lowest(bits)
        if (this.#isMate(place, listed, loose)) mates |= 1 << place
      }
      asked[at + KNOWN_AT] = known | rest
      asked[at + ALIKE_AT] = mates
    }
    return clear | (mates & rest)
  }

  /** The same without those that it is clearly like. */
  unclearAmong(places: number, listed: number, loose: boolean): number {
    return this.among(places, listed, loose) & ~this.clear(listed)
  }

  #isMate(place: number, listed: number, loose: boolean): boolean {
    const rows = this.#rows
    const row = this.#rowOf(place, loose)
    const known = rows.get(row, listed)
    if (known !== undefined) return known
    const isAlike = this.#isAlike(place, listed, loose)
    rows.set(row, listed, isAlike)
    return isAlike
  }

  #rowOf(place: number, loose: boolean): number {
    const starts = this.#starts[loose ? 1 : 0]
    const known = starts[place] ?? -1
    if (known >= 0) return known
    const asked = this.#asked
    const word = asked?.words[asked.from + place] ?? 0
    const row = this.#rows.of(word * 2 + (loose ? 1 : 0), this.#round)
    starts[place] = row
    return row
  }

  /** Whether a listed word is like one asked for that was not found to be clearly so. */
  #isAlike(place: number, listed: number, loose: boolean): boolean {
    const asked = this.#asked
    const word = asked?.words[asked.from + place] ?? 0
    if (word === listed) return true
    const words = this.#words
    if (words.kind(listed) === WORD && words.kind(word) === WORD) {
      const edits = this.#editsOf(place, word)
      if (edits.canBeWithin(listed) && edits.isWithin(listed)) return true
      const canBe =
        this.#canBeOtherwise(place, word, listed) ||
        (loose && this.#areConsonantsNear(place, listed))
      if (!canBe) return false
    }
    return this.#likeness.of(word, listed, loose) >= LEAST_ALIKE
  }

  #editsOf(place: number, word: number): WordEdits {
    const edits = this.#edits[place] ?? new WordEdits(this.#words)
    this.#edits[place] = edits
    if ((this.#begun & (1 << place)) === 0) {
      edits.begin(word)
      this.#begun |= 1 << place
    }
    return edits
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
