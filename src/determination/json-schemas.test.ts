import { describe, expect, it } from 'vitest'
import { determinationJsonSchemas } from './json-schemas.ts'

const schemas = determinationJsonSchemas()
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
    expect(JSON.stringify(schemas.transaction)).toContain('"content":{"type":"array"')
  })
  it('require the digest of an answer', () => {
    expect(schemas.determination?.required).toContain('digest')
  })
})
