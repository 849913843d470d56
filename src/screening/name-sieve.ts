import { AskedWords } from './asked-words.ts'
import { lowest } from './bits.ts'
import type { FormTable, MutableShape } from './form-table.ts'
import {
  boundOf,
  MOST_EDITS,
  type NameShape,
  noneMissing,
  noneUnlike,
  type PairKinds,
  type WordsMissing,
} from './name-bound.ts'
import { NameGate } from './name-gate.ts'
import type { NameForm } from './name-matcher.ts'
import { type NameQuery, PairClasses } from './pair-classes.ts'
import { BRANCH, SHORT } from './threshold.ts'
import { UnclearWords } from './unclear-words.ts'
import { FIGURE, SMALL, WORD } from './word-kinds.ts'
import { bitsOf } from './word-letters.ts'
import type { WordLikeness } from './word-likeness.ts'
import { MOST_WORDS, WordMates } from './word-mates.ts'
import type { WordArrays, WordTable } from './word-table.ts'
import { brandIn, firstIn, kindIn, lengthIn, weightIn } from './word-traits.ts'

/** Letters that initials and small words may add to words written together, beside those typed otherwise. */
const MOST_APART_JOINED = 3
/**
 * How much words differ at least of which the index did not give the one as clearly like the other: of short
 * ones it does not give those with two letters swapped.
 */
const UNGIVEN = 0.12
/** What a rule gives at most where words are missing; where they are counterparts and unlike none holds. */
const MOST_BY_RULE = Math.max(BRANCH, SHORT)
/** A form opened by words written together, of which the listed words are not told; beside the words it shares. */
export const BY_JOINED = 1 << 30

/**
 * Tells of the names that were opened for one name which could reach the log-odds asked for, by the words
 * that may be counterparts. Those that the index gave as clearly alike are marked on the form; all others
 * are looked for only where they decide ({@link WordMates}).
 */
export class NameSieve {
  readonly gate: NameGate
  readonly #words: WordTable
  readonly #mates: WordMates
  readonly #forms: FormTable
  readonly #pairs: PairClasses
  readonly #own = new AskedWords()
  readonly #askedAlone: WordsMissing = noneMissing()
  readonly #listedAlone: WordsMissing = noneMissing()
  readonly #unlike = noneUnlike()
  readonly #unclearAsked = new UnclearWords()
  readonly #unclearListed = new UnclearWords()
  #unclearMates = 0
  /** How many edits at least lead from each word to one of those that are not clearly alike. */
  readonly #fewest = new Uint8Array(MOST_WORDS)
  readonly #listed: MutableShape
  #asked: NameForm | undefined
  #shape: NameShape | undefined
  #query: NameQuery = { least: 0 }

