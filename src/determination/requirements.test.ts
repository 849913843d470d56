import { describe, expect, it } from 'vitest'
import { day, fullDeal, of, ruleOf, smallEngine, smallLaw } from './small-law.fixture.ts'

const engine = smallEngine()
const chip = (characteristics: object, more: object = {}) => [
  {
    id: 'chip',
    kind: 'ic.processor',
    characteristics: { hard: false, ...characteristics },
    ...more,
  },
]
const to = (place: string) => ({ route: { from: 'US', to: place, via: [] } })
const [endUser] = fullDeal().parties
const party = (changes: object) => ({ parties: [{ ...endUser, ...changes }] })
const required = (deal: unknown, code = 'US') =>
  of(engine.determine(deal), code).licence.required.asWritten

describe('requirement by entry and destination', () => {
  it('follows the reason for control into the chart', () => {
    const items = chip({ tpp: 200, hard: true })
    expect(required(fullDeal({ items, ...to('SG') }))).toBe(true)
    expect(required(fullDeal({ items, ...to('JP') }))).toBe(false)
  })
  it('shows a reason for control that comes to nothing', () => {
    const answer = engine.determine(fullDeal({ items: chip({ tpp: 200 }) }))
    expect(ruleOf(answer, 'US:chart:AT1')?.truth).toBe('false')
  })
  it('leaves an undecided entry undecided where its rule would hold', () => {
    const items = chip({ tpp: 200, hard: 'unknown' })
    expect(required(fullDeal({ items, ...to('SG') }))).toBe('unknown')
    expect(required(fullDeal({ items, ...to('JP') }))).toBe(false)
  })
  it('knows nothing of a chart before the day it is covered', () => {
    const items = chip({ tpp: 200, hard: true })
    expect(required(fullDeal({ items, ...to('JP'), date: '2020-06-01' }))).toBe('unknown')
  })
  it('reads an entry whose reasons nobody read as undecided', () => {
    const answer = engine.determine(fullDeal({ items: chip({ tpp: 7 }) }))
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    expect(answer.because.join()).toContain('is not held here (reasons)')
  })
  it('reads a reason as undecided whose rule is not in force on a day of the entry', () => {
    const law = smallLaw([
      'us/entries/3a.yaml',
      'effective: {from: 2023-01-01}',
      'effective: {from: 2022-01-01}',
    ])
    const answer = smallEngine(law).determine(
      fullDeal({ items: chip({ tpp: 9000 }), date: '2022-06-01' }),
    )
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
  })
  it('leaves a reason open whose condition no criterion expresses', () => {
    const law = smallLaw([
      'us/entries/3a.yaml',
      "{reason: NS, rule: 'US:chart:NS2'}",
      "{reason: NS, rule: 'US:chart:NS2', when: not for civil telecommunications}",
    ])
    const deal = fullDeal({ items: chip({ tpp: 200, hard: true }), ...to('SG') })
    expect(of(smallEngine(law).determine(deal), 'US').licence.required.asWritten).toBe('unknown')
  })
  it('reads an item for each destination: where it goes and where its end user is', () => {
    const items = chip({ tpp: 200, hard: true })
    const answer = engine.determine(fullDeal({ items, ...party({ country: 'SG' }) }))
    expect(of(answer, 'US').licence.by.filter(({ truth }) => truth === 'true')).toMatchObject([
      { rule: 'US:chart:NS2', destination: 'SG' },
    ])
  })
  it('keeps text and administration apart, and lets a person decide', () => {
    const deal = fullDeal({ items: chip({ tpp: 9000 }), date: '2025-06-01' })
    const answer = engine.determine(deal)
    expect(of(answer, 'US').licence.required).toEqual({ asWritten: true, asAdministered: false })
    expect(answer.verdict).toBe('licence-required')
    expect(answer.duties.map(({ what }) => what).join()).toContain('Applied to D:5 alone')
    const before = engine.determine(fullDeal({ items: chip({ tpp: 9000 }) }))
    expect(of(before, 'US').licence.required.asAdministered).toBe(true)
    expect(before.duties).toEqual([])
  })
  it('names every policy that may apply while a circumstance before it is open', () => {
    const items = chip({ tpp: 9000 })
    const stated = engine.determine(fullDeal({ items }))
    expect(ruleOf(stated, 'US:RS')?.policy).toBe('approval')
    const silent = engine.determine(fullDeal({ items, ...party({ headquarters: undefined }) }))
    expect(ruleOf(silent, 'US:RS')?.policy).toBe('denial; or approval')
  })
  it('lists a suspended entry and requires nothing of it on those days', () => {
    const deal = fullDeal({
      items: chip({ tpp: 6500 }, { origin: 'NL', content: [], madeWith: MADE_IN_NL }),
      route: { from: 'NL', to: 'SG', via: [] },
    })
    expect(required({ ...deal, date: '2024-07-01' }, 'EU')).toBe(true)
    const answer = engine.determine({ ...deal, date: '2024-06-30' })
    expect(of(answer, 'EU').licence.required.asWritten).toBe(false)
    expect(of(answer, 'EU').items[0]?.entries[0]).toMatchObject({ code: '3A501', suspended: true })
  })
})

