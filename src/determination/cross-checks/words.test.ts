import { describe, expect, it } from 'vitest'
import { createPhraseFinder, plain, sentencesOf, tellingWords } from './words.ts'

describe('words of free texts', () => {
  it('are compared without case, width and punctuation', () => {
    expect(plain('  Kiku-Seiki  K.K. ')).toBe(' kiku seiki k k ')
    expect(plain('ＡＢＣ 輸出')).toBe(' abc 輸出 ')
    expect(plain('…')).toBe('  ')
  })

  it('are found whole, or from their beginning where a * says so', () => {
    const find = createPhraseFinder(['own use', 'forward*', '輸出管理'])
    expect(find('For OWN use only')).toBe('own use')
    expect(find('for my own useful things')).toBeUndefined()
    expect(find('freight forwarders')).toBe('forward*')
    expect(find('straightforward')).toBeUndefined()
    expect(find('株式会社輸出管理部')).toBe('輸出管理')
  })

  it('tell something where they are neither common nor numbers', () => {
    const common = new Set(['road', 'unit'])
    expect(tellingWords('Unit 4, 17 Tuas Road', common)).toEqual(['tuas'])
  })

  it('stand in sentences', () => {
    expect(sentencesOf('One. Two; three\nfour。五')).toEqual([
      'One.',
      'Two;',
      'three',
      'four。',
      '五',
    ])
    expect(sentencesOf('To St. Petersburg. By sea.')).toEqual(['To St. Petersburg.', 'By sea.'])
  })
})
