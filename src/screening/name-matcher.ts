import { distance } from 'fastest-levenshtein'
import { WordAligner, type WordRun } from './align-words.ts'
import { FeatureReader, NAME_FEATURES } from './name-features.ts'
import { NOBODY, SAME_NAME } from './threshold.ts'
import { WEIGHTS } from './weights.ts'
import { INITIAL, TITLE } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** One reading of one printed name, as words of a {@link WordTable}. */
export interface NameForm extends WordRun {
  readonly trust: number
  readonly isForeign: boolean
  readonly isTranslated: boolean
  readonly isLoose: boolean
  readonly isWeak: boolean
  /** As {@link NameReading} has it. */
  readonly native: string | undefined
  /** Both the family name and the others are known. */
  readonly isOrdered: boolean
  /** As {@link NameReading} has it. */
  readonly isCut?: boolean
}

const asArray = (weights: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(NAME_FEATURES, (name) => weights[name] ?? 0)
const OF_PERSONS = [asArray(WEIGHTS.person), asArray(WEIGHTS.foreignPerson)] as const
const OF_OTHERS = [asArray(WEIGHTS.other), asArray(WEIGHTS.foreignOther)] as const

const HANGUL = /^[\uac00-\ud7a3]+$/

/** Compares names whose words stand in one table; takes no room for a comparison. */
export class NameMatcher {
  readonly words: WordTable
  readonly aligner: WordAligner
  readonly features: FeatureReader
  readonly #context = {
    isPerson: false,
    isShip: false,
    isWeak: false,
    trust: 1,
    loose: false,
    isForeign: false,
    isEastern: false,
    isNative: false,
    isTranslated: false,
    nativeApart: 0,
    isSyllabic: false,
    isAskedOrdered: false,
    isListedOrdered: false,
    isAskedCut: false,
  }

  constructor(words: WordTable) {
    this.words = words
    this.aligner = new WordAligner(words)
    this.features = new FeatureReader(words)
  }

  /** Drops words met later; forms made of them mean nothing any more. */
  forget(): void {
    this.words.forget()
    this.aligner.forget()
  }

  /** Log-odds that two names are of one and the same. */
  compare(asked: NameForm, listed: NameForm, isPerson: boolean, isShip: boolean): number {
    const context = this.#context
    context.isPerson = isPerson
    context.isShip = isShip
    context.isWeak = asked.isWeak || listed.isWeak
    context.trust = asked.trust * listed.trust
    context.loose = asked.isLoose !== listed.isLoose
    context.isForeign = asked.isForeign !== listed.isForeign
    context.isEastern = (asked.native === undefined) !== (listed.native === undefined)
    context.isNative = asked.native !== undefined || listed.native !== undefined
    context.isTranslated = asked.isTranslated !== listed.isTranslated
    this.#readNative(asked.native ?? '', listed.native ?? '')
    context.isAskedOrdered = asked.isOrdered
    context.isListedOrdered = listed.isOrdered
    context.isAskedCut = asked.isCut === true
    this.aligner.align(asked, listed, context)
    this.features.read(this.aligner, asked, listed, context)
    const logOdds = weigh(
      this.features.values,
      (isPerson ? OF_PERSONS : OF_OTHERS)[context.isForeign ? 1 : 0],
    )
    if (this.features.isEmpty) {
      return this.#areSameLetters(asked, listed) ? SAME_NAME : Math.min(logOdds, NOBODY)
    }
    return Math.max(logOdds, this.features.least)
  }

  /** Whether a firm is named after a listed one and a place. */
  isBranch(asked: NameForm, listed: NameForm): boolean {
    this.compare(asked, listed, false, false)
    return this.features.isBranch
  }

  /** Sounds alone do not tell ideographs apart. */
  #readNative(asked: string, listed: string): void {
    const context = this.#context
    const apart = asked === '' || listed === '' ? 0 : nativeApart(asked, listed)
    context.nativeApart = apart
    context.isSyllabic = apart > 0 && HANGUL.test(asked) && HANGUL.test(listed)
  }

  /** Names of initials and titles alone are the same when they are so to the letter (law 1). */
  #areSameLetters(asked: NameForm, listed: NameForm): boolean {
    let isNamed = false
    if (asked.to - asked.from !== listed.to - listed.from) return false
    for (let at = 0; at < asked.to - asked.from; at += 1) {
      const word = asked.words[asked.from + at] ?? 0
      if (word !== listed.words[listed.from + at]) return false
      const kind = this.words.kind(word)
      if (kind === INITIAL || kind === TITLE) isNamed = true
    }
    return isNamed
  }
}

function weigh(values: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function nativeApart(left: string, right: string): number {
  return left === right ? 0 : distance(left, right) / Math.max(left.length, right.length)
}
