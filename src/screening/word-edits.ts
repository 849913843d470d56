import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, EditRows, MOST_APART } from './edit-rows.ts'
import { LeastCost } from './least-cost.ts'
import { LetterOrder } from './letter-order.ts'
import { codesOf } from './token-likeness.ts'
import { countsOf, leastCostOfEdits, orderOf, vowelsOf } from './word-letters.ts'
import type { WordTable } from './word-table.ts'

const LONGEST = 48
const ANY_LETTER = -1
const EIGHT_BITS = 255
const PER_COST = 20
/** Lengths as a column tells them, in eight bits. */
const LENGTHS = 256
const LITTLE = 1e-9

/** Words with their letters as the bounds take them, each beside the next, first letters in order. */
export interface WordColumn {
  readonly words: Uint32Array
  readonly lengths: Uint8Array
  /** First letters, in eight bits. */
  readonly firsts: Uint8Array
  readonly counts: Uint32Array
  readonly vowels: Uint32Array
}

/** Whether edits lead from one word to others of its table, told by what is known of their letters. */
export class WordEdits {
  readonly #words: WordTable
  readonly #perLetter: number
  readonly #order = new ConsonantOrder()
  readonly #letters = new LetterOrder()
  readonly #rows = new EditRows()
  /** What edits may cost to words of each length, nothing where the lengths lie too far apart. */
  readonly #budgets = new Float64Array(LENGTHS).fill(-1)
  /** The same in twentieths. */
  readonly #mosts = new Int32Array(LENGTHS).fill(-1)
  readonly #least = new LeastCost()
  #start = 0
  /** The letters of a text that is no word. */
  #text: Uint16Array | undefined
  /** What edits to any word may cost. */
  most = 0
  #length = 0
  #vowels = 0
  #hasRows = false

  /** For each letter edits cost so much at most, where the budget of the length allows more. */
  constructor(words: WordTable, perLetter = Number.POSITIVE_INFINITY) {
    this.#words = words
    this.#perLetter = perLetter
  }

  begin(word: number): void {
    const words = this.#words
    this.#start = words.start(word)
    this.#text = undefined
    this.#begin(words.length(word), words.counts(word), words.vowels(word), words.order(word))
    this.#letters.begin(words.letters, this.#start, this.#length)
  }

  /** The same for a text that is no word of the table. */
  beginText(text: string): void {
    this.#start = 0
    this.#text = codesOf(text)
    this.#begin(text.length, countsOf(text), vowelsOf(text), orderOf(text))
    this.#letters.begin(this.#text, 0, text.length)
  }

  #begin(length: number, counts: number, vowels: number, order: number): void {
    this.#drop()
    this.#length = length
    this.#vowels = vowels
    this.#least.begin(counts, vowels)
    this.#order.begin(order)
    this.#hasRows = false
    this.most = 0
    const most = Math.min(length + MOST_APART, LONGEST)
    for (let other = Math.max(0, length - MOST_APART); other <= most; other += 1) {
      const letters = Math.sqrt(length * other)
      const budget = Math.min(this.#perLetter * letters, budgetOf(Math.min(length, other)))
      this.#budgets[other] = budget
      this.#mosts[other] = Math.floor((budget + LITTLE) * PER_COST)
      this.most = Math.max(this.most, budget)
    }
  }

  /** Drops what was written for the lengths near the last one. */
  #drop(): void {
    const most = Math.min(this.#length + MOST_APART, LONGEST)
    for (let other = Math.max(0, this.#length - MOST_APART); other <= most; other += 1) {
      this.#budgets[other] = -1
      this.#mosts[other] = -1
    }
  }

  /**
   * Adds the words of a column from one place to another that are within the budget, so many edits of outlines
   * away; of a text only those that begin with its letter.
   */
  addWithin(column: WordColumn, from: number, to: number, apart: number, found: number[]): void {
    const words = this.#words
    const mosts = this.#mosts
    const least = this.#least
    const { firsts } = column
    const first = this.#text === undefined ? ANY_LETTER : (this.#text[0] ?? 0) & EIGHT_BITS
    const begin = first === ANY_LETTER ? from : firstAt(firsts, from, to, first)
    for (let at = begin; at < to; at += 1) {
      if (first !== ANY_LETTER && firsts[at] !== first) return
      const length = column.lengths[at] ?? 0
      const most = mosts[length] ?? -1
      if (most < 0) continue
      const vowels = column.vowels[at] ?? 0
      if (least.isAbove(most, apart, column.counts[at] ?? 0, vowels)) continue
      const other = column.words[at] ?? 0
      const edits = this.#letters.edits(words.letters, words.start(other), length)
      if (leastCostOfEdits(edits, apart, this.#vowels, vowels) * PER_COST > most + LITTLE) continue
      if (this.isWithin(other)) found.push(other)
    }
  }

  /** Whether their letters leave it open that edits within the budget lead to another word. */
  canBeWithin(other: number): boolean {
    const words = this.#words
    const length = words.length(other)
    const most = this.#mosts[length] ?? -1
    if (most < 0) return false
    const counts = words.counts(other)
    const vowels = words.vowels(other)
    // What is far apart is told without its order.
    if (this.#least.isAbove(most, 0, counts, vowels)) return false
    const inOrder = this.#order.edits(words.order(other))
    if (inOrder > 0 && this.#least.isAbove(most, inOrder, counts, vowels)) return false
    const edits = this.#letters.edits(words.letters, words.start(other), length)
    return leastCostOfEdits(edits, inOrder, this.#vowels, vowels) * PER_COST <= most + LITTLE
  }

  /** Whether they do, where {@link canBeWithin}. */
  isWithin(other: number): boolean {
    const words = this.#words
    if (!this.#hasRows) {
      this.#rows.begin(this.#text ?? words.letters, this.#length, this.#start)
      this.#hasRows = true
    }
    const length = words.length(other)
    const budget = this.#budgets[length] ?? -1
    return this.#rows.cost(words.letters, length, budget, words.start(other)) <= budget
  }
}

/** Where the first letters, which stand in order, reach one. */
function firstAt(firsts: Uint8Array, from: number, to: number, first: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((firsts[middle] ?? 0) < first) low = middle + 1
    else high = middle
  }
  return low
}