const MADE_IN_NL = [
  { what: 'technology', origin: 'NL' },
  { what: 'software', origin: 'NL' },
  { what: 'plant-equipment', origin: 'NL' },
]

describe('a rule on a day before its text is known', () => {
  const law = (earlier: string) =>
    smallLaw([
      'us/requirements.yaml',
      "    requires: {wmd_end_use: true}\n    cite: '744.2'",
      `    requires: {wmd_end_use: true}\n    coveredFrom: 2024-12-01\n${earlier}    cite: '744.2'`,
    ])
  const bounded = law(
    '    earlier: {atMost: {destination: [JP]}, why: It names Japan., mark: derived}\n',
  )
  const asked = (rules: ReturnType<typeof smallLaw>, place: string) =>
    of(smallEngine(rules).determine(fullDeal({ ...to(place), ...party({ country: place }) })), 'US')
      .licence.required.asWritten
  it('is open wherever it might have reached', () => {
    expect(asked(law(''), 'SG')).toBe('unknown')
    expect(asked(bounded, 'JP')).toBe('unknown')
  })
  it('is false where no earlier text of it reached', () => {
    expect(asked(bounded, 'SG')).toBe(false)
  })
  it('asks for what would put the deal outside its reach', () => {
    const byUse = law(
      '    earlier: {atMost: {military_end_use: true}, why: Its subject., mark: derived}\n',
    )
    const silent = smallEngine(byUse).determine(fullDeal({ endUse: { uses: ['civil'] } }))
    expect(ruleOf(silent, 'US:weapons')?.truth).toBe('unknown')
    const military = silent.missing.find(({ fact }) => fact === 'endUse.military')
    expect(military?.wouldDecide).toContain('US:weapons')
    expect(asked(byUse, 'SG')).toBe(false)
  })
  it('is read as written from the day its text is known', () => {
    const deal = fullDeal({ ...to('SG'), date: '2024-12-01', endUse: { uses: ['wmd'] } })
    expect(of(smallEngine(bounded).determine(deal), 'US').licence.required.asWritten).toBe(true)
  })
})

