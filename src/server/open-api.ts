import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { itemSchema } from '../classification/index.ts'
import { determinationSchema, ownerSchema, transactionSchema } from '../determination/index.ts'
import { classification } from './contract/answers.ts'
import type { Example, Operation } from './contract/operation.ts'
import { problemShape } from './contract/shapes.ts'
import { PROBLEM_TYPE } from './http/problem-document.ts'
import { XLSX } from './http/sent-table.ts'
import { isPublic } from './route-actions.ts'

const EVENT_STREAM = 'text/event-stream'

/** Schemas with a name of their own in the document; a recursive one must have it. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Item: itemSchema,
  Owner: ownerSchema,
  Transaction: transactionSchema,
  Determination: determinationSchema,
  Classification: classification,
  Problem: problemShape,
}

/** Called before the routes are added. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  for (const [id, schema] of Object.entries(NAMED)) {
    const known = z.globalRegistry.get(schema)
    if (known?.id === undefined) z.globalRegistry.add(schema, { ...known, id })
  }
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Navicert',
        version,
        description:
          'May this go there, to them, for that? One dated, cited answer for all members’ laws. Information, not legal advice. Whatever goes wrong is answered as a problem of RFC 9457.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
    transformObject: createJsonSchemaTransformObject({}),
  })
}

type Content = Record<string, { schema?: unknown; examples?: object }>

interface Described {
  parameters?: { name: string; in: string; required?: boolean; examples?: object }[]
  requestBody?: {
    required?: boolean
    content: Content
  }
  responses: Record<string, { description: string; content?: Content }>
  security?: readonly object[]
}

/** The document with what the routes do not say by themselves: who may call them, examples, problems. */
export function openApiDocument(app: FastifyInstance, operations: readonly Operation[]): object {
  const document = structuredClone(app.swagger()) as unknown as {
    paths: Record<string, Record<string, Described>>
    components: { schemas: Record<string, unknown> }
  }
  for (const operation of operations) {
    const path = operation.path.replace(/:([A-Za-z]+)/g, '{$1}')
    const described = document.paths[path]?.[operation.method.toLowerCase()]
    if (described !== undefined) complete(described, operation)
  }
  keepNamed(document)
  return document
}

function complete(described: Described, operation: Operation): void {
  const { method, path, examples, bodyTypes = [] } = operation
  const { answerStatus = 200, otherAnswerTypes = [], refusalTypes = [] } = operation
  described.security = isPublic(method, path) ? [] : [{ token: [] }]
  const problem = { $ref: '#/components/schemas/Problem' }
  described.responses.default = {
    description: 'A problem: what is wrong, where, and what to do.',
    content: { [PROBLEM_TYPE]: { schema: problem }, ...filesOf(refusalTypes) },
  }
  const answered = described.responses[answerStatus]?.content
  if (answered !== undefined) {
    Object.assign(answered, filesOf(otherAnswerTypes))
    // Of a stream 3.1 can describe no single event, and a tool would hold each against what is said of the whole.
    if (EVENT_STREAM in answered) answered[EVENT_STREAM] = {}
  }
  for (const parameter of described.parameters ?? []) {
    const of = parameter.in === 'path' ? 'params' : 'query'
    const values = examples.flatMap((one) => {
      const value = one[of]?.[parameter.name]
      return value === undefined ? [] : [[one.name, { summary: one.summary, value }]]
    })
    if (values.length > 0) parameter.examples = Object.fromEntries(values)
  }
  if (operation.uploadTypes !== undefined) {
    const content = filesOf(operation.uploadTypes)
    for (const [type, file] of Object.entries(content)) file.examples = bodiesOf(examples, type)
    described.requestBody = { required: true, content }
  }
  const json = described.requestBody?.content['application/json']
  if (described.requestBody === undefined || json === undefined) return
  described.requestBody.required = true
  json.examples = bodiesOf(examples)
  for (const type of bodyTypes) described.requestBody.content[type] = { schema: json.schema }
}

/** What is no JSON: text, or the bytes of a spreadsheet. */
function filesOf(types: readonly string[]): Content {
  return Object.fromEntries(
    types.map((type) => [
      type,
      { schema: type === XLSX ? { contentMediaType: XLSX } : { type: 'string' } },
    ]),
  )
}

function bodiesOf(examples: readonly Example[], wanted?: string): object {
  return Object.fromEntries(
    examples
      .filter(({ type, body }) => type === wanted && body !== undefined)
      .map(({ name, summary, body }) => [name, { summary, value: body }]),
  )
}

/** Of the named schemas those that something refers to: each is made both as sent and as answered. */
function keepNamed(document: { components: { schemas: Record<string, unknown> } }): void {
  const { schemas } = document.components
  for (let dropped = true; dropped; ) {
    const text = JSON.stringify(document)
    const unused = Object.keys(schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    )
    for (const name of unused) delete schemas[name]
    dropped = unused.length > 0
  }
}
