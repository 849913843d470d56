import { LEGAL_PHRASES } from './legal-phrases.ts'
import { TRANSLATED_ALIKE } from './translated-words.ts'
import { isPlace, isSmallWord, isTown, legalForm } from './word-classes.ts'
import { ABBREVIATIONS, LEGAL_WORDS, SPELLINGS } from './word-lists.ts'
import { isGenericWord, isKnownWord } from './word-weight.ts'

/** Shorter words are too many other ones with a letter typed otherwise. */
const LONG = 6
/** Fields of forms and of payment messages hold 30 or 35 characters: what is longer was cut. */
const CUT_FROM = 28
export const LAST_WORD = /[\s,.(&-]+[\p{L}\p{N}]*$/u
const WORD = /[a-z]+(?:'[a-z]+)?\.?/giu
const FORM_BEFORE = /^(ooo|llc|[opc]?jsc|[opz]ao)(?=[a-z]{4})/u
const FORM_BEHIND = /(?<=[a-z]{4})(ooo|llc|[opc]?jsc|[opz]ao|gmbh|ltd)$/u
/** Accents, and marks that nobody sees. */
const UNSEEN = /[\p{M}\p{Cf}]/gu
const HALF_FORM =
  /\b(?:joint[\s-]stock|limited liability)\b(?![\s.]+(?:compan|corporation|partnership|society))/giu
const LATIN = /^[\p{Script=Latin}\P{L}]*$/u

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))

const WHOLE: ReadonlyMap<string, string> = new Map(
  rowsOf(ABBREVIATIONS).map(([short = '', ...whole]) => [short, whole.join(' ')]),
)

/** Long general words and legal forms, and each of them without one of its letters. */
const GENERAL: ReadonlyMap<string, readonly string[]> = (() => {
  const words = new Set([
    ...rowsOf(SPELLINGS).flatMap((row) => (isGenericWord(row[0] ?? '') ? row : [])),
    ...rowsOf(LEGAL_WORDS).flatMap((row) => row.slice(1)),
    ...rowsOf(LEGAL_PHRASES).flatMap((row) => row.slice(1)),
  ])
  const near = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < LONG) continue
    for (const key of [word, ...lettersOut(word)]) {
      const row = near.get(key)
      if (row === undefined) near.set(key, [word])
      else if (!row.includes(word)) row.push(word)
    }
  }
  return near
})()

/**
 * The name of a firm with general words and legal forms written out that somebody abbreviated, mistyped or wrote to the next word
 * (`Joint Stock Co. Metallist`, `Huawei Technoogies Comany`, `LLCMELYTEC`), and that without its last word where the
 * name may have been cut in it. Nothing where there is nothing to do. To be read beside the name itself, which may be
 * the firm's own.
 */
export function writtenOut(stated: string): readonly string[] {
  if (!LATIN.test(stated)) return []
  const name = stated.normalize('NFD').replaceAll(UNSEEN, '')
  const written = name
    .replace(WORD, (word) => wholeWord(word.toLowerCase()) ?? word)
    .replace(HALF_FORM, '$& company')
  const uncut = name.length >= CUT_FROM && isCut(name) ? [written.replace(LAST_WORD, '')] : []
  return [written, ...uncut].filter((one) => one !== name)
}

/** Each as it stands in a name, and what may stand for it. */
const ALIKE = TRANSLATED_ALIKE.trim()
  .split('\n')
  .flatMap((row) => {
    const all = row.split(', ')
    return all.map((one) => ({
      written: new RegExp(`(?<!\\p{L})${one.replaceAll(' ', '[\\s-]+')}(?!\\p{L})`, 'iu'),
      others: all.filter((other) => other !== one),
    }))
  })

/** The name of a firm as other translators have it: `Halcyon Oil` for Halcyon Petroleum. */
export function translatedOtherwise(name: string): readonly string[] {
  return ALIKE.flatMap(({ written, others }) =>
    written.test(name) ? others.map((other) => name.replace(written, other)) : [],
  )
}

/** Lengths of fields, and one less where a blank at the end is gone. */
const FIELDS = [30, 35, 40, 50]

/** Whether a name is as long as a field that names are cut to; a figure at the end was not. */
export function isOfCutLength(name: string): boolean {
  const whole = name.trim()
  const isAsLong = FIELDS.some((field) => whole.length === field || whole.length === field - 1)
  return isAsLong && !/\d$/.test(whole)
}

function wholeWord(word: string): string | undefined {
  const bare = word.replace('.', '')
  return WHOLE.get(bare) ?? (isInUse(bare) ? undefined : (misspelt(bare) ?? apart(bare)))
}

/** Whether a name ends in what is no word of its own. */
function isCut(name: string): boolean {
  const [last = ''] = LAST_WORD.exec(name) ?? []
  const word = last.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const isWhole = isInUse(word) || WHOLE.has(word) || legalForm(word) !== undefined
  return word !== '' && !/\d/u.test(word) && !isWhole
}

function isInUse(word: string): boolean {
  const isSaid = isGenericWord(word) || isKnownWord(word) || isSmallWord(word)
  return isSaid || isPlace(word) || isTown(word)
}

/** The general word that is one letter away: more, fewer, another or two swapped. */
function misspelt(word: string): string | undefined {
  if (word.length < LONG || GENERAL.get(word)?.includes(word) === true) return undefined
  for (const key of [word, ...lettersOut(word)]) {
    const found = GENERAL.get(key)?.find((other) => Math.abs(other.length - word.length) <= 1)
    if (found !== undefined) return found
  }
  return undefined
}

/** A legal form that is written to the word before or behind it. */
function apart(word: string): string | undefined {
  const parted = word.replace(FORM_BEFORE, '$1 ').replace(FORM_BEHIND, ' $1')
  return parted === word ? undefined : parted
}

function lettersOut(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
