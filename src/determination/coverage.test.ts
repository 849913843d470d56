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

describe('a country with measures of the Union whose texts were not read', () => {
  const { determine } = smallEngine(projectLaw())
  const undecided = (to: string) =>
    determine(
      fullDeal({
        route: { from: 'DE', to, via: [] },
        items: [
          {
            id: 'pump',
            kind: 'other.part',
            hs: '841370',
            origin: 'DE',
            content: [],
            claimed: { EU: 'not-listed' },
          },
        ],
        parties: [
          { role: 'exporter', name: 'Lantern Pumpen', country: 'DE' },
          { role: 'end-user', name: 'Cedar Waterworks', country: to, type: 'commercial' },
        ],
      }),
    ).coverage.map(({ area }) => area)
  it.each(['AF', 'CD', 'CF', 'IQ', 'LB', 'SD', 'SS', 'YE'])('stays open: a pump to %s', (to) => {
    expect(undecided(to)).toContain('Sanctions regulations of the Union')
  })
  it('is not said of one without', () => {
    expect(undecided('NO')).not.toContain('Sanctions regulations of the Union')
  })
})
