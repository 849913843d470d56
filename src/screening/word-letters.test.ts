import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { budgetOf, EditRows, likeness } from './token-likeness.ts'
import { countsOf, leastCost, lettersOf, repeatsOf } from './word-letters.ts'

const word = fc.string({
  unit: fc.constantFrom(...'aabbceghhijjklmmnostuvwxyyz'),
  minLength: 1,
  maxLength: 12,
})
const codes = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0))

/** What all edits cost, without stopping early. */
function costOf(left: string, right: string): number {
  return new EditRows(codes(left), left.length).cost(codes(right), right.length, 1000)
}

describe('counts of letters', () => {
  it('never say that edits cost more than they do', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const repeats = repeatsOf(left) + repeatsOf(right)
        expect(leastCost(countsOf(left), countsOf(right), repeats)).toBeLessThanOrEqual(
          costOf(left, right) + 1e-9,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('never do so for words a few edits apart, without letters that stand for none', () => {
    const letters = fc.constantFrom(...'aabcdeefghhikklmnoprstuvxz1')
    const plain = fc.string({ unit: letters, minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(plain, plain, plain, (head, middle, tail) => {
        const [left, right] = [head + middle.slice(0, 2) + tail, head + tail]
        const repeats = repeatsOf(left) + repeatsOf(right)
        expect(leastCost(countsOf(left), countsOf(right), repeats)).toBeLessThanOrEqual(
          costOf(left, right) + 1e-9,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('make each consonant that one word has more cost more than a vowel', () => {
    expect(leastCost(countsOf('karim'), countsOf('karims'), 0)).toBeCloseTo(0.7, 9)
    expect(leastCost(countsOf('karim'), countsOf('karima'), 0)).toBeCloseTo(0.5, 9)
    expect(leastCost(countsOf('karim'), countsOf('karis'), 0)).toBeCloseTo(1, 9)
  })

  it('tell words apart that share few letters', () => {
    expect(leastCost(countsOf('kaspersk'), countsOf('livonia'), 0)).toBeGreaterThan(budgetOf(7))
    expect(leastCost(countsOf('mustafa'), countsOf('mustapha'), 0)).toBeLessThan(budgetOf(7))
  })

  it('know which letters there are, and which repeat', () => {
    expect(lettersOf('grp') & ~lettersOf('group')).toBe(0)
    expect(lettersOf('grx') & ~lettersOf('group')).not.toBe(0)
    expect(repeatsOf('mohammedd')).toBe(2)
  })
})

describe('edits', () => {
  it('cost the same in either direction', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(costOf(left, right)).toBeCloseTo(costOf(right, left), 9)
        expect(likeness(left, right)).toBeCloseTo(likeness(right, left), 9)
      }),
    )
  })

  it('are counted whole where the last two letters are swapped beyond the budget of the letter before', () => {
    expect(likeness('karatasvi', 'karatavis')).toBeGreaterThan(0.75)
  })
})
