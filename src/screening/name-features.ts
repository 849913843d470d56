import { distance } from 'fastest-levenshtein'
import type { WordAligner, WordRun } from './align-words.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** What the alignment of two names says, each as a number, in this order. */
export const NAME_FEATURES = [
  'base',
  'askedAlone',
  'listedAlone',
  'conflict',
  'conflictShare',
  'edits',
  'worst',
  'farWorst',
  'agreement',
  'figuresDiffer',
  'figureAlone',
  'noWord',
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
  'firstLetter',
  'ship',
  'placesDiffer',
  'oneTelling',
  'twoEdits',
  'threeEdits',
  'eastern',
  'translated',
  'genderDiffers',
  'letters',
  'easternShort',
  'editedAndAlone',
  'twoEdited',
  'bothKnown',
  'easternEdited',
  'easternAlone',
  'easternDoubt',
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
  /** How unlike the ideographs of both are, 0 where one has none. */
  readonly nativeApart: number
  /** Both are written in syllables, which have no variants. */
  readonly isSyllabic: boolean
}

const FATHER = new Set(['bin', 'ben', 'ibn', 'bint'])
const LOOSE_FORMS = new Set(['company', 'corporation', 'limited', 'stock', 'free'])

/** Reads features off an aligner into room taken beforehand. */
export class FeatureReader {
  readonly values = new Float64Array(NAME_FEATURES.length)
  /** One of both says nothing, and the two do not agree in all words. */
  isEmpty = false
  /** All words agree letter by letter, whatever their order. */
  isEqual = false
  /** All words of the one agree letter by letter, and the other has places more. */
  isBranch = false
  readonly #words: WordTable

  constructor(words: WordTable) {
    this.#words = words
  }

