/**
 * What edits between two words cost, in twentieths, so that all are whole numbers. Those that
 * transliteration and typing make (a vowel for another, a doubled letter, k for q) cost less than others.
 */
const PER_LETTER = 20
const ANY = PER_LETTER
const CHEAP = 8
const LESS_CHEAP = 14
const CHEAP_GROUPS = 'aeiouy ckq szx dt gj vwf iyj ouw'.split(' ')
const LESS_CHEAP_GROUPS = 'lr mn bp hk'.split(' ')
/** Leaving out a letter that repeats the one before, a vowel or a breath, another one. */
const REPEATED = 5
const VOWEL_GAP = 10
const SWAP = 14
const FIRST_CHEAP = 6
const FIRST_OTHER = 10

const LETTERS = 26
/** One more row and column for whatever is no letter. */
const OTHER = LETTERS
const SIZE = LETTERS + 1
const SUBSTITUTION = new Int32Array(SIZE * SIZE).fill(ANY)
for (const [groups, cost] of [
  [LESS_CHEAP_GROUPS, LESS_CHEAP],
  [CHEAP_GROUPS, CHEAP],
] as const) {
  for (const group of groups) {
    for (const left of group) {
      for (const right of group) {
        SUBSTITUTION[indexOf(left.charCodeAt(0)) * SIZE + indexOf(right.charCodeAt(0))] = cost
      }
    }
  }
}
for (let letter = 0; letter < LETTERS; letter += 1) SUBSTITUTION[letter * SIZE + letter] = 0
const GAP = Int32Array.from({ length: SIZE }, (_, at) =>
  at < LETTERS && 'aeiouyh'.includes(String.fromCharCode(97 + at)) ? VOWEL_GAP : ANY,
)

function indexOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 97 : OTHER
}

/** Whether one letter is not written for the other, as `k` is for `q`. */
export function isOtherLetter(left: number, right: number): boolean {
  return SUBSTITUTION[indexOf(left) * SIZE + indexOf(right)] === ANY
}

/** Words that differ more in length are not compared. */
export const MOST_APART = 3

/** The most that two words may differ of which the shorter has this length; each is simply different above it. */
export function budgetOf(length: number): number {
  if (length <= 1) return 0
  if (length === 2) return 0.5
  if (length === 3) return 1
  if (length === 4) return 1.5
  if (length <= 6) return 2
  if (length <= 9) return 2.5
  return 3.4
}

/** Words beyond this length are not compared. */
export const LONGEST = 48
const WIDTH = LONGEST + 2
const FAR = 1e6
const LITTLE = 1e-6

/** Three rows of cells, used in turns: the one being filled, the one before, and the one before that. */
const ROWS = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)] as const

/** The rows that the next one is made of. */
const FILLED = { earliest: ROWS[0], previous: ROWS[1] }

/** Weighted optimal string alignment of one word with others. */
export class EditRows {
  readonly #codes = new Uint16Array(WIDTH)
  readonly #indexes = new Uint8Array(WIDTH)
  readonly #gaps = new Int32Array(WIDTH)
  /** What it costs to leave out all letters up to each. */
  readonly #left = new Int32Array(WIDTH)
  #length = 0
  /** How far a row reaches on either side of the diagonal. */
  #before = 0
  #after = 0

  /** Begins anew with another word. */
  begin(word: Uint16Array, length: number, start = 0): void {
    this.#length = length
    if (length > LONGEST) return
    let before = -1
    for (let j = 0; j < length; j += 1) {
      const code = word[start + j] ?? 0
      const index = indexOf(code)
      this.#codes[j] = code
      this.#indexes[j] = index
      this.#gaps[j] = code === before ? REPEATED : (GAP[index] ?? ANY)
      this.#left[j + 1] = (this.#left[j] ?? 0) + (this.#gaps[j] ?? 0)
      before = code
    }
  }

