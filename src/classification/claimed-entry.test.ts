import { describe, expect, it } from 'vitest'
import { CLAIMED_NOT_ENCODED } from './model.ts'
import { classifySmall, metCodes, of, type SmallLists } from './small-law.fixture.ts'

const CHIP = { kind: ['ic'] }
const LISTS: SmallLists = {
  US: [
    { code: '3A090.a', criteria: { all: [CHIP, { tpp: '>= 4800' }] } },
    { code: '3A090.b', criteria: { all: [CHIP, { density: '>= 3.2' }] } },
    { code: '3A991.p', criteria: { all: [CHIP, { tops: '>= 8' }] }, fallback: true },
  ],
  EU: [{ code: '3A501', criteria: { all: [CHIP, { tpp: '>= 6000' }] } }],
}

const classify = (claimed: unknown, characteristics: object = {}) =>
  classifySmall(LISTS, { kind: 'ic.processor', characteristics, claimed })

describe('a claimed code that has no entry', () => {
  it('is a finding of its own with the reasons that the table of the list states', () => {
    const us = of(classify({ US: { code: '6A003.a.3', basis: 'maker' } }))
    expect(us.met).toHaveLength(1)
    expect(us.met[0]).toMatchObject({
      truth: 'true',
      basis: 'claim',
      entry: {
        ...{ id: 'US:6A003.a.3', code: '6A003.a.3', status: CLAIMED_NOT_ENCODED, fallback: false },
        reasons: [
          { reason: 'NS', rule: 'US:chart:NS1' },
          { reason: 'UN', rule: 'US:746.1(b)', when: 'part of the entry' },
          { reason: 'CC', rule: 'US:worldwide' },
        ],
        exceptions: ['LVS'],
        cite: 'Invented law, section 1',
      },
    })
    expect(us.undecided).toEqual([])
    expect(us.listed).toBe('listed')
  })

  it('has the reasons of the nearest paragraph above it that the table names', () => {
    const reasons = (code: string) =>
      of(classify({ US: code })).met[0]?.entry.reasons.map(({ reason }) => reason)
    expect(reasons('6A003.c.2')).toEqual(['AT'])
    expect(reasons('6A003.b')).toEqual(['NS', 'UN', 'CC'])
  })

  it('has no reasons where none were read, and none of the United States elsewhere', () => {
    const us = of(classify({ US: '0A999' }))
    expect(us.met[0]?.entry).toMatchObject({ reasons: [], cite: 'Claim of US:0A999' })
    const eu = of(classify({ EU: '6A003' }), 'EU')
    expect(eu.met[0]?.entry).toMatchObject({ id: 'EU:6A003', reasons: [] })
  })

  it('stands beside what the parameters decide, and takes no fallback away', () => {
    const us = of(classify({ US: '6A003' }, { tpp: 1, density: 1, tops: 9 }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['6A003', '3A991.p'])
    expect(us.contradictions).toEqual([])
  })

  it('that looks like no code settles nothing else', () => {
    const us = of(classify({ US: 'banana' }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['banana'])
    expect(us.undecided).toHaveLength(3)
    expect(us.notMetByClaim).toEqual([])
  })

  it('counts for what contains it', () => {
    const lists: SmallLists = {
      US: [{ code: '4A003', criteria: { contains_code: ['6A003'] } }],
    }
    const item = { kind: 'computer', content: [{ kind: 'other', claimed: { US: '6A003.a' } }] }
    expect(metCodes(classifySmall(lists, item))).toEqual(['4A003'])
  })
})
