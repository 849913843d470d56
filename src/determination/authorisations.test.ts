import { describe, expect, it } from 'vitest'
import { fullDeal, of, smallEngine, smallLaw } from './small-law.fixture.ts'

const engine = smallEngine()
const items = [
  {
    id: 'chip',
    kind: 'ic.processor',
    characteristics: { tpp: 9000, hard: false },
    quantity: { amount: '10', unit: 'piece' },
    value: { amount: '100', currency: 'EUR' },
  },
]
const deal = (authorisations: readonly object[] = [], more: object = {}) =>
  fullDeal({ items, authorisations, ...more })
const exception = (value: unknown, code = 'US') =>
  of(engine.determine(value), code).licence.exceptions[0]

describe('an exception', () => {
  it('is open while a condition of it is', () => {
    expect(exception(deal())).toMatchObject({
      id: 'EXA',
      usable: 'unknown',
      overcomes: ['US:RS'],
      conditions: [{ text: 'The notice was given.', met: 'unknown' }],
    })
    expect(engine.determine(deal()).verdict).toBe('licence-required')
  })
  it('lifts the requirement once its conditions are met, with what it owes', () => {
    const answer = engine.determine(deal([{ kind: 'notice', id: 'N1', filedOn: '2024-07-01' }]))
    expect(of(answer, 'US').licence.exceptions[0]).toMatchObject({ usable: true })
    expect(of(answer, 'US').licence.exceptions[0]?.conditions).toHaveLength(2)
    expect(of(answer, 'US').licence.required.asWritten).toBe(true)
    expect(answer.verdict).toBe('clear-with-conditions')
    expect(answer.duties.map(({ what, by }) => [what, by])).toEqual([
      ['report every year', null],
      ['report the first use', '2024-08-31'],
    ])
  })
  it('is open where the notice was given later than it asks', () => {
    const late = [{ kind: 'notice', id: 'N1', filedOn: '2024-07-08' }]
    expect(exception(deal(late))).toMatchObject({
      usable: false,
      conditions: [{ text: 'The notice was given.', met: false }],
    })
    const inTime = [{ kind: 'notice', id: 'N1', filedOn: '2024-07-07' }]
    expect(exception(deal(inTime))?.usable).toBe(true)
    expect(exception(deal([...inTime, ...late]))?.usable).toBe(false)
  })
  it('is barred by one condition that fails, and says which', () => {
    const [endUser] = fullDeal().parties
    const parties = [{ ...endUser, claimedStatus: [{ list: 'us-uvl' }] }]
    const answer = deal([{ kind: 'notice', id: 'N1', filedOn: '2024-07-01' }], { parties })
    expect(exception(answer)).toMatchObject({
      usable: false,
      conditions: [{ text: 'Nobody unverified takes part.', met: false }],
    })
  })
  it('is left alone by a restriction that spares it, and by no other', () => {
    const [endUser] = fullDeal().parties
    const parties = [{ ...endUser, claimedStatus: [{ list: 'us-uvl' }] }]
    const answer = engine.determine(
      deal(
        [
          { kind: 'notice', id: 'N1', filedOn: '2024-07-01' },
          { kind: 'exception', id: 'GOV', jurisdiction: 'US' },
        ],
        { parties },
      ),
    )
    expect(of(answer, 'US').licence.exceptions).toMatchObject([
      { id: 'EXA', usable: false },
      { id: 'GOV', usable: true },
    ])
  })
  it('is not known to be spared before the day the restriction is read', () => {
    const rules = smallLaw([
      'us/authorisations.yaml',
      '    bars: {party_status: [us-uvl]}',
      '    bars: {party_status: [us-uvl]}\n    coveredFrom: 2024-08-02',
    ])
    const answer = smallEngine(rules).determine(
      deal([{ kind: 'notice', id: 'N1', filedOn: '2024-07-01' }]),
    )
    expect(of(answer, 'US').licence.exceptions[0]).toMatchObject({
      usable: 'unknown',
      conditions: [{ text: 'Nobody unverified takes part.', met: 'unknown' }],
    })
  })
  it('is not named where it is not available', () => {
    const [endUser] = fullDeal().parties
    const china = {
      route: { from: 'US', to: 'CN', via: [] },
      parties: [{ ...endUser, country: 'CN' }],
    }
    expect(exception(deal([], china))).toBeUndefined()
  })
  it('does not lift a requirement for two destinations where it is open for one', () => {
    const notice = [{ kind: 'notice', id: 'N1', filedOn: '2024-07-01' }]
    const answer = engine.determine(deal(notice, { route: { from: 'US', to: 'CN', via: [] } }))
    expect(of(answer, 'US').licence.exceptions[0]?.usable).toBe(false)
    expect(answer.verdict).toBe('licence-required')
  })
  it('does not lift what does not name it', () => {
    const notice = [{ kind: 'notice', id: 'N1', filedOn: '2024-07-01' }]
    const weapons = { endUse: { uses: ['wmd'], military: false } }
    const answer = engine.determine(deal(notice, weapons))
    expect(answer.verdict).toBe('licence-required')
    expect(answer.because.join()).toContain('Weapons')
  })
})

