const LETTERS = 27
/** As many as there are bits. */
const LONGEST = 31

/**
 * How many letters of one word are another one, left out or swapped with their neighbour in others, whatever
 * each costs. All cells of a column are counted at once, as bits (Hyyrö, A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances, 2003). What is no Latin letter counts as one letter, so that it may
 * be fewer than there are, never more.
 */
export class LetterOrder {
  /** Where each letter stands in the one word, as bits. */
  readonly #places = new Int32Array(LETTERS)
  #length = 0

  begin(letters: Uint16Array, start: number, length: number): void {
    this.#places.fill(0)
    this.#length = length
    if (length > LONGEST) return
    for (let at = 0; at < length; at += 1) {
      const slot = slotOf(letters[start + at] ?? 0)
      this.#places[slot] = (this.#places[slot] ?? 0) | (1 << at)
    }
  }

  /** Nothing where the one word has more letters than are kept, or none. */
  edits(letters: Uint16Array, start: number, length: number): number {
    let edits = this.#length
    if (edits === 0 || edits > LONGEST) return 0
    const places = this.#places
    const last = 1 << (edits - 1)
    let [more, less, same, before] = [-1, 0, 0, 0]
    const end = start + length
    for (let at = start; at < end; at += 1) {
      const here = places[slotOf(letters[at] ?? 0)] ?? 0
      const swapped = ((~same & here) << 1) & before
      same = ((((here & more) + more) | 0) ^ more) | here | less | swapped
      const up = less | ~(same | more)
      const down = same & more
      if ((up & last) !== 0) edits += 1
      else if ((down & last) !== 0) edits -= 1
      const shifted = (up << 1) | 1
      more = (down << 1) | ~(same | shifted)
      less = same & shifted
      before = here
    }
    return edits
  }
}

function slotOf(code: number): number {
  const slot = code - 97
  return slot >= 0 && slot < LETTERS - 1 ? slot : LETTERS - 1
}
