import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from './app.fixture.ts'
import { pathOf } from './client.ts'
import type { Operation } from './contract/operation.ts'
import { OPERATIONS } from './contract/operations.ts'
import { CSV, XLSX } from './http/sent-table.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const operations: readonly Operation[] = Object.values(OPERATIONS)

let document: Document
beforeAll(async () => {
  document = (await server.app.inject('/api/v1/openapi.json')).json()
})

function described({ path, method }: Operation): Described {
  const one = document.paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()]
  if (one === undefined) throw new Error(`${method} ${path} is not in the document`)
  return one
}

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
      const [type = ''] = String(response.headers['content-type']).split(';')
      const { responses } = described(operation)
      expect(Object.keys(responses[response.statusCode]?.content ?? {})).toContain(type)
      const isJson = operation.answerType === undefined
      const parsed = operation.answer.safeParse(isJson ? response.json() : response.body)
      expect(parsed.error?.issues).toBeUndefined()
    },
  )
})

interface Described {
  readonly operationId: string
  readonly security: object[]
  readonly responses: Record<string, { readonly content?: Record<string, object> }>
}

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Described>>
  readonly components: { readonly schemas: Record<string, unknown> }
}

describe('the document', () => {
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

  test('says that refused rows come back as the table that was sent', () => {
    const { default: refusal } = described(OPERATIONS.itemTableFile).responses
    expect(Object.keys(refusal?.content ?? {})).toEqual(['application/problem+json', CSV, XLSX])
  })

  test('says which operations ask for a token', () => {
    expect(document.paths['/api/v1/check']?.post?.security).toEqual([{ token: [] }])
    expect(document.paths['/api/v1/law']?.get?.security).toEqual([])
  })
})
