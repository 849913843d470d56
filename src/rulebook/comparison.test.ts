import { describe, expect, it } from 'vitest'
import { type LegalDate, type Truth, truthOf, unwrap } from '../kernel/index.ts'
import { codeMatches, compileComparison } from './comparison.ts'
import { CONTEXT, factsOf, groupsOf, PARAMETERS, truthIn, VOCABULARY } from './engine.fixture.ts'
import type { Wanted } from './model.ts'

function compile(id: string, wanted: unknown) {
  const slot = VOCABULARY.slot(id) ?? -1
  return compileComparison(VOCABULARY.parameter(slot), slot, wanted as Wanted, CONTEXT)
}

describe('comparing a number', () => {
  it.each<[string, Truth, Truth, Truth]>([
    ['>=', 'false', 'true', 'true'],
    ['<=', 'true', 'true', 'false'],
    ['>', 'false', 'false', 'true'],
    ['<', 'true', 'false', 'false'],
    ['=', 'false', 'true', 'false'],
    ['!=', 'true', 'false', 'true'],
  ])('%s is %s below, %s at and %s above the threshold', (operator, below, at, above) => {
    const truths = (values: readonly unknown[]): readonly Truth[] =>
      values.map((value) => truthIn({ dco_nm: `${operator} 1.50` }, { dco_nm: value }))
    expect(truths([1.4, 1.5, 1.6])).toEqual([below, at, above])
    expect(truths(['1.4999999999999999999', '1.50', '1.5000000000000000001'])).toEqual([
      below,
      at,
      above,
    ])
    expect(truths(['1499.9999 pm', '0.0015 µm', '0.0000016 mm'])).toEqual([below, at, above])
  })

  it.each<[string, string, string, Truth]>([
    // 3B501.f and its like: 2.40 nm is inside, and so is 1.50.
    ['dco_nm', '<= 2.40', '2.4', 'true'],
    ['dco_nm', '<= 2.40', '2.4000000000000000001', 'false'],
    ['dco_nm', '<= 1.50', '1.50 nm', 'true'],
    // Above 65 and 250 million samples per second, not at them.
    ['rate_MSPS', '> 65', '65 MSPS', 'false'],
    ['rate_MSPS', '> 65', '65.000001 MSPS', 'true'],
    ['rate_MSPS', '> 250', '0.25 GSPS', 'false'],
    ['rate_MSPS', '> 250', '250000001 S/s', 'true'],
    // 685 degrees, inclusive here and exclusive there, whatever the scale.
    ['temp_C', '<= 685', '958.15 K', 'true'],
    ['temp_C', '< 685', '958.15 K', 'false'],
    ['temp_C', '<= 685 °C', '1265 °F', 'true'],
    ['temp_C', '< 958.15 K', '685', 'false'],
    ['temp_C', '< 685', '958.1499999999999999 K', 'true'],
    ['tid_Gy_Si', '>= 5000', '500 krad(Si)', 'true'],
    ['tid_Gy_Si', '>= 500 krad(Si)', '4999.999999', 'false'],
  ])('%s %s with %s is %s', (id, wanted, stated, truth) => {
    expect(truthIn({ [id]: wanted }, { [id]: stated })).toBe(truth)
  })

  it('is never wrong between nanometres and micrometres', () => {
    for (let i = 1; i <= 1000; i += 1) {
      expect(truthIn({ dco_nm: `<= ${i / 1000} um` }, { dco_nm: `${i} nm` })).toBe('true')
      expect(truthIn({ dco_nm: `< ${i / 1000} um` }, { dco_nm: i })).toBe('false')
    }
  })

  it.each<[unknown, string, string]>([
    ['>= 4800', '>= 4800', '4800'],
    ['<45', '<45', '45'],
    ['=   5', '=   5', '5'],
    ['!= 5', '!= 5', '5'],
    ['> -5', '> -5', '-5'],
    [5, '= 5', '5'],
    [1e21, '= 1e+21', '1000000000000000000000'],
    [0.1, '= 0.1', '0.1'],
  ])('reads %j', (wanted, printed, threshold) => {
    const comparison = unwrap(compile('count', wanted))
    expect(comparison.wanted).toBe(printed)
    expect(comparison.threshold?.exact.toString()).toBe(threshold)
  })

  it.each([
    '4800',
    '',
    '>=',
    '>= ',
    '=> 5',
    '== 5',
    '≥ 5',
    '>= about 5',
    true,
    ['>= 5'],
    null,
    { a: 1 },
  ])('refuses %j', (wanted) => {
    expect(compile('count', wanted)).toMatchObject({ ok: false })
  })

  it('says what to write', () => {
    expect(compile('tpp', '4800')).toEqual({
      ok: false,
      problems: [
        {
          code: 'criteria.wrong-comparison',
          detail: 'tpp is a number; "4800" does not compare with it.',
          remedy: "Write an operator and a number, as '>= 4800'.",
        },
      ],
    })
    expect(compile('tpp', '>= 5 nm')).toMatchObject({
      problems: [{ code: 'quantity.wrong-dimension' }],
    })
  })
})

