import { foldHan, hasSimplified } from './han-fold.ts'
import {
  cantoneseName,
  cantoneseSyllables,
  isHanSurname,
  japaneseWords,
  knownJapaneseName,
  koreanOf,
  pinyinSyllables,
  splitHanName,
  surnamePinyin,
  wadeGilesSyllables,
} from './han-sounds.ts'
import { transcribed, transcribedBrand } from './han-transcription.ts'
import {
  type HanPiece,
  hanPieces,
  meaningOf,
  otherEnglish,
  withLongerBrands,
  withoutDoubtfulWords,
} from './han-words.ts'
import { mccune, northern, revised } from './hangul.ts'
import { foreignInKana, hepburn, shortVowels } from './kana.ts'
import type { Reading, ReadingHint } from './model.ts'
import { personalInKorean } from './read-hangul.ts'

/** A blank between characters parts no words in a script that has none. */
const BLANK_WITHIN = /(?<=[\u2e80-\uffff])\s+(?=[\u2e80-\uffff])/g

/** How far each tongue's reading is to be trusted for this text; 0 leaves it out. */
interface Trust {
  readonly chinese: number
  readonly cantonese: number
  readonly korean: number
  readonly japanese: number
}

/** The kana ni typed for the figure two: "第七○ニ研究所". */
const KANA_FOR_TWO = /(?<=[第〇○一二三四五六七八九十])ニ|ニ(?=[〇○一二三四五六七八九十])/g
const KANA = /[\u3041-\u30fa\u30fd-\u30ff]/
const CHINESE_FORM = /公司|集团|国科学院|国务院/
const JAPANESE_FORM = /会社|株式|组合|制作所|财团法人/
const KOREAN_PLACE =
  /朝鲜|平壤|平壌|罗先|元山市|咸兴|南浦|开城|新义州|高丽|大同江|鸭绿江|白头山|企业所/

function trustOf(folded: string, written: string, country: string | undefined): Trust {
  const korean = country === 'KP' || country === 'KR' || KOREAN_PLACE.test(folded)
  if (KANA.test(written)) {
    return { chinese: 0, cantonese: 0, korean: korean ? 1 : 0.6, japanese: korean ? 0.9 : 1 }
  }
  if (country === 'JP') return { chinese: 0.7, cantonese: 0.5, korean: 0.6, japanese: 1 }
  if (korean) return { chinese: 0.8, cantonese: 0, korean: 1, japanese: 0.6 }
  if (hasSimplified(written)) return { chinese: 1, cantonese: 0.6, korean: 0, japanese: 0 }
  const hongKong = country === 'HK' || country === 'MO' || /香港|澳门/.test(folded)
  if (CHINESE_FORM.test(folded)) {
    return { chinese: 1, cantonese: hongKong ? 0.95 : 0.7, korean: 0, japanese: 0 }
  }
  if (JAPANESE_FORM.test(folded)) return { chinese: 0.7, cantonese: 0, korean: 0.95, japanese: 0.9 }
  return { chinese: 1, cantonese: hongKong ? 0.95 : 0.7, korean: 0.6, japanese: 0.6 }
}

/** Reads a stretch that is not a word of a table; undefined where it cannot. */
type Rest = (text: string) => readonly string[] | undefined

/** The readings of a stretch of Han and Kana; `whole` when the name has nothing else. */
export function readHan(text: string, hint: ReadingHint, whole: boolean): readonly Reading[] {
  const written = text
    .replaceAll(BLANK_WITHIN, '')
    .replaceAll(KANA_FOR_TWO, '二')
    .replaceAll('○', '〇')
  const folded = foldHan(written.replaceAll(/[^\p{L}\p{N}\u30fc]+/gu, ' ').trim())
  const trust = trustOf(folded, written, hint.country)
  const parts = folded.split(' ').map(hanPieces)
  const pieces = parts.flat()
  if (!/\p{Script=Han}/u.test(folded)) {
    const inEnglish = hint.isPerson === true ? [] : translatedKana(pieces)
    return [...inEnglish, ...readKana(text, inEnglish.length === 0 ? 1 : 0.7)]
  }
  const foreign = foreignName(text, folded, hint)
  if (foreign !== undefined) return foreign
  const translated = pieces.some((piece) => piece.kind === 'word' && piece.english.length > 0)
  const person =
    whole &&
    (hint.isPerson === true ||
      (pieces[0]?.kind === 'rest' && (pieces.length === 1 || folded.length === 3))) &&
    isNameOfPerson(folded.replaceAll(' ', ''), hint)
  const readings: Reading[] = []
  if (translated && hint.isPerson !== true) {
    readings.push(...translations(pieces, trust, person ? 0.6 : 1))
  }
  if (person && (hint.isPerson === true || pieces.length <= 2)) {
    readings.push(...personal(text.trim(), folded, trust))
  } else if (!translated || hint.isPerson === true) readings.push(...spoken(pieces, trust))
  return readings
}