describe('an exception to a requirement that may not stand', () => {
  const open = [{ ...items[0], characteristics: { hard: false } }]
  it('is read only where somebody relies on it', () => {
    expect(exception(deal([], { items: open }))).toBeUndefined()
    const relied = [{ kind: 'exception', id: 'EXA', jurisdiction: 'US' }]
    expect(exception(deal(relied, { items: open }))).toMatchObject({ id: 'EXA', usable: 'unknown' })
  })
})

describe('an exception that looks to the law of the destination', () => {
  const rules = smallLaw(
    [
      'us/authorisations.yaml',
      'available: {destination: [JP, SG, MO]}',
      'available: {destination: [JP, NL]}\n    equivalentControls: true',
    ],
    [
      'eu/entries/3.yaml',
      '    suspended: [{from: 2024-01-01, to: 2024-06-30}]',
      "    related: ['US:3A090']\n    effective: {from: 2024-07-01}",
    ],
  )
  const controls = (place: string, date = '2024-08-01') => {
    const [endUser] = fullDeal().parties
    const parties = [{ ...endUser, country: place, headquarters: place }]
    const answer = smallEngine(rules).determine(
      deal([], { date, parties, route: { from: 'US', to: place, via: [] } }),
    )
    return of(answer, 'US').licence.exceptions.find(({ id }) => id === 'EXA')?.equivalentControls
  }
  it('shows the same control there, and since when', () => {
    expect(controls('NL')).toEqual([
      {
        cite: '3A501',
        control: 'EU:3A501',
        destination: 'NL',
        entry: '3A090.a',
        mark: 'text',
        since: '2024-07-01',
      },
    ])
  })
  it('shows none where the destination has none, or not yet', () => {
    expect(controls('JP')).toEqual([])
    expect(controls('NL', '2024-06-30')).toEqual([])
  })
})

describe('a general authorisation', () => {
  const european = (authorisations: readonly object[], more: object = {}) =>
    deal(authorisations, {
      route: { from: 'DE', to: 'JP', via: [] },
      items: [
        {
          ...items[0],
          origin: 'DE',
          content: [],
          madeWith: ['technology', 'software', 'plant-equipment'].map((what) => ({
            what,
            origin: 'DE',
          })),
        },
      ],
      persons: [{ usPerson: false }],
      ...more,
    })
  it('waits for whom only a person can answer', () => {
    expect(exception(european([]), 'EU')).toMatchObject({
      id: 'EU001',
      usable: 'unknown',
      conditions: [{ text: 'Not to a free zone.', met: 'unknown' }],
    })
    expect(engine.determine(european([])).verdict).toBe('licence-required')
  })
  it('covers the export of whoever relies on it', () => {
    const relied = european([{ kind: 'general', id: 'EU001', jurisdiction: 'EU' }])
    expect(exception(relied, 'EU')?.usable).toBe(true)
    expect(engine.determine(relied).verdict).toBe('clear-with-conditions')
  })
  it.each([
    ['has ended', { from: '2024-01-01', until: '2024-07-31' }, 'It ended on 2024-07-31'],
    ['has not begun', { from: '2024-08-02' }, 'It runs from 2024-08-02'],
    ['is used up', { remaining: { amount: '9', unit: 'piece' } }, 'It has 9 piece left'],
  ])('does not cover whoever relies on one that %s', (_name, change, because) => {
    const relied = european([{ kind: 'general', id: 'EU001', jurisdiction: 'EU', ...change }])
    expect(exception(relied, 'EU')?.usable).toBe(false)
    expect(exception(relied, 'EU')?.conditions[0]?.text).toContain(because)
  })
  it('is relied on for the items it is stated for alone', () => {
    const relied = european([
      { kind: 'general', id: 'EU001', jurisdiction: 'EU', lines: ['another'] },
    ])
    expect(exception(relied, 'EU')?.usable).toBe('unknown')
  })
  it('does not cover what its own conditions forbid, whoever relies on it', () => {
    const endUse = { uses: ['wmd'], military: false }
    const relied = european([{ kind: 'general', id: 'EU001', jurisdiction: 'EU' }], { endUse })
    expect(exception(relied, 'EU')?.usable).toBe(false)
    expect(engine.determine(relied).verdict).toBe('licence-required')
  })
  it('does not cover a destination it does not name', () => {
    const relied = european([{ kind: 'general', id: 'EU001', jurisdiction: 'EU' }], {
      route: { from: 'DE', to: 'SG', via: [] },
    })
    expect(exception(relied, 'EU')?.usable).toBe(false)
  })
})

