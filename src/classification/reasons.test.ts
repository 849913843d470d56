import { describe, expect, it } from 'vitest'
import { classifySmall, metCodes, of, openCodes, type SmallLists } from './small-law.fixture.ts'

const LISTS: SmallLists = {
  US: [
    {
      code: '3A090.a.1',
      criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] },
      excluded: { for_cars: true },
    },
    {
      code: '3A090.a.2',
      criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 1600' }, { density: '>= 5.92' }] },
    },
    {
      code: '3A001.a.1',
      criteria: { all: [{ kind: ['ic'] }, { any: [{ dose: '>= 5000' }, { upset: '>= 9' }] }] },
    },
    { code: '3B001', criteria: { all: [{ kind: ['sme'] }, { dco_nm: '<= 1.50' }] } },
  ],
}
const ic = (characteristics: object, more: object = {}) =>
  classifySmall(LISTS, { kind: 'ic', characteristics, ...more })

describe('margins', () => {
  it('tell how near the numbers that decide stand to their thresholds', () => {
    const found = ic({ tpp: 5040, density: 5.92 })
    expect(of(found).met.map(({ margins }) => margins)).toEqual([
      [
        {
          ...{ parameter: 'tpp', value: '5040', wanted: '>= 4800', unit: 'TOPS*bit' },
          ...{ percent: '5', truth: 'true' },
        },
      ],
      [
        expect.objectContaining({ parameter: 'tpp', percent: '220' }),
        expect.objectContaining({ parameter: 'density', percent: '0', truth: 'true' }),
      ],
    ])
  })

  it('are those of what is known where an entry is undecided', () => {
    const [first] = of(ic({ tpp: 1700 })).undecided
    expect(first?.entry.code).toBe('3A090.a.2')
    expect(first?.margins).toMatchObject([{ parameter: 'tpp', percent: '6.3', truth: 'true' }])
  })
})

describe('near misses', () => {
  it('are what only numbers eliminate, the nearest first', () => {
    const found = of(ic({ tpp: 4560, density: 5.9 }))
    expect(found.nearMisses.map(({ entry, truth }) => [entry.code, truth])).toEqual([
      ['3A090.a.2', 'false'],
      ['3A090.a.1', 'false'],
    ])
    expect(found.nearMisses[0]?.margins).toMatchObject([{ parameter: 'density', percent: '-0.34' }])
    expect(found.eliminated).toBe(4)
  })

  it('are as far as the farthest of what all must change', () => {
    expect(of(ic({ tpp: 1500, density: 1 })).nearMisses).toEqual([])
    const near = of(ic({ tpp: 1500, density: 5 })).nearMisses
    expect(near.map(({ entry }) => entry.code)).toEqual(['3A090.a.2'])
  })

  it('are as near as the nearest of any', () => {
    const lists: SmallLists = {
      US: [{ code: '1A', criteria: { any: [{ tops: '>= 100' }, { dco_nm: '<= 1.5' }] } }],
    }
    const item = { characteristics: { tops: 1, dco_nm: 1.51 } }
    expect(of(classifySmall(lists, item)).nearMisses).toHaveLength(1)
  })

  it('leave out what a word or a kind eliminates, and show no more than five', () => {
    const lists: SmallLists = {
      US: [
        { code: '0A001', criteria: { all: [{ euv: true }, { tops: '>= 100' }] } },
        { code: '0A002', criteria: { not: { tops: '< 100' } } },
        ...['1', '2', '3', '4', '5', '6'].map((n) => ({
          code: `0A00${n}.z`,
          criteria: { tops: `>= 10${n}` },
        })),
      ],
    }
    const item = { characteristics: { tops: 99, euv: false } }
    expect(of(classifySmall(lists, item)).nearMisses.map(({ entry }) => entry.code)).toEqual([
      '0A002',
      '0A001.z',
      '0A002.z',
      '0A003.z',
      '0A004.z',
    ])
  })
})

describe('near misses of an entry', () => {
  it('that is not fully encoded or that a release takes away are none', () => {
    const lists: SmallLists = {
      US: [
        { code: '1A', criteria: { tops: '>= 100' }, incomplete: 'a limb' },
        { code: '1B', criteria: { tops: '>= 98' }, excluded: { euv: true } },
      ],
    }
    const found = of(classifySmall(lists, { characteristics: { tops: 99, euv: true } }))
    expect(found.undecided.map(({ entry }) => entry.code)).toEqual(['1A'])
    expect(found.nearMisses).toEqual([])
  })
})

