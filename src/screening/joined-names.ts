import { LEAST_JOINED, LONGEST_ACRONYM, SHORTEST_ACRONYM, type WordRun } from './align-words.ts'
import { EditRows } from './edit-rows.ts'
import { Column, hash, sharedFrom } from './flat.ts'
import type { FormTable } from './form-table.ts'
import {
  addList,
  type KeyArrays,
  KeyTable,
  KeyTableBuilder,
  type ListArrays,
  layOut,
} from './key-table.ts'
import type { NameForm } from './name-matcher.ts'
import { RunTable } from './run-table.ts'
import { codesOf } from './token-likeness.ts'
import { LEGAL, WORD } from './word-kinds.ts'
import { countsOf, leastCost, vowelsOf } from './word-letters.ts'
import { joinedKey, joinedKeys } from './word-outline.ts'
import type { WordTable } from './word-table.ts'

/** What forms write apart that others may write as one, and what they may be abbreviated to. */
export interface JoinedArrays {
  /** Texts written as one by {@link joinedKey}: where the bucket of a key's first bits begins, and keys. */
  readonly buckets: Uint32Array
  readonly keys: Uint32Array
  /** Letters of each text, as {@link leastCost} takes them. */
  readonly counts: Uint32Array
  readonly vowels: Uint32Array
  /** Which words of its first form are written together: the first, and the one after the last. */
  readonly starts: Uint8Array
  readonly ends: Uint8Array
  /** Forms of each text, one after the other. */
  readonly forms: ListArrays
  /** Forms by initials. */
  readonly initials: KeyArrays
}

/** Words of a form written as one; legal forms among them are left out. */
export interface JoinedText {
  readonly text: string
  readonly start: number
  readonly end: number
}

const SHORTEST = 4
const LONGEST = 48
const OUTER_OF = 3

/** Two and three neighbours written as one, and all words of the name. */
export function joinedTexts(form: NameForm, words: WordTable): readonly JoinedText[] {
  const spelt: number[] = []
  for (let at = form.from; at < form.to; at += 1) {
    if (words.kind(form.words[at] ?? 0) !== LEGAL) spelt.push(at)
  }
  const texts: JoinedText[] = []
  const add = (first: number, last: number): void => {
    const start = (spelt[first] ?? 0) - form.from
    const end = (spelt[last] ?? 0) - form.from + 1
    const text = textsOf(form, start, end, words).join('')
    if (text.length < SHORTEST || text.length > LONGEST) return
    texts.push({ text, start, end })
  }
  for (let at = 0; at + 1 < spelt.length; at += 1) {
    add(at, at + 1)
    if (at + 2 < spelt.length) add(at, at + 2)
  }
  if (spelt.length > 3) add(0, spelt.length - 1)
  return texts
}

/** The first and the last of three words written as one: `Ming Chen Guo` is also Chen Mingguo. */
export function outerWords(form: NameForm, words: WordTable): JoinedText | undefined {
  if (form.to - form.from !== OUTER_OF) return undefined
  const all = textsOf(form, 0, OUTER_OF, words)
  const [first = '', , last = ''] = all
  const text = first + last
  if (all.length < OUTER_OF || text.length < SHORTEST || text.length > LONGEST) return undefined
  return { text, start: 0, end: OUTER_OF }
}

function textsOf(form: WordRun, start: number, end: number, words: WordTable): readonly string[] {
  const texts: string[] = []
  for (let at = form.from + start; at < form.from + end; at += 1) {
    const id = form.words[at] ?? 0
    if (words.kind(id) !== LEGAL) texts.push(words.text(id))
  }
  return texts
}

/** The legal forms that firms call themselves by the letter of: `NIOC`, National Iranian Oil Company. */
const FORM_OF_ACRONYM = 'c'

/**
 * First letters of neighbouring words, as long as an acronym may be.
 * @param withForm the last one may be that of a company
 */
export function initialsOf(form: NameForm, words: WordTable, withForm: boolean): readonly string[] {
  let letters = ''
  let isCompany = false
  for (let at = form.from; at < form.to; at += 1) {
    const id = form.words[at] ?? 0
    if (words.kind(id) === WORD) letters += words.text(id).charAt(0)
    else if (words.kind(id) === LEGAL) isCompany ||= words.text(id).startsWith(FORM_OF_ACRONYM)
  }
  const runs = new Set<string>()
  for (let from = 0; from + SHORTEST_ACRONYM <= letters.length; from += 1) {
    const most = Math.min(letters.length, from + LONGEST_ACRONYM)
    for (let to = from + SHORTEST_ACRONYM; to <= most; to += 1) runs.add(letters.slice(from, to))
  }
  if (!withForm || !isCompany) return [...runs]
  for (let from = 0; from + SHORTEST_ACRONYM <= letters.length; from += 1) {
    if (letters.length - from < LONGEST_ACRONYM) runs.add(letters.slice(from) + FORM_OF_ACRONYM)
  }
  return [...runs]
}

export class JoinedNamesBuilder {
  readonly #initials = new KeyTableBuilder()
  readonly #texts = new RunTable()
  readonly #keys = new KeyTableBuilder()
  readonly #counts = new Column(Uint32Array)
  readonly #vowels = new Column(Uint32Array)
  readonly #starts = new Column(Uint8Array)
  readonly #ends = new Column(Uint8Array)
  readonly #postedTexts = new Column(Uint32Array)
  readonly #postedForms = new Column(Uint32Array)

