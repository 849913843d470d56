import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, type EditRows, MOST_APART } from './token-likeness.ts'
import { leastCost, leastCostInOrder } from './word-letters.ts'
import type { WordTable } from './word-table.ts'

const LONGEST = 48
const LITTLE = 1e-9

/** Whether edits lead from one word to others of its table, told by what is known of their letters. */
export class WordEdits {
  readonly #words: WordTable
  readonly #perLetter: number
  readonly #order = new ConsonantOrder()
  /** What edits may cost to words of each length. */
  readonly #budgets = new Float64Array(LONGEST + 1)
  #word = 0
  #length = 0
  #counts = 0
  #vowels = 0

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
    const [counts, vowels] = [words.counts(other), words.vowels(other)]
    if (leastCost(this.#counts, this.#vowels, counts, vowels) > budget) return false
    const edits = this.#order.edits(words.order(other))
    return leastCostInOrder(edits, this.#counts, this.#vowels, counts, vowels, budget) <= budget
  }

  /** Whether they do, where {@link canBeWithin}. The rows are those of the word. */
  isWithin(other: number, rows: EditRows): boolean {
    const words = this.#words
    const budget = this.budget(other)
    return rows.cost(words.letters, words.length(other), budget, words.start(other)) <= budget
  }

  /** Makes rows of edits those of the word. */
  beginRows(rows: EditRows): void {
    const words = this.#words
    rows.begin(words.letters, this.#length, words.start(this.#word))
  }
}
