import { describe, expect, it } from 'vitest'
import { type PartyScreener, SAME_PARTY } from './index.ts'
import { fullDeal, listing, of, ruleOf, smallEngine } from './small-law.fixture.ts'

const engine = smallEngine()
const [endUser] = fullDeal().parties
const resolved = (flag: string, role = 'compliance') => ({
  knowledge: {
    informed: [],
    redFlags: [],
    resolved: [{ flag, by: 'P. Officer', role, reason: 'Another firm.' }],
  },
})
const FLAG = 'listed-party/us-entity-list/42/end-user'

describe('a party that is surely listed', () => {
  const screener = listing('Kiku KK')
  it('brings the rule of its row and a red flag', () => {
    const answer = engine.determine(fullDeal(), { screener })
    expect(ruleOf(answer, 'US:entity')?.truth).toBe('true')
    expect(answer.verdict).toBe('licence-required')
    expect(answer.redFlags).toMatchObject([
      { id: FLAG, rule: 'listed-party', state: 'open', cite: '88 FR 1' },
    ])
    const [hit] = answer.parties[0]?.screening.hits ?? []
    expect(hit?.consequence).toContain('For all items subject to the EAR')
    expect(hit?.consequence).toContain('Presumption of denial')
  })
  it('is no more where a person found another firm', () => {
    const answer = engine.determine(fullDeal(resolved(FLAG)), { screener })
    expect(of(answer, 'US').licence.required.asWritten).toBe(false)
    expect(answer.redFlags[0]).toMatchObject({
      state: 'resolved',
      resolvedBy: 'P. Officer (compliance): Another firm.',
    })
    expect(answer.verdict).toBe('clear-with-conditions')
  })
  it.each(['sales', 'Sales '])('stays where %s says so', (role) => {
    const answer = engine.determine(fullDeal(resolved(FLAG, role)), { screener })
    expect(answer.redFlags[0]?.state).toBe('open')
    expect(answer.verdict).toBe('licence-required')
  })
  it('carries the footnotes of its row', () => {
    const five = listing('Kiku KK', {
      rule: { licenceRequirement: 'See § 744.11(a)(2)(v)', footnotes: [5] },
    })
    const answer = engine.determine(fullDeal(), { screener: five })
    expect(ruleOf(answer, 'US:entity')?.truth).toBe('unknown')
    expect(answer.verdict).toBe('hold')
  })
  it.each([
    'For all items subject to the EAR except for food and medicine',
    'For all items subject to the EAR, other than EAR99',
    'For all items subject to the EAR when used in projects of § 746.5',
    'All items subject to the EARTH',
    'Nearly all items subject to the EAR',
    'See § 744.11',
  ])('leaves open what a row demands that says: %s', (licenceRequirement) => {
    const row = listing('Kiku KK', { rule: { licenceRequirement, footnotes: [] } })
    const answer = engine.determine(fullDeal(), { screener: row })
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    expect(answer.verdict).toBe('hold')
  })
  it.each([
    'All items subject to the EAR. (See § 744.11 of the EAR)',
    'FOR ALL ITEMS SUBJECT TO THE EAR;',
    'For all items subject to the EAR, see § 744.11',
  ])('demands a licence for everything by a row that says: %s', (licenceRequirement) => {
    const row = listing('Kiku KK', { rule: { licenceRequirement, footnotes: [] } })
    expect(ruleOf(engine.determine(fullDeal(), { screener: row }), 'US:entity')?.truth).toBe('true')
  })
  it.each([
    ['odd', '', 'true'],
    ['ic.processor', '', 'unknown'],
    ['unknown', '', 'unknown'],
    ['odd', ' Other than EAR99.', 'unknown'],
  ])('leaves out of everything what the law names, where %s may be that%s', (kind, more, truth) => {
    const licenceRequirement = `For all items subject to the EAR, see § 744.11, EXCEPT for technology that is shown to a "standards organization" (see § 772.1).${more}`
    const row = listing('Kiku KK', { rule: { licenceRequirement, footnotes: [] } })
    const [item] = fullDeal().items
    const deal = fullDeal({ items: [{ ...item, kind }] })
    expect(ruleOf(engine.determine(deal, { screener: row }), 'US:entity')?.truth).toBe(truth)
  })
  it('is a denied person as much as a listed one', () => {
    const denied = listing('Kiku KK', { list: 'us-dpl', rule: { footnotes: [] } })
    const answer = engine.determine(fullDeal(), { screener: denied })
    expect(answer.verdict).toBe('prohibited')
    expect(answer.parties[0]?.screening.hits[0]?.consequence).toContain('a person decides')
  })
})

