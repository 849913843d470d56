import { describe, expect, it } from 'vitest'
import { type ReadOptions, readName } from './read-name.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, TITLE, WORD, type WordKind } from './word-kinds.ts'

const LETTER = new Map<WordKind, string>([
  [WORD, 'w'],
  [FIGURE, 'f'],
  [INITIAL, 'i'],
  [SMALL, 's'],
  [LEGAL, 'l'],
  [TITLE, 't'],
])

/** The first reading, each word with the letter of its kind. */
function read(name: string, options: ReadOptions = {}): string {
  const [first] = readName(name, options)
  return (first?.words ?? []).map(({ text, kind }) => `${text}/${LETTER.get(kind)}`).join(' ')
}

describe('readName', () => {
  it.each([
    ['Halcyon Lattice Co., Ltd.', 'halcyon/w lattice/w limited/l'],
    ['Halcyon S.A. de C.V.', 'halcyon/w stock/l'],
    ['OOO Symfoniya', 'limited/l symfoniya/w'],
    ['A.B.C. Company', 'abc/w company/l'],
    ['J. R. Tavarin', 'j/i r/i tavarin/w'],
    ["People's Int'l Bank", 'peoples/w intl/w bank/w'],
    ['Dr. Orsolya van Tavarin', 'dr/t orsolya/w van/s tavarin/w'],
    ['Institute No. 038', 'institute/w no/s 38/f'],
    ['Number 27 Institute', 'number/s 27/f institute/w'],
    ['Halcyon X-3', 'halcyon/w x3/w'],
    ['27-th Halcyon Centre', '27/f halcyon/w centre/w'],
    ['Plant named after Tavarin', 'plant/w named/s after/s tavarin/w'],
    ['Halcyon San. Tic. A.S.', 'halcyon/w company/l stock/l'],
    ['No Name Institute', 'no/w name/w institute/w'],
    ['Forty-Four Brigade', '44/f brigade/w'],
    ['the 13th Institute', 'the/s 13/f institute/w'],
    ['Halcyon XVI', 'halcyon/w 16/f'],
    ['Газпром', 'gazprom/w'],
    ['HalcyonAG', 'halcyon/w stock/l'],
    ['Halcyon Aktiengeselschaft', 'halcyon/w stock/l'],
    ['Halcyon (Hong Kong) Limited', 'halcyon/w hongkong/w limited/l'],
    ['Halcyon (H.K.) Limited', 'halcyon/w hk/w limited/l'],
    ['Halcyon United Arab Emirates', 'halcyon/w uae/w'],
    ["People's Republic of China Halcyon", 'china/w halcyon/w'],
    ['', ''],
    ['—!', ''],
  ])('reads %j', (name, words) => {
    expect(read(name)).toBe(words)
  })

  it.each([
    ['TAVARIN, Orsolya Anna', 'orsolya/w anna/w tavarin/w'],
    ['Tavarin, Jr.', 'tavarin/w jr/w'],
    ['Tavarin, Orsolya, Dr.', 'tavarin/w orsolya/w dr/t'],
    ['A. Tavarin', 'a/i tavarin/w'],
    ['JC Tavarin', 'j/i c/i tavarin/w'],
    ['NG TAVARIN', 'ng/w tavarin/w'],
    ['Ortega y Gasset', 'ortega/w y/s gasset/w'],
  ])('reads the person %j', (name, words) => {
    expect(read(name, { schema: 'Person' })).toBe(words)
  })

  it('knows which word is the family name only where a comma tells', () => {
    const isOrdered = (name: string, schema = 'Person') => readName(name, { schema })[0]?.isOrdered
    expect(isOrdered('TAVARIN, Orsolya')).toBe(true)
    expect(isOrdered('Orsolya Tavarin')).toBe(false)
    expect(isOrdered('Halcyon, Lattice', 'Organization')).toBe(false)
  })

  it('folds the shapes of ideographs, so that both scripts of China are one', () => {
    expect(readName('甫甯國際')[0]).toEqual(readName('甫甯国际')[0])
  })

  it('keeps of a firm what is told by its sound, of a person all', () => {
    const native = (name: string, schema: string) => readName(name, { schema })[0]?.native
    expect(native('上海壁仞智能科技有限公司', 'Organization')).toBe('壁仞')
    expect(native('华为技术有限公司', 'Organization')).toBe('华为')
    expect(native('㈜甫甯電子', 'Organization')).toBe('甫甯')
    expect(native('王存储', 'Person')).toBe('王存储')
    expect(native('甫甯', 'Organization')).toBe('甫甯')
  })

  it('takes a lone V for a number at the end of a ship, for an initial of a person', () => {
    expect(read('Selene Dawn V', { schema: 'Vessel' })).toBe('selene/w dawn/w 5/f')
    expect(read('Tavarin V', { schema: 'Person' })).toBe('tavarin/w v/i')
    expect(read('Halcyon I Ltd', { schema: 'Organization' })).toBe('halcyon/w 1/f limited/l')
  })

  it('takes short legal forms for names in the name of a person', () => {
    expect(read('Sa Ng', { schema: 'Person' })).toBe('sa/w ng/w')
    expect(read('Halcyon SA')).toBe('halcyon/w stock/l')
  })

  it('reads both names where two are printed', () => {
    const words = (name: string) =>
      readName(name).map((reading) => reading.words.map(({ text }) => text).join(' '))
    expect(words('Semiconductor Lattice Corporation (SLC)')).toEqual([
      'semiconductor lattice corporation slc',
      'semiconductor lattice corporation',
      'slc',
    ])
    expect(words('Halcyon Front/Lattice Army')).toContain('halcyon front')
  })

  it.each([
    ['Halcyon Lattice Works (HLW 12)', 'hlw 12'],
    ['Halcyon Lattice Works (GosHLW)', 'goshlw'],
    ['Halcyon Lattice Works Ltd. (Halcyon)', 'halcyon'],
    ['Lattice Works (Halcyonic)', undefined],
  ])('reads what stands in brackets behind %s as another name: %s', (printed, name) => {
    const texts = readName(printed).map(({ words }) => words.map(({ text }) => text).join(' '))
    expect(texts.at(2)).toBe(name)
  })

  it('marks what is foreign, translated and written without vowels', () => {
    const readings = readName('محمد بن سلطان')
    expect(readings.every(({ isForeign, isLoose }) => isForeign && isLoose)).toBe(true)
    expect(readName('哈尔滨工业大学')[0]).toMatchObject({
      isForeign: true,
      isTranslated: true,
      isLoose: false,
      native: '',
    })
    expect(readName('Müller')[0]).toMatchObject({
      isForeign: false,
      isTranslated: false,
      native: undefined,
    })
  })

  it('takes no more words than there is room for', () => {
    expect(readName('halcyon '.repeat(500))[0]?.words.length).toBe(28)
  })
})
