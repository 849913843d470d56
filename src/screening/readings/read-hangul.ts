import {
  customary,
  foreignInHangul,
  lettersInHangul,
  mccune,
  northern,
  northernName,
  revised,
  splitKoreanName,
  surnameSpellings,
} from './hangul.ts'
import { HANGUL_NAMES, HANGUL_WORDS } from './lexicon-hangul.ts'
import type { Reading } from './model.ts'
import { lazily, tableRows } from './tokens.ts'

const WORDS = lazily(
  () =>
    new Map(
      [HANGUL_WORDS, HANGUL_NAMES].flatMap((table) =>
        tableRows(table).map(([key = '', ...english]): [string, readonly string[]] => [
          key,
          english,
        ]),
      ),
    ),
)
const LONGEST = 14

/** The readings of a stretch of Hangul, decomposed letters composed already. */
export function readHangul(text: string): readonly Reading[] {
  const words = text.match(/\(주\)|[\p{L}\p{N}]+/gu) ?? []
  const foreign = words.map(foreignInHangul)
  if (foreign.some((word) => word !== undefined)) {
    const tokens = words.flatMap((word, at) => foreign[at] ?? [revised(word)])
    return [{ tokens, system: 'hangul-foreign', weight: 1 }, ...plain(words, 0.6)]
  }
  const person = personOf(words)
  const pieces = words.map(piecesOf)
  const known = pieces.flat().some(({ english }) => english !== undefined)
  if (person !== undefined && !(known && words.join('').length > 3)) return personal(person)
  if (!known) return plain(words, 1)
  return [...translations(pieces), ...plain(words, 0.7)]
}

/** Surname and given name of two to five syllables, in one word or two. */
function personOf(words: readonly string[]): readonly [string, string] | undefined {
  const [first = '', ...others] = words
  if (words.length === 1) return splitKoreanName(first)
  const given = others.join('')
  const isSurname = surnameSpellings(first).length > 0
  return isSurname && given.length <= 3 ? [first, given] : undefined
}

function personal([surname, given]: readonly [string, string]): readonly Reading[] {
  const [first = revised(surname), ...others] = surnameSpellings(surname)
  const apart = (read: (syllable: string) => string) => [...given].map(read)
  const readings: Reading[] = [
    { tokens: [first, revised(given)], system: 'hangul', weight: 1 },
    { tokens: [first, ...customary(given)], system: 'hangul-custom', weight: 0.95 },
    { tokens: inNorth(surname, given, northernName), system: 'hangul-mccune', weight: 0.95 },
    { tokens: inNorth(surname, given, apartInNorth), system: 'hangul-mccune', weight: 0.95 },
    { tokens: [revised(surname), ...apart(revised)], system: 'hangul-joined', weight: 0.9 },
  ]
  for (const other of others.slice(0, 3)) {
    readings.push({ tokens: [other, ...customary(given)], system: 'hangul-custom', weight: 0.9 })
  }
  return readings
}

function inNorth(
  surname: string,
  given: string,
  spelt: (syllables: string) => readonly string[],
): readonly string[] {
  return [surname === '이' ? 'ri' : spelt(surname).join(''), ...spelt(given)]
}

function apartInNorth(syllables: string): readonly string[] {
  return [...syllables].map(northern)
}

/** A name of Han characters by its Korean sounds, none where it has none: as the North and as the South write it. */
export function personalInKorean(hangul: string | undefined): readonly (readonly string[])[] {
  const parts = hangul === undefined ? undefined : splitKoreanName(hangul)
  if (hangul === undefined) return []
  if (parts === undefined) return [[...hangul].map(northern)]
  const [surname, given] = parts
  const [first = revised(surname)] = surnameSpellings(surname)
  return [
    inNorth(surname, given, northernName),
    inNorth(surname, given, apartInNorth),
    [first, ...customary(given)],
  ]
}

function plain(words: readonly string[], weight: number): readonly Reading[] {
  return [
    { tokens: words.map(revised), system: 'hangul', weight },
    { tokens: words.map(northern), system: 'hangul-mccune', weight: 0.95 * weight },
    { tokens: words.map(mccune), system: 'hangul-mccune', weight: 0.9 * weight },
  ]
}

interface Piece {
  readonly text: string
  readonly english: readonly string[] | undefined
}

function piecesOf(word: string): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = ''
  for (let at = 0; at < word.length; ) {
    const length = wordAt(word, at, rest === '' && pieces.length > 0)
    if (length === 0) {
      rest += word.charAt(at)
      at += 1
      continue
    }
    if (rest !== '') pieces.push({ text: rest, english: undefined })
    rest = ''
    const text = word.slice(at, at + length)
    pieces.push({ text, english: WORDS().get(text) })
    at += length
  }
  if (rest !== '') pieces.push({ text: rest, english: undefined })
  return pieces
}

/** What no word of a table holds of a stretch of Hangul. */
export function untranslatedHangul(word: string): string {
  return piecesOf(word)
    .map(({ text, english }) => (english === undefined ? text : ''))
    .join('')
}

/** One syllable alone is a word only behind another word or at the end of a longer one. */
function wordAt(word: string, at: number, behindWord: boolean): number {
  for (let length = Math.min(LONGEST, word.length - at); length > 1; length -= 1) {
    if (WORDS().has(word.slice(at, at + length))) return length
  }
  const alone = at === word.length - 1 && (behindWord || at > 1)
  return alone && WORDS().has(word.charAt(at)) ? 1 : 0
}

function translations(words: readonly (readonly Piece[])[]): readonly Reading[] {
  const inEnglish = (read: (text: string) => string) =>
    words.flat().flatMap(({ text, english }) => english ?? [lettersInHangul(text) ?? read(text)])
  return [
    { tokens: inEnglish(revised), system: 'translation', weight: 1 },
    { tokens: inEnglish(northern), system: 'translation-korean', weight: 0.95 },
    { tokens: inEnglish(mccune), system: 'translation-korean-mccune', weight: 0.9 },
  ]
}
