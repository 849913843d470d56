import fc from 'fast-check'
import { describe, it } from 'vitest'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { createGroupTable } from './groups.ts'

const source = { cite: '15 CFR 740 Supp. 1', mark: 'text' } as const
const days = fc.integer({ min: 0, max: 4000 }).map((offset): LegalDate => {
  const date = new Date(Date.UTC(2016, 0, 1) + offset * 86_400_000)
  return unwrap(parseLegalDate(date.toISOString().slice(0, 10)))
})
const codes = ['AE', 'CN', 'HK', 'NL']
const places = new Map(codes.map((code) => [code, { code, name: code, aliases: [] }]))
const country = fc.constantFrom(...codes)
const members = fc.subarray(codes)

function groupOf(list: readonly string[], coveredFrom: LegalDate | undefined) {
  return {
    name: 'G',
    jurisdiction: 'US',
    effective: {},
    members: list,
    without: [],
    ...source,
    ...(coveredFrom === undefined ? {} : { coveredFrom }),
  }
}

describe('a dated group', () => {
  it('never contradicts on a covered day what it says without the day of cover', () => {
    fc.assert(
      fc.property(members, days, days, country, (list, from, day, one) => {
        const facts = { moves: [], held: [], treated: [] }
        const dated = createGroupTable({ groups: [groupOf(list, from)], ...facts }, places)
        const always = createGroupTable({ groups: [groupOf(list, undefined)], ...facts }, places)
        const expected = day < from ? 'unknown' : always.membership('G', one, day)
        return dated.membership('G', one, day) === expected
      }),
    )
  })

  it('only settles what was unknown when more held days are known', () => {
    fc.assert(
      fc.property(days, days, days, country, (coveredFrom, heldFrom, day, one) => {
        const group = groupOf(['CN'], coveredFrom)
        const held = [{ country: 'CN', groups: ['G'], effective: { from: heldFrom }, ...source }]
        const less = createGroupTable({ groups: [group], moves: [], held: [], treated: [] }, places)
        const more = createGroupTable({ groups: [group], moves: [], held, treated: [] }, places)
        const before = less.membership('G', one, day)
        return before === 'unknown' || before === more.membership('G', one, day)
      }),
    )
  })

  it('has a treated country where it names that country itself, and else exactly where it has the other', () => {
    fc.assert(
      fc.property(members, days, days, (list, coveredFrom, day) => {
        const treated = [{ jurisdiction: 'US', country: 'HK', as: 'CN', effective: {}, ...source }]
        const groups = [groupOf(list, coveredFrom)]
        const table = createGroupTable({ groups, moves: [], held: [], treated }, places)
        const itself = createGroupTable({ groups, moves: [], held: [], treated: [] }, places)
        const expected = list.includes('HK')
          ? itself.membership('G', 'HK', day)
          : table.membership('G', 'CN', day)
        return table.membership('G', 'HK', day) === expected
      }),
    )
  })
})
