import { lowest } from './bits.ts'
import { likeness } from './token-likeness.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, WORD } from './word-kinds.ts'
import { WordLikeness } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'

/** Words from `from` to `to` of a flat array of word numbers. */
export interface WordRun {
  readonly words: Uint32Array
  readonly from: number
  readonly to: number
}

export interface AlignOptions {
  /** One side is a reading of a script without vowels. */
  readonly loose: boolean
  /** Persons are not known by the first letters of their names. */
  readonly isPerson: boolean
}

const MOST = 28
const CLEAR = 0.84
const LEAST = 0.5
/** Words written together have no blanks to tell them apart: they are alike only if they are nearly the same. */
export const LEAST_JOINED = 0.87
const MOST_APART = 2
export const SHORTEST_ACRONYM = 3
/** Three letters are by chance the initials of many a name: `SDS` listed is not whoever is asked for in full. */
const SHORTEST_LISTED_ACRONYM = 4
export const LONGEST_ACRONYM = 8
const SAME_JOINED = 0.97
/** The letter of the forms by which companies abbreviate themselves, as words have it. */
const C = 'c'.charCodeAt(0)

interface JoinOptions {
  readonly n: number
  readonly m: number
  readonly isSwapped: boolean
  readonly least: number
}

const ACRONYM = 0.8

/**
 * Lays two names beside each other, whatever the order of words. First equal words, then clearly similar
 * ones, then words that one name writes together and the other apart, the rest written together, other
 * similar ones, and abbreviations of several words. Each word is used once. All room is taken beforehand;
 * the answer stands in the fields until the next call.
 */
export class WordAligner {
  /** The pairs found: words of either side as bits, and how alike they are. */
  readonly left = new Int32Array(MOST)
  readonly right = new Int32Array(MOST)
  readonly alike = new Float64Array(MOST)
  pairs = 0
  /** Words without counterpart, as bits. */
  leftOnly = 0
  rightOnly = 0

  readonly #words: WordTable
  readonly likeness: WordLikeness
  readonly #similar = new Float64Array(MOST * MOST)
  #best = 0
  #bestLeft = -1
  #bestRight = -1

  constructor(words: WordTable) {
    this.#words = words
    this.likeness = new WordLikeness(words)
  }

  forget(): void {
    this.likeness.forget()
  }

  align(a: WordRun, b: WordRun, { loose, isPerson }: AlignOptions): void {
    const [n, m] = [Math.min(a.to - a.from, MOST), Math.min(b.to - b.from, MOST)]
    this.pairs = 0
    this.leftOnly = (1 << n) - 1
    this.rightOnly = (1 << m) - 1
    this.#pairEqual(a, b, n, m)
    if (this.leftOnly === 0 || this.rightOnly === 0) return
    this.#fillSimilar(a, b, n, m, loose)
    this.#pairJoined(a, b, { n, m, isSwapped: false, least: SAME_JOINED })
    this.#pairJoined(b, a, { n: m, m: n, isSwapped: true, least: SAME_JOINED })
    this.#pairRest(a, b, n, m, SAME_JOINED)
    this.#pairSimilar(n, m, CLEAR)
    if (this.leftOnly === 0 || this.rightOnly === 0) return
    this.#pairJoined(a, b, { n, m, isSwapped: false, least: LEAST_JOINED })
    this.#pairJoined(b, a, { n: m, m: n, isSwapped: true, least: LEAST_JOINED })
    this.#pairRest(a, b, n, m, LEAST_JOINED)
    this.#pairSimilar(n, m, LEAST)
    if (isPerson) return
    this.#pairAcronym(a, b, n, m, false)
    this.#pairAcronym(b, a, m, n, true)
  }

