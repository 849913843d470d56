import { Column, grown } from './flat.ts'

/** Gives every row of numbers a number of its own: rows are told apart without a text for each. */
export class RunTable {
  readonly #values = new Column(Uint32Array)
  readonly #starts = new Column(Uint32Array)
  /** Open addressing by the hash of a row: row + 1, or 0. */
  #slots = new Uint32Array(1 << 12)

  constructor() {
    this.#starts.push(0)
  }

  get size(): number {
    return this.#starts.length - 1
  }

  /** The number of a row, the next one where it was never met. */
  idOf(row: readonly number[]): number {
    if (this.size * 2 >= this.#slots.length) this.#grow()
    const slot = this.#slotOf(row)
    const known = this.#slots[slot] ?? 0
    if (known > 0) return known - 1
    const id = this.size
    for (const value of row) this.#values.push(value)
    this.#starts.push(this.#values.length)
    this.#slots[slot] = id + 1
    return id
  }

  /** Where a row stands, or may stand. */
  #slotOf(row: ArrayLike<number>): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(row) & mask
    for (;;) {
      const known = this.#slots[slot] ?? 0
      if (known === 0 || this.#is(known - 1, row)) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(id: number, row: ArrayLike<number>): boolean {
    const start = this.#starts.at(id)
    if (this.#starts.at(id + 1) - start !== row.length) return false
    for (let at = 0; at < row.length; at += 1) {
      if (this.#values.at(start + at) !== row[at]) return false
    }
    return true
  }

  #grow(): void {
    this.#slots = grown(this.#slots)
    this.#slots.fill(0)
    for (let id = 0; id < this.size; id += 1) {
      const row = this.#values.values.subarray(this.#starts.at(id), this.#starts.at(id + 1))
      this.#slots[this.#slotOf(row)] = id + 1
    }
  }
}

function hashOf(row: ArrayLike<number>): number {
  let value = 0x811c9dc5
  for (let at = 0; at < row.length; at += 1) {
    value = Math.imul(value ^ (row[at] ?? 0), 0x9e3779b1)
    value ^= value >>> 15
  }
  return value >>> 0
}
