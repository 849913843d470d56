import { namesOf } from './compare-parties.ts'
import type { PrintedName } from './matched-names.ts'
import type { ListedParty } from './model.ts'
import { type NameToken, readName } from './name-form.ts'
import { likeness, skeleton } from './token-likeness.ts'

/**
 * Finds the listed names that could be meant by a name, without comparing with each of them.
 *
 * Every word of every listed name is a term with the list of names it stands in. A word asked for
 * finds its term, the terms that differ by one letter left out on either side, and those with the same
 * consonants; two words asked for find a name that writes them as one, and the other way round. Names
 * gather the weight of what was found, rare words first; a name that cannot reach
 * {@link LEAST_SHARE} of the weight asked for is not compared. All tables are flat arrays.
 */
export interface NameIndex {
  readonly names: readonly ListedName[]
  /** Positions in `names`, best first. */
  candidates(asked: PrintedName): readonly number[]
}

export interface ListedName extends PrintedName {
  readonly party: number
}

const LEAST_SHARE = 0.4
const MOST_CANDIDATES = 250
const LEAST_TERM_LIKENESS = 0.62

export function indexNames(parties: readonly ListedParty[]): NameIndex {
  const names = parties.flatMap((party, index) => listedNames(party, index))
  const terms = new Terms(names)
  return { names, candidates: (asked) => terms.candidates(asked.form.tokens) }
}

/** The names as printed; for `… Corporation (SMIC)` also the name and the abbreviation alone. */
function listedNames(party: ListedParty, index: number): readonly ListedName[] {
  return namesOf(party).flatMap((name) => {
    const parts = /^(.*\S)\s*\(([A-Z][A-Z0-9&-]{2,9})\)\s*$/.exec(name.printed)?.slice(1) ?? []
    const forms = [name.form, ...parts.map(readName)]
    return forms.map((form) => ({ ...name, form, party: index }))
  })
}

class Terms {
  readonly #words: string[] = []
  readonly #ids = new Map<string, number>()
  readonly #postings: Postings
  readonly #near: Postings
  readonly #joined: Postings
  readonly #gathered: Float32Array
  readonly #touched: Uint32Array
  readonly #weights: Float32Array

