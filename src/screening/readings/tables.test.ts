import { describe, expect, it } from 'vitest'
import { plainShape } from './arabic-letters.ts'
import { ARABIC_NAMES } from './arabic-names.ts'
import { foldHan, hasSimplified } from './han-fold.ts'
import { FOREIGN_IN_HAN, HONG_KONG_SURNAMES, SURNAME_SOUNDS, WORD_SOUNDS } from './han-tables.ts'
import { HAN_VARIANTS } from './han-variants.ts'
import {
  CUSTOMARY_SOUNDS,
  FOREIGN_IN_HANGUL,
  KOREAN_SURNAMES,
  LETTERS_IN_HANGUL,
} from './hangul-tables.ts'
import { hangulOfHan } from './hanja.ts'
import { HEBREW_NAMES, HEBREW_WORDS } from './hebrew-tables.ts'
import { FOREIGN_IN_KANA, JAPANESE_NAMES, ON_SOUNDS } from './japanese-tables.ts'
import { ARABIC_WORDS } from './lexicon-arabic.ts'
import { TURKIC_STEMS, UKRAINIAN_AND_BELARUSIAN_STEMS } from './lexicon-cyrillic-tongues.ts'
import { GEORGIAN_STEMS } from './lexicon-georgian.ts'
import { HAN_ORGANISATION_WORDS, HAN_OTHER_WORDS } from './lexicon-han.ts'
import { HAN_INSTITUTIONS } from './lexicon-han-institutions.ts'
import { HAN_MEANINGS } from './lexicon-han-meanings.ts'
import { HANGUL_NAMES, HANGUL_WORDS } from './lexicon-hangul.ts'
import { PERSIAN_WORDS } from './lexicon-persian.ts'
import { HAN_PLACES } from './lexicon-places.ts'
import { CYRILLIC_STEMS, CYRILLIC_WORDS } from './lexicon-russian.ts'
import { RUSSIAN_TRADE_STEMS } from './lexicon-russian-trades.ts'
import { tableRows } from './tokens.ts'

const SHAPE = new Set<unknown>([ARABIC_NAMES, ARABIC_WORDS, PERSIAN_WORDS])
const HAN = new Set<unknown>([
  HAN_INSTITUTIONS,
  HAN_MEANINGS,
  HAN_ORGANISATION_WORDS,
  HAN_OTHER_WORDS,
  HAN_PLACES,
  HONG_KONG_SURNAMES,
  JAPANESE_NAMES,
])

const TABLES = {
  ARABIC_NAMES,
  ARABIC_WORDS,
  CUSTOMARY_SOUNDS,
  CYRILLIC_STEMS,
  CYRILLIC_WORDS,
  FOREIGN_IN_HAN,
  FOREIGN_IN_HANGUL,
  FOREIGN_IN_KANA,
  GEORGIAN_STEMS,
  HANGUL_NAMES,
  HANGUL_WORDS,
  HAN_INSTITUTIONS,
  HAN_MEANINGS,
  HAN_ORGANISATION_WORDS,
  HAN_OTHER_WORDS,
  HAN_PLACES,
  HEBREW_NAMES,
  HEBREW_WORDS,
  HONG_KONG_SURNAMES,
  JAPANESE_NAMES,
  KOREAN_SURNAMES,
  LETTERS_IN_HANGUL,
  PERSIAN_WORDS,
  RUSSIAN_TRADE_STEMS,
  SURNAME_SOUNDS,
  TURKIC_STEMS,
  UKRAINIAN_AND_BELARUSIAN_STEMS,
  WORD_SOUNDS,
}

describe.each(Object.entries(TABLES))('the table %s', (_name, table) => {
  it('gives Latin words to keys of another script', () => {
    for (const [key = '', ...words] of tableRows(table)) {
      expect(key, key).not.toMatch(/[a-z0-9]/)
      for (const word of words) expect(word, key).toMatch(/^(?:[a-z0-9]+|-)$/)
    }
  })

  it('says one thing for each key', () => {
    const seen = new Map<string, string>()
    for (const [key = '', ...words] of tableRows(table)) {
      const shape = SHAPE.has(table) ? plainShape(key) : HAN.has(table) ? foldHan(key) : key
      const text = words.join(' ')
      if (table !== ARABIC_NAMES) expect(seen.get(shape) ?? text, key).toBe(text)
      seen.set(shape, text)
    }
  })
})

describe('the shapes of Han characters', () => {
  it('are pairs, and fold in one step', () => {
    for (const pair of HAN_VARIANTS.trim().split(/\s+/)) {
      expect([...pair], pair).toHaveLength(2)
      const plain = [...pair][1] ?? ''
      expect(foldHan(plain), pair).toBe(plain)
    }
  })

  it('fold the traditional and the Japanese shape to one', () => {
    expect(foldHan('國氣發廣')).toBe(foldHan('国気発広'))
  })

  it('tell simplified writing from what Japan and Taiwan write', () => {
    expect(hasSimplified('东风贸易')).toBe(true)
    expect(hasSimplified('東風貿易')).toBe(false)
    expect(hasSimplified('株式会社東芝電気学国')).toBe(false)
  })
})

describe('the sounds of Han characters', () => {
  it('are Korean syllables as the North has them', () => {
    expect(hangulOfHan('李龍海')).toBe('리룡해')
    expect(hangulOfHan('金正恩')).toBe('금정은')
    expect(hangulOfHan('朝鮮')).toBe('조선')
    expect(hangulOfHan('〄')).toBeUndefined()
  })

  it('are groups of one Japanese sound and characters', () => {
    for (const group of ON_SOUNDS.trim().split(/\s+/)) {
      expect(group, group).toMatch(/^[a-z]+\p{Script=Han}+$/u)
    }
  })
})
