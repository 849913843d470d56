import { foldHan } from './han-fold.ts'
import { pinyinSyllables } from './han-sounds.ts'
import { FOREIGN_IN_HAN } from './han-tables.ts'
import { HAN_ORGANISATION_WORDS, HAN_OTHER_WORDS, HAN_WORDS_ALSO_NAMES } from './lexicon-han.ts'
import { HAN_INSTITUTIONS } from './lexicon-han-institutions.ts'
import { HAN_MEANINGS } from './lexicon-han-meanings.ts'
import { HAN_PLACES } from './lexicon-places.ts'
import { lazily, tableRows } from './tokens.ts'

/** A stretch of a Han name: a word with its English, a number, Latin letters and figures, or what no table knows. */
export type HanPiece =
  | { readonly kind: 'word'; readonly text: string; readonly english: readonly string[] }
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'rest'; readonly text: string }

const WORDS = lazily(() => {
  const words = new Map<string, readonly string[]>()
  for (const table of [FOREIGN_IN_HAN, HAN_PLACES, HAN_ORGANISATION_WORDS, HAN_INSTITUTIONS]) {
    for (const [key = '', ...english] of tableRows(table)) {
      const plain = english.filter((word) => word !== '-')
      words.set(foldHan(key), plain)
      if (table === HAN_PLACES) for (const rank of '省市县') words.set(foldHan(key) + rank, plain)
    }
  }
  return words
})

const OTHERWISE = lazily(
  () =>
    new Map(tableRows(HAN_OTHER_WORDS).map(([key = '', ...english]) => [foldHan(key), english])),
)

/** The other English a word of organisations is printed as. */
export function otherEnglish(word: string): readonly string[] | undefined {
  return OTHERWISE().get(word)
}

const MEANINGS = lazily(
  () => new Map(tableRows(HAN_MEANINGS).map(([key = '', ...english]) => [foldHan(key), english])),
)
const LONGEST_MEANING = 4

/** What the characters of a brand mean, the longest words first; undefined where one of them is not known. */
export function meaningOf(text: string): readonly string[] | undefined {
  const english: string[] = []
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST_MEANING, text.length - at)
    while (length > 0 && !MEANINGS().has(text.slice(at, at + length))) length -= 1
    if (length === 0) return undefined
    english.push(...(MEANINGS().get(text.slice(at, at + length)) ?? []))
    at += length
  }
  return english
}

/** Brands are as often written by their sound: `海光` is Hygon and Haiguang. */
const BRANDS = lazily(() => new Set(HAN_WORDS_ALSO_NAMES.trim().split(' ').map(foldHan)))

const ALSO_NAMES = lazily(
  () =>
    new Set(
      [
        ...BRANDS(),
        ...tableRows(HAN_INSTITUTIONS).flatMap(([key = '', ...english]) =>
          english.length === 1 ? [key] : [],
        ),
      ].map(foldHan),
    ),
)

/** The pieces with words that may be names by their sound left unread. */
export function withoutDoubtfulWords(pieces: readonly HanPiece[]): readonly HanPiece[] {
  const kept: HanPiece[] = []
  for (const piece of pieces) {
    const doubtful = piece.kind === 'word' && ALSO_NAMES().has(piece.text)
    const last = kept.at(-1)
    if (!doubtful && piece.kind !== 'rest') kept.push(piece)
    else if (last?.kind === 'rest')
      kept[kept.length - 1] = { kind: 'rest', text: last.text + piece.text }
    else kept.push({ kind: 'rest', text: piece.text })
  }
  return kept
}

/**
 * The pieces with brands that take the first character of the word behind them, where the rest of it is a word too:
 * `恒邦微电子` is Hengbang Microelectronics and Hengbangwei Electronics; undefined where there is none.
 */
export function withLongerBrands(pieces: readonly HanPiece[]): readonly HanPiece[] | undefined {
  const longer: HanPiece[] = []
  let isLonger = false
  for (const piece of pieces) {
    const last = longer.at(-1)
    const rest = piece.text.slice(1)
    const english = piece.kind === 'word' && rest.length > 1 ? WORDS().get(rest) : undefined
    if (last?.kind !== 'rest' || english === undefined) {
      longer.push(piece)
      continue
    }
    longer[longer.length - 1] = { kind: 'rest', text: last.text + piece.text.charAt(0) }
    longer.push({ kind: 'word', text: rest, english })
    isLonger = true
  }
  return isLonger ? longer : undefined
}

/**
 * Of a folded name the characters that stand for their sound: no word of a table and no figure holds them, or the
 * English of the word is its sound (`华为`).
 */
export function untranslatedHan(folded: string): string {
  return hanPieces(folded)
    .filter((piece) => piece.kind === 'rest' || (piece.kind === 'word' && isSound(piece)))
    .map(({ text }) => text)
    .join('')
}

function isSound({ text, english }: HanPiece & { readonly kind: 'word' }): boolean {
  if (BRANDS().has(text)) return true
  return !PLACES().has(text) && english.join('') === pinyinSyllables(text).join('')
}

