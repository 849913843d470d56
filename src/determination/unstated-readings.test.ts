import { describe, expect, it } from 'vitest'
import { Circumstances } from './circumstances.ts'
import { day, fullDeal, ruleOf, smallEngine, smallLaw } from './small-law.fixture.ts'
import { createUnstatedReader } from './unstated-readings.ts'
import { createCircumstanceLanguage } from './vocabulary.ts'

const READINGS = `readings:
  - id: weapons
    circumstance: wmd_end_use
    when: {all: [{military_end_use: false}, {not: {end_use: [wmd]}}]}
    read: false
    what: A described use is not for weapons.
    effective: {from: 2020-01-01}
    cite: '744.2'
    mark: derived
  - {id: informed, circumstance: informed_by, read: [], what: No notice., cite: '744.1', mark: derived}
`
const rulebook = smallLaw(['unstated.yaml', 'readings:\n', READINGS])

function filled(stated: (circumstances: Circumstances) => void, on = '2024-08-01') {
  const language = createCircumstanceLanguage(rulebook)
  const circumstances = new Circumstances(language.vocabulary, day(on))
  stated(circumstances)
  const assumed = createUnstatedReader(rulebook, language).fill(circumstances, day(on))
  return { circumstances, assumed: assumed.map(({ what }) => what) }
}

describe('what is read where nobody speaks', () => {
  it('is kept as an assumption with its citation', () => {
    const { circumstances, assumed } = filled((made) => {
      made.set('military_end_use', false)
      made.set('end_use', new Set(['civil']))
    })
    expect(assumed).toEqual(['A described use is not for weapons.', 'No notice.'])
    expect(circumstances.get('wmd_end_use')).toBe(false)
    expect(circumstances.get('informed_by')).toEqual(new Set())
  })

  it('waits for what it rests on', () => {
    expect(filled((made) => made.set('military_end_use', false)).assumed).toEqual(['No notice.'])
    const military = filled((made) => {
      made.set('military_end_use', true)
      made.set('end_use', new Set(['civil']))
    })
    expect(military.circumstances.isStated('wmd_end_use')).toBe(false)
  })

  it('yields to any statement, even that it is not known', () => {
    const { circumstances, assumed } = filled((made) => {
      made.set('military_end_use', false)
      made.set('end_use', new Set(['civil']))
      made.set('wmd_end_use', 'unknown')
      made.set('informed_by', new Set(['US']))
    })
    expect(assumed).toEqual([])
    expect(circumstances.get('wmd_end_use')).not.toBe(false)
  })

  it('has its days', () => {
    const { assumed } = filled((made) => {
      made.set('military_end_use', false)
      made.set('end_use', new Set(['civil']))
    }, '2019-12-31')
    expect(assumed).toEqual(['No notice.'])
  })

  it('makes no answer better than clear with conditions', () => {
    const { determine } = smallEngine(rulebook)
    expect(determine(fullDeal()).verdict).toBe('clear')
    const silent = determine(fullDeal({ knowledge: { redFlags: [] } }))
    expect(silent.verdict).toBe('clear-with-conditions')
    expect(silent.assumptions).toContainEqual({ what: 'No notice.', cite: '744.1' })
  })
})

describe('what the end use says in other words', () => {
  const wmd = (endUse: object) =>
    ruleOf(
      smallEngine(rulebook).determine(
        fullDeal({ endUse: { uses: ['civil'], military: false, ...endUse } }),
      ),
      'US:weapons',
    )?.truth
  it('is no silence: a kind of weapon that is named is a use for weapons', () => {
    expect(wmd({ wmdKinds: ['missile'] })).toBe('true')
    expect(wmd({ wmd: false, wmdKinds: ['missile'] })).toBe('true')
    expect(wmd({ wmdKinds: [] })).toBeUndefined()
    expect(wmd({})).toBeUndefined()
  })
  it('is military where it is of military intelligence', () => {
    const found = (endUse: object) =>
      smallEngine(rulebook).determine(fullDeal({ endUse: { uses: ['civil'], ...endUse } }))
    const stated = found({ military: false, militaryIntelligence: true, wmd: false })
    expect(stated.redFlags.map(({ rule }) => rule)).toEqual(['end-use-inconsistent'])
    expect(found({ military: false, wmd: false }).redFlags).toEqual([])
    const kind = found({ military: false, wmd: false, wmdKinds: ['nuclear'] })
    expect(kind.redFlags.map(({ rule }) => rule)).toEqual(['end-use-inconsistent'])
    expect(found({ military: false, wmd: true, wmdKinds: ['nuclear'] }).redFlags).toEqual([])
  })
})

describe('a notice', () => {
  const informed = (on: string) =>
    ruleOf(
      smallEngine().determine(
        fullDeal({ knowledge: { redFlags: [], informed: [{ by: 'US', on }] } }),
      ),
      'US:informed',
    )?.truth
  it('binds from its day on', () => {
    expect(informed('2024-08-01')).toBe('true')
    expect(informed('2024-08-02')).toBeUndefined()
  })
})