describe('comparing a boolean', () => {
  it.each<[boolean, boolean, Truth]>([
    [true, true, 'true'],
    [true, false, 'false'],
    [false, true, 'false'],
    [false, false, 'true'],
  ])('%s wanted, %s stated: %s', (wanted, stated, truth) => {
    expect(truthIn({ gate_model: wanted }, { gate_model: stated })).toBe(truth)
    expect(unwrap(compile('gate_model', wanted))).toMatchObject({ wanted: String(wanted) })
    expect(unwrap(compile('gate_model', wanted)).threshold).toBeUndefined()
  })

  it.each(['true', 1, [true], null])('refuses %j', (wanted) => {
    expect(compile('gate_model', wanted)).toMatchObject({
      problems: [{ remedy: 'Write true or false.' }],
    })
  })
})

describe('comparing a text', () => {
  it.each<[unknown, string, Truth, string]>([
    ['Si', 'Si', 'true', 'Si'],
    ['Si', 'Ge', 'false', 'Si'],
    ['= Si', 'Si', 'true', '= Si'],
    ['= Si', 'Ge', 'false', '= Si'],
    ['!= Si', 'Si', 'false', '!= Si'],
    ['!= Si', 'Ge', 'true', '!= Si'],
    ['!=Si', 'Ge', 'true', '!=Si'],
    [['Si', 'Ge'], 'Ge', 'true', 'one of Si, Ge'],
    [['Si'], 'Ge', 'false', 'Si'],
    ['Si = 5', 'Si', 'false', 'Si = 5'],
  ])('%j with %s is %s', (wanted, stated, truth, printed) => {
    expect(truthIn({ element: wanted }, { element: stated })).toBe(truth)
    expect(unwrap(compile('element', wanted)).wanted).toBe(printed)
  })

  it.each([
    ['>= Si', "a word, or '!= word'"],
    ['< Si', "a word, or '!= word'"],
    [5, 'a list with at least one value'],
    [true, 'a list with at least one value'],
    [[], 'a list with at least one value'],
    [null, 'a list with at least one value'],
    [['Si', '!= Ge'], 'values without an operator, under `not` for all others'],
  ])('refuses %j', (wanted, asked) => {
    expect(compile('element', wanted)).toMatchObject({ problems: [{ remedy: `Write ${asked}.` }] })
  })
})

describe('comparing a kind', () => {
  it.each<[unknown, string, Truth]>([
    ['sme.dep', 'sme.dep', 'true'],
    ['sme.dep', 'sme.dep.cvd', 'true'],
    ['sme', 'sme.dep.cvd', 'true'],
    ['sme.dep', 'sme', 'unknown'],
    ['sme.dep.cvd', 'sme', 'unknown'],
    ['sme.dep.cvd', 'sme.dep', 'unknown'],
    ['sme.dep', 'sme.depot', 'false'],
    ['sme.dep', 'sme.litho', 'false'],
    ['sme.dep', 'ic', 'false'],
    [['ic.processor', 'sme.dep'], 'sme.dep.cvd', 'true'],
    [['ic.processor', 'sme.dep'], 'ic', 'unknown'],
    [['sme', 'sme.dep'], 'sme', 'true'],
    [['ic.processor', 'sme.dep'], 'sme.litho', 'false'],
  ])('%j with %s is %s', (wanted, stated, truth) => {
    expect(truthIn({ kind: wanted }, { kind: stated })).toBe(truth)
  })

  it('leaves a kind it was not compiled for undecided', () => {
    expect(unwrap(compile('kind', 'ic')).test('ship', factsOf({}))).toBe(1)
  })
})

describe('comparing a set', () => {
  it.each<[unknown, unknown, readonly string[] | undefined, Truth]>([
    ['logic', ['logic', 'power'], undefined, 'true'],
    [['logic', 'memory'], ['memory'], undefined, 'true'],
    ['logic', ['power'], undefined, 'false'],
    ['logic', [], undefined, 'false'],
    ['logic', ['power'], ['logic'], 'unknown'],
    ['logic', ['power'], ['memory'], 'false'],
    ['logic', ['power'], ['*'], 'unknown'],
    ['logic', ['logic'], ['*'], 'true'],
    [['logic', 'memory'], [], ['memory'], 'unknown'],
    ['logic', ['power'], [], 'false'],
  ])('%j with %j and %j undecided is %s', (wanted, stated, undecided, truth) => {
    const open = undecided === undefined ? {} : { used_for: undecided }
    expect(truthIn({ used_for: wanted }, { used_for: stated }, open)).toBe(truth)
  })
})

