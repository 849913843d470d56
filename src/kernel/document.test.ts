import { describe, expect, it } from 'vitest'
import { MAX_CHARACTERS } from './document.ts'
import {
  describeProblem,
  type Problem,
  printPath,
  readDocument,
  readJson,
  readPath,
  unwrap,
} from './index.ts'

const value = (text: string): unknown => unwrap(readDocument(text)).value

function refusals(text: string, file?: string): readonly Problem[] {
  const read = readDocument(text, file)
  return read.ok ? [] : read.problems
}
const refusal = (text: string, file?: string): string =>
  refusals(text, file).map(describeProblem).join('\n')

describe('a document in YAML or JSON', () => {
  it('reads the same from both', () => {
    const yaml = value('id: a\nitems:\n  - {kind: ic, tpp: 4800.5}\n  - kind: sme\n    ok: true\n')
    const json = value('{"id":"a","items":[{"kind":"ic","tpp":4800.50},{"kind":"sme","ok":true}]}')
    expect(yaml).toEqual({
      id: 'a',
      items: [
        { kind: 'ic', tpp: 4800.5 },
        { kind: 'sme', ok: true },
      ],
    })
    expect(json).toEqual(yaml)
  })

  it.each<[string, unknown]>([
    ['193', 193],
    ['1.35', 1.35],
    ['-5', -5],
    ['1e5', 100000],
    ['1.4e-7', 1.4e-7],
    ['123456789012345', 123456789012345],
    ['0.1234567890123', 0.1234567890123],
    ['0.12345678901234', '0.12345678901234'],
    ['1234567890123456', '1234567890123456'],
    ['12345678901234567890', '12345678901234567890'],
    ['-12345678901234567890', '-12345678901234567890'],
    ['1.5000000000000000001', '1.5000000000000000001'],
    ['1e99', 1e99],
    ['1e100', '1e100'],
    ['1E+400', '1E+400'],
    ['1.5e-400', '1.5e-400'],
  ])('carries every digit of %s, in both', (text, expected) => {
    expect(value(`a: ${text}`)).toEqual({ a: expected })
    expect(value(`a: [${text}]`)).toEqual({ a: [expected] })
    expect(value(`{"a":${text}}`)).toEqual({ a: expected })
    expect(readJson(text)).toEqual({ ok: true, value: expected })
    // One long number elsewhere does not change how the others are read.
    expect(value(`{"a":${text},"b":1.50,"c":98765432109876543210}`)).toEqual({
      a: expected,
      b: 1.5,
      c: '98765432109876543210',
    })
  })

  it.each<[string, unknown]>([
    ['.5', 0.5],
    ['5.', 5],
    ['+5', 5],
    ['007', 7],
    ['0x1F', 31],
    ['0o17', 15],
    ['0xFFFFFFFFFFFFFFFFF', '0xFFFFFFFFFFFFFFFFF'],
    ['0o777777777777777777777', '0o777777777777777777777'],
    ['0xThisIsNoNumberAtAll', '0xThisIsNoNumberAtAll'],
    ['1e0x5', '1e0x5'],
    ['1.2.3', '1.2.3'],
    ['1.2.3.4.5.6.7.8.9.10', '1.2.3.4.5.6.7.8.9.10'],
    ['.', '.'],
    ['...x', '...x'],
    ['3A090', '3A090'],
    ['3E001', '3E001'],
    ['4D90', '4D90'],
    ['4E9', 4e9],
    ['"3E001"', '3E001'],
    ['3E001.a', '3E001.a'],
    ['NO', 'NO'],
    ['on', 'on'],
    ['yes', 'yes'],
    ['true', true],
    ['null', null],
    ['~', null],
    ['2026-06-01', '2026-06-01'],
    ['12:30', '12:30'],
    ['!!str 12345678901234567890', '12345678901234567890'],
    ['!!float 1.5000000000000000001', '1.5000000000000000001'],
    ["'it''s'", "it's"],
  ])('reads the plain YAML word %s as %j', (text, expected) => {
    expect(value(`a: ${text}`)).toEqual({ a: expected })
  })

  it('reads by YAML 1.2 whatever version a document claims, so that Norway is not false', () => {
    expect(value('%YAML 1.1\n---\nto: [NO, 12:30, 1_000]\n')).toEqual({
      to: ['NO', '12:30', '1_000'],
    })
  })

  it.each(['', '\n\n', '# only a comment\n', '---\n'])('reads %j as nothing', (text) => {
    expect(value(text)).toBeNull()
  })

  it('reads a text that begins with a byte order mark or white space', () => {
    expect(value('\uFEFFa: 1')).toEqual({ a: 1 })
    expect(value('\uFEFF{"a":1}')).toEqual({ a: 1 })
    expect(value('\n \t{"a":1}')).toEqual({ a: 1 })
  })

  it('reads a flow of YAML that is no JSON', () => {
    expect(value('{a: [1, x,], }')).toEqual({ a: [1, 'x'] })
  })

  it('reads a key named as what every object has as a key', () => {
    for (const text of ['{"__proto__":{"a":1}}', '__proto__: {a: 1}']) {
      expect(Object.keys(value(text) as object)).toEqual(['__proto__'])
    }
    expect(Object.keys(value('{"__proto__":12345678901234567890}') as object)).toHaveLength(1)
  })
})

