import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convert, decimal, unitsLike, unwrap } from './index.ts'

const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -30, max: 10 }))
  .map(([digits, exponent]) => decimal(`${digits}e${exponent}`))
const pair = fc
  .constantFrom('m', 'mm2', 's', 'K', 'Pa', 'bit/s', 'Gy', 'nm/s', 'kg', 'J', '1')
  .chain((unit) =>
    fc.tuple(fc.constantFrom(...unitsLike(unit)), fc.constantFrom(...unitsLike(unit))),
  )

describe('conversion between units', () => {
  it('comes back to the value it left', () => {
    fc.assert(
      fc.property(value, pair, (stated, [from, to]) => {
        const back = unwrap(convert(unwrap(convert(stated, from, to)), to, from))
        expect(back.minus(stated).abs().lessThanOrEqualTo('1e-90')).toBe(true)
      }),
    )
  })

  it('keeps the order of values, near ties included', () => {
    const nudge = fc.integer({ min: 1, max: 55 }).map((digits) => decimal(`1e-${digits}`))
    fc.assert(
      fc.property(value, nudge, pair, (stated, by, [from, to]) => {
        const [low, high] = [convert(stated, from, to), convert(stated.plus(by), from, to)]
        expect(unwrap(low).lessThan(unwrap(high))).toBe(true)
      }),
    )
  })
})
