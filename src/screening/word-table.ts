import { type FlatKind, grown, hash, shared } from './flat.ts'
import { isPatronymic } from './patronymics.ts'
import { skeleton } from './readings/index.ts'
import { soundLetters } from './sound-letters.ts'
import { canonicalWord, isNickname, isPlace, isTown } from './word-classes.ts'
import { WORD, type WordKind } from './word-kinds.ts'
import { countsOf, lettersOf, orderOf, vowelsOf } from './word-letters.ts'
import { soundOf } from './word-sound.ts'
import { isGenericWord, isKnownWord, weightOfWord } from './word-weight.ts'

/** The words of an index, flat, so that threads share them and a file holds them as they are. */
export interface WordArrays {
  /** The letters of all words, one after the other, as UTF-16. */
  readonly letters: Uint16Array
  /** Where each word begins in `letters`, and one more for the end. */
  readonly starts: Uint32Array
  /** The kind in three bits, then whether the word is general, a place, known, a first name, a patronymic. */
  readonly marks: Uint16Array
  readonly weights: Float32Array
  /** Words of one group are spellings of one word. */
  readonly groups: Uint32Array
  readonly sounds: Uint32Array
  /** As {@link soundLetters} gives them. */
  readonly soundLetters: Uint32Array
  readonly skeletons: Uint32Array
  readonly skeletonLengths: Uint8Array
  /** Letters that stand in the word, how often those of each class do, and the order of consonants. */
  readonly alphabets: Uint32Array
  readonly counts: Uint32Array
  readonly vowels: Uint32Array
  readonly orders: Uint32Array
  /** Open addressing by the hash of kind and text: word + 1, or 0. */
  readonly slots: Uint32Array
}

const GENERAL = 8
const PLACE = 16
const KNOWN = 32
const FIRST_NAME = 64
const PATRONYMIC = 128
const TOWN = 256

/** What is kept of each word, without the letters; the same arrays as in {@link WordArrays}. */
const COLUMNS = {
  starts: Uint32Array,
  marks: Uint16Array,
  weights: Float32Array,
  groups: Uint32Array,
  sounds: Uint32Array,
  soundLetters: Uint32Array,
  skeletons: Uint32Array,
  skeletonLengths: Uint8Array,
  alphabets: Uint32Array,
  counts: Uint32Array,
  vowels: Uint32Array,
  orders: Uint32Array,
} as const
type Column = keyof typeof COLUMNS
const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[]

type Columns = { -readonly [Name in Column]: WordArrays[Name] }

const ROOM = 1024
/** Weight from which a word is rare. */
const BRAND = 0.8

/**
 * Gives every word a number. What it starts with never changes and stands in arrays that may be shared;
 * words met later are written behind a copy of it, and {@link forget} drops them.
 */
export class WordTable {
  readonly #baseSize: number
  readonly #baseSlots: Uint32Array
  readonly #texts: (string | undefined)[] = []
  readonly #skeletonTexts: (string | undefined)[] = []
  readonly #columns: Columns
  #letters: Uint16Array
  #size: number
  #ids = new Map<string, number>()

