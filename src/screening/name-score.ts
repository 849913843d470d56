import { type Alignment, alignNames } from './align-names.ts'
import type { NameForm, NameToken } from './name-form.ts'
import { isGenericWord } from './word-weight.ts'

/** What the alignment of two names says, as numbers. */
export interface NameFeatures {
  /** Share of the weight of each name that has no counterpart. */
  readonly askedAlone: number
  readonly listedAlone: number
  /** Weight that is different on both sides at once: two names, not one with something left out. */
  readonly conflict: number
  /** How unlike the paired words are, by weight. */
  readonly edits: number
  /** Weight of what agrees, to 1 at three rare words. */
  readonly agreement: number
  /** A number on each side, and not the same. */
  readonly numbersDiffer: number
  /** A number on one side only. */
  readonly numberAlone: number
  /** Telling words without counterpart on both sides, to 1 at two. */
  readonly wordsDiffer: number
  /** No whole word agrees, initials at most. */
  readonly noWord: number
  /** The first telling word of each has no counterpart. */
  readonly firstDiffers: number
  /** Only one word agrees, and it is not all of both names. */
  readonly onlyOne: number
  readonly isPerson: number
}

export interface NameComparison {
  readonly alignment: Alignment
  readonly features: NameFeatures
  /** Log-odds that the names are of one and the same. */
  readonly logOdds: number
}

export function compareNames(asked: NameForm, listed: NameForm, isPerson: boolean): NameComparison {
  const alignment = alignNames(asked, listed)
  const features = featuresOf(asked, listed, alignment, isPerson)
  return { alignment, features, logOdds: logOddsOf(features) }
}

function featuresOf(
  asked: NameForm,
  listed: NameForm,
  { pairs, askedOnly, listedOnly }: Alignment,
  isPerson: boolean,
): NameFeatures {
  const [left, right] = [weightOf(askedOnly), weightOf(listedOnly)]
  let [agreed, unlike, telling] = [0, 0, 0]
  for (const pair of pairs) {
    const weight = (weightOf(pair.asked) + weightOf(pair.listed)) / 2
    agreed += weight * pair.likeness
    unlike += weight * (1 - pair.likeness)
    if (pair.asked.some(({ kind }) => kind === 'word' || kind === 'number')) telling += 1
  }
  return {
    askedAlone: asked.weight === 0 ? 1 : left / asked.weight,
    listedAlone: listed.weight === 0 ? 1 : right / listed.weight,
    conflict: Math.min(left, right, 2) / 2,
    edits: agreed + unlike === 0 ? 1 : unlike / (agreed + unlike),
    agreement: Math.min(agreed, 3) / 3,
    numbersDiffer: hasNumber(askedOnly) && hasNumber(listedOnly) ? 1 : 0,
    numberAlone: hasNumber(askedOnly) !== hasNumber(listedOnly) ? 1 : 0,
    wordsDiffer: Math.min(countTelling(askedOnly), countTelling(listedOnly), 2) / 2,
    noWord: telling === 0 ? 1 : 0,
    firstDiffers:
      firstTellingAlone(asked, askedOnly) && firstTellingAlone(listed, listedOnly) ? 1 : 0,
    onlyOne: telling <= 1 && left + right > 0.3 ? 1 : 0,
    isPerson: isPerson ? 1 : 0,
  }
}

/** Coefficients of a logistic regression on labelled pairs, rounded; see README.md. */
const COEFFICIENTS = {
  base: 4.2,
  askedAlone: -4,
  listedAlone: -3,
  conflict: -6,
  edits: -8,
  agreement: 2,
  numbersDiffer: -3,
  numberAlone: -1,
  wordsDiffer: -1,
  noWord: -4,
  firstDiffers: -1.5,
  onlyOne: -2,
  personAskedAlone: -2,
  personListedAlone: -2,
  personWordsDiffer: -2,
} as const

type Term = Exclude<keyof typeof COEFFICIENTS, 'base'>

/** The features as the regression takes them. */
export function termsOf(f: NameFeatures): Readonly<Record<Term, number>> {
  return {
    askedAlone: f.askedAlone,
    listedAlone: f.listedAlone,
    conflict: f.conflict,
    edits: f.edits,
    agreement: f.agreement,
    numbersDiffer: f.numbersDiffer,
    numberAlone: f.numberAlone,
    wordsDiffer: f.wordsDiffer,
    noWord: f.noWord,
    firstDiffers: f.firstDiffers,
    onlyOne: f.onlyOne,
    personAskedAlone: f.isPerson * f.askedAlone,
    personListedAlone: f.isPerson * f.listedAlone,
    personWordsDiffer: f.isPerson * f.wordsDiffer,
  }
}

function logOddsOf(features: NameFeatures): number {
  let sum: number = COEFFICIENTS.base
  for (const [term, value] of Object.entries(termsOf(features))) {
    sum += COEFFICIENTS[term as Term] * value
  }
  return sum
}

function weightOf(tokens: readonly NameToken[]): number {
  let weight = 0
  for (const token of tokens) weight += token.weight
  return weight
}

function countTelling(tokens: readonly NameToken[]): number {
  return tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length
}

function hasNumber(tokens: readonly NameToken[]): boolean {
  return tokens.some(({ kind }) => kind === 'number')
}

function firstTellingAlone(form: NameForm, alone: readonly NameToken[]): boolean {
  const first = form.tokens.find(({ kind }) => kind !== 'legal' && kind !== 'small')
  return first !== undefined && alone.includes(first)
}

/** A legal form, a small word or a single general word (`Corp.`, `Trading`) is nobody's name. */
export function saysNothing(form: NameForm): boolean {
  const telling = form.tokens.filter(({ kind }) => kind !== 'legal' && kind !== 'small')
  const [only] = telling
  return (
    only === undefined ||
    (telling.length === 1 && (only.kind === 'initial' || isGenericWord(only.text)))
  )
}

/** The same words on both sides, but for legal forms and small words, in whatever order. */
export function isSameName({ alignment, features }: NameComparison): boolean {
  const { pairs, askedOnly, listedOnly } = alignment
  return (
    features.edits === 0 &&
    pairs.length > 0 &&
    [...askedOnly, ...listedOnly].every(({ kind }) => kind === 'legal' || kind === 'small')
  )
}
