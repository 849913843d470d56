import { describe, expect, it } from 'vitest'
import { describeProblem, type Truth, truthOf } from '../kernel/index.ts'
import { compileExpression } from './compile.ts'
import type { Explanation, Margin } from './criteria-model.ts'
import { CONTEXT, compiled, factsOf, truthIn } from './engine.fixture.ts'
import type { Expression } from './model.ts'

const TRUTHS: readonly Truth[] = ['false', 'unknown', 'true']
/** A limb of each truth: `gate_model` false, unknown or true; the parameter differs by limb. */
const LIMBS = ['gate_model', 'element', 'maker'] as const
const STATED: Readonly<Record<Truth, unknown>> = { true: 'Si', false: 'Ge', unknown: 'unknown' }

function limb(index: number): unknown {
  const id = LIMBS[index] ?? ''
  return { [id]: id === 'gate_model' ? true : 'Si' }
}
function stating(truths: readonly Truth[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    truths.map((truth, index) => {
      const id = LIMBS[index] ?? ''
      const gate: Readonly<Record<Truth, unknown>> = {
        true: true,
        false: false,
        unknown: 'unknown',
      }
      return [id, id === 'gate_model' ? gate[truth] : STATED[truth]]
    }),
  )
}
/** Every way to give truths to so many limbs. */
function combinations(limbs: number): readonly (readonly Truth[])[] {
  if (limbs === 0) return [[]]
  return combinations(limbs - 1).flatMap((rest) => TRUTHS.map((truth) => [...rest, truth]))
}
const ALL_COMBINATIONS = [1, 2, 3].flatMap(combinations)

describe('the truth of a list of limbs', () => {
  it.each(ALL_COMBINATIONS)('all of %s %s %s', (...truths) => {
    const given = truths.filter((truth) => truth !== undefined)
    const expected = given.includes('false')
      ? 'false'
      : given.includes('unknown')
        ? 'unknown'
        : 'true'
    expect(truthIn({ all: given.map((_, index) => limb(index)) }, stating(given))).toBe(expected)
  })

  it.each(ALL_COMBINATIONS)('any of %s %s %s', (...truths) => {
    const given = truths.filter((truth) => truth !== undefined)
    const expected = given.includes('true')
      ? 'true'
      : given.includes('unknown')
        ? 'unknown'
        : 'false'
    expect(truthIn({ any: given.map((_, index) => limb(index)) }, stating(given))).toBe(expected)
  })

  it.each<[Truth, Truth]>([
    ['false', 'true'],
    ['unknown', 'unknown'],
    ['true', 'false'],
  ])('not %s is %s', (truth, opposite) => {
    expect(truthIn({ not: limb(0) }, stating([truth]))).toBe(opposite)
    expect(truthIn({ not: { not: limb(0) } }, stating([truth]))).toBe(truth)
  })
})

describe('the truth of one comparison', () => {
  it.each<[string, unknown, Truth, Truth]>([
    ['stated and met', 4800, 'true', 'false'],
    ['stated and not met', 100, 'false', 'true'],
    ['absent', undefined, 'unknown', 'unknown'],
    ['stated as unknown', 'unknown', 'unknown', 'unknown'],
    ['stated not to apply', 'none', 'false', 'true'],
  ])('where it is %s', (_, stated, truth, negated) => {
    expect(truthIn({ tpp: '>= 4800' }, { tpp: stated })).toBe(truth)
    expect(truthIn({ not: { tpp: '>= 4800' } }, { tpp: stated })).toBe(negated)
  })

  it('is false where it is presumed absent, and both limbs of a pair may be', () => {
    expect(truthIn({ tid_Gy_Si: '>= 5000' }, {})).toBe('false')
    expect(truthIn({ tid_Gy_Si: '< 5000' }, {})).toBe('false')
    expect(truthIn({ performance_density: '< 5' }, { performance_density: 'none' })).toBe('false')
    expect(truthIn({ performance_density: '>= 5' }, { performance_density: 'none' })).toBe('false')
  })

  it('is unknown where the text was not read, and false where the paragraph is not used', () => {
    expect(truthIn({ unread: 'not published' }, {})).toBe('unknown')
    expect(truthIn({ never: true }, {})).toBe('false')
    expect(truthIn({ not: { never: true } }, {})).toBe('true')
  })
})

