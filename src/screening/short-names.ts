import type { WordRun } from './align-words.ts'
import { FIGURE, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** Weight of words that may stand for a firm without what it does, and letters of such a word. */
const OWN = 0.95
const LETTERS_OF_OWN = 5
/** Letters of a word that is no common one, however often it stands in names, and of the shortest acronym that is seldom. */
const LONG = 7
const LETTERS_OF_ACRONYM = 3
/** Words less unlike are spellings of one. */
const LITTLE_UNLIKE = 0.05
/** A reading of another script that can be relied upon. */
const TRUSTED = 0.6

/** What two names share: weight, words and letters that agree, how unlike the worst are, and which sorts of words are among them. */
interface SharedWords {
  readonly agreed: number
  readonly telling: number
  readonly letters: number
  readonly worst: number
  readonly initials: number
  readonly brands: number
  readonly towns: number
}

/** What two names share is seldom enough for a firm's own name, and one word alone too long for an abbreviation. */
export function isOwnName(shared: SharedWords): boolean {
  const { agreed, telling, letters, worst, initials, towns } = shared
  if (initials > 0 || agreed < OWN || telling === towns) return false
  return telling >= 2 || (worst === 0 && letters >= LETTERS_OF_OWN)
}

/** Words and letters of a beginning that is no other name's by chance. */
const WORDS_OF_BEGINNING = 2
const LETTERS_OF_BEGINNING = 12

/** Whether the words two names share are so many that one which was cut behind them is the other. */
export function isLongBeginning({ agreed, telling, letters, worst }: SharedWords): boolean {
  const isLong = telling >= WORDS_OF_BEGINNING && letters >= LETTERS_OF_BEGINNING
  return isLong && agreed >= OWN && worst < LITTLE_UNLIKE
}

/** Whether {@link isLongBeginning} can hold where two names share no more than this. */
export function canBeBeginning(agreed: number, telling: number, letters: number): boolean {
  return agreed >= OWN && telling >= WORDS_OF_BEGINNING && letters >= LETTERS_OF_BEGINNING
}

/**
 * Whether the own words of a firm stand beside a place as those of a branch do: `Halcyon Dubai` for `Halcyon Trading (Iran)`; not
 * general words with another place (`Bank of Chad` for `Bank of China`), nor one branch for another (`Halcyon Dubai` for `Halcyon Chile`).
 */
export function isPlacedName(
  shared: SharedWords,
  listedAlone: {
    readonly places: number
    readonly anywhere: number
    readonly towns: number
    readonly general: number
  },
): boolean {
  const { places, anywhere, towns, general } = listedAlone
  return shared.brands > 0 && (places + towns === anywhere || general > places)
}

/**
 * Whether what two names share is so much of a firm's name that a place beside it makes a branch: one word alone must be long, or
 * seldom, the very same letters and beside a place that is somewhere (`Rostec Moscow`, not `Delta Moscow` nor `ABC International`).
 */
export function isBranchName(shared: SharedWords, isSomewhere: boolean): boolean {
  const { agreed, telling, letters, worst, towns } = shared
  if (telling === towns) return false
  if (telling > 1 || letters >= LONG) return true
  return isSomewhere && worst === 0 && agreed >= OWN && letters >= LETTERS_OF_ACRONYM
}

/** Sounds of ideographs, consonants alone and doubtful readings of another script are those of too many names. */
export function areLettersKnown(context: {
  readonly isNative: boolean
  readonly isForeign: boolean
  readonly loose: boolean
  readonly trust: number
}): boolean {
  if (context.isNative) return false
  return !context.isForeign || (!context.loose && context.trust >= TRUSTED)
}

/**
 * Koryo Bank is not short for Koryo Credit Development Bank: who says what a firm does says it from the start, but may leave
 * out where it is (`Hikvision Digital` for `Hangzhou Hikvision Digital Technology`).
 *
 * @param alone Bits of the listed words without counterpart.
 */
export function saysMoreAtEnd(
  words: WordTable,
  asked: WordRun,
  listed: WordRun,
  alone: number,
): boolean {
  return !saysTrade(words, asked) || areAtEnd(words, listed, alone)
}

function saysTrade(words: WordTable, run: WordRun): boolean {
  for (let at = run.from; at < run.to; at += 1) {
    const id = run.words[at] ?? 0
    if (words.kind(id) === WORD && words.isGeneral(id) && !words.isPlace(id)) return true
  }
  return false
}

function areAtEnd(words: WordTable, run: WordRun, alone: number): boolean {
  return isRestAtEnd(words, run, alone, false)
}

/** Whether no word without counterpart stands before one that has one. */
export function isRestAtEnd(
  words: WordTable,
  run: WordRun,
  alone: number,
  countsPlaces = true,
): boolean {
  let isAlone = false
  for (let at = 0; at < run.to - run.from; at += 1) {
    const id = run.words[run.from + at] ?? 0
    const kind = words.kind(id)
    if (kind !== WORD && kind !== FIGURE) continue
    if (!countsPlaces && (words.isPlace(id) || words.isTown(id))) continue
    if ((alone & (1 << at)) !== 0) isAlone = true
    else if (isAlone) return false
  }
  return true
}
