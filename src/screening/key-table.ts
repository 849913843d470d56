import { grown, shared } from './flat.ts'

/** Values by 32-bit key, in three flat arrays: where the bucket of a key's first bits begins, keys, values. */
export interface KeyArrays {
  readonly buckets: Uint32Array
  readonly keys: Uint32Array
  readonly values: Uint32Array
}

export class KeyTableBuilder {
  #keys = new Uint32Array(1 << 16)
  #values = new Uint32Array(1 << 16)
  #count = 0

  add(key: number, value: number): void {
    if (this.#count === this.#keys.length) {
      this.#keys = grown(this.#keys)
      this.#values = grown(this.#values)
    }
    this.#keys[this.#count] = key
    this.#values[this.#count] = value
    this.#count += 1
  }

  /** Counts, then places, in the order added. */
  build(): KeyArrays {
    const bits = Math.max(1, Math.min(22, Math.ceil(Math.log2(this.#count + 1)) - 1))
    const shift = 32 - bits
    const buckets = shared(Uint32Array, (1 << bits) + 1)
    for (let at = 0; at < this.#count; at += 1) {
      const bucket = ((this.#keys[at] ?? 0) >>> shift) + 1
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
    }
    for (let at = 1; at < buckets.length; at += 1) {
      buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0)
    }
    const next = buckets.slice()
    const [keys, values] = [shared(Uint32Array, this.#count), shared(Uint32Array, this.#count)]
    for (let at = 0; at < this.#count; at += 1) {
      const key = this.#keys[at] ?? 0
      const place = next[key >>> shift] ?? 0
      next[key >>> shift] = place + 1
      keys[place] = key
      values[place] = this.#values[at] ?? 0
    }
    return { buckets, keys, values }
  }
}

export class KeyTable {
  readonly arrays: KeyArrays
  readonly #shift: number

  constructor(arrays: KeyArrays) {
    this.arrays = arrays
    this.#shift = 32 - Math.log2(arrays.buckets.length - 1)
  }

  /** Puts the values of a key behind what stands in `found`, as far as there is room, and gives the new count. */
  collect(key: number, found: Uint32Array, count: number): number {
    const { buckets, keys, values } = this.arrays
    const bucket = key >>> this.#shift
    const end = buckets[bucket + 1] ?? 0
    let next = count
    for (let at = buckets[bucket] ?? 0; at < end; at += 1) {
      if (keys[at] !== key) continue
      found[next] = values[at] ?? 0
      next += 1
    }
    return next
  }
}

/** Lists by small whole numbers, one after the other. */
export interface ListArrays {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** Puts the values of a list behind others. */
export function addList({ starts, values }: ListArrays, list: number, found: number[]): void {
  const end = starts[list + 1] ?? 0
  for (let at = starts[list] ?? 0; at < end; at += 1) found.push(values[at] ?? 0)
}

/** Lays out lists given as pairs of list and value, in the order given. */
export function layOut(count: number, lists: Uint32Array, values: Uint32Array): ListArrays {
  const starts = shared(Uint32Array, count + 1)
  for (const list of lists) starts[list + 1] = (starts[list + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  }
  const next = starts.slice()
  const placed = shared(Uint32Array, values.length)
  for (let at = 0; at < lists.length; at += 1) {
    const list = lists[at] ?? 0
    const place = next[list] ?? 0
    next[list] = place + 1
    placed[place] = values[at] ?? 0
  }
  return { starts, values: placed }
}