describe('a text that is no document', () => {
  it.each([
    ['a: [1', 'a.yaml:1:6: The text is not YAML: Flow sequence in block collection must be'],
    ['a: 1\n b: 2', 'a.yaml:1:4: The text is not YAML: Nested mappings are not allowed'],
    ['a: 1\n\tb: 2', 'a.yaml:2:1: The text is not YAML: '],
    ['a: "x', 'a.yaml:1:6: The text is not YAML: Missing closing "quote'],
    ['{"a":1,,}', 'a.yaml:1:8: The text is not YAML: Unexpected , in flow map'],
    ['a: !!js/function x', 'a.yaml:1:4: The text is not YAML: Unresolved tag'],
    [
      'a: 1\n---\nb: 2\n',
      'a.yaml:2:1: The text is not YAML as asked: it holds several YAML documents',
    ],
  ])('%j: says where', (text, beginning) => {
    expect(refusal(text, 'a.yaml')).toContain(beginning)
    expect(refusals(text, 'a.yaml')[0]?.code).toBe('input.not-yaml')
    expect(refusals(text, 'a.yaml')[0]?.remedy).toBeDefined()
  })

  it('ends a message with one full stop', () => {
    for (const text of ['a: [1', 'a: "x', '\ta: 1', 'a: !x y', 'a: 1\n b: 2', ']', '- a\nb']) {
      expect(refusal(text)).toMatch(/[^.]\. [A-Z]/)
      expect(refusal(text)).not.toContain('..')
    }
  })

  it('says what to do', () => {
    expect(refusal('a: 1\n---\nb: 2\n')).toContain(
      'several YAML documents. Split it at the lines ---, or send many records as JSON lines. [',
    )
    expect(refusal('{{x}: 1}')).toContain(
      'Write a word as the key, in quotes where it holds brackets. [',
    )
    expect(refusal('a: *b')).toContain(
      'Write it without anchors that repeat each other, and with less nesting. [',
    )
  })

  it('names no place where there is none', () => {
    const [problem] = refusals('a: *b')
    expect(problem?.where).toStrictEqual({})
    expect(unwrap(readDocument('a: 1')).locate([])).toStrictEqual({ line: 1, column: 1, path: '' })
    const json = unwrap(readDocument('{"a": 12345678901234567890, "b": 1e2}', 'a.json'))
    expect(json.value).toEqual({ a: '12345678901234567890', b: 100 })
  })

  it('reports at most ten faults', () => {
    expect(refusals('{,,,,,,,,,,,,,,,,,,,,')).toHaveLength(10)
    expect(refusals(Array(15).fill('a: 1').join('\n'))).toHaveLength(10)
  })

  it.each([
    ['a: 1\nb: 2\na: 3', 3, 1, 'a'],
    ['x:\n  a: 1\n  "a": 2', 3, 3, 'a'],
    ['1: x\n"1": y', 2, 1, '1'],
    ['{"a":1,"a":2}', 1, 8, 'a'],
    ['{"a":1,"a":1}', 1, 8, 'a'],
    ['{"b":{"a":[{"c":1,"c":2}]}}', 1, 19, 'c'],
  ])('refuses the key that stands twice in %j', (text, line, column, key) => {
    expect(refusals(text)).toEqual([
      {
        code: 'input.not-yaml',
        detail: `The text is not YAML: keys are unique, and "${key}" stands twice.`,
        where: { line, column },
        remedy: 'Keep one of the two.',
      },
    ])
  })

  it.each([
    ['{{x}: 1}', 2],
    ['? [a, b]\n: 1', 3],
    ['? {a: 1}\n: 1', 3],
    ['a: &l [x]\n? *l\n: 1', 3],
  ])('refuses the key of %j, which is no word', (text, column) => {
    expect(refusals(text)).toMatchObject([
      {
        detail: 'The text is not YAML as asked: a key is a list or a map.',
        where: { line: text.startsWith('a') ? 2 : 1, column },
      },
    ])
  })

  it('takes an anchored word, or none, as a key', () => {
    expect(value('a: &w word\n*w : 1\n')).toEqual({ a: 'word', word: 1 })
    expect(value(': 1')).toEqual({ '': 1 })
    expect(refusal(': 1\n"": 2')).toContain('"" stands twice')
    expect(refusal(': 1\n: 2')).toContain('"" stands twice')
    expect(value('null: 1\n"null": 2')).toEqual({ '': 1, null: 2 })
    expect(refusal('a: &w b\n*w : 1\nb: 2')).toContain('"b" stands twice')
  })

  it('does not mistake equal keys in different places, or in texts, for one', () => {
    expect(value('{"a":{"a":1,"b":":a:"},"b":[{"a":"\\":"},{"a":2}]}')).toEqual({
      a: { a: 1, b: ':a:' },
      b: [{ a: '":' }, { a: 2 }],
    })
  })

  it.each(['a\u0000b', 'a: \uFFFD', '{"a":"\uFFFD"}'])('refuses %j, which is no text', (text) => {
    expect(refusals(text, 'a.yaml')).toEqual([
      {
        code: 'input.not-text',
        detail: 'The document is not valid UTF-8 text.',
        where: { file: 'a.yaml' },
        remedy: 'Save it as UTF-8.',
      },
    ])
  })

  it('refuses a text above the largest size, and not at it', () => {
    expect(refusals(' '.repeat(MAX_CHARACTERS + 1), 'a.json')).toEqual([
      {
        code: 'input.too-large',
        detail: 'The document has more than 32 million characters.',
        where: { file: 'a.json' },
        remedy: 'Split it, or send many records as JSON lines.',
      },
    ])
    expect(refusals('['.repeat(MAX_CHARACTERS))).toMatchObject([{ code: 'input.too-deep' }])
  })
})

