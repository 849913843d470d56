import type { WordRun } from './align-words.ts'
import { isLeftOut } from './left-out-words.ts'
import { NAME_FEATURES } from './name-features.ts'
import { canBeBeginning } from './short-names.ts'
import { BRANCH, SAME_NAME, SHORT } from './threshold.ts'
import { WEIGHTS } from './weights.ts'
import { FIGURE, INITIAL, TITLE, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** What a name can bring into a comparison, before it is laid beside another. */
export interface NameShape {
  /** Weight of all words, and of the telling ones alone. */
  readonly weight: number
  readonly telling: number
  /** Weight of places, towns and words that most people leave out among them. */
  readonly places: number
  /** How many of them are towns. */
  readonly towns: number
  readonly figures: number
  /** Initials and titles: each may be the counterpart of any one word. */
  readonly wild: number
  /** Telling words, and their letters. */
  readonly words: number
  readonly letters: number
}

export function shapeOf(run: WordRun, words: WordTable): NameShape {
  let [weight, telling, places, figures, wild] = [0, 0, 0, 0, 0]
  let [count, letters, towns] = [0, 0, 0]
  for (let at = run.from; at < run.to; at += 1) {
    const id = run.words[at] ?? 0
    const kind = words.kind(id)
    const one = words.weight(id)
    weight += one
    if (kind === WORD || kind === FIGURE) {
      telling += one
      count += 1
      letters += words.length(id)
    }
    if (kind === FIGURE) figures += 1
    if (kind === INITIAL || kind === TITLE) wild += 1
    if (kind === WORD && mayNotCount(words, run, at)) places += one
    if (kind === WORD && words.isTown(id)) towns += 1
  }
  return { weight, telling, places, towns, figures, wild, words: count, letters }
}

function mayNotCount(words: WordTable, run: WordRun, at: number): boolean {
  const id = run.words[at] ?? 0
  return words.isPlace(id) || words.isTown(id) || isLeftOut(words, run, at)
}

interface BlockBound {
  /** All that can speak for a pair whatever else: the base and every weight above nothing. */
  readonly most: number
  readonly agreement: number
  readonly letters: number
  readonly matched: number
  readonly same: number
  readonly oneTelling: number
  readonly sameCommon: number
  readonly asked: number
  readonly listed: number
  readonly conflict: number
  readonly wordsDiffer: number
  /** Words of one name alone that are neither general nor left out by most people, and one word in common. */
  readonly brandAlone: number
  readonly onlyOne: number
  readonly worst: number
  readonly second: number
  readonly bothEdited: number
  readonly editedAndAlone: number
  readonly edits: number
  readonly easternEdited: number
  readonly twoEdits: number
  readonly threeEdits: number
  /** Only what readings of ideographs and syllables can bring, the first only where no word is left over. */
  readonly complete: number
  readonly brandAgrees: number
  /** What is known to speak against, whatever the words say. */
  readonly translated: number
  readonly vowelless: number
  readonly doubt: number
  readonly eastern: number
  readonly easternDoubt: number
  readonly weak: number
  readonly ship: number
}

/** Weights that count only where their feature may be there. */
const APART: ReadonlySet<string> = new Set(
  'base agreement same oneTelling letters matched complete brandAgrees'.split(' '),
)

function blockBound(weights: Readonly<Record<string, number>>): BlockBound {
  const above = (name: string): number => Math.max(0, weights[name] ?? 0)
  const below = (name: string): number => Math.min(0, weights[name] ?? 0)
  const others = NAME_FEATURES.filter((name) => !APART.has(name))
  return {
    most: others.reduce((sum, name) => sum + above(name), weights.base ?? 0),
    agreement: above('agreement'),
    letters: above('letters'),
    matched: above('matched'),
    same: above('same'),
    oneTelling: above('oneTelling'),
    sameCommon: below('sameCommon'),
    asked: below('askedAlone'),
    listed: below('listedAlone'),
    conflict: below('conflict'),
    wordsDiffer: below('wordsDiffer'),
    brandAlone: below('brandAlone'),
    onlyOne: below('onlyOne'),
    worst: below('worst'),
    second: below('second'),
    bothEdited: below('bothEdited'),
    editedAndAlone: below('editedAndAlone'),
    edits: below('edits'),
    easternEdited: below('easternEdited'),
    twoEdits: below('twoEdits'),
    threeEdits: below('threeEdits'),
    complete: above('complete'),
    brandAgrees: above('brandAgrees'),
    translated: below('translated'),
    vowelless: below('vowelless'),
    doubt: below('doubt'),
    eastern: below('eastern'),
    easternDoubt: below('easternDoubt'),
    weak: below('weak'),
    ship: below('ship'),
  }
}

const OF_PERSONS = [blockBound(WEIGHTS.person), blockBound(WEIGHTS.foreignPerson)] as const
const OF_OTHERS = [blockBound(WEIGHTS.other), blockBound(WEIGHTS.foreignOther)] as const

const LITTLE = 1e-3
/** A place counts a quarter where it is all that one name has more. */
const OFF_PLACES = 0.75
const MOST_FIGURE = 0.9
/** Small words and legal forms that agree beside the telling ones. */
const SLACK = 0.2
const WILD_LETTERS = 8

/** What is known of a pair before its words are laid beside each other, as `NameMatcher` reads it. */
export interface PairKinds {
  readonly isPerson: boolean
  readonly isShip: boolean
  readonly isForeign: boolean
  readonly isTranslated: boolean
  readonly isLoose: boolean
  readonly isEastern: boolean
  readonly isWeak: boolean
  /** The name asked for was cut: any word may be missing at its end. */
  readonly isCut: boolean
}

/** Telling words of a name that have no counterpart. */
export interface WordsMissing {
  weight: number
  words: number
  letters: number
  /** Those that are neither general nor left out by most people. */
  brands: number
}

/** What is known of words that have a counterpart which is not the same word. */
export interface WordsUnlike {
  /** How much the words of one pair differ at least, those of another one, and those of each. */
  unlike: number
  second: number
  each: number
  /** What the words asked for in such pairs weigh at least. */
  weight: number
  /** How many edits lie between two sounds. */
  edits: number
}

export function noneUnlike(): WordsUnlike {
  return { unlike: 0, second: 0, each: 0, weight: 0, edits: 0 }
}

/**
 * The most that a comparison can give where these telling words have no counterpart on either side, and some that
 * have one are not the same. It is made of the weights themselves, so that no fit of them can make it wrong.
 */
export function boundOf(
  asked: NameShape,
  askedAlone: WordsMissing,
  listed: NameShape,
  listedAlone: WordsMissing,
  kinds: PairKinds,
  trust: number,
  { unlike, second, each, weight, edits }: WordsUnlike = SAME,
): number {
  const { isPerson, isForeign } = kinds
  const weights = (isPerson ? OF_PERSONS : OF_OTHERS)[isForeign ? 1 : 0]
  const u = Math.max(0, askedAlone.weight - listed.wild)
  const v = Math.max(0, listedAlone.weight - asked.wild)
  const left = (u - OFF_PLACES * Math.min(u, asked.places)) / asked.weight
  const right = (v - OFF_PLACES * Math.min(v, listed.places)) / listed.weight
  const matched = asked.words - askedAlone.words + asked.wild + listed.wild
  const letters = asked.letters - askedAlone.letters + WILD_LETTERS * (asked.wild + listed.wild)
  // No word has more than one counterpart, and none weighs more than one.
  const [ofAsked, ofListed] = [asked.weight - u, Math.min(listed.weight - v, matched + SLACK)]
  const agreed = (ofAsked + ofListed) / 2
  const otherwise = (each * weight) / 2
  const agreement = Math.min(agreed + SLACK - otherwise, 3) / 3
  const areComplete = u <= LITTLE && v <= LITTLE
  let odds = weights.most + weights.agreement * agreement + knownAgainst(weights, kinds, trust)
  odds += (weights.letters * Math.min(letters, 20)) / 20
  odds += (weights.matched * Math.min(matched, 4)) / 4
  odds += weights.asked * left + weights.listed * right
  if (unlike > 0) odds += knownEdited(weights, unlike, second, left + right)
  if (otherwise > 0) odds += (weights.edits * otherwise) / (agreed + SLACK)
  if (isForeign && kinds.isEastern) odds += weights.easternEdited * unlike
  odds += isForeign ? mostEastern(weights, kinds, areComplete) : knownEdits(weights, edits)
  if (areComplete) odds += weights.oneTelling
  if (areComplete && unlike === 0) {
    return Math.max(odds + weights.same + weights.sameCommon * (1 - agreement), SAME_NAME)
  }
  if (matched <= 1 && !areComplete) odds += weights.onlyOne
  if (kinds.isWeak) odds += weights.weak
  if (kinds.isShip) odds += weights.ship
  const listedBrands = listedAlone.brands - asked.wild
  if (u > LITTLE && v > LITTLE) {
    odds += (weights.conflict * Math.min(u, v, 2)) / 2
    odds += (weights.wordsDiffer * Math.min(wordsOf(u, asked), wordsOf(v, listed), 2)) / 2
  } else {
    odds += knownAlone(weights, u > LITTLE ? askedAlone.brands - listed.wild : listedBrands)
  }
  if (isPerson || unlike > EDITED_AND_ALONE) return odds
  // Words that are hardly unlike weigh alike.
  const canBegin = canBeBeginning(Math.min(ofAsked, ofListed) + SLACK, matched, letters)
  const rightOff = v - listed.places
  const [leftOff, brands] = [u - asked.places, listedBrands - listed.towns]
  return Math.max(odds, leastOf(leftOff, rightOff, brands, kinds, canBegin))
}

/** What speaks against so many brands that one name alone has: the other one has such a word as well, or none. */
function knownAlone(weights: BlockBound, brands: number): number {
  return brands > 0 ? Math.max(weights.brandAlone, weights.wordsDiffer / 2) : 0
}

/**
 * What a comparison gives at least by its rules, whatever the weights, where no more of both names than this is no place.
 *
 * @param brands Of the listed name's words that have no counterpart those that are neither general nor a town.
 */
function leastOf(
  leftOff: number,
  rightOff: number,
  brands: number,
  { isCut }: PairKinds,
  canBegin: boolean,
): number {
  if (leftOff > LITTLE) return Number.NEGATIVE_INFINITY
  if (rightOff <= LITTLE) return BRANCH
  return (isCut && canBegin) || brands <= 0 ? SHORT : Number.NEGATIVE_INFINITY
}

const SAME: WordsUnlike = noneUnlike()

/** As many edits as any that are more. */
export const MOST_EDITS = 3
/** From here on two pairs of words count as edited, and one as edited with words left over: less is a spelling. */
const EDITED = 0.1
const EDITED_AND_ALONE = 0.05

/** What speaks against a pair of which the words differ so much at least, and what is left over so much of both. */
function knownEdited(weights: BlockBound, unlike: number, second: number, alone: number): number {
  let odds = weights.worst * unlike + weights.second * second
  if (second > EDITED) odds += weights.bothEdited
  if (unlike > EDITED_AND_ALONE) odds += weights.editedAndAlone * alone
  return odds
}

/** What so many edits between two sounds cost; across scripts they do not. */
function knownEdits(weights: BlockBound, edits: number): number {
  return (edits >= 2 ? weights.twoEdits : 0) + (edits >= MOST_EDITS ? weights.threeEdits : 0)
}

/** What only readings of ideographs and syllables can bring, the one where no word is left over. */
function mostEastern(weights: BlockBound, kinds: PairKinds, areComplete: boolean): number {
  if (!kinds.isEastern) return 0
  return (areComplete ? weights.complete : 0) + (kinds.isPerson ? 0 : weights.brandAgrees)
}

/** What speaks against a pair whatever its words. */
function knownAgainst(weights: BlockBound, kinds: PairKinds, trust: number): number {
  const { isForeign, isTranslated, isLoose, isEastern } = kinds
  let odds = weights.doubt * (1 - trust)
  if (isTranslated) odds += weights.translated
  if (isLoose) odds += weights.vowelless
  if (isForeign && isEastern) odds += weights.eastern + weights.easternDoubt * (1 - trust)
  return odds
}

/** How many words at least weigh as much, of which none weighs more than one. */
function wordsOf(weight: number, { figures }: NameShape): number {
  return Math.max(0, Math.ceil(weight - MOST_FIGURE * figures - LITTLE))
}

/**
 * Whether a word without counterpart tells one name from another: 1 where it does. What is both general and left
 * out by most people is taken off twice when brands are counted, so that it outweighs one: -1.
 */
export function brandOf(run: WordRun, at: number, words: WordTable): number {
  const word = run.words[at] ?? 0
  if (words.kind(word) !== WORD) return 0
  const [isGeneral, isOut] = [words.isGeneral(word), isLeftOut(words, run, at)]
  return isGeneral && isOut ? -1 : isGeneral || isOut ? 0 : 1
}

export function noneMissing(): WordsMissing {
  return { weight: 0, words: 0, letters: 0, brands: 0 }
}

/** A name of which all has a counterpart, and that is long enough to agree as much as any. */
export const ANY_NAME: NameShape = {
  weight: 9,
  telling: 9,
  places: 0,
  towns: 0,
  figures: 0,
  wild: 0,
  words: 9,
  letters: 90,
}
