import { HEBREW_NAMES, HEBREW_WORDS } from './hebrew-tables.ts'
import type { Reading } from './model.ts'
import { lazily, tableRows } from './tokens.ts'

const NAMES = lazily(() => table(HEBREW_NAMES))
const WORDS = lazily(() => table(HEBREW_WORDS))

function table(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(tableRows(text).map(([key = '', ...words]) => [key, words]))
}

const POINTS = /[\u0591-\u05c7]/g
const FINALS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

const CONSONANTS: Readonly<Record<string, string>> = {
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'v',
  ז: 'z',
  ח: 'h',
  ט: 't',
  י: 'y',
  כ: 'k',
  ל: 'l',
  מ: 'm',
  נ: 'n',
  ס: 's',
  פ: 'p',
  צ: 'tz',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
  א: '',
  ע: '',
}

/** The readings of a stretch of Hebrew letters. */
export function readHebrew(text: string): readonly Reading[] {
  const words = (text.replace(POINTS, '').match(/[\p{L}'"׳״]+|\d+/gu) ?? [])
    .slice(0, 64)
    .map(plainSigns)
  const readings: Reading[] = [
    {
      tokens: words.flatMap((word) => spelt(word, 0, 'a')),
      system: 'hebrew',
      weight: 1,
    },
    {
      tokens: words.flatMap((word) => spelt(word, -1, 'e')),
      system: 'hebrew-spoken',
      weight: 0.95,
    },
  ]
  const english = words.map(inEnglish)
  if (english.some((word) => word !== undefined)) {
    const tokens = words.flatMap((word, at) => english[at] ?? spelt(word, 0, 'a'))
    readings.push({ tokens, system: 'translation', weight: 0.95 })
  }
  return readings.map((reading) => ({
    ...reading,
    tokens: reading.tokens.filter((token) => token !== ''),
  }))
}

/** "to" before a name is a word of its own: "לישראל" is le Israel. */
function spelt(word: string, which: number, vowel: string): readonly string[] {
  const known = NAMES().get(word)
  if (known !== undefined) return [known.at(which) ?? '']
  const name = word.startsWith('ל') ? NAMES().get(word.slice(1)) : undefined
  return name === undefined ? [guess(word, vowel)] : ['le', name.at(which) ?? '']
}

function plainSigns(word: string): string {
  return word.replaceAll('׳', "'").replaceAll('״', '"')
}

/** A word by itself or without the article or "and" before it. */
function inEnglish(word: string): readonly string[] | undefined {
  const bare = word.replaceAll(/['"]/g, '')
  return (
    WORDS().get(word) ??
    WORDS().get(bare) ??
    (/^[הול]/.test(bare) ? WORDS().get(bare.slice(1)) : undefined)
  )
}

/** ו and י within a word are vowels; between consonants stands the vowel given; the last ה is an a. */
function guess(word: string, vowel: string): string {
  const letters = [...word.replaceAll(/['"]/g, '')]
  let result = ''
  letters.forEach((letter, at) => {
    const sound = soundOf(letters, at)
    const apart = /[bcdfghjklmnpqrstvwxz]$/.test(result) && /^[bcdfghjklmnpqrstvwxz]/.test(sound)
    result += apart ? vowel + sound : silentVowel(letter, result, vowel) + sound
  })
  return result
}

function silentVowel(letter: string, before: string, vowel: string): string {
  return (letter === 'א' || letter === 'ע') && !/[aeiou]$/.test(before) ? vowel : ''
}

function soundOf(letters: readonly string[], at: number): string {
  const letter = letters[at] ?? ''
  const inside = at > 0
  const last = at === letters.length - 1
  if (letter === 'ה' && last && inside) return 'a'
  if (letter === 'ו' && inside)
    return letters[at - 1] === 'ו' ? '' : letters[at + 1] === 'ו' ? 'v' : 'o'
  if (letter === 'י' && inside) return letters[at - 1] === 'י' ? '' : 'i'
  if (last && letter === 'ף') return 'f'
  const plain = FINALS[letter] ?? letter
  return CONSONANTS[plain] ?? plain
}
