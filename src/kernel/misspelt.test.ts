import { describe, expect, it } from 'vitest'
import { remedyForAnswer, remedyForDay, remedyForNumber } from './misspelt.ts'

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
    ['1,832', 'Write 1832 or 1.832, whichever is meant.'],
    ['1,234,567.50', 'Write 1234567.50.'],
    ['1.234.567,50', 'Write 1234567.50.'],
    ["1'234'567", 'Write 1234567.'],
    ['100 %', 'Write 1, for 100 per cent.'],
    ['“84000”', 'Write 84000 in plain quotes or none.'],
  ])('%s is answered with how to write it', (text, remedy) => {
    expect(remedyForNumber(text)).toBe(remedy)
  })
  it.each(['many', '', '3 to 5', '-', '12', 12, null, ['14']])('%s is left alone', (text) => {
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
  ])('%s is answered with how to write it', (text, remedy) => {
    expect(remedyForDay(text)).toBe(remedy)
  })
  it.each(['2026-06-31', 'June 2026', '31/31/2026', '', 20260602])('%s is left alone', (text) => {
    expect(remedyForDay(text)).toBeUndefined()
  })
})

describe('an answer in another word', () => {
  it('is answered with the word that is read', () => {
    expect(['yes', 'No', 'not known', 'perhaps', 1].map(remedyForAnswer)).toEqual([
      'Write true, without quotes.',
      'Write false, without quotes.',
      'Write unknown, without quotes.',
      undefined,
      undefined,
    ])
  })
})