const PLACES = lazily(() => new Set(tableRows(HAN_PLACES).map(([key = '']) => foldHan(key))))

/** The longest word that begins with each character. */
const LONGEST = lazily(() => {
  const longest = new Map<string, number>()
  for (const word of WORDS().keys()) {
    const first = word.charAt(0)
    longest.set(first, Math.max(longest.get(first) ?? 0, word.length))
  }
  return longest
})

const FIGURES =
  /第([〇零○一二三四五六七八九十百千ニ两]+|\d+)|[〇零○一二三四五六七八九十百]+(?=研究|院|所|厂|局|号|研|总局|机械)|\d+/gu

/** Takes a folded text without blanks apart, longest word first. */
export function hanPieces(folded: string): readonly HanPiece[] {
  const pieces: HanPiece[] = []
  let from = 0
  for (const match of folded.matchAll(FIGURES)) {
    addWords(pieces, folded.slice(from, match.index))
    pieces.push({ kind: 'figure', text: figureOf(match[1] ?? match[0]) })
    from = match.index + match[0].length
  }
  addWords(pieces, folded.slice(from))
  return pieces
}

/** What a stretch costs: characters no word holds, the stretches they make, and words, so that few and long ones win. */
const REST_CHARACTER = 1
const REST_STRETCH = 1.5
const WORD = 0.3

/** Takes apart in the cheapest way; worked from the end, where the words of an organisation stand. */
function addWords(pieces: HanPiece[], text: string): void {
  const lengths = cheapestLengths(text, pieces.length > 0)
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const length = lengths[at] ?? 0
    if (length === 0) {
      rest += text.charAt(at)
      at += 1
      continue
    }
    if (rest !== '') pieces.push({ kind: 'rest', text: rest })
    rest = ''
    const word = text.slice(at, at + length)
    pieces.push({ kind: 'word', text: word, english: WORDS().get(word) ?? [] })
    at += length
  }
  if (rest !== '') pieces.push({ kind: 'rest', text: rest })
}

/** For each character the length of the word that begins there, 0 where none is taken. */
function cheapestLengths(text: string, behindPiece: boolean): readonly number[] {
  const { asRest, asWord, longest } = costsFrom(text, behindPiece)
  const lengths = new Array<number>(text.length).fill(0)
  let inRest = false
  for (let at = 0; at < text.length; ) {
    const word: number = (asWord[at] ?? Infinity) + (inRest ? REST_STRETCH : 0)
    inRest = (asRest[at] ?? Infinity) <= word
    lengths[at] = inRest ? 0 : (longest[at] ?? 1)
    at += inRest ? 1 : (longest[at] ?? 1)
  }
  return lengths
}

interface Costs {
  /** What the text costs from each character on, if that character is in no word. */
  readonly asRest: readonly number[]
  /** The same if a word begins there, and the length of that word. */
  readonly asWord: readonly number[]
  readonly longest: readonly number[]
}

function costsFrom(text: string, behindPiece: boolean): Costs {
  const asRest: number[] = []
  const asWord: number[] = []
  const longest: number[] = []
  asRest[text.length] = Infinity
  asWord[text.length] = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const opens = at + 1 === text.length || (asWord[at + 1] ?? Infinity) < Infinity
    asRest[at] =
      REST_CHARACTER + Math.min(asRest[at + 1] ?? 0, (asWord[at + 1] ?? Infinity) + REST_STRETCH)
    asWord[at] = Infinity
    for (const length of wordsAt(text, at, opens && (at > 1 || behindPiece))) {
      const cost = WORD + Math.min(asRest[at + length] ?? 0, asWord[at + length] ?? Infinity)
      if (cost >= (asWord[at] ?? Infinity)) continue
      asWord[at] = cost
      longest[at] = length
    }
  }
  return { asRest, asWord, longest }
}

/** The lengths of the words that begin there. One character alone is as likely part of a name: it must stand before a word or at the end. */
function wordsAt(text: string, at: number, single: boolean): readonly number[] {
  const lengths: number[] = []
  const longest = Math.min(LONGEST().get(text.charAt(at)) ?? 0, text.length - at)
  for (let length = longest; length > 1; length -= 1) {
    if (WORDS().has(text.slice(at, at + length))) lengths.push(length)
  }
  if (longest > 0 && single && WORDS().has(text.charAt(at))) lengths.push(1)
  return lengths
}

const DIGITS = '〇一二三四五六七八九'
const ZEROS = /[零○]/g

/** 二十 is 20, 七○二 is 702, 五十四 is 54. */
function figureOf(text: string): string {
  if (/^\d+$/.test(text)) return text
  const plain = text.replace(ZEROS, '〇').replaceAll('ニ', '二').replaceAll('两', '二')
  if (!/[十百千]/.test(plain)) {
    return [...plain].map((digit) => DIGITS.indexOf(digit)).join('')
  }
  let sum = 0
  let digit = 0
  for (const character of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character]
    if (unit === undefined) digit = Math.max(0, DIGITS.indexOf(character))
    else {
      sum += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return String(sum + digit)
}
