import { describe, expect, it } from 'vitest'
import { hongKong, wadeGiles } from './han-romanisations.ts'
import { mccune, northern, revised } from './hangul.ts'
import { hepburn, shortVowels } from './kana.ts'

describe('Wade–Giles', () => {
  it.each([
    ['zhang', 'chang'],
    ['qing', 'ching'],
    ['xiao', 'hsiao'],
    ['zedong', 'tsedong'],
    ['dong', 'tung'],
    ['zi', 'tzu'],
    ['si', 'ssu'],
    ['ri', 'jih'],
    ['jian', 'chien'],
    ['xue', 'hsueh'],
    ['guo', 'kuo'],
    ['duo', 'to'],
    ['xiong', 'hsiung'],
    ['gui', 'kuei'],
    ['bei', 'pei'],
    ['lie', 'lieh'],
    ['ma', 'ma'],
  ])('writes %s as %s', (pinyin, expected) => {
    expect(wadeGiles(pinyin)).toBe(expected)
  })
})

describe('the spelling of Hong Kong', () => {
  it.each([
    ['can4', 'chan'],
    ['zoeng1', 'cheung'],
    ['wong4', 'wong'],
    ['loeng4', 'leung'],
    ['gwok3', 'kwok'],
    ['jip6', 'yip'],
    ['jyun4', 'yuen'],
    ['ceoi4', 'chui'],
    ['hou6', 'ho'],
    ['m4', 'm'],
    ['ng5', 'ng'],
    ['si1', 'sze'],
    ['caa4', 'cha'],
  ])('writes %s as %s', (jyutping, expected) => {
    expect(hongKong(jyutping)).toBe(expected)
  })
})

describe('Korean', () => {
  it.each([
    ['독립', 'dongnip', 'tongnip', 'tokrip'],
    ['신라', 'silla', 'silla', 'sinra'],
    ['한국', 'hanguk', 'hanguk', 'hanguk'],
    ['부산', 'busan', 'pusan', 'pusan'],
    ['전주', 'jeonju', 'chonju', 'chonju'],
    ['남천강', 'namcheongang', 'namchongang', 'namchongang'],
    ['목요일', 'mogyoil', 'mogyoil', 'mogyoil'],
    ['ABC마', 'ABCma', 'ABCma', 'ABCma'],
  ])('writes %s as %s, %s and %s', (hangul, south, library, north) => {
    expect(revised(hangul)).toBe(south)
    expect(mccune(hangul)).toBe(library)
    expect(northern(hangul)).toBe(north)
  })
})

describe('Hepburn', () => {
  it.each([
    ['しんじゅく', 'shinjuku'],
    ['きっちょう', 'kitchou'],
    ['ジェット', 'jetto'],
    ['パーティー', 'paatii'],
    ['ン', 'n'],
  ])('writes %s as %s', (kana, expected) => {
    expect(hepburn(kana)).toBe(expected)
  })
  it('shortens what passports shorten', () => {
    expect(shortVowels('oosaka')).toBe('osaka')
    expect(shortVowels('kyuushuu')).toBe('kyushu')
    expect(shortVowels('niigata')).toBe('niigata')
  })
})
