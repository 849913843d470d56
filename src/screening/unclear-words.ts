import type { WordsMissing } from './name-bound.ts'
import { MOST_WORDS } from './word-mates.ts'

/**
 * Telling words of one name of which none is clearly like a word of the other. It is not asked which of them
 * are counterparts all the same: {@link leave} tells what is missing at least, however many are.
 */
export class UnclearWords {
  /** How many there are. */
  count = 0
  /** How many tell one name from another. */
  brands = 0
  #shortest = 0
  /** What they weigh, the heaviest first. */
  readonly #weights = new Float64Array(MOST_WORDS)
  /** How many edits at least lie between each and the word most like it, the fewest first. */
  readonly #edits = new Uint8Array(MOST_WORDS)

  clear(): void {
    this.count = 0
    this.brands = 0
    this.#shortest = Number.POSITIVE_INFINITY
  }

  add(weight: number, letters: number, brand: number, edits = 0): void {
    if (this.count === MOST_WORDS) return
    let at = this.count
    for (; at > 0 && (this.#weights[at - 1] ?? 0) < weight; at -= 1) {
      this.#weights[at] = this.#weights[at - 1] ?? 0
    }
    this.#weights[at] = weight
    at = this.count
    for (; at > 0 && (this.#edits[at - 1] ?? 0) > edits; at -= 1) {
      this.#edits[at] = this.#edits[at - 1] ?? 0
    }
    this.#edits[at] = edits
    this.count += 1
    this.brands += brand
    if (letters < this.#shortest) this.#shortest = letters
  }

  /** How many edits lie at least between the words of one of so many pairs. */
  edits(pairs: number): number {
    return pairs === 0 ? 0 : (this.#edits[pairs - 1] ?? 0)
  }

  /** What so many of them weigh at least. */
  lightest(pairs: number): number {
    let weight = 0
    for (let at = Math.max(0, this.count - pairs); at < this.count; at += 1) {
      weight += this.#weights[at] ?? 0
    }
    return weight
  }

  /** Puts into `missing` what is left at least once so many have a counterpart. */
  leave(paired: number, missing: WordsMissing): void {
    const words = Math.max(0, this.count - paired)
    missing.words = words
    missing.letters = words === 0 ? 0 : words * this.#shortest
    missing.brands = this.brands - paired
    missing.weight = 0
    for (let at = paired; at < this.count; at += 1) missing.weight += this.#weights[at] ?? 0
  }
}