  add(form: NameForm, place: number, words: WordTable, isPerson: boolean): void {
    for (const joined of joinedTexts(form, words)) {
      this.#postedTexts.push(this.#textOf(joined, form, words))
      this.#postedForms.push(place)
    }
    if (isPerson) return
    for (const letters of initialsOf(form, words, true)) this.#initials.add(hash(letters), place)
  }

  /** The number of words written apart, given to them with the first form that writes them so. */
  #textOf({ text, start, end }: JoinedText, form: NameForm, words: WordTable): number {
    const run: number[] = []
    for (let at = form.from + start; at < form.from + end; at += 1) {
      const word = form.words[at] ?? 0
      if (words.kind(word) !== LEGAL) run.push(word)
    }
    const count = this.#texts.size
    const id = this.#texts.idOf(run)
    if (id < count) return id
    this.#keys.add(joinedKey(text), id)
    this.#counts.push(countsOf(text))
    this.#vowels.push(vowelsOf(text))
    this.#starts.push(start)
    this.#ends.push(end)
    return id
  }

  build(): JoinedArrays {
    // In the order of keys, so that what is read together stands together.
    const { buckets, keys, values: order } = this.#keys.build()
    const inOrder = (column: Column<Uint32Array> | Column<Uint8Array>): Uint32Array =>
      order.map((id) => column.at(id))
    const places = new Uint32Array(order.length)
    order.forEach((id, at) => {
      places[id] = at
    })
    const posted = this.#postedTexts.values.map((id) => places[id] ?? 0)
    return {
      buckets,
      keys,
      counts: sharedFrom(Uint32Array, inOrder(this.#counts)),
      vowels: sharedFrom(Uint32Array, inOrder(this.#vowels)),
      starts: sharedFrom(Uint8Array, inOrder(this.#starts)),
      ends: sharedFrom(Uint8Array, inOrder(this.#ends)),
      forms: layOut(order.length, posted, this.#postedForms.values),
      initials: this.#initials.build(),
    }
  }
}

/** Finds forms that write apart what a name writes as one. */
export class JoinedNames {
  readonly #arrays: JoinedArrays
  readonly #forms: FormTable
  readonly #words: WordTable
  readonly #shift: number
  readonly #initials: KeyTable
  readonly #found: Uint32Array
  readonly #rows = new EditRows()
  /** Letters of words written as one. */
  readonly #codes = new Uint16Array(LONGEST)

  constructor(arrays: JoinedArrays, forms: FormTable, words: WordTable) {
    this.#arrays = arrays
    this.#forms = forms
    this.#words = words
    this.#shift = 32 - Math.log2(arrays.buckets.length - 1)
    this.#initials = new KeyTable(arrays.initials)
    this.#found = new Uint32Array(arrays.initials.values.length)
  }

  /**
   * The forms in which neighbours written as one are nearly the text. Of words written apart, those that
   * write the very same ones are left out: these are counterparts one by one.
   */
  near(text: string, apart?: WordRun): readonly number[] {
    const near: number[] = []
    if (text.length < SHORTEST) return near
    const { buckets, keys, forms, counts, vowels } = this.#arrays
    const own = countsOf(text)
    const ownVowels = vowelsOf(text)
    const most = mostJoinedCost(text.length)
    this.#rows.begin(codesOf(text), text.length)
    for (const key of joinedKeys(text)) {
      const bucket = key >>> this.#shift
      const end = buckets[bucket + 1] ?? 0
      for (let at = buckets[bucket] ?? 0; at < end; at += 1) {
        if (keys[at] !== key) continue
        if (leastCost(own, ownVowels, counts[at] ?? 0, vowels[at] ?? 0) > most) continue
        if (apart !== undefined && this.#areWords(at, apart)) continue
        if (this.#isNear(at, most)) addList(forms, at, near)
      }
    }
    return near
  }

  /** Whether the words of a text are these, in this order. */
  #areWords(text: number, { words, from, to }: WordRun): boolean {
    const { forms, starts, ends } = this.#arrays
    const { words: all, starts: begins } = this.#forms.arrays
    const begin = (begins[forms.values[forms.starts[text] ?? 0] ?? 0] ?? 0) + (starts[text] ?? 0)
    const count = (ends[text] ?? 0) - (starts[text] ?? 0)
    if (count !== to - from) return false
    for (let at = 0; at < count; at += 1) if (all[begin + at] !== words[from + at]) return false
    return true
  }

  /** Whether a text is so; the rows are those of what is asked for. */
  #isNear(text: number, most: number): boolean {
    const { forms, starts, ends } = this.#arrays
    const words = this.#words
    const { words: all, starts: begins } = this.#forms.arrays
    const from = begins[forms.values[forms.starts[text] ?? 0] ?? 0] ?? 0
    let length = 0
    for (let at = from + (starts[text] ?? 0); at < from + (ends[text] ?? 0); at += 1) {
      const id = all[at] ?? 0
      if (words.kind(id) === LEGAL) continue
      const end = words.start(id) + words.length(id)
      for (let letter = words.start(id); letter < end; letter += 1) {
        this.#codes[length] = words.letters[letter] ?? 0
        length += 1
      }
    }
    return this.#rows.alike(this.#codes, length, most) >= LEAST_JOINED
  }

  /** Tells the forms whose words begin with these letters. */
  abbreviated(letters: string, tell: (form: number) => void): void {
    const found = this.#initials.collect(hash(letters), this.#found, 0)
    for (let at = 0; at < found; at += 1) tell(this.#found[at] ?? 0)
  }
}

/** What edits may cost at most between texts of this length written together. */
export function mostJoinedCost(length: number): number {
  return ((1 - LEAST_JOINED) / 0.9) * (length + 1)
}
