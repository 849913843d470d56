import { countsOf, leastCost, repeatsOf } from './word-letters.ts'

/**
 * How alike two words are, 0 to 1. Edits that transliteration and typing make (a vowel for another, a
 * doubled letter, k for q) cost less than the others; each length has a budget, and above it words are
 * simply different, so that short words must agree.
 */
const CHEAP_GROUPS = 'aeiouy ckq szx dt gj vwf bp iyj lr mn hk ouw'.split(' ')
const LESS_CHEAP = new Set(['lr', 'mn', 'bp', 'hk'])

const LETTERS = 26
/** One more row and column for whatever is no letter. */
const SIZE = LETTERS + 1
const SUBSTITUTION = new Float64Array(SIZE * SIZE).fill(1)
for (const group of CHEAP_GROUPS) {
  for (const left of group) {
    for (const right of group) {
      const cost = LESS_CHEAP.has(group) ? 0.7 : 0.4
      const at = indexOf(left.charCodeAt(0)) * SIZE + indexOf(right.charCodeAt(0))
      SUBSTITUTION[at] = Math.min(cost, SUBSTITUTION[at] ?? 1)
    }
  }
}
/** What leaving out a letter costs that does not repeat the one before. */
const GAP = Float64Array.from({ length: SIZE }, (_, at) =>
  'aeiouyh'.includes(letterAt(at)) ? 0.5 : 1,
)
const REPEATED = 0.25
const SWAP = 0.7

function indexOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 97 : LETTERS
}

function letterAt(index: number): string {
  return index === LETTERS ? ' ' : String.fromCharCode(97 + index)
}

const LONGEST = 48
/** Words that differ more in length are not compared. */
export const MOST_APART = 3

/** The most that two words may differ of which the shorter has this length. */
export function budgetOf(length: number): number {
  if (length <= 1) return 0
  if (length === 2) return 0.5
  if (length === 3) return 1
  if (length === 4) return 1.5
  if (length <= 6) return 2
  if (length <= 9) return 2.5
  return 3.4
}

const LEFT = new Uint16Array(LONGEST)
const RIGHT = new Uint16Array(LONGEST)

export function likeness(left: string, right: string): number {
  const budget = budgetOf(Math.min(left.length, right.length))
  if (left !== right) {
    const repeats = repeatsOf(left) + repeatsOf(right)
    if (leastCost(countsOf(left), countsOf(right), repeats) > budget) return 0
  }
  return likenessWithin(left, right, budget)
}

/** As {@link likeness}, but nothing where edits cost more than the budget given. */
export function likenessWithin(left: string, right: string, most: number): number {
  if (left === right) return 1
  const longest = Math.max(left.length, right.length)
  const shortest = Math.min(left.length, right.length)
  const budget = Math.min(most, budgetOf(shortest))
  if (budget === 0 || longest > LONGEST || longest - shortest > MOST_APART) return 0
  for (let at = 0; at < left.length; at += 1) LEFT[at] = left.charCodeAt(at)
  for (let at = 0; at < right.length; at += 1) RIGHT[at] = right.charCodeAt(at)
  const rows = new EditRows(LEFT, left.length)
  return alikeBy(rows.cost(RIGHT, right.length, budget), budget, longest * shortest)
}

/** A cost as likeness: by the lengths of both words, multiplied. */
function alikeBy(cost: number, budget: number, area: number): number {
  return cost > budget ? 0 : Math.max(0, 1 - (0.9 * cost) / Math.sqrt(area))
}

const WIDTH = LONGEST + 1
const CELLS = new Float64Array(WIDTH * WIDTH)
const GAPS = new Float64Array(WIDTH)
/** The letters of the one word as rows of the table of substitutions. */
const INDEXES = new Uint8Array(WIDTH)

/** Weighted optimal string alignment of one word with others. There is room for one at a time. */
export class EditRows {
  readonly #word: Uint16Array
  readonly #length: number

  constructor(word: Uint16Array, length: number) {
    this.#word = word
    this.#length = length
    CELLS[0] = 0
    for (let j = 0; j < length; j += 1) {
      GAPS[j] = gapOf(word[j] ?? 0, j === 0 ? -1 : (word[j - 1] ?? 0))
      INDEXES[j] = indexOf(word[j] ?? 0)
      CELLS[j + 1] = (CELLS[j] ?? 0) + (GAPS[j] ?? 1)
    }
  }

  /** The cost of the whole of another word, or more than the budget. */
  cost(other: Uint16Array, length: number, budget: number, from = 0): number {
    let before = 0
    for (let depth = 1; depth <= length; depth += 1) {
      const least = this.#row(other, depth, from)
      // Two letters swapped reach over one row.
      if (least > budget && before + SWAP > budget) return least
      before = least
    }
    return CELLS[length * WIDTH + this.#length] ?? 0
  }

  /** Fills the row of the letter before `depth`; gives its least cost. */
  #row(other: Uint16Array, depth: number, from: number): number {
    const word = this.#word
    const length = this.#length
    const code = other[from + depth - 1] ?? 0
    const earlier = depth > 1 ? (other[from + depth - 2] ?? 0) : -1
    const remove = gapOf(code, earlier)
    const line = indexOf(code) * SIZE
    const current = depth * WIDTH
    const previous = current - WIDTH
    let diagonal = CELLS[previous] ?? 0
    let cell = diagonal + remove
    let least = cell
    CELLS[current] = cell
    for (let j = 1; j <= length; j += 1) {
      const letter = word[j - 1] ?? 0
      const above = CELLS[previous + j] ?? 0
      let cost = diagonal
      if (letter !== code) {
        cost += SUBSTITUTION[line + (INDEXES[j - 1] ?? 0)] ?? 1
        if (depth + j === 2) cost += firstLetterCost(cost)
      }
      cost = Math.min(cost, above + remove, cell + (GAPS[j - 1] ?? 1))
      if (letter === earlier && j > 1 && word[j - 2] === code) {
        cost = Math.min(cost, (CELLS[previous - WIDTH + j - 2] ?? 0) + SWAP)
      }
      CELLS[current + j] = cost
      if (cost < least) least = cost
      diagonal = above
      cell = cost
    }
    return least
  }
}

/** The first letter is the one that is typed right. */
function firstLetterCost(cost: number): number {
  return cost < 1 ? 0.3 : 0.5
}

/** What it costs to leave out a letter that stands behind another, or behind none (-1). */
function gapOf(code: number, before: number): number {
  return code === before ? REPEATED : (GAP[indexOf(code)] ?? 1)
}
