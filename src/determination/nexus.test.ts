import { describe, expect, it } from 'vitest'
import { FALSE, TRUE, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction } from '../rulebook/index.ts'
import { SUPPLY } from './acts.ts'
import { nexusOfItem } from './nexus.ts'
import { day, fullDeal, of, ruleOf, smallEngine, smallLaw } from './small-law.fixture.ts'
import type { NexusTable } from './tables.ts'
import type { Transaction } from './transaction.ts'

const engine = smallEngine()
const MADE = ['technology', 'software', 'plant-equipment']
const madeIn = (origin: string) => MADE.map((what) => ({ what, origin }))
const from = (place: string, item: object = {}, more: object = {}) =>
  fullDeal({
    route: { from: place, to: 'SG', via: [] },
    items: [
      { id: 'chip', kind: 'ic.processor', characteristics: { tpp: 9000, hard: false }, ...item },
    ],
    persons: [{ usPerson: false }],
    ...more,
  })
const holds = (deal: unknown) =>
  engine.determine(deal).jurisdictions.map(({ jurisdiction }) => jurisdiction)
const kinds = (deal: unknown, code: string) =>
  Object.fromEntries(of(engine.determine(deal), code).nexus.map(({ kind, truth }) => [kind, truth]))

describe('a hold', () => {
  it('is had by the territory that the item leaves', () => {
    expect(kinds(from('US'), 'US')).toEqual({ territory: 'true' })
    expect(kinds(from('DE', { origin: 'DE' }), 'EU')).toEqual({ territory: 'true' })
  })
  it('is had by the origin, wherever the item is', () => {
    const answer = engine.determine(from('NL', { origin: 'US' }))
    expect(kinds(from('NL', { origin: 'US' }), 'US')).toEqual({ origin: 'true' })
    expect(of(answer, 'US').licence.required.asWritten).toBe(true)
  })
  it('is open where nobody states origin, content and production, and so is what follows', () => {
    const answer = engine.determine(from('NL'))
    expect(kinds(from('NL'), 'US')).toMatchObject({
      origin: 'unknown',
      'de-minimis': 'unknown',
      'direct-product': 'unknown',
    })
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    const asked = answer.missing.filter(({ wouldDecide }) =>
      wouldDecide.includes('US: jurisdiction'),
    )
    expect(asked.map(({ fact }) => fact)).toEqual(['content', 'madeWith', 'origin'])
    expect(answer.coverage.map(({ area }) => area)).toContain('direct-product rules')
  })
  it('needs no deciding where the law would ask nothing', () => {
    const item = { characteristics: { tpp: 200, hard: false } }
    expect(of(engine.determine(from('NL', item)), 'US').licence.required.asWritten).toBe(false)
  })
  it('is excluded by what is stated of content and production, to the last level', () => {
    const laser = { name: 'laser', kind: 'odd', origin: 'DE', content: [], madeWith: madeIn('DE') }
    const tool = { origin: 'NL', madeWith: madeIn('NL') }
    expect(holds(from('NL', { ...tool, content: [laser] }))).toEqual(['EU'])
    for (const open of [
      { ...tool },
      { ...tool, content: [{ ...laser, origin: 'US' }] },
      { ...tool, content: [{ ...laser, origin: undefined }] },
      { ...tool, content: [{ ...laser, content: undefined }] },
      { ...tool, content: [{ ...laser, madeWith: [] }] },
      { ...tool, content: [laser], madeWith: [] },
      { ...tool, content: [laser], madeWith: [{ what: 'technology', origin: 'NL' }] },
      { ...tool, content: [laser], madeWith: madeIn('US') },
    ]) {
      expect(holds(from('NL', open)).toSorted()).toEqual(['EU', 'US'])
    }
  })
  it('is had by passage', () => {
    const deal = from('NL', { origin: 'NL', content: [], madeWith: madeIn('NL') })
    expect(holds(deal)).toEqual(['EU'])
    expect(holds({ ...deal, route: { from: 'NL', to: 'SG', via: ['US'] } }).toSorted()).toEqual([
      'EU',
      'US',
    ])
  })
  it('is open everywhere where nobody states where the item leaves', () => {
    const deal = { ...from('US', { origin: 'SG' }), route: { to: 'SG', via: [] } }
    expect(holds(deal).toSorted()).toEqual(['EU', 'US'])
    expect(engine.determine(deal).missing.map(({ fact }) => fact)).toContain('route.from')
  })
  it('is a jurisdiction of one item and not of another', () => {
    const items = [
      {
        id: 'ours',
        kind: 'ic.processor',
        origin: 'US',
        characteristics: { tpp: 9000, hard: false },
      },
      { id: 'theirs', kind: 'cell', origin: 'NL', content: [], madeWith: madeIn('NL') },
    ]
    const answer = engine.determine(from('NL', {}, { items }))
    expect(of(answer, 'US').items.map(({ item }) => item)).toEqual(['ours'])
    expect(of(answer, 'EU').items.map(({ item }) => item)).toEqual(['ours', 'theirs'])
  })
})

