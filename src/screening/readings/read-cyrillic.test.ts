import { describe, expect, it } from 'vitest'
import { readings } from './index.ts'
import { fromPalladius } from './palladius.ts'

const inPinyin = (name: string) => fromPalladius(name.toLowerCase().split(' '))?.join(' ')

describe('an abbreviation in Cyrillic letters', () => {
  it('has a c where words have a ts', () => {
    const texts = (name: string) => readings(name).map(({ tokens }) => tokens.join(' '))
    expect(texts('АО ПКЦ')).toContain('ao pkc')
    expect(texts('АО Цстрой').join()).not.toContain('cstroy')
  })
})

describe('a Chinese name in Cyrillic letters', () => {
  it('is read in pinyin by the system of Palladius', () => {
    expect(inPinyin('Чжао Сяомин')).toBe('zhao xiaoming')
    expect(inPinyin('Цзинь Гочжун')).toBe('jin guozhong')
    expect(inPinyin('Люй Фэнъи')).toBe('lu fengyi')
    expect(inPinyin('Хэ Боюань')).toBe('he boyuan')
    expect(inPinyin('Вэй Хуэй')).toBe('wei hui')
  })
  it('is one more reading of the name', () => {
    const systems = readings('Чжао Сяомин').map(({ system }) => system)
    expect(systems).toContain('cyrillic-palladius')
    expect(systems).toContain('cyrillic')
  })
  it('is none where a word has no such syllables, or nothing tells it from other names', () => {
    expect(inPinyin('Чжао Иванов')).toBeUndefined()
    expect(inPinyin('Анна Ли')).toBeUndefined()
    expect(inPinyin('Чжао')).toBeUndefined()
    expect(readings('Сергей Ли').map(({ system }) => system)).not.toContain('cyrillic-palladius')
  })
})
