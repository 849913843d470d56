import { describe, expect, it } from 'vitest'
import {
  contains,
  daysAfter,
  daysBetween,
  type LegalDate,
  parseLegalDate,
  unwrap,
} from './index.ts'

const day = (text: string): LegalDate => unwrap(parseLegalDate(text))

describe('a day of the calendar', () => {
  it.each([
    '2026-06-01',
    '2024-02-29',
    '2000-02-29',
    '2025-12-31',
    '2025-01-01',
    '1949-10-01',
    '0004-02-29',
    '0000-02-29',
    '9999-12-31',
  ])('reads %s', (text) => {
    expect(parseLegalDate(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-06-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-6-1',
    '26-06-01',
    '2026/06/01',
    '2026-06-01T00:00:00Z',
    ' 2026-06-01',
    '2026-06-01\n',
    '+2026-06-01',
    '02026-06-01',
    '２０２６-06-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseLegalDate(text)).toEqual({
      ok: false,
      problems: [
        {
          code: 'date.invalid',
          detail: `${JSON.stringify(text)} is not a day of the calendar.`,
          remedy: 'Write the day as YYYY-MM-DD, for example 2026-06-01.',
        },
      ],
    })
  })
})

describe('an interval of legal effect', () => {
  const november = { from: day('2023-11-17'), to: day('2023-11-30') }

  it.each([
    ['2023-11-16', false],
    ['2023-11-17', true],
    ['2023-11-20', true],
    ['2023-11-30', true],
    ['2023-12-01', false],
  ])('with both ends: %s is inside: %s', (text, inside) => {
    expect(contains(november, day(text))).toBe(inside)
  })

  it('is open where an end is absent', () => {
    expect(contains({}, day('1900-01-01'))).toBe(true)
    expect(contains({ from: november.from }, day('2023-11-16'))).toBe(false)
    expect(contains({ from: november.from }, day('2999-01-01'))).toBe(true)
    expect(contains({ to: november.to }, day('1900-01-01'))).toBe(true)
    expect(contains({ to: november.to }, day('2023-12-01'))).toBe(false)
  })
})

describe('days counted', () => {
  it.each([
    ['2026-01-01', 30, '2026-01-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-25', 0, '2026-10-25'],
    ['2026-12-31', 60, '2027-03-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(daysAfter(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })
})