describe('missing facts', () => {
  it('are what can be stated: inputs of what is derived, and of those only what lacks', () => {
    const missing = (characteristics: object) =>
      of(ic(characteristics)).undecided.map(({ entry, missing }) => [entry.code, missing])
    expect(missing({})).toEqual([
      ['3A090.a.1', ['ops', 'for_cars']],
      ['3A090.a.2', ['ops', 'area_mm2']],
    ])
    expect(missing({ tpp: 2000 })).toEqual([['3A090.a.2', ['area_mm2']]])
    const ops = [{ precision: 'FP16', bits: 16, tera_ops_dense: 125 }]
    expect(missing({ ops })).toEqual([['3A090.a.2', ['area_mm2']]])
    expect(missing({ ops, area_mm2: 0 })).toEqual([['3A090.a.2', ['density']]])
  })
})

describe('derived characteristics', () => {
  it('are shown with their formula', () => {
    const ops = [
      { precision: 'FP16', bits: 16, tera_ops_dense: 125 },
      { precision: 'INT8', bits: 8, tera_ops_dense: 300 },
    ]
    const found = ic({ ops, area_mm2: 400 })
    expect(found.derived).toEqual([
      {
        ...{ parameter: 'tpp', value: '2400', unit: 'TOPS*bit' },
        formula: 'highest tera_ops_dense * bits over ops',
      },
      { parameter: 'density', value: '6', formula: 'tpp / area_mm2' },
    ])
    expect(metCodes(found)).toEqual(['3A090.a.2'])
  })
})

describe('explanations', () => {
  it('give the reasons that decide, with a release that does not apply', () => {
    const [finding] = of(ic({ tpp: 5000, density: 1, for_cars: false })).met
    expect(finding?.explain()).toMatchObject({
      ...{ kind: 'all', truth: 'true' },
      children: [
        {
          ...{ kind: 'all', truth: 'true' },
          children: [
            { parameter: 'kind', got: 'ic' },
            { parameter: 'tpp', got: '5000', wanted: '>= 4800' },
          ],
        },
        { kind: 'not', truth: 'true', child: { parameter: 'for_cars', got: 'false' } },
      ],
    })
  })

  it('show that a release nobody spoke of leaves the entry standing', () => {
    const [finding] = of(ic({ tpp: 5000, density: 1 })).met
    expect(finding?.explain()).toMatchObject({
      truth: 'true',
      children: [{}, { kind: 'not', truth: 'unknown', child: { got: 'absent' } }],
    })
  })

  it('of a near miss tell why not', () => {
    const [finding] = of(ic({ tpp: 4700, density: 1 })).nearMisses
    expect(finding?.explain()).toMatchObject({
      truth: 'false',
      children: [{ parameter: 'tpp', got: '4700' }],
    })
  })

  it('of what a release takes away name the release alone', () => {
    const lists: SmallLists = {
      US: [
        { code: '3A090', criteria: { tpp: '>= 1' }, excluded: { for_cars: true } },
        { code: '3A991', criteria: { all: [{ tops: '>= 1' }] }, excluded: { meets: ['3A090'] } },
      ],
    }
    const item = { characteristics: { tpp: 5, tops: 5, for_cars: true }, claimed: { US: '3A090' } }
    const found = of(classifySmall(lists, item))
    expect(found.contradictions).toHaveLength(1)
    expect(found.met[0]?.explain()).toMatchObject({
      children: [{ truth: 'true' }, { kind: 'not', truth: 'true' }],
    })
  })
})

