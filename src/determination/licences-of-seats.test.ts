import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { projectDeterminer } from './project-determiner.fixture.ts'

const { parse, determiner } = projectDeterminer()

interface Deal {
  readonly from: string
  readonly claimed: Readonly<Record<string, string>>
  readonly licence?: Readonly<Record<string, unknown>>
}

/** A listed thing to Brazil with all else stated, and what the seat says of it. */
function answered(seat: string, { from, claimed, licence }: Deal) {
  const firm = (role: string, name: string, country: string) => ({
    role,
    name,
    country,
    headquarters: country,
    type: 'commercial',
  })
  const origins = ['technology', 'software', 'plant-equipment']
  const transaction = {
    id: 'deal',
    date: '2026-08-01',
    kind: 'export',
    route: { from, to: 'BR', via: [] },
    items: [
      {
        id: 'thing',
        kind: 'other',
        claimed: { US: 'EAR99', ...claimed },
        origin: from,
        content: [],
        madeWith: origins.map((what) => ({ what, origin: from })),
        quantity: { amount: '4', unit: 'piece' },
      },
    ],
    parties: [firm('exporter', 'Lantern Works', from), firm('end-user', 'Meridian Works', 'BR')],
    persons: [{ usPerson: false, nationalities: [from], activity: 'shipping' }],
    endUse: { uses: ['civil'], military: false, wmd: false },
    knowledge: { informed: [] },
    authorisations:
      licence === undefined
        ? []
        : [{ kind: 'licence', id: 'L1', from: '2026-01-01', lines: ['thing'], ...licence }],
  }
  const answer = unwrap(determiner.determine(unwrap(parse.line(JSON.stringify(transaction)))))
  const found = answer.jurisdictions.find(({ jurisdiction }) => jurisdiction === seat)
  if (found === undefined) throw new Error(`${seat} is not answered`)
  return found
}

const GOODS: readonly (readonly [string, Deal])[] = [
  ['GB', { from: 'GB', claimed: { GB: '3A001.a.7' } }],
  ['JP', { from: 'JP', claimed: { JP: '7(1)' } }],
  ['KR', { from: 'KR', claimed: { KR: '3A001.a.7' } }],
]

describe('a licence that the authority of a seat granted', () => {
  it.each(GOODS)('lets go in %s what nobody here read otherwise permits', (seat, goods) => {
    expect(answered(seat, goods).verdict).toBe('licence-required')
    const licensed = answered(seat, { ...goods, licence: { jurisdiction: seat } })
    expect(licensed.verdict).toBe('clear-with-conditions')
    expect(licensed.licence.heldBy).toEqual(['L1'])
  })

  it.each(GOODS)('lets nothing go in %s for another line or entry', (seat, goods) => {
    const other = { jurisdiction: seat, lines: ['other'] }
    expect(answered(seat, { ...goods, licence: other }).verdict).toBe('licence-required')
    const entry = { jurisdiction: seat, entries: ['9A101'] }
    expect(answered(seat, { ...goods, licence: entry }).verdict).toBe('licence-required')
  })

  it('makes it no matter what the thing is classified as, where it names no entry', () => {
    const goods = { from: 'JP', claimed: {} }
    expect(answered('JP', goods).verdict).toBe('undetermined')
    const held = { jurisdiction: 'JP', until: '2026-12-31' }
    expect(answered('JP', { ...goods, licence: held }).verdict).toBe('clear-with-conditions')
    const named = { ...held, entries: ['7(1)'] }
    expect(answered('JP', { ...goods, licence: named }).verdict).toBe('undetermined')
  })
})

describe('a licence of the Union', () => {
  const goods = { from: 'NL', claimed: { EU: '3A001.a.7', NL: 'not-listed' } }

  it.each(['EU', 'NL'])('may be stated as one of %s', (jurisdiction) => {
    const found = answered('EU', { ...goods, licence: { jurisdiction } })
    expect(found.verdict).toBe('clear-with-conditions')
  })

  it.each([
    ['DE', 'It is of DE, and the exporter is in NL.'],
    ['GB', 'It is a licence of GB, and clears nothing under the law of EU.'],
  ])('is none of %s for an exporter in the Netherlands', (jurisdiction, because) => {
    const found = answered('EU', { ...goods, licence: { jurisdiction } })
    expect(found.verdict).toBe('licence-required')
    expect(found.licence.notFitting[0]?.because).toEqual([because])
  })
})