/** Longer than the names of China, Korea and Vietnam. */
const LONGER_THAN_NAMES = 5
const PARTED = /[\u00b7\u2022\u2027\u30fb=]/

/** A person named in a transcription: with dots between the parts, or in more characters than names of the East have. */
function foreignName(
  text: string,
  folded: string,
  hint: ReadingHint,
): readonly Reading[] | undefined {
  const parts = folded.split(/[\s.]+/).filter((part) => part !== '')
  const isParted = PARTED.test(text) && parts.length > 1
  const isLong = hint.isPerson === true && folded.length >= LONGER_THAN_NAMES
  if (!isParted && !isLong) return undefined
  if (KANA.test(folded) || knownJapaneseName(folded) !== undefined) return undefined
  const tokens = transcribed(parts)
  if (tokens === undefined) return undefined
  const spelt = parts.map((part) => pinyinSyllables(part).join(''))
  return collect([
    ['han-foreign', tokens, 1],
    ['han-pinyin', spelt, 0.7],
  ])
}

function isNameOfPerson(bare: string, hint: ReadingHint): boolean {
  if (/^\p{Script=Han}{2,4}$/u.test(bare)) return true
  return /^\p{Script=Han}{5,6}$/u.test(bare) && hint.isPerson === true
}

function translations(
  pieces: readonly HanPiece[],
  trust: Trust,
  factor: number,
): readonly Reading[] {
  const inEnglish = (rest: Rest) => restsRead(pieces, rest, ({ english }) => english)
  const otherwise = (rest: Rest) =>
    restsRead(strict, rest, ({ text, english }) => otherEnglish(text) ?? english)
  const strict = withoutDoubtfulWords(pieces)
  const withLonger = withLongerBrands(pieces)
  const longer =
    withLonger === undefined ? undefined : restsRead(withLonger, soundOf, ({ english }) => english)
  const byMeaning = () => restsRead(strict, meaningOf, ({ english }) => english)
  return collect([
    ['translation', inEnglish(soundOf), factor * trust.chinese],
    ['translation-split', otherwise(pinyinSyllables), 0.9 * factor * trust.chinese],
    ['translation-meaning', byMeaning(), 0.88 * factor * trust.chinese],
    ['translation-foreign', inEnglish(transcribedBrand), 0.95 * factor * trust.chinese],
    ['translation-longer', longer, 0.88 * factor * trust.chinese],
    ['translation-korean', inEnglish(north), factor * trust.korean],
    ['translation-korean-mccune', otherwise(south), 0.9 * factor * trust.korean],
    ['translation-korean-revised', inEnglish(seoul), 0.8 * factor * trust.korean],
    ['translation-japanese', inEnglish(japaneseWords), factor * trust.japanese],
    ['translation-cantonese', otherwise(cantoneseSyllables), factor * trust.cantonese],
  ])
}

function soundOf(text: string): readonly string[] {
  return [pinyinSyllables(text).join('')]
}

/** Everything by its sound, for a name that has no word with a meaning. */
function spoken(pieces: readonly HanPiece[], trust: Trust): readonly Reading[] {
  const bySound = (read: Rest) => restsRead(pieces, read, ({ text }) => allRead(pairs(text), read))
  return collect([
    ['han-pinyin', bySound((text) => [pinyinSyllables(text).join('')]), trust.chinese],
    ['han-pinyin-split', bySound(pinyinSyllables), 0.9 * trust.chinese],
    ['han-korean', bySound(north), 0.9 * trust.korean],
    ['japanese', bySound(japaneseWords), 0.9 * trust.japanese],
    ['han-cantonese', bySound(cantoneseSyllables), 0.9 * trust.cantonese],
  ])
}

/** 金 is kum where it means gold and Kim where it is the surname. */
const GOLD = /^금/
const KIM = '김'