  read(aligner: WordAligner, a: WordRun, b: WordRun, context: PairContext): void {
    const { values } = this
    values.fill(0)
    values[AT.base] = 1
    this.#readPairs(aligner, a, b)
    this.#readRest(aligner, a, b)
    const { isPerson, isShip, isWeak, trust, loose, nativeApart } = context
    if (isPerson && this.#isFatherSwapped(aligner, a, b)) values[AT.fatherSwapped] = 1
    if (isPerson ? this.#form(a) !== '' || this.#form(b) !== '' : this.#doFormsDiffer(a, b)) {
      values[AT.formsDiffer] = 1
    }
    if (isWeak && values[AT.same] === 0) values[AT.weak] = 1
    values[AT.doubt] = 1 - trust
    values[AT.translated] = context.isTranslated ? 1 : 0
    if (context.isForeign) this.#readForeign(context)
    if (!isPerson) values[AT.genderDiffers] = 0
    const isComplete =
      (values[AT.same] ?? 0) === 1 && (values[AT.oneTelling] === 0 || values[AT.worst] === 0)
    this.isEmpty = !isComplete && (this.#saysNothing(a) || this.#saysNothing(b))
    if (isPerson || context.isForeign || values[AT.formsDiffer] === 1) this.isBranch = false
    this.isEqual =
      (values[AT.same] ?? 0) === 1 &&
      values[AT.worst] === 0 &&
      values[AT.fatherSwapped] === 0 &&
      values[AT.formsDiffer] === 0 &&
      (!context.isForeign || (!isPerson && trust >= 0.6 && (values[AT.letters] ?? 0) >= 0.5))
    values[AT.vowelless] = loose ? 1 : 0
    values[AT.nativeDiffers] = (values[AT.same] ?? 0) === 1 && !context.isSyllabic ? 0 : nativeApart
    if (isShip) values[AT.ship] = (values[AT.same] ?? 0) === 1 ? 0 : 1
  }

  /** Readings of other scripts never agree letter by letter; those of ideographs are short and many. */
  #readForeign({ isEastern, trust }: PairContext): void {
    const { values } = this
    values[AT.twoEdits] = 0
    values[AT.threeEdits] = 0
    if (!isEastern) return
    values[AT.eastern] = 1
    values[AT.easternDoubt] = 1 - trust
    values[AT.easternEdited] = values[AT.worst] ?? 0
    values[AT.easternAlone] = (values[AT.askedAlone] ?? 0) + (values[AT.listedAlone] ?? 0)
    values[AT.easternShort] = Math.max(0, 1 - 2 * (values[AT.letters] ?? 0))
  }

  #readPairs(aligner: WordAligner, a: WordRun, b: WordRun): void {
    const { values } = this
    let [
      agreed,
      unlike,
      telling,
      worst,
      initials,
      rising,
      last,
      shortEdit,
      firstLetter,
      most,
      letters,
      edited,
    ] = [0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0, 0]
    for (let k = 0; k < aligner.pairs; k += 1) {
      const [left, right] = [aligner.left[k] ?? 0, aligner.right[k] ?? 0]
      const alike = aligner.alike[k] ?? 0
      const weight = (this.#weight(a, left) + this.#weight(b, right)) / 2
      agreed += weight * alike
      unlike += weight * (1 - alike)
      const [first, other] = [lowest(left), lowest(right)]
      const word = a.words[a.from + first] ?? 0
      const mate = b.words[b.from + other] ?? 0
      const isInitial = this.#words.kind(word) === INITIAL || this.#words.kind(mate) === INITIAL
      if (isInitial && alike < 1 && left === 1 << first && right === 1 << other) initials += 1
      else if (isTelling(this.#words.kind(word)) || isTelling(this.#words.kind(mate))) {
        telling += 1
        letters += this.#letters(a, left) * alike
        if (1 - alike > worst) worst = 1 - alike
        if (alike < 0.95) {
          edited += 1
          if (this.#words.isKnown(word) && this.#words.isKnown(mate)) values[AT.bothKnown] = 1
          const [one, two] = [this.#words.text(word), this.#words.text(mate)]
          if (Math.min(one.length, two.length) <= 4) shortEdit = Math.max(shortEdit, 1 - alike)
          if (one.charCodeAt(0) !== two.charCodeAt(0)) firstLetter = 1
          if (doGendersDiffer(one, two)) values[AT.genderDiffers] = 1
          const isLone = left === 1 << first && right === 1 << other
          if (isLone && alike < 0.9 && this.#words.skeleton(word) !== this.#words.skeleton(mate)) {
            most = Math.max(most, distance(one, two))
          }
        }
        if (other < last) rising = 0
        last = other
      }
    }
    values[AT.edits] = agreed + unlike === 0 ? 1 : unlike / (agreed + unlike)
    values[AT.worst] = worst
    values[AT.farWorst] = Math.max(0, worst - 0.2)
    values[AT.agreement] = Math.min(agreed, 3) / 3
    values[AT.noWord] = telling === 0 ? 1 : 0
    values[AT.initials] = Math.min(initials, 2) / 2
    values[AT.otherOrder] = rising === 1 ? 0 : 1
    values[AT.matched] = Math.min(telling, 4) / 4
    values[AT.shortEdit] = shortEdit
    values[AT.twoEdited] = edited > 1 ? 1 : 0
    values[AT.letters] = Math.min(letters, 20) / 20
    values[AT.firstLetter] = firstLetter
    values[AT.twoEdits] = most >= 2 ? 1 : 0
    values[AT.threeEdits] = Math.min(Math.max(0, most - 2), 2)
    values[AT.onlyOne] = telling <= 1 ? 1 : 0
  }

  #readRest(aligner: WordAligner, a: WordRun, b: WordRun): void {
    const { values } = this
    const [u, uTelling, uFigures, uInitials, uGeneral, uPlaces, uPlaceWeight] = this.#rest(
      a,
      aligner.leftOnly,
    )
    const [v, vTelling, vFigures, vInitials, vGeneral, vPlaces, vPlaceWeight] = this.#rest(
      b,
      aligner.rightOnly,
    )
    const [whole, other] = [this.#total(a), this.#total(b)]
    // A branch is named after its parent and a place.
    const left = vTelling === 0 ? u - uPlaceWeight * 0.75 : u
    const right = uTelling === 0 ? v - vPlaceWeight * 0.75 : v
    values[AT.askedAlone] = whole === 0 ? 1 : left / whole
    values[AT.listedAlone] = other === 0 ? 1 : right / other
    values[AT.conflict] = Math.min(u, v, 2) / 2
    values[AT.conflictShare] = whole === 0 || other === 0 ? 0 : Math.min(u / whole, v / other)
    values[AT.figuresDiffer] = uFigures > 0 && vFigures > 0 ? 1 : 0
    values[AT.figureAlone] = uFigures > 0 !== vFigures > 0 ? 1 : 0
    values[AT.wordsDiffer] = Math.min(uTelling, vTelling, 2) / 2
    values[AT.initialsDiffer] =
      uInitials > 0 && vInitials + vTelling > 0 ? 1 : vInitials > 0 && uTelling > 0 ? 1 : 0
    const isOneSided = uTelling === 0 || vTelling === 0
    values[AT.generalAlone] =
      isOneSided && uGeneral + vGeneral > 0 && uGeneral + vGeneral === uTelling + vTelling ? 1 : 0
    values[AT.placesDiffer] = uPlaces > 0 && vPlaces > 0 ? 1 : 0
    const rest = uTelling + vTelling + uFigures + vFigures + uInitials + vInitials
    values[AT.same] =
      rest === 0 && (values[AT.worst] ?? 1) < 0.05 && values[AT.noWord] === 0 ? 1 : 0
    values[AT.editedAndAlone] =
      (values[AT.worst] ?? 0) > 0.05
        ? (values[AT.askedAlone] ?? 0) + (values[AT.listedAlone] ?? 0)
        : 0
    this.isBranch =
      isOneSided &&
      uPlaces + vPlaces > 0 &&
      uPlaces + vPlaces === rest &&
      values[AT.worst] === 0 &&
      (values[AT.matched] ?? 0) >= 0.5
    const isAlone = (values[AT.onlyOne] ?? 0) === 1
    values[AT.single] = isAlone && rest === 0 ? (values[AT.worst] ?? 0) : 0
    values[AT.oneTelling] = isAlone && rest === 0 ? 1 : 0
    values[AT.onlyOne] = isAlone && rest > 0 ? 1 : 0
  }

  /** Weight, telling words, figures, initials, general words, places without counterpart. */
  #rest(
    run: WordRun,
    mask: number,
  ): readonly [number, number, number, number, number, number, number] {
    let [weight, telling, figures, initials, general, places, placeWeight] = [0, 0, 0, 0, 0, 0, 0]
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      const id = run.words[run.from + lowest(bits)] ?? 0
      const kind = this.#words.kind(id)
      weight += this.#words.weight(id)
      if (kind === WORD) {
        telling += 1
        if (this.#words.isGeneral(id)) general += 1
        if (this.#words.isPlace(id)) {
          places += 1
          placeWeight += this.#words.weight(id)
        }
      } else if (kind === FIGURE) figures += 1
      else if (kind === INITIAL) initials += 1
    }
    return [weight, telling, figures, initials, general, places, placeWeight]
  }

  #weight(run: WordRun, mask: number): number {
    let weight = 0
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      weight += this.#words.weight(run.words[run.from + lowest(bits)] ?? 0)
    }
    return weight
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

