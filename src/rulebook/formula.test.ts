import { describe, expect, it } from 'vitest'
import { decimal, unwrap } from '../kernel/index.ts'
import { amountOf, amountOfNumber, lazyAmount, printAmount } from './amount.ts'
import { parseFormula } from './formula.ts'

function result(text: string, inputs: Readonly<Record<string, string | number>> = {}): string {
  const formula = unwrap(parseFormula(text))
  const value = formula.evaluate((name) => amountOf(decimal(inputs[name] ?? Number.NaN)))
  return value === undefined ? 'no value' : printAmount(value)
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['2 * 3 + 1', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 3 - 2', '5'],
    ['10 - (3 - 2)', '9'],
    ['24 / 4 / 2', '3'],
    ['24 / (4 / 2)', '12'],
    ['24 / 4 * 2', '12'],
    ['2 - 3 * 4 + 5', '-5'],
    ['-3', '-3'],
    ['--3', '3'],
    ['2 - -3', '5'],
    ['2 * -3', '-6'],
    ['-2 * -3', '6'],
    ['-(2 + 3)', '-5'],
    ['-2 + 5', '3'],
    ['((((5))))', '5'],
    ['1.5', '1.5'],
    ['12.5 * 2', '25'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1e-3', '0.001'],
    ['2e+2', '200'],
    ['0.1 + 0.2', '0.3'],
    ['0.1 * 3', '0.3'],
    ['1 / 3 * 3', '1'],
    ['2 / 3', '0.666666666667'],
    [' 1+1 ', '2'],
    ['1e200 * 1e200', '1e+400'],
    ['1e-200 * 1e-200', '1e-400'],
  ])('%s is %s', (text, value) => {
    expect(result(text)).toBe(value)
  })

  it.each([
    ['log2(1)', '0'],
    ['log2(8)', '3'],
    ['log2(1024 * 1024)', '20'],
    ['log2(0.125)', '-3'],
    ['log10(1000)', '3'],
    ['log10(1e9)', '9'],
    ['log10(0.001)', '-3'],
    ['log10(2)', '0.301029995663981195213738894724493026768189881462108541310427'],
    ['log2(10)', '3.32192809488736234787031942948939017586483139302458061205476'],
    ['20 * log10(100) + 1', '41'],
    ['log2(2 * (1 + 3))', '3'],
  ])('%s is %s', (text, value) => {
    expect(result(text)).toBe(value)
  })

  it('reads its inputs by name, each once', () => {
    const formula = unwrap(parseFormula('a_1 * log2(a_1) / (B - 20480) * logarithm'))
    expect(formula.inputs).toEqual(['a_1', 'B', 'logarithm'])
    expect(result('fft_ms / (n * log2(n) / 20480)', { fft_ms: 500, n: 1024 })).toBe('1000')
    expect(result('a - b', { a: '1.5000000000000000001', b: '1.5' })).toBe('0.0000000000000000001')
    expect(result('0.25 * l / na', { l: 193, na: '1.35' })).toBe('35.7407407407')
  })

  it.each([
    ['1 / 0'],
    ['0 / 0'],
    ['1 / (0.3 - 0.1 - 0.2)'],
    ['log2(0)'],
    ['log10(0 - 5)'],
    ['log2(1 / 0)'],
    ['1 / log2(1)'],
  ])('%s has no value', (text) => {
    expect(result(text)).toBe('no value')
  })

  it('has the value that doubles are too small for', () => {
    expect(result('a * b', { a: '1e300', b: '1e300' })).toBe('1e+600')
    expect(result('a / b', { a: '1e-300', b: '1e300' })).toBe('1e-600')
    expect(result('a * b / c', { a: '1e300', b: '1e300', c: '1e400' })).toBe('1e+200')
  })

  it('takes exactly zero for zero where doubles leave a remainder', () => {
    const margin = unwrap(parseFormula('noise + 126 + 20 * log10(offset) - 20 * log10(frequency)'))
    const inputs: Readonly<Record<string, string>> = {
      noise: '-106.3',
      offset: '10',
      frequency: '10000000000',
    }
    const value = margin.evaluate((name) => amountOf(decimal(inputs[name] ?? 0)))
    expect(value?.near).toBe(-160.3)
    const sum = unwrap(parseFormula('a + b - c'))
    const tenths: Readonly<Record<string, number>> = { a: 0.1, b: 0.2, c: 0.3 }
    expect(sum.evaluate((name) => amountOfNumber(tenths[name] ?? 0))?.near).toBe(0)
  })

  it('does no exact arithmetic for products and quotients until it is asked to', () => {
    let made = 0
    const value = unwrap(parseFormula('0.5 * a / b')).evaluate((name) =>
      lazyAmount(name === 'a' ? 12 : 3, () => {
        made += 1
        return decimal(name === 'a' ? 12 : 3)
      }),
    )
    expect(value?.near).toBe(2)
    expect(made).toBe(0)
    expect(value === undefined ? '' : printAmount(value)).toBe('2')
    expect(made).toBe(2)
  })

  it.each([
    ['', 'it ends too early'],
    ['1 +', 'it ends too early'],
    ['-', 'it ends too early'],
    ['1 2', '"2" is not expected there'],
    ['a b', '"b" is not expected there'],
    ['* 2', '"*" is not expected there'],
    ['1 + )', '")" is not expected there'],
    ['(1', 'a bracket is not closed'],
    ['log2(8', 'a bracket is not closed'],
    ['(1))', '")" is not expected there'],
    ['log2 8', 'log2 needs brackets'],
    ['log10', 'log10 needs brackets'],
    ['sqrt(2)', '"(" is not expected there'],
    ['constructor(2)', '"(" is not expected there'],
    ['2 ^ 3', '"^" is not expected there'],
    ['1 ** 2', '"*" is not expected there'],
    ['.5', '"." is not expected there'],
    ['1..2', '"." is not expected there'],
    ['a; b', '";" is not expected there'],
    ['1,5', '"," is not expected there'],
    ['"a"', '"\\"" is not expected there'],
  ])('refuses %j', (text, why) => {
    expect(parseFormula(text)).toEqual({
      ok: false,
      problems: [
        {
          code: 'formula.invalid',
          detail: `The formula ${JSON.stringify(text)} cannot be read: ${why}.`,
          remedy: 'Use names, numbers, + - * / ( ) and log2( ), log10( ).',
        },
      ],
    })
  })

  it('refuses more brackets than it can follow', () => {
    expect(parseFormula('('.repeat(1e6))).toMatchObject({ problems: [{ code: 'formula.invalid' }] })
  })
})