describe('comparing the tags of an open set', () => {
  it('takes them as words, not as codes', () => {
    expect(truthIn({ tags: 'a' }, { tags: ['a.b'] })).toBe('false')
    expect(truthIn({ tags: '*' }, { tags: ['a'] })).toBe('false')
    expect(truthIn({ tags: 'a < b' }, { tags: ['a < b'] })).toBe('true')
  })
})

describe('comparing codes', () => {
  it.each<[string, string, boolean]>([
    ['3A090.b.1', '3A090.b', true],
    ['3A090', '3A090', true],
    ['3A090', '3A090.b', false],
    ['3A0901', '3A090', false],
    ['7(17)カ(2)', '7(17)カ', true],
    ['3B001.a', '3B*', true],
    ['3A001.a', '3B*', false],
    ['3B001', '3B001*', true],
    ['anything', '*', true],
    ['EAR99', '*', false],
    ['not-listed', '*', false],
    ['EAR99', 'EAR99', true],
    ['EAR99', 'EAR*', true],
    ['not-listed', 'not-listed', true],
    ['3A090', 'EAR99', false],
  ])('%s against %s: %s', (code, wanted, matches) => {
    expect(codeMatches(code, wanted)).toBe(matches)
  })

  it.each<[unknown, unknown, readonly string[], Truth]>([
    [['3A090', '4A090'], ['4A090.a'], [], 'true'],
    ['3A090', ['3A991'], [], 'false'],
    ['3A090', [], [], 'false'],
    ['3A090.b', ['3A991'], ['3A090.b.1'], 'unknown'],
    ['3A090.b', ['3A991'], ['3A090'], 'false'],
    ['3A090', ['3A991'], ['*'], 'unknown'],
    ['3A090', ['3A090'], ['*'], 'true'],
    ['3B*', ['3A991'], ['3B001'], 'unknown'],
    ['*', ['EAR99'], [], 'false'],
    ['*', ['EAR99'], ['not-listed'], 'false'],
  ])('%j with %j and %j undecided is %s', (wanted, stated, undecided, truth) => {
    expect(truthIn({ codes: wanted }, { codes: stated }, { codes: undecided })).toBe(truth)
  })
})