  constructor(base?: WordArrays) {
    this.#baseSize = base?.marks.length ?? 0
    this.#baseSlots = base?.slots ?? new Uint32Array(1)
    this.#size = this.#baseSize
    this.#letters = roomFor(base?.letters ?? new Uint16Array(0), ROOM * 8)
    this.#columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => [
        name,
        roomFor(base?.[name] ?? new COLUMNS[name](name === 'starts' ? 1 : 0), ROOM),
      ]),
    ) as unknown as Columns
  }

  get size(): number {
    return this.#size
  }

  /** How many words have been met that were not there at the start. */
  get added(): number {
    return this.#size - this.#baseSize
  }

  /** Drops the words met later; their numbers mean nothing any more. */
  forget(): void {
    this.#ids = new Map()
    this.#size = this.#baseSize
    this.#texts.length = Math.min(this.#texts.length, this.#baseSize)
    this.#skeletonTexts.length = Math.min(this.#skeletonTexts.length, this.#baseSize)
  }

  /** The number of a word, given to it where it has none. */
  idOf(text: string, kind: WordKind): number {
    const known = this.find(text, kind)
    if (known >= 0) return known
    const id = this.#size
    this.#makeRoom(text.length)
    this.#size += 1
    this.#ids.set(keyOf(text, kind), id)
    this.#texts[id] = text
    this.#write(id, text, kind)
    return id
  }

  #makeRoom(length: number): void {
    const columns = this.#columns as Record<Column, Columns[Column]>
    if (this.#size === this.#columns.marks.length) {
      for (const name of COLUMN_NAMES) columns[name] = grown(columns[name])
    }
    const end = (this.#columns.starts[this.#size] ?? 0) + length
    while (end > this.#letters.length) this.#letters = grown(this.#letters)
  }

  #write(id: number, text: string, kind: WordKind): void {
    const columns = this.#columns
    const start = columns.starts[id] ?? 0
    for (let at = 0; at < text.length; at += 1) this.#letters[start + at] = text.charCodeAt(at)
    columns.starts[id + 1] = start + text.length
    const canonical = canonicalWord(text)
    columns.marks[id] =
      kind +
      (isGenericWord(canonical) ? GENERAL : 0) +
      (isPlace(text) ? PLACE : 0) +
      (isTown(text) ? TOWN : 0) +
      (isKnownWord(text) ? KNOWN : 0) +
      (isNickname(text) ? FIRST_NAME : 0) +
      (isPatronymic(text) ? PATRONYMIC : 0)
    columns.weights[id] = weightOfWord(text, kind)
    columns.groups[id] = hash(canonical)
    columns.sounds[id] = hash(soundOf(text))
    columns.soundLetters[id] = kind === WORD ? soundLetters(text) : 0
    const consonants = kind === WORD ? skeleton(text) : ''
    columns.skeletons[id] = consonants === '' ? 0 : hash(consonants)
    columns.skeletonLengths[id] = Math.min(consonants.length, 255)
    columns.alphabets[id] = lettersOf(text)
    columns.counts[id] = countsOf(text)
    columns.vowels[id] = vowelsOf(text)
    columns.orders[id] = orderOf(text)
  }

  /** The number of a word, or -1. */
  find(text: string, kind: WordKind): number {
    const key = keyOf(text, kind)
    const slots = this.#baseSlots
    const mask = slots.length - 1
    for (let slot = hash(key) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1
      if (this.kind(id) === kind && this.#is(id, text)) return id
    }
    return this.#ids.get(key) ?? -1
  }

  #is(id: number, text: string): boolean {
    const start = this.start(id)
    if (this.length(id) !== text.length) return false
    for (let at = 0; at < text.length; at += 1) {
      if (this.#letters[start + at] !== text.charCodeAt(at)) return false
    }
    return true
  }

  text(id: number): string {
    const known = this.#texts[id]
    if (known !== undefined) return known
    const start = this.start(id)
    const text = String.fromCharCode(...this.#letters.subarray(start, start + this.length(id)))
    this.#texts[id] = text
    return text
  }

  /** The letters of all words; those of one stand from {@link start} on. Changes when words are added. */
  get letters(): Uint16Array {
    return this.#letters
  }

  start(id: number): number {
    return this.#columns.starts[id] ?? 0
  }

  /** How many letters a word has. */
  length(id: number): number {
    const { starts } = this.#columns
    return (starts[id + 1] ?? 0) - (starts[id] ?? 0)
  }

  firstLetter(id: number): number {
    return this.#letters[this.start(id)] ?? 0
  }

  lastLetter(id: number): number {
    return this.#letters[this.start(id + 1) - 1] ?? 0
  }

  kind(id: number): WordKind {
    return ((this.#columns.marks[id] ?? 0) & 7) as WordKind
  }

  /** So general that it makes nobody known: `trading`, `international`. */
  isGeneral(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & (GENERAL | PLACE)) !== 0
  }

  /** A rare word that says nothing of trade or place, so that it may be a name. */
  isBrand(id: number): boolean {
    return this.kind(id) === WORD && !this.isGeneral(id) && this.weight(id) > BRAND
  }

  isPlace(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & PLACE) !== 0
  }

  /** A place that says where a branch is, though it tells firms apart as any word does. */
  isTown(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & TOWN) !== 0
  }

  /** A word in use, so that another one like it is no typing error. */
  isKnown(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & KNOWN) !== 0
  }

  /** A first name that has short forms, or one of them. */
  isFirstName(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & FIRST_NAME) !== 0
  }

  /** Says whose child somebody is: `Ivanovich`, `Petrivna`. */
  isPatronymic(id: number): boolean {
    return ((this.#columns.marks[id] ?? 0) & PATRONYMIC) !== 0
  }

  weight(id: number): number {
    return this.#columns.weights[id] ?? 0
  }

  group(id: number): number {
    return this.#columns.groups[id] ?? 0
  }

  sound(id: number): number {
    return this.#columns.sounds[id] ?? 0
  }

  /** Which letters stand in its sound; nothing for what is no word. */
  soundLetters(id: number): number {
    return this.#columns.soundLetters[id] ?? 0
  }

  skeleton(id: number): number {
    return this.#columns.skeletons[id] ?? 0
  }

  skeletonLength(id: number): number {
    return this.#columns.skeletonLengths[id] ?? 0
  }

  /** Which letters stand in a word, a bit each. */
  alphabet(id: number): number {
    return this.#columns.alphabets[id] ?? 0
  }

  /** How often consonants of each class stand in a word, as `leastCost` takes it. */
  counts(id: number): number {
    return this.#columns.counts[id] ?? 0
  }

  /** How often each vowel does, with glides and repeated letters. */
  vowels(id: number): number {
    return this.#columns.vowels[id] ?? 0
  }

  /** The consonants in their order. */
  order(id: number): number {
    return this.#columns.orders[id] ?? 0
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
    const size = this.#size
    const slots = shared(Uint32Array, 2 ** Math.ceil(Math.log2(size * 2 + 2)))
    for (let id = 0; id < size; id += 1) this.#place(id, slots)
    const columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => {
        const column: Columns[Column] = shared<Columns[Column]>(
          COLUMNS[name] as FlatKind<Columns[Column]>,
          name === 'starts' ? size + 1 : size,
        )
        column.set(this.#columns[name].subarray(0, column.length))
        return [name, column]
      }),
    ) as unknown as Columns
    const letters = shared(Uint16Array, this.start(size))
    letters.set(this.#letters.subarray(0, letters.length))
    return { ...columns, letters, slots }
  }

  #place(id: number, slots: Uint32Array): void {
    const mask = slots.length - 1
    let slot = hash(keyOf(this.text(id), this.kind(id))) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = id + 1
  }
}

function keyOf(text: string, kind: WordKind): string {
  return String.fromCharCode(48 + kind) + text
}

function roomFor<A extends Columns[Column] | Uint16Array>(array: A, more: number): A {
  const make = array.constructor as unknown as new (length: number) => A
  const room = new make(array.length + more)
  room.set(array)
  return room
}
