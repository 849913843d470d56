import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import { createClassifier } from './classifier.ts'
import { parseItem } from './parse-item.ts'
import {
  classifySmall,
  DAY,
  metCodes,
  of,
  openCodes,
  type SmallLists,
  smallRulebook,
} from './small-law.fixture.ts'

const PROCESSORS: SmallLists = {
  US: [
    { code: '3A090.a', criteria: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 4800' }] } },
    { code: '3A090.c', criteria: { all: [{ kind: ['ic.memory'] }, { density: '> 2' }] } },
    { code: '3B001.f', criteria: { all: [{ kind: ['sme.litho'] }, { dco_nm: '<= 1.50' }] } },
  ],
}

const day = (text: string): LegalDate => text as LegalDate

describe('an entry', () => {
  it('is met, eliminated or undecided by what is stated', () => {
    const classify = (characteristics: object) =>
      classifySmall(PROCESSORS, { kind: 'ic.processor', characteristics })
    expect(metCodes(classify({ tpp: 4800 }))).toEqual(['3A090.a'])
    expect(metCodes(classify({ tpp: 4799.9 }))).toEqual([])
    expect(openCodes(classify({ tpp: 4799.9 }))).toEqual([])
    expect(openCodes(classify({}))).toEqual(['3A090.a'])
    expect(openCodes(classify({ tpp: 'unknown' }))).toEqual(['3A090.a'])
    expect(openCodes(classify({ tpp: 'none' }))).toEqual([])
  })

  it('does not speak of items of other kinds, and those entries are counted as eliminated', () => {
    const found = classifySmall(PROCESSORS, { kind: 'ic.memory', characteristics: { density: 3 } })
    expect(metCodes(found)).toEqual(['3A090.c'])
    expect(of(found).eliminated).toBe(2)
  })

  it('stays open where the kind is only a prefix, not stated or not known', () => {
    expect(openCodes(classifySmall(PROCESSORS, { kind: 'ic' }))).toEqual(['3A090.a', '3A090.c'])
    const every = ['3A090.a', '3A090.c', '3B001.f']
    expect(openCodes(classifySmall(PROCESSORS, {}))).toEqual(every)
    expect(openCodes(classifySmall(PROCESSORS, { kind: 'unknown' }))).toEqual(every)
    expect(openCodes(classifySmall(PROCESSORS, { kind: 'none' }))).toEqual([])
  })

  it('asks for the kind where that is what keeps it open', () => {
    const found = classifySmall(PROCESSORS, { characteristics: { tpp: 5000 } })
    expect(of(found).undecided[0]?.missing).toEqual(['kind'])
    expect(found.questions[0]).toMatchObject({
      parameter: 'kind',
      text: 'What kind of item is it?',
    })
  })

  it('reads the kind from the characteristics too, and refuses two different ones', () => {
    const stated = { characteristics: { kind: 'ic.processor', tpp: 5000 } }
    expect(metCodes(classifySmall(PROCESSORS, stated))).toEqual(['3A090.a'])
    const classifier = createClassifier(smallRulebook(PROCESSORS))
    const both = unwrap(parseItem({ ...stated, kind: 'ic.memory' }))
    const refused = classifier.classify(both, { asOf: DAY })
    expect(refused.ok ? undefined : refused.problems[0]).toMatchObject({
      code: 'kind.stated-twice',
      where: { path: 'characteristics.kind' },
    })
  })

  it('is eliminated by a true exclusion and stands under an unknown one', () => {
    const lists: SmallLists = {
      US: [{ code: '3A090', criteria: { tpp: '>= 4800' }, excluded: { for_cars: true } }],
    }
    const classify = (characteristics: object) =>
      classifySmall(lists, { kind: 'ic', characteristics: { tpp: 5000, ...characteristics } })
    expect(metCodes(classify({ for_cars: false }))).toEqual(['3A090'])
    expect(metCodes(classify({}))).toEqual(['3A090'])
    expect(metCodes(classify({ for_cars: true }))).toEqual([])
    expect(openCodes(classify({ for_cars: true }))).toEqual([])
  })

  it('asks for a release only where it could decide', () => {
    const lists: SmallLists = {
      US: [{ code: '3A090', criteria: { tpp: '>= 4800' }, excluded: { for_cars: true } }],
    }
    const open = classifySmall(lists, { kind: 'ic' })
    expect(of(open).undecided[0]?.missing).toEqual(['ops', 'for_cars'])
    const met = classifySmall(lists, { kind: 'ic', characteristics: { tpp: 5000 } })
    expect(of(met).met[0]?.missing).toEqual([])
  })

  it('that is not fully encoded says nothing by a false, but a true stays true', () => {
    const lists: SmallLists = {
      US: [
        {
          code: '3A069',
          criteria: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 4800' }] },
          excluded: { for_cars: true },
          incomplete: 'two limbs were not read',
        },
      ],
    }
    const classify = (item: object) => classifySmall(lists, { ...item })
    const low = classify({ kind: 'ic.processor', characteristics: { tpp: 1 } })
    expect(openCodes(low)).toEqual(['3A069'])
    expect(of(low).undecided[0]).toMatchObject({ basis: 'text', missing: [] })
    expect(of(low).undecided[0]?.explain()).toEqual({
      kind: 'unread',
      truth: 'unknown',
      why: 'Not fully encoded: two limbs were not read',
    })
    const high = { kind: 'ic.processor', characteristics: { tpp: 5000 } }
    expect(metCodes(classify(high))).toEqual(['3A069'])
    expect(openCodes(classify({ kind: 'sme.litho' }))).toEqual([])
    expect(openCodes(classify({ kind: 'none' }))).toEqual([])
    const released = { ...high, characteristics: { tpp: 5000, for_cars: true } }
    expect(openCodes(classify(released))).toEqual(['3A069'])
  })

  it('whose words were not read is undecided, and no answer of the user could decide it', () => {
    const lists: SmallLists = {
      US: [{ code: '3A001', criteria: { all: [{ kind: ['ic'] }, { unread: 'no text' }] } }],
    }
    const found = classifySmall(lists, { kind: 'ic' })
    expect(of(found).undecided[0]).toMatchObject({ basis: 'text', missing: [], truth: 'unknown' })
    expect(found.questions).toEqual([])
    expect(of(found).listed).toBe('undecided')
  })

  it('that the list marks as not used eliminates every item', () => {
    const lists: SmallLists = { US: [{ code: '3B001.c', criteria: { never: true } }] }
    const found = classifySmall(lists, {})
    expect(openCodes(found)).toEqual([])
    expect(of(found).eliminated).toBe(1)
  })

  it('speaks of the kinds of all its limbs where it is an alternative', () => {
    const lists: SmallLists = {
      US: [
        {
          code: '3A001.e',
          criteria: {
            any: [
              { all: [{ kind: 'ic.memory' }, { tops: '> 1' }] },
              { all: [{ kind: ['sme'] }, { dco_nm: '< 5' }] },
            ],
          },
        },
      ],
    }
    expect(openCodes(classifySmall(lists, { kind: 'ic.memory' }))).toEqual(['3A001.e'])
    expect(openCodes(classifySmall(lists, { kind: 'sme.litho' }))).toEqual(['3A001.e'])
    expect(openCodes(classifySmall(lists, { kind: 'computer' }))).toEqual([])
  })
})

describe('time', () => {
  const lists: SmallLists = {
    US: [
      {
        ...{ code: '3A090', version: '2022', criteria: { tops: '>= 600' } },
        effective: { from: '2022-10-07', to: '2023-11-16' },
      },
      {
        ...{ code: '3A090', criteria: { tpp: '>= 4800' }, published: '2023-10-25' },
        effective: { from: '2023-11-17' },
        suspended: [{ from: '2026-01-01', to: '2026-12-31' }],
      },
      { code: '3B001', criteria: { kind: ['sme.litho'] }, coveredFrom: '2017-01-15' },
    ],
  }
  const item = { kind: 'ic.processor', characteristics: { tops: 700, tpp: 5000 } }
  const versions = (asOf: string, knownAt = asOf) =>
    of(classifySmall(lists, item, { asOf: day(asOf), knownAt: day(knownAt) })).met.map(
      ({ entry }) => entry.version,
    )

  it('picks the version in effect on the day, ends included', () => {
    expect(versions('2022-10-06')).toEqual([])
    expect(versions('2022-10-07')).toEqual(['2022'])
    expect(versions('2023-11-16')).toEqual(['2022'])
    expect(versions('2023-11-17')).toEqual(['current'])
  })

  it('does not see what was published after the day of knowledge, nor that it ended the text before', () => {
    expect(versions('2024-06-01', '2023-10-24')).toEqual(['2022'])
    expect(versions('2024-06-01', '2023-10-25')).toEqual(['current'])
    expect(versions('2023-11-16', '2023-10-24')).toEqual(['2022'])
  })

  it('lists what is suspended, and marks it', () => {
    const found = classifySmall(lists, item, { asOf: day('2026-06-01') })
    expect(of(found).met[0]).toMatchObject({ truth: 'true', suspended: true })
    const later = classifySmall(lists, item, { asOf: day('2027-01-01') })
    expect(of(later).met[0]).toMatchObject({ truth: 'true', suspended: false })
  })

  it('leaves an entry open before the day from which its text is known, unless the kind eliminates it', () => {
    const before = day('2017-01-14')
    const found = classifySmall(lists, { kind: 'sme.litho' }, { asOf: before })
    expect(openCodes(found)).toEqual(['3B001'])
    expect(of(found).undecided[0]).toMatchObject({ basis: 'text', missing: [], margins: [] })
    expect(of(found).undecided[0]?.explain()).toMatchObject({
      why: expect.stringContaining('2017-01-15'),
    })
    expect(openCodes(classifySmall(lists, { kind: 'ic' }, { asOf: before }))).toEqual([])
    const after = { asOf: day('2017-01-15') }
    expect(metCodes(classifySmall(lists, { kind: 'sme.litho' }, after))).toEqual(['3B001'])
  })

  it('knows the last day of an entry that nothing follows', () => {
    const last: SmallLists = {
      US: [{ code: '3A090', criteria: { tpp: '>= 1' }, effective: { to: '2025-01-10' } }],
    }
    const classifier = createClassifier(smallRulebook(last))
    const met = (asOf: string) =>
      metCodes(unwrap(classifier.classify(unwrap(parseItem(item)), { asOf: day(asOf) })))
    expect(met('2025-01-10')).toEqual(['3A090'])
    expect(met('2025-01-11')).toEqual([])
  })

  it('keeps apart what was known when', () => {
    const classifier = createClassifier(smallRulebook(lists))
    const met = (knownAt: string) =>
      of(
        unwrap(
          classifier.classify(unwrap(parseItem(item)), {
            ...{ asOf: day('2024-06-01'), knownAt: day(knownAt) },
          }),
        ),
      ).met.map(({ entry }) => entry.version)
    expect(met('2023-10-24')).toEqual(['2022'])
    expect(met('2023-10-25')).toEqual(['current'])
    expect(met('2023-10-24')).toEqual(['2022'])
  })

  it('gives the same answer whatever was asked before', () => {
    const classifier = createClassifier(smallRulebook(lists))
    const parsed = unwrap(parseItem(item))
    const ask = (asOf: string) =>
      of(unwrap(classifier.classify(parsed, { asOf: day(asOf) }))).met.map(
        ({ entry }) => entry.version,
      )
    const days = ['2022-10-07', '2023-11-17', '2022-10-06', '2023-11-16', '2022-12-01']
    const first = days.map(ask)
    expect(days.map(ask)).toEqual(first)
    expect(first).toEqual([['2022'], ['current'], [], ['2022'], ['2022']])
  })
})

describe('a fallback', () => {
  const lists: SmallLists = {
    US: [
      { code: '3A090.a', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] } },
      { code: '3A991.p', criteria: { all: [{ kind: ['ic'] }, { tops: '>= 8' }] }, fallback: true },
      { code: '3A991.q', criteria: { all: [{ kind: ['ic'] }, { euv: true }] }, fallback: true },
    ],
  }
  const classify = (characteristics: object) =>
    classifySmall(lists, { kind: 'ic', characteristics })

  it('is the answer where nothing else is', () => {
    const found = of(classify({ tpp: 1, tops: 9, euv: false }))
    expect(found.met.map(({ entry, provisional }) => [entry.code, provisional])).toEqual([
      ['3A991.p', false],
    ])
    expect(found.listed).toBe('listed')
  })

  it('is provisional while another entry is open, but not for another fallback', () => {
    const open = of(classify({ tops: 9, euv: false }))
    expect(open.met[0]).toMatchObject({ truth: 'true', provisional: true })
    expect(open.undecided.map(({ entry }) => entry.code)).toEqual(['3A090.a'])
    expect(of(classify({ tpp: 1, tops: 9 })).met[0]?.provisional).toBe(false)
  })

  it('gives way to an entry that holds, met or open', () => {
    const found = classify({ tpp: 5000, tops: 9 })
    expect(metCodes(found)).toEqual(['3A090.a'])
    expect(openCodes(found)).toEqual([])
    expect(of(found).eliminated).toBe(2)
  })

  it('stays open while its own words are', () => {
    const found = of(classify({ tpp: 1, euv: false }))
    expect(found.undecided.map(({ entry }) => entry.code)).toEqual(['3A991.p'])
    expect(found.listed).toBe('undecided')
  })

  it('comes after entries, and the others in the order of the list', () => {
    const order: SmallLists = {
      US: [
        { code: '3A991', criteria: { kind: ['ic'] }, fallback: true },
        { code: '3A001.a.10', criteria: { tpp: '> 1' } },
        { code: '3A001.a.2', criteria: { tpp: '> 1' } },
        { code: '3A001.a.2.b', criteria: { tpp: '> 1' } },
        { code: '2A001', criteria: { tpp: '> 1' } },
      ],
    }
    expect(openCodes(classifySmall(order, { kind: 'ic' }))).toEqual([
      '2A001',
      '3A001.a.2',
      '3A001.a.2.b',
      '3A001.a.10',
    ])
    expect(of(classifySmall(order, { kind: 'ic' })).entries.map(({ entry }) => entry.code)).toEqual(
      ['3A991', '2A001', '3A001.a.2', '3A001.a.2.b', '3A001.a.10'],
    )
  })
})