describe('a licence that is held', () => {
  const licence = {
    kind: 'licence',
    id: 'D1',
    jurisdiction: 'US',
    from: '2024-01-01',
    until: '2024-12-31',
    lines: ['chip'],
  }
  it('counts as met, with its conditions', () => {
    const answer = engine.determine(deal([licence]))
    expect(of(answer, 'US').licence.heldBy).toEqual(['D1'])
    expect(of(answer, 'US').licence.required.asWritten).toBe(true)
    expect(answer.verdict).toBe('clear-with-conditions')
  })
  it.each([
    ['ends on the day before', { until: '2024-07-31' }, 'It ended on 2024-07-31'],
    ['begins on the day after', { from: '2024-08-02' }, 'It runs from 2024-08-02'],
    ['does not say when it begins', { from: undefined }, 'From when it runs is not stated.'],
    ['is of another jurisdiction', { jurisdiction: 'EU' }, 'It is a licence of EU, and clears'],
    ['does not say whose it is', { jurisdiction: undefined }, 'Which jurisdiction granted it'],
    ['is for another item', { lines: ['other'] }, 'chip is not on it.'],
    ['does not say for what it is', { lines: undefined }, 'For which items it is granted'],
    ['is for another entry', { entries: ['3A001'] }, 'It is for 3A001, and chip is on 3A090.'],
    ['is for another place', { destinations: ['SG'] }, 'It is for SG, and not for JP.'],
    ['does not name the end user', { parties: ['Somebody Else'] }, 'It does not name'],
    ['has too little left', { remaining: { amount: '9', unit: 'piece' } }, 'It has 9 piece left'],
    ['is drawn in another unit', { remaining: { amount: '100', unit: 'kg' } }, 'balance is in kg'],
    [
      'has too little value left',
      { remaining: { value: { amount: '99.99', currency: 'EUR' } } },
      'It has 99.99 EUR left, less than the value',
    ],
    [
      'is drawn in another currency',
      { remaining: { value: { amount: '1000', currency: 'USD' } } },
      'balance is in USD',
    ],
  ])('does not fit where it %s, and the answer says so', (_name, change, because) => {
    const answer = engine.determine(deal([{ ...licence, ...change }]))
    expect(of(answer, 'US').licence.heldBy).toEqual([])
    expect(answer.verdict).toBe('licence-required')
    const [misfit] = of(answer, 'US').licence.notFitting
    expect(misfit).toMatchObject({ id: 'D1', item: 'chip' })
    expect(misfit?.because.join(' ')).toContain(because)
  })
  it('fits what it names: entry, place and end user, whatever the case of the name', () => {
    const [endUser] = fullDeal().parties
    const named = {
      ...licence,
      entries: ['3A090'],
      destinations: ['JP', 'SG'],
      parties: [String(endUser?.name).toUpperCase()],
    }
    const answer = engine.determine(deal([named]))
    expect(of(answer, 'US').licence).toMatchObject({ heldBy: ['D1'], notFitting: [] })
  })
  it('is drawn by all its items together', () => {
    const two = ['chip', 'chip-2'].map((id) => ({ ...items[0], id }))
    const both = (amount: string) =>
      of(
        engine.determine(
          deal([{ ...licence, lines: ['chip', 'chip-2'], remaining: { amount, unit: 'piece' } }], {
            items: two,
          }),
        ),
        'US',
      ).licence.heldBy
    expect(both('20')).toEqual(['D1'])
    expect(both('19')).toEqual([])
  })
  it('does not fit where it has a balance and nobody says how much is drawn', () => {
    const [chip] = items
    const { quantity: _left, ...silent } = chip ?? {}
    const answer = engine.determine(
      deal([{ ...licence, remaining: { amount: '9', unit: 'piece' } }], { items: [silent] }),
    )
    expect(of(answer, 'US').licence.notFitting[0]?.because[0]).toContain('is not stated')
  })
  it('is not said to misfit where nothing is required', () => {
    const answer = engine.determine(
      deal([{ ...licence, jurisdiction: 'EU' }], {
        items: [{ ...items[0], characteristics: { tpp: 1, hard: false } }],
      }),
    )
    expect(of(answer, 'US').licence.notFitting).toEqual([])
  })
  it('fits to the last piece and the last day', () => {
    const exact = {
      ...licence,
      until: '2024-08-01',
      remaining: { amount: '10.0', unit: 'piece', value: { amount: '100', currency: 'EUR' } },
    }
    expect(of(engine.determine(deal([exact])), 'US').licence.heldBy).toEqual(['D1'])
  })
  it('lifts no ban', () => {
    const [endUser] = fullDeal().parties
    const parties = [{ ...endUser, claimedStatus: [{ list: 'us-dpl' }] }]
    expect(engine.determine(deal([licence], { parties })).verdict).toBe('prohibited')
  })
})
