import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { readName } from './read-name.ts'

const NAMES: Readonly<Record<string, string>> = {
  'of 10,000 letters without a space': 'abcdefghij'.repeat(1000),
  'of 10,000 letters that are one': 'a'.repeat(10_000),
  'of 500 words': Array.from({ length: 500 }, (_, at) => `word${at}`).join(' '),
  'of 500 single letters': 'a '.repeat(500),
  'with lone surrogates': '\ud800Halcyon \udc00Lattice\ud83d',
  'with control and direction characters': '\u202eHalcyon\u0000 \u200fLattice\u2066\u0007',
  'of punctuation alone': '.,;:!?-_/()&"',
  'of legal forms alone': 'Co Ltd LLC GmbH JSC Inc SA',
  'of 2,000 ideographs': '北京海淀光'.repeat(400),
}
const MOST_READINGS = 40
const MOST_WORDS = 64

describe('names that nobody bears', () => {
  it.each(Object.entries(NAMES))(
    '%s: read as few words, compared the same each time',
    (_, name) => {
      const forms = readName(name, {})
      expect(forms.length).toBeLessThanOrEqual(MOST_READINGS)
      for (const { words } of forms) expect(words.length).toBeLessThanOrEqual(MOST_WORDS)
      for (const other of [...Object.values(NAMES), 'Halcyon Lattice']) {
        const first = compareParties({ name }, { name: other })
        expect(first.score).toBeGreaterThanOrEqual(0)
        expect(first.score).toBeLessThanOrEqual(1)
        expect(compareParties({ name }, { name: other })).toEqual(first)
      }
    },
  )
})
