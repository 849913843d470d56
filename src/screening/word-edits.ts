import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, EditRows, MOST_APART } from './edit-rows.ts'
import { LetterOrder } from './letter-order.ts'
import { bitsOf, leastCost, leastCostInOrder, leastCostOfEdits, savedBy } from './word-letters.ts'
import { BYTE, COUNTS, INFO, LINE, lengthIn, ORDER, VOWELS } from './word-lines.ts'
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
  readonly #letters = new LetterOrder()
  readonly #rows = new EditRows()
  /** What edits may cost to words of each length, nothing where the lengths lie too far apart. */
  readonly #budgets = new Float64Array(BYTE + 1)
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
    this.#letters.begin(words.letters, words.start(word), this.#length)
    this.#hasRows = false
    this.#budgets.fill(-1)
    const most = Math.min(this.#length + MOST_APART, LONGEST)
    for (let other = Math.max(0, this.#length - MOST_APART); other <= most; other += 1) {
      const letters = Math.sqrt(this.#length * other)
      const budget = budgetOf(Math.min(this.#length, other))
      this.#budgets[other] = Math.min(this.#perLetter * letters, budget)
    }
  }

  /** Keeps of so many words those whose letters may be within the budget, in their order; gives how many. */
  sift(others: Uint32Array, count: number): number {
    const { lines } = this.#words
    const budgets = this.#budgets
    const [own, ownVowels] = [this.#counts, this.#vowels]
    let kept = 0
    for (let at = 0; at < count; at += 1) {
      const other = others[at] ?? 0
      const line = other * LINE
      const budget = budgets[lengthIn(lines[line + INFO] ?? 0)] ?? -1
      const cost = leastCost(own, ownVowels, lines[line + COUNTS] ?? 0, lines[line + VOWELS] ?? 0)
      others[kept] = other
      if (cost <= budget + LITTLE) kept += 1
    }
    return kept
  }

  /** Whether their letters leave it open that edits within the budget lead to another word. */
  canBeWithin(other: number): boolean {
    const words = this.#words
    const { lines } = words
    const line = other * LINE
    const length = lengthIn(lines[line + INFO] ?? 0)
    const budget = (this.#budgets[length] ?? -1) + LITTLE
    if (budget < 0) return false
    const [own, ownVowels] = [this.#counts, this.#vowels]
    const counts = lines[line + COUNTS] ?? 0
    const vowels = lines[line + VOWELS] ?? 0
    const apart = bitsOf(own ^ counts) * PER_CONSONANT
    if (apart > budget && apart - savedBy(ownVowels, vowels) > budget) return false
    if (leastCost(own, ownVowels, counts, vowels) > budget) return false
    const inOrder = this.#order.edits(lines[line + ORDER] ?? 0)
    if (leastCostInOrder(inOrder, own, ownVowels, counts, vowels, budget) > budget) return false
    const edits = this.#letters.edits(words.letters, words.start(other), length)
    return leastCostOfEdits(edits, inOrder, ownVowels, vowels) <= budget
  }

  /** Whether they do, where {@link canBeWithin}. */
  isWithin(other: number): boolean {
    const words = this.#words
    if (!this.#hasRows) {
      this.#rows.begin(words.letters, this.#length, words.start(this.#word))
      this.#hasRows = true
    }
    const length = words.length(other)
    const budget = this.#budgets[length] ?? -1
    return this.#rows.cost(words.letters, length, budget, words.start(other)) <= budget
  }
}
