import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { type NameReading, readName } from './read-name.ts'
import { FIGURE, WORD } from './word-kinds.ts'

const compare = (asked: string, listed: string, schema: string) =>
  compareParties({ name: asked, schema }, { name: listed, schema }).match
const words = (name: string, schema: string) =>
  readName(name, { schema })[0]?.words.map(({ text, kind }) => [text, kind])

const wordsOf = (reading: NameReading) => reading.words.map(({ text }) => text).join(' ')

describe('names of persons', () => {
  it('are not translated: who is called Al-Askari is not "the military"', () => {
    const isTranslated = (schema: string) =>
      readName('خيري العسكري', { schema }).some((reading) => reading.isTranslated)
    expect(isTranslated('Organization')).toBe(true)
    expect(isTranslated('Person')).toBe(false)
  })

  it('begin with Xi and Vi, which are figures only behind them', () => {
    expect(words('Xi Tavarin', 'Person')).toEqual([
      ['xi', WORD],
      ['tavarin', WORD],
    ])
    expect(words('Tavarin Works XI', 'Company')?.at(-1)).toEqual(['11', FIGURE])
  })

  it('keep syllables that are small words elsewhere', () => {
    const [first] = readName('麦彬', { schema: 'Person' })
    expect(first?.words).toContainEqual({ text: 'bin', kind: WORD })
  })

  it('of Hong Kong may have a first name of the West before or behind them', () => {
    expect(compare('陳大文', 'Peter CHAN Tai-man', 'Person')).toBe(true)
    expect(compare('Chan Tai Man Peter', 'CHAN Tai Man', 'Person')).toBe(true)
    expect(words('Peter Chan', 'Person')).toHaveLength(2)
    expect(readName('Peter Chan Tai Man', { schema: 'Person' })).toHaveLength(2)
    expect(readName('Peter Paul Chan Tai Man', { schema: 'Person' })).toHaveLength(1)
    expect(readName('Peter Chan Tavarin Orsolya', { schema: 'Person' })).toHaveLength(1)
    expect(readName('Peter Chan Tai Man', { schema: 'Company' })).toHaveLength(1)
  })

  it('in Arabic letters may be words that are titles before others', () => {
    expect(compare('سليم التفاري المهندس', 'Salim al-Taffari al-Muhandis', 'Person')).toBe(true)
    expect(compare('المهندس سليم التفاري', 'Salim al-Taffari', 'Person')).toBe(true)
  })

  it('in Persian have a q that Latin letters write as gh', () => {
    expect(readName('اسماعیل قاوری', { schema: 'Person' }).map(wordsOf)).toContain('esmail ghavri')
  })

  it('bear a particle with a letter too many', () => {
    expect(compare('Harun xal-Zubayri', 'Harun al-Zubayri', 'Person')).toBe(true)
  })

  it('tell a man from a woman, whatever else agrees', () => {
    expect(compare('Antonia Quimbela', 'Antonio Quimbela', 'Person')).toBe(false)
    expect(compare('Michel Tavarin', 'Michelle Tavarin', 'Person')).toBe(false)
  })
})

describe('names of others', () => {
  it('are found with a place more when they are spelt by ear', () => {
    expect(compare('halcyonick', 'HALCYONIC EUROPE GmbH', 'Company')).toBe(true)
  })

  it('of one short word are other ships with another letter', () => {
    expect(compare('Glow', 'Gloe', 'Vessel')).toBe(false)
    expect(compare('Glow', 'GLOW', 'Vessel')).toBe(true)
  })

  it('are read whatever the shapes of their characters', () => {
    const read = (name: string) => readName(name, {})[0]?.words.map(({ text }) => text)
    expect(read('大樹製作所')).toContain('works')
    expect(read('大树制作所')).toContain('works')
    expect(read('大樹連合企業所')).toContain('complex')
  })
})
