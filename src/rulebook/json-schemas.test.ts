import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument, unwrap } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { jsonSchemas } from './json-schemas.ts'
import { kindOfLawFile } from './law-format.ts'

const schemas = jsonSchemas()

/** The schema read back by zod: another reader of JSON Schema than the one that wrote it. */
function accepts(name: string, value: unknown): boolean {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`no schema ${name}`)
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success
}

function example(path: string, from = '', to = ''): unknown {
  const file = exampleFiles({ [path]: [from, to] }).find((one) => one.path === path)
  return unwrap(readDocument(file?.text ?? '')).value
}

describe('the JSON Schemas of law files', () => {
  it('are one for each kind of file, in the current dialect, with a title', () => {
    expect(Object.keys(schemas)).toEqual([
      'law-characteristics',
      'law-circumstances',
      'law-kinds',
      'law-presumptions',
      'law-places',
      'law-jurisdiction',
      'law-groups',
      'law-entries',
      'law-requirements',
      'law-authorisations',
      'law-red-flags',
      'law-eccn-reasons',
      'law-table',
      'law-cases',
    ])
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: `Navicert law file: ${name.slice(4)}`,
      })
    }
  })

  it.each(exampleFiles().map((file) => file.path))('accept the example %s', (path) => {
    expect(accepts(`law-${kindOfLawFile(path)}`, example(path))).toBe(true)
  })

  it.each([
    ['us/entries/3a.yaml', '    family: adv-compute-ic\n', ''],
    ['us/entries/3a.yaml', '    family:', '    familly:'],
    ['us/entries/3a.yaml', 'mark: text', 'mark: sure'],
    ['us/entries/3a.yaml', '{unread: the limb on links was not read}', '{all: []}'],
    ['us/entries/3a.yaml', '{unread: the limb on links was not read}', '{never: false}'],
    ['us/entries/3a.yaml', '{unread: the limb on links was not read}', '{}'],
    [
      'us/entries/3a.yaml',
      '{unread: the limb on links was not read}',
      "{tpp: '>= 1', bits: '= 8'}",
    ],
    [
      'us/entries/3a.yaml',
      '{unread: the limb on links was not read}',
      '{not: {any: [{kind: []}]}}',
    ],
    ['us/requirements.yaml', 'effect: licence-required', 'effect: forbidden'],
    ['kinds.yaml', '{class: component, definition: Computes.}', '{class: component}'],
  ])('refuse %s with %j written %j', (path, from, to) => {
    expect(accepts(`law-${kindOfLawFile(path)}`, example(path, from, to))).toBe(false)
  })

  it('leave out what has a default, and ask for the rest', () => {
    const entries = schemas['law-entries'] as {
      readonly properties: { readonly entries: { readonly items: { readonly required: string[] } } }
    }
    expect(entries.properties.entries.items.required).toEqual([
      'code',
      'family',
      'title',
      'criteria',
      'cite',
      'mark',
    ])
  })
})
