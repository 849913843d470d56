import { type Flat, hash, shared } from './flat.ts'
import { skeleton } from './readings/index.ts'
import { canonicalWord, isPlace } from './word-classes.ts'
import { WORD, type WordKind } from './word-kinds.ts'
import { isGenericWord, isKnownWord, weightOfWord } from './word-weight.ts'

/** The words of an index, flat, so that threads share them and a file holds them as they are. */
export interface WordArrays {
  /** The letters of all words, one after the other. */
  readonly letters: Uint8Array
  /** Where each word begins in `letters`, and one more for the end. */
  readonly starts: Uint32Array
  /** The kind in three bits, then whether the word is general, a place, and known. */
  readonly kinds: Uint8Array
  readonly weights: Float32Array
  /** Words of one group are spellings of one word. */
  readonly groups: Uint32Array
  readonly skeletons: Uint32Array
  /** Open addressing by the hash of kind and text: word + 1, or 0. */
  readonly slots: Uint32Array
}

const GENERAL = 8
const PLACE = 16
const KNOWN = 32

const NO_WORDS: WordArrays = {
  letters: new Uint8Array(0),
  starts: new Uint32Array(1),
  kinds: new Uint8Array(0),
  weights: new Float32Array(0),
  groups: new Uint32Array(0),
  skeletons: new Uint32Array(0),
  slots: new Uint32Array(0),
}

/**
 * Gives every word a number. What it starts with never changes and may be shared; words met later are
 * kept beside it, and {@link forget} drops them.
 */
export class WordTable {
  readonly #base: WordArrays
  readonly #baseSize: number
  readonly #texts: (string | undefined)[]
  readonly #kinds: number[] = []
  readonly #weights: number[] = []
  readonly #groups: number[] = []
  readonly #skeletons: number[] = []
  readonly #skeletonTexts: (string | undefined)[] = []
  #ids = new Map<string, number>()

  constructor(base: WordArrays = NO_WORDS) {
    this.#base = base
    this.#baseSize = base.kinds.length
    this.#texts = new Array<string | undefined>(this.#baseSize)
  }

  get size(): number {
    return this.#baseSize + this.#kinds.length
  }

  /** How many words have been met that were not there at the start. */
  get added(): number {
    return this.#kinds.length
  }

  /** Drops the words met later; their numbers mean nothing any more. */
  forget(): void {
    this.#ids = new Map()
    for (const list of [this.#kinds, this.#weights, this.#groups, this.#skeletons]) list.length = 0
    this.#texts.length = this.#baseSize
    this.#skeletonTexts.length = 0
  }

  /** The number of a word, given to it where it has none. */
  idOf(text: string, kind: WordKind): number {
    const known = this.find(text, kind)
    if (known >= 0) return known
    const id = this.size
    this.#ids.set(String.fromCharCode(48 + kind) + text, id)
    this.#texts[id] = text
    this.#kinds.push(
      kind +
        (isGenericWord(canonicalWord(text)) ? GENERAL : 0) +
        (isPlace(text) ? PLACE : 0) +
        (isKnownWord(text) ? KNOWN : 0),
    )
    this.#weights.push(Math.fround(weightOfWord(text, kind)))
    this.#groups.push(hash(canonicalWord(text)))
    this.#skeletons.push(kind === WORD ? hash(skeleton(text)) : 0)
    return id
  }

  /** The number of a word, or -1. */
  find(text: string, kind: WordKind): number {
    const key = String.fromCharCode(48 + kind) + text
    if (this.#baseSize > 0) {
      const { slots } = this.#base
      const mask = slots.length - 1
      for (let slot = hash(key) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const id = (slots[slot] ?? 0) - 1
        if (((this.#base.kinds[id] ?? 0) & 7) === kind && this.text(id) === text) return id
      }
    }
    return this.#ids.get(key) ?? -1
  }

  text(id: number): string {
    const known = this.#texts[id]
    if (known !== undefined) return known
    const { letters, starts } = this.#base
    let text = ''
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1) {
      text += String.fromCharCode(letters[at] ?? 0)
    }
    this.#texts[id] = text
    return text
  }

  /** How many letters a word has. */
  length(id: number): number {
    const { starts } = this.#base
    return id < this.#baseSize
      ? (starts[id + 1] ?? 0) - (starts[id] ?? 0)
      : (this.#texts[id]?.length ?? 0)
  }

  kind(id: number): WordKind {
    return (this.#marks(id) & 7) as WordKind
  }

  /** So general that it makes nobody known: `trading`, `international`. */
  isGeneral(id: number): boolean {
    return (this.#marks(id) & (GENERAL | PLACE)) !== 0
  }

  isPlace(id: number): boolean {
    return (this.#marks(id) & PLACE) !== 0
  }

  /** A word in use, so that another one like it is no typing error. */
  isKnown(id: number): boolean {
    return (this.#marks(id) & KNOWN) !== 0
  }

  #marks(id: number): number {
    const later = id - this.#baseSize
    return (later < 0 ? this.#base.kinds[id] : this.#kinds[later]) ?? WORD
  }

  weight(id: number): number {
    const later = id - this.#baseSize
    return (later < 0 ? this.#base.weights[id] : this.#weights[later]) ?? 0
  }

  group(id: number): number {
    const later = id - this.#baseSize
    return (later < 0 ? this.#base.groups[id] : this.#groups[later]) ?? 0
  }

  skeleton(id: number): number {
    const later = id - this.#baseSize
    return (later < 0 ? this.#base.skeletons[id] : this.#skeletons[later]) ?? 0
  }

  skeletonText(id: number): string {
    const known = this.#skeletonTexts[id]
    if (known !== undefined) return known
    const text = skeleton(this.text(id))
    this.#skeletonTexts[id] = text
    return text
  }

  /** All words as they are now, flat; in memory that threads can share. */
  freeze(): WordArrays {
    const { size } = this
    const starts = shared(Uint32Array, size + 1)
    let length = 0
    for (let id = 0; id < size; id += 1) {
      starts[id] = length
      length += this.text(id).length
    }
    starts[size] = length
    const letters = shared(Uint8Array, length)
    const slots = shared(Uint32Array, 2 ** Math.ceil(Math.log2(size * 2 + 2)))
    for (let id = 0; id < size; id += 1) this.#place(id, starts[id] ?? 0, letters, slots)
    const of = <A extends Flat>(array: A, value: (id: number) => number): A => {
      for (let id = 0; id < size; id += 1) array[id] = value(id)
      return array
    }
    return {
      letters,
      starts,
      slots,
      kinds: of(shared(Uint8Array, size), (id) => this.#marks(id)),
      weights: of(shared(Float32Array, size), (id) => this.weight(id)),
      groups: of(shared(Uint32Array, size), (id) => this.group(id)),
      skeletons: of(shared(Uint32Array, size), (id) => this.skeleton(id)),
    }
  }

  #place(id: number, start: number, letters: Uint8Array, slots: Uint32Array): void {
    const text = this.text(id)
    for (let at = 0; at < text.length; at += 1) letters[start + at] = text.charCodeAt(at)
    const mask = slots.length - 1
    let slot = hash(String.fromCharCode(48 + this.kind(id)) + text) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = id + 1
  }
}
