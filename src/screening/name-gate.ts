import { type AskedWords, FEWEST_EDITS } from './asked-words.ts'
import { lowest } from './bits.ts'
import { COUNTS } from './form-classes.ts'
import type { FormTable } from './form-table.ts'
import type { WordsMissing } from './name-bound.ts'
import { ANY_NAME, boundOf, MOST_EDITS, type NameShape, noneMissing } from './name-bound.ts'
import type { NameQuery, PairClasses } from './pair-classes.ts'
import { UnclearWords } from './unclear-words.ts'
import { CLEARLY_ALIKE } from './word-likeness.ts'
import type { WordMates } from './word-mates.ts'
import type { WordTable } from './word-table.ts'
import { LEAST_OF_WORD } from './word-weight.ts'

/** What small words and legal forms beside the telling ones may weigh. */
const SMALL_WORDS = 0.2
/** All that a name without initials and titles may have besides its words: 28 small ones. */
const MOST_BESIDE = 1.7
const UNKNOWN = -2
const CLOSED = -1
/**
 * Between closed and open a name is opened with a word that is like one of those passed, though not clearly: so
 * many edits may lie between their sounds.
 */
const ANY_EDITS = 99
const OPEN = 100
/** How much words differ that are not clearly alike, and how much at least that were not given as such. */
const UNCLEAR = 1 - CLEARLY_ALIKE
const UNGIVEN = 0.12

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
  readonly #passed = new UnclearWords()
  readonly #missing = noneMissing()
  readonly #more = noneMissing()
  #passedPlaces = 0
  /** Of each class and number of words. */
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
    this.#states = new Int8Array(pairs.classes.count * COUNTS)
  }

  begin(query: GateQuery): void {
    this.#query = query
    this.#states.fill(OPEN)
    this.#left.clear()
    this.#leftPlaces = 0
    this.#leftWithin = CLOSED
    this.#passed.clear()
    this.#passedPlaces = 0
  }

  /** All names with a word clearly like this one are opened: what is left has none. */
  pass(word: number, places: number): void {
    const words = this.#words
    const brand = this.#asked.brands[lowest(places)] ?? 0
    this.#passed.add(words.weight(word), words.length(word), brand)
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
    const { count } = this.#pairs.classes
    for (let group = 0; group < count; group += 1) {
      if (this.#stateOf(group, 0) !== CLOSED) return false
    }
    return true
  }

  /** Whether a form may reach what is asked for that has no word clearly like those passed. */
  isOpen(form: number): boolean {
    const { classes } = this.#pairs
    const group = classes.of[form] ?? 0
    const state = this.#stateOf(group, classes.counts[form] ?? 0)
    return state === OPEN || (state !== CLOSED && this.#hasPassed(form, group, state))
  }

  /** The forms that have an initial, which may be any of the words passed. */
  get wildForms(): Uint32Array {
    return this.#pairs.classes.wildForms
  }

  /**
   * The listed words that names are still opened with, for they may be one of those passed; undefined where
   * others are opened as well, or it is not to be told by sounds.
   */
  wordsLeft(): readonly number[] | undefined {
    let most = CLOSED
    const { count } = this.#pairs.classes
    for (let at = 0; at < count; at += 1) {
      const state = this.#stateOf(at, 0)
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
      const mates = this.#mates.within(lowest(bits), this.#leftWithin)
      if (mates === undefined) return undefined
      for (const word of mates) this.#left.add(word)
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
      if (places === 0) continue
      if (this.#mates.unclearAmong(places, words[at] ?? 0, isLoose) !== 0) return true
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

  /** What forms of a class have left that have so many words at least. */
  #stateOf(group: number, count: number): number {
    const place = group * COUNTS + count
    const known = this.#states[place] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const least = this.#pairs.least(group)
    let state = CLOSED
    if (this.#boundWithAny(group, count, 0, 0) >= least) state = OPEN
    else if (this.#mostPaired(group, count, MOST_EDITS) >= least) state = ANY_EDITS
    else if (this.#mostPaired(group, count, 2) >= least) state = 2
    else if (this.#mostPaired(group, count, FEWEST_EDITS) >= least) state = FEWEST_EDITS
    this.#states[place] = state
    return state
  }

  /** The most that any name gives in which some of the words passed have a counterpart, so many edits away. */
  #mostPaired(group: number, count: number, edits: number): number {
    const passed = this.#passed.count
    let most = this.#boundWithAny(group, count, passed, edits)
    for (let paired = 1; paired < passed; paired += 1) {
      most = Math.max(most, this.#boundWithAny(group, count, paired, edits))
    }
    return most
  }

  /**
   * The most that any name of a class gives with so many words at least, where so many of those passed have a
   * counterpart that is not clearly like them: the others have none, nor has what it has more than is left.
   */
  #boundWithAny(group: number, count: number, paired: number, edits: number): number {
    const { shape, trust, isListed } = this.#query
    const kinds = this.#pairs.kinds(group)
    const missing = this.#missing
    this.#passed.leave(paired, missing)
    const isWild = this.#pairs.classes.isWildClass(group)
    // An initial is no unlike word, and may be the counterpart of any.
    const second = paired > 1 && !isWild ? UNGIVEN : 0
    if (isWild && paired > 0) this.#passed.leave(this.#passed.count, missing)
    const unlike = paired > 0 ? UNCLEAR : 0
    const more = this.#moreThanLeft(isWild ? 0 : count, missing.words)
    if (isListed !== true) {
      const any = more.words > 0 ? ofWords(count, more.weight) : ANY_NAME
      return boundOf(shape, missing, any, more, kinds, trust, unlike, second, edits)
    }
    // Any name of a party that a listed name could still lead to: as many words as that has left.
    const left = shape.words - missing.words + shape.wild
    const words = left + more.words
    const weight = words + (more.words > 0 ? MOST_BESIDE : SMALL_WORDS)
    const any = { ...ANY_NAME, words, weight, telling: words, places: more.weight }
    return boundOf(any, more, shape, missing, kinds, trust, unlike, second, edits)
  }

  /** The words that a name of so many has more than are left of the one asked for. */
  #moreThanLeft(count: number, missing: number): WordsMissing {
    const more = this.#more
    more.words = Math.max(0, count - (this.#asked.count - missing))
    more.weight = more.words * LEAST_OF_WORD
    return more
  }
}

/** A name of so many words, of which nothing else is known: those left over may be places. */
function ofWords(count: number, places: number): NameShape {
  return { ...ANY_NAME, words: count, telling: count, weight: count + MOST_BESIDE, places }
}
