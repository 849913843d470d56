import { distance } from 'fastest-levenshtein'
import type { WordAligner, WordRun } from './align-words.ts'
import { lowest } from './bits.ts'
import { doGendersDiffer } from './word-genders.ts'
import { FIGURE, INITIAL, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** What the words say that two names share; the fields hold until the next {@link read}. */
export class PairedWords {
  /** Weight of what agrees, and of what is unlike in words that have a counterpart. */
  agreed = 0
  unlike = 0
  /** Words and figures with a counterpart. */
  telling = 0
  /** Letters of the words with a counterpart, as far as they agree. */
  letters = 0
  /** Pairs that are not the same word. */
  edited = 0
  initials = 0
  /** How unlike the words of the worst pair are, and of the worst in which one is short. */
  worst = 0
  shortEdit = 0
  /** Letters typed otherwise in the worst pair whose consonants differ. */
  mostEdits = 0
  isRising = true
  bothKnown = false
  firstLetterDiffers = false
  gendersDiffer = false
  readonly #words: WordTable

  constructor(words: WordTable) {
    this.#words = words
  }

  read(aligner: WordAligner, a: WordRun, b: WordRun): void {
    this.#clear()
    let last = -1
    for (let k = 0; k < aligner.pairs; k += 1) {
      const left = aligner.left[k] ?? 0
      const right = aligner.right[k] ?? 0
      const alike = aligner.alike[k] ?? 0
      const weight =
        (weightOfWords(this.#words, a, left) + weightOfWords(this.#words, b, right)) / 2
      this.agreed += weight * alike
      this.unlike += weight * (1 - alike)
      const other = lowest(right)
      const word = a.words[a.from + lowest(left)] ?? 0
      const mate = b.words[b.from + other] ?? 0
      const isLone = isSingle(left) && isSingle(right)
      if (alike < 1 && isLone && this.#isInitial(word, mate)) this.initials += 1
      else if (this.#isTelling(word) || this.#isTelling(mate)) {
        this.telling += 1
        this.letters += this.#letters(a, left) * alike
        if (1 - alike > this.worst) this.worst = 1 - alike
        if (alike < 0.95) this.#readEdited(word, mate, alike, isLone)
        if (other < last) this.isRising = false
        last = other
      }
    }
  }

  #clear(): void {
    this.agreed = 0
    this.unlike = 0
    this.telling = 0
    this.letters = 0
    this.edited = 0
    this.initials = 0
    this.worst = 0
    this.shortEdit = 0
    this.mostEdits = 0
    this.isRising = true
    this.bothKnown = false
    this.firstLetterDiffers = false
    this.gendersDiffer = false
  }

  #readEdited(word: number, mate: number, alike: number, isLone: boolean): void {
    const words = this.#words
    const one = words.text(word)
    const two = words.text(mate)
    this.edited += 1
    if (words.isKnown(word) && words.isKnown(mate)) this.bothKnown = true
    if (Math.min(one.length, two.length) <= 4) this.shortEdit = Math.max(this.shortEdit, 1 - alike)
    if (one.charCodeAt(0) !== two.charCodeAt(0)) this.firstLetterDiffers = true
    if (doGendersDiffer(one, two)) this.gendersDiffer = true
    if (isLone && alike < 0.9 && words.skeleton(word) !== words.skeleton(mate)) {
      this.mostEdits = Math.max(this.mostEdits, distance(one, two))
    }
  }

  #isInitial(word: number, mate: number): boolean {
    return this.#words.kind(word) === INITIAL || this.#words.kind(mate) === INITIAL
  }

  #isTelling(word: number): boolean {
    const kind = this.#words.kind(word)
    return kind === WORD || kind === FIGURE
  }

  #letters(run: WordRun, mask: number): number {
    let letters = 0
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      letters += this.#words.length(run.words[run.from + lowest(bits)] ?? 0)
    }
    return letters
  }
}

/** Weight of the words of a name picked by bits. */
function weightOfWords(words: WordTable, run: WordRun, mask: number): number {
  let weight = 0
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    weight += words.weight(run.words[run.from + lowest(bits)] ?? 0)
  }
  return weight
}

function isSingle(bits: number): boolean {
  return (bits & (bits - 1)) === 0
}