describe('not listed', () => {
  const item = { kind: 'ic.processor', characteristics: { tpp: 1 } }

  it('is said only inside complete coverage', () => {
    expect(of(classifySmall(PROCESSORS, item)).listed).toBe('not-covered')
    const ordinary = {
      ...item,
      characteristics: { ...item.characteristics, set_aside_design: false },
    }
    const covered = of(classifySmall(PROCESSORS, ordinary, { complete: ['ic.processor'] }))
    expect(covered).toMatchObject({ listed: 'not-listed', coverage: 'complete' })
    expect(covered.notListedClaim).toBeUndefined()
  })

  it('is not said while an entry is open', () => {
    const open = classifySmall(PROCESSORS, { kind: 'ic.processor' }, { complete: ['ic.processor'] })
    expect(of(open).listed).toBe('undecided')
  })

  it('is not said of a kind that is not known', () => {
    const lists: SmallLists = { US: [{ code: '3A090', criteria: { tpp: '>= 4800' } }] }
    const unknown = { characteristics: { tpp: 1 } }
    expect(of(classifySmall(lists, unknown, { complete: ['ic'] })).listed).toBe('not-covered')
  })
})

describe('jurisdictions', () => {
  const lists: SmallLists = {
    US: [{ code: '3B001', criteria: { dco_nm: '<= 1.5' } }],
    JP: [{ code: '7(17)ヲ', criteria: { dco_nm: '<= 2.4' } }],
  }
  const item = { kind: 'sme.litho', characteristics: { dco_nm: 2 } }

  it('answer apart', () => {
    const found = classifySmall(lists, item)
    expect(metCodes(found)).toEqual([])
    expect(metCodes(found, 'JP')).toEqual(['7(17)ヲ'])
  })

  it('can be asked for alone', () => {
    const found = classifySmall(lists, item, { jurisdictions: ['JP'] })
    expect([...found.byJurisdiction.keys()]).toEqual(['JP'])
  })
})

