import { describe, expect, it } from 'vitest'
import { describeProblem, type LegalDate } from '../kernel/index.ts'
import { printAmount } from './amount.ts'
import { CONTEXT, DAY, factsOf, read, readFacts, truthIn, VOCABULARY } from './engine.fixture.ts'
import { createFactReader } from './facts.ts'
import { readValue } from './read-value.ts'
import { createVocabulary } from './vocabulary.ts'

function stored(id: string, stated: unknown): unknown {
  const value = factsOf({ [id]: stated }).slots[VOCABULARY.slot(id) ?? -1]
  if (typeof value === 'symbol') return value.description
  if (value instanceof Set) return [...value]
  if (typeof value === 'object' && 'near' in value) return printAmount(value)
  return value
}

function refusal(stated: Readonly<Record<string, unknown>>): string {
  const result = readFacts(stated, DAY)
  return result.ok ? '' : result.problems.map(describeProblem).join('\n')
}

describe('a stated fact', () => {
  it.each<[string, unknown, unknown]>([
    ['dco_nm', 1.5, '1.5'],
    ['dco_nm', 0, '0'],
    ['dco_nm', '1.50', '1.5'],
    ['dco_nm', '0.0015 µm', '1.5'],
    ['dco_nm', '1.5000000000000000001', '1.5000000000000000001'],
    ['tpp', '4800 TPP', '4800'],
    ['temp_C', '958.15 K', '685'],
    ['temp_C', -196, '-196'],
    ['noise_dB', '-5 dB', '-5'],
    ['count', 3, '3'],
    ['gate_model', true, true],
    ['gate_model', false, false],
    ['element', 'Si', 'Si'],
    ['maker', 'anyone', 'anyone'],
    ['maker', '', ''],
    ['kind', 'sme.dep.cvd', 'sme.dep.cvd'],
    ['destination', 'CN', 'CN'],
    ['used_for', ['logic', 'memory'], ['logic', 'memory']],
    ['used_for', 'logic', ['logic']],
    ['used_for', [], []],
    ['used_for', ['logic', 'logic'], ['logic']],
    ['codes', ['3A090.a', 'EAR99'], ['3A090.a', 'EAR99']],
    ['headquarters', ['CN', 'NL'], ['CN', 'NL']],
    ['ops', [{ rate: 1, bits: 2 }], true],
    ['ops', [], true],
    ['notes', [{}, { a: 1 }], true],
  ])('%s: %j is kept as %j', (id, stated, value) => {
    expect(stored(id, stated)).toEqual(value)
  })

  it.each(VOCABULARY.parameters.filter(({ computed }) => computed !== true).map(({ id }) => id))(
    '%s may be unknown, not apply, or be absent, and these are kept apart',
    (id) => {
      expect(stored(id, 'unknown')).toBe('unknown')
      expect(stored(id, 'none')).toBe('none')
      for (const nothing of [undefined, null]) {
        const value = factsOf({ [id]: nothing }).slots[VOCABULARY.slot(id) ?? -1]
        expect([undefined, 'presumed absent']).toContain(
          typeof value === 'symbol' ? value.description : value,
        )
      }
    },
  )

  it('keeps a range as its two ends', () => {
    const ends = factsOf({ rated_C: [-55, '125 °C'] }).slots[VOCABULARY.slot('rated_C') ?? -1]
    expect(ends).toMatchObject([{ near: -55 }, { near: 125 }])
    expect(
      factsOf({ rated_C: [25, '25.0'] }).slots[VOCABULARY.slot('rated_C') ?? -1],
    ).toMatchObject([{ near: 25 }, { near: 25 }])
  })

  it('makes a list with an unknown member open: these, and perhaps others', () => {
    const facts = factsOf({ headquarters: ['CN', 'unknown'], used_for: ['unknown', 'logic'] })
    expect(stored('headquarters', ['CN', 'unknown'])).toEqual(['CN'])
    expect(facts.undecided.get(VOCABULARY.slot('headquarters') ?? -1)).toEqual(new Set(['*']))
    expect(facts.undecided.get(VOCABULARY.slot('used_for') ?? -1)).toEqual(new Set(['*']))
    expect(facts.undecided.size).toBe(2)
    expect(truthIn({ headquarters: ['D:5'] }, { headquarters: ['CN', 'unknown'] })).toBe('true')
    expect(truthIn({ headquarters: ['D:5'] }, { headquarters: ['NL', 'unknown'] })).toBe('unknown')
  })

  it('reads a list of nothing but unknown, or none, as that', () => {
    expect(stored('used_for', ['unknown'])).toBe('unknown')
    expect(stored('used_for', ['none'])).toBe('none')
    expect(stored('headquarters', ['unknown', 'unknown'])).toBe('unknown')
    expect(factsOf({ used_for: ['unknown'] }).undecided.size).toBe(0)
  })

  it('has a slot of its own among all others', () => {
    expect(factsOf({}).slots).toHaveLength(VOCABULARY.parameters.length)
  })

  it('belongs to its day', () => {
    expect(read({}, '2024-02-29' as LegalDate).facts.day).toBe('2024-02-29')
  })
})

