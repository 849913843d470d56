import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { checkFormula, derivationsOf, recordFields } from './derivation.ts'
import { CONTEXT, DAY, factsOf, read, VOCABULARY } from './engine.fixture.ts'
import { createFactReader } from './facts.ts'
import type { Parameter } from './model.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

const number = (id: string, formula?: string, maxOver?: string): Parameter => ({
  id,
  type: 'number',
  definition: id,
  ...(formula === undefined ? {} : { formula }),
  ...(maxOver === undefined ? {} : { maxOver }),
})
const vocabularyOf = (...parameters: readonly Parameter[]): Vocabulary =>
  createVocabulary(parameters, new Map())
const derived = (stated: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    read(stated)
      .derived()
      .map(({ parameter, value }) => [parameter, value]),
  )

describe('the order of derivations', () => {
  it('puts each formula after those it reads, whatever the order of the dictionary', () => {
    const vocabulary = vocabularyOf(
      number('d', 'c * b'),
      number('c', 'b + a'),
      number('b', 'a * 2'),
      number('a'),
    )
    expect(derivationsOf(vocabulary).map((it) => it.parameter.id)).toEqual(['b', 'c', 'd'])
    expect(derivationsOf(vocabulary).map((it) => it.slot)).toEqual([2, 1, 0])
  })

  it('takes each formula once', () => {
    const vocabulary = vocabularyOf(
      number('a'),
      number('b', 'a'),
      number('c', 'b'),
      number('d', 'b'),
    )
    expect(derivationsOf(vocabulary).map((it) => it.parameter.id)).toEqual(['b', 'c', 'd'])
  })

  it('does not follow a formula over records', () => {
    const vocabulary = vocabularyOf(number('bits', 'top'), number('top', 'bits * 2', 'ops'), {
      id: 'ops',
      type: 'list',
      definition: '',
    })
    expect(derivationsOf(vocabulary).map((it) => it.parameter.id)).toEqual(['top', 'bits'])
  })

  it.each([
    ['itself', [number('a', 'a + 1')], 'a → a'],
    ['each other', [number('a', 'b'), number('b', 'c'), number('c', 'a')], 'a → b → c → a'],
  ])('refuses formulas that read %s', (_, parameters, ring) => {
    expect(() => derivationsOf(vocabularyOf(...parameters))).toThrow(
      `no formula reads itself (${ring})`,
    )
  })

  it('refuses a formula that cannot be read, or that reads a stranger', () => {
    expect(() => derivationsOf(vocabularyOf(number('a', '1 +')))).toThrow('it ends too early')
    expect(() => derivationsOf(vocabularyOf(number('a', 'x * 2')))).toThrow(
      'formulas read parameters of the dictionary, and x is none',
    )
    expect(() => derivationsOf(vocabularyOf(number('a', 'x', 'ops')))).toThrow('and ops is none')
  })
})

describe('a derived value', () => {
  it('follows from its inputs, and shows its formula', () => {
    expect(read({ tpp: 4800, applicable_die_area_mm2: '8 cm²' }).derived()).toEqual([
      {
        parameter: 'performance_density',
        value: '6',
        unit: 'TPP/mm2',
        formula: 'tpp / applicable_die_area_mm2',
      },
    ])
  })

  it('names the list it is the highest over', () => {
    expect(read({ ops: [{ rate: 2, bits: 8 }] }).derived()).toEqual([
      {
        parameter: 'top_tpp',
        value: '16',
        unit: 'TOPS*bit',
        formula: 'highest rate * bits over ops',
      },
    ])
  })

  it.each([
    ['an input is absent', { tpp: 4800 }, undefined],
    ['no input is stated', {}, undefined],
    ['an input is unknown', { tpp: 4800, applicable_die_area_mm2: 'unknown' }, 'unknown'],
    ['one is unknown and one absent', { tpp: 'unknown' }, 'unknown'],
    ['an input does not apply', { tpp: 4800, applicable_die_area_mm2: 'none' }, 'none'],
    ['one does not apply and one is absent', { applicable_die_area_mm2: 'none' }, 'none'],
    ['none comes after unknown', { tpp: 'unknown', applicable_die_area_mm2: 'none' }, 'none'],
    ['none comes before unknown', { tpp: 'none', applicable_die_area_mm2: 'unknown' }, 'none'],
    ['the area is zero', { tpp: 4800, applicable_die_area_mm2: 0 }, undefined],
  ])('where %s', (_, stated, expected) => {
    const value = factsOf(stated).slots[VOCABULARY.slot('performance_density') ?? -1]
    expect(typeof value === 'symbol' ? value.description : value).toBe(expected)
    expect(read(stated).derived()).toEqual([])
  })

  it('is of numbers, or the dictionary is wrong', () => {
    const vocabulary = vocabularyOf(
      number('x', 'n * tags'),
      number('n'),
      { id: 'tags', type: 'set', definition: '' },
      number('top', 'a', 'rows'),
      { id: 'rows', type: 'list', definition: '' },
    )
    const reader = createFactReader({ ...CONTEXT, vocabulary }, [])
    expect(() => reader({ n: 1, tags: ['a'] }, DAY)).toThrow('This is a bug: formulas read numbers')
    expect(unwrap(reader({ n: 1, tags: 'unknown' }, DAY)).derived()).toEqual([])
    const top = derivationsOf(vocabulary).find((it) => it.parameter.id === 'top')
    expect(() => top?.derive([], new Map([['rows', [{ a: 'five' }]]]))).toThrow(
      'This is a bug: records were checked for the fields of their formula',
    )
  })

  it('never overwrites what is stated, but settles what is stated as unknown', () => {
    const inputs = { tpp: 4800, applicable_die_area_mm2: 800 }
    expect(derived({ ...inputs, performance_density: 7 })).toEqual({})
    expect(derived({ ...inputs, performance_density: 'none' })).toEqual({})
    expect(derived({ ...inputs, performance_density: 'unknown' })).toEqual({
      performance_density: '6',
    })
  })

  it('is read by the formulas after it', () => {
    const density = { id: 'density', type: 'number', definition: '' } as const
    expect(
      derivationsOf(
        vocabularyOf({ ...density, formula: 'top / 2' }, number('top', 'x'), number('x')),
      ).map((it) => it.parameter.id),
    ).toEqual(['top', 'density'])
  })
})