/** Two to four characters may be a person. */
function personal(written: string, folded: string, trust: Trust): readonly Reading[] {
  const bare = folded.replaceAll(' ', '')
  const [shape, ...shapes] = partsOfName(written.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
  const [surname, given] = [foldHan(shape), shapes.map(foldHan)]
  const inOrder = [surname, ...given].join('')
  const korean = koreanOf(inOrder)?.replace(GOLD, KIM)
  const known = trust.japanese > 0 && knownJapaneseName(bare) !== undefined
  const inPinyin = given.map((part) => pinyinSyllables(part).join(''))
  return collect([
    ['han-pinyin', [surnamePinyin(surname), ...inPinyin], trust.chinese],
    ['han-wade-giles', wadeGilesSyllables(inOrder), 0.8 * trust.chinese],
    ['han-cantonese', cantoneseName(shape, shapes.join('')), trust.cantonese],
    ...personalInKorean(korean).map((tokens): Row => ['han-korean', tokens, trust.korean]),
    [
      'japanese',
      japaneseName(written, bare),
      known ? Math.max(0.97, trust.japanese) : trust.japanese,
    ],
  ])
}

/** Surname and given names. Where blanks part them the surname may stand last: `小明 王`. */
function partsOfName(name: string): readonly [string, ...string[]] {
  const [first = '', ...others] = name.trim().split(' ')
  const last = others.at(-1)
  if (last === undefined) {
    const [surname, given] = splitHanName(first)
    return given === '' ? [surname] : [surname, given]
  }
  if (isHanSurname(first) || !isHanSurname(last)) return [first, ...others]
  return [last, first, ...others.slice(0, -1)]
}

function japaneseName(written: string, bare: string): readonly string[] | undefined {
  return written.includes(' ') ? spaced(written) : japaneseWords(bare)
}

function spaced(written: string): readonly string[] | undefined {
  const words = written.split(/\s+/).map(japaneseWords)
  return words.every((word) => word !== undefined) ? words.flat() : undefined
}

function north(text: string): readonly string[] | undefined {
  const hangul = koreanOf(text)
  return hangul === undefined ? undefined : [northern(hangul)]
}

/** The same with assimilation: "Amnokkang" for "Amrokkang". */
function seoul(text: string): readonly string[] | undefined {
  const hangul = koreanOf(text)
  return hangul === undefined ? undefined : [revised(hangul)]
}

function south(text: string): readonly string[] | undefined {
  const hangul = koreanOf(text)
  return hangul === undefined ? undefined : [mccune(hangul)]
}

type Row = readonly [Reading['system'], readonly string[] | undefined, number]

function collect(rows: readonly Row[]): readonly Reading[] {
  return rows.flatMap(([system, tokens, weight]) =>
    tokens === undefined || weight === 0 ? [] : [{ tokens, system, weight }],
  )
}

/** The pieces in order, words by one function and the rest by another; undefined where the rest cannot be read. */
function restsRead(
  pieces: readonly HanPiece[],
  rest: Rest,
  word: (piece: HanPiece & { readonly kind: 'word' }) => readonly string[] | undefined,
): readonly string[] | undefined {
  const tokens: string[] = []
  for (const piece of pieces) {
    if (piece.kind === 'figure') {
      tokens.push(piece.text)
      continue
    }
    const read = piece.kind === 'word' ? word(piece) : rest(piece.text)
    if (read === undefined) return undefined
    tokens.push(...read)
  }
  return tokens
}

function allRead(texts: readonly string[], read: Rest): readonly string[] | undefined {
  const words = texts.map(read)
  return words.every((word) => word !== undefined) ? words.flat() : undefined
}

function pairs(text: string): readonly string[] {
  return text.match(/.{2}|.$/gu) ?? []
}

/** Kana alone: Hepburn without and with its long vowels; names of foreigners by the table. */
function readKana(text: string, weight: number): readonly Reading[] {
  const words = text.split(/[^\p{L}\p{N}\u30fc]+/u).filter((word) => word !== '')
  const long = words.flatMap((word) => foreignInKana(word) ?? [hepburn(word)])
  return [
    { tokens: long.map(shortVowels), system: 'kana-short', weight },
    { tokens: long, system: 'kana-long', weight: 0.9 * weight },
  ]
}

/** A firm whose name in Kana has words of organisations: `ソニーグループ`. */
function translatedKana(pieces: readonly HanPiece[]): readonly Reading[] {
  if (!pieces.some(({ kind }) => kind === 'word')) return []
  const read = (text: string) => foreignInKana(text) ?? [shortVowels(hepburn(text))]
  return collect([['translation-japanese', restsRead(pieces, read, ({ english }) => english), 1]])
}
