/**
 * Texts that may have been seen twice, found with some bytes for each: what is said to be seen once was, and of what
 * is said to repeat some few were not, since their fingerprints are alike.
 */
export class Repeats {
  #table: Float64Array
  readonly #repeated = new Set<number>()

  constructor(most: number) {
    // Never more than half full, so that looking ends soon.
    this.#table = new Float64Array(2 ** Math.ceil(Math.log2(Math.max(2, most) * 2)))
  }

  /** @throws RangeError where more come than were spoken of */
  see(text: string): void {
    const print = fingerprint(text)
    const size = this.#table.length
    let at = print % size
    for (let tried = 0; tried < size; tried += 1) {
      const held = this.#table[at]
      if (held === print) this.#repeated.add(print)
      if (held === print) return
      if (held === 0) {
        this.#table[at] = print
        return
      }
      at = (at + 1) % size
    }
    throw new RangeError('more texts than were spoken of')
  }

  /** Nothing more comes. */
  close(): void {
    this.#table = new Float64Array(0)
  }

  mayRepeat(text: string): boolean {
    return this.#repeated.has(fingerprint(text))
  }
}

/** Of 52 bits and not 0: two hashes after Fowler, Noll and Vo side by side. */
function fingerprint(text: string): number {
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
  }
  return (one >>> 0) * 0x100000 + (other >>> 12) + 1
}