describe('the highest over records', () => {
  it.each([
    [
      'the first',
      [
        { rate: 100, bits: 16 },
        { rate: 50, bits: 8 },
      ],
      '1600',
    ],
    [
      'the last',
      [
        { rate: 50, bits: 8 },
        { rate: 100, bits: 16 },
      ],
      '1600',
    ],
    [
      'equal ones',
      [
        { rate: 100, bits: 16 },
        { rate: 200, bits: 8 },
      ],
      '1600',
    ],
    ['one', [{ rate: '3.5', bits: 16, precision: 'FP16' }], '56'],
    [
      'one that is higher by its last digit',
      [
        { rate: '100.00000000000000001', bits: 16 },
        { rate: 100, bits: 16 },
      ],
      '1600.00000000000000016',
    ],
  ])('is %s', (_, ops, value) => {
    expect(derived({ ops })).toEqual({ top_tpp: value })
  })

  it('is absent without records, and follows a list that is unknown or does not apply', () => {
    const slot = VOCABULARY.slot('top_tpp') ?? -1
    expect(factsOf({ ops: [] }).slots[slot]).toBeUndefined()
    expect(factsOf({}).slots[slot]).toBeUndefined()
    expect((factsOf({ ops: 'unknown' }).slots[slot] as symbol).description).toBe('unknown')
    expect((factsOf({ ops: 'none' }).slots[slot] as symbol).description).toBe('none')
  })

  it('passes over a record for which the formula has no value', () => {
    const vocabulary = vocabularyOf(number('top', 'a / b', 'rows'), {
      id: 'rows',
      type: 'list',
      definition: '',
    })
    const rows = [
      { a: 9, b: 0 },
      { a: 8, b: 2 },
      { a: 1, b: 0 },
    ]
    const found = unwrap(createFactReader({ ...CONTEXT, vocabulary }, [])({ rows }, DAY)).derived()
    expect(found).toStrictEqual([
      { parameter: 'top', value: '4', formula: 'highest a / b over rows' },
    ])
  })

  it('names no unit of what has none', () => {
    const vocabulary = vocabularyOf({ ...number('x', 'n * 2'), unit: '1' }, number('n'))
    expect(
      unwrap(createFactReader({ ...CONTEXT, vocabulary }, [])({ n: 2 }, DAY)).derived(),
    ).toStrictEqual([{ parameter: 'x', value: '4', formula: 'n * 2' }])
  })

  it('asks each record for the fields of every formula over the list, once', () => {
    const vocabulary = vocabularyOf(
      number('top', 'a * b', 'rows'),
      number('most', 'b * c', 'rows'),
      number('other', 'd', 'columns'),
      number('plain', 'e'),
    )
    expect(recordFields(vocabulary, 'rows')).toEqual(['a', 'b', 'c'])
    expect(recordFields(vocabulary, 'others')).toEqual([])
  })
})

describe('checking a formula for the loader', () => {
  const known = (id: string): boolean => ['a', 'ops'].includes(id)

  it('accepts what reads the dictionary, or the fields of a list of it', () => {
    expect(checkFormula(number('x', 'a * 2'), known)).toEqual({ ok: true, value: true })
    expect(checkFormula(number('x', 'rate * bits', 'ops'), known)).toEqual({
      ok: true,
      value: true,
    })
    expect(checkFormula(number('x'), known)).toEqual({ ok: true, value: true })
  })

  it.each([
    [number('x', 'a * b'), 'b'],
    [number('x', 'a', 'opps'), 'opps'],
  ])('names what is not in the dictionary', (parameter, stranger) => {
    expect(checkFormula(parameter, known)).toEqual({
      ok: false,
      problems: [
        {
          code: 'formula.unknown-parameter',
          detail: `The formula of x reads "${stranger}", which is not in the dictionary.`,
          remedy: 'Add it, or correct the name.',
        },
      ],
    })
  })

  it('passes on what is wrong with the formula itself', () => {
    expect(checkFormula(number('x', 'a *'), known)).toMatchObject({
      problems: [{ code: 'formula.invalid' }],
    })
  })
})
