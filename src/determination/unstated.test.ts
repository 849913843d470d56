import { describe, expect, it } from 'vitest'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

describe('finance', () => {
  const engine = smallEngine()
  const assumed = (kind: string): readonly string[] =>
    engine.determine(fullDeal({ kind })).assumptions.map(({ what }) => what)

  it('is told to be read as the delivery that it pays for, and nothing else is', () => {
    const reading = 'Finance is read as the delivery that it pays for (kind).'
    expect(assumed('finance')).toContain(reading)
    expect(assumed('export')).not.toContain(reading)
  })
})
