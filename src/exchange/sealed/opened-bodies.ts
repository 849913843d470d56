import type { Digest } from '../../kernel/index.ts'

/** Bytes of sealed bodies, of which the opened ones take about as much. */
const MOST_BYTES = 64 * 1024 * 1024

/** Bodies that were opened, by their blob: opening one costs milliseconds. Where they are too many the oldest go. */
export class OpenedBodies {
  readonly #bodies = new Map<Digest, { readonly body: unknown; readonly bytes: number }>()
  #bytes = 0

  has(blob: Digest): boolean {
    return this.#bodies.has(blob)
  }

  get(blob: Digest): unknown {
    return this.#bodies.get(blob)?.body
  }

  set(blob: Digest, body: unknown, bytes: number): void {
    if (this.#bodies.has(blob)) return
    this.#bodies.set(blob, { body, bytes })
    this.#bytes += bytes
    for (const [oldest, held] of this.#bodies) {
      if (this.#bytes <= MOST_BYTES) return
      this.#bodies.delete(oldest)
      this.#bytes -= held.bytes
    }
  }
}