describe('a party that may be listed', () => {
  const screener = listing('Kiku KK', {}, SAME_PARTY - 0.01)
  it('holds the deal until a person looked', () => {
    const answer = engine.determine(fullDeal(), { screener })
    expect(answer.verdict).toBe('hold')
    expect(answer.redFlags[0]).toMatchObject({ rule: 'possible-listed-party', state: 'open' })
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
  })
  it('lets it go with the reason kept', () => {
    expect(engine.determine(fullDeal(resolved(FLAG)), { screener }).verdict).toBe(
      'clear-with-conditions',
    )
  })
})

describe('a name of initials', () => {
  const asked = (name: string, listed: string) => {
    const deal = fullDeal()
    const parties = deal.parties.map((it) => (it.role === 'end-user' ? { ...it, name } : it))
    return engine.determine({ ...deal, parties }, { screener: listing(name, { name: listed }) })
  }
  it('is only a possibility', () => {
    const answer = asked('H. Lin', 'HAILIN LIN')
    expect(answer.redFlags[0]?.rule).toBe('possible-listed-party')
    expect(answer.verdict).toBe('hold')
  })
  it.each([
    ['H. Lin', 'H LIN'],
    ['H. Lin Trading', 'HAILIN LIN TRADING'],
    ['Lin', 'LIN'],
  ])('is who is listed where the list prints it so, or with whole words: %s', (name, listed) => {
    expect(asked(name, listed).redFlags[0]?.rule).toBe('listed-party')
  })
})

describe('lists that are missing or old', () => {
  it.each([
    ['not-screened', 'is not screened'],
    ['stale', 'is screened against old lists'],
  ] as const)('%s leaves everything undetermined', (state, words) => {
    const screener: PartyScreener = {
      lists: [],
      screen: () => ({ state, hits: [], because: ['us-bis of 2020'] }),
    }
    const answer = engine.determine(fullDeal(), { screener })
    expect(answer.verdict).toBe('undetermined')
    expect(answer.because.join()).toContain(words)
    expect(answer.missing).toContainEqual({
      fact: 'screening',
      of: 'Kiku KK',
      why: 'us-bis of 2020',
      wouldDecide: ['verdict'],
    })
  })
})

describe('the address of a listed party', () => {
  const neighbour = {
    party: { list: 'us-entity-list', id: '7', name: 'Listed KK', rule: {} },
    address: '1 Kaede Street, Nagano',
  }
  const screener = (neighbours: readonly object[]) =>
    ({
      lists: [],
      screen: () => ({ state: 'clear', hits: [], because: [], neighbours }),
    }) as unknown as PartyScreener
  const flags = (neighbours: readonly object[]) =>
    engine
      .determine(fullDeal(), { screener: screener(neighbours) })
      .redFlags.filter(({ rule }) => rule === 'address-of-listed-party')
  it('is a red flag, one for all who are listed there', () => {
    expect(flags([neighbour, neighbour])[0]).toMatchObject({
      state: 'open',
      because: expect.stringContaining(
        'has the address of Listed KK on us-entity-list and 1 more: 1 Kaede Street, Nagano.',
      ),
    })
    expect(flags([neighbour])[0]?.because).not.toContain('more')
    expect(flags([])).toEqual([])
  })
})