describe('what an expression reads', () => {
  it('is each parameter once, in the order of first mention', () => {
    const expression = {
      all: [
        { tpp: '>= 1' },
        { any: [{ dco_nm: '< 2' }, { not: { gate_model: true } }, { tpp: '< 9' }] },
        { unread: 'why' },
        { never: true },
      ],
    }
    expect(compiled(expression).parameters).toEqual(['tpp', 'dco_nm', 'gate_model'])
    expect(compiled({ not: { tpp: '> 1' } }).parameters).toEqual(['tpp'])
    expect(compiled({ unread: 'why' }).parameters).toEqual([])
  })
})

describe('an expression of the wrong shape', () => {
  const problems = (expression: unknown): readonly string[] => {
    const result = compileExpression(expression as Expression, CONTEXT)
    return result.ok ? [] : result.problems.map(describeProblem)
  }
  const ONE_KEY = 'Write one key, or an `all` or `any` with a limb for each. [criteria.wrong-shape]'
  const CONSTANT = 'Write `never: true`, or `unread: why`. [criteria.wrong-shape]'
  const LIMBLESS = (kind: string): string =>
    `\`${kind}\` has no limbs, so it would hold of everything or of nothing. Give it at least one limb. [criteria.empty]`

  it.each<[unknown, string]>([
    [{}, `A criterion is empty. ${ONE_KEY}`],
    [null, `A criterion is empty. ${ONE_KEY}`],
    ['tpp', `A criterion is empty. ${ONE_KEY}`],
    [[{ tpp: '> 1' }], `A criterion is empty. ${ONE_KEY}`],
    [{ not: null }, `not: A criterion is empty. ${ONE_KEY}`],
    [{ all: [null] }, `all[0]: A criterion is empty. ${ONE_KEY}`],
    [
      { tpp: '> 1', dco_nm: '< 2' },
      `A criterion has several keys (tpp, dco_nm), which does not say whether all or any is meant. ${ONE_KEY}`,
    ],
    [{ all: [] }, `all: ${LIMBLESS('all')}`],
    [{ any: [] }, `any: ${LIMBLESS('any')}`],
    [{ all: { tpp: '> 1' } }, `all: ${LIMBLESS('all')}`],
    [{ any: [{ all: [{ tpp: '> 1' }, { any: [] }] }] }, `any[0].all[1].any: ${LIMBLESS('any')}`],
    [{ never: false }, `never: \`never\` is not written so. ${CONSTANT}`],
    [{ unread: true }, `unread: \`unread\` is not written so. ${CONSTANT}`],
    [
      { all: [{ not: { tppp: '> 1' } }] },
      'all[0].not.tppp: "tppp" is not in the dictionary. Add it to law/characteristics.yaml or law/circumstances.yaml, or correct the name. [criteria.unknown-parameter]',
    ],
    [
      { any: [{ tpp: 'many' }] },
      'any[0].tpp: tpp is a number; "many" does not compare with it. Write an operator and a number, as \'>= 4800\'. [criteria.wrong-comparison]',
    ],
  ])('%j: says where', (expression, expected) => {
    expect(problems(expression)).toEqual([expected])
  })

  it('is reported with all that is wrong at once', () => {
    const expression = { all: [{ tppp: '> 1' }, { any: [] }, { tpp: '> 1' }, { not: {} }] }
    expect(problems(expression).map((text) => text.split(':')[0])).toEqual([
      'all[0].tppp',
      'all[1].any',
      'all[3].not',
    ])
  })
})