describe('persons', () => {
  const service = (person: object) =>
    fullDeal({
      kind: 'service',
      route: { from: 'NL', to: 'CN', via: [] },
      items: [{ id: 'visit', kind: 'service' }],
      persons: [person],
    })
  it('are held whatever the item is', () => {
    const answer = engine.determine(service({ usPerson: true, employerHeadquarters: 'CN' }))
    expect(ruleOf(answer, 'US:person')?.truth).toBe('true')
    expect(answer.verdict).toBe('licence-required')
  })
  it('are released by whom they work for', () => {
    const answer = engine.determine(service({ usPerson: true, employerHeadquarters: 'NL' }))
    expect(ruleOf(answer, 'US:person')?.truth).not.toBe('true')
    // The small law says of no service that its rules decide it.
    expect(of(answer, 'US').licence.required.asWritten).toBe('unknown')
    expect(answer.verdict).toBe('undetermined')
  })
  it('stay held where nobody says whom they work for', () => {
    const answer = engine.determine(service({ usPerson: true }))
    expect(of(answer, 'US').licence.required.asWritten).toBe(true)
  })
  it('are asked for where nobody says who acts', () => {
    const answer = engine.determine(service({}))
    expect(ruleOf(answer, 'US:person')?.truth).toBe('unknown')
    const asked = answer.missing.filter(({ wouldDecide }) => wouldDecide.includes('US:person'))
    expect(asked.map(({ fact }) => fact)).toEqual([
      'persons.employerHeadquarters',
      'persons.usPerson',
    ])
  })
  it('matter no more where the item itself is held', () => {
    const answer = engine.determine({ ...from('US'), persons: [{ usPerson: true }] })
    expect(ruleOf(answer, 'US:person')).toBeUndefined()
  })
  it('carry no other law to an activity that leaves from elsewhere', () => {
    expect(holds(service({ usPerson: false }))).toEqual(['EU'])
  })
})

describe('a broker', () => {
  const table: NexusTable = {
    nexus: [
      { kind: 'broker', what: '', effective: {}, suspended: [], cite: 'Art. 6', mark: 'text' },
      { kind: 'territory', what: '', effective: {}, suspended: [], cite: 'Art. 3', mark: 'text' },
    ],
    gaps: [],
  }
  const union = {
    ...[...smallLaw().jurisdictions.values()][0],
    territory: ['DE', 'FR'],
  } as Jurisdiction
  const acts = { acts: SUPPLY, isActivity: false }
  const heldBy = (
    from: string,
    parties: NonNullable<Transaction['parties']>,
    kind: 'brokering' | 'export',
  ) => {
    const deal = { kind, items: [], route: { from, to: 'PK', via: [] }, parties }
    const item = { madeWith: [], serialNumbers: [], characteristics: {}, claims: [] }
    return nexusOfItem(item, deal, union, table, day('2026-06-02'), acts)
  }
  const broker = (country?: string) => ({
    role: 'broker' as const,
    name: 'Lantern Handel',
    ...(country === undefined ? {} : { country }),
  })

  it('holds a deal between other countries by where it is, and only for what it does', () => {
    const held = heldBy('KR', [broker('DE')], 'brokering')
    expect(held.item).toBe(TRUE)
    expect([...held.acts]).toEqual(['brokering'])
  })
  it('acts beside who supplies, where the goods leave the same territory', () => {
    expect([...heldBy('DE', [broker('FR')], 'brokering').acts]).toEqual(['supply', 'brokering'])
  })
  it('is the exporter of the deal where nobody else is named', () => {
    expect(
      heldBy('KR', [{ role: 'exporter', name: 'Lantern Export', country: 'DE' }], 'brokering').item,
    ).toBe(TRUE)
    const both = [
      { role: 'exporter' as const, name: 'Lantern Export', country: 'DE' },
      broker('CH'),
    ]
    expect(heldBy('KR', both, 'brokering').item).toBe(FALSE)
  })
  it('may be anywhere where nobody states its country', () => {
    expect(heldBy('KR', [broker()], 'brokering').item).toBe(UNKNOWN)
    expect(heldBy('KR', [], 'brokering').item).toBe(UNKNOWN)
  })
  it('holds nothing by being named in an export', () => {
    expect(heldBy('KR', [broker('DE')], 'export').item).toBe(FALSE)
  })
})

describe('a connection that speaks of some kinds of items', () => {
  const rule = { effective: {}, suspended: [], cite: 'Ann. 61', mark: 'text' }
  const home = { ...[...smallLaw().jurisdictions.values()][0], territory: ['CN'] } as Jurisdiction
  const held = (kind: string | undefined, unread?: string) =>
    nexusOfItem(
      {
        madeWith: [],
        serialNumbers: [],
        characteristics: {},
        claims: [],
        origin: 'CN',
        ...(kind === undefined ? {} : { kind }),
      },
      { kind: 'export', items: [], route: { from: 'DE', to: 'US', via: [] } },
      home,
      {
        nexus: [
          {
            ...rule,
            kind: 'origin',
            what: '',
            kinds: ['magnet', 'material'],
            ...(unread === undefined ? {} : { unread }),
          },
          { ...rule, kind: 'de-minimis', what: '', kinds: ['magnet'] },
        ],
        gaps: [],
      },
      day('2026-11-12'),
      { acts: SUPPLY, isActivity: false },
    )

  it('holds those, also by a kind below one that is named', () => {
    expect(held('magnet').item).toBe(TRUE)
    expect(held('material.mineral').item).toBe(TRUE)
  })
  it('does not hold others, whatever may be in them', () => {
    expect(held('ic.processor').item).toBe(FALSE)
    expect(held('ic.processor').findings.map(({ truth }) => truth)).toEqual(['false', 'false'])
  })
  it('is open where nobody states or knows the kind', () => {
    expect(held(undefined).item).toBe(UNKNOWN)
    expect(held('unknown').item).toBe(UNKNOWN)
  })
  it('is open where it asks more than the law here holds', () => {
    const { item, findings } = held('magnet', 'Which of them is not held.')
    expect(item).toBe(UNKNOWN)
    expect(findings[0]?.because).toBe('The item originates in CN. Which of them is not held.')
    expect(held('ic.processor', 'Which of them is not held.').item).toBe(FALSE)
  })
})
