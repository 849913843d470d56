import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeProblem, parseShape, readDocument, unwrap } from './index.ts'

const quantity = z.strictObject({ amount: z.string(), unit: z.string() })
const party = z.strictObject({ name: z.string(), country: z.string().optional() })
interface Node {
  readonly kind: string
  readonly content?: readonly Node[] | undefined
}
const node: z.ZodType<Node> = z.strictObject({
  kind: z.string(),
  content: z.lazy(() => z.array(node)).optional(),
})
const branch = z.union([
  z.strictObject({ on: z.literal('rail'), wagon: z.strictObject({ axles: z.number() }) }),
  z.strictObject({ on: z.literal('road'), lorry: z.strictObject({ wheels: z.number() }) }),
])
const schema = z.strictObject({
  id: z.string(),
  value: quantity.nullable().default(null),
  parties: z.array(party).optional(),
  claimed: z.record(z.string(), z.union([z.string(), z.array(party)])).optional(),
  item: node.optional(),
  branch: branch.optional(),
  counted: z.preprocess(Number, z.number()).optional(),
  prepared: z.preprocess((it) => it, z.strictObject({ word: z.string() })).optional(),
  even: z
    .number()
    .refine((it) => it % 2 === 0, 'It is not even.')
    .optional(),
  trimmed: z
    .strictObject({ word: z.string() })
    .transform((it) => it.word)
    .optional(),
})

function problems(value: unknown): readonly string[] {
  const result = parseShape(schema, value)
  return result.ok ? [] : result.problems.map(describeProblem)
}

const unknown = (path: string, key: string, near: string, keys: string): string =>
  `${path}: There is no key "${key}" here. Did you mean "${near}"? Keys: ${keys}. [input.unknown-key]`
const TOP = 'id, value, parties, claimed, item, branch, counted, prepared, even, trimmed'

