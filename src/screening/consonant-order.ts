import { UNKNOWN_ORDER } from './word-letters.ts'

/**
 * How many edits lie between the consonants of one word and those of others, each given by `orderOf`: a
 * class for another, left out, or two neighbours swapped. All cells of a column are counted at once, as
 * bits (Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003).
 */
export class ConsonantOrder {
  /** Where each class stands in the one word, as bits. */
  readonly #places = new Uint32Array(16)
  #length = 0
  #isKnown = false

  begin(order: number): void {
    this.#places.fill(0)
    this.#length = 0
    this.#isKnown = order !== UNKNOWN_ORDER
    if (!this.#isKnown) return
    for (let rest = order; rest !== 0; rest >>>= 4) {
      const slot = rest & 15
      this.#places[slot] = (this.#places[slot] ?? 0) | (1 << this.#length)
      this.#length += 1
    }
  }

  /** Nothing where one of both has more consonants than are kept. */
  edits(order: number): number {
    if (!this.#isKnown || order === UNKNOWN_ORDER) return 0
    let edits = this.#length
    if (edits === 0) return consonantsIn(order)
    const last = 1 << (edits - 1)
    let more = 0xffff
    let less = 0
    let same = 0
    let before = 0
    for (let rest = order; rest !== 0; rest >>>= 4) {
      const here = this.#places[rest & 15] ?? 0
      const swapped = ((~same & here) << 1) & before
      same = (((here & more) + more) ^ more) | here | less | swapped
      const up = less | ~(same | more)
      const down = same & more
      if ((up & last) !== 0) edits += 1
      if ((down & last) !== 0) edits -= 1
      const shifted = (up << 1) | 1
      more = ((down << 1) | ~(same | shifted)) & 0xffff
      less = same & shifted & 0xffff
      before = here
    }
    return edits
  }
}

function consonantsIn(order: number): number {
  return order === 0 ? 0 : (35 - Math.clz32(order)) >> 2
}
