import { lowest } from './bits.ts'
import type { FormTable, MutableShape } from './form-table.ts'
import {
  ANY_NAME,
  boundOf,
  isTelling,
  type NameShape,
  noneMissing,
  type PairKinds,
  type WordsMissing,
} from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'
import { FIGURE, WORD } from './word-kinds.ts'
import { CLEARLY_ALIKE, type WordLikeness } from './word-likeness.ts'
import { MOST_WORDS, WordMates } from './word-mates.ts'
import type { WordTable } from './word-table.ts'

/** What is asked beside the name. */
export interface NameQuery {
  readonly schema?: string | undefined
  /** The least log-odds of the names that can still matter. */
  readonly least: number
  /** The same for one party, where more is known of it; never less than `least`. */
  readonly leastOf?: (party: number) => number
  /** The name is the listed one, and the index is of parties that are asked about. */
  readonly isListed?: boolean
}

const CLASSES = 256
/** Letters that initials and small words may add to words written together, beside those typed otherwise. */
const MOST_APART_JOINED = 3
/** What small words and legal forms beside the telling ones may weigh. */
const SMALL_WORDS = 0.2
const NONE = noneMissing()
const UNKNOWN = 0
const OPEN = 1
/** Open to names with a word that is like one of those passed, though not clearly. */
const AJAR = 2
const CLOSED = 3
/** How much words differ that are not clearly alike. */
const UNCLEAR = 1 - CLEARLY_ALIKE
/** A form opened by words written together, of which the listed words are not told; beside the words it shares. */
export const BY_JOINED = 1 << 30

/**
 * Tells of the names that were opened for one name which could reach the log-odds asked for, by the words
 * that may be counterparts. Those that the index gave as clearly alike are marked on the form; all others
 * are looked for only where they decide ({@link WordMates}).
 */
