import { describe, expect, it } from 'vitest'
import { Circumstances } from './circumstances.ts'
import { createLawFinder } from './law-in-force.ts'
import { lawSightOf, outcomesOf, territoriesOf } from './law-sight.ts'
import { day, smallEngine } from './small-law.fixture.ts'
import { createCircumstanceLanguage } from './vocabulary.ts'

const { rulebook } = smallEngine()
const language = createCircumstanceLanguage(rulebook)
const TODAY = day('2024-08-01')
const law = createLawFinder(rulebook, language)('US', TODAY, TODAY)
const STANDING = { of: () => 'as it is', whole: 'all' }
const NO_MORE = { comparisons: { ofGaps: [], ofReach: [] }, reachTables: [] }
/** All that may be read for an item on no entry. */
const general = lawSightOf(law, [], NO_MORE, 'no', STANDING)

describe('what some law can see', () => {
  it('is of the deal, or of where it goes, never of both', () => {
    const whole = lawSightOf(law, [], NO_MORE, 'parts', STANDING)
    for (const { comparisons, ofDestination } of [general, whole]) {
      expect(comparisons.map(({ parameter }) => parameter)).not.toContain('destination')
      expect(new Set(ofDestination.map(({ parameter }) => parameter))).toEqual(
        new Set(['destination']),
      )
    }
  })

  it('is more where content and production are read, by whatever rule', () => {
    const whole = lawSightOf(law, [], NO_MORE, 'parts', STANDING)
    const parameters = (one: typeof general) =>
      new Set(one.comparisons.map(({ parameter }) => parameter))
    expect(general.comparisons.every((one) => whole.comparisons.includes(one))).toBe(true)
    expect(parameters(whole).size).toBeGreaterThanOrEqual(parameters(general).size)
    expect(parameters(general)).toContain('wmd_end_use')
    const reached = language.comparisonsOf([{ us_person: true }])
    const more = { comparisons: { ofGaps: [], ofReach: reached }, reachTables: [] }
    expect(lawSightOf(law, [], more, 'parts', STANDING).comparisons).toEqual(
      expect.arrayContaining([...reached]),
    )
  })

  it('takes what gaps compare whatever the item is', () => {
    const ofGaps = language.comparisonsOf([{ end_use: ['military'] }])
    const seen = lawSightOf(
      law,
      [],
      { comparisons: { ofGaps, ofReach: [] }, reachTables: [] },
      'no',
      STANDING,
    )
    expect(seen.comparisons).toEqual(expect.arrayContaining([...ofGaps]))
  })

  it('comes out as one character for each comparison', () => {
    const wmd = language.comparisonsOf([{ wmd_end_use: true }, { wmd_end_use: false }])
    const outcome = (stated?: boolean): string => {
      const circumstances = new Circumstances(language.vocabulary, TODAY)
      if (stated !== undefined) circumstances.set('wmd_end_use', stated)
      return outcomesOf(wmd, circumstances)
    }
    const [yes, no, open] = [outcome(true), outcome(false), outcome()]
    expect([yes, no, open].map(({ length }) => length)).toEqual([2, 2, 2])
    expect(yes).toBe([...no].reverse().join(''))
    expect(new Set(open).size).toBe(1)
    expect(yes).not.toContain(open.charAt(0))
  })

  it('names whose territory a place is', () => {
    expect(territoriesOf('US', rulebook)).toEqual(['US'])
    expect(territoriesOf('CN', rulebook)).toEqual([])
  })
})
