import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, formatDecimal, parseDecimal, unwrap } from './index.ts'

/** Digits and a power of ten, as a fraction of whole numbers. */
interface Rational {
  readonly text: string
  readonly over: (exponent: number) => bigint
}

const rational = fc
  .record({
    digits: fc.bigInt({ min: -(10n ** 59n), max: 10n ** 59n }),
    exponent: fc.integer({ min: -60, max: 60 }),
  })
  .map(
    ({ digits, exponent }): Rational => ({
      text: `${digits}e${exponent}`,
      over: (least) => digits * 10n ** BigInt(exponent - least),
    }),
  )

describe('decimals against whole-number arithmetic', () => {
  it('compares as fractions do', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        const [left, right] = [a.over(-60), b.over(-60)]
        const sign = left < right ? -1 : left > right ? 1 : 0
        expect(unwrap(parseDecimal(a.text)).comparedTo(unwrap(parseDecimal(b.text)))).toBe(sign)
      }),
    )
  })

  it('adds and multiplies two inputs without rounding', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        const [left, right] = [decimal(a.text), decimal(b.text)]
        const product = a.over(-60) * b.over(-60)
        expect(left.times(right).equals(decimal(`${product}e-120`))).toBe(true)
        // Where they lie further apart, 160 digits do not hold both; no sum in law is like that.
        fc.pre(Math.abs(left.e - right.e) <= 60)
        expect(left.plus(right).equals(decimal(`${a.over(-60) + b.over(-60)}e-60`))).toBe(true)
      }),
    )
  })

  it('prints what reads back the same, and equal values alike', () => {
    fc.assert(
      fc.property(rational, (a) => {
        const value = unwrap(parseDecimal(a.text))
        const printed = formatDecimal(value)
        expect(decimal(printed).equals(value)).toBe(true)
        expect(formatDecimal(decimal(`${a.over(-61)}e-61`))).toBe(printed)
      }),
    )
  })
})
