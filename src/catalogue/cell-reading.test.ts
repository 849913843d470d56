import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../kernel/index.ts'
import {
  readAnswer,
  readDay,
  readDecimal,
  readIdentifier,
  readLocation,
  readObject,
  readOneOf,
  readTariff,
} from './cell-reading.ts'

const value = (read: Result<unknown>): unknown => (read.ok ? read.value : undefined)
const codes = (read: Result<unknown>): readonly string[] =>
  read.ok ? [] : read.problems.map(({ code }) => code)

describe('a day', () => {
  test.each([
    '2026-06-01',
    '2026/6/1',
    '20260601',
    '1.6.2026',
    '01. 06. 2026',
    '2026年6月1日',
    '2026. 6. 1.',
    '2026년 6월 1일',
  ])('is read from %s', (text) => expect(value(readDay(text, false))).toBe('2026-06-01'))

  test('that may be two days is asked back, whatever the country of the reader', () => {
    expect(readDay('06/01/2026', false)).toMatchObject({
      problems: [{ remedy: 'Write 2026-06-01 or 2026-01-06.' }],
    })
  })

  test('that the calendar does not have is refused', () => {
    for (const text of ['2026-02-30', '30.2.2026', 'soon', '13/13/2026', '2026'])
      expect(codes(readDay(text, false))).toEqual(['cell.not-a-day'])
  })
})

describe('a number', () => {
  test.each([
    ['1234.5', false, '1234.5'],
    ['1,234.50', false, '1234.50'],
    ['1,234,567', false, '1234567'],
    ['1 234 567,8', true, '1234567.8'],
    ['1.234,5', true, '1234.5'],
    ['0.5', false, '0.5'],
    ['0,5', true, '0.5'],
    ["12'000.5", false, '12000.5'],
  ])('%s is read, decimal comma %s', (text, comma, number) => {
    expect(value(readDecimal(text, comma))).toBe(number)
  })

  test('of which the mark may mean thousands or a fraction is asked back', () => {
    expect(codes(readDecimal('1,234', false))).toEqual(['cell.doubtful-number'])
    expect(codes(readDecimal('1.234', true))).toEqual(['cell.doubtful-number'])
  })

  test('that is none is refused', () => {
    for (const text of ['ten', '1,5', '1.2.3', '12,34.5', '--1', '1e5', ''])
      expect(codes(readDecimal(text, false))).toEqual(['cell.not-a-number'])
  })

  test('is never another one than was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (whole, cents, comma) => {
          const grouped = whole.toLocaleString(comma ? 'de-DE' : 'en-US')
          const cent = String(cents).padStart(2, '0')
          const text = `${grouped}${comma ? ',' : '.'}${cent}`
          expect(value(readDecimal(text, comma))).toBe(`${whole}.${cent}`)
        },
      ),
    )
  })
})

test('a code of goods whose first zero was cut is told of, not completed', () => {
  expect(value(readTariff('8542.31', false))).toBe('854231')
  expect(readTariff('12345', false)).toMatchObject({
    problems: [{ code: 'cell.cut-zero', remedy: expect.stringContaining('012345') }],
  })
  expect(codes(readTariff('chips', false))).toEqual(['cell.not-a-tariff-number'])
})

test('a number that a spreadsheet has rounded is not taken', () => {
  expect(codes(readIdentifier('5.299E+19', false))).toEqual(['cell.lost-digits'])
  expect(codes(readIdentifier('9131000012345000000', false))).toEqual(['cell.lost-digits'])
  expect(value(readIdentifier('0012E', false))).toBe('0012E')
})

test('a place is a UN/LOCODE or a country', () => {
  expect(value(readLocation('nl rtm', false))).toBe('NL')
  expect(value(readLocation('KR', false))).toBe('KR')
  expect(codes(readLocation('Rotterdam', false))).toEqual(['cell.not-a-place'])
})

test('answers are read in four languages', () => {
  const all = (words: readonly string[]): unknown =>
    words.map((text) => value(readAnswer(text, false)))
  expect(all(['Y', 'ja', 'はい', '예'])).toEqual([true, true, true, true])
  expect(all(['n', 'Nein', 'いいえ', '아니오'])).toEqual([false, false, false, false])
  expect(codes(readAnswer('perhaps', false))).toEqual(['cell.not-an-answer'])
})

test('a word is known whatever its case and hyphens; another is told the words', () => {
  const read = readOneOf(['data-centre', 'LegalEntity'])
  expect(value(read('Data Centre', false))).toBe('data-centre')
  expect(value(read('legal entity', false))).toBe('LegalEntity')
  expect(read('ship', false)).toMatchObject({
    problems: [{ remedy: 'Words: data-centre, LegalEntity.' }],
  })
})

test('JSON in a cell is an object or refused', () => {
  expect(value(readObject('{"tpp": "4800"}', false))).toEqual({ tpp: '4800' })
  for (const text of ['[1]', '{', '"x"'])
    expect(codes(readObject(text, false))).toEqual(['cell.not-json'])
})