describe('comparing places', () => {
  it.each<[unknown, string, Truth]>([
    ['D:5', 'CN', 'true'],
    ['D:5', 'NL', 'false'],
    [['D:5', 'NL'], 'NL', 'true'],
    [['D:5', 'A:1'], 'US', 'false'],
    ['MO', 'MO', 'true'],
  ])('%j with destination %s is %s', (wanted, stated, truth) => {
    expect(truthIn({ destination: wanted }, { destination: stated })).toBe(truth)
  })

  it.each<[unknown, readonly string[], readonly string[], Truth]>([
    ['D:5', ['NL', 'CN'], [], 'true'],
    ['D:5', ['CN', 'NL'], [], 'true'],
    ['D:5', ['NL', 'US'], [], 'false'],
    ['D:5', [], [], 'false'],
    ['D:5', ['NL'], ['*'], 'unknown'],
    ['D:5', ['NL'], ['RU'], 'unknown'],
    ['D:5', ['NL'], ['US'], 'false'],
    ['D:5', ['NL'], ['US', 'RU'], 'unknown'],
    ['D:5', ['CN'], ['*'], 'true'],
    ['D:5', ['CN'], ['NL'], 'true'],
  ])('%j with headquarters %j and %j undecided is %s', (wanted, stated, undecided, truth) => {
    expect(
      truthIn({ headquarters: wanted }, { headquarters: stated }, { headquarters: undecided }),
    ).toBe(truth)
  })

  it('is unknown before a group is covered, unless another group decides', () => {
    const past = (id: string, wanted: unknown, value: string | ReadonlySet<string>): Truth =>
      truthOf(
        unwrap(compile(id, wanted)).test(value, {
          ...factsOf({}),
          day: '2019-12-31' as LegalDate,
        }),
      )
    expect(past('destination', 'A:1', 'NL')).toBe('unknown')
    expect(past('destination', ['A:1', 'A:5'], 'NL')).toBe('true')
    expect(past('destination', ['A:1', 'A:5'], 'US')).toBe('unknown')
    expect(past('headquarters', 'A:1', new Set(['NL', 'US']))).toBe('unknown')
    expect(past('headquarters', ['A:1', 'A:5'], new Set(['US', 'NL']))).toBe('true')
  })

  it('asks the table once for a country and a day', () => {
    const calls: string[] = []
    const slot = VOCABULARY.slot('destination') ?? -1
    const comparison = unwrap(
      compileComparison(VOCABULARY.parameter(slot), slot, ['D:5', 'A:1'], {
        ...CONTEXT,
        groups: groupsOf(calls),
      }),
    )
    const today = factsOf({})
    const past = { ...today, day: '2019-12-31' as LegalDate }
    for (let i = 0; i < 3; i += 1) {
      expect(truthOf(comparison.test('NL', today))).toBe('true')
      expect(truthOf(comparison.test('NL', past))).toBe('unknown')
      expect(truthOf(comparison.test('CN', today))).toBe('true')
    }
    expect(calls).toEqual([
      'D:5 NL 2026-06-01',
      'A:1 NL 2026-06-01',
      'D:5 NL 2019-12-31',
      'A:1 NL 2019-12-31',
      'D:5 CN 2026-06-01',
      'A:1 CN 2026-06-01',
    ])
  })

  it('forgets when it has remembered many countries or days, and is still right', () => {
    const calls: string[] = []
    const slot = VOCABULARY.slot('destination') ?? -1
    const comparison = unwrap(
      compileComparison(VOCABULARY.parameter(slot), slot, 'D:5', {
        ...CONTEXT,
        groups: groupsOf(calls),
      }),
    )
    const today = factsOf({})
    const asked = (country: string, day = today.day): number => {
      const before = calls.length
      comparison.test(country, { ...today, day })
      return calls.length - before
    }
    for (let i = 0; i < 1000; i += 1) expect(asked(`X${i}`)).toBe(1)
    expect(asked('X0')).toBe(0)
    expect(asked('X999')).toBe(0)
    expect(asked('Y')).toBe(1)
    expect(asked('X0')).toBe(1)
    expect(asked('Y')).toBe(0)
    const days = Array.from({ length: 1000 }, (_, i) => `${1000 + i}-01-01` as LegalDate)
    for (const day of days.slice(1)) expect(asked('CN', day)).toBe(1)
    expect(asked('Y')).toBe(0)
    expect(asked('CN', days[0])).toBe(1)
    expect(asked('Y')).toBe(1)
    expect(truthOf(comparison.test('CN', today))).toBe('true')
    expect(truthOf(comparison.test('NL', today))).toBe('false')
  })
})

describe('what compares with one of several values', () => {
  const LISTED = ['kind', 'used_for', 'codes', 'destination', 'headquarters']

  it.each(LISTED)('%s: prints what is wanted', (id) => {
    expect(unwrap(compile(id, 'a')).wanted).toBe('a')
    expect(unwrap(compile(id, ['a'])).wanted).toBe('a')
    expect(unwrap(compile(id, ['a', 'b'])).wanted).toBe('one of a, b')
  })

  it.each(LISTED)('%s: refuses no values, and values of another type', (id) => {
    for (const wanted of [[], 5, true, null, { a: 1 }]) {
      expect(compile(id, wanted)).toMatchObject({
        problems: [
          {
            code: 'criteria.wrong-comparison',
            remedy: 'Write a list with at least one value.',
          },
        ],
      })
    }
  })

  it.each(LISTED)('%s: refuses an operator, which would be read as a name', (id) => {
    for (const wanted of ['!= a', ['a', '!= b'], '>= a', '=a', '<a']) {
      expect(compile(id, wanted)).toMatchObject({
        problems: [{ remedy: 'Write values without an operator, under `not` for all others.' }],
      })
    }
  })
})

describe('lists of records and ranges', () => {
  it.each(['ops', 'rated_C'])('%s: compares with nothing', (id) => {
    for (const wanted of ['>= 5', ['a'], true]) {
      expect(compile(id, wanted)).toMatchObject({
        problems: [{ remedy: 'Write no comparison: compare what is derived from it.' }],
      })
    }
  })

  it('are the only types that do not compare', () => {
    const sample: Readonly<Record<string, unknown>> = { number: '> 1', boolean: true }
    const refused = PARAMETERS.filter(
      (parameter) => !compile(parameter.id, sample[parameter.type] ?? 'a').ok,
    )
    expect(new Set(refused.map(({ type }) => type))).toEqual(new Set(['list', 'range']))
  })
})