  #letters(run: WordRun, mask: number): number {
    let letters = 0
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      letters += this.#words.text(run.words[run.from + lowest(bits)] ?? 0).length
    }
    return letters
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
      const id = run.words[at] ?? 0
      if (this.#words.kind(id) === SMALL && FATHER.has(this.#words.text(id))) return at - run.from
    }
    return -1
  }

  /** An association and a company of one name are two. */
  #doFormsDiffer(a: WordRun, b: WordRun): boolean {
    const [left, right] = [this.#form(a), this.#form(b)]
    if (left === '' || right === '' || left === right) return false
    return !(LOOSE_FORMS.has(left) && LOOSE_FORMS.has(right))
  }

  #form(run: WordRun): string {
    let form = ''
    for (let at = run.from; at < run.to; at += 1) {
      const id = run.words[at] ?? 0
      if (this.#words.kind(id) !== LEGAL) continue
      const text = this.#words.text(id)
      if (form === '' || LOOSE_FORMS.has(form)) form = text
    }
    return form
  }
}

function isTelling(kind: number): boolean {
  return kind === WORD || kind === FIGURE
}

function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** The word of the other side that a word is paired with alone, or -2. */
function mate(aligner: WordAligner, word: number): number {
  for (let k = 0; k < aligner.pairs; k += 1) {
    const right = aligner.right[k] ?? 0
    if (aligner.left[k] === 1 << word) return (right & (right - 1)) === 0 ? lowest(right) : -2
  }
  return -2
}

const FEMININE = /(?:ov|ev|in|yn)a$|skaya$/

/** Baranov and Baranova, Angelo and Angela, Michel and Michelle. */
export function doGendersDiffer(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  if (FEMININE.test(one) !== FEMININE.test(two) && short.length > 3) return true
  if (long === `${short}a` || long === `${short}le` || long === `${short}e`) return true
  return /o$/.test(one)
    ? /a$/.test(two) && one.slice(0, -1) === two.slice(0, -1)
    : /a$/.test(one) && /o$/.test(two) && one.slice(0, -1) === two.slice(0, -1)
}
