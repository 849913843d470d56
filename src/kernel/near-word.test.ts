import { describe, expect, it } from 'vitest'
import { nearWord } from './near-word.ts'

const KINDS = ['ic', 'ic.processor', 'ai', 'sme.litho.scanner', 'sme.dep', 'cell.secondary']

describe('a word that is not known', () => {
  it.each([
    ['ic.procesor', 'ic.processor'],
    ['IC.Processor', 'ic.processor'],
    ['scanner', 'sme.litho.scanner'],
    ['scaner', 'sme.litho.scanner'],
    ['sme.deps', 'sme.dep'],
    ['id', 'ic'],
    ['litho.scanner', 'sme.litho.scanner'],
    ['tools.deposition.dep', 'sme.dep'],
    ['ci', 'ic'],
  ])('%s was perhaps meant as %s', (word, near) => {
    expect(nearWord(word, KINDS)).toBe(near)
  })

  it.each(['valve', 'pump', '', 'processing of wafers', 'ic.valve'])(
    '%j is near to none',
    (word) => {
      expect(nearWord(word, KINDS)).toBeUndefined()
      expect(nearWord(word, [])).toBeUndefined()
    },
  )

  it('may be the last word of one key and no other', () => {
    const keys = ['name', 'declaredDescription', 'serialNumbers', 'headNode', 'tailNode']
    expect(nearWord('description', keys)).toBe('declaredDescription')
    expect(nearWord('Description', keys)).toBe('declaredDescription')
    expect(nearWord('numbers', keys)).toBe('serialNumbers')
    expect(nearWord('node', keys)).toBeUndefined()
    expect(nearWord('iption', keys)).toBeUndefined()
  })

  it('is compared as a whole before last parts are', () => {
    expect(nearWord('litho', ['sme.litho', 'lithos'])).toBe('lithos')
  })

  it('is no near word of other letters, however many they share', () => {
    expect(nearWord('abcd', ['dcbae'])).toBeUndefined()
    expect(nearWord('scan', ['sme.zzzz', 'q.scan'])).toBe('q.scan')
    expect(nearWord('ab', ['x.ba'])).toBe('x.ba')
    expect(nearWord('p.abcdef', ['q.fedcba'])).toBe('q.fedcba')
  })

  it('takes no long time where it is long', () => {
    expect(nearWord('x'.repeat(1_000_000), ['x'.repeat(80)])).toBe('x'.repeat(80))
  })
})
