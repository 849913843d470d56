import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsonantOrder } from './consonant-order.ts'
import { budgetOf, EditRows } from './edit-rows.ts'
import { likeness } from './token-likeness.ts'
import {
  countsOf,
  leastCost,
  leastCostInOrder,
  lettersOf,
  orderOf,
  vowelsOf,
} from './word-letters.ts'

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

/** The same, by the order of the consonants. */
function leastInOrderOf(left: string, right: string, budget: number): number {
  const order = new ConsonantOrder()
  order.begin(orderOf(left))
  return leastCostInOrder(
    order.edits(orderOf(right)),
    countsOf(left),
    vowelsOf(left),
    countsOf(right),
    vowelsOf(right),
    budget,
  )
}

describe('counts of letters', () => {
  it('never say that edits cost more than they do', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const cost = costOf(left, right) + 1e-9
        expect(leastOf(left, right)).toBeLessThanOrEqual(cost)
        expect(leastInOrderOf(left, right, cost)).toBeLessThanOrEqual(cost)
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
        expect(leastInOrderOf(left, right, cost)).toBeLessThanOrEqual(cost)
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

  it('tell words apart that share their consonants in another order', () => {
    expect(leastOf('karima', 'mirka')).toBeLessThan(1)
    expect(leastInOrderOf('karima', 'mirka', 2)).toBeGreaterThan(1.3)
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