describe('input that cannot be read', () => {
  const classifier = createClassifier(smallRulebook(PROCESSORS))
  const problems = (item: object) => {
    const result = classifier.classify(unwrap(parseItem(item)), { asOf: DAY })
    return result.ok ? [] : result.problems.map(({ code, where }) => [code, where?.path])
  }

  it('is named by its place in the item', () => {
    expect(problems({ characteristics: { tpp: '5 nm' } })).toEqual([
      [expect.stringMatching(/^unit|quantity/), 'characteristics.tpp'],
    ])
    expect(problems({ kind: 'ic.procesor' })).toEqual([['kind.unknown', 'kind']])
    expect(problems({ content: [{}, { characteristics: { dco: 1 } }] })).toEqual([
      ['characteristic.unknown', 'content[1].characteristics.dco'],
    ])
    expect(problems({ content: [{ content: [{ claimed: { EU: 'EAR99' } }] }] })).toEqual([
      ['claim.other-jurisdiction', 'content[0].content[0].claimed.EU'],
    ])
    expect(problems({ claimed: { US: '--' } })).toEqual([['claim.no-code', 'claimed.US']])
  })

  it('is named all at once', () => {
    const several = { kind: 'nothing', characteristics: { tpp: true }, content: [{ kind: 'x' }] }
    expect(problems(several)).toHaveLength(3)
  })

  it('computed characteristics cannot be stated', () => {
    expect(problems({ characteristics: { contains_code: ['3A090'] } })).toEqual([
      ['characteristic.unknown', 'characteristics.contains_code'],
    ])
  })
})