describe('a value held against a schema', () => {
  it('is the parsed value where it fits', () => {
    expect(parseShape(schema, { id: 'a', trimmed: { word: 'b' } })).toEqual({
      ok: true,
      value: { id: 'a', value: null, trimmed: 'b' },
    })
  })

  it.each([
    ['at the top', { id: 'a', partis: [] }, [unknown('partis', 'partis', 'parties', TOP)]],
    [
      'in a list',
      { id: 'a', parties: [{ name: 'x' }, { name: 'y', contry: 'CN' }] },
      [unknown('parties[1].contry', 'contry', 'country', 'name, country')],
    ],
    [
      'behind a default and a null',
      { id: 'a', value: { amount: '1', unit: 'nm', units: 1 } },
      [unknown('value.units', 'units', 'unit', 'amount, unit')],
    ],
    [
      'behind a transformation',
      { id: 'a', trimmed: { word: 'b', wort: 1 } },
      [unknown('trimmed.wort', 'wort', 'word', 'word')],
    ],
    [
      'before a preparation',
      { id: 'a', prepared: { word: 'b', wort: 1 } },
      [unknown('prepared.wort', 'wort', 'word', 'word')],
    ],
    [
      'in a branch of several objects',
      { id: 'a', branch: { on: 'road', lorry: { wheels: 4, wheel: 5 } } },
      [unknown('branch.lorry.wheel', 'wheel', 'wheels', 'wheels')],
    ],
    [
      'in a shape that holds itself',
      { id: 'a', item: { kind: 'x', content: [{ kind: 'y', contents: [] }] } },
      [unknown('item.content[0].contents', 'contents', 'content', 'kind, content')],
    ],
    [
      'in the branch of a union that came furthest, under the key of a record',
      { id: 'a', claimed: { US: [{ name: 'x', nam: 1 }] } },
      [unknown('claimed.US[0].nam', 'nam', 'name', 'name, country')],
    ],
    [
      'twice',
      { id: 'a', idd: 1, partie: 2 },
      [unknown('idd', 'idd', 'id', TOP), unknown('partie', 'partie', 'parties', TOP)],
    ],
  ])('names the nearest known key of an unknown one %s', (_, value, expected) => {
    expect(problems(value)).toEqual(expected)
  })

  it('says to remove a key where none is known', () => {
    const result = parseShape(z.strictObject({}), { a: 1 })
    expect(result.ok ? [] : result.problems).toEqual([
      {
        code: 'input.unknown-key',
        detail: 'There is no key "a" here.',
        where: { path: 'a' },
        remedy: 'Remove it.',
      },
    ])
  })

  it('cuts a long key short', () => {
    const result = parseShape(z.strictObject({ a: z.string().optional() }), {
      ['k'.repeat(1e6)]: 1,
    })
    expect(result.ok ? '' : result.problems[0]?.detail).toBe(
      `There is no key "${'k'.repeat(80)}" here.`,
    )
  })

  it.each<[string, unknown, string]>([
    ['a wrong type', { id: 5 }, 'id: A text is expected; this is 5. Write it in quotes: "5".'],
    [
      'a list where one value stands',
      { id: ['a'] },
      'id: A text is expected; this is a list. Write one value, without brackets or dashes.',
    ],
    [
      'nothing behind a colon',
      null,
      'An object with keys is expected; this is null. Write a value behind the colon, or leave the line out.',
    ],
  ])('says how to write %s', (_, value, expected) => {
    expect(problems(value)).toEqual([`${expected} [input.wrong-shape]`])
  })

  it.each([
    { value: { id: 'a', item: 5 }, keys: 'kind, content' },
    { value: { id: 'a', prepared: true }, keys: 'word' },
    { value: { id: 'a', parties: ['Aster'] }, keys: 'name, country' },
  ])('says which keys belong where an object is expected: $keys', ({ value, keys }) => {
    const result = parseShape(schema, value)
    expect(result.ok ? [] : result.problems.map(({ remedy }) => remedy)).toEqual([
      `Write it with its keys: {${keys}}.`,
    ])
  })

  it('names all keys, and none as meant, where none is near', () => {
    expect(problems({ id: 'a', zzzzzzzz: 1 })).toEqual([
      `zzzzzzzz: There is no key "zzzzzzzz" here. Keys: ${TOP}. [input.unknown-key]`,
    ])
  })

  it('says no keys where what is expected has none, and of no other kind', () => {
    const without = parseShape(z.strictObject({ a: z.strictObject({}), b: z.boolean() }), {
      a: 5,
      b: 7,
    })
    expect(without.ok ? [] : without.problems.map(({ remedy }) => remedy)).toEqual([
      'See the schema of this document under schemas/.',
      'See the schema of this document under schemas/.',
    ])
  })

  it.each<[string, unknown, string]>([
    ['a missing key', {}, 'id: This is missing: a text is expected.'],
    [
      'a value deep in the branch that was meant',
      { id: 'a', branch: { on: 'road', lorry: { wheels: 'four' } } },
      'branch.lorry.wheels: A number is expected; this is the text "four".',
    ],
    ['a value that a rule refuses in a sentence', { id: 'a', even: 3 }, 'even: It is not even.'],
    [
      'a union that no branch fits',
      { id: 'a', claimed: { US: 5 } },
      'claimed.US: A text or a list is expected; this is 5.',
    ],
  ])('says where %s stands', (_, value, expected) => {
    expect(problems(value)).toEqual([
      `${expected} See the schema of this document under schemas/. [input.wrong-shape]`,
    ])
  })

  it('reports at most twenty problems', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 1]))
    expect(problems({ id: 'a', ...many })).toHaveLength(20)
  })

  it('places a problem in the text it came from', () => {
    const document = unwrap(
      readDocument('id: a\nparties:\n  - name: x\n    contry: CN\n', 'a.yaml'),
    )
    const result = parseShape(schema, document.value, document)
    expect(result.ok ? [] : result.problems.map((problem) => problem.where)).toEqual([
      { file: 'a.yaml', line: 4, column: 5, path: 'parties[0].contry' },
    ])
  })

  it('finds keys of a field named as what every object has', () => {
    const odd = z.strictObject({ a: z.record(z.string(), z.strictObject({ b: z.string() })) })
    const result = parseShape(odd, { a: { constructor: { b: 'x', c: 1 } } })
    expect(result.ok ? [] : result.problems.map(describeProblem)).toEqual([
      unknown('a.constructor.c', 'c', 'b', 'b'),
    ])
  })
})
