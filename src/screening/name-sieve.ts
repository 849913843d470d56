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
import { WordEdits } from './word-edits.ts'
import { FIGURE, WORD } from './word-kinds.ts'
import { bitsOf, lettersOf } from './word-letters.ts'
import { CLEARLY_ALIKE, type WordLikeness } from './word-likeness.ts'
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

/** Words less alike are no counterparts at all. */
const LEAST_ALIKE = 0.5
/** Words of a name beyond these are not laid beside others. */
const MOST_WORDS = 28
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
 * What is known of a listed word, in a line of memory: the words asked for that it is clearly like, as bits,
 * with the round they are of; then, for forms read as the asked one is and for those of which just one is
 * read without vowels, the round, the words it was compared with, and those that it is like.
 */
const CLEAR = 0
const PLAIN = 2
const LOOSE = 5
const KNOWN = 8
/** Beside the letters of consonants that are known. */
const KNOWN_LETTERS = 1 << 31

/**
 * Tells of the names that were opened for one name which could reach the log-odds asked for, by the words
 * that may be counterparts. Those that the index gave as clearly alike are marked on the form; all others
 * are looked for only where they decide, each listed word once for a name, not once for every form it
 * stands in.
 */
export class NameSieve {
  readonly #words: WordTable
  readonly #likeness: WordLikeness
  readonly #forms: FormTable
  readonly #edits: WordEdits[] = []
  readonly #weights = new Float64Array(MOST_WORDS)
  readonly #lengths = new Uint8Array(MOST_WORDS)
  readonly #brands = new Uint8Array(MOST_WORDS)
  readonly #firsts = new Uint16Array(MOST_WORDS)
  readonly #kinds: (PairKinds | undefined)[] = new Array<undefined>(CLASSES)
  readonly #known: Uint32Array
  readonly #askedAlone: WordsMissing = noneMissing()
  readonly #listedAlone: WordsMissing = noneMissing()
  readonly #listed: MutableShape
  readonly #run: { readonly words: Uint32Array; from: number; to: number }
  /** Letters of the consonants of the words asked for, and of the listed ones as far as they are known. */
  readonly #consonants = new Int32Array(MOST_WORDS)
  readonly #consonantsKnown: Int32Array
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
  /** Words asked for of which all that are clearly alike are marked, as bits. */
  #searched = 0
  #round = 0

  /** Words up to `listed` are those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, forms: FormTable, listed: number) {
    this.#words = words
    this.#likeness = likeness
    this.#forms = forms
    this.#known = new Uint32Array(listed * KNOWN)
    this.#consonantsKnown = new Int32Array(listed)
    this.#listed = forms.newShape()
    this.#run = { words: forms.arrays.words, from: 0, to: 0 }
    this.#present = forms.kinds()
  }

  begin(asked: NameForm, shape: NameShape, query: NameQuery): void {
    const words = this.#words
    this.#asked = asked
    this.#shape = shape
    this.#query = query
    this.#round += 1
    this.#searched = 0
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
      this.#edits[place] ??= new WordEdits(words)
      if (kind !== WORD) continue
      this.#edits[place]?.begin(word)
      this.#consonants[place] = lettersOf(words.skeletonText(word))
    }
  }

  /** All words of the index that are clearly like one asked for; gives its places, as bits. */
  add(word: number, near: Uint32Array): number {
    let places = 0
    const asked = this.#asked
    for (let place = 0; place < this.#count; place += 1) {
      if (asked?.words[asked.from + place] === word) places |= 1 << place
    }
    if (this.#words.kind(word) === WORD) this.#searched |= places
    const known = this.#known
    for (const other of near) {
      const at = other * KNOWN + CLEAR
      known[at + 1] = known[at] === this.#round ? (known[at + 1] ?? 0) | places : places
      known[at] = this.#round
    }
    return places
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
    const end = starts[form + 1] ?? 0
    for (let at = starts[form] ?? 0; at < end; at += 1) {
      if (this.#matesAmong(this.#passedPlaces, words[at] ?? 0, loose) !== 0) return true
    }
    return false
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
      if (words.kind(word) !== WORD || this.#known[word * KNOWN + CLEAR] === this.#round) continue
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
      alone &= ~this.#matesAmong(alone, listed[at] ?? 0, loose)
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
      if (this.#known[word * KNOWN + CLEAR] === this.#round) continue
      if (this.#matesAmong(all, word, loose) !== 0) continue
      missing.weight += words.weight(word)
      missing.words += 1
      missing.letters += words.length(word)
      run.from = from
      run.to = to
      if (isTelling(run, at, words)) missing.brands += 1
    }
  }

  /** Which of the words asked for, given as bits, a listed word is like. */
  #matesAmong(places: number, listed: number, loose: boolean): number {
    const known = this.#known
    const at = listed * KNOWN + (loose ? LOOSE : PLAIN)
    if (known[at] !== this.#round) {
      known[at] = this.#round
      known[at + 1] = 0
      known[at + 2] = 0
    }
    const open = places & ~(known[at + 1] ?? 0)
    if (open !== 0) this.#compare(open, listed, loose, at)
    return places & (known[at + 2] ?? 0)
  }

  #compare(places: number, listed: number, loose: boolean, at: number): void {
    const known = this.#known
    const clear = listed * KNOWN + CLEAR
    let mates = known[clear] === this.#round ? (known[clear + 1] ?? 0) & places : 0
    for (let bits = places & ~mates; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      if (this.#isAlike(place, listed, loose)) mates |= 1 << place
    }
    known[at + 1] = (known[at + 1] ?? 0) | places
    known[at + 2] = (known[at + 2] ?? 0) | mates
  }

  /** Whether a listed word is like one asked for that was not found to be clearly so. */
  #isAlike(place: number, listed: number, loose: boolean): boolean {
    const asked = this.#asked
    const word = asked?.words[asked.from + place] ?? 0
    if (word === listed) return true
    const words = this.#words
    if (words.kind(listed) === WORD && words.kind(word) === WORD) {
      const edits = this.#edits[place]
      if (edits?.canBeWithin(listed) === true && edits.isWithin(listed)) return true
      const canBe =
        this.#canBeOtherwise(place, word, listed) ||
        (loose && this.#areConsonantsNear(place, listed))
      if (!canBe) return false
    }
    return this.#likeness.of(word, listed, loose) >= LEAST_ALIKE
  }

  /** Whether their consonants may differ by one at most, which is enough where vowels are not written. */
  #areConsonantsNear(place: number, listed: number): boolean {
    const apart = (this.#consonants[place] ?? 0) ^ this.#consonantsOf(listed)
    return bitsOf(apart & ~KNOWN_LETTERS) <= 2
  }

  /** Which letters stand in the consonants of a word, a bit each. */
  #consonantsOf(word: number): number {
    const known = this.#consonantsKnown[word] ?? 0
    if (known !== 0) return known
    const letters = lettersOf(this.#words.skeletonText(word)) | KNOWN_LETTERS
    this.#consonantsKnown[word] = letters
    return letters
  }

  /** One short for the other, or alike by more where all that are clearly so are not known. */
  #canBeOtherwise(place: number, word: number, listed: number): boolean {
    if (this.#likeness.canBeShort(word, listed)) return true
    return (this.#searched & (1 << place)) === 0 && this.#likeness.canBeSame(word, listed)
  }
}

function clearMissing(missing: WordsMissing): void {
  missing.weight = 0
  missing.words = 0
  missing.letters = 0
  missing.brands = 0
}
