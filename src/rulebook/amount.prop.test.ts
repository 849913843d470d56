import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, parseDecimal, unwrap } from '../kernel/index.ts'
import { type Amount, amountOf, amountOfNumber, compareAmounts } from './amount.ts'
import { parseFormula } from './formula.ts'

const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
/** Far, near and equal pairs: the second is the first with its last digits nudged. */
const pair = fc.oneof(
  fc.tuple(digits, digits),
  fc.tuple(digits, fc.integer({ min: -3, max: 3 })).map(([a, by]) => [a, a + BigInt(by)] as const),
)
const exponent = fc.integer({ min: -40, max: 40 })
const amount = (whole: bigint, power: number): Amount =>
  amountOf(unwrap(parseDecimal(`${whole}e${power}`)))
const sign = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0)

describe('comparison of amounts against whole-number arithmetic', () => {
  it('agrees on decimals, near ties included', () => {
    fc.assert(
      fc.property(pair, exponent, ([a, b], power) => {
        expect(Math.sign(compareAmounts(amount(a, power), amount(b, power))) + 0).toBe(sign(a, b))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees on doubles and their own decimals', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }),
        (x) => {
          expect(compareAmounts(amountOfNumber(x), amountOf(decimal(x))) + 0).toBe(0)
        },
      ),
    )
  })

  it('agrees on numbers of a few digits, stated as numbers or as texts', () => {
    const few = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -12, max: 3 }))
      .map(([whole, power]) => `${whole}e${power}`)
    const either = few.chain((text) =>
      fc.constantFrom(
        { text, stated: amountOfNumber(Number(text)) },
        { text, stated: amountOf(decimal(text)) },
      ),
    )
    fc.assert(
      fc.property(either, either, (a, b) => {
        expect(Math.sign(compareAmounts(a.stated, b.stated)) + 0).toBe(
          decimal(a.text).comparedTo(decimal(b.text)) + 0,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('agrees on quotients at, just below and just above a threshold', () => {
    const quotient = unwrap(parseFormula('a / b'))
    const positive = fc.bigInt({ min: 1n, max: 10n ** 18n })
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: -2, max: 2 }), (threshold, b, by) => {
        const a = threshold * b + BigInt(by)
        const value = quotient.evaluate((name) => amount(name === 'a' ? a : b, 0))
        expect(value).toBeDefined()
        if (value === undefined) return
        expect(Math.sign(compareAmounts(value, amount(threshold, 0))) + 0).toBe(
          sign(a, threshold * b),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('agrees on sums whose digits cancel', () => {
    const difference = unwrap(parseFormula('a - b + c'))
    fc.assert(
      fc.property(digits, fc.integer({ min: -2, max: 2 }), exponent, (a, by, power) => {
        const inputs: Readonly<Record<string, bigint>> = { a, b: a, c: BigInt(by) }
        const value = difference.evaluate((name) => amount(inputs[name] ?? 0n, power))
        expect(Math.sign(value === undefined ? 9 : compareAmounts(value, amount(0n, 0))) + 0).toBe(
          Math.sign(by),
        )
      }),
    )
  })
})
