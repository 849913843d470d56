import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from './app.fixture.ts'
import { pathOf } from './client.ts'
import type { Operation } from './contract/operation.ts'
import { OPERATIONS } from './contract/operations.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const operations: readonly Operation[] = Object.values(OPERATIONS)

describe('every example of the document', () => {
  const examples = operations.flatMap((operation) =>
    operation.examples.map((example) => ({ operation, example })),
  )
  test.each(examples.map((one) => [`${one.operation.id}: ${one.example.summary}`, one] as const))(
    '%s',
    async (_, { operation, example }) => {
      const body = example.body === undefined ? {} : { payload: example.body as object }
      const response = await server.app.inject({
        method: operation.method,
        url: pathOf(operation, example),
        headers: {
          authorization: `Bearer ${server.tokens.admin}`,
          ...(example.type === undefined ? {} : { 'content-type': example.type }),
        },
        ...body,
      })
      expect([response.statusCode, response.body.slice(0, 500)]).toEqual([
        operation.answerStatus ?? 200,
        expect.anything(),
      ])
      const isJson = operation.answerType === undefined
      const parsed = operation.answer.safeParse(isJson ? response.json() : response.body)
      expect(parsed.error?.issues).toBeUndefined()
    },
  )
})

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { operationId: string; security: object[] }>>
  readonly components: { readonly schemas: Record<string, unknown> }
}

describe('the document', () => {
  let document: Document
  beforeAll(async () => {
    const response = await server.app.inject('/api/v1/openapi.json')
    document = response.json()
  })

  test('is OpenAPI 3.1 and tells of every operation and of no other', () => {
    const told = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(document.openapi).toBe('3.1.0')
    expect(told.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
  })

  test('refers to nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference = '']) => reference.replace('#/components/schemas/', ''),
    )
    expect(references.length).toBeGreaterThan(10)
    expect(
      [...new Set(references)].filter((name) => !(name in document.components.schemas)),
    ).toEqual([])
  })

  test('says which operations ask for a token', () => {
    expect(document.paths['/api/v1/check']?.post?.security).toEqual([{ token: [] }])
    expect(document.paths['/api/v1/law']?.get?.security).toEqual([])
  })
})
