import { describe, expect, it } from 'vitest'
import { fullDeal, of, smallEngine } from './small-law.fixture.ts'

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
    expect(answer.duties.map(({ what }) => what)).toEqual(['report every year'])
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
    ['ends on the day before', { until: '2024-07-31' }],
    ['begins on the day after', { from: '2024-08-02' }],
    ['does not say when it begins', { from: undefined }],
    ['is of another jurisdiction', { jurisdiction: 'EU' }],
    ['is for another item', { lines: ['other'] }],
    ['does not say for what it is', { lines: undefined }],
    ['has too little left', { remaining: { amount: '9', unit: 'piece' } }],
    ['is drawn in another unit', { remaining: { amount: '100', unit: 'kg' } }],
    ['has too little value left', { remaining: { value: { amount: '99.99', currency: 'EUR' } } }],
    ['is drawn in another currency', { remaining: { value: { amount: '1000', currency: 'USD' } } }],
  ])('does not fit where it %s', (_name, change) => {
    const answer = engine.determine(deal([{ ...licence, ...change }]))
    expect(of(answer, 'US').licence.heldBy).toEqual([])
    expect(answer.verdict).toBe('licence-required')
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
