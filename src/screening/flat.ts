/** The arrays an index is made of. */
export type Flat = Uint8Array | Uint16Array | Uint32Array | Float32Array

export interface FlatKind<A extends Flat> {
  new (buffer: SharedArrayBuffer): A
  readonly BYTES_PER_ELEMENT: number
}

/** An array in memory that threads can share. */
export function shared<A extends Flat>(make: FlatKind<A>, length: number): A {
  return new make(new SharedArrayBuffer(length * make.BYTES_PER_ELEMENT))
}

/** The values as an array in memory that threads can share. */
export function sharedFrom<A extends Flat>(make: FlatKind<A>, values: ArrayLike<number>): A {
  const array = shared(make, values.length)
  array.set(values)
  return array
}

/** FNV-1a, 32 bits, with the last bits stirred so that its first ones spread. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

const FIRST_ROOM = 1 << 10

/** Values of one kind, put one behind the other: flat from the start, since an index is made of millions. */
export class Column<A extends Flat> {
  readonly #make: FlatKind<A>
  #values: A
  length = 0

  constructor(make: FlatKind<A>) {
    this.#make = make
    this.#values = shared(make, FIRST_ROOM)
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = grown(this.#values)
    this.#values[this.length] = value
    this.length += 1
  }

  at(place: number): number {
    return this.#values[place] ?? 0
  }

  /** The values so far, over the room they stand in. */
  get values(): A {
    return this.#values.subarray(0, this.length) as A
  }

  /** The values in memory that threads can share, and no more of it than they need. */
  build(): A {
    const array = shared(this.#make, this.length)
    array.set(this.values)
    return array
  }
}

/** The same values with room for twice as many. */
export function grown<A extends Flat>(array: A): A {
  const make = array.constructor as unknown as new (length: number) => A
  const larger = new make(array.length * 2)
  larger.set(array)
  return larger
}
