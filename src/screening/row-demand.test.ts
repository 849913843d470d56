import { describe, expect, it } from 'vitest'
import { demandInWords } from './row-demand.ts'
import { listed } from './snapshots.fixture.ts'

describe('what a row demands', () => {
  it('says once that a party is listed where its publisher says so too', () => {
    const citation = 'Listed on 2 Sep. 2014 (amended 10 Jun. 2023)'
    const party = listed('Halcyon', { programmes: ['P1'], rule: { footnotes: [], citation } })
    expect(demandInWords(party)).toEqual([
      'On test-list (P1): listed on 2 Sep. 2014 (amended 10 Jun. 2023)',
    ])
  })

  it('names the list and what it cites', () => {
    const cited = listed('Halcyon', { rule: { footnotes: [], citation: '88 FR 1' } })
    expect(demandInWords(cited)).toEqual(['Listed on test-list, 88 FR 1'])
    expect(demandInWords(listed('Halcyon'))).toEqual(['Listed on test-list'])
  })
})
