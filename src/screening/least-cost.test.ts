import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsonantOrder } from './consonant-order.ts'
import { EditRows } from './edit-rows.ts'
import { LeastCost } from './least-cost.ts'
import { countsOf, leastCost, orderOf, vowelsOf } from './word-letters.ts'

const PER_COST = 20
const codes = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0))

/** What all edits cost in twentieths, without stopping early. */
function costOf(left: string, right: string): number {
  const rows = new EditRows()
  rows.begin(codes(left), left.length)
  return Math.round(rows.cost(codes(right), right.length, 1000) * PER_COST)
}

/** Whether so many twentieths are known not to lead from one word to the other. */
function isAbove(left: string, right: string, most: number): boolean {
  const order = new ConsonantOrder()
  order.begin(orderOf(left))
  const least = new LeastCost()
  least.begin(countsOf(left), vowelsOf(left))
  return least.isAbove(most, order.edits(orderOf(right)), countsOf(right), vowelsOf(right))
}

describe('the least that edits cost', () => {
  const letters = fc.constantFrom(...'aabbceefghhiijjkklmmnoopqrsttuuvwwxyyz12')
  const part = fc.string({ unit: letters, maxLength: 6 })

  it('is never more than they do', () => {
    fc.assert(
      fc.property(part, part, part, part, (head, middle, other, tail) => {
        const [left, right] = [head + middle.slice(0, 3) + tail, head + other.slice(0, 3) + tail]
        expect(isAbove(left, right, costOf(left, right))).toBe(false)
      }),
      { numRuns: 4000 },
    )
  })

  it('is at least what the letters say without their order', () => {
    fc.assert(
      fc.property(part, part, (left, right) => {
        const cost = leastCost(countsOf(left), vowelsOf(left), countsOf(right), vowelsOf(right))
        const below = Math.ceil(cost * PER_COST - 1e-6) - 1
        if (below >= 0) expect(isAbove(left, right, below)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('tells words apart that share their consonants in another order', () => {
    expect(isAbove('karima', 'mirka', 26)).toBe(true)
    expect(isAbove('karima', 'mirka', 30)).toBe(false)
  })
})