  /** The table of words begins with those of the index. */
  constructor(words: WordTable, likeness: WordLikeness, forms: FormTable, listed: WordArrays) {
    this.#words = words
    this.#mates = new WordMates(words, likeness, listed)
    this.#forms = forms
    this.#listed = forms.newShape()
    this.#pairs = new PairClasses(forms)
    this.gate = new NameGate(words, forms, this.#pairs, this.#own, this.#mates)
  }

  /** Where each form stands by its class and number of words. */
  get places(): Uint16Array {
    return this.#pairs.classes.places
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#mates.forget()
  }

  begin(asked: NameForm, shape: NameShape, query: NameQuery): void {
    this.#asked = asked
    this.#shape = shape
    this.#query = query
    this.#mates.begin(asked)
    this.#pairs.begin(asked, query)
    this.#own.begin(asked, this.#words)
    this.gate.begin({ trust: asked.trust, shape, isListed: query.isListed })
  }

  /** All words of the index that are clearly like one asked for; gives its places, as bits. */
  add(word: number, near: Uint32Array): number {
    return this.#mates.add(word, near)
  }

  /** Whether a form has a word clearly like one of these places. */
  bears(form: number, places: number): boolean {
    const { starts } = this.#forms.arrays
    return (this.#clearIn(starts[form] ?? 0, starts[form + 1] ?? 0) & places) !== 0
  }

  /** Whether the words of a form could reach what is asked for; `marks` are the words asked for marked on it. */
  canReach(form: number, marks: number): boolean {
    const asked = this.#asked
    if (asked === undefined) return true
    const isJoined = (marks & BY_JOINED) !== 0
    const { starts, parties } = this.#forms.arrays
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    const found = marks | this.#clearIn(from, to) | this.#spelt(from, to)
    if (!isJoined && !this.#hasEnough(form, found, to - from)) {
      return this.#mayBeJoined(found, from, to)
    }
    const { leastOf } = this.#query
    const group = this.#pairs.classes.groupOf(form)
    const least = this.#pairs.least(group)
    const kinds = this.#pairs.kinds(group)
    const trust = asked.trust * this.#forms.trust(form)
    this.#forms.shape(form, this.#listed)
    if (!isJoined && this.#mates.isSearched(this.#own.telling)) {
      this.#readUnclear(this.#own.telling & ~found, from, to, kinds.isPerson)
      if (!this.#couldReach(least, kinds, trust)) return this.#mayBeJoined(found, from, to)
    }
    const bound = this.#mostOf(found, form, isJoined, kinds, trust)
    if (bound < least) return this.#mayBeJoined(found, from, to)
    return leastOf === undefined || bound - least + this.#query.least >= leastOf(parties[form] ?? 0)
  }

  /** The most that a form gives, the words that may be counterparts being such or, where a rule allows for it, missing. */
  #mostOf(found: number, form: number, isJoined: boolean, kinds: PairKinds, trust: number): number {
    const { starts } = this.#forms.arrays
    const [from, to] = [starts[form] ?? 0, starts[form + 1] ?? 0]
    const least = this.#pairs.least(this.#pairs.classes.groupOf(form))
    // An initial is no unlike word.
    const unclear = this.#readAsked(found, from, to, kinds.isLoose) - this.#listed.wild
    const unlike = isJoined || unclear < 1 ? 0 : UNGIVEN
    const second = isJoined || unclear < 2 ? 0 : UNGIVEN
    clearMissing(this.#listedAlone)
    let bound = this.#bound(kinds, trust, unlike, second)
    if (bound >= least && !isJoined) {
      this.#readListed(from, to, kinds.isLoose)
      bound = this.#bound(kinds, trust, unlike, second)
    }
    if (unlike === 0 || bound >= MOST_BY_RULE) return bound
    clearMissing(this.#askedAlone)
    clearMissing(this.#listedAlone)
    this.#addMissing(this.#own.telling & ~found)
    return Math.max(bound, this.#bound(kinds, trust, 0, 0))
  }

  /** Whether a form has words enough for those asked for that none is clearly like and that cannot be missing. */
  #hasEnough(form: number, found: number, words: number): boolean {
    const rest = this.#mates.given & this.#own.telling & ~found
    return rest === 0 || this.gate.pairsNeeded(form, rest) <= words
  }

  /** Whether all words that are not clearly alike could be the same, written together: `Ming Guo`, `Mingguo`. */
  #mayBeJoined(found: number, from: number, to: number): boolean {
    const rest = this.#own.telling & ~found
    if (rest === 0) return false
    let [count, letters] = [0, 0]
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      count += 1
      letters += this.#own.lengths[lowest(bits)] ?? 0
    }
    const first = this.#own.firsts[lowest(rest)]
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
      listed.leave(pairs + this.#own.smallWords, this.#listedAlone)
      const [unlike, second] = [pairs > 0 ? UNGIVEN : 0, pairs > 1 ? UNGIVEN : 0]
      if (this.#bound(kinds, trust, unlike, second, asked.edits(pairs)) >= least) return true
    }
    return false
  }

  /** The words asked for that a word of a form is clearly like, as bits. */
  #clearIn(from: number, to: number): number {
    const { words } = this.#forms.arrays
    let clear = 0
    for (let at = from; at < to; at += 1) clear |= this.#mates.clear(words[at] ?? 0)
    return clear
  }

  /** The words asked for that may be spelt as a legal form or a small word of a form, as bits. */
  #spelt(from: number, to: number): number {
    const { traits } = this.#forms.arrays
    let spelt = 0
    for (let at = from; at < to; at += 1) {
      const known = traits[at] ?? 0
      const kind = kindIn(known)
      if (kind !== WORD && kind !== FIGURE) spelt |= this.#own.sameAs(this.#own.telling, known)
    }
    return spelt
  }

  /** Reads what is not clearly alike on both sides, and how many listed words may be counterparts of such. */
  #readUnclear(rest: number, from: number, to: number, isPerson: boolean): void {
    const listed = this.#unclearListed
    listed.clear()
    const { words, traits, sounds } = this.#forms.arrays
    const fewest = this.#fewest
    for (let bits = rest; bits !== 0; bits &= bits - 1) fewest[lowest(bits)] = MOST_EDITS
    let mates = 0
    for (let at = from; at < to; at += 1) {
      if (this.#mates.isClear(words[at] ?? 0)) continue
      const known = traits[at] ?? 0
      const kind = kindIn(known)
      if (kind !== WORD && kind !== FIGURE && kind !== SMALL) continue
      mates += 1
      const isMissing = kind !== SMALL && !this.#own.hasOther(known)
      if (isMissing) listed.add(weightIn(known), lengthIn(known), brandIn(known))
      for (let bits = rest; bits !== 0; bits &= bits - 1) {
        const place = lowest(bits)
        const edits = this.#own.editsTo(place, sounds[at] ?? 0, known, isPerson)
        if (edits < (fewest[place] ?? 0)) fewest[place] = edits
      }
    }
    this.#unclearMates = mates
    this.#readUnclearAsked(rest)
  }

  #readUnclearAsked(rest: number): void {
    const asked = this.#unclearAsked
    asked.clear()
    for (let bits = rest; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      const [weight, letters] = [this.#own.weights[place] ?? 0, this.#own.lengths[place] ?? 0]
      asked.add(weight, letters, this.#own.brands[place] ?? 0, this.#fewest[place] ?? 0)
    }
  }

  #bound(kinds: PairKinds, trust: number, unlike: number, second: number, edits = 0): number {
    const shape = this.#shape
    if (shape === undefined) return Number.POSITIVE_INFINITY
    const [own, other, otherwise] = [this.#askedAlone, this.#listedAlone, this.#unlike]
    otherwise.unlike = unlike
    otherwise.second = second
    otherwise.edits = edits
    return this.#query.isListed === true
      ? boundOf(this.#listed, other, shape, own, kinds, trust, otherwise)
      : boundOf(shape, own, this.#listed, other, kinds, trust, otherwise)
  }

  /**
   * Reads the telling words asked for that no listed word from a place to another is like; gives how many are
   * like one, though not clearly.
   */
  #readAsked(found: number, from: number, to: number, loose: boolean): number {
    clearMissing(this.#askedAlone)
    const listed = this.#forms.arrays.words
    const unfound = this.#own.telling & ~found
    let alone = unfound
    for (let at = from; at < to && alone !== 0; at += 1) {
      alone &= ~this.#mates.among(alone, listed[at] ?? 0, loose)
    }
    const unclear = this.#mates.isSearched(unfound) ? bitsOf(unfound & ~alone) : 0
    this.#addMissing(alone)
    return unclear
  }

  #addMissing(places: number): void {
    const missing = this.#askedAlone
    for (let bits = places; bits !== 0; bits &= bits - 1) {
      const place = lowest(bits)
      missing.weight += this.#own.weights[place] ?? 0
      missing.words += 1
      missing.letters += this.#own.lengths[place] ?? 0
      missing.brands += this.#own.brands[place] ?? 0
    }
  }

  /** Reads the telling words from a place to another that are like no word asked for. */
  #readListed(from: number, to: number, loose: boolean): void {
    const missing = this.#listedAlone
    clearMissing(missing)
    const { words, traits } = this.#forms.arrays
    const all = this.#own.all
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
      missing.brands += brandIn(known)
    }
  }
}

function clearMissing(missing: WordsMissing): void {
  missing.weight = 0
  missing.words = 0
  missing.letters = 0
  missing.brands = 0
}
