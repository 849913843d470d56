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
  /** In a name of a person: telling words without counterpart on both sides, to 1 at two. */
  readonly personWordsDiffer: number
  /** No whole word agrees, initials at most. */
  readonly noWord: number
  /** Only one word agrees, and not letter by letter, or it is not all of both names. */
  readonly onlyOne: number
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
    personWordsDiffer: isPerson
      ? Math.min(countTelling(askedOnly), countTelling(listedOnly), 2) / 2
      : 0,
    noWord: telling === 0 ? 1 : 0,
    onlyOne: telling <= 1 && (left + right > 0.35 || unlike > 0.02) ? 1 : 0,
  }
}

/** Coefficients of a logistic regression on labelled pairs, rounded; see README.md. */
const COEFFICIENTS = {
  base: 1.7,
  askedAlone: -4,
  listedAlone: -2.3,
  conflict: -3.5,
  edits: -4.5,
  agreement: 2.5,
  numbersDiffer: -1,
  numberAlone: -1.4,
  noWord: -3,
  onlyOne: -1,
  personWordsDiffer: -1.5,
} as const

type Term = Exclude<keyof typeof COEFFICIENTS, 'base'>
const TERMS = Object.keys(COEFFICIENTS).filter((key): key is Term => key !== 'base')

function logOddsOf(features: NameFeatures): number {
  return TERMS.reduce(
    (sum, term) => sum + COEFFICIENTS[term] * features[term],
    COEFFICIENTS.base as number,
  )
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

/** Legal forms, small words and up to two general ones (`Corp.`, `International Trading`) are nobody's name. */
export function saysNothing(form: NameForm): boolean {
  const telling = form.tokens.filter(({ kind }) => kind === 'word' || kind === 'number')
  return telling.length <= 2 && telling.every(({ text }) => isGenericWord(text))
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

/** Two words or more, each with its counterpart: a name however general they are (`Bank of Moscow`). */
export function isComplete({ alignment }: NameComparison): boolean {
  const { pairs, askedOnly, listedOnly } = alignment
  const spelt = pairs.filter(({ asked }) => asked.some(({ kind }) => kind !== 'legal'))
  const rest = [...askedOnly, ...listedOnly]
  return spelt.length > 1 && rest.every(({ kind }) => kind === 'legal' || kind === 'small')
}