  #take(left: number, right: number, alike: number): void {
    this.left[this.pairs] = left
    this.right[this.pairs] = right
    this.alike[this.pairs] = alike
    this.pairs += 1
    this.leftOnly &= ~left
    this.rightOnly &= ~right
  }

  #pairEqual(a: WordRun, b: WordRun, n: number, m: number): void {
    for (let i = 0; i < n; i += 1) {
      const word = a.words[a.from + i]
      for (let j = 0; j < m; j += 1) {
        if (b.words[b.from + j] !== word || (this.rightOnly & (1 << j)) === 0) continue
        this.#take(1 << i, 1 << j, 1)
        break
      }
    }
  }

  #fillSimilar(a: WordRun, b: WordRun, n: number, m: number, loose: boolean): void {
    for (let i = 0; i < n; i += 1) {
      if ((this.leftOnly & (1 << i)) === 0) continue
      const word = a.words[a.from + i] ?? 0
      for (let j = 0; j < m; j += 1) {
        if ((this.rightOnly & (1 << j)) === 0) continue
        this.#similar[i * MOST + j] = this.likeness.of(word, b.words[b.from + j] ?? 0, loose)
      }
    }
  }

  /** The most similar first; of equals those that stand nearest to each other. */
  #pairSimilar(n: number, m: number, least: number): void {
    for (;;) {
      this.#best = least
      this.#bestLeft = -1
      this.#bestRight = -1
      for (let i = 0; i < n; i += 1) {
        if ((this.leftOnly & (1 << i)) !== 0) this.#seekMate(i, m)
      }
      if (this.#bestLeft < 0) return
      this.#take(1 << this.#bestLeft, 1 << this.#bestRight, this.#best)
    }
  }

  #seekMate(i: number, m: number): void {
    for (let j = 0; j < m; j += 1) {
      if ((this.rightOnly & (1 << j)) === 0) continue
      const alike = this.#similar[i * MOST + j] ?? 0
      if (alike < this.#best) continue
      const isNearer = Math.abs(i - j) < Math.abs(this.#bestLeft - this.#bestRight)
      if (alike === this.#best && this.#bestLeft >= 0 && !isNearer) continue
      this.#best = alike
      this.#bestLeft = i
      this.#bestRight = j
    }
  }

  /** One word of `a` against two or three free neighbours of `b`. */
  #pairJoined(a: WordRun, b: WordRun, { n, m, isSwapped, least }: JoinOptions): void {
    for (let i = 0; i < n; i += 1) {
      if (((isSwapped ? this.rightOnly : this.leftOnly) & (1 << i)) === 0) continue
      const word = a.words[a.from + i] ?? 0
      if (this.#words.kind(word) !== WORD || this.#words.length(word) < 4) continue
      const free = isSwapped ? this.leftOnly : this.rightOnly
      const mask = this.#neighboursAs(word, b, m, free, least)
      if (mask === 0) continue
      if (isSwapped) this.#take(mask, 1 << i, this.#best)
      else this.#take(1 << i, mask, this.#best)
    }
  }

  /** An initial is written to a word, but one that is mistyped as well would be any. */
  #mayBeJoined(word: number, least: number): boolean {
    const kind = this.#words.kind(word)
    return kind !== LEGAL && (kind !== INITIAL || least > LEAST_JOINED)
  }

  /** Free neighbours that written together are most like a word; how alike stands in `#best`. */
  #neighboursAs(word: number, run: WordRun, count: number, free: number, least: number): number {
    const words = this.#words
    const whole = words.length(word)
    let mask = 0
    this.#best = least
    for (let from = 0; from + 1 < count; from += 1) {
      const first = run.words[run.from + from] ?? 0
      if (words.firstLetter(first) !== words.firstLetter(word)) continue
      let [length, taken] = [0, 0]
      for (let to = from; to < Math.min(from + 3, count) && (free & (1 << to)) !== 0; to += 1) {
        const next = run.words[run.from + to] ?? 0
        if (!this.#mayBeJoined(next, least)) break
        length += words.length(next)
        taken |= 1 << to
        if (length > whole + MOST_APART) break
        if (to === from || length < whole - MOST_APART) continue
        const alike = likeness(words.text(word), this.#joined(run, count, taken))
        if (alike <= this.#best) continue
        this.#best = alike
        mask = taken
      }
    }
    return mask
  }

  /** All that is left on both sides, written together: blanks in the wrong places. */
  #pairRest(a: WordRun, b: WordRun, n: number, m: number, least: number): void {
    const hasInitials = least > LEAST_JOINED
    const left = this.#spelt(a, n, this.leftOnly, hasInitials)
    const right = this.#spelt(b, m, this.rightOnly, hasInitials)
    const isOne = (left & (left - 1)) === 0 && (right & (right - 1)) === 0
    if (left === 0 || right === 0 || isOne) return
    if (this.#firstLetter(a, left) !== this.#firstLetter(b, right)) return
    const [length, other] = [this.#length(a, left), this.#length(b, right)]
    const apart = least > LEAST_JOINED ? 0 : MOST_APART
    if (Math.abs(length - other) > apart || Math.min(length, other) < 4) return
    const alike = likeness(this.#joined(a, n, left), this.#joined(b, m, right))
    if (alike >= least) this.#take(left, right, alike)
  }

  #firstLetter(run: WordRun, mask: number): number {
    return this.#words.firstLetter(run.words[run.from + lowest(mask)] ?? 0)
  }

  #length(run: WordRun, mask: number): number {
    let length = 0
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      length += this.#words.length(run.words[run.from + lowest(bits)] ?? 0)
    }
    return length
  }

  #spelt(run: WordRun, count: number, free: number, hasInitials: boolean): number {
    let mask = 0
    for (let i = 0; i < count; i += 1) {
      if ((free & (1 << i)) === 0) continue
      const kind = this.#words.kind(run.words[run.from + i] ?? 0)
      if (kind === WORD || kind === SMALL || (kind === INITIAL && hasInitials)) mask |= 1 << i
    }
    return mask
  }

  #joined(run: WordRun, count: number, mask: number): string {
    let text = ''
    for (let i = 0; i < count; i += 1) {
      if ((mask & (1 << i)) !== 0) text += this.#words.text(run.words[run.from + i] ?? 0)
    }
    return text
  }

  /** A short word against words that begin with its letters: `PLA`, People's Liberation Army. */
  #pairAcronym(a: WordRun, b: WordRun, n: number, m: number, isSwapped: boolean): void {
    for (let i = 0; i < n; i += 1) {
      const free = isSwapped ? this.rightOnly : this.leftOnly
      if ((free & (1 << i)) === 0) continue
      const word = a.words[a.from + i] ?? 0
      const length = this.#words.length(word)
      if (this.#words.kind(word) !== WORD) continue
      if (length < (isSwapped ? SHORTEST_LISTED_ACRONYM : SHORTEST_ACRONYM)) continue
      if (length > LONGEST_ACRONYM) continue
      const mask = this.#initialsOf(word, b, m, isSwapped)
      if (mask === 0) continue
      if (isSwapped) this.#take(mask, 1 << i, ACRONYM)
      else this.#take(1 << i, mask, ACRONYM)
    }
  }

  /**
   * Free words, one after the other but for small ones, that begin with the letters of a text; the last of these may
   * be that of the legal form (`NIOC`, National Iranian Oil Company).
   */
  #initialsOf(acronym: number, run: WordRun, count: number, isSwapped: boolean): number {
    const words = this.#words
    const free = isSwapped ? this.leftOnly : this.rightOnly
    const length = words.length(acronym)
    const start = words.start(acronym)
    let [mask, letter] = [0, 0]
    for (let j = 0; j < count && letter < length; j += 1) {
      const word = run.words[run.from + j] ?? 0
      const kind = words.kind(word)
      if (kind === LEGAL && !isSwapped && letter >= SHORTEST_ACRONYM && letter + 1 === length) {
        const last = words.letters[start + letter]
        if (last === C && words.firstLetter(word) === C) letter += 1
      }
      if (kind === SMALL || kind === LEGAL || kind === FIGURE) continue
      const isNext =
        (free & (1 << j)) !== 0 &&
        kind === WORD &&
        words.firstLetter(word) === words.letters[start + letter]
      if (isNext) {
        mask |= 1 << j
        letter += 1
      } else if (letter > 0) return 0
    }
    return letter === length ? mask : 0
  }
}
