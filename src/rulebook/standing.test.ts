import { describe, expect, it } from 'vitest'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { standingOf } from './standing.ts'

function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

describe('how a piece of law stands on a day', () => {
  it.each([
    ['2023-11-16', 'not-in-force'],
    ['2023-11-17', 'in-force'],
    ['2024-12-31', 'in-force'],
    ['2025-01-01', 'not-in-force'],
  ])('within its days: %s', (on, standing) => {
    const effective = { from: day('2023-11-17'), to: day('2024-12-31') }
    expect(standingOf({ effective }, day(on))).toBe(standing)
  })

  it('is not covered before anybody read it, where its first day is not known', () => {
    const law = { effective: {}, coveredFrom: day('2017-01-15') }
    expect(standingOf(law, day('2017-01-14'))).toBe('not-covered')
    expect(standingOf(law, day('2017-01-15'))).toBe('in-force')
  })

  it('is in force from its first day, where that is known, whenever it was read', () => {
    const law = { effective: { from: day('2016-01-01') }, coveredFrom: day('2017-01-15') }
    expect(standingOf(law, day('2016-06-01'))).toBe('in-force')
  })

  it('is not in force after its end, read or not', () => {
    const law = { effective: { to: day('2015-12-31') }, coveredFrom: day('2017-01-15') }
    expect(standingOf(law, day('2016-01-01'))).toBe('not-in-force')
  })

  it('is suspended on the days of each suspension', () => {
    const law = {
      effective: {},
      suspended: [{ from: day('2024-01-01'), to: day('2024-01-31') }, { from: day('2025-01-01') }],
    }
    expect(standingOf(law, day('2023-12-31'))).toBe('in-force')
    expect(standingOf(law, day('2024-01-31'))).toBe('suspended')
    expect(standingOf(law, day('2024-02-01'))).toBe('in-force')
    expect(standingOf(law, day('2030-01-01'))).toBe('suspended')
  })
})