  constructor(names: readonly ListedName[]) {
    const postings = new PostingsBuilder()
    const joined = new PostingsBuilder()
    names.forEach(({ form }, name) => {
      const telling = form.tokens.filter(isTelling)
      const tokens = telling.length > 0 ? telling : form.tokens
      for (const { text } of tokens) postings.add(this.#idOf(text), name)
      for (let at = 0; at + 1 < tokens.length; at += 1) {
        const pair = joinedText(tokens, at)
        if (pair !== '') joined.add(hash(pair), name)
      }
    })
    const near = new PostingsBuilder()
    this.#words.forEach((word, id) => {
      for (const key of nearKeys(word)) near.add(key, id)
    })
    this.#postings = postings.build()
    this.#joined = joined.build()
    this.#near = near.build()
    this.#gathered = new Float32Array(names.length)
    this.#touched = new Uint32Array(names.length)
    this.#weights = Float32Array.from(names, ({ form }) => form.weight)
  }

  #idOf(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    this.#ids.set(text, this.#words.length)
    return this.#words.push(text) - 1
  }

  candidates(tokens: readonly NameToken[]): readonly number[] {
    const telling = tokens.filter(isTelling)
    const asked = (telling.length > 0 ? telling : tokens).slice(0, 24)
    const total = asked.reduce((sum, { weight }) => sum + weight, 0)
    const least = total * LEAST_SHARE
    const order = asked.toSorted((a, b) => b.weight - a.weight)
    let touched = this.#gatherJoined(asked)
    let rest = total
    for (const token of order) {
      touched = this.#gather(token, touched, rest < least)
      rest -= token.weight
    }
    return this.#take(touched, least, total)
  }

  /** Adds the weight of a word to the names it stands in; once `closed`, only to names found before. */
  #gather(token: NameToken, touchedBefore: number, closed: boolean): number {
    let touched = touchedBefore
    for (const [id, alike] of this.#similar(token)) {
      const weight = token.weight * alike
      const [from, to] = this.#postings.range(id)
      for (let at = from; at < to; at += 1) {
        const name = this.#postings.value(at)
        const before = this.#gathered[name] ?? 0
        if (before === 0) {
          if (closed) continue
          this.#touched[touched] = name
          touched += 1
        }
        this.#gathered[name] = before + weight
      }
    }
    return touched
  }

  #gatherJoined(tokens: readonly NameToken[]): number {
    let touched = 0
    const add = (name: number, weight: number): void => {
      const before = this.#gathered[name] ?? 0
      if (before === 0) {
        this.#touched[touched] = name
        touched += 1
      }
      this.#gathered[name] = before + weight
    }
    tokens.forEach((token, at) => {
      for (const whole of token.written.length < 8 ? [token.written] : withoutOne(token.written)) {
        this.#joined.each(hash(whole), (name) => add(name, token.weight))
      }
      const pair = joinedText(tokens, at)
      const id = pair === '' ? undefined : this.#ids.get(pair)
      const weight = token.weight + (tokens[at + 1]?.weight ?? 0)
      if (id !== undefined) this.#postings.each(id, (name) => add(name, weight))
      if (pair !== '') this.#joined.each(hash(pair), (name) => add(name, weight))
    })
    return touched
  }

  #similar(token: NameToken): ReadonlyMap<number, number> {
    const found = new Map<number, number>()
    const exact = this.#ids.get(token.text)
    if (exact !== undefined) found.set(exact, 1)
    if (token.kind !== 'word') return found
    for (const key of nearKeys(token.text)) {
      this.#near.each(key, (id) => {
        if (found.has(id)) return
        const alike = likeness(token.text, this.#words[id] ?? '')
        if (alike >= LEAST_TERM_LIKENESS) found.set(id, alike)
      })
    }
    return found
  }

  #take(touched: number, least: number, total: number): readonly number[] {
    const found: number[] = []
    for (let at = 0; at < touched; at += 1) {
      const name = this.#touched[at] ?? 0
      if ((this.#gathered[name] ?? 0) >= least - 1e-6) found.push(name)
    }
    // What was found, of what was asked for and what is listed: a name full of other words comes late.
    const share = (name: number): number =>
      (this.#gathered[name] ?? 0) / (total + (this.#weights[name] ?? 0))
    found.sort((a, b) => share(b) - share(a) || a - b)
    for (let at = 0; at < touched; at += 1) this.#gathered[this.#touched[at] ?? 0] = 0
    return found.slice(0, MOST_CANDIDATES)
  }
}

function isTelling({ kind }: NameToken): boolean {
  return kind !== 'legal' && kind !== 'small' && kind !== 'initial'
}

/** Two neighbouring words as one. */
function joinedText(tokens: readonly NameToken[], at: number): string {
  const [left, right] = [tokens[at], tokens[at + 1]]
  if (left === undefined || right === undefined) return ''
  const joined = left.written + right.written
  return joined.length >= 5 && joined.length <= 32 ? joined : ''
}

/** The word with one letter left out, itself, and its consonants. */
function nearKeys(word: string): readonly number[] {
  if (word.length < 3 || word.length > 32) return []
  const keys = [hash(word)]
  for (let at = 0; at < word.length; at += 1)
    keys.push(hash(word.slice(0, at) + word.slice(at + 1)))
  const consonants = skeleton(word)
  if (consonants.length >= 2) keys.push(hash(`#${consonants}`))
  return [...new Set(keys)]
}

/** The word, and the word with each of its letters left out. */
function withoutOne(word: string): readonly string[] {
  const words = [word]
  if (word.length > 32) return words
  for (let at = 0; at < word.length; at += 1) words.push(word.slice(0, at) + word.slice(at + 1))
  return words
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  return value >>> 0
}

/** Values by key, in two flat arrays. */
class Postings {
  readonly #slots: ReadonlyMap<number, number>
  readonly #starts: Uint32Array
  readonly #values: Uint32Array

  constructor(slots: ReadonlyMap<number, number>, starts: Uint32Array, values: Uint32Array) {
    this.#slots = slots
    this.#starts = starts
    this.#values = values
  }

  range(key: number): readonly [number, number] {
    const slot = this.#slots.get(key)
    if (slot === undefined) return [0, 0]
    return [this.#starts[slot] ?? 0, this.#starts[slot + 1] ?? 0]
  }

  value(at: number): number {
    return this.#values[at] ?? 0
  }

  each(key: number, visit: (value: number) => void): void {
    const [from, to] = this.range(key)
    for (let at = from; at < to; at += 1) visit(this.#values[at] ?? 0)
  }
}

class PostingsBuilder {
  readonly #keys: number[] = []
  readonly #values: number[] = []

  add(key: number, value: number): void {
    this.#keys.push(key)
    this.#values.push(value)
  }

  /** Counts, then places: each value once a key, in the order added. */
  build(): Postings {
    const slots = new Map<number, number>()
    const counts: number[] = []
    for (const key of this.#keys) {
      const slot = slots.get(key)
      if (slot === undefined) {
        slots.set(key, counts.length)
        counts.push(1)
      } else counts[slot] = (counts[slot] ?? 0) + 1
    }
    const starts = new Uint32Array(counts.length + 1)
    counts.forEach((count, slot) => {
      starts[slot + 1] = (starts[slot] ?? 0) + count
    })
    const next = starts.slice()
    const values = new Uint32Array(this.#values.length)
    this.#keys.forEach((key, at) => {
      const slot = slots.get(key) ?? 0
      const place = next[slot] ?? 0
      values[place] = this.#values[at] ?? 0
      next[slot] = place + 1
    })
    return new Postings(slots, starts, values)
  }
}
