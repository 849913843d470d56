import { describe, expect, it } from 'vitest'
import { decimal, parseDecimal, unwrap } from '../kernel/index.ts'
import {
  type Amount,
  amountOf,
  amountOfNumber,
  compareAmounts,
  lazyAmount,
  printAmount,
} from './amount.ts'

const stated = (text: string): Amount => amountOf(unwrap(parseDecimal(text)))

describe('comparing amounts', () => {
  it.each([
    ['1.5', '1.5', 0],
    ['1.50', '1.5', 0],
    ['1.5000000000000000001', '1.5', 1],
    ['1.4999999999999999999', '1.5', -1],
    ['1.5', '1.5000000000000000001', -1],
    ['1.4', '1.5', -1],
    ['1.6', '1.5', 1],
    ['-1.6', '-1.5', -1],
    ['-1.5000000000000000001', '-1.5', -1],
    ['0', '0', 0],
    ['-0', '0', 0],
    ['1e-400', '0', 1],
    ['-1e-400', '0', -1],
    ['0', '1e-400', -1],
    ['1e400', '2e399', 1],
    ['1e400', '1e400', 0],
    ['1e399', '1e400', -1],
    ['-1e400', '1e400', -1],
    ['1e400', '5', 1],
    ['5', '1e400', -1],
    ['1e400', '-1e400', 1],
    ['12345678901234567890', '12345678901234567891', -1],
    ['0.1', '0.1', 0],
  ])('puts %s to %s at %i', (left, right, sign) => {
    // `+ 0` makes one zero of two.
    expect(Math.sign(compareAmounts(stated(left), stated(right))) + 0).toBe(sign)
  })

  it('does not trust doubles that lie within a billionth, however they differ', () => {
    const exactlyOne = (near: number): Amount => lazyAmount(near, () => decimal(1))
    const one = stated('1')
    expect(compareAmounts(exactlyOne(1 + 1e-10), one)).toBe(0)
    expect(compareAmounts(exactlyOne(1 - 1e-10), one)).toBe(0)
    expect(compareAmounts(exactlyOne(Number.POSITIVE_INFINITY), one)).toBe(0)
    expect(compareAmounts(exactlyOne(1.1), one)).toBeGreaterThan(0)
    expect(compareAmounts(exactlyOne(0.9), one)).toBeLessThan(0)
    expect(compareAmounts(exactlyOne(-1 - 1e-10), stated('-1'))).toBe(1)
  })

  it.each([
    ['1.5', true],
    ['4800', true],
    ['0.1', true],
    ['1e300', true],
    ['0.30000000000000004', true],
    ['0.3000000000000000444', false],
    ['1.5000000000000000001', false],
    ['9007199254740993', false],
    ['1e400', false],
    ['1e-400', false],
  ])('takes %s for what its double says: %s', (text, isPlain) => {
    expect(stated(text).isPlain).toBe(isPlain)
  })

  it('leaves what comes of a formula to its exact value', () => {
    expect(lazyAmount(1, () => decimal(1)).isPlain).toBe(false)
    expect(amountOfNumber(1).isPlain).toBe(true)
    const third = lazyAmount(1, () => decimal('0.9999999999999999999'))
    expect(compareAmounts(third, stated('1'))).toBeLessThan(0)
    expect(compareAmounts(stated('1'), third)).toBeGreaterThan(0)
    expect(compareAmounts(stated('1.0000000000000000001'), amountOfNumber(1))).toBeGreaterThan(0)
  })

  it('makes the exact value only when asked, and once', () => {
    let made = 0
    const lazy = lazyAmount(4000, () => {
      made += 1
      return decimal(4000)
    })
    expect(compareAmounts(lazy, stated('4800'))).toBeLessThan(0)
    expect(made).toBe(0)
    expect(compareAmounts(lazy, stated('4000'))).toBe(0)
    expect(printAmount(lazy)).toBe('4000')
    expect(made).toBe(1)
  })
})

describe('a plain number', () => {
  it.each([
    [0.1, '0.1'],
    [1.35, '1.35'],
    [1e-7, '0.0000001'],
    [123456789012345, '123456789012345'],
    [-0, '0'],
  ])('%d is the decimal that was written', (value, printed) => {
    expect(printAmount(amountOfNumber(value))).toBe(printed)
    expect(amountOfNumber(value).near).toBe(value)
  })
})

describe('printing an amount', () => {
  it('prints a stated value whole, for its last digit may decide', () => {
    expect(printAmount(stated('1.5000000000000000001'))).toBe('1.5000000000000000001')
    const sixty = '1'.repeat(60)
    expect(unwrap(parseDecimal(printAmount(stated(sixty)))).equals(decimal(sixty))).toBe(true)
  })

  it('cuts an endless quotient to twelve digits', () => {
    expect(printAmount(amountOf(decimal(2).div(3)))).toBe('0.666666666667')
    expect(printAmount(amountOf(decimal('0.25').times(193).div('1.35')))).toBe('35.7407407407')
  })
})
