import { describe, expect, it } from 'vitest'
import { MAX_LENGTH } from './decimal.ts'
import { decimal, formatDecimal, parseDecimal, unwrap } from './index.ts'

const TOO_LONG = {
  ok: false,
  problems: [
    {
      code: 'decimal.too-long',
      detail: 'A number has more than 60 significant digits or an exponent beyond 400.',
      remedy: 'Round it; no threshold in law needs so many digits.',
    },
  ],
}

describe('a decimal as written', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.000', '0'],
    ['0e300', '0'],
    ['1.50', '1.5'],
    ['+1.5', '1.5'],
    ['-1.5', '-1.5'],
    ['.5', '0.5'],
    ['.55', '0.55'],
    ['5.', '5'],
    ['007', '7'],
    ['1.4e-7', '0.00000014'],
    ['1.4E-7', '0.00000014'],
    ['1e3', '1000'],
    ['4.8e+3', '4800'],
    [' 4800 ', '4800'],
    ['1e39', `1${'0'.repeat(39)}`],
    ['1e40', '1e+40'],
    ['1e-39', `0.${'0'.repeat(38)}1`],
    ['1.4e-41', '1.4e-41'],
    ['1e400', '1e+400'],
    ['1e-400', '1e-400'],
    [`${'0'.repeat(200)}1.${'0'.repeat(200)}`, '1'],
    ['1.5000000000000000001', '1.5000000000000000001'],
  ])('%s is %s', (text, printed) => {
    expect(formatDecimal(unwrap(parseDecimal(text)))).toBe(printed)
  })

  it('keeps sixty digits and refuses the sixty-first', () => {
    const sixty = '123456789012345678901234567890.123456789012345678901234567891'
    expect(formatDecimal(unwrap(parseDecimal(sixty)))).toBe(sixty)
    expect(parseDecimal(`${sixty}2`)).toEqual(TOO_LONG)
  })

  it.each(['1e401', '1e-401', '-1e9999', '1e99999', '1'.repeat(500)])('refuses %s', (text) => {
    expect(parseDecimal(text)).toEqual(TOO_LONG)
  })

  it('does not look at a text beyond its longest, whatever it holds', () => {
    expect(parseDecimal('0'.repeat(MAX_LENGTH))).toMatchObject({ ok: true })
    expect(parseDecimal('0'.repeat(MAX_LENGTH + 1))).toEqual(TOO_LONG)
    expect(parseDecimal(`${'1'.repeat(1_000_000)}x`)).toEqual(TOO_LONG)
  })

  it.each([
    '',
    ' ',
    '.',
    '-',
    'e5',
    '1e',
    '1e+',
    '1.2.3',
    '1,5',
    '1 000',
    '0x10',
    'NaN',
    'Infinity',
    '١٢',
    '−5',
    '--5',
    '5-',
    '1_000',
  ])('refuses %j as no number', (text) => {
    expect(parseDecimal(text)).toEqual({
      ok: false,
      problems: [
        {
          code: 'decimal.invalid',
          detail: `${JSON.stringify(text)} is not a number.`,
          remedy: 'Write digits with a decimal point, for example 1.35 or 1.4e-7.',
        },
      ],
    })
  })

  it('shows at most sixty characters of what is no number', () => {
    const read = parseDecimal('x'.repeat(300))
    expect(read.ok ? '' : read.problems[0]?.detail).toBe(`"${'x'.repeat(60)}" is not a number.`)
  })
})

describe('decimal arithmetic', () => {
  it('is exact where binary arithmetic is not', () => {
    expect(decimal('0.1').plus(decimal('0.2')).equals(decimal('0.3'))).toBe(true)
    expect(decimal(4800).times(16).toString()).toBe('76800')
  })

  it('keeps 160 digits, and no exponent overflows', () => {
    expect(decimal(1).div(3).precision()).toBe(160)
    expect(decimal('1e400').pow(200).isFinite()).toBe(true)
    expect(decimal('1e-400').pow(200).isZero()).toBe(false)
  })
})
