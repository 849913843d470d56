import { describe, expect, it } from 'vitest'
import type { Jurisdiction } from '../../rulebook/index.ts'
import { arrange } from '../arrange.ts'
import type { Transaction } from '../transaction.ts'
import {
  destinationsOf,
  gapsOf,
  insideOf,
  type Movements,
  movementsOf,
  staysInside,
} from './movements.ts'

const US = { code: 'US', territory: ['US'] } as unknown as Jurisdiction
const MOVEMENTS: Movements = {
  decided: ['export', 'technology'],
  inside: {
    kinds: ['export'],
    what: 'No export.',
    wholeTerritory: false,
    rules: [],
    cite: 'c',
    mark: 'text',
  },
  recipients: { kinds: ['technology'], what: 'To the person.', cite: 'c', mark: 'text' },
  gaps: [{ area: 'own', cite: 'c', mark: 'text' }],
  cite: 'c',
  mark: 'text',
}
const deal = (more: object) =>
  arrange({ items: [], route: { from: 'US', to: 'US' }, ...more } as unknown as Transaction)
const parties = (...countries: readonly (string | undefined)[]) => ({
  parties: countries.map((country, index) => ({
    role: index === 0 ? 'end-user' : 'purchaser',
    name: `P${index}`,
    ...(country === undefined ? {} : { country }),
  })),
})

describe('what stays inside', () => {
  it('goes nowhere, by whoever gets it', () => {
    expect(staysInside(deal(parties('US', 'US')))).toBe(true)
  })
  const shown = (technology: object) => deal({ ...parties('US'), kind: 'technology', technology })
  it('is technology too that is shown there to nationals alone', () => {
    expect(staysInside(shown({ location: 'US', recipientNationalities: ['US'] }))).toBe(true)
    expect(staysInside(shown({ location: 'US', recipientNationalities: ['US', 'IR'] }))).toBe(false)
    expect(staysInside(shown({ location: 'US', recipientNationalities: [] }))).toBe(false)
    expect(staysInside(shown({ location: 'CN', recipientNationalities: ['US'] }))).toBe(false)
    expect(staysInside(shown({ recipientNationalities: ['US'] }))).toBe(false)
    expect(staysInside(deal({ ...parties('US'), kind: 'technology' }))).toBe(false)
  })
  it.each([
    ['an end user elsewhere', parties('CN')],
    ['a purchaser elsewhere', parties('US', 'CN')],
    ['an end user of no stated country', parties(undefined)],
    ['nobody who gets it', parties()],
    ['a way elsewhere', { ...parties('US'), route: { from: 'US', to: 'CN' } }],
    ['a passage elsewhere', { ...parties('US'), route: { from: 'US', to: 'US', via: ['MX'] } }],
    ['no stated departure', { ...parties('US'), route: { to: 'US' } }],
    ['technology, which persons receive', { ...parties('US'), technology: {} }],
  ])('is not what has %s', (_what, more) => {
    expect(staysInside(deal(more))).toBe(false)
  })
  it('is what goes to a territory that the law counts with the country, where it says so', () => {
    const home = { code: 'US', territory: ['US', 'PR'] } as unknown as Jurisdiction
    const { inside } = MOVEMENTS
    const whole = { ...MOVEMENTS, ...(inside && { inside: { ...inside, wholeTerritory: true } }) }
    const shipped = deal({ ...parties('PR'), route: { from: 'US', to: 'PR' } })
    expect(insideOf(whole, home, shipped)?.what).toBe('No export.')
    expect(insideOf(MOVEMENTS, home, shipped)).toBeUndefined()
    const onward = deal({ ...parties('CN'), route: { from: 'US', to: 'PR' } })
    expect(insideOf(whole, home, onward)).toBeUndefined()
  })
  it('is said by the seat where it is, for the kinds it names', () => {
    expect(insideOf(MOVEMENTS, US, deal(parties('US')))?.what).toBe('No export.')
    expect(insideOf(MOVEMENTS, US, deal({ ...parties('US'), kind: 'transit' }))).toBeUndefined()
    const abroad = { ...parties('CN'), route: { from: 'CN', to: 'CN' } }
    expect(insideOf(MOVEMENTS, US, deal(abroad))).toBeUndefined()
  })
})

