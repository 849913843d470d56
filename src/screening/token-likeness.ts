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

/** The letters of a text as numbers. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  readCodes(text, codes)
  return codes
}

function readCodes(text: string, codes: Uint16Array): void {
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
}

const LEFT = new Uint16Array(LONGEST)
const RIGHT = new Uint16Array(LONGEST)

export function likeness(left: string, right: string): number {
  return likenessWithin(left, right, Number.POSITIVE_INFINITY)
}

/** As {@link likeness}, but nothing where edits cost more than the budget given. */
export function likenessWithin(left: string, right: string, most: number): number {
  if (left === right) return 1
  if (left.length > LONGEST || right.length > LONGEST) return 0
  readCodes(left, LEFT)
  readCodes(right, RIGHT)
  ROWS.begin(LEFT, left.length)
  return ROWS.alike(RIGHT, right.length, most)
}

/** A cost as likeness: by the lengths of both words, multiplied. */
function alikeBy(cost: number, budget: number, area: number): number {
  return cost > budget ? 0 : Math.max(0, 1 - (0.9 * cost) / Math.sqrt(area))
}

const WIDTH = LONGEST + 2
const CELLS = new Float64Array(WIDTH * WIDTH)
const GAPS = new Float64Array(WIDTH)
/** The letters of the one word as rows of the table of substitutions. */
const INDEXES = new Uint8Array(WIDTH)
/** Of each row the first and the last cell within the budget; those beside them are filled, the others not. */
const FIRST = new Int32Array(WIDTH)
const LAST = new Int32Array(WIDTH)
const FAR = 1e6

/** Weighted optimal string alignment of one word with others. There is room for one at a time. */
export class EditRows {
  #word: Uint16Array
  #start = 0
  #length = 0

  constructor(word: Uint16Array, length: number, start = 0) {
    this.#word = word
    this.begin(word, length, start)
  }

  /** Begins anew with another word. */
  begin(word: Uint16Array, length: number, start = 0): void {
    this.#word = word
    this.#start = start
    this.#length = length
    CELLS[0] = 0
    for (let j = 0; j < length; j += 1) {
      const letter = word[start + j] ?? 0
      GAPS[j] = gapOf(letter, j === 0 ? -1 : (word[start + j - 1] ?? 0))
      INDEXES[j] = indexOf(letter)
      CELLS[j + 1] = (CELLS[j] ?? 0) + (GAPS[j] ?? 1)
    }
    CELLS[length + 1] = FAR
  }

  /** How alike another word is, or nothing where edits cost more than `most`. */
  alike(other: Uint16Array, length: number, most: number, from = 0): number {
    const shortest = Math.min(length, this.#length)
    const budget = Math.min(most, budgetOf(shortest))
    const apart = Math.abs(length - this.#length)
    const longest = Math.max(length, this.#length)
    if (budget === 0 || longest > LONGEST || apart > MOST_APART) return 0
    return alikeBy(this.cost(other, length, budget, from), budget, length * this.#length)
  }

  /** The cost of the whole of another word, or more than the budget. */
  cost(other: Uint16Array, length: number, budget: number, from = 0): number {
    FIRST[0] = 0
    LAST[0] = this.#length
    let before = 0
    for (let depth = 1; depth <= length; depth += 1) {
      const least = this.#row(other, depth, from, budget)
      // Two letters swapped reach over one row.
      if (least > budget && before + SWAP > budget) return FAR
      before = least
    }
    return LAST[length] === this.#length ? (CELLS[length * WIDTH + this.#length] ?? 0) : FAR
  }

  /** Fills the row of the letter before `depth` as far as it may stay within the budget; gives its least cost. */
  #row(other: Uint16Array, depth: number, from: number, budget: number): number {
    const word = this.#word
    const behind = this.#start - 1
    const length = this.#length
    const code = other[from + depth - 1] ?? 0
    const earlier = depth > 1 ? (other[from + depth - 2] ?? 0) : -1
    const remove = gapOf(code, earlier)
    const line = indexOf(code) * SIZE
    const current = depth * WIDTH
    const previous = current - WIDTH
    const filled = lastOf(depth - 1) + 1
    const end = Math.min(length, endOf(depth))
    const first = firstOf(depth)
    let cell = first === 0 ? cellOf(previous) + remove : FAR
    CELLS[first === 0 ? current : current + first - 1] = cell
    let j = Math.max(first, 1)
    for (; j <= length; j += 1) {
      const letter = word[behind + j] ?? 0
      cell += gapAt(j - 1)
      if (j <= filled) {
        const changed = cellOf(previous + j - 1)
        const cost = letter === code ? changed : changed + changeOf(changed, line, j, depth)
        cell = Math.min(cost, cellOf(previous + j) + remove, cell)
      }
      if (letter === earlier && j > 1 && word[behind + j - 1] === code) {
        cell = Math.min(cell, swappedCost(depth, j))
      }
      CELLS[current + j] = cell
      if (j >= end && cell > budget) break
    }
    const last = Math.min(j, length)
    CELLS[current + last + 1] = FAR
    return closeRow(depth, first, last, budget)
  }
}

/** Where a row begins that may stay within the budget: below the one before, or two swapped letters below. */
function firstOf(depth: number): number {
  const above = FIRST[depth - 1] ?? 0
  return depth > 1 ? Math.min(above, (FIRST[depth - 2] ?? 0) + 2) : above
}

/** The last cell of a row that the rows before lead to. */
function endOf(depth: number): number {
  return depth > 1 ? Math.max(lastOf(depth - 1) + 1, lastOf(depth - 2) + 2) : lastOf(depth - 1) + 1
}

/** Notes where a row stays within the budget; gives its least cost. */
function closeRow(depth: number, first: number, last: number, budget: number): number {
  const current = depth * WIDTH
  let least = FAR
  let [low, high] = [first, first - 1]
  for (let j = first; j <= last; j += 1) {
    const cell = cellOf(current + j)
    if (cell > budget) continue
    if (least === FAR) low = j
    high = j
    if (cell < least) least = cell
  }
  FIRST[depth] = low
  LAST[depth] = high
  return least
}

/** What one letter for another costs more than what stands before them. */
function changeOf(before: number, line: number, j: number, depth: number): number {
  const cost = SUBSTITUTION[line + (INDEXES[j - 1] ?? 0)] ?? 1
  return depth + j === 2 ? cost + firstLetterCost(before + cost) : cost
}

function cellOf(at: number): number {
  return CELLS[at] ?? 0
}

function gapAt(at: number): number {
  return GAPS[at] ?? 1
}

function lastOf(depth: number): number {
  return LAST[depth] ?? 0
}

/** What two letters swapped cost that end at a cell. */
function swappedCost(depth: number, j: number): number {
  const isFilled = j - 2 >= (FIRST[depth - 2] ?? 0) && j - 2 <= lastOf(depth - 2)
  return isFilled ? cellOf((depth - 2) * WIDTH + j - 2) + SWAP : FAR
}

const ROWS = new EditRows(LEFT, 0)

/** The first letter is the one that is typed right. */
function firstLetterCost(cost: number): number {
  return cost < 1 ? 0.3 : 0.5
}

/** What it costs to leave out a letter that stands behind another, or behind none (-1). */
function gapOf(code: number, before: number): number {
  return code === before ? REPEATED : (GAP[indexOf(code)] ?? 1)
}
