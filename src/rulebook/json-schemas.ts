import { z } from 'zod'
import { casesFile } from './law-cases.ts'
import { LAW_SCHEMAS } from './law-format.ts'
import { expression } from './law-format-basics.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of every law file, made of the validators themselves, so that an editor completes and
 * checks what is written: `law-entries` for files that say
 * `# yaml-language-server: $schema=…/law-entries.schema.json`.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas = { ...LAW_SCHEMAS, cases: casesFile }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`law-${name}`, jsonSchemaOf(name, schema)]),
  )
}

function jsonSchemaOf(name: string, schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === expression) Object.assign(jsonSchema, CRITERION)
    },
  })
  return { ...made, title: `Navicert law file: ${name}` }
}

const CRITERION_REFERENCE = { $ref: '#/$defs/Expression' }
const LIMBS = { type: 'array', minItems: 1, items: CRITERION_REFERENCE }
const WORDS = ['all', 'any', 'not', 'unread', 'never']

/** The recursive shape of criteria; the names in them are checked when the folder is loaded. */
const CRITERION: JsonSchema = {
  description: 'One key: a parameter with what it wants, or all, any, not, unread, never.',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties: {
    all: LIMBS,
    any: LIMBS,
    not: CRITERION_REFERENCE,
    unread: { type: 'string', description: 'Always unknown: why the text was not read.' },
    never: { const: true, description: 'Always false: a paragraph the list marks as not used.' },
  },
  propertyNames: { anyOf: [{ enum: WORDS }, { pattern: '^[A-Za-z][A-Za-z0-9_]*$' }] },
  additionalProperties: {
    anyOf: [
      { type: 'string', description: "As '>= 4800', '< 45 nm', '!= Si', or a bare word." },
      { type: 'boolean' },
      { type: 'number' },
      { type: 'array', minItems: 1, items: { type: 'string' } },
    ],
  },
}
