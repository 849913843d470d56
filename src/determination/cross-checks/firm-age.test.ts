import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import { daysBetween, monthsBetween } from './days.ts'
import { foundedOn } from './firm-age.ts'

const PHRASES = ['founded', 'formed', 'gegründet', 'established']
const DAY = '2025-03-10' as LegalDate

describe('the founding of a firm, in its business', () => {
  it.each([
    ['founded April 2022', '2022-04-01'],
    ['electronics trade, founded in april 2022, two employees', '2022-04-01'],
    ['established 2022-04-15', '2022-04-01'],
    ['founded 1988', '1988-01-01'],
    ['gegründet März 2024', '2024-01-01'],
    ['import and export, formed three months ago, two employees', '2024-12-10'],
    ['formed 2 years ago', '2023-03-10'],
    ['formed 3 weeks ago', '2025-02-17'],
    ['formed 10 days ago', '2025-02-28'],
  ])('is read in “%s”', (business, founded) => {
    expect(foundedOn(business, PHRASES, DAY)).toBe(founded)
  })

  it.each([
    ['no word of founding', 'hosting, first order eight months ago'],
    ['a word and no day', 'founded by engineers'],
    ['a year that is not one of founding', 'cloud computing, own sites since 2012'],
    ['a measure nobody knows', 'formed three moons ago'],
  ])('is not read in %s', (_what, business) => {
    expect(foundedOn(business, PHRASES, DAY)).toBeUndefined()
  })
})

describe('days and months between two days', () => {
  it('count whole ones', () => {
    expect(daysBetween('2024-02-28' as LegalDate, '2024-03-01' as LegalDate)).toBe(2)
    expect(daysBetween('2024-03-01' as LegalDate, '2024-02-28' as LegalDate)).toBe(-2)
    expect(monthsBetween('2024-03-10' as LegalDate, DAY)).toBe(12)
    expect(monthsBetween('2024-03-11' as LegalDate, DAY)).toBe(11)
  })
})
