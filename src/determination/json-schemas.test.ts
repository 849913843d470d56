import { describe, expect, it } from 'vitest'
import { determinationJsonSchemas } from './json-schemas.ts'

// A server in the same process gives them names, and then they stand under those.
const schemas = Object.fromEntries(
  Object.entries(determinationJsonSchemas()).map(([name, schema]) => {
    const defined = schema.$defs as Readonly<Record<string, object>> | undefined
    const named = String(schema.$ref ?? '').replace('#/$defs/', '')
    return [name, (defined?.[named] ?? schema) as Readonly<Record<string, unknown>>]
  }),
)
const propertiesOf = (name: string): readonly string[] => {
  const schema = schemas[name] ?? {}
  return Object.keys((schema.properties ?? {}) as object)
}

describe('the published schemas', () => {
  it('name every key of a transaction', () => {
    expect(propertiesOf('transaction')).toEqual([
      'id',
      'date',
      'kind',
      'route',
      'items',
      'parties',
      'persons',
      'technology',
      'service',
      'endUse',
      'statement',
      'authorisations',
      'filing',
      'payment',
      'knowledge',
      'documents',
      'history',
    ])
  })
  it('forbid keys that nobody knows', () => {
    expect(schemas.transaction?.additionalProperties).toBe(false)
    expect(schemas.determination?.additionalProperties).toBe(false)
  })
  it('let items stand in items', () => {
    // Under a name of its own or in place.
    expect(JSON.stringify(determinationJsonSchemas().transaction)).toContain(
      '"content":{"type":"array"',
    )
  })
  it('require the digest of an answer', () => {
    expect(schemas.determination?.required).toContain('digest')
  })
})
