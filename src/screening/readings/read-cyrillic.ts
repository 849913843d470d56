import { bgnLetters, cyrillicLetters, icaoLetters, russianLetters } from './cyrillic.ts'
import { TURKIC_STEMS, UKRAINIAN_AND_BELARUSIAN_STEMS } from './lexicon-cyrillic-tongues.ts'
import { CYRILLIC_STEMS, CYRILLIC_WORDS } from './lexicon-russian.ts'
import { RUSSIAN_TRADE_STEMS } from './lexicon-russian-trades.ts'
import type { Reading } from './model.ts'
import { asciiTokens, lazily, tableRows } from './tokens.ts'

const STEMS = lazily(
  () =>
    new Map(
      [CYRILLIC_STEMS, RUSSIAN_TRADE_STEMS, UKRAINIAN_AND_BELARUSIAN_STEMS, TURKIC_STEMS].flatMap(
        (table) =>
          tableRows(table).map(([key = '', ...english]): [string, readonly string[]] => [
            key,
            english,
          ]),
      ),
    ),
)
const WORDS = lazily(
  () => new Map(tableRows(CYRILLIC_WORDS).map(([key = '', ...english]) => [key, english])),
)
const LONGEST_STEM = 18
/** Behind a stem stands an ending, not another word. */
const LONGEST_ENDING = 5

/** The readings of a stretch of Cyrillic. */
export function readCyrillic(text: string): readonly Reading[] {
  const bare = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u0305\u0307\u0309-\u036f]/g, '')
    .normalize('NFC')
  const plain = asciiTokens(cyrillicLetters(bare))
  const readings: Reading[] = [
    { tokens: plain, system: 'cyrillic', weight: 1 },
    { tokens: asciiTokens(bgnLetters(bare)), system: 'cyrillic-bgn', weight: 0.98 },
    { tokens: asciiTokens(icaoLetters(bare)), system: 'cyrillic-icao', weight: 0.98 },
  ]
  const russian = russianLetters(bare)
  if (russian !== undefined)
    readings.push({ tokens: asciiTokens(russian), system: 'cyrillic-russian', weight: 0.97 })
  readings.push(...translate(bare))
  return readings
}

/** The adjective of a town, which English prints as the town: "Арзамасский завод" is the Arzamas Plant. */
const OF_A_PLACE = /^(.{4,})(?<!че)ск(?:ий|ая|ое|ого|ой|им|ом|ие|их|і|ага|ае|ай|ы)$/u

/** A letter before a full stop is an initial, never "in" or "and". */
const WORD_OR_INITIAL = /(?<!\p{L})\p{L}\.|[\p{L}\p{M}']+|\d+/gu
const QUOTES = /^'+|'+$/g

function translate(text: string): readonly Reading[] {
  const words = text.match(WORD_OR_INITIAL) ?? []
  let known = 0
  const tokens = words.flatMap((written) => {
    const word = written.replaceAll(QUOTES, '')
    const english = written.endsWith('.')
      ? undefined
      : (WORDS().get(word) ?? byStem(word.replaceAll('ё', 'е')))
    if (english === undefined) return asciiTokens(cyrillicLetters(word.replace(OF_A_PLACE, '$1')))
    if (english[0] === '-') return []
    known += 1
    return english
  })
  if (known === 0) return []
  return [
    {
      tokens: railways(tokens),
      system: 'translation',
      weight: 2 * known >= words.length ? 0.99 : 0.9,
    },
  ]
}

/** "Железные дороги" are railways, word for word roads of rail. */
function railways(tokens: readonly string[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (token === 'rail' && tokens[at + 1] === 'roads') return ['railways']
    return token === 'roads' && tokens[at - 1] === 'rail' ? [] : [token]
  })
}

function byStem(word: string): readonly string[] | undefined {
  for (let length = Math.min(LONGEST_STEM, word.length); length > 2; length -= 1) {
    if (word.length - length > LONGEST_ENDING) return undefined
    const english = STEMS().get(word.slice(0, length))
    if (english !== undefined && (length > 3 || word.length - length < 3)) return english
  }
  return undefined
}
