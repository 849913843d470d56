import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, EditRows } from './edit-rows.ts'
import { LetterOrder } from './letter-order.ts'
import { likeness } from './token-likeness.ts'
import {
  countsOf,
  leastCost,
  leastCostOfEdits,
  leastCostOfOutline,
  lettersOf,
  vowelsOf,
} from './word-letters.ts'
import { packedOutline } from './word-outline.ts'

const word = fc.string({
  unit: fc.constantFrom(...'aabbceghhijjklmmnostuvwxyyz'),
  minLength: 1,
  maxLength: 12,
})
const codes = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0))

/** What all edits cost, without stopping early. */
function costOf(left: string, right: string): number {
  const rows = new EditRows()
  rows.begin(codes(left), left.length)
  return rows.cost(codes(right), right.length, 1000)
}

function leastOf(left: string, right: string): number {
  return leastCost(countsOf(left), vowelsOf(left), countsOf(right), vowelsOf(right))
}

/** The same, by the outlines alone, and by all letters with those. */
function leastOfOutlineAndEdits(left: string, right: string): readonly [number, number] {
  const outline = new ConsonantOrder()
  outline.begin(packedOutline(left))
  const apart = outline.edits(packedOutline(right))
  const letters = new LetterOrder()
  letters.begin(codes(left), 0, left.length)
  const edits = letters.edits(codes(right), 0, right.length)
  const vowels = [vowelsOf(left), vowelsOf(right)] as const
  return [leastCostOfOutline(apart, ...vowels), leastCostOfEdits(edits, apart, ...vowels)]
}

describe('the outlines of two words and all their letters', () => {
  const letters = fc.constantFrom(...'aabbcceefgghhijjkklmmnoppqrsttuuvwwxyyz12')
  const part = fc.string({ unit: letters, maxLength: 6 })
  it('never say that edits cost more than they do', () => {
    fc.assert(
      fc.property(part, part, part, part, (head, middle, other, tail) => {
        const [left, right] = [head + middle.slice(0, 3) + tail, head + other.slice(0, 3) + tail]
        const cost = costOf(left, right) + 1e-9
        const [ofOutline, ofEdits] = leastOfOutlineAndEdits(left, right)
        expect(ofOutline).toBeLessThanOrEqual(cost)
        expect(ofEdits).toBeLessThanOrEqual(cost)
      }),
      { numRuns: 3000 },
    )
  })

  it('tell words apart whose vowels stand elsewhere', () => {
    expect(leastOfOutlineAndEdits('karimova', 'kirimava')[1]).toBeCloseTo(0.8, 9)
    expect(leastOfOutlineAndEdits('karim', 'tarim')[0]).toBeCloseTo(0.7, 9)
  })
})

describe('counts of letters', () => {
  it('never say that edits cost more than they do', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const cost = costOf(left, right) + 1e-9
        expect(leastOf(left, right)).toBeLessThanOrEqual(cost)
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
        const cost = costOf(left, right) + 1e-9
        expect(leastOf(left, right)).toBeLessThanOrEqual(cost)
      }),
      { numRuns: 2000 },
    )
  })

  it('make each consonant that one word has more cost more than a vowel', () => {
    expect(leastOf('karim', 'karims')).toBeCloseTo(0.7, 9)
    expect(leastOf('karim', 'karima')).toBeCloseTo(0.5, 9)
    expect(leastOf('karim', 'karis')).toBeCloseTo(1, 9)
  })

  it('tell words apart that share few letters', () => {
    expect(leastOf('kaspersk', 'livonia')).toBeGreaterThan(budgetOf(6))
    expect(leastOf('mustafa', 'mustapha')).toBeLessThan(budgetOf(7))
  })

  it('let repeated letters cost less', () => {
    expect(leastOf('mohamed', 'mohammedd')).toBeCloseTo(0.5, 9)
  })

  it('know which letters there are', () => {
    expect(lettersOf('grp') & ~lettersOf('group')).toBe(0)
    expect(lettersOf('grx') & ~lettersOf('group')).not.toBe(0)
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