describe('what was not read', () => {
  const unread = (expression: unknown, stated: Readonly<Record<string, unknown>>): unknown => {
    const into = new Set<string>()
    compiled(expression).collectUnread(factsOf(stated), into)
    return [...into]
  }
  const LIMBS = [{ tpp: '>= 4800' }, { unread: 'The limb was not read.' }]

  it.each<[string, unknown, Readonly<Record<string, unknown>>, boolean]>([
    ['an all that is not lost', { all: LIMBS }, { tpp: 5000 }, true],
    ['an any that is not won', { any: LIMBS }, { tpp: 1 }, true],
    ['what is under a not', { not: { all: LIMBS } }, { tpp: 5000 }, true],
    ['no all that is false', { all: LIMBS }, { tpp: 1 }, false],
    ['no any that is true', { any: LIMBS }, { tpp: 5000 }, false],
    ['no comparison', { tpp: '>= 4800' }, {}, false],
  ])('is told of %s', (_what, expression, stated, isTold) => {
    expect(unread(expression, stated)).toEqual(isTold ? ['The limb was not read.'] : [])
  })
})

describe('what is missing', () => {
  const missing = (expression: unknown, stated: Readonly<Record<string, unknown>>): unknown => {
    const into = new Set<string>()
    compiled(expression).collectMissing(factsOf(stated), into)
    return [...into]
  }
  const PAIR = [{ tpp: '>= 4800' }, { dco_nm: '<= 2.4' }]

  it.each<[string, unknown, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['both limbs where neither is stated', { all: PAIR }, {}, ['tpp', 'dco_nm']],
    ['the open limb of an all that is not lost', { all: PAIR }, { tpp: 5000 }, ['dco_nm']],
    ['nothing of an all that is false', { all: PAIR }, { tpp: 1 }, []],
    ['nothing of an any that is true', { any: PAIR }, { tpp: 5000 }, []],
    ['the open limb of an any that is not won', { any: PAIR }, { tpp: 1 }, ['dco_nm']],
    ['nothing where all is known', { all: PAIR }, { tpp: 5000, dco_nm: 1 }, []],
    ['what is stated as unknown', { all: PAIR }, { tpp: 'unknown', dco_nm: 1 }, ['tpp']],
    ['nothing of what does not apply', { all: PAIR }, { tpp: 'none' }, []],
    ['what is under a not', { not: { any: PAIR } }, { tpp: 1 }, ['dco_nm']],
    [
      'nothing that an unread text would need',
      { any: [{ unread: 'x' }, ...PAIR] },
      { tpp: 1, dco_nm: 9 },
      [],
    ],
    [
      'of nested lists only the open one',
      { all: [{ any: PAIR }, { gate_model: true }] },
      { tpp: 5000 },
      ['gate_model'],
    ],
    ['nothing of one comparison that is decided', { tpp: '>= 4800' }, { tpp: 1 }, []],
    ['a kind stated too widely', { kind: 'sme.dep' }, { kind: 'sme' }, ['kind']],
    ['nothing of a paragraph not used', { any: [{ never: true }, { tpp: '> 1' }] }, { tpp: 0 }, []],
  ])('is %s', (_, expression, stated, expected) => {
    expect(missing(expression, stated)).toEqual(expected)
  })
})

