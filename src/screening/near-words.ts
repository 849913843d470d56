import { LEAST_JOINED } from './align-words.ts'
import { EditRows } from './edit-rows.ts'
import { mostJoinedCost } from './joined-names.ts'
import { type KeyArrays, KeyTable, KeyTableBuilder } from './key-table.ts'
import { codesOf } from './token-likeness.ts'
import { nicknamesOf } from './word-classes.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import { countsOf, leastCost, vowelsOf } from './word-letters.ts'
import { CLEARLY_ALIKE, type WordLikeness } from './word-likeness.ts'
import { outlineKeys } from './word-outline.ts'
import type { WordTable } from './word-table.ts'

const GROUP = 0x51ed270b
const SOUND = 0x2545f491
const SKELETON = 0x7feb352d

function mixed(value: number, salt: number): number {
  const key = Math.imul(value ^ salt, 0x9e3779b1)
  return (key ^ (key >>> 15)) >>> 0
}

/** Keys that spellings of one word share: the group, the sound, the consonants. */
function spellingKeys(words: WordTable, id: number): readonly number[] {
  const keys = [mixed(words.group(id), GROUP), mixed(words.sound(id), SOUND)]
  if (words.skeletonLength(id) >= 2) keys.push(mixed(words.skeleton(id), SKELETON))
  return keys
}

/** Keys that a word shares with whatever is written as one and is nearly it: their first letter, and their outline. */
function textKeys(text: string): readonly number[] {
  const first = text.charCodeAt(0)
  return outlineKeys(text, 1).map((key) => mixed(key, first))
}

/** Words by what they share with words that are clearly alike, and with texts written as one. */
export interface NearArrays {
  readonly words: KeyArrays
  readonly texts: KeyArrays
}

export function nearTable(words: WordTable): NearArrays {
  const near = new KeyTableBuilder()
  const texts = new KeyTableBuilder()
  for (let id = 0; id < words.size; id += 1) {
    if (words.kind(id) !== WORD) continue
    const keys = new Set([...spellingKeys(words, id), ...outlineKeys(words.text(id))])
    for (const key of keys) near.add(key, id)
    for (const key of new Set(textKeys(words.text(id)))) texts.add(key, id)
  }
  return { words: near.build(), texts: texts.build() }
}

const MOST_KEPT = 20_000

/** Finds the words of an index that a word may clearly stand for, and remembers them. */
export class NearWords {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  readonly #near: KeyTable
  readonly #texts: KeyTable
  readonly #listed: number
  readonly #edits: WordEdits
  readonly #rows = new EditRows()
  readonly #raw: Uint32Array
  readonly #seen: Uint32Array
  readonly #known = new Map<number, Uint32Array>()
  #round = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, near: NearArrays, listed: number) {
    this.#words = words
    this.#likeness = likeness
    this.#near = new KeyTable(near.words)
    this.#texts = new KeyTable(near.texts)
    this.#edits = new WordEdits(words, CLEAR_COST)
    this.#listed = listed
    this.#seen = new Uint32Array(listed)
    this.#raw = new Uint32Array(listed)
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#known.clear()
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
    const words = this.#words
    const [first, counts, vowels] = [text.charCodeAt(0), countsOf(text), vowelsOf(text)]
    const most = mostJoinedCost(text.length)
    this.#rows.begin(codesOf(text), text.length)
    const found: number[] = []
    this.#round += 1
    for (const key of textKeys(text)) {
      const count = this.#texts.collect(key, this.#raw, 0)
      for (let at = 0; at < count; at += 1) {
        const id = this.#raw[at] ?? 0
        if (words.firstLetter(id) !== first || !this.#isFirst(id)) continue
        if (leastCost(counts, vowels, words.counts(id), words.vowels(id)) > most) continue
        const alike = this.#rows.alike(words.letters, words.length(id), most, words.start(id))
        if (alike >= LEAST_JOINED) found.push(id)
      }
    }
    return found
  }

  /** Whether a word is met for the first time in a round. */
  #isFirst(id: number): boolean {
    if (this.#seen[id] === this.#round) return false
    this.#seen[id] = this.#round
    return true
  }

  #find(word: number): readonly number[] {
    const words = this.#words
    if (words.kind(word) !== WORD) return this.isListed(word) ? [word] : []
    this.#round += 1
    const found: number[] = []
    this.#addSpellings(word, found)
    this.#addEdited(word, found)
    const text = words.text(word)
    for (const other of [...nicknamesOf(text), [...text].toReversed().join('')]) {
      const id = words.find(other, WORD)
      if (!this.isListed(id) || found.includes(id)) continue
      if (this.#likeness.of(word, id, false) >= CLEARLY_ALIKE) found.push(id)
    }
    return found
  }

  /** Equal consonants are clear where one of both is read from a script without vowels. */
  #addSpellings(word: number, found: number[]): void {
    const words = this.#words
    const raw = this.#raw
    for (const key of spellingKeys(words, word)) {
      const count = this.#near.collect(key, raw, 0)
      for (let at = 0; at < count; at += 1) {
        const id = raw[at] ?? 0
        if (this.#isSpelling(word, id) && this.#isFirst(id)) found.push(id)
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

  #addEdited(word: number, found: number[]): void {
    const raw = this.#raw
    const edits = this.#edits
    edits.begin(word)
    for (const key of outlineKeys(this.#words.text(word))) {
      const count = edits.sift(raw, this.#near.collect(key, raw, 0))
      for (let at = 0; at < count; at += 1) {
        const id = raw[at] ?? 0
        if (this.#isFirst(id) && edits.canBeWithin(id) && edits.isWithin(id)) found.push(id)
      }
    }
  }
}

/** What edits may cost at most, for each letter. */
const CLEAR_COST = (1 - CLEARLY_ALIKE) / 0.9 + 1e-9
