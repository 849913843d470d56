import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, EditRows, MOST_APART } from './edit-rows.ts'
import { bitsOf, leastCost, leastCostInOrder, savedBy } from './word-letters.ts'
import type { WordTable } from './word-table.ts'

const LONGEST = 48
const LITTLE = 1e-9
/** Each consonant that one word has more of its class costs as much at least, whatever it stands for. */
const PER_CONSONANT = 0.5

/** Whether edits lead from one word to others of its table, told by what is known of their letters. */
export class WordEdits {
  readonly #words: WordTable
  readonly #perLetter: number
  readonly #order = new ConsonantOrder()
  readonly #rows = new EditRows()
  /** What edits may cost to words of each length. */
  readonly #budgets = new Float64Array(LONGEST + 1)
  #word = 0
  #length = 0
  #counts = 0
  #vowels = 0
  #hasRows = false

  /** For each letter edits cost so much at most, where the budget of the length allows more. */
  constructor(words: WordTable, perLetter = Number.POSITIVE_INFINITY) {
    this.#words = words
    this.#perLetter = perLetter
  }

  begin(word: number): void {
    const words = this.#words
    this.#word = word
    this.#length = words.length(word)
    this.#counts = words.counts(word)
    this.#vowels = words.vowels(word)
    this.#order.begin(words.order(word))
    this.#hasRows = false
    const most = Math.min(this.#length + MOST_APART, LONGEST)
    for (let other = Math.max(0, this.#length - MOST_APART); other <= most; other += 1) {
      const letters = Math.sqrt(this.#length * other)
      const budget = budgetOf(Math.min(this.#length, other))
      this.#budgets[other] = Math.min(this.#perLetter * letters, budget)
    }
  }

  /** What edits to another word may cost; nothing may where the lengths lie too far apart. */
  budget(other: number): number {
    const length = this.#words.length(other)
    const isNear = Math.abs(length - this.#length) <= MOST_APART && length <= LONGEST
    return isNear ? (this.#budgets[length] ?? -1) : -1
  }

  /** Whether their letters leave it open that edits within the budget lead to another word. */
  canBeWithin(other: number): boolean {
    const words = this.#words
    const budget = this.budget(other) + LITTLE
    if (budget < 0) return false
    const [own, ownVowels] = [this.#counts, this.#vowels]
    const counts = words.counts(other)
    const vowels = words.vowels(other)
    const apart = bitsOf(own ^ counts) * PER_CONSONANT
    if (apart > budget && apart - savedBy(ownVowels, vowels) > budget) return false
    if (leastCost(own, ownVowels, counts, vowels) > budget) return false
    const edits = this.#order.edits(words.order(other))
    return leastCostInOrder(edits, own, ownVowels, counts, vowels, budget) <= budget
  }

  /** Whether they do, where {@link canBeWithin}. */
  isWithin(other: number): boolean {
    const words = this.#words
    if (!this.#hasRows) {
      this.#rows.begin(words.letters, this.#length, words.start(this.#word))
      this.#hasRows = true
    }
    const budget = this.budget(other)
    return this.#rows.cost(words.letters, words.length(other), budget, words.start(other)) <= budget
  }
}
