/**
 * Texts to be kept as bytes, in a block of their own: small pieces out of the common pool of Node.js would each
 * hold a whole slab of it, with everything that was encoded beside them.
 */
export function encoded(texts: readonly string[]): readonly Buffer[] {
  const block = Buffer.allocUnsafeSlow(
    texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  )
  let at = 0
  return texts.map((text) => {
    const start = at
    at += block.write(text, start)
    return block.subarray(start, at)
  })
}

/** So few bytes are written one by one faster than at once. */
const FEW = 16

/**
 * Bytes that are written one piece after another: answers as they go to a file, put together from pieces
 * that were encoded before.
 */
export class Sheet {
  #bytes = Buffer.allocUnsafe(64 * 1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  put(piece: Uint8Array): void {
    const end = this.#length + piece.length
    if (end > this.#bytes.length) this.#grow(end)
    if (piece.length > FEW) this.#bytes.set(piece, this.#length)
    else
      for (let at = 0; at < piece.length; at += 1) this.#bytes[this.#length + at] = piece[at] ?? 0
    this.#length = end
  }

  text(text: string): void {
    // No character of UTF-16 takes more than three bytes of UTF-8.
    const most = this.#length + text.length * 3
    if (most > this.#bytes.length) this.#grow(most)
    this.#length += this.#bytes.write(text, this.#length)
  }

  /** What was written from a place on: only until something else is written. */
  from(start: number): Buffer {
    return this.#bytes.subarray(start, this.#length)
  }

  /** Everything after a place is written over. */
  backTo(length: number): void {
    this.#length = length
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, 2 * this.#bytes.length))
    larger.set(this.from(0))
    this.#bytes = larger
  }
}