describe('rules that speak of every item', () => {
  it('reach an item that nothing lists', () => {
    const answer = engine.determine(fullDeal(to('RU')))
    expect(ruleOf(answer, 'US:embargo')).toMatchObject({ truth: 'true', entry: 'EAR99' })
    expect(answer.verdict).toBe('licence-required')
  })
  it('do not see law that was not published by then', () => {
    const deal = fullDeal({ ...to('RU'), date: '2022-03-01' })
    expect(engine.determine(deal, { knownAt: day('2022-02-19') }).verdict).toBe('clear')
    expect(engine.determine(deal, { knownAt: day('2022-02-20') }).verdict).toBe('licence-required')
  })
  it('take a region by its alias', () => {
    expect(required(fullDeal(to('UA-CRIMEA')))).toBe(true)
    expect(required(fullDeal(to('UA')))).toBe(false)
  })
  it.each([
    ['wmd', { endUse: { uses: ['civil'], military: false } }, 'US:weapons', 'endUse.wmd'],
    ['informed', { knowledge: { redFlags: [] } }, 'US:informed', 'knowledge.informed'],
  ])('stay open while nobody states %s, and ask for it', (_name, change, rule, fact) => {
    const answer = engine.determine(fullDeal(change))
    expect(ruleOf(answer, rule)).toMatchObject({ truth: 'unknown' })
    expect(answer.missing).toContainEqual(expect.objectContaining({ fact, wouldDecide: [rule] }))
    expect(answer.verdict).toBe('undetermined')
  })
  it('hold where the circumstance is stated', () => {
    expect(required(fullDeal({ endUse: { uses: ['wmd'], military: false } }))).toBe(true)
    expect(required(fullDeal({ knowledge: { informed: [{ by: 'US' }], redFlags: [] } }))).toBe(true)
  })
  it('are read for each entry where they ask for it', () => {
    const hq = party({ headquarters: 'CN' })
    expect(
      ruleOf(engine.determine(fullDeal({ items: chip({ tpp: 200 }), ...hq })), 'US:hq'),
    ).toMatchObject({ truth: 'true', entry: '3A999' })
    expect(
      ruleOf(engine.determine(fullDeal({ items: chip({ tpp: 50 }), ...hq })), 'US:hq'),
    ).toBeUndefined()
  })
})

describe('headquarters', () => {
  const items = chip({ tpp: 200 })
  it('are open where one of those who get the item has none stated', () => {
    const parties = [
      { ...endUser },
      { ...endUser, role: 'purchaser', name: 'Buyer', headquarters: undefined },
    ]
    const answer = engine.determine(fullDeal({ items, parties }))
    expect(ruleOf(answer, 'US:hq')?.truth).toBe('unknown')
    const asked = answer.missing.find(({ wouldDecide }) => wouldDecide.includes('US:hq'))
    expect(asked?.fact).toBe('parties[purchaser].headquarters')
  })
  it('decide where one that is stated fits', () => {
    const parties = [
      { ...endUser, headquarters: 'CN' },
      { ...endUser, role: 'purchaser', name: 'Buyer', headquarters: undefined },
    ]
    expect(required(fullDeal({ items, parties }))).toBe(true)
  })
})

describe('the node of a facility', () => {
  const deal = (facility: object, tpp = 200) =>
    fullDeal({ items: chip({ tpp }), ...to('CN'), ...party({ facility }) })
  it('is settled by the definition where the question itself is not answered', () => {
    expect(ruleOf(engine.determine(deal({ product: 'logic', nodeNm: 14 })), 'US:fab')?.truth).toBe(
      'true',
    )
    const mature = engine.determine(deal({ product: 'logic', nodeNm: '28', nonPlanar: false }))
    expect(of(mature, 'US').licence.required.asWritten).toBe(false)
  })
  it('triggers by itself where it is stated as not known', () => {
    const answer = engine.determine(deal({ product: 'logic', nodeNm: 'unknown' }))
    expect(ruleOf(answer, 'US:fab-unknown')?.truth).toBe('true')
    expect(ruleOf(answer, 'US:fab')?.truth).toBe('unknown')
  })
  it('is open where nobody speaks of it, which is not the same', () => {
    const answer = engine.determine(deal({}))
    expect(ruleOf(answer, 'US:fab-unknown')?.truth).toBe('unknown')
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
  })
  it('matters only where the rule reaches', () => {
    const japan = fullDeal({
      items: chip({ tpp: 200 }),
      ...party({ facility: { nodeNm: 'unknown' } }),
    })
    expect(required(japan)).toBe(false)
  })
})
