import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLawFolder } from '../rulebook/index.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

describe('what is asked of an item made elsewhere', () => {
  const engine = smallEngine(loadLawFolder(join(import.meta.dirname, '../../law')))
  const asked = (item: object): readonly string[] =>
    engine
      .determine(
        fullDeal({
          route: { from: 'DE', to: 'CN', via: [] },
          items: [{ id: 'pump', kind: 'other', claimed: { EU: ['not-listed'] }, ...item }],
        }),
      )
      .missing.map(({ fact }) => fact)

  it('is its origin first, and once that is stated what is in it and what made it', () => {
    expect(asked({})).toEqual(expect.arrayContaining(['origin', 'content', 'madeWith']))
    expect(asked({ origin: 'DE' })).toEqual(expect.arrayContaining(['content', 'madeWith']))
    expect(asked({ origin: 'DE' })).not.toContain('origin')
  })
})
