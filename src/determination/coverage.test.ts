import { describe, expect, it } from 'vitest'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

describe('a country whose law is known and not encoded', () => {
  it.each([
    ['TW', 'https://www.trade.gov.tw'],
    ['IN', 'https://www.dgft.gov.in'],
  ])('%s is never clear, and the answer leads to its text', (from, address) => {
    const { determine } = smallEngine(projectLaw())
    const answer = determine(
      fullDeal({
        route: { from, to: 'JP', via: [] },
        items: [{ id: 'part', kind: 'other.part', origin: from, content: [] }],
        persons: [{ usPerson: false }],
      }),
    )
    expect(answer.verdict).toBe('undetermined')
    expect(answer.because.join('\n')).toContain(address)
  })
})
