import {
  BREATHS_AT,
  bitsOf,
  breathsOf,
  GLIDES_AT,
  MOST_GLIDES,
  REPEATS_AT,
  VOWEL_BITS,
} from './word-letters.ts'

/** What edits cost at least, in twentieths: see `leastCost`, which counts the same for one pair. */
const CHANGED = 20
const CONSONANT = 14
const VOWEL = 10
const OTHER_VOWEL = 8
const REPEAT = 9
const GLIDE = 6
/** By the order of the consonants a glide may save another vowel, and a repeated letter a whole change. */
const GLIDE_IN_ORDER = 12
const REPEAT_IN_ORDER = 15
const BREATH = 6
/** Letters `h` and `k` of a word, up to three each. */
const BREATHS = 16
const HALF = 16
const FEW = 0x1f

/**
 * The least that edits from one word to others can cost, by the letters of both as bits, all in whole numbers:
 * thousands of words are asked for one.
 */
export class LeastCost {
  #counts = 0
  #vowels = 0
  #saved = 0
  #savedInOrder = 0
  /** What an `h` for a `k` saves, by the breaths and stops of the other word. */
  readonly #breaths = new Int32Array(BREATHS)

  begin(counts: number, vowels: number): void {
    this.#counts = counts
    this.#vowels = vowels
    const [glides, repeats] = [glidesIn(vowels), repeatsIn(vowels)]
    this.#saved = glides * GLIDE + repeats * REPEAT
    this.#savedInOrder = glides * GLIDE_IN_ORDER + repeats * REPEAT_IN_ORDER
    for (let other = 0; other < BREATHS; other += 1) {
      this.#breaths[other] = breathsOf(vowels, other << BREATHS_AT) * BREATH
    }
  }

  /**
   * Whether so many twentieths cannot do, where so many edits lie between the consonants of both in their order.
   * By that order as many as one word has more of its consonants cost 1 each, those beyond may be two swapped;
   * a vowel for a consonant may even out the vowels, and there is no room for more of them than `most` is worth.
   */
  isAbove(most: number, inOrder: number, counts: number, vowels: number): boolean {
    const own = this.#vowels
    // Both differences of the vowels are counted at once.
    let bits = (own & ~vowels & VOWEL_BITS) | ((vowels & ~own & VOWEL_BITS) << HALF)
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    bits = (bits + (bits >>> 4)) & 0x0f0f0f0f
    bits += bits >>> 8
    const more = bits & FEW
    const less = (bits >>> HALF) & FEW
    const other = more < less ? more : less
    const apart = more < less ? less - more : more - less
    const [glides, repeats] = [glidesIn(vowels), repeatsIn(vowels)]
    const uneven = apart - Math.floor(most / CHANGED)
    const ofVowels =
      (uneven > 0 ? uneven * VOWEL : 0) +
      other * OTHER_VOWEL -
      this.#savedInOrder -
      glides * GLIDE_IN_ORDER -
      repeats * REPEAT_IN_ORDER -
      (this.#breaths[(vowels >>> BREATHS_AT) & (BREATHS - 1)] ?? 0)
    if (inOrder * CONSONANT + ofVowels > most) return true
    const left = bitsOf(this.#counts & ~counts)
    const right = bitsOf(counts & ~this.#counts)
    const greater = left > right ? left : right
    if (inOrder * CONSONANT + greater * (CHANGED - CONSONANT) + ofVowels > most) return true
    const single = left > right ? left - right : right - left
    const changed = single < apart ? single : apart
    const cost =
      (greater - single + changed) * CHANGED +
      (single - changed) * CONSONANT +
      (apart - changed) * VOWEL +
      other * OTHER_VOWEL -
      this.#saved -
      glides * GLIDE -
      repeats * REPEAT
    return cost > most
  }
}

function glidesIn(vowels: number): number {
  return (vowels >>> GLIDES_AT) & MOST_GLIDES
}

function repeatsIn(vowels: number): number {
  return (vowels >>> REPEATS_AT) & MOST_GLIDES
}
