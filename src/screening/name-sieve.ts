import { lowest } from './bits.ts'
import { FormClasses } from './form-classes.ts'
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
import { UnclearWords } from './unclear-words.ts'
import { FIGURE, SMALL, WORD } from './word-kinds.ts'
import { CLEARLY_ALIKE, type WordLikeness } from './word-likeness.ts'
import { bitsOf } from './word-letters.ts'
import { MOST_WORDS, WordMates } from './word-mates.ts'
import type { WordTable } from './word-table.ts'
import {
  firstIn,
  firstOf,
  isTellingIn,
  kindIn,
  lengthIn,
  weightIn,
} from './word-traits.ts'

/** What is asked beside the name. */
export interface NameQuery {
  readonly schema?: string | undefined
  /** The least log-odds of the names that can still matter. */
  readonly least: number
  /** The same for one party, where more is known of it; never less than `least`. */
  readonly leastOf?: (party: number) => number
  /** What it adds at most that a name is of a party of another kind: nothing, or less. */
  readonly otherKind?: number
  /** The name is the listed one, and the index is of parties that are asked about. */
  readonly isListed?: boolean
}

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
/**
 * How much words differ at least of which the index did not give the one as clearly like the other: of short
 * ones it does not give those with two letters swapped.
 */
const UNGIVEN = 0.12
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
  readonly #classes: FormClasses
  readonly #kinds: (PairKinds | undefined)[]
  /** What names of each class must reach. */
  readonly #leasts: Float64Array
  readonly #askedAlone: WordsMissing = noneMissing()
  readonly #listedAlone: WordsMissing = noneMissing()
  readonly #unclearAsked = new UnclearWords()
  readonly #unclearListed = new UnclearWords()
  #unclearMates = 0
  readonly #listed: MutableShape
  /** Words that all names were opened for, and which kinds of forms have nothing left to reach without them. */
  readonly #passed = noneMissing()
  #passedPlaces = 0
  readonly #closed: Uint8Array
  #asked: NameForm | undefined
  #shape: NameShape | undefined
  #query: NameQuery = { least: 0 }
  #count = 0
  #telling = 0
  #smallWords = 0
  #all = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, forms: FormTable, listed: number) {
    this.#words = words
    this.#mates = new WordMates(words, likeness, listed)
    this.#forms = forms
    this.#listed = forms.newShape()
    this.#classes = new FormClasses(forms)
    this.#kinds = new Array<undefined>(this.#classes.count)
    this.#leasts = new Float64Array(this.#classes.count)
    this.#closed = new Uint8Array(this.#classes.count)
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#mates.forget()
  }

  begin(asked: NameForm, shape: NameShape, query: NameQuery): void {
    const words = this.#words
    this.#asked = asked
    this.#shape = shape
    this.#query = query
    this.#mates.begin(asked)
    this.#telling = 0
    this.#smallWords = 0
    this.#count = Math.min(asked.to - asked.from, MOST_WORDS)
    this.#all = (1 << this.#count) - 1
    this.#kinds.fill(undefined)
    this.#classes.examples.forEach((form, at) => {
      const isOther = this.#forms.contradicts(form, query.schema)
      this.#leasts[at] = query.least - (isOther ? (query.otherKind ?? 0) : 0)
    })
    this.#closed.fill(OPEN)
    clearMissing(this.#passed)
    this.#passedPlaces = 0
    for (let place = 0; place < this.#count; place += 1) {
      const word = asked.words[asked.from + place] ?? 0
      const kind = words.kind(word)
      this.#weights[place] = words.weight(word)
      this.#lengths[place] = Math.min(words.length(word), 255)
      this.#firsts[place] = firstOf(words.firstLetter(word))
      this.#brands[place] = isTelling(asked, asked.from + place, words) ? 1 : 0
      if (kind === WORD || kind === FIGURE) this.#telling |= 1 << place
      if (kind === SMALL) this.#smallWords += 1
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
    for (let at = 0; at < this.#classes.count; at += 1) {
      if (this.#stateOf(at) !== CLOSED) return false
    }
    return true
  }

  /** Whether a form may reach what is asked for that has no word clearly like those passed. */
  isOpen(form: number): boolean {
    const state = this.#stateOf(this.#classes.of[form] ?? 0)
    return state === OPEN || (state === AJAR && this.#hasPassed(form))
  }

  /** Whether one of its words is like one of those passed, though not clearly. */
  #hasPassed(form: number): boolean {
    const { starts, words } = this.#forms.arrays
    const loose = this.#asked?.isLoose !== this.#forms.isLoose(form)
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    return this.#mates.hasAny(this.#passedPlaces, words, from, to, loose)
  }

  #stateOf(group: number): number {
    const known = this.#closed[group] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const [asked, shape] = [this.#asked, this.#shape]
    if (asked === undefined || shape === undefined) return OPEN
    const kinds = this.#kindsOf(group, asked)
    const least = this.#leasts[group] ?? 0
    const isOpen = this.#boundWithAny(asked, shape, kinds, this.#passed, 0) >= least
    const isAjar = isOpen || this.#boundWithAny(asked, shape, kinds, NONE, UNCLEAR) >= least
    const state = isOpen ? OPEN : isAjar ? AJAR : CLOSED
    this.#closed[group] = state
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
    const { leastOf } = this.#query
    const group = this.#classes.of[form] ?? 0
    const least = this.#leasts[group] ?? 0
    const { starts, parties } = this.#forms.arrays
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    const kinds = this.#kindsOf(group, asked)
    const trust = asked.trust * this.#forms.trust(form)
    this.#forms.shape(form, this.#listed)
    const isJoined = (found & BY_JOINED) !== 0
    if (!isJoined && this.#mates.isSearched(this.#telling)) {
      this.#readUnclear(this.#telling & ~found, from, to)
      if (!this.#couldReach(least, kinds, trust)) return this.#mayBeJoined(found, from, to)
    }
    const unclear = this.#readAsked(found, from, to, kinds.isLoose)
    const [unlike, second] = isJoined ? [0, 0] : unlikeOf(unclear)
    clearMissing(this.#listedAlone)
    if (this.#bound(kinds, trust, unlike, second) < least)
      return this.#mayBeJoined(found, from, to)
    if (!isJoined) this.#readListed(from, to, kinds.isLoose)
    const bound = this.#bound(kinds, trust, unlike, second)
    if (bound < least) return this.#mayBeJoined(found, from, to)
    return leastOf === undefined || bound - least + this.#query.least >= leastOf(parties[form] ?? 0)
  }

  /** Whether all words that are not clearly alike could be the same, written together: `Ming Guo`, `Mingguo`. */
  #mayBeJoined(found: number, from: number, to: number): boolean {
    const rest = this.#telling & ~found
    if (rest === 0) return false
    let [count, letters] = [0, 0]
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      count += 1
      letters += this.#lengths[lowest(bits)] ?? 0
    }
    const first = this.#firsts[lowest(rest)]
    const { words, traits } = this.#forms.arrays
    let others = 0
    for (let at = from; at < to; at += 1) {
      const known = traits[at] ?? 0
      if (kindIn(known) !== WORD || this.#mates.isClear(words[at] ?? 0)) continue
      if (others === 0 && firstIn(known) !== first) return false
      others += 1
      letters -= lengthIn(known)
    }
    return others > 0 && count + others > 2 && Math.abs(letters) <= MOST_APART_JOINED
  }

  /**
   * Whether the words of a form that are not clearly like one asked for leave it open that it reaches what is
   * asked for, whichever of them are counterparts: that is asked of each pair of words only where it does.
   */
  #couldReach(least: number, kinds: PairKinds, trust: number): boolean {
    const [asked, listed] = [this.#unclearAsked, this.#unclearListed]
    for (let pairs = Math.min(asked.count, this.#unclearMates); pairs >= 0; pairs -= 1) {
      asked.leave(pairs, this.#askedAlone)
      listed.leave(pairs + this.#smallWords, this.#listedAlone)
      const [unlike, second] = unlikeOf(pairs)
      if (this.#bound(kinds, trust, unlike, second) >= least) return true
    }
    return false
  }

  /** Reads what is not clearly alike on both sides, and how many listed words may be counterparts of such. */
  #readUnclear(rest: number, from: number, to: number): void {
    const [asked, listed] = [this.#unclearAsked, this.#unclearListed]
    asked.clear()
    listed.clear()
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      asked.add(this.#weights[place] ?? 0, this.#lengths[place] ?? 0, this.#brands[place] === 1)
    }
    const { words, traits } = this.#forms.arrays
    let mates = 0
    for (let at = from; at < to; at += 1) {
      if (this.#mates.isClear(words[at] ?? 0)) continue
      const known = traits[at] ?? 0
      const kind = kindIn(known)
      if (kind === SMALL) mates += 1
      if (kind !== WORD && kind !== FIGURE) continue
      mates += 1
      listed.add(weightIn(known), lengthIn(known), isTellingIn(known))
    }
    this.#unclearMates = mates
  }

  #bound(kinds: PairKinds, trust: number, unlike: number, second: number): number {
    const shape = this.#shape
    if (shape === undefined) return Number.POSITIVE_INFINITY
    const [own, other] = [this.#askedAlone, this.#listedAlone]
    return this.#query.isListed === true
      ? boundOf(this.#listed, other, shape, own, kinds, trust, unlike, second)
      : boundOf(shape, own, this.#listed, other, kinds, trust, unlike, second)
  }

  #kindsOf(group: number, asked: NameForm): PairKinds {
    const forms = this.#forms
    const form = this.#classes.examples[group] ?? 0
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

  /**
   * Reads the telling words asked for that no listed word from a place to another is like; gives how many are
   * like one, though not clearly.
   */
  #readAsked(found: number, from: number, to: number, loose: boolean): number {
    const missing = this.#askedAlone
    clearMissing(missing)
    const listed = this.#forms.arrays.words
    const unfound = this.#telling & ~found
    let alone = unfound
    for (let at = from; at < to && alone !== 0; at += 1) {
      alone &= ~this.#mates.among(alone, listed[at] ?? 0, loose)
    }
    const unclear = this.#mates.isSearched(unfound) ? bitsOf(unfound & ~alone) : 0
    for (; alone !== 0; alone &= alone - 1) {
      const place = lowest(alone)
      missing.weight += this.#weights[place] ?? 0
      missing.words += 1
      missing.letters += this.#lengths[place] ?? 0
      missing.brands += this.#brands[place] ?? 0
    }
    return unclear
  }

  /** Reads the telling words from a place to another that are like no word asked for. */
  #readListed(from: number, to: number, loose: boolean): void {
    const missing = this.#listedAlone
    clearMissing(missing)
    const { words, traits } = this.#forms.arrays
    const all = this.#all
    for (let at = from; at < to; at += 1) {
      const word = words[at] ?? 0
      const known = traits[at] ?? 0
      const kind = kindIn(known)
      if (kind !== WORD && kind !== FIGURE) continue
      if (this.#mates.isClear(word)) continue
      if (this.#mates.among(all, word, loose) !== 0) continue
      missing.weight += weightIn(known)
      missing.words += 1
      missing.letters += lengthIn(known)
      if (isTellingIn(known)) missing.brands += 1
    }
  }
}

/** How much the words of two pairs differ at least, where so many are not clearly alike. */
function unlikeOf(pairs: number): readonly [number, number] {
  return pairs === 0 ? [0, 0] : pairs === 1 ? [UNGIVEN, 0] : [UNGIVEN, UNGIVEN]
}

function clearMissing(missing: WordsMissing): void {
  missing.weight = 0
  missing.words = 0
  missing.letters = 0
  missing.brands = 0
}
