import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastEdits, mayBeWithin, soundLetters } from './sound-letters.ts'
import { editsOf } from './word-likeness.ts'
import { soundOf } from './word-sound.ts'

const WORD = fc.string({ unit: fc.constantFrom(...'aabcdeehiiklmnnorstuvyz'), maxLength: 12 })

describe('the edits that sounds need at least, by their letters', () => {
  it('are as many as letters that one has more', () => {
    expect(leastEdits(soundLetters('karim'), soundLetters('karim'))).toBe(0)
    expect(leastEdits(soundLetters('karim'), soundLetters('karimov'))).toBe(2)
    expect(leastEdits(soundLetters('anna'), soundLetters('an'))).toBe(1)
  })

  it('are none where a word has no letters', () => {
    expect(leastEdits(soundLetters('502'), soundLetters('karimov'))).toBe(0)
  })

  it('are never more than there are', () => {
    fc.assert(
      fc.property(WORD, WORD, (one, other) => {
        const least = leastEdits(soundLetters(one), soundLetters(other))
        expect(least).toBeLessThanOrEqual(editsOf(soundOf(one), soundOf(other)))
        const [left, right] = [soundLetters(one), soundLetters(other)]
        expect([0, 1, 2, 3].map((most) => mayBeWithin(left, right, most))).toEqual(
          [0, 1, 2, 3].map((most) => least <= most),
        )
      }),
      { numRuns: 300 },
    )
  })
})