describe('a document that would swamp the reader', () => {
  const TOO_DEEP = {
    code: 'input.too-deep',
    detail: 'The document nests deeper than 64 levels.',
    where: {},
    remedy: 'Flatten it; no transaction needs so many levels.',
  }

  it.each<[string, (levels: number) => string]>([
    ['lists', (n) => '['.repeat(n) + ']'.repeat(n)],
    ['maps', (n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`],
    ['flow maps', (n) => `${'{a: '.repeat(n)}1${'}'.repeat(n)}`],
    ['dashes', (n) => `${'- '.repeat(n)}x`],
    ['dashes before a map', (n) => `${'- '.repeat(n - 1)}a: b`],
    ['indentation', (n) => Array.from({ length: n }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['lists in a map', (n) => `a: ${'['.repeat(n - 1)}${']'.repeat(n - 1)}`],
  ])('reads 64 levels of %s and refuses 65', (_, nested) => {
    expect(refusals(nested(64))).toEqual([])
    expect(refusals(nested(65))).toEqual([TOO_DEEP])
  })

  it('refuses ten million brackets without opening them', () => {
    expect(refusals('['.repeat(1e7), 'a.json')).toEqual([
      { ...TOO_DEEP, where: { file: 'a.json' } },
    ])
    expect(refusals('{"a":'.repeat(2e6))).toEqual([TOO_DEEP])
    expect(refusals('- '.repeat(5e6))).toEqual([TOO_DEEP])
    expect(readJson('['.repeat(1e7))).toMatchObject({ problems: [{ code: 'input.too-deep' }] })
    expect(refusals(`["a\n b", ${'['.repeat(1e6)}`)).toEqual([TOO_DEEP])
    expect(refusals(`- 5" x\n- [5", ${'['.repeat(1e6)}`)).toEqual([TOO_DEEP])
  })

  it.each<[string, string]>([
    ['apostrophes', `a: it's ${'['.repeat(100)} here\nb: ok`],
    ['comments', `a: 1 # ${'[{'.repeat(100)} don't\nb: ok`],
    ['block text', `a: |\n  ${'[{"'.repeat(100)}\n  it's\nb: ok`],
    ['single quotes', `a: '${'['.repeat(100)} "'\nb: ok`],
    ['double quotes', `a: "${'[\\"'.repeat(100)} '"\nb: ok`],
    ['inches', `a: 5" wafers ${'['.repeat(100)}\nb: ok`],
    ['JSON texts', `{"a":"${'[{\\"'.repeat(100)}\\\\","b":"ok"}`],
  ])('does not count brackets in %s', (_, text) => {
    expect(value(text)).toMatchObject({ b: 'ok' })
  })

  it('refuses anchors that multiply each other', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [above, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [...pair])) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${above}`).join(', ')}]`)
    }
    expect(refusal(lines.join('\n'), 'a.yaml')).toMatch(
      /^a\.yaml: The text cannot be read as YAML: Excessive alias count.* \[input\.not-yaml\]$/,
    )
    expect(value('a: &a {x: 1}\nb: *a\nc: *a')).toEqual({ a: { x: 1 }, b: { x: 1 }, c: { x: 1 } })
    expect(refusal('a: *b')).toContain('Unresolved alias')
  })

  it('reads long plain texts in one pass', () => {
    const long = 300_000
    expect(value(`a: ${'1'.repeat(long)}x`)).toEqual({ a: `${'1'.repeat(long)}x` })
    expect(value(`a: ${'.'.repeat(long)}e`)).toEqual({ a: `${'.'.repeat(long)}e` })
    expect(value(`{"a":"${'1'.repeat(long)}"}`)).toEqual({ a: '1'.repeat(long) })
    expect(value(`{"a":"${' 1'.repeat(long)}"}`)).toEqual({ a: ' 1'.repeat(long) })
    expect(value(`${'\n'.repeat(100_000)}a: 1`)).toEqual({ a: 1 })
    const keys = Array.from({ length: 10_000 }, (_, index) => `key${index}: v`).join('\n')
    expect(Object.keys(value(keys) as object)).toHaveLength(10_000)
  })
})

