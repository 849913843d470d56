import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conjoin, disjoin, FALSE, negate, TRUE, type TruthCode, UNKNOWN } from './index.ts'

const truth = fc.constantFrom<TruthCode>(FALSE, UNKNOWN, TRUE)

describe('the laws of three-valued logic', () => {
  it("keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        expect(negate(conjoin(a, b))).toBe(disjoin(negate(a), negate(b)))
        expect(negate(disjoin(a, b))).toBe(conjoin(negate(a), negate(b)))
      }),
    )
  })

  it('takes two negations for none, and the order of limbs for nothing', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(negate(negate(a))).toBe(a)
        expect(conjoin(a, b)).toBe(conjoin(b, a))
        expect(disjoin(a, b)).toBe(disjoin(b, a))
        expect(conjoin(a, conjoin(b, c))).toBe(conjoin(conjoin(a, b), c))
        expect(conjoin(a, disjoin(b, c))).toBe(disjoin(conjoin(a, b), conjoin(a, c)))
      }),
    )
  })
})
