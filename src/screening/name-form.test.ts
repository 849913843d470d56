import { describe, expect, it } from 'vitest'
import { readName } from './name-form.ts'
import { plainLetters } from './transliterate.ts'
import { weightOfWord } from './word-weight.ts'

function words(name: string): readonly string[] {
  return readName(name).tokens.map(({ text }) => text)
}

function kinds(name: string): readonly string[] {
  return readName(name).tokens.map(({ kind }) => kind)
}

describe('plainLetters', () => {
  it.each([
    ['Şirketi İstanbul', 'sirketi istanbul'],
    ['Łódź Straße Øre', 'lodz strasse ore'],
    ['Владимир Путин', 'vladimir putin'],
    ['ГАЗПРОМ', 'gazprom'],
    ['Αθήνα', 'athina'],
    ['თბილისი', 'tbilisi'],
    ['Երևան', 'erevan'],
    ['ＡＢＣ', 'abc'],
    ['中芯国际', '中芯国际'],
  ])('writes %s as %s', (name, plain) => {
    expect(plainLetters(name)).toBe(plain)
  })
})

describe('readName', () => {
  it('is blind to punctuation, apostrophes and case', () => {
    expect(words("AL-'ABBAS, Rim")).toEqual(['al', 'abbas', 'rim'])
    expect(words('Xi’an Halcyon')).toEqual(words("XI'AN HALCYON"))
  })

  it('tells legal forms, small words, numbers and initials from words', () => {
    expect(kinds('The Halcyon 7 B. Co., Ltd.')).toEqual([
      'small',
      'word',
      'number',
      'initial',
      'legal',
      'legal',
    ])
  })

  it('takes a legal form of several words, or of dotted letters, for one', () => {
    expect(words('Halcyon Limited Liability Company')).toEqual([
      'halcyon',
      'limited liability company',
    ])
    expect(words('Halcyon S.A. de C.V.')).toEqual(['halcyon', 'sa', 'de', 'cv'])
    expect(words('Halcyon A/S')).toEqual(['halcyon', 'as'])
  })

  it('reads dotted abbreviations as a word and two initials as initials', () => {
    expect(words('A.B.C. Company')).toEqual(['abc', 'company'])
    expect(words('J.R. Halcyon')).toEqual(['j', 'r', 'halcyon'])
  })

  it('writes numbers one way', () => {
    expect(words('1st First I II XIV 14th')).toEqual(['1', '1', 'i', '2', '14', '14'])
  })

  it('writes words that have several spellings one way', () => {
    expect(words('Halcyon Mfg Intl Technologies')).toEqual([
      'halcyon',
      'manufacturing',
      'international',
      'technology',
    ])
  })

  it('is bounded', () => {
    expect(readName('word '.repeat(10_000)).tokens).toHaveLength(40)
    expect(readName('').tokens).toEqual([])
    expect(readName('—–!?').tokens).toEqual([])
  })
})

describe('weightOfWord', () => {
  it('falls with the frequency of a word', () => {
    const weights = ['halcyon', 'lattice', 'aviation', 'technology'].map((word) =>
      weightOfWord(word, 'word'),
    )
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(weights[0]).toBe(1)
    expect(weights[3]).toBeCloseTo(0.25)
  })

  it('does not take a group for common because its branches are many', () => {
    expect(weightOfWord('huawei', 'word')).toBe(1)
  })

  it('gives a legal form next to nothing', () => {
    expect(weightOfWord('ltd', 'legal')).toBeLessThan(0.05)
  })
})
