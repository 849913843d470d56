import { lowest } from './bits.ts'
import { brandOf } from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'
import { canBeBeginning } from './short-names.ts'
import { leastEdits } from './sound-letters.ts'
import { FIGURE, INITIAL, SMALL, TITLE, WORD } from './word-kinds.ts'
import { MOST_WORDS } from './word-mates.ts'
import type { WordTable } from './word-table.ts'
import { firstIn, firstOf, lengthIn } from './word-traits.ts'

/** Two sounds that few edits apart may be of words alike by more than edits tell. */
export const FEWEST_EDITS = 1

/** What small words beside the telling ones may add to what two names share. */
const SMALL_WORDS = 0.2
const SMALL_LETTERS = 3

/** What is known of the words of the name asked for, by place; the fields hold until the next {@link begin}. */
export class AskedWords {
  readonly weights = new Float64Array(MOST_WORDS)
  readonly lengths = new Uint8Array(MOST_WORDS)
  readonly brands = new Int8Array(MOST_WORDS)
  readonly firsts = new Uint16Array(MOST_WORDS)
  readonly #sounds = new Uint32Array(MOST_WORDS)
  /** The places of words and figures as bits, and of all. */
  telling = 0
  all = 0
  smallWords = 0
  /** An initial or a title is among them. */
  hasWild = false
  /** How many words of any kind there are. */
  count = 0
  /** How many different words and figures there are, what so many of them weigh at least, and the letters of the shortest. */
  different = 0
  readonly lightest = new Float64Array(MOST_WORDS + 1)
  shortest = 0
  /** The places of words of other kinds. */
  #others = 0

  begin(asked: NameForm, words: WordTable): void {
    const count = Math.min(asked.to - asked.from, MOST_WORDS)
    this.count = count
    this.telling = 0
    this.smallWords = 0
    this.hasWild = false
    this.#others = 0
    this.all = (1 << count) - 1
    for (let place = 0; place < count; place += 1) {
      const word = asked.words[asked.from + place] ?? 0
      const kind = words.kind(word)
      this.weights[place] = words.weight(word)
      this.lengths[place] = Math.min(words.length(word), 255)
      this.firsts[place] = firstOf(words.firstLetter(word))
      this.#sounds[place] = words.soundLetters(word)
      this.brands[place] = brandOf(asked, asked.from + place, words)
      if (kind === WORD || kind === FIGURE) this.telling |= 1 << place
      else this.#others |= 1 << place
      if (kind === SMALL) this.smallWords += 1
      if (kind === INITIAL || kind === TITLE) this.hasWild = true
    }
    this.#readDifferent(asked)
  }

  #readDifferent(asked: NameForm): void {
    const weights: number[] = []
    this.shortest = 0
    for (let bits = this.telling; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      if (this.#isRepeated(asked, place)) continue
      weights.push(this.weights[place] ?? 0)
      const length = this.lengths[place] ?? 0
      if (weights.length === 1 || length < this.shortest) this.shortest = length
    }
    this.different = weights.length
    weights.sort((a, b) => a - b)
    weights.forEach((weight, at) => {
      this.lightest[at + 1] = (this.lightest[at] ?? 0) + weight
    })
  }

  #isRepeated(asked: NameForm, place: number): boolean {
    const word = asked.words[asked.from + place]
    for (let at = 0; at < place; at += 1) if (asked.words[asked.from + at] === word) return true
    return false
  }

  /** Of some places those that may be the very letters of a listed word which is of another kind. */
  sameAs(places: number, traits: number): number {
    const [first, length] = [firstIn(traits), lengthIn(traits)]
    let same = 0
    for (let bits = places; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      if (this.firsts[place] === first && this.lengths[place] === length) same |= 1 << place
    }
    return same
  }

  /** Whether what stands before these words is enough for a name that was cut there; an initial may be any word. */
  mayEndBefore(missing: number): boolean {
    if (missing === 0 || this.hasWild) return true
    let [weight, count, letters] = [0, 0, 0]
    const before = (1 << lowest(missing)) - 1
    for (let bits = this.telling & before; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      weight += this.weights[place] ?? 0
      letters += this.lengths[place] ?? 0
      count += 1
    }
    return canBeBeginning(weight + SMALL_WORDS, count, letters + SMALL_LETTERS)
  }

  /** Whether a listed word may be spelt as one of the words asked for that tell nothing. */
  hasOther(traits: number): boolean {
    return this.sameAs(this.#others, traits) !== 0
  }

  /**
   * How many edits at least count between a word asked for and a listed one, given by its sound and its traits:
   * none where the word of a firm may be cut short.
   */
  editsTo(place: number, sound: number, traits: number, isPerson: boolean): number {
    const edits = leastEdits(this.#sounds[place] ?? 0, sound)
    if (isPerson || edits <= FEWEST_EDITS) return edits
    const apart = Math.abs(lengthIn(traits) - (this.lengths[place] ?? 0))
    return apart >= 2 && firstIn(traits) === this.firsts[place] ? 0 : edits
  }
}