describe('presumptions', () => {
  const HARDENED = { what: 'Not hardened', cite: 'Invented law, section 1' }

  it('decide what nobody spoke of, and are listed where they did', () => {
    const found = ic({ tpp: 1, density: 1 })
    expect(openCodes(found)).toEqual([])
    expect(found.assumptions).toEqual([HARDENED])
  })

  it('are not listed where nothing rests on them', () => {
    const found = classifySmall(LISTS, { kind: 'sme', characteristics: { dco_nm: 9 } })
    expect(found.assumptions).toEqual([])
  })

  it('are lifted for a whole family by one member stated, even as unknown', () => {
    const found = ic({ tpp: 1, density: 1, dose: 3000 })
    expect(found.assumptions).toEqual([])
    expect(of(found).undecided.map(({ entry, missing }) => [entry.code, missing])).toEqual([
      ['3A001.a.1', ['upset']],
    ])
    expect(openCodes(ic({ tpp: 1, density: 1, dose: 'unknown' }))).toEqual(['3A001.a.1'])
    expect(openCodes(ic({ tpp: 1, density: 1, dose: 3000, upset: 1 }))).toEqual([])
    expect(metCodes(ic({ tpp: 1, density: 1, dose: 6000 }))).toEqual(['3A001.a.1'])
  })

  it('are taken back by a claim that cannot hold without them, and then ask no more', () => {
    const found = ic({ tpp: 1, density: 1 }, { claimed: { US: '3A001.a.1' } })
    expect(of(found).contradictions).toEqual([])
    expect(metCodes(found)).toEqual(['3A001.a.1'])
    expect(openCodes(found)).toEqual([])
    expect(found.assumptions).toEqual([])
  })

  it('stand against a claim that the figures stated contradict, or that rests on others too', () => {
    const stated = ic({ tpp: 1, density: 1, dose: 1, upset: 1 }, { claimed: { US: '3A001.a.1' } })
    expect(of(stated).contradictions).toHaveLength(1)
    const other = { code: '3A001.a.5', criteria: { all: [{ kind: ['ic'] }, { tops: '>= 9' }] } }
    const lists: SmallLists = { US: [...(LISTS.US ?? []), other] }
    const item = { kind: 'ic', characteristics: { tops: 1, tpp: 1, density: 1 } }
    const wider = classifySmall(lists, { ...item, claimed: { US: '3A001.a' } })
    expect(of(wider).contradictions).toHaveLength(1)
    expect(wider.assumptions).toEqual([HARDENED])
  })

  it('leave the facts as they were, however often they are asked for', () => {
    const found = ic({ tpp: 1, density: 1 })
    expect(found.assumptions).toBe(found.assumptions)
    expect(of(found).nearMisses).toEqual([])
    expect(ic({ tpp: 1, density: 1 }).assumptions).toEqual([HARDENED])
  })

  it('are still there when reasons are asked for after them', () => {
    const lists: SmallLists = { US: [{ code: '3A001', criteria: { not: { dose: '>= 5' } } }] }
    const found = classifySmall(lists, { kind: 'ic' })
    expect(found.assumptions).toEqual([HARDENED])
    expect(of(found).met[0]?.explain()).toMatchObject({
      ...{ kind: 'not', truth: 'true' },
      child: { truth: 'false', got: 'presumed absent' },
    })
  })

  it('do not matter where an entry is open with them too', () => {
    const lists: SmallLists = {
      US: [{ code: '3A001', criteria: { any: [{ euv: true }, { dose: '>= 5' }] } }],
    }
    const found = classifySmall(lists, { kind: 'ic' })
    expect(openCodes(found)).toEqual(['3A001'])
    expect(found.assumptions).toEqual([])
  })

  it('do not matter where an entry is decided without them', () => {
    const lists: SmallLists = {
      US: [{ code: '3A001', criteria: { all: [{ euv: true }, { dose: '>= 5' }] } }],
    }
    const item = (euv: boolean) => ({ kind: 'ic', characteristics: { euv } })
    expect(classifySmall(lists, item(false)).assumptions).toEqual([])
    expect(classifySmall(lists, item(true)).assumptions).toEqual([HARDENED])
  })
})

describe('questions', () => {
  it('come with the most decisive first, in the words of the dictionary', () => {
    const found = ic({})
    expect(
      found.questions.map(({ parameter, of: whose, text, wouldDecide }) => [
        parameter,
        whose,
        text,
        wouldDecide,
      ]),
    ).toEqual([
      ['ops', '', 'How fast is it?', ['US:3A090.a.1', 'US:3A090.a.2']],
      ['area_mm2', '', 'What is `area_mm2` in mm2? Area of the die.', ['US:3A090.a.2']],
      ['for_cars', '', 'What is `for_cars`? Designed for automobiles.', ['US:3A090.a.1']],
    ])
  })

  it('weigh fallbacks, suspended and half encoded entries less', () => {
    const lesser = [
      { fallback: true },
      { suspended: [{ from: '2026-01-01', to: '2026-12-31' }] },
      { incomplete: 'a limb' },
    ]
    for (const more of lesser) {
      const lists: SmallLists = {
        US: [
          { code: '1A001', criteria: { tops: '> 1' }, ...more },
          { code: '1A002', criteria: { tops: '> 2' }, ...more },
          { code: '1A003', criteria: { euv: true } },
        ],
      }
      const found = classifySmall(lists, { kind: 'ic' })
      expect(found.questions.map(({ parameter }) => parameter)).toEqual(['euv', 'tops'])
    }
  })

  it('prefer what decides an entry alone', () => {
    const lists: SmallLists = {
      US: [
        { code: '1A001', criteria: { all: [{ euv: true }, { for_cars: true }] } },
        { code: '1A002', criteria: { tops: '> 1' } },
      ],
    }
    const found = classifySmall(lists, { kind: 'ic' })
    expect(found.questions.map(({ parameter }) => parameter)).toEqual(['tops', 'euv', 'for_cars'])
  })

  it('are none where all is decided', () => {
    expect(ic({ tpp: 1, density: 1 }).questions).toEqual([])
  })
})
