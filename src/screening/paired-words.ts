import type { WordAligner, WordRun } from './align-words.ts'
import { lowest } from './bits.ts'
import { isOtherLetter } from './edit-rows.ts'
import { FIGURE, INITIAL, WORD } from './word-kinds.ts'
import { lettersOf } from './word-letters.ts'
import { EDITS, GENDERS, SHORTENED } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'

export interface PairedContext {
  readonly loose: boolean
  readonly isPerson: boolean
  /** Only across these scripts is it asked whether a brand agrees. */
  readonly isEastern: boolean
}

/** What the words say that two names share; the fields hold until the next {@link read}. */
export class PairedWords {
  /** Weight of what agrees, and of what is unlike in words that have a counterpart. */
  agreed = 0
  unlike = 0
  /** Words and figures with a counterpart. */
  telling = 0
  /** Of these, how many are neither general nor in many names, and how many towns. */
  brands = 0
  towns = 0
  /** Letters of the words with a counterpart, as far as they agree. */
  letters = 0
  initials = 0
  /** How unlike the words of the worst pair are, of the next, and of the worst in which one is short. */
  worst = 0
  second = 0
  shortEdit = 0
  /** A short word is paired with another short one: any letter otherwise, or a consonant. */
  isShortOther = false
  /** One short word has another first letter. */
  firstDiffers = false
  /** How alike the words of the best pair are. */
  clearest = 0
  /** Sounds typed otherwise in the worst pair, three for all above. */
  mostEdits = 0
  isRising = true
  /** The order is the same but begins elsewhere. */
  isTurned = false
  bothKnown = false
  gendersDiffer = false
  /** How much of a brand both bear: how clearly it agrees, by its letters. */
  brand = 0
  #asksBrand = false
  readonly #words: WordTable
  readonly #order = new Int8Array(32)

  constructor(words: WordTable) {
    this.#words = words
  }

