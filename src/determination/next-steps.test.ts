import { describe, expect, it } from 'vitest'
import { nextSteps, type PartyScreener } from './index.ts'
import { fullDeal, listing, smallEngine, smallLaw } from './small-law.fixture.ts'

const engine = smallEngine()
const [endUser] = fullDeal().parties
const fast = [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 9000, hard: false } }]

describe('next steps', () => {
  it('are none where the answer is clear', () => {
    expect(nextSteps(engine.determine(fullDeal()))).toEqual([])
  })
  it('ask what would decide', () => {
    const steps = nextSteps(
      engine.determine(fullDeal({ endUse: { uses: ['civil'], military: false } })),
    )
    expect(steps).toEqual(['State endUse.wmd: Is it for weapons?'])
  })
  it('leave to a person what no statement decides, and say what that is', () => {
    const unread = smallLaw([
      'us/requirements.yaml',
      'requires: {destination: [RU, UA-43]}',
      'requires: {unread: Which places it names was not read.}',
    ])
    const answer = smallEngine(unread).determine(fullDeal())
    expect(answer.jurisdictions.flatMap(({ licence }) => licence.by)).toContainEqual(
      expect.objectContaining({
        rule: 'US:embargo',
        open: ['Which places it names was not read.'],
      }),
    )
    expect(nextSteps(answer)).toEqual([
      'Have somebody who knows the law decide what no statement here decides, or ask Bureau of Uland: US:embargo.',
    ])
  })
  it('ask a few questions at once', () => {
    const bare = { date: '2024-08-01', route: { from: 'NL', to: 'CN' }, items: fast }
    const steps = nextSteps(engine.determine(bare))
    expect(steps.at(-1)).toMatch(/^Then \d+ more, under missing\.$/)
    expect(steps.filter((step) => step.startsWith('State '))).toHaveLength(5)
  })
  it('name the nearest exception before the application', () => {
    const steps = nextSteps(engine.determine(fullDeal({ items: fast })))
    expect(steps[0]).toContain('US EXA may cover it. Check: The notice was given.')
    expect(steps[1]).toBe(
      'Apply for a licence from Bureau of Uland, or see that of who exports; do not go on without it.',
    )
  })
  it('do not ask to state a reliance that is stated', () => {
    const authorisations = [{ kind: 'exception', id: 'EXA', jurisdiction: 'US' }]
    const steps = nextSteps(engine.determine(fullDeal({ items: fast, authorisations })))
    expect(steps[0]).toBe('You rely on US EXA, which is not decided: check: The notice was given.')
  })
  it('send red flags to a person', () => {
    const answer = engine.determine(fullDeal(), { screener: listing('Kiku KK') })
    expect(nextSteps(answer)[0]).toContain('listed-party/us-entity-list/42/end-user')
  })
  it('send the hits of a role to a person together', () => {
    const one = listing('Kiku KK').screen({ name: 'Kiku KK' })
    const [hit] = one.hits
    if (hit === undefined) throw new Error('nothing was hit')
    const more = { ...hit, party: { ...hit.party, id: '43' } }
    const screener: PartyScreener = {
      lists: [],
      screen: ({ name }) =>
        name === 'Kiku KK' ? { ...one, hits: [hit, more] } : { ...one, state: 'clear', hits: [] },
    }
    expect(nextSteps(engine.determine(fullDeal(), { screener }))[0]).toBe(
      'Resolve the 2 red flags by which the end-user is or may be listed (Red flags). Have somebody answerable for compliance, and not for the sale, state of each who and why under knowledge.resolved.',
    )
  })
  it('look for a newer law where the day is later than what was read', () => {
    const readLast = smallLaw([
      'us/entries/3a.yaml',
      '  - code: 3A090.a\n',
      '  - code: 3A090.a\n    textAsOf: 2024-09-24\n',
    ])
    const later = smallEngine(readLast)
    const dated = (date: string) => later.determine(fullDeal({ date }))
    const look =
      'Look for a newer edition of the law: navicert law update fetches it from who publishes it.'
    expect(dated('2024-09-24').assumptions).toEqual([])
    expect(dated('2024-09-24').verdict).toBe('clear')
    expect(dated('2024-09-25').assumptions).toEqual([
      {
        cite: 'Edition of the law',
        what: 'The law is as it was last read on 2024-09-24: of what was published since nothing is known here.',
      },
    ])
    expect(dated('2024-09-25').verdict).toBe('clear-with-conditions')
    expect(nextSteps(dated('2024-09-25'))).toContain(look)
  })
  it('stop at a ban', () => {
    const parties = [{ ...endUser, claimedStatus: [{ list: 'us-dpl' }] }]
    expect(nextSteps(engine.determine(fullDeal({ parties })))[0]).toContain('Do not proceed')
  })
})