  /** How alike another word is, or nothing where edits cost more than `most`. */
  alike(other: Uint16Array, length: number, most: number, from = 0): number {
    const budget = Math.min(most, budgetOf(Math.min(length, this.#length)))
    if (budget === 0 || Math.abs(length - this.#length) > MOST_APART) return 0
    const cost = this.cost(other, length, budget, from)
    return cost > budget ? 0 : Math.max(0, 1 - (0.9 * cost) / Math.sqrt(length * this.#length))
  }

  /** The cost of the whole of another word in letters, or more than the budget. */
  cost(other: Uint16Array, length: number, budget: number, from = 0): number {
    const most = Math.min(Math.floor(budget * PER_LETTER + LITTLE), FAR)
    const apart = length - this.#length
    // To leave the diagonal and to come back costs two letters left out.
    const room = Math.floor((most - Math.abs(apart) * REPEATED) / (2 * REPEATED))
    if (room < 0 || length > LONGEST || this.#length > LONGEST) return FAR
    this.#before = Math.max(apart, 0) + room
    this.#after = Math.max(-apart, 0) + room
    const cost = this.#fill(other, from, length, most)
    return cost > most ? FAR : cost / PER_LETTER
  }

  /** Fills the rows of all letters of another word, as far as they may stay within the budget. */
  #fill(other: Uint16Array, from: number, length: number, most: number): number {
    let earliest = ROWS[0]
    let previous = ROWS[1]
    let current = ROWS[2]
    const left = this.#left
    for (let j = Math.min(this.#length, this.#after + 1); j >= 0; j -= 1) previous[j] = left[j] ?? 0
    let earlier = -1
    let leastBefore = 0
    for (let depth = 1; depth <= length; depth += 1) {
      const code = other[from + depth - 1] ?? 0
      FILLED.earliest = earliest
      FILLED.previous = previous
      const least = this.#row(current, depth, code, earlier)
      // Two letters swapped reach over one row.
      if (least > most && leastBefore + SWAP > most) return FAR
      leastBefore = least
      const spare = earliest
      earliest = previous
      previous = current
      current = spare
      earlier = code
    }
    return previous[this.#length] ?? FAR
  }

  /** Fills the row of a letter behind another one; gives its least cost. */
  #row(current: Int32Array, depth: number, code: number, earlier: number): number {
    const { earliest, previous } = FILLED
    const codes = this.#codes
    const indexes = this.#indexes
    const gaps = this.#gaps
    const index = indexOf(code)
    const line = index * SIZE
    const remove = code === earlier ? REPEATED : (GAP[index] ?? ANY)
    const low = Math.max(1, depth - this.#before)
    const high = Math.min(this.#length, depth + this.#after)
    let cell = low === 1 ? (previous[0] ?? FAR) + remove : FAR
    current[low - 1] = cell
    let least = cell
    for (let j = low; j <= high; j += 1) {
      const at = j - 1
      const own = codes[at] ?? 0
      let change = own === code ? 0 : (SUBSTITUTION[line + (indexes[at] ?? 0)] ?? ANY)
      if (depth + at === 1) change += firstLetterCost(change)
      cell = least2(
        least2((previous[at] ?? FAR) + change, (previous[j] ?? FAR) + remove),
        cell + (gaps[at] ?? 0),
      )
      if (own === earlier && at > 0 && codes[at - 1] === code) {
        cell = least2(cell, (earliest[at - 1] ?? FAR) + SWAP)
      }
      current[j] = cell
      least = least2(least, cell)
    }
    current[high + 1] = FAR
    return least
  }
}

/** What another first letter costs more: it is the one that is typed right. */
function firstLetterCost(change: number): number {
  return change === 0 ? 0 : change < ANY ? FIRST_CHEAP : FIRST_OTHER
}

/** The lesser of two whole numbers, without a branch that cannot be foretold. */
function least2(left: number, right: number): number {
  const apart = left - right
  return right + (apart & (apart >> 31))
}