describe('how near numbers stand to their thresholds', () => {
  const margins = (expression: unknown, stated: Readonly<Record<string, unknown>>): unknown => {
    const into: Margin[] = []
    compiled(expression).collectMargins(factsOf(stated), into)
    return into
  }

  it.each([
    ['>= 4800', 4608, '-4', 'false'],
    ['>= 4800', 4800, '0', 'true'],
    ['>= 4800', 4810, '0.21', 'true'],
    ['>= 4800', '4800.0000000000000001', '0', 'true'],
    ['>= 4800', 9600, '100', 'true'],
    ['>= 4800', 60000, '1200', 'true'],
    ['>= 4800', 3822, '-20', 'false'],
    ['< 1e-3', '0', '-100', 'true'],
  ])('%s with %s is %s percent away', (wanted, stated, percent, truth) => {
    expect(margins({ tpp: wanted }, { tpp: stated })).toEqual([
      { parameter: 'tpp', value: String(stated), wanted, unit: 'TOPS*bit', percent, truth },
    ])
  })

  it('counts from a threshold below zero by its size', () => {
    expect(margins({ temp_C: '< -196' }, { temp_C: '-98' })).toEqual([
      {
        parameter: 'temp_C',
        value: '-98',
        wanted: '< -196',
        unit: 'degC',
        percent: '50',
        truth: 'false',
      },
    ])
  })

  it('names no unit where there is none, and no percentage of nothing or of what no double holds', () => {
    expect(margins({ na_max: '> 1' }, { na_max: 1.35 })).toEqual([
      { parameter: 'na_max', value: '1.35', wanted: '> 1', percent: '35', truth: 'true' },
    ])
    expect(margins({ count: '> 0' }, { count: 5 })).toStrictEqual([
      { parameter: 'count', value: '5', wanted: '> 0', truth: 'true' },
    ])
    expect(margins({ count: '> 1' }, { count: '1e400' })).toEqual([
      { parameter: 'count', value: '1e+400', wanted: '> 1', truth: 'true' },
    ])
  })

  it('is empty where there is no number to compare', () => {
    for (const stated of [{}, { tpp: 'unknown' }, { tpp: 'none' }]) {
      expect(margins({ tpp: '> 1' }, stated)).toEqual([])
    }
    expect(margins({ gate_model: true }, { gate_model: true })).toEqual([])
    expect(margins({ used_for: 'logic' }, { used_for: ['logic'] })).toEqual([])
    expect(margins({ never: true }, {})).toEqual([])
    expect(margins({ unread: 'why' }, {})).toEqual([])
  })

  it('shows the limbs that decide, and all of them while it is undecided', () => {
    const limbs = [{ tpp: '>= 4800' }, { dco_nm: '<= 2' }, { na_max: '> 1' }]
    const shown = (kind: 'all' | 'any', stated: Readonly<Record<string, unknown>>): unknown =>
      (margins({ [kind]: limbs }, stated) as readonly Margin[]).map(({ parameter }) => parameter)
    expect(shown('all', { tpp: 5000, dco_nm: 3, na_max: 2 })).toEqual(['dco_nm'])
    expect(shown('all', { tpp: 5000, dco_nm: 1, na_max: 2 })).toEqual(['tpp', 'dco_nm', 'na_max'])
    expect(shown('any', { tpp: 5000, dco_nm: 3, na_max: 2 })).toEqual(['tpp', 'na_max'])
    expect(shown('any', { tpp: 1, dco_nm: 3, na_max: 0 })).toEqual(['tpp', 'dco_nm', 'na_max'])
    expect(shown('all', { tpp: 5000, na_max: 2 })).toEqual(['tpp', 'na_max'])
  })

  it('is that of the comparison itself under a not', () => {
    expect(margins({ not: { tpp: '>= 4800' } }, { tpp: 4608 })).toMatchObject([
      { wanted: '>= 4800', percent: '-4', truth: 'false' },
    ])
  })
})