  read(aligner: WordAligner, a: WordRun, b: WordRun, context: PairedContext): void {
    this.#clear()
    this.#asksBrand = context.isEastern
    this.isRising = this.#isInOrder(aligner, a)
    for (let k = 0; k < aligner.pairs; k += 1) {
      const left = aligner.left[k] ?? 0
      const right = aligner.right[k] ?? 0
      const alike = aligner.alike[k] ?? 0
      const weight =
        (weightOfWords(this.#words, a, left) + weightOfWords(this.#words, b, right)) / 2
      this.agreed += weight * alike
      this.unlike += weight * (1 - alike)
      const word = a.words[a.from + lowest(left)] ?? 0
      const mate = b.words[b.from + lowest(right)] ?? 0
      const isLone = isSingle(left) && isSingle(right)
      if (alike < 1 && isLone && this.#isInitial(word, mate)) this.initials += 1
      else if (this.#isTelling(word) || this.#isTelling(mate)) {
        this.#readTelling(a, left, b, right, alike)
        if (isLone) this.#readShort(word, mate, alike)
        if (!isEdited(alike, context)) continue
        const marks = isLone ? aligner.likeness.marks(word, mate, context.loose) : JOINED
        this.#readEdited(word, mate, 1 - alike, forPersons(marks, context))
      }
    }
  }

  #readTelling(a: WordRun, left: number, b: WordRun, right: number, alike: number): void {
    this.letters += this.#letters(a, left) * alike
    this.telling += 1
    const word = a.words[a.from + lowest(left)] ?? 0
    const mate = b.words[b.from + lowest(right)] ?? 0
    if (this.#words.isTown(word)) this.towns += 1
    // A general word that is mistyped looks like one.
    else if (this.#words.isBrand(word) && this.#words.isBrand(mate)) this.brands += 1
    if (alike > this.clearest) this.clearest = alike
    this.#readBrand(a, left, b, right, alike)
    this.#readUnlike(1 - alike)
  }

  /** Whether the words of both stand in the same order, wherever it begins: `Putin Vladimir`, `Vladimir Putin`. */
  #isInOrder(aligner: WordAligner, a: WordRun): boolean {
    const order = this.#order
    const count = this.#readOrder(aligner, a)
    let falls = 0
    for (let at = 0; at < count; at += 1) {
      if ((order[at] ?? 0) > (order[(at + 1) % count] ?? 0)) falls += 1
    }
    this.isTurned = falls > 0 && (order[count - 1] ?? 0) < (order[0] ?? 0)
    return falls <= 1
  }

  /** Where the counterparts stand of the telling words of one side, in the order of that side. */
  #readOrder(aligner: WordAligner, a: WordRun): number {
    let count = 0
    for (let at = 0; at < a.to - a.from; at += 1) {
      if (!this.#isTelling(a.words[a.from + at] ?? 0)) continue
      for (let k = 0; k < aligner.pairs; k += 1) {
        if (lowest(aligner.left[k] ?? 0) !== at) continue
        this.#order[count] = lowest(aligner.right[k] ?? 0)
        count += 1
      }
    }
    return count
  }

  #clear(): void {
    this.agreed = 0
    this.brands = 0
    this.towns = 0
    this.unlike = 0
    this.telling = 0
    this.letters = 0
    this.initials = 0
    this.worst = 0
    this.second = 0
    this.shortEdit = 0
    this.isShortOther = false
    this.firstDiffers = false
    this.clearest = 0
    this.mostEdits = 0
    this.bothKnown = false
    this.gendersDiffer = false
    this.brand = 0
  }

  #readShort(word: number, mate: number, alike: number): void {
    if (alike < 1 && this.#areShortOthers(word, mate)) this.isShortOther = true
  }

  /** `Inter` is not Intel and `BID` not BYD, but `Qaida` is Qaeda. */
  #areShortOthers(word: number, mate: number): boolean {
    const words = this.#words
    const shorter = Math.min(words.length(word), words.length(mate))
    if (words.length(word) + words.length(mate) > shorter * 2 + 1) return false
    if (shorter <= ACRONYM) return true
    if (shorter > SHORT || words.sound(word) === words.sound(mate)) return false
    if (words.group(word) === words.group(mate)) return false
    const otherLetters = words.alphabet(word) ^ words.alphabet(mate)
    return words.counts(word) !== words.counts(mate) || (otherLetters & ~VOWELS) !== 0
  }

  /** Neither is a word of trade or place; of words written together the one that is written whole tells. */
  #readBrand(a: WordRun, left: number, b: WordRun, right: number, alike: number): void {
    if (!this.#asksBrand || alike <= LEAST_OF_BRAND) return
    if (!this.#mayBeBrand(a, left) || !this.#mayBeBrand(b, right)) return
    const letters = Math.min(this.#letters(a, left), this.#letters(b, right), LETTERS_OF_BRAND)
    const clear = (alike - LEAST_OF_BRAND) / (1 - LEAST_OF_BRAND)
    this.brand = Math.max(this.brand, (clear * letters) / LETTERS_OF_BRAND)
  }

  #mayBeBrand(run: WordRun, mask: number): boolean {
    return !isSingle(mask) || this.#words.isBrand(run.words[run.from + lowest(mask)] ?? 0)
  }

  #readUnlike(unlike: number): void {
    if (unlike > this.worst) {
      this.second = this.worst
      this.worst = unlike
    } else if (unlike > this.second) this.second = unlike
  }

  #readEdited(word: number, mate: number, unlike: number, marks: number): void {
    if (marks === 0) return
    const words = this.#words
    if (words.isKnown(word) && words.isKnown(mate)) this.bothKnown = true
    const shorter = Math.min(words.length(word), words.length(mate))
    if (shorter <= 4) this.shortEdit = Math.max(this.shortEdit, unlike)
    if (shorter <= SHORT && this.#beginOtherwise(word, mate)) this.firstDiffers = true
    if ((marks & GENDERS) !== 0) this.gendersDiffer = true
    this.mostEdits = Math.max(this.mostEdits, marks & EDITS)
  }

  /** Another first letter, neither left out nor swapped with the next: it is the one that is typed right. */
  #beginOtherwise(word: number, mate: number): boolean {
    const words = this.#words
    if (words.length(word) !== words.length(mate)) return false
    const [first, other] = [words.firstLetter(word), words.firstLetter(mate)]
    const { letters } = words
    const isSwapped =
      letters[words.start(word) + 1] === other && letters[words.start(mate) + 1] === first
    return !isSwapped && isOtherLetter(first, other)
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

/** A brand is less than this alike by chance, and of so many letters known. */
const LEAST_OF_BRAND = 0.7
const LETTERS_OF_BRAND = 6
/** Letters of a word that is another one where its first letter is. */
const SHORT = 5
/** So few letters are first ones of other words as soon as one is otherwise. */
const ACRONYM = 3
const VOWELS = lettersOf('aeiouy')

/** Not the same word; equal consonants are all that a script without vowels can give. */
function isEdited(alike: number, { loose }: PairedContext): boolean {
  return alike < (loose ? 0.9 : 0.95)
}

/** Firms are shortened, names of persons are not. */
function forPersons(marks: number, { isPerson }: PairedContext): number {
  return isPerson || (marks & SHORTENED) === 0 ? marks : 0
}

/** Words written together or apart, with a letter or two otherwise. */
const JOINED = 1

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
