import type { WordAligner, WordRun } from './align-words.ts'
import { lowest } from './bits.ts'
import { isChildOf } from './left-out-words.ts'
import { doFormsDiffer, doNaturesDiffer, legalFormIn } from './legal-form-in.ts'
import { PairedWords } from './paired-words.ts'
import {
  areLettersKnown,
  isBranchName,
  isLongBeginning,
  isOwnName,
  isPlacedName,
  isRestAtEnd,
  saysMoreAtEnd,
} from './short-names.ts'
import { BRANCH, SAME_NAME, SHORT } from './threshold.ts'
import { FIGURE, WORD } from './word-kinds.ts'
import { CLEARLY_ALIKE } from './word-likeness.ts'
import type { WordTable } from './word-table.ts'
import { doInitialsDiffer, WordsAlone } from './words-alone.ts'

/** What the alignment of two names says, each as a number, in this order. */
export const NAME_FEATURES = [
  'base',
  'askedAlone',
  'listedAlone',
  'conflict',
  'edits',
  'worst',
  'agreement',
  'figuresDiffer',
  'figureAlone',
  'onlyOne',
  'single',
  'fatherSwapped',
  'formsDiffer',
  'initials',
  'wordsDiffer',
  'generalAlone',
  'same',
  'otherOrder',
  'weak',
  'doubt',
  'vowelless',
  'nativeDiffers',
  'initialsDiffer',
  'matched',
  'shortEdit',
  'ship',
  'placesDiffer',
  'oneTelling',
  'twoEdits',
  'threeEdits',
  'eastern',
  'translated',
  'genderDiffers',
  'letters',
  'editedAndAlone',
  'bothKnown',
  'easternEdited',
  'easternDoubt',
  'rolesSwapped',
  'shipFigures',
  'brandAlone',
  'givenMissing',
  'sameCommon',
  'second',
  'bothEdited',
  'initialOnly',
  'natureDiffers',
  'brandsDiffer',
  'complete',
  'brandAgrees',
  'firstDiffers',
] as const
export type NameFeature = (typeof NAME_FEATURES)[number]

const AT = Object.fromEntries(NAME_FEATURES.map((name, at) => [name, at])) as Readonly<
  Record<NameFeature, number>
>

export interface PairContext {
  readonly isPerson: boolean
  readonly isShip: boolean
  readonly isWeak: boolean
  readonly trust: number
  readonly loose: boolean
  /** Just one of both is printed in other letters than Latin ones. */
  readonly isForeign: boolean
  /** That one is printed in ideographs or syllables. */
  readonly isEastern: boolean
  readonly isTranslated: boolean
  /** One is, and its letters are those of a reading. */
  readonly isNative: boolean
  /** How unlike the ideographs of both are, 0 where one has none. */
  readonly nativeApart: number
  /** Both are written in syllables, which have no variants. */
  readonly isSyllabic: boolean
  /** The name tells the family name from the others. */
  readonly isAskedOrdered: boolean
  readonly isListedOrdered: boolean
  /** The name asked for was cut by the field that it stood in. */
  readonly isAskedCut: boolean
}

/** Words less unlike are spellings of one: `Mohammed`, `Muhammad`. */
const SPELLING = 0.05
/** A word that is so unlike its counterpart has none. */
const UNLIKE = 0.25
/** So short a family name says little beside an initial. */
const LETTERS_OF_FAMILY = 3

/** Reads features off an aligner into room taken beforehand. */
export class FeatureReader {
  readonly values = new Float64Array(NAME_FEATURES.length)
  /** No word is clearly alike, or one of both says nothing and the two do not agree in all words. */
  isEmpty = false
  /** The log-odds that they have at least, whatever the weights: -Infinity where no rule holds. */
  least = Number.NEGATIVE_INFINITY
  /** All words of the one agree letter by letter, and the other has places more. */
  #isBranch = false
  /** All words of the name asked for agree, and the listed one says more of what the firm does. */
  #isShort = false
  readonly #words: WordTable
  readonly #paired: PairedWords
  readonly #askedAlone: WordsAlone
  readonly #listedAlone: WordsAlone

  constructor(words: WordTable) {
    this.#words = words
    this.#paired = new PairedWords(words)
    this.#askedAlone = new WordsAlone(words)
    this.#listedAlone = new WordsAlone(words)
  }

  /** Whether the name asked for is the listed one, or its own words, and a place. */
  get isBranch(): boolean {
    const { places, towns } = this.#askedAlone
    return this.least !== Number.NEGATIVE_INFINITY && places + towns > 0
  }