describe('every name', () => {
  it('is screened in its role: owners, persons and who pays among them', () => {
    const asked: string[] = []
    const screener: PartyScreener = {
      lists: [],
      screen: (query, jurisdictions) => {
        asked.push(
          `${query.name} ${query.country ?? ''} ${query.schema ?? ''} ${jurisdictions?.join()}`,
        )
        return { state: 'clear', hits: [], because: [] }
      },
    }
    const deal = fullDeal({
      parties: [
        { ...endUser, type: 'individual', nativeName: '菊' },
        {
          role: 'vessel',
          name: 'MV Kiku',
          owners: [{ name: 'Ship Holding', country: 'SG', share: '1' }],
        },
      ],
      persons: [{ name: 'E. Engineer', location: 'JP', usPerson: false }],
      payment: { payer: 'P. Payer', country: 'SG' },
    })
    const answer = engine.determine(deal, { screener })
    expect(asked).toEqual([
      'Kiku KK JP Person US',
      'A. Founder   US',
      'MV Kiku  Vessel US',
      'Ship Holding SG  US',
      'E. Engineer JP Person US',
      'P. Payer SG  US',
    ])
    expect(answer.parties.map(({ role }) => role)).toEqual([
      'end-user',
      'owner',
      'vessel',
      'owner',
      'person',
      'payer',
    ])
  })
  it('is nobody where no lists are given', () => {
    const answer = engine.determine(fullDeal(), {
      screener: { lists: [], screen: () => ({ state: 'not-screened', hits: [], because: [] }) },
    })
    expect(answer.parties.every(({ screening }) => screening.state === 'not-screened')).toBe(true)
  })
})

describe('what is known otherwise', () => {
  const claimed = (list: string, footnotes?: number[]) => ({
    parties: [{ ...endUser, claimedStatus: [{ list, ...(footnotes ? { footnotes } : {}) }] }],
  })
  it('counts as a listing', () => {
    expect(
      ruleOf(engine.determine(fullDeal(claimed('us-entity-list', [5]))), 'US:entity')?.truth,
    ).toBe('true')
  })
  it('brings duties without a licence', () => {
    const answer = engine.determine(fullDeal(claimed('us-uvl')))
    expect(of(answer, 'US').licence.required.asWritten).toBe(false)
    expect(answer.duties).toEqual([
      { by: null, cite: '744.15', to: 'Bureau of Uland', what: 'Statement of an unverified party' },
    ])
    expect(answer.verdict).toBe('clear-with-conditions')
  })
})

describe('red flags', () => {
  it('as stated hold until resolved', () => {
    const knowledge = { informed: [], redFlags: ['pays in cash'] }
    expect(engine.determine(fullDeal({ knowledge })).verdict).toBe('hold')
    const answered = {
      ...knowledge,
      resolved: [{ flag: 'pays in cash', by: 'P', role: 'legal', reason: 'Paid by bank.' }],
    }
    expect(engine.determine(fullDeal({ knowledge: answered })).verdict).toBe(
      'clear-with-conditions',
    )
  })
  it('rise where a claim contradicts what is measured', () => {
    const items = [
      {
        id: 'chip',
        kind: 'ic.processor',
        characteristics: { tpp: 200, hard: false },
        claimed: { US: '3A090.a' },
      },
    ]
    const answer = engine.determine(fullDeal({ items }))
    expect(answer.redFlags[0]).toMatchObject({
      id: 'claim-contradicted/chip/US:3A090.a',
      state: 'open',
    })
    expect(answer.verdict).toBe('hold')
  })
  it('rise where a military end user is said to have no military use', () => {
    const answer = engine.determine(fullDeal({ parties: [{ ...endUser, type: 'military' }] }))
    expect(answer.redFlags.map(({ rule }) => rule)).toEqual(['end-use-inconsistent'])
    const uses = { uses: ['military'], military: false, wmd: false }
    expect(engine.determine(fullDeal({ endUse: uses })).verdict).toBe('hold')
  })
})
