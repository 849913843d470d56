import { type AskedWords, FEWEST_EDITS } from './asked-words.ts'
import { lowest } from './bits.ts'
import { countAt, groupAt, MOST_COUNTED, PLACES, placeOf, sizeAt } from './form-classes.ts'
import type { FormTable } from './form-table.ts'
import type { PairKinds, WordsMissing } from './name-bound.ts'
import {
  ANY_NAME,
  boundOf,
  MOST_EDITS,
  type NameShape,
  noneMissing,
  noneUnlike,
} from './name-bound.ts'
import type { NameQuery, PairClasses } from './pair-classes.ts'
import { UnclearWords } from './unclear-words.ts'
import { bitsOf } from './word-letters.ts'
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
/** More words than any name has. */
const NEVER = 99
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
  /** What {@link pairsNeeded} gave for places of words and of forms. */
  readonly #needed = new Map<number, number>()
  readonly #rest = new UnclearWords()
  #restPlaces = 0
  readonly #unlike = noneUnlike()
  /** Of each class and number of words, and how many of those passed must have a counterpart that is not clearly like it. */
  readonly #states: Int8Array
  readonly #fewest: Uint8Array
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
    this.#states = new Int8Array(pairs.classes.count * PLACES)
    this.#fewest = new Uint8Array(pairs.classes.count * PLACES)
  }

  begin(query: GateQuery): void {
    this.#query = query
    this.#states.fill(OPEN)
    this.#left.clear()
    this.#leftPlaces = 0
    this.#leftWithin = CLOSED
    this.#passed.clear()
    this.#passedPlaces = 0
    this.#needed.clear()
  }

  /** All names with a word clearly like this one are opened: what is left has none. */
  pass(word: number, places: number): void {
    const words = this.#words
    const brand = this.#asked.brands[lowest(places)] ?? 0
    this.#passed.add(words.weight(word), words.length(word), brand)
    this.#passedPlaces |= places
    // What was closed stays so: of these names fewer are left.
    const states = this.#states
    for (let at = 0; at < states.length; at += 1) if (states[at] !== CLOSED) states[at] = UNKNOWN
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
      if (this.#stateOf(anyOf(group)) !== CLOSED) return false
    }
    return true
  }

  /** Whether no form of the class of this one, with as many words, reaches what is asked for. */
  isClosedTo(form: number): boolean {
    return this.#stateOf(this.#pairs.classes.places[form] ?? 0) === CLOSED
  }

  /** Whether a form may reach what is asked for that has no word clearly like those passed. */
  isOpen(form: number): boolean {
    const place = this.#pairs.classes.places[form] ?? 0
    const state = this.#stateOf(place)
    return state === OPEN || (state !== CLOSED && this.#hasPassed(form, place, state))
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
      const state = this.#stateOf(anyOf(at))
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

  /** Whether as many of those passed as must have a word that is like them, though not clearly, and so many edits away at most. */
  #hasPassed(form: number, place: number, most: number): boolean {
    const { starts, words, sounds, traits } = this.#forms.arrays
    const { isLoose, isPerson } = this.#pairs.kinds(groupAt(place))
    const fewest = this.#fewest[place] ?? 0
    const end = starts[form + 1] ?? 0
    let found = 0
    let mates = 0
    for (let at = starts[form] ?? 0; at < end; at += 1) {
      // No word is the counterpart of two.
      if (mates + end - at < fewest) return false
      const rest = this.#passedPlaces & ~found
      const places =
        most < MOST_EDITS
          ? rest & this.#within(sounds[at] ?? 0, traits[at] ?? 0, most, isPerson)
          : rest
      if (places === 0) continue
      const alike = this.#mates.unclearAmong(places, words[at] ?? 0, isLoose)
      if (alike === 0) continue
      mates += 1
      found |= alike
      if (bitsOf(found) >= fewest) return true
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
  #stateOf(place: number): number {
    const known = this.#states[place] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const least = this.#pairs.least(groupAt(place))
    const passed = this.#passed
    let state = OPEN
    if (this.#boundWithAny(passed, place, 0, 0) < least) {
      const fewest = this.#pairsToReach(passed, place, FEWEST_EDITS, least)
      this.#fewest[place] = fewest
      if (fewest === 0) state = CLOSED
      else if (this.#pairsToReach(passed, place, MOST_EDITS, least) > 0) state = ANY_EDITS
      else if (this.#pairsToReach(passed, place, 2, least) > 0) state = 2
      else state = FEWEST_EDITS
    }
    this.#states[place] = state
    return state
  }

  /**
   * How many of some words asked for, given by their places, must have a counterpart in a form though it has no word
   * clearly like them; more than there are where it cannot reach what is asked for with any.
   */
  pairsNeeded(form: number, rest: number): number {
    const place = this.#pairs.classes.places[form] ?? 0
    const key = rest * this.#states.length + place
    const known = this.#needed.get(key)
    if (known !== undefined) return known
    const words = this.#rest
    words.clear()
    this.#restPlaces = rest
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      const at = lowest(bits)
      words.add(
        this.#asked.weights[at] ?? 0,
        this.#asked.lengths[at] ?? 0,
        this.#asked.brands[at] ?? 0,
      )
    }
    const least = this.#pairs.least(groupAt(place))
    const isOpen = this.#boundWithAny(words, place, 0, 0) >= least
    const pairs = isOpen ? 0 : this.#pairsToReach(words, place, FEWEST_EDITS, least) || NEVER
    this.#needed.set(key, pairs)
    return pairs
  }

  /** How many of the words must have a counterpart at least, so many edits away; none where that does not do. */
  #pairsToReach(passed: UnclearWords, place: number, edits: number, least: number): number {
    const size = sizeAt(place)
    const isAny = size === MOST_COUNTED || this.#pairs.classes.isWildClass(groupAt(place))
    const most = isAny ? passed.count : Math.min(passed.count, size)
    for (let paired = 1; paired <= most; paired += 1) {
      if (this.#boundWithAny(passed, place, paired, edits) >= least) return paired
    }
    return 0
  }

  /**
   * The most that any name of a class gives with so many words at least, where so many of those passed have a
   * counterpart that is not clearly like them: the others have none, nor have those it has no words for, nor has
   * what it has more than is left.
   */
  #boundWithAny(passed: UnclearWords, place: number, paired: number, edits: number): number {
    const { shape, trust, isListed } = this.#query
    const group = groupAt(place)
    const kinds = this.#kindsOf(group, passed, paired)
    const missing = this.#missing
    const unlike = this.#unlike
    const isWild = this.#pairs.classes.isWildClass(group)
    // An initial is no unlike word, and may be the counterpart of any.
    passed.leave(isWild && paired > 0 ? passed.count : paired, missing)
    unlike.unlike = paired === 0 ? 0 : passed === this.#passed ? UNCLEAR : UNGIVEN
    unlike.second = paired > 1 && !isWild ? UNGIVEN : 0
    unlike.each = isWild ? 0 : UNGIVEN
    unlike.weight = passed.lightest(paired)
    unlike.edits = edits
    if (!isWild) this.#addUncounted(sizeAt(place))
    const count = isWild ? 0 : countAt(place)
    const more = this.#moreThanLeft(count, missing.words)
    if (isListed !== true) {
      const any = more.words > 0 ? ofWords(count, more.weight) : ANY_NAME
      return boundOf(shape, missing, any, more, kinds, trust, unlike)
    }
    // Any name of a party that a listed name could still lead to: as many words as that has left.
    const left = shape.words - missing.words + shape.wild
    const words = left + more.words
    const weight = words + (more.words > 0 ? MOST_BESIDE : SMALL_WORDS)
    const any = { ...ANY_NAME, words, weight, telling: words, places: more.weight }
    return boundOf(any, more, shape, missing, kinds, trust, unlike)
  }

  /** What holds of a class: of a listed name that lacks its first words none is the beginning. */
  #kindsOf(group: number, passed: UnclearWords, paired: number): PairKinds {
    const kinds = this.#pairs.kinds(group)
    if (!kinds.isCut || this.#query.isListed !== true || paired > 0) return kinds
    const missing = passed === this.#passed ? this.#passedPlaces : this.#restPlaces
    return this.#asked.mayEndBefore(missing) ? kinds : this.#pairs.wholeKinds(group)
  }

  /** Of more words than a name has some are missing: no word has more than one counterpart, but for those written together. */
  #addUncounted(size: number): void {
    const missing = this.#missing
    const asked = this.#asked
    const words = size === MOST_COUNTED ? 0 : asked.different - size - missing.words
    if (words <= 0) return
    missing.words += words
    missing.weight += asked.lightest[words] ?? 0
    missing.letters += words * asked.shortest
    missing.brands -= words
  }

  /** The words that a name of so many has more than are left of the one asked for. */
  #moreThanLeft(count: number, missing: number): WordsMissing {
    const more = this.#more
    more.words = Math.max(0, count - (this.#asked.count - missing))
    more.weight = more.words * LEAST_OF_WORD
    return more
  }
}

/** The names of a class whatever words they have. */
function anyOf(group: number): number {
  return placeOf(group, 0, MOST_COUNTED)
}

/** A name of so many words, of which nothing else is known: those left over may be places. */
function ofWords(count: number, places: number): NameShape {
  return { ...ANY_NAME, words: count, telling: count, weight: count + MOST_BESIDE, places }
}
