import { describe, expect, it } from 'vitest'
import { decimal, formatDecimal, type Problem, parseQuantity, unwrap } from './index.ts'

const read = (stated: number | string, unit: string): string =>
  formatDecimal(unwrap(parseQuantity(stated, unit)))

const problemsOf = (stated: string): readonly Problem[] => {
  const quantity = parseQuantity(stated, 'nm')
  return quantity.ok ? [] : quantity.problems
}

describe('a quantity as stated', () => {
  it.each<[number | string, string, string]>([
    [193, 'nm', '193'],
    [1.35, '1', '1.35'],
    [1e-7, '1', '0.0000001'],
    [-196, 'degC', '-196'],
    ['193', 'nm', '193'],
    ['193 nm', 'nm', '193'],
    ['193nm', 'nm', '193'],
    ['0.193 um', 'nm', '193'],
    ['0.193 µm', 'nm', '193'],
    ['  814   mm² ', 'mm2', '814'],
    ['1.4e-7', '1', '0.00000014'],
    ['1.4E-7 m', 'nm', '140'],
    ['1eV', 'eV', '1'],
    ['1e3eV', 'keV', '1'],
    ['500 krad(Si)', 'Gy(Si)', '5000'],
    ['-5 dB', 'dB', '-5'],
    ['+5 dB', 'dB', '5'],
    ['.5 nm', 'nm', '0.5'],
    ['.55 nm', 'nm', '0.55'],
    ['5. nm', 'nm', '5'],
    ['5 %', '1', '0.05'],
    ['5 10^9', '1', '5000000000'],
    ['685 °C', 'K', '958.15'],
    ['600 GB/s', 'Gbit/s', '4800'],
    ['0.1', '1', '0.1'],
    ['1.5000000000000000001 nm', 'nm', '1.5000000000000000001'],
    [`1${' '.repeat(900)}nm`, 'nm', '1'],
  ])('%j in %s is %s', (stated, unit, value) => {
    expect(read(stated, unit)).toBe(value)
  })

  it('is whole micrometres at every thousandth nanometre, and never off by a digit', () => {
    for (let i = 1; i <= 1000; i += 1) {
      const [nanometres, micrometres] = [decimal(i), decimal(i / 1000)]
      expect(unwrap(parseQuantity(`${micrometres} um`, 'nm')).equals(nanometres)).toBe(true)
      expect(unwrap(parseQuantity(`${i} nm`, 'um')).equals(micrometres)).toBe(true)
    }
  })

  it.each([
    '',
    'nm',
    'about 5 nm',
    '< 5',
    '>=5 nm',
    '−5 nm',
    '½',
    'unknown',
    '- 5',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses %j, with an example in the unit', (stated) => {
    expect(parseQuantity(stated, 'nm')).toEqual({
      ok: false,
      problems: [
        {
          code: 'quantity.invalid',
          detail: `${JSON.stringify(String(stated))} is not a number with an optional unit.`,
          remedy: 'Write it in nm, for example "1.5 nm".',
        },
      ],
    })
  })

  it('shows a bare number where there is no unit, and at most sixty characters of the input', () => {
    expect(parseQuantity('x'.repeat(200), '1')).toMatchObject({
      problems: [
        {
          detail: `"${'x'.repeat(60)}" is not a number with an optional unit.`,
          remedy: 'Write it in 1, for example "1.35".',
        },
      ],
    })
  })

  it.each([
    ['1,5 nm', '",5 nm" is not a unit known here.'],
    ['5-6 nm', '"-6 nm" is not a unit known here.'],
    ['1 000 nm', '"000 nm" is not a unit known here.'],
    ['5 nm\nmore', '"nm\\nmore" is not a unit known here.'],
    ['0x10', '"x10" is not a unit known here.'],
    ['5 furlong', '"furlong" is not a unit known here.'],
    ['5 s', '"s" measures time, where length is asked.'],
  ])('does not guess what %j means', (stated, detail) => {
    expect(parseQuantity(stated, 'nm')).toMatchObject({ problems: [{ detail }] })
  })

  it.each([
    ['1,5 nm', 'Write 1.5.'],
    ['  1,832 nm', 'Write 1832 or 1.832, whichever is meant.'],
    ["1'000'000 nm", 'Write 1000000.'],
    ['1’000 nm', 'Write 1000.'],
    ['12.345,6nm', 'Write 12345.6.'],
  ])('of marks within the digits of %j says how to write them', (stated, remedy) => {
    expect(parseQuantity(stated, 'nm')).toMatchObject({ problems: [{ remedy }] })
  })

  it.each(['5 furlong', '5 nm, about', '1,2,3 nm', '5 ,nm', '5 x,5'])(
    'of %j names the units that are known, and guesses no marks',
    (stated) => {
      const [problem] = problemsOf(stated)
      expect(problem?.remedy).toBe(problemsOf('5 furlong')[0]?.remedy)
      expect(problem?.remedy).not.toContain('Write 5')
    },
  )

  it('refuses what no number in law needs', () => {
    expect(parseQuantity('1e999 nm', 'nm')).toMatchObject({
      problems: [{ code: 'decimal.too-long' }],
    })
  })

  it('does not search a text of a million characters', () => {
    for (const text of ['1'.repeat(1e6), `1${' '.repeat(1e6)}x`, `${'1'.repeat(1e6)}\n`]) {
      expect(parseQuantity(text, 'nm')).toMatchObject({ problems: [{ code: 'quantity.invalid' }] })
    }
    expect(parseQuantity(`1${' '.repeat(997)}nm`, 'nm')).toMatchObject({ ok: true })
    expect(parseQuantity(`1${' '.repeat(998)}nm`, 'nm')).toMatchObject({ ok: false })
  })
})