describe('what is no fact of its parameter', () => {
  const NUMBER = 'Write it in nm, for example "1.5 nm".'
  const PLAIN = 'Write a number in nm, or `unknown`, or `none` where it does not apply.'
  it.each<[string, unknown, string, string]>([
    [
      'dco_nm',
      'about 2',
      `"about 2" is not a number with an optional unit. ${NUMBER}`,
      'quantity.invalid',
    ],
    ['dco_nm', true, `true is not a number with an optional unit. ${PLAIN}`, 'quantity.invalid'],
    ['dco_nm', [1], `[1] is not a number with an optional unit. ${PLAIN}`, 'quantity.invalid'],
    [
      'dco_nm',
      Number.NaN,
      `null is not a number with an optional unit. ${PLAIN}`,
      'quantity.invalid',
    ],
    [
      'dco_nm',
      Number.POSITIVE_INFINITY,
      `null is not a number with an optional unit. ${PLAIN}`,
      'quantity.invalid',
    ],
    [
      'dco_nm',
      '5 s',
      '"s" measures time, where length is asked. State the value in nm or a unit that converts to it.',
      'quantity.wrong-dimension',
    ],
    [
      'dco_nm',
      '5 furlong',
      '"furlong" is not a unit known here. Use nm, or another unit of the same dimension.',
      'quantity.unknown-unit',
    ],
    [
      'dco_nm',
      -1,
      'dco_nm is -1, and no such quantity is below zero. Correct it; dco_nm is in nm.',
      'quantity.negative',
    ],
    [
      'dco_nm',
      '-1 um',
      'dco_nm is "-1 um", and no such quantity is below zero. Correct it; dco_nm is in nm.',
      'quantity.negative',
    ],
    [
      'count',
      -1,
      'count is -1, and no such quantity is below zero. Correct it; count is in 1.',
      'quantity.negative',
    ],
    [
      'dco_nm',
      '1e999',
      'A number has more than 60 significant digits or an exponent beyond 400. Round it; no threshold in law needs so many digits.',
      'decimal.too-long',
    ],
  ])('%s: %j', (id, stated, said, code) => {
    expect(refusal({ [id]: stated })).toBe(`${id}: ${said} [${code}]`)
  })

  const misfit = (id: string, shown: string, type: string, asked: string): string =>
    `${id}: ${shown} does not fit ${id}, which is a ${type}. Write ${asked}, or \`unknown\`, or \`none\` where it does not apply. [characteristic.wrong-type]`

  it.each<[string, unknown, string, string, string]>([
    ['gate_model', 'true', '"true"', 'boolean', 'true or false'],
    ['gate_model', 1, '1', 'boolean', 'true or false'],
    ['element', 5, '5', 'text', 'a text'],
    ['destination', ['CN'], '["CN"]', 'place', 'a text'],
    ['used_for', 5, '5', 'set', 'a list of words'],
    ['used_for', ['logic', 5], '["logic",5]', 'set', 'a list of words'],
    ['used_for', ['none', 'logic'], '["none","logic"]', 'set', 'a list of words'],
    ['used_for', ['logic', 'none'], '["logic","none"]', 'set', 'a list of words'],
    ['codes', { a: 1 }, '{"a":1}', 'codes', 'a list of words'],
    ['headquarters', [null], '[null]', 'places', 'a list of words'],
    ['rated_C', [1], '[1]', 'range', 'two numbers, [lowest, highest]'],
    ['rated_C', [1, 2, 3], '[1,2,3]', 'range', 'two numbers, [lowest, highest]'],
    ['rated_C', 5, '5', 'range', 'two numbers, [lowest, highest]'],
    ['rated_C', ['x', 2], '["x",2]', 'range', 'two numbers, [lowest, highest]'],
    ['rated_C', [1, '2 nm'], '[1,"2 nm"]', 'range', 'two numbers, [lowest, highest]'],
    ['rated_C', [2, 1], '[2,1]', 'range', 'two numbers, [lowest, highest]'],
  ])('%s: %j', (id, stated, shown, type, asked) => {
    expect(refusal({ [id]: stated })).toBe(misfit(id, shown, type, asked))
  })

  const kinds = 'a kind of the rulebook (`navicert find` shows those that fit a word)'
  it.each<[string, unknown, string, string]>([
    ['element', 'Sii', '"Sii" is no value of element. Did you mean "Si"?', 'one of Si, Ge'],
    ['element', 'constructor', '"constructor" is no value of element.', 'one of Si, Ge'],
    [
      'used_for',
      ['logic', 'memry'],
      '"memry" is no value of used_for. Did you mean "memory"?',
      'one of logic, memory, power',
    ],
    ['kind', 'sme.deps', '"sme.deps" is no value of kind. Did you mean "sme.dep"?', kinds],
    ['kind', 5, '5 is no value of kind.', kinds],
  ])(
    '%s: %j names the nearest value where one is near, and where values stand',
    (id, stated, said, write) => {
      const code = id === 'kind' ? 'kind.unknown' : 'characteristic.unknown-value'
      expect(refusal({ [id]: stated })).toBe(
        `${id}: ${said} Write ${write}, or \`unknown\`. [${code}]`,
      )
    },
  )

  const RECORDS = 'Write a list of records, each with rate and bits. [characteristic.wrong-type]'
  it.each<[unknown, string]>([
    [5, '5'],
    [{ rate: 1, bits: 2 }, '{"rate":1,"bits":2}'],
    [[5], '5'],
    [[null], 'null'],
    [[{ rate: 1 }], '"bits"'],
    [[{ rate: 1, bits: 8 }, { bits: 8 }], '"rate"'],
    [[{ rate: 'fast', bits: 8 }], '"fast"'],
    [[{ rate: -1, bits: 8 }], '-1'],
    [[{ rate: 1, bits: '8 nm' }], '"8 nm"'],
    [[{ rate: 1, bit: 8 }], '"bits"'],
  ])('ops: %j', (stated, shown) => {
    expect(refusal({ ops: stated })).toBe(`ops: ${shown} does not fit ops. ${RECORDS}`)
  })

  it.each([
    ['dcoo_nm', 'dco_nm'],
    ['performancedensity', 'performance_density'],
    ['Element', 'element'],
  ])('there is no characteristic %s, and the nearest is %s', (id, near) => {
    expect(refusal({ [id]: 1 })).toBe(
      `${id}: There is no characteristic "${id}". Did you mean "${near}"? The dictionary is law/characteristics.yaml. [characteristic.unknown]`,
    )
  })

  it('is a value for what the engine computes', () => {
    expect(refusal({ contains_code: ['3A090'] })).toContain(
      'There is no characteristic "contains_code".',
    )
    expect(refusal({ contains_code: ['3A090'] })).not.toContain('mean "contains_code"')
  })

  it('is reported for all facts at once', () => {
    expect(refusal({ dco_nm: -1, tpp: 5, gate_model: 'x' }).split('\n')).toHaveLength(2)
  })

  it('is shown short, however long it is', () => {
    const long = 'x'.repeat(1_000_000)
    for (const stated of [
      { [long]: 1 },
      { element: long },
      { kind: long },
      { used_for: [long] },
      { gate_model: long },
      { gate_model: [long] },
      { dco_nm: [long] },
      { ops: long },
      { dco_nm: `-1${' '.repeat(300)}nm` },
    ]) {
      const result = readFacts(stated, DAY)
      expect(result.ok ? 0 : (result.problems[0]?.detail.length ?? 0)).toBeLessThan(200)
      expect(result.ok).toBe(false)
    }
  })

  it('is quoted whole, or to its eightieth character', () => {
    expect(refusal({ element: 'y'.repeat(81) })).toContain(`"${'y'.repeat(80)}" is no value`)
    expect(refusal({ element: 'y'.repeat(80) })).toContain(`"${'y'.repeat(80)}" is no value`)
    expect(refusal({ gate_model: ['y'.repeat(80)] })).toContain(
      `: ["${'y'.repeat(78)} does not fit`,
    )
  })

  it('is a list of records where one value is read', () => {
    const ops = VOCABULARY.parameter(VOCABULARY.slot('ops') ?? -1)
    expect(readValue(ops, [], VOCABULARY)).toMatchObject({
      problems: [
        {
          detail: '[] does not fit ops, which is a list.',
          remedy: 'Write a list of records, or `unknown`, or `none` where it does not apply.',
        },
      ],
    })
    const usedFor = VOCABULARY.parameter(VOCABULARY.slot('used_for') ?? -1)
    const read = readValue(usedFor, ['logic', 'unknown'], VOCABULARY)
    expect(read.ok ? (read.value as symbol).description : '').toBe('unknown')
  })

  it('asks nothing of a dictionary that is empty', () => {
    const reader = createFactReader({ ...CONTEXT, vocabulary: createVocabulary([], new Map()) }, [])
    expect(reader({ a: 1 }, DAY)).toMatchObject({
      problems: [{ remedy: 'The dictionary is law/characteristics.yaml.' }],
    })
  })
})
