import { describe, expect, it } from 'vitest'
import { WORD } from './word-kinds.ts'
import { EDITS, editsOf, GENDERS, SHORTENED, WordLikeness } from './word-likeness.ts'
import { WordTable } from './word-table.ts'

const words = new WordTable()
const likeness = new WordLikeness(words)

function compared(one: string, other: string, loose = false) {
  const [left, right] = [words.idOf(one, WORD), words.idOf(other, WORD)]
  const marks = likeness.marks(left, right, loose)
  return {
    alike: likeness.of(left, right, loose),
    edits: marks & EDITS,
    doGendersDiffer: (marks & GENDERS) !== 0,
    isShortened: (marks & SHORTENED) !== 0,
  }
}

describe('likeness of two words', () => {
  it.each([
    ['ayyub', 'ayub'],
    ['qadhafi', 'kadafi'],
    ['muhammad', 'mohamed'],
  ])('takes spellings for one word: %s, %s', (one, other) => {
    const { alike, edits } = compared(one, other)
    expect(alike).toBeGreaterThan(0.95)
    expect(edits).toBe(0)
  })

  it('takes a short name for the long one, and counts no letters', () => {
    expect(compared('ted', 'theodore')).toMatchObject({ edits: 0 })
    expect(compared('ted', 'theodore').alike).toBeGreaterThan(0.8)
  })

  it('counts letters typed otherwise by their sound, a swap as one', () => {
    expect(compared('scholz', 'schloz').edits).toBe(1)
    expect(compared('wolodin', 'volodyn').edits).toBe(0)
    expect(compared('karnei', 'kuonei').edits).toBe(2)
  })

  it('knows a man from a woman of one family', () => {
    expect(compared('baranov', 'baranova').doGendersDiffer).toBe(true)
    expect(compared('baranov', 'boranov').doGendersDiffer).toBe(false)
  })

  it('takes nobody for the family that is named after him, in any script', () => {
    for (const loose of [true, false]) {
      expect(compared('hossein', 'hosseini', loose)).toMatchObject({ edits: 1 })
      expect(compared('hossein', 'hosseini', loose).alike).toBeLessThan(0.9)
    }
  })

  it('says where one is short for the other', () => {
    expect(compared('electromech', 'electromechanical').isShortened).toBe(true)
  })

  it('forgives no letter in words without vowels: they stand for other words', () => {
    expect(compared('hlp', 'hlt').alike).toBe(0)
    expect(compared('tavarin', 'tavarim').alike).toBeGreaterThan(0.8)
  })

  it('asks for consonants alone where one side is written without vowels', () => {
    expect(compared('djermane', 'jarman', true).alike).toBeGreaterThanOrEqual(0.7)
  })

  it('counts edits as one counts them by hand', () => {
    expect(editsOf('', 'abc')).toBe(3)
    expect(editsOf('abc', 'abc')).toBe(0)
    expect(editsOf('abc', 'acb')).toBe(1)
    expect(editsOf('kitten', 'sitting')).toBe(3)
  })
})