  read(aligner: WordAligner, a: WordRun, b: WordRun, context: PairContext): void {
    const { values } = this
    values.fill(0)
    values[AT.base] = 1
    this.#paired.read(aligner, a, b, context)
    this.#askedAlone.read(a, aligner.leftOnly)
    this.#listedAlone.read(b, aligner.rightOnly)
    this.#readPairs()
    this.#readRest(a, b)
    this.#readWhole()
    this.#readContext(aligner, a, b, context)
    const isEqual = this.#readSameness(a, b, context)
    this.least = isEqual ? SAME_NAME : this.#leastOf(aligner, a, b, context)
  }

  #readContext(aligner: WordAligner, a: WordRun, b: WordRun, context: PairContext): void {
    const { values } = this
    const { isPerson, isShip, isWeak, trust, loose, nativeApart } = context
    this.#readOneWord(context)
    const isSame = values[AT.same] === 1
    if (isPerson && this.#isFatherSwapped(aligner, a, b)) values[AT.fatherSwapped] = 1
    const [left, right] = [legalFormIn(a, this.#words), legalFormIn(b, this.#words)]
    const doDiffer = isPerson ? left !== '' || right !== '' : doFormsDiffer(left, right)
    values[AT.formsDiffer] = flag(doDiffer)
    if (!isPerson) values[AT.natureDiffers] = flag(doNaturesDiffer(left, right))
    values[AT.weak] = flag(isWeak && !isSame)
    values[AT.doubt] = 1 - trust
    values[AT.translated] = flag(context.isTranslated)
    values[AT.vowelless] = flag(loose)
    values[AT.nativeDiffers] = nativeApart
    if (nativeApart > 0) values[AT.same] = 0
    values[AT.sameCommon] = (values[AT.same] ?? 0) * (1 - (values[AT.agreement] ?? 0))
    values[AT.ship] = flag(isShip && !isSame)
    if (isShip && (this.#askedAlone.figures > 0 || this.#listedAlone.figures > 0)) {
      values[AT.shipFigures] = 1
    }
    if (isPerson) this.#readOwnName(aligner, a, b, context)
    if (context.isForeign) this.#readForeign(context)
    if (!isPerson) values[AT.genderDiffers] = 0
    else values[AT.brandsDiffer] = 0
  }

  /** What a part of a firm's name gives at least; neither people nor ships have branches. */
  #leastOf(aligner: WordAligner, a: WordRun, b: WordRun, context: PairContext): number {
    const { isPerson, isShip, isForeign } = context
    if (isPerson || isShip || this.values[AT.formsDiffer] === 1) return Number.NEGATIVE_INFINITY
    if (this.#isBranch && !isForeign) return BRANCH
    if (!areLettersKnown(context)) return Number.NEGATIVE_INFINITY
    const isShort = this.#isShort && saysMoreAtEnd(this.#words, a, b, aligner.rightOnly)
    const isCut = context.isAskedCut && this.#isBeginning(b, aligner)
    return isShort || isCut ? SHORT : Number.NEGATIVE_INFINITY
  }

  /** What is asked for are the first words of the listed name, and enough of them. */
  #isBeginning(listed: WordRun, aligner: WordAligner): boolean {
    if (this.#askedAlone.count > 0 || !this.#paired.isRising) return false
    return isLongBeginning(this.#paired) && isRestAtEnd(this.#words, listed, aligner.rightOnly)
  }

  /** Whether all words agree letter by letter, whatever their order. */
  #readSameness(a: WordRun, b: WordRun, { isPerson, isForeign, trust }: PairContext): boolean {
    const { values } = this
    const isSame = values[AT.same] === 1
    const isSameLetters = isSame && values[AT.worst] === 0 && values[AT.initials] === 0
    const isComplete = isSame && (values[AT.oneTelling] === 0 || isSameLetters)
    const isUnclear = this.#paired.clearest < CLEARLY_ALIKE
    this.isEmpty = isUnclear || (!isComplete && (this.#saysNothing(a) || this.#saysNothing(b)))
    const isTrusted = !isForeign || (!isPerson && trust >= 0.6 && (values[AT.letters] ?? 0) >= 0.5)
    return (
      isSameLetters &&
      isTrusted &&
      values[AT.fatherSwapped] === 0 &&
      values[AT.formsDiffer] === 0 &&
      values[AT.rolesSwapped] === 0 &&
      values[AT.nativeDiffers] === 0
    )
  }

  /** Where a name says which word is the own one, that word should have a counterpart: a son bears his father's. */
  #readOwnName(aligner: WordAligner, a: WordRun, b: WordRun, context: PairContext): void {
    const { values } = this
    const isAskedMissing = context.isAskedOrdered && this.#isAlone(a, aligner.leftOnly, 0)
    const isListedMissing = context.isListedOrdered && this.#isAlone(b, aligner.rightOnly, 0)
    values[AT.givenMissing] = flag(isAskedMissing || isListedMissing)
    const isMoved = !this.#paired.isRising || this.#paired.isTurned
    values[AT.rolesSwapped] = flag(context.isAskedOrdered && context.isListedOrdered && isMoved)
  }

  #isAlone(run: WordRun, mask: number, at: number): boolean {
    return (mask & (1 << at)) !== 0 && this.#words.kind(run.words[run.from + at] ?? 0) === WORD
  }

  /** Readings of other scripts never agree letter by letter; those of ideographs are short and many. */
  #readForeign({ isPerson, isEastern, loose, trust }: PairContext): void {
    const { values } = this
    if (loose) values[AT.genderDiffers] = 0
    if (loose || isEastern) {
      values[AT.twoEdits] = 0
      values[AT.threeEdits] = 0
      values[AT.firstDiffers] = 0
    }
    if (!isEastern) return
    if (isPerson && (values[AT.worst] ?? 0) > 0) values[AT.same] = 0
    values[AT.eastern] = 1
    values[AT.easternDoubt] = 1 - trust
    values[AT.easternEdited] = values[AT.worst] ?? 0
    const rest = this.#askedAlone.count + this.#listedAlone.count
    values[AT.complete] = rest > 0 ? 0 : Math.max(0, 1 - (values[AT.worst] ?? 0) / UNLIKE)
    values[AT.brandAgrees] = isPerson ? 0 : this.#paired.brand
  }

  #readPairs(): void {
    const { values } = this
    const { agreed, unlike, telling, worst } = this.#paired
    values[AT.edits] = agreed + unlike === 0 ? 1 : unlike / (agreed + unlike)
    values[AT.worst] = worst
    values[AT.second] = this.#paired.second
    values[AT.bothEdited] = flag(this.#paired.second > 0.1)
    values[AT.agreement] = Math.min(agreed, 3) / 3
    values[AT.initials] = Math.min(this.#paired.initials, 2) / 2
    values[AT.otherOrder] = flag(!this.#paired.isRising)
    values[AT.matched] = Math.min(telling, 4) / 4
    values[AT.shortEdit] = this.#paired.shortEdit
    values[AT.letters] = Math.min(this.#paired.letters, 20) / 20
    values[AT.bothKnown] = flag(this.#paired.bothKnown)
    values[AT.genderDiffers] = flag(this.#paired.gendersDiffer)
    values[AT.twoEdits] = flag(this.#paired.mostEdits >= 2)
    values[AT.threeEdits] = flag(this.#paired.mostEdits >= 3)
    values[AT.firstDiffers] = flag(this.#paired.firstDiffers)
  }

  #readRest(a: WordRun, b: WordRun): void {
    const { values } = this
    const u = this.#askedAlone
    const v = this.#listedAlone
    const [whole, other] = [this.#total(a), this.#total(b)]
    // A branch is named after its parent and a place, and few people give their father's name.
    const left = v.telling === 0 ? u.weight - this.#optional(u) * 0.75 : u.weight
    const right = u.telling === 0 ? v.weight - this.#optional(v) * 0.75 : v.weight
    values[AT.askedAlone] = whole === 0 ? 1 : left / whole
    values[AT.listedAlone] = other === 0 ? 1 : right / other
    values[AT.conflict] = Math.min(u.weight, v.weight, 2) / 2
    values[AT.figuresDiffer] = flag(u.figures > 0 && v.figures > 0)
    values[AT.figureAlone] = flag(u.figures > 0 !== v.figures > 0)
    values[AT.wordsDiffer] = Math.min(u.telling, v.telling, 2) / 2
    values[AT.initialsDiffer] = flag(doInitialsDiffer(u, v))
    values[AT.placesDiffer] = flag(u.places > 0 && v.places > 0)
  }

  /** One word, which is short and another one as soon as a letter is, or which says little beside an initial. */
  #readOneWord({ isPerson, loose }: PairContext): void {
    const { values } = this
    const isAlone = values[AT.oneTelling] === 1 || (!isPerson && values[AT.onlyOne] === 1)
    if (!isAlone) return
    // A script without vowels gives no more than consonants.
    if (!loose && this.#paired.isShortOther) {
      values[AT.single] = 1
      values[AT.same] = 0
    }
    // A short family name has many bearers whose own names begin alike, a general word any firm.
    const isHint = !isPerson || this.#paired.letters <= LETTERS_OF_FAMILY
    values[AT.initialOnly] = flag(isHint && values[AT.initialOnly] === 1)
    if (values[AT.initialOnly] === 1) values[AT.same] = 0
  }

  /** Two other words have to agree before a father's name may be missing. */
  #leftOut(alone: WordsAlone): number {
    return this.#paired.telling < 2 ? 0 : alone.leftOut
  }

  #optional({ placeWeight, leftOutWeight }: WordsAlone): number {
    return this.#paired.telling < 2 ? placeWeight : placeWeight + leftOutWeight
  }

  /** What both say together: whether all agrees, and whether what is left over is general or a place. */
  #readWhole(): void {
    const { values } = this
    const u = this.#askedAlone
    const v = this.#listedAlone
    const { telling, worst, initials } = this.#paired
    const rest = u.count + v.count
    const general = u.general + v.general
    const isOneSided = u.telling === 0 || v.telling === 0
    const isGeneral = general > 0 && general === u.telling + v.telling
    const isFilled = worst < SPELLING && u.filling + v.filling === general
    values[AT.generalAlone] = flag(isOneSided && isGeneral && !isFilled)
    const others = u.telling + v.telling - general - this.#leftOut(u) - this.#leftOut(v)
    values[AT.brandAlone] = flag(isOneSided && others > 0)
    values[AT.same] = flag(rest === 0 && worst < SPELLING && telling > 0)
    values[AT.brandsDiffer] = flag(u.brands > 0 && v.brands > 0)
    if (worst > 0.05) {
      values[AT.editedAndAlone] = (values[AT.askedAlone] ?? 0) + (values[AT.listedAlone] ?? 0)
    }
    if (telling <= 1) {
      values[AT.single] = rest === 0 ? worst : 0
      values[AT.oneTelling] = flag(rest === 0)
      values[AT.initialOnly] = flag(rest === 0 && initials > 0)
      values[AT.onlyOne] = flag(rest > 0)
    }
    const places = u.places + u.towns + v.places + v.towns
    const isBranch = isBranchName(this.#paired, places > u.anywhere + v.anywhere)
    this.#isBranch = isOneSided && places > 0 && places === rest && worst < SPELLING && isBranch
    const isRestKnown = u.count === u.places + u.towns && v.count === v.general + v.towns
    const isPlaced = u.count === 0 || isPlacedName(this.#paired, v)
    this.#isShort = isRestKnown && isPlaced && worst < SPELLING && isOwnName(this.#paired)
  }

  /** Legal forms, small words and up to two general ones (`Corp.`, `International Trading`) are nobody's name. */
  #saysNothing(run: WordRun): boolean {
    let telling = 0
    for (let at = run.from; at < run.to; at += 1) {
      const id = run.words[at] ?? 0
      const kind = this.#words.kind(id)
      if (kind === FIGURE) telling += 1
      if (kind !== WORD) continue
      if (!this.#words.isGeneral(id)) return false
      telling += 1
    }
    return telling <= 2
  }

  #total(run: WordRun): number {
    let weight = 0
    for (let at = run.from; at < run.to; at += 1) weight += this.#words.weight(run.words[at] ?? 0)
    return weight
  }

  /** Salman bin Muhammad is the son, Muhammad bin Salman the father. */
  #isFatherSwapped(aligner: WordAligner, a: WordRun, b: WordRun): boolean {
    const [left, right] = [this.#father(a), this.#father(b)]
    if (left < 0 || right < 0) return false
    return mate(aligner, left - 1) === right + 1 && mate(aligner, left + 1) === right - 1
  }

  /** Where the first `bin` stands between two words, or -1. */
  #father(run: WordRun): number {
    for (let at = run.from + 1; at + 1 < run.to; at += 1) {
      if (isChildOf(this.#words, run.words[at] ?? 0)) return at - run.from
    }
    return -1
  }
}

function flag(isTrue: boolean): number {
  return isTrue ? 1 : 0
}

/** The word of the other side that a word is paired with alone, or -2. */
function mate(aligner: WordAligner, word: number): number {
  for (let k = 0; k < aligner.pairs; k += 1) {
    const right = aligner.right[k] ?? 0
    if (aligner.left[k] === 1 << word) return (right & (right - 1)) === 0 ? lowest(right) : -2
  }
  return -2
}
