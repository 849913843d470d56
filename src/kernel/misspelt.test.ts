import { describe, expect, it } from 'vitest'
import { REMEDY, remedyForAnswer, remedyForDay, remedyForNumber, withRemedy } from './misspelt.ts'

describe('a number written otherwise', () => {
  it.each([
    [
      '14 nm',
      'Write 14 without "nm": a unit or currency stands in its own key or in the name of this one.',
    ],
    [
      'USD 84,000',
      'Write 84000 or 84.000, whichever is meant without "USD": a unit or currency stands in its own key or in the name of this one.',
    ],
    ['416,5', 'Write 416.5.'],
    ['9e3', 'Write 9000.'],
    ['1.5E-2', 'Write 0.015.'],
    ['1,832', 'Write 1832 or 1.832, whichever is meant.'],
    ['1,234,567.50', 'Write 1234567.50.'],
    ['1.234.567,50', 'Write 1234567.50.'],
    ["1'234'567", 'Write 1234567.'],
    ['100 %', 'Write 1, for 100 per cent.'],
    ['“84000”', 'Write 84000 in plain quotes or none.'],
    ['"12"', 'Write 12 in plain quotes or none.'],
    ['„1.234,5“', 'Write 1234.5 in plain quotes or none.'],
    ['«12,5»', 'Write 12.5 in plain quotes or none.'],
    ['  416,5  ', 'Write 416.5.'],
    ['12,34', 'Write 12.34.'],
    ['1234,567', 'Write 1234.567.'],
    ['123,456', 'Write 123456 or 123.456, whichever is meant.'],
    ['1,2345', 'Write 1.2345.'],
    ['1,234,567', 'Write 1234567.'],
    ['12,345.5', 'Write 12345.5.'],
    ['1.234.567', 'Write 1234567.'],
    ['12.345,67', 'Write 12345.67.'],
    ['12 000', 'Write 12000.'],
    ['1’000.5', 'Write 1000.5.'],
    ['12.5%', 'Write 0.125, for 12.5 per cent.'],
    ['12%', 'Write 0.12, for 12 per cent.'],
    [
      'about 5 %',
      'Write 5 without "about  %": a unit or currency stands in its own key or in the name of this one.',
    ],
    [
      '5 % net',
      'Write 5 without "% net": a unit or currency stands in its own key or in the name of this one.',
    ],
    [
      '7nm',
      'Write 7 without "nm": a unit or currency stands in its own key or in the name of this one.',
    ],
    [
      `7 ${'m'.repeat(58)}`,
      `Write 7 without "${'m'.repeat(58)}": a unit or currency stands in its own key or in the name of this one.`,
    ],
  ])('%s is answered with how to write it', (text, remedy) => {
    expect(remedyForNumber(text)).toBe(remedy)
  })
  it.each([
    ...['many', '', '3 to 5', '-', '12', '12.5', 12, null, ['14'], '-5 nm', 'minus -5', '5 nm 2'],
    ...['1,23,456', '1.23.456', '1234,567,890', '1234.567.890', '1,234,56', '1.234.56', '1,2,3'],
    ...['1,234.5.6', '1.234,5,6', 'x1,234,567y8', `7 ${'m'.repeat(59)}`, '1..5', '1,,5'],
  ])('%s is left alone', (text) => {
    expect(remedyForNumber(text)).toBeUndefined()
  })
})

describe('a day written otherwise', () => {
  it.each([
    ['06/02/2026', 'Write 2026-02-06 or 2026-06-02, whichever is meant.'],
    ['06/25/2026', 'Write 2026-06-25.'],
    ['25/06/2026', 'Write 2026-06-25.'],
    ['1.3.2026', 'Write 2026-03-01.'],
    ['2026/3/1', 'Write 2026-03-01.'],
    ['02/02/2026', 'Write 2026-02-02.'],
    [' 2026-6-2 ', 'Write 2026-06-02.'],
    ['2026.12.31', 'Write 2026-12-31.'],
    ['31/12/2026', 'Write 2026-12-31.'],
    ['12/31/2026', 'Write 2026-12-31.'],
    ['1-3-2026', 'Write 2026-01-03 or 2026-03-01, whichever is meant.'],
    ['1.13.2026', undefined],
    ['01/01/2026', 'Write 2026-01-01.'],
    ['2026-06-01T10:00:00Z', 'Write 2026-06-01.'],
    ['2026-06-31', '2026-06 has no such day: correct it.'],
  ])('%s is answered with how to write it', (text, remedy) => {
    expect(remedyForDay(text)).toBe(remedy)
  })
  it.each([
    ...['2026-06-02', 'June 2026', '31/31/2026', '', 20260602, '2026/13/01'],
    ...['2026/00/10', '2026/12/32', '2026/1/0', '0/0/2026', '12026/1/2', '2026/1/222', '1/2/20260'],
    ...['111/2/2026', 'on 1.3.2026', '1.3.2026 or so', '2026/111/2', '1/222/2026'],
    ` ${'0'.repeat(61)}`,
  ])('%s is left alone', (text) => {
    expect(remedyForDay(text)).toBeUndefined()
  })
})

describe('an answer in another word', () => {
  it('is answered with the word that is read', () => {
    const meant = {
      true: ['yes', 'Y', ' true '],
      false: ['No', 'n', 'FALSE'],
      unknown: ['unknown', 'not known', '?'],
    }
    for (const [word, said] of Object.entries(meant))
      for (const one of said)
        expect(remedyForAnswer(one), one).toBe(`Write ${word}, without quotes.`)
    expect(['perhaps', 1, ''].map(remedyForAnswer)).toEqual([undefined, undefined, undefined])
  })
})

it('a remedy stands behind its sentence, where there is one', () => {
  expect(withRemedy('Wrong.', undefined)).toBe('Wrong.')
  expect(withRemedy('Wrong.', 'Mend it.').split(REMEDY)).toEqual(['Wrong.', 'Mend it.'])
})