export class NameSieve {
  readonly #words: WordTable
  readonly #mates: WordMates
  readonly #forms: FormTable
  readonly #weights = new Float64Array(MOST_WORDS)
  readonly #lengths = new Uint8Array(MOST_WORDS)
  readonly #brands = new Uint8Array(MOST_WORDS)
  readonly #firsts = new Uint16Array(MOST_WORDS)
  readonly #kinds: (PairKinds | undefined)[] = new Array<undefined>(CLASSES)
  readonly #askedAlone: WordsMissing = noneMissing()
  readonly #listedAlone: WordsMissing = noneMissing()
  readonly #listed: MutableShape
  readonly #run: { readonly words: Uint32Array; from: number; to: number }
  /** Words that all names were opened for, and which kinds of forms have nothing left to reach without them. */
  readonly #passed = noneMissing()
  #passedPlaces = 0
  readonly #closed = new Uint8Array(CLASSES)
  readonly #present: ReadonlyMap<number, number>
  #asked: NameForm | undefined
  #shape: NameShape | undefined
  #query: NameQuery = { least: 0 }
  #count = 0
  #telling = 0
  #all = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, forms: FormTable, listed: number) {
    this.#words = words
    this.#mates = new WordMates(words, likeness, listed)
    this.#forms = forms
    this.#listed = forms.newShape()
    this.#run = { words: forms.arrays.words, from: 0, to: 0 }
    this.#present = forms.kinds()
  }

  begin(asked: NameForm, shape: NameShape, query: NameQuery): void {
    const words = this.#words
    this.#asked = asked
    this.#shape = shape
    this.#query = query
    this.#mates.begin(asked)
    this.#telling = 0
    this.#count = Math.min(asked.to - asked.from, MOST_WORDS)
    this.#all = (1 << this.#count) - 1
    this.#kinds.fill(undefined)
    this.#closed.fill(OPEN)
    clearMissing(this.#passed)
    this.#passedPlaces = 0
    for (let place = 0; place < this.#count; place += 1) {
      const word = asked.words[asked.from + place] ?? 0
      const kind = words.kind(word)
      this.#weights[place] = words.weight(word)
      this.#lengths[place] = Math.min(words.length(word), 255)
      this.#firsts[place] = words.firstLetter(word)
      this.#brands[place] = isTelling(asked, asked.from + place, words) ? 1 : 0
      if (kind === WORD || kind === FIGURE) this.#telling |= 1 << place
    }
  }

  /** All words of the index that are clearly like one asked for; gives its places, as bits. */
  add(word: number, near: Uint32Array): number {
    return this.#mates.add(word, near)
  }

  /** All names with a word clearly like this one are opened: what is left has none. */
  pass(word: number, places: number): void {
    const words = this.#words
    this.#passed.weight += words.weight(word)
    this.#passed.words += 1
    this.#passed.letters += words.length(word)
    this.#passed.brands += this.#brands[lowest(places)] ?? 0
    this.#passedPlaces |= places
    this.#closed.fill(UNKNOWN)
  }

  /** Whether no name reaches what is asked for that has no word clearly like those passed. */
  get isClosed(): boolean {
    if (this.#passedPlaces === 0) return false
    for (const [kind, form] of this.#present) if (this.#stateOf(kind, form) !== CLOSED) return false
    return true
  }

  /** Whether a form may reach what is asked for that has no word clearly like those passed. */
  isOpen(form: number): boolean {
    const state = this.#stateOf(this.#forms.kindOf(form), form)
    return state === OPEN || (state === AJAR && this.#hasPassed(form))
  }

  /** Whether one of its words is like one of those passed, though not clearly. */
  #hasPassed(form: number): boolean {
    const { starts, words } = this.#forms.arrays
    const loose = this.#asked?.isLoose !== this.#forms.isLoose(form)
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    return this.#mates.hasAny(this.#passedPlaces, words, from, to, loose)
  }

  #stateOf(kind: number, form: number): number {
    const known = this.#closed[kind] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const [asked, shape] = [this.#asked, this.#shape]
    if (asked === undefined || shape === undefined) return OPEN
    const kinds = this.#kindsOf(form, asked)
    const { least } = this.#query
    const isOpen = this.#boundWithAny(asked, shape, kinds, this.#passed, 0) >= least
    const isAjar = isOpen || this.#boundWithAny(asked, shape, kinds, NONE, UNCLEAR) >= least
    const state = isOpen ? OPEN : isAjar ? AJAR : CLOSED
    this.#closed[kind] = state
    return state
  }

  /** The most that any name gives of which nothing but these words lacks a counterpart. */
  #boundWithAny(
    { trust }: NameForm,
    shape: NameShape,
    kinds: PairKinds,
    alone: WordsMissing,
    unlike: number,
  ): number {
    if (this.#query.isListed !== true)
      return boundOf(shape, alone, ANY_NAME, NONE, kinds, trust, unlike)
    // Any name of a party that a listed name could still lead to: as many words as that has left.
    const words = shape.words - alone.words + shape.wild
    const any = { ...ANY_NAME, words, weight: words + SMALL_WORDS, telling: words }
    return boundOf(any, NONE, shape, alone, kinds, trust, unlike)
  }

  /** Whether the words of a form could reach what is asked for; `found` are the words asked for marked on it. */
  canReach(form: number, found: number): boolean {
    const asked = this.#asked
    if (asked === undefined) return true
    const { least, leastOf } = this.#query
    const { starts, parties } = this.#forms.arrays
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    const kinds = this.#kindsOf(form, asked)
    const trust = asked.trust * this.#forms.trust(form)
    this.#forms.shape(form, this.#listed)
    this.#readAsked(found, from, to, kinds.isLoose)
    clearMissing(this.#listedAlone)
    if (this.#bound(kinds, trust) < least) return this.#mayBeJoined(found, from, to)
    if ((found & BY_JOINED) === 0) this.#readListed(from, to, kinds.isLoose)
    const bound = this.#bound(kinds, trust)
    if (bound < least) return this.#mayBeJoined(found, from, to)
    return leastOf === undefined || bound >= leastOf(parties[form] ?? 0)
  }

  /** Whether all words that are not clearly alike could be the same, written together: `Ming Guo`, `Mingguo`. */
  #mayBeJoined(found: number, from: number, to: number): boolean {
    const words = this.#words
    const rest = this.#telling & ~found
    if (rest === 0) return false
    let [count, letters] = [0, 0]
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      count += 1
      letters += this.#lengths[lowest(bits)] ?? 0
    }
    const first = this.#firsts[lowest(rest)]
    const listed = this.#forms.arrays.words
    let others = 0
    for (let at = from; at < to; at += 1) {
      const word = listed[at] ?? 0
      if (words.kind(word) !== WORD || this.#mates.isClear(word)) continue
      if (others === 0 && words.firstLetter(word) !== first) return false
      others += 1
      letters -= words.length(word)
    }
    return others > 0 && count + others > 2 && Math.abs(letters) <= MOST_APART_JOINED
  }

  #bound(kinds: PairKinds, trust: number): number {
    const shape = this.#shape
    if (shape === undefined) return Number.POSITIVE_INFINITY
    const [own, other] = [this.#askedAlone, this.#listedAlone]
    return this.#query.isListed === true
      ? boundOf(this.#listed, other, shape, own, kinds, trust)
      : boundOf(shape, own, this.#listed, other, kinds, trust)
  }

  #kindsOf(form: number, asked: NameForm): PairKinds {
    const forms = this.#forms
    const group = forms.kindOf(form)
    const known = this.#kinds[group]
    if (known !== undefined) return known
    const { schema } = this.#query
    const kinds = {
      isPerson: schema === 'Person' || forms.isPerson(form),
      isShip: schema === 'Vessel' || forms.isShip(form),
      isForeign: asked.isForeign !== forms.isForeign(form),
      isTranslated: asked.isTranslated !== forms.isTranslated(form),
      isLoose: asked.isLoose !== forms.isLoose(form),
      isEastern: (asked.native !== '') !== forms.isNative(form),
      isWeak: asked.isWeak || forms.isWeak(form),
    }
    this.#kinds[group] = kinds
    return kinds
  }

  /** Reads the telling words asked for that no listed word from a place to another is like. */
  #readAsked(found: number, from: number, to: number, loose: boolean): void {
    const missing = this.#askedAlone
    clearMissing(missing)
    const listed = this.#forms.arrays.words
    let alone = this.#telling & ~found
    for (let at = from; at < to && alone !== 0; at += 1) {
      alone &= ~this.#mates.among(alone, listed[at] ?? 0, loose)
    }
    for (; alone !== 0; alone &= alone - 1) {
      const place = lowest(alone)
      missing.weight += this.#weights[place] ?? 0
      missing.words += 1
      missing.letters += this.#lengths[place] ?? 0
      missing.brands += this.#brands[place] ?? 0
    }
  }

  /** Reads the telling words from a place to another that are like no word asked for. */
  #readListed(from: number, to: number, loose: boolean): void {
    const words = this.#words
    const missing = this.#listedAlone
    clearMissing(missing)
    const listed = this.#forms.arrays.words
    const all = this.#all
    const run = this.#run
    for (let at = from; at < to; at += 1) {
      const word = listed[at] ?? 0
      const kind = words.kind(word)
      if (kind !== WORD && kind !== FIGURE) continue
      if (this.#mates.isClear(word)) continue
      if (this.#mates.among(all, word, loose) !== 0) continue
      missing.weight += words.weight(word)
      missing.words += 1
      missing.letters += words.length(word)
      run.from = from
      run.to = to
      if (isTelling(run, at, words)) missing.brands += 1
    }
  }
}

function clearMissing(missing: WordsMissing): void {
  missing.weight = 0
  missing.words = 0
  missing.letters = 0
  missing.brands = 0
}