describe('the place of a path', () => {
  const YAML =
    'id: a\nitems:\n  - kind: ic\n    facts: {tpp: 5, area: 6}\n  - &second\n    kind: sme\nagain: *second\n1: one\n'

  it.each<[PropertyKey[], number, number]>([
    [[], 1, 1],
    [['id'], 1, 1],
    [['items'], 2, 1],
    [['items', 0], 3, 5],
    [['items', 0, 'kind'], 3, 5],
    [['items', 0, 'facts', 'area'], 4, 21],
    [['items', 1, 'kind'], 6, 5],
    [['items', 1, 'missing', 'deeper'], 6, 5],
    [['items', 7], 2, 1],
    [['id', 'deeper'], 1, 1],
    [['again', 'kind'], 6, 5],
    [['1'], 8, 1],
    [[1], 8, 1],
    [['missing'], 1, 1],
  ])('%j is at line %i, column %i', (path, line, column) => {
    expect(unwrap(readDocument(YAML, 'a.yaml')).locate(path)).toEqual({
      file: 'a.yaml',
      line,
      column,
      path: printPath(path),
    })
  })

  it('is found in JSON too, and without a file', () => {
    const document = unwrap(readDocument('{\n  "items": [{"kind": "ic",\n  "tpp": 5}]\n}'))
    expect(document.locate(['items', 0, 'tpp'])).toEqual({
      line: 3,
      column: 3,
      path: 'items[0].tpp',
    })
    expect(document.locate(['items', 0, 'kind'])).toMatchObject({ line: 2, column: 14 })
  })

  it('is the beginning of a document that holds nothing', () => {
    expect(unwrap(readDocument('# nothing\n')).locate(['a'])).toMatchObject({ line: 1, column: 1 })
  })

  it('is read back from what was printed', () => {
    for (const path of [['items', 10, 'facts', 'dco_nm'], [0, 'a'], ['a'], []])
      expect(readPath(printPath(path))).toEqual(path)
  })

  it('is where a text in JSON begins that blank lines go before', () => {
    expect(unwrap(readDocument('\n  {"a": 12345678901234567890}')).locate(['a'])).toMatchObject({
      line: 2,
      column: 4,
    })
  })

  it('prints as one would write it', () => {
    expect(printPath(['items', 0, 'facts', 'dco_nm'])).toBe('items[0].facts.dco_nm')
    expect(printPath([0, 'a'])).toBe('[0].a')
    expect(printPath([])).toBe('')
    expect(printPath(['a', Symbol('b')])).toBe('a.Symbol(b)')
  })
})
