import { type AskedWords, FEWEST_EDITS } from './asked-words.ts'
import { lowest } from './bits.ts'
import type { FormTable } from './form-table.ts'
import type { WordsMissing } from './name-bound.ts'
import { ANY_NAME, boundOf, MOST_EDITS, type NameShape, noneMissing } from './name-bound.ts'
import type { NameQuery, PairClasses } from './pair-classes.ts'
import { CLEARLY_ALIKE } from './word-likeness.ts'
import type { WordMates } from './word-mates.ts'
import type { WordTable } from './word-table.ts'

/** What small words and legal forms beside the telling ones may weigh. */
const SMALL_WORDS = 0.2
const NONE = noneMissing()
const UNKNOWN = -2
const CLOSED = -1
/**
 * Between closed and open a name is opened with a word that is like one of those passed, though not clearly: so
 * many edits may lie between their sounds.
 */
const ANY_EDITS = 99
const OPEN = 100
/** How much words differ that are not clearly alike. */
const UNCLEAR = 1 - CLEARLY_ALIKE

/** What is asked for, as the gate takes it. */
export interface GateQuery {
  readonly trust: number
  readonly shape: NameShape
  readonly isListed: NameQuery['isListed']
}

/**
 * Tells which names a common word still opens once all names are opened that have a word clearly like a rarer
 * one: those that could do without that word, or have another one that may be it.
 */
export class NameGate {
  readonly #words: WordTable
  readonly #forms: FormTable
  readonly #pairs: PairClasses
  readonly #asked: AskedWords
  readonly #mates: WordMates
  /** Words that all names were opened for, and what forms of each class have left to reach without them. */
  readonly #passed = noneMissing()
  #passedPlaces = 0
  readonly #states: Int8Array
  /** Listed words that may be one of some of those passed, to which so many edits lead. */
  readonly #left = new Set<number>()
  #leftPlaces = 0
  #leftWithin = CLOSED
  #query: GateQuery = { trust: 1, shape: ANY_NAME, isListed: false }

  constructor(
    words: WordTable,
    forms: FormTable,
    pairs: PairClasses,
    asked: AskedWords,
    mates: WordMates,
  ) {
    this.#words = words
    this.#forms = forms
    this.#pairs = pairs
    this.#asked = asked
    this.#mates = mates
    this.#states = new Int8Array(pairs.classes.count)
  }

  begin(query: GateQuery): void {
    this.#query = query
    this.#states.fill(OPEN)
    this.#left.clear()
    this.#leftPlaces = 0
    this.#leftWithin = CLOSED
    this.#passed.weight = 0
    this.#passed.words = 0
    this.#passed.letters = 0
    this.#passed.brands = 0
    this.#passedPlaces = 0
  }

  /** All names with a word clearly like this one are opened: what is left has none. */
  pass(word: number, places: number): void {
    const words = this.#words
    this.#passed.weight += words.weight(word)
    this.#passed.words += 1
    this.#passed.letters += words.length(word)
    this.#passed.brands += this.#asked.brands[lowest(places)] ?? 0
    this.#passedPlaces |= places
    this.#states.fill(UNKNOWN)
  }

  /** The places of the words passed, as bits. */
  get passed(): number {
    return this.#passedPlaces
  }

  /** Whether no name reaches what is asked for that has no word clearly like those passed. */
  get isClosed(): boolean {
    if (this.#passedPlaces === 0) return false
    for (let at = 0; at < this.#states.length; at += 1) {
      if (this.#stateOf(at) !== CLOSED) return false
    }
    return true
  }

  /** Whether a form may reach what is asked for that has no word clearly like those passed. */
  isOpen(form: number): boolean {
    const group = this.#pairs.classes.of[form] ?? 0
    const state = this.#stateOf(group)
    return state === OPEN || (state !== CLOSED && this.#hasPassed(form, group, state))
  }

  /** Whether a form has an initial, which may be any of the words passed. */
  isWild(form: number): boolean {
    return this.#pairs.classes.isWild(form)
  }

  /**
   * The listed words that names are still opened with, for they may be one of those passed; undefined where
   * others are opened as well, or it is not to be told by sounds.
   */
  wordsLeft(): readonly number[] | undefined {
    let most = CLOSED
    for (let at = 0; at < this.#states.length; at += 1) {
      const state = this.#stateOf(at)
      if (state >= MOST_EDITS || (state !== CLOSED && this.#pairs.kinds(at).isLoose))
        return undefined
      if (state > most) most = state
    }
    if (most > this.#leftWithin) {
      this.#leftWithin = most
      this.#leftPlaces = 0
      this.#left.clear()
    }
    for (let bits = this.#passedPlaces & ~this.#leftPlaces; bits !== 0; bits &= bits - 1) {
      if (!this.#mates.addWithin(lowest(bits), this.#leftWithin, this.#left)) return undefined
    }
    this.#leftPlaces = this.#passedPlaces
    return [...this.#left]
  }

  /** Whether one of its words is like one of those passed, though not clearly, and so many edits away at most. */
  #hasPassed(form: number, group: number, most: number): boolean {
    const { starts, words, sounds, traits } = this.#forms.arrays
    const { isLoose, isPerson } = this.#pairs.kinds(group)
    const end = starts[form + 1] ?? 0
    for (let at = starts[form] ?? 0; at < end; at += 1) {
      const places =
        most < MOST_EDITS
          ? this.#within(sounds[at] ?? 0, traits[at] ?? 0, most, isPerson)
          : this.#passedPlaces
      if (places !== 0 && this.#mates.among(places, words[at] ?? 0, isLoose) !== 0) return true
    }
    return false
  }

  /** Of the words passed those to whose sound no more than so many edits may lead from that of a listed word. */
  #within(sound: number, traits: number, most: number, isPerson: boolean): number {
    let within = 0
    for (let bits = this.#passedPlaces; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      if (this.#asked.editsTo(place, sound, traits, isPerson) <= most) within |= 1 << place
    }
    return within
  }

  #stateOf(group: number): number {
    const known = this.#states[group] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const least = this.#pairs.least(group)
    const reaches = (alone: WordsMissing, unlike: number, edits: number): boolean =>
      this.#boundWithAny(group, alone, unlike, edits) >= least
    let state = CLOSED
    if (reaches(this.#passed, 0, 0)) state = OPEN
    else if (reaches(NONE, UNCLEAR, MOST_EDITS)) state = ANY_EDITS
    else if (reaches(NONE, UNCLEAR, 2)) state = 2
    else if (reaches(NONE, UNCLEAR, FEWEST_EDITS)) state = FEWEST_EDITS
    this.#states[group] = state
    return state
  }

  /** The most that any name gives of which nothing but these words lacks a counterpart. */
  #boundWithAny(group: number, alone: WordsMissing, unlike: number, edits: number): number {
    const { shape, trust, isListed } = this.#query
    const kinds = this.#pairs.kinds(group)
    if (isListed !== true)
      return boundOf(shape, alone, ANY_NAME, NONE, kinds, trust, unlike, 0, edits)
    // Any name of a party that a listed name could still lead to: as many words as that has left.
    const words = shape.words - alone.words + shape.wild
    const any = { ...ANY_NAME, words, weight: words + SMALL_WORDS, telling: words }
    return boundOf(any, NONE, shape, alone, kinds, trust, unlike, 0, edits)
  }
}