describe('what comes in', () => {
  const arriving = {
    kinds: ['export' as const, 'technology' as const],
    what: 'Came in.',
    rules: [],
    cite: 'c',
    mark: 'text',
  }
  const word = (more: object) =>
    insideOf({ ...MOVEMENTS, arriving }, US, deal({ route: { from: 'JP', to: 'US' }, ...more }))
      ?.what

  it('is no movement for who gets it here, whatever it passes', () => {
    expect(word(parties('US', 'US'))).toBe('Came in.')
    expect(word({ ...parties('US'), route: { from: 'JP', to: 'US', via: ['KR'] } })).toBe(
      'Came in.',
    )
    expect(
      insideOf(MOVEMENTS, US, deal({ ...parties('US'), route: { from: 'JP', to: 'US' } })),
    ).toBe(undefined)
  })
  it.each([
    ['an end user elsewhere', parties('CN')],
    ['a purchaser elsewhere', parties('US', 'CN')],
    ['an end user of no stated country', parties(undefined)],
    ['nobody who gets it', parties()],
    ['another destination', { ...parties('US'), route: { from: 'JP', to: 'CN', via: ['US'] } }],
    ['no stated departure', { ...parties('US'), route: { to: 'US' } }],
    ['another kind', { ...parties('US'), kind: 'service' }],
    ['technology of which nothing is stated', { ...parties('US'), kind: 'technology' }],
    ['technology of no stated recipients', { ...parties('US'), technology: { location: 'US' } }],
  ])('is not what has %s', (_what, more) => {
    expect(word(more)).toBeUndefined()
  })
})

describe('destinations', () => {
  const to = (more: object, movements?: Movements) =>
    destinationsOf(deal(more), { closed: false, isSentAbroad: false }, movements)
  it('are where it goes and where those are who use it', () => {
    expect(to({ ...parties('CN', 'JP'), route: { from: 'US', to: 'SG' } })).toEqual(['SG', 'CN'])
  })
  const technology = { means: 'visit', location: 'US', recipientNationalities: ['CN', 'IN'] }
  it('are the countries of persons alone, where technology is released at home', () => {
    expect(to({ kind: 'technology', technology }, MOVEMENTS)).toEqual(['CN', 'IN'])
  })
  it('are open where nothing is stated of technology that stays in a country', () => {
    expect(to({ kind: 'technology', ...parties('US') }, MOVEMENTS)).toEqual([undefined, 'US'])
    const sent = { kind: 'technology', route: { from: 'US', to: 'SG' } }
    expect(to(sent, MOVEMENTS)).toEqual(['SG'])
  })
  it('are open where nobody states the persons', () => {
    const { recipientNationalities: _none, ...silent } = technology
    expect(to({ kind: 'technology', technology: silent }, MOVEMENTS)).toEqual([undefined])
  })
  it('are not those of persons whom nobody states, where technology is sent abroad', () => {
    const silent = { kind: 'technology', technology: {}, route: { from: 'US', to: 'SG' } }
    const places = (isSentAbroad: boolean) =>
      destinationsOf(deal(silent), { closed: false, isSentAbroad }, MOVEMENTS)
    expect(places(true)).toEqual(['SG'])
    expect(places(false)).toEqual([undefined, 'SG'])
  })
  it('are both, where technology goes abroad', () => {
    const abroad = { ...technology, location: 'SG' }
    const sent = { kind: 'technology', technology: abroad, route: { from: 'US', to: 'SG' } }
    expect(to(sent, MOVEMENTS)).toEqual(['CN', 'IN', 'SG'])
  })
  it('take no persons where the seat does not say so', () => {
    expect(to({ kind: 'technology', technology })).toEqual(['US'])
  })
})

describe('a seat', () => {
  it('leaves open every kind that it does not name', () => {
    const areas = gapsOf(MOVEMENTS).map(({ area }) => area)
    expect(areas).toContain('own')
    expect(areas).toContain('transactions of kind transit')
    expect(areas).not.toContain('transactions of kind export')
    const read = gapsOf(MOVEMENTS, 'the act: https://law.example').map(({ area }) => area)
    expect(read).toContain('transactions of kind transit; read the act: https://law.example')
  })
  it('decides exports and reexports where its law says nothing', () => {
    const empty = { tables: new Map() } as unknown as Parameters<typeof movementsOf>[0]
    expect(movementsOf(empty, 'US').decided).toEqual(['export', 'reexport'])
  })
})
