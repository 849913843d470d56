import { describe, expect, it } from 'vitest'
import { aliasesInText } from './alias-text.ts'
import { birthDaysIn } from './birth-text.ts'
import { dayMonthYear, dayOfInstant } from './instant-day.ts'
import { nativeInBrackets, splitNames } from './name-text.ts'
import { countriesIn, printedCountry } from './printed-country.ts'
import { dayOfSerial } from './sheet-rows.ts'

describe('birthDaysIn', () => {
  it.each([
    ['19/03/1967; alt DOB: 19/11/1956', ['1967-03-19', '1956-11-19']],
    ['a) 8 February 1938; b) 8 February 1939', ['1938-02-08', '1939-02-08']],
    ['15 Sep. 1973\u00a0\u00a0', ['1973-09-15']],
    ['March 1955 to March 1956', ['1955-03', '1956-03']],
    ['Between Aug. and Sep. 1977', ['1977-09']],
    ['a) Between 1958 and 1960 b) Approximately 1970', ['1958', '1959', '1960', '1970']],
    ['1961 or 1962 or 1963', ['1961', '1962', '1963']],
    ['1958 - 1960 (approximative)', ['1958', '1959', '1960']],
    ['dd/mm/1945', ['1945']],
    ['00/03/1945', ['1945-03']],
    ['31/02/1945', ['1945-02']],
    ['1965', ['1965']],
    ['1964-03', ['1964-03']],
    ['1972-08-10 or 1972-08-11', ['1972-08-10', '1972-08-11']],
    ['24/06/1402 (Hijri Calendar)', []],
    ['1900-1990', []],
    ['30-35 years old', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(birthDaysIn(text)).toEqual(expected)
  })
})

describe('printedCountry', () => {
  it.each([
    ['RU', 'RU'],
    ['IRQ', 'IQ'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Congo', 'CG'],
    ['Syrian', 'SY'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['former Soviet Union', undefined],
    ['00', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, code) => {
    expect(printedCountry(text)).toBe(code)
  })

  it('reads several countries in one text', () => {
    expect(countriesIn('Russian and Ukrainian')).toEqual(['RU', 'UA'])
    expect(countriesIn('a) Pakistani       b) Saudi Arabian')).toEqual(['PK', 'SA'])
    expect(countriesIn('Bosnia and Herzegovina')).toEqual(['BA'])
  })
})

describe('days', () => {
  it.each([
    ['29/06/2012', '2012-06-29'],
    ['29-06-2012', '2012-06-29'],
    ['13-Feb-2026', '2026-02-13'],
    ['32/06/2012', undefined],
    ['2012', undefined],
  ])('reads %s with the day before the month', (text, day) => {
    expect(dayMonthYear(text)).toBe(day)
  })

  it('turns an instant elsewhere into the day in UTC', () => {
    expect(dayOfInstant('2026-08-06T00:30:00+02:00')).toBe('2026-08-05')
    expect(dayOfInstant('2026-08-06')).toBe('2026-08-06')
    expect(dayOfInstant('2026-08-06Tnoon')).toBe('2026-08-06')
    expect(dayOfInstant('soon')).toBeUndefined()
  })

  it('counts the days of workbooks', () => {
    expect(dayOfSerial(41988)).toBe('2014-12-15')
    expect(dayOfSerial(Number.NaN)).toBeUndefined()
    expect(dayOfSerial(1e12)).toBeUndefined()
  })
})

describe('names in one field', () => {
  it('parts them at semicolons outside of brackets and at numbers', () => {
    expect(splitNames('Sabet; Mohammad Sabet b) M. Kareemi; M. Karimi')).toEqual([
      'Sabet',
      'Mohammad Sabet',
      'M. Kareemi',
      'M. Karimi',
    ])
    expect(splitNames('أبو شيماء (Abu-Shaima; Abu- Shayma)')).toEqual([
      'أبو شيماء (Abu-Shaima; Abu- Shayma)',
    ])
  })

  it('parts aliases at commas, save before a legal form', () => {
    expect(aliasesInText('Air Bagan Holdings Pte. Ltd., Air Bagan Co., Ltd.')).toEqual([
      'Air Bagan Holdings Pte. Ltd.',
      'Air Bagan Co., Ltd.',
    ])
    expect(aliasesInText('(Rosselkhozbank)')).toEqual(['Rosselkhozbank'])
    expect(aliasesInText('A, B; C')).toEqual(['A, B', 'C'])
  })

  it('takes a native name out of brackets and leaves a Latin one', () => {
    expect(nativeInBrackets('Korea Ryonhap （朝鮮連合貿易会社）')).toEqual({
      name: 'Korea Ryonhap',
      native: ['朝鮮連合貿易会社'],
    })
    expect(nativeInBrackets('Shahid Bagheri Group (SBIG)').native).toEqual([])
    expect(nativeInBrackets('(朝鮮連合)').name).toBe('朝鮮連合')
    expect(nativeInBrackets('Rungrado (General) Co. (朝鮮綾羅島(総)貿易会社)')).toEqual({
      name: 'Rungrado (General) Co.',
      native: ['朝鮮綾羅島(総)貿易会社'],
    })
    expect(nativeInBrackets(`${'(('.repeat(5000)}朝`).native).toEqual([])
  })
})
