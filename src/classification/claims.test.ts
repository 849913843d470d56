import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import { CLAIMED_PARAGRAPH } from './model.ts'
import { classifySmall, metCodes, of, openCodes, type SmallLists } from './small-law.fixture.ts'

const R1 = { reason: 'RS', rule: 'US:R1' }
const R2 = { reason: 'AT', rule: 'US:R2' }

const LISTS: SmallLists = {
  US: [
    { code: '3A090.a.1', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] }, reasons: [R1] },
    {
      code: '3A090.b.1',
      criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 2400' }, { tpp: '< 4800' }] },
      ...{ reasons: [R1, R2], exceptions: ['GOV', 'TSU'] },
    },
    {
      code: '3A090.b.2',
      criteria: { all: [{ kind: ['ic'] }, { density: '>= 3.2' }] },
      ...{ reasons: [R2], exceptions: ['TSU'] },
    },
    { code: '3A991.p', criteria: { all: [{ kind: ['ic'] }, { tops: '>= 8' }] }, fallback: true },
    { code: '3B001.f', criteria: { all: [{ kind: ['sme'] }, { dco_nm: '<= 1.5' }] } },
    {
      code: '3B993.f',
      criteria: { all: [{ kind: ['sme'] }, { dco_nm: '> 1.5' }, { dco_nm: '<= 2.4' }] },
      effective: { from: '2024-12-02' },
    },
    {
      code: '5A002.z.1',
      criteria: { all: [{ kind: ['ic'] }, { meets: ['3A090.a'] }, { crypto: true }] },
    },
    {
      code: '5A002.z.2',
      criteria: { all: [{ kind: ['ic'] }, { meets: ['3A090.b'] }, { crypto: true }] },
    },
  ],
  EU: [{ code: '3A501.a.16', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 6000' }] } }],
}

const classify = (claimed: unknown, characteristics: object = {}, kind = 'ic.processor') =>
  classifySmall(LISTS, { kind, characteristics, claimed })

describe('a claim', () => {
  it('settles what the parameters leave open, and shows as a claim', () => {
    const found = classify({ US: { code: '3A090.a.1', basis: 'maker', evidence: 'letter' } })
    const us = of(found)
    expect(us.met.map(({ entry, basis }) => [entry.code, basis])).toEqual([['3A090.a.1', 'claim']])
    expect(us.met[0]?.claim).toEqual({
      ...{ jurisdiction: 'US', code: '3A090.a.1', basis: 'maker', evidence: 'letter' },
    })
    expect(us.undecided).toEqual([])
    expect(us.notMetByClaim.map(({ entry, truth, basis }) => [entry.code, truth, basis])).toEqual([
      ['3A090.b.1', 'false', 'claim'],
      ['3A090.b.2', 'false', 'claim'],
      ['3A991.p', 'false', 'claim'],
    ])
    expect(us.contradictions).toEqual([])
    expect(us.eliminated).toBe(7)
  })

  it('speaks of its own jurisdiction alone', () => {
    expect(openCodes(classify({ US: '3A090.a.1' }), 'EU')).toEqual(['3A501.a.16'])
    expect(openCodes(classify({ TW: '3A090.a.1' }))).toContain('3A090.a.1')
  })

  it('is read however it is spelled', () => {
    for (const code of [
      '3A090.a.1',
      '3a090.A.1',
      '3A090a1',
      'US:3A090.a.1',
      '3A090.a.1 (RS, AT)',
      '3A090.a.1(NS)',
      '3A090.a.1 NS/RS',
      '3A090.a.1/AT1',
      ' 3A090.a.1 ',
      '３A090.a.1',
    ]) {
      expect(metCodes(classify({ US: code })), code).toEqual(['3A090.a.1'])
    }
  })

  it('deeper than what is encoded settles the paragraph that is', () => {
    const found = classify({ US: '3A090.a.1.x' })
    expect(metCodes(found)).toEqual(['3A090.a.1'])
    expect(metCodes(classify({ US: '3A0901' }))).toEqual(['3A0901'])
  })

  it('at a paragraph above says that one of those below holds, and not which', () => {
    const us = of(classify({ US: '3A090.b' }))
    expect(us.met).toHaveLength(1)
    expect(us.met[0]).toMatchObject({
      ...{ truth: 'true', basis: 'claim', provisional: false, missing: [], margins: [] },
      entry: {
        ...{ id: 'US:3A090.b', status: CLAIMED_PARAGRAPH, fallback: false },
        ...{ reasons: [R2], exceptions: ['TSU'] },
      },
    })
    expect(us.undecided.map(({ entry, claim }) => [entry.code, claim?.code])).toEqual([
      ['3A090.b.1', '3A090.b'],
      ['3A090.b.2', '3A090.b'],
    ])
    expect(us.listed).toBe('listed')
    expect(us.met[0]?.explain()).toMatchObject({ why: 'Claimed as 3A090.b (self).' })
  })

  it('at a paragraph above, beside a kind that none below speaks of, keeps every reason that one of them carries', () => {
    const us = of(classify({ US: '3A090' }, {}, 'other'))
    expect(us.met.map(({ entry }) => entry.reasons)).toEqual([
      [
        { ...R1, when: '3A090.a.1, 3A090.b.1' },
        { ...R2, when: '3A090.b.1, 3A090.b.2' },
      ],
    ])
    expect(us.undecided).toEqual([])
    expect(us.met.map(({ oneOf }) => oneOf)).toEqual([['3A090.a.1', '3A090.b.1', '3A090.b.2']])
    const alike = of(classify({ US: '3A090.b' }, {}, 'other'))
    expect(alike.met.map(({ entry }) => entry.reasons)).toEqual([
      [R2, { ...R1, when: '3A090.b.1' }],
    ])
  })

  it('at a paragraph above settles the only one below that is possible', () => {
    const us = of(classify({ US: '3A090.b' }, { density: 1 }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.b.1'])
    expect(us.undecided).toEqual([])
  })

  it('that the parameters bear out adds nothing', () => {
    const us = of(classify({ US: '3A090.b' }, { tpp: 3000 }))
    expect(us.met.map(({ entry, basis }) => [entry.code, basis])).toEqual([
      ['3A090.b.1', 'parameters'],
    ])
    expect(us.met[0]?.claim?.code).toBe('3A090.b')
    expect(us.undecided.map(({ entry }) => entry.code)).toEqual(['3A090.b.2'])
  })

  it('never overrides what the parameters decide', () => {
    const us = of(classify({ US: { code: '3A090.a.1', basis: 'authority' } }, { tpp: 3000 }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.b.1'])
    expect(us.contradictions).toEqual([
      {
        claim: { jurisdiction: 'US', code: '3A090.a.1', basis: 'authority' },
        because: 'US:3A090.a.1 asks for tpp >= 4800, and it is 3000.',
        entries: ['US:3A090.a.1'],
      },
    ])
  })

  it('that is contradicted settles nothing, and nothing is eliminated on the word of another', () => {
    const us = of(classify({ US: ['3A090.a.1', '3A090.b.2'] }, { tpp: 100 }))
    expect(us.contradictions.map(({ claim }) => claim.code)).toEqual(['3A090.a.1'])
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.b.2'])
    const alone = of(classify({ US: '3A090.a.1' }, { tpp: 100 }))
    expect(alone.undecided.map(({ entry }) => entry.code)).toEqual(['3A090.b.2', '3A991.p'])
    expect(alone.notMetByClaim).toEqual([])
  })

  it('of an entry for other kinds is contradicted by the kind', () => {
    const us = of(classify({ US: '3B001.f' }))
    expect(us.contradictions[0]?.because).toBe(
      'US:3B001.f asks for kind sme, and it is ic.processor.',
    )
  })

  it('of an entry for other kinds stands where the item is of none: lists take in parts', () => {
    const us = of(classifySmall(LISTS, { kind: 'other', claimed: { US: '3B001.f' } }))
    expect(us.contradictions).toEqual([])
    expect(us.met.map(({ entry, basis }) => [entry.code, entry.status, basis])).toEqual([
      ['3B001.f', 'claimed paragraph', 'claim'],
    ])
    expect(us.met[0]?.entry.reasons).toEqual(
      of(classifySmall(LISTS, { kind: 'sme.litho', claimed: { US: '3B001.f' } })).met[0]?.entry
        .reasons,
    )
  })

  it('of an entry that a release takes away names the release', () => {
    const lists: SmallLists = {
      US: [{ code: '3A090', criteria: { tpp: '>= 4800' }, excluded: { for_cars: true } }],
    }
    const item = { characteristics: { tpp: 5000, for_cars: true }, claimed: { US: '3A090' } }
    expect(of(classifySmall(lists, item)).contradictions[0]?.because).toBe(
      'US:3A090 releases for_cars true, and it is true.',
    )
  })

  it('of an entry that has no effect on the day is contradicted by the day', () => {
    const item = { kind: 'sme.litho', claimed: { US: '3B993.f' } }
    const us = of(classifySmall(LISTS, item, { asOf: '2024-12-01' as LegalDate }))
    expect(us.contradictions[0]?.because).toBe(
      'US:3B993.f has no effect on the day asked for (from 2024-12-02). Of the same family stands on that day: US:3B001.f.',
    )
    expect(us.undecided.map(({ entry }) => entry.code)).toEqual(['3B001.f'])
    const later = of(classifySmall(LISTS, item, { asOf: '2024-12-02' as LegalDate }))
    expect(later.met.map(({ entry }) => entry.code)).toEqual(['3B993.f'])
  })

  it('of a paragraph that stood elsewhere before settles not the one above it', () => {
    const lists: SmallLists = {
      US: [
        { code: '3B001.f', criteria: { kind: ['sme.litho'] } },
        { code: '3B001.f.2', criteria: { kind: ['sme.litho'] }, effective: { to: '2024-12-01' } },
      ],
    }
    const item = { kind: 'sme.litho', claimed: { US: '3B001.f.2' } }
    const after = of(classifySmall(lists, item, { asOf: '2024-12-02' as LegalDate }))
    expect(after.contradictions[0]?.because).toContain('US:3B001.f.2 has no effect')
    const before = of(classifySmall(lists, item, { asOf: '2024-12-01' as LegalDate }))
    expect(before.contradictions).toEqual([])
  })

  it('of a higher entry beside lower ones that hold is no contradiction', () => {
    const us = of(classify({ US: '5A002.z.1' }, { tpp: 5000, crypto: 'unknown' }))
    expect(us.contradictions).toEqual([])
    expect(us.met.map(({ entry, basis }) => [entry.code, basis])).toEqual([
      ['3A090.a.1', 'parameters'],
      ['5A002.z.1', 'claim'],
    ])
  })

  it('of an entry that rests on others leaves those open which it needs', () => {
    const us = of(classify({ US: '5A002.z.1.a.1' }, { crypto: true }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['5A002.z.1'])
    expect(us.undecided.map(({ entry }) => entry.code)).toEqual(['3A090.a.1'])
    expect(us.notMetByClaim.map(({ entry }) => entry.code)).toEqual([
      '3A090.b.1',
      '3A090.b.2',
      '3A991.p',
      '5A002.z.2',
    ])
  })

  it('decides with it what rests on the claimed entry', () => {
    const us = of(classify({ US: '3A090.a.1' }, { crypto: true }))
    expect(us.met.map(({ entry, basis }) => [entry.code, basis])).toEqual([
      ['3A090.a.1', 'claim'],
      ['5A002.z.1', 'claim'],
    ])
    expect(us.met.map(({ claim }) => claim?.code)).toEqual(['3A090.a.1', '3A090.a.1'])
    expect(us.undecided).toEqual([])
  })

  it('several together name several', () => {
    const us = of(classify({ US: ['3A090.b.2', '3A090.a.1'] }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.a.1', '3A090.b.2'])
    expect(us.undecided).toEqual([])
  })

  it('means the same in whatever order several are stated', () => {
    const codes = (claims: readonly string[]) => {
      const us = of(classify({ US: claims }))
      return [us.met.map(({ entry }) => entry.id), us.undecided.map(({ entry }) => entry.id)]
    }
    expect(codes(['3A090.b', '3A090.b.1'])).toEqual(codes(['3A090.b.1', '3A090.b']))
    expect(codes(['3A090.b', '3A090.b.1'])[0]).toEqual(['US:3A090.b.1'])
  })
})

describe('a claimed fallback', () => {
  it('eliminates what is open', () => {
    const us = of(classify({ US: '3A991.p' }))
    expect(us.met.map(({ entry, provisional }) => [entry.code, provisional])).toEqual([
      ['3A991.p', false],
    ])
    expect(us.undecided).toEqual([])
  })

  it('is contradicted by an entry that holds', () => {
    const us = of(classify({ US: '3A991.p' }, { tpp: 5000, tops: 9 }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.a.1'])
    expect(us.contradictions).toMatchObject([
      { because: 'US:3A090.a.1 holds by the parameters stated.', entries: ['US:3A090.a.1'] },
    ])
  })

  it('gives way to an entry claimed beside it', () => {
    const us = of(classify({ US: ['3A991.p', '3A090.a.1'] }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.a.1'])
  })
})

describe('a claim', () => {
  it('of a paragraph above fallbacks leaves open which of them holds', () => {
    const lists: SmallLists = {
      US: [
        { code: '3A991.p', criteria: { tops: '>= 8' }, fallback: true },
        { code: '3A991.q', criteria: { tops: '>= 9' }, fallback: true },
      ],
    }
    const found = classifySmall(lists, { claimed: { US: '3A991' } })
    expect(metCodes(found)).toEqual(['3A991'])
    expect(openCodes(found)).toEqual(['3A991.p', '3A991.q'])
  })

  it('of a paragraph that is encoded itself does not speak of those below it', () => {
    const lists: SmallLists = {
      US: [
        { code: '3A001.a.2', criteria: { tops: '>= 8' } },
        { code: '3A001.a.2.b', criteria: { tpp: '>= 9' } },
      ],
    }
    const found = classifySmall(lists, { claimed: { US: '3A001.a.2' } })
    expect(metCodes(found)).toEqual(['3A001.a.2'])
    expect(openCodes(found)).toEqual([])
  })

  it('lets an entry hold that asks for the absence of what is then not met', () => {
    const lists: SmallLists = {
      US: [
        { code: '3A090', criteria: { tops: '>= 8' } },
        { code: '4A003', criteria: { tpp: '>= 8' } },
        { code: '5A002.z', criteria: { not: { meets: ['3A090'] } } },
      ],
    }
    const found = classifySmall(lists, { claimed: { US: '4A003' } })
    expect(metCodes(found)).toEqual(['4A003', '5A002.z'])
  })
})

describe('a claim that nothing lists the item', () => {
  it.each(['not-listed', 'EAR99', 'ear 99', 'EAR-99', 'Not listed'])('is read from %s', (word) => {
    const us = of(classify({ US: { code: word, basis: 'maker' } }))
    expect(us).toMatchObject({ listed: 'not-listed', met: [], undecided: [], contradictions: [] })
    expect(us.notListedClaim).toMatchObject({ code: word, basis: 'maker' })
    expect(us.notMetByClaim).toHaveLength(4)
  })

  it('settles also what was not read and what is not covered', () => {
    const lists: SmallLists = {
      EU: [
        { code: '1A001', criteria: { unread: 'no text' } },
        { code: '1A002', criteria: { kind: ['ic'] }, coveredFrom: '2030-01-01' },
      ],
    }
    const item = { kind: 'ic', claimed: { EU: 'not-listed' } }
    expect(of(classifySmall(lists, item), 'EU').listed).toBe('not-listed')
  })

  it('is contradicted by an entry that holds, be it a fallback', () => {
    for (const characteristics of [{ tpp: 5000 }, { tpp: 1, density: 1, tops: 9 }]) {
      const us = of(classify({ US: 'EAR99' }, characteristics))
      expect(us.listed).toBe('listed')
      expect(us.contradictions).toHaveLength(1)
      expect(us.notListedClaim).toBeUndefined()
    }
  })

  it('is taken back by a code claimed beside it', () => {
    const us = of(classify({ US: ['not-listed', '3A090.a.1'] }))
    expect(us.met.map(({ entry }) => entry.code)).toEqual(['3A090.a.1'])
    expect(us.contradictions).toEqual([
      {
        claim: { jurisdiction: 'US', code: 'not-listed', basis: 'self' },
        because: '3A090.a.1 is claimed as well.',
        entries: [],
      },
    ])
    expect(us.undecided).not.toEqual([])
  })
})
