import { LEAST_JOINED } from './align-words.ts'
import { ConsonantOrder } from './consonant-order.ts'
import { KeyTable } from './key-table.ts'
import { type NearArrays, spellingKeys } from './near-table.ts'
import { nicknamesOf } from './word-classes.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import { leastCostOfOutline, vowelsOf } from './word-letters.ts'
import { CLEARLY_ALIKE, type WordLikeness } from './word-likeness.ts'
import { letterKeys, mostOtherwise, outlineKeys, packedOutline } from './word-outline.ts'
import type { WordTable } from './word-table.ts'

const MOST_KEPT = 20_000

/** Finds the words of an index that a word may clearly stand for, and remembers them. */
export class NearWords {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  readonly #near: NearArrays
  readonly #outlines: KeyTable
  readonly #spellings: KeyTable
  readonly #listed: number
  readonly #edits: WordEdits
  readonly #joined: WordEdits
  readonly #order = new ConsonantOrder()
  readonly #raw: Uint32Array
  /** The round in which a group was met last. */
  readonly #seen: Uint32Array
  /** Which letters the words of each group begin with, as bits. */
  readonly #firsts: Int32Array
  readonly #known = new Map<number, Uint32Array>()
  readonly #knownTexts = new Map<string, readonly number[]>()
  #round = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, near: NearArrays, listed: number) {
    this.#words = words
    this.#likeness = likeness
    this.#near = near
    this.#outlines = new KeyTable(near.outlines)
    this.#spellings = new KeyTable(near.spellings)
    this.#edits = new WordEdits(words, CLEAR_COST)
    this.#joined = new WordEdits(words, JOINED_COST)
    this.#listed = listed
    this.#seen = new Uint32Array(near.packed.length)
    this.#firsts = firstsOfGroups(near)
    this.#raw = new Uint32Array(Math.max(listed, near.packed.length))
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#known.clear()
    this.#knownTexts.clear()
  }

  isListed(word: number): boolean {
    return word >= 0 && word < this.#listed
  }

  of(word: number): Uint32Array {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    const found = Uint32Array.from(this.#find(word))
    this.#known.set(word, found)
    return found
  }

  /** Words that are nearly a text which another name writes apart. */
  ofText(text: string): readonly number[] {
    const known = this.#knownTexts.get(text)
    if (known !== undefined) return known
    if (this.#knownTexts.size >= MOST_KEPT) this.#knownTexts.clear()
    const found: number[] = []
    this.#joined.beginText(text)
    this.#addEdited(text, vowelsOf(text), this.#joined, firstBit(text.charCodeAt(0)), found)
    this.#knownTexts.set(text, found)
    return found
  }

  #find(word: number): readonly number[] {
    const words = this.#words
    if (words.kind(word) !== WORD) return this.isListed(word) ? [word] : []
    const text = words.text(word)
    const found: number[] = []
    this.#edits.begin(word)
    this.#addEdited(text, words.vowels(word), this.#edits, ANY_FIRST, found)
    this.#addSpellings(word, text, found)
    for (const other of [...nicknamesOf(text), [...text].toReversed().join('')]) {
      const id = words.find(other, WORD)
      if (!this.isListed(id) || found.includes(id)) continue
      if (this.#likeness.of(word, id, false) >= CLEARLY_ALIKE) found.push(id)
    }
    return found
  }

  /** Words that edits lead to whose outlines are nearly that of a text, of groups with a word that begins so. */
  #addEdited(text: string, vowels: number, edits: WordEdits, first: number, found: number[]): void {
    const { starts, packed, saved } = this.#near
    const [raw, seen, firsts] = [this.#raw, this.#seen, this.#firsts]
    this.#round += 1
    const round = this.#round
    this.#order.begin(packedOutline(text))
    const most = Math.min(mostOtherwise(text.length), Math.floor(edits.most / LEAST_OTHERWISE))
    for (const key of outlineKeys(text, most)) {
      const count = this.#outlines.collect(key, raw, 0)
      for (let at = 0; at < count; at += 1) {
        const group = raw[at] ?? 0
        if (seen[group] === round || ((firsts[group] ?? 0) & first) === 0) continue
        seen[group] = round
        const apart = this.#order.edits(packed[group] ?? 0)
        if (leastCostOfOutline(apart, vowels, saved[group] ?? 0) > edits.most) continue
        const [from, to] = [starts[group] ?? 0, starts[group + 1] ?? 0]
        edits.addWithin(this.#near, from, to, apart, found)
      }
    }
  }

  /** Equal consonants are clear where one of both is read from a script without vowels. */
  #addSpellings(word: number, text: string, found: number[]): void {
    const raw = this.#raw
    const added = new Set(found)
    for (const key of [...spellingKeys(this.#words, word), ...letterKeys(text)]) {
      const count = this.#spellings.collect(key, raw, 0)
      for (let at = 0; at < count; at += 1) {
        const id = raw[at] ?? 0
        if (added.has(id)) continue
        const isNear =
          this.#isSpelling(word, id) || (this.#edits.canBeWithin(id) && this.#edits.isWithin(id))
        if (!isNear) continue
        added.add(id)
        found.push(id)
      }
    }
  }

  #isSpelling(word: number, other: number): boolean {
    const words = this.#words
    return (
      words.group(word) === words.group(other) ||
      words.sound(word) === words.sound(other) ||
      (words.skeleton(word) === words.skeleton(other) && words.skeletonLength(word) >= 2)
    )
  }
}

const ANY_FIRST = -1

/** A first letter as a bit; letters that share one are told apart later. */
function firstBit(letter: number): number {
  return 1 << letter
}

function firstsOfGroups({ starts, firsts }: NearArrays): Int32Array {
  const found = new Int32Array(starts.length - 1)
  for (let group = 0; group < found.length; group += 1) {
    for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at += 1) {
      found[group] = (found[group] ?? 0) | firstBit(firsts[at] ?? 0)
    }
  }
  return found
}

/** One consonant for another costs 1, two swapped .7. */
const LEAST_OTHERWISE = 0.7
/** What edits may cost at most, for each letter: of words clearly alike, and of those written together. */
const CLEAR_COST = (1 - CLEARLY_ALIKE) / 0.9 + 1e-9
const JOINED_COST = (1 - LEAST_JOINED) / 0.9 + 1e-9