describe('an explanation', () => {
  const explain = (expression: unknown, stated: Readonly<Record<string, unknown>>): Explanation =>
    compiled(expression).explain(factsOf(stated))
  const TPP = { tpp: '>= 4800' }
  const GATE = { gate_model: true }

  it.each<[unknown, Readonly<Record<string, unknown>>, string]>([
    [{ tpp: '>= 4800' }, {}, 'absent'],
    [{ tpp: '>= 4800' }, { tpp: 'unknown' }, 'unknown'],
    [{ tpp: '>= 4800' }, { tpp: 'none' }, 'none'],
    [{ tid_Gy_Si: '>= 1' }, {}, 'presumed absent'],
    [{ tpp: '>= 4800' }, { tpp: '4800.50' }, '4800.5'],
    [{ gate_model: true }, { gate_model: false }, 'false'],
    [{ element: 'Si' }, { element: 'Ge' }, 'Ge'],
    [{ used_for: 'logic' }, { used_for: ['power', 'logic'] }, 'logic, power'],
    [{ used_for: 'logic' }, { used_for: [] }, ''],
    [{ kind: 'sme' }, { kind: 'sme.dep' }, 'sme.dep'],
    [{ mrf_nm: '<= 45' }, { wavelength_nm: 193, na_max: 1.35 }, '35.7407407407'],
  ])('of %j with %j prints %s', (expression, stated, got) => {
    expect(explain(expression, stated)).toMatchObject({ kind: 'fact', got })
  })

  it('of a fact says what was wanted, what it is, and how near', () => {
    expect(explain(TPP, { tpp: 4608 })).toEqual({
      kind: 'fact',
      truth: 'false',
      parameter: 'tpp',
      got: '4608',
      wanted: '>= 4800',
      margin: {
        parameter: 'tpp',
        value: '4608',
        wanted: '>= 4800',
        unit: 'TOPS*bit',
        percent: '-4',
        truth: 'false',
      },
    })
    expect(explain({ element: ['Si', 'Ge'] }, { element: 'Si' })).toStrictEqual({
      kind: 'fact',
      truth: 'true',
      parameter: 'element',
      got: 'Si',
      wanted: 'one of Si, Ge',
    })
  })

  it.each<['all' | 'any', Truth, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['all', 'true', { tpp: 5000, gate_model: true }, ['tpp', 'gate_model']],
    ['all', 'false', { tpp: 1, gate_model: true }, ['tpp']],
    ['all', 'false', { tpp: 1, gate_model: false }, ['tpp', 'gate_model']],
    ['all', 'false', { gate_model: false }, ['gate_model']],
    ['all', 'unknown', { gate_model: true }, ['tpp']],
    ['all', 'unknown', {}, ['tpp', 'gate_model']],
    ['any', 'true', { tpp: 5000 }, ['tpp']],
    ['any', 'true', { tpp: 5000, gate_model: true }, ['tpp', 'gate_model']],
    ['any', 'false', { tpp: 1, gate_model: false }, ['tpp', 'gate_model']],
    ['any', 'unknown', { tpp: 1 }, ['gate_model']],
  ])('of an %s that is %s lists only the limbs that decide (%j)', (kind, truth, stated, limbs) => {
    const explanation = explain({ [kind]: [TPP, GATE] }, stated)
    expect(explanation).toMatchObject({ kind, truth })
    const children = 'children' in explanation ? explanation.children : []
    expect(children.map((child) => ('parameter' in child ? child.parameter : ''))).toEqual(limbs)
  })

  it('of a not holds that of its limb', () => {
    expect(explain({ not: GATE }, { gate_model: false })).toEqual({
      kind: 'not',
      truth: 'true',
      child: {
        kind: 'fact',
        truth: 'false',
        parameter: 'gate_model',
        got: 'false',
        wanted: 'true',
      },
    })
  })

  it('of what was not read, or is not used, says so', () => {
    expect(explain({ unread: 'not published' }, {})).toEqual({
      kind: 'unread',
      truth: 'unknown',
      why: 'not published',
    })
    expect(explain({ never: true }, {})).toEqual({ kind: 'never', truth: 'false' })
  })
})

describe('evaluation', () => {
  it('writes nothing', () => {
    const facts = factsOf({ tpp: 5000, used_for: ['logic'] })
    const before = [...facts.slots]
    const expression = compiled({ all: [{ tpp: '> 1' }, { used_for: 'logic' }, { dco_nm: '< 1' }] })
    expect(truthOf(expression.evaluate(facts))).toBe('unknown')
    expression.explain(facts)
    expect(facts.slots).toEqual(before)
    expect(facts.undecided.size).toBe(0)
  })
})
