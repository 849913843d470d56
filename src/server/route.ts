import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Reach } from '../people/index.ts'
import type { Input, Operation } from './contract/operation.ts'
import { SentTable } from './http/sent-table.ts'
import { deviceOf } from './identity/device.ts'
import type { Identity } from './identity/identity.ts'
import { cookieOf, type Site } from './identity/site.ts'
import { actionOf, isPublic } from './route-actions.ts'

/** What a handler may ask of the request besides its parts. */
export interface Call {
  readonly identity: Identity | undefined
  /** How far the asker may do this: the own work, the own organisation, everything. */
  readonly reach: Reach
  readonly site: Site
  readonly requestId: string
  readonly address: string
  /** Of the browser no more than tells one's own devices apart. */
  readonly device: string
  readonly cookie: (name: string) => string | undefined
  /** Sends a header along. */
  readonly tell: (name: string, value: string) => void
  /** The body of an upload, as it comes. */
  readonly upload: Readable | undefined
  /** The body of an upload that is a table. */
  readonly table: SentTable | undefined
  /** The media types that the asker reads. */
  readonly accept: string | undefined
  /** The last event that a follower has seen. */
  readonly lastEventId: string | undefined
}

/** An answer that is text already, in the media type of the operation. */
export class Written {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Bytes, with headers that say what they are. */
export class Printed {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** Where it is not the one of the operation. */
  readonly status: number | undefined

  constructor(bytes: Uint8Array, headers: Readonly<Record<string, string>>, status?: number) {
    this.bytes = bytes
    this.headers = headers
    this.status = status
  }
}

/** An answer that is sent as it comes. */
export class Streamed {
  readonly stream: Readable

  constructor(stream: Readable) {
    this.stream = stream
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    site: () => Site
  }
  interface FastifyContextConfig {
    /** The media types that the route takes in as they come. */
    uploadTypes?: readonly string[]
  }
}

/** An operation with what answers it. */
export interface Route {
  readonly operation: Operation
  register(app: FastifyInstance): void
}

export function route<O extends Operation>(
  operation: O,
  handle: (input: Input<O>, call: Call) => object | Promise<object>,
): Route {
  const { method, path, params, query, body, answer, uploadTypes } = operation
  const { answerType = 'application/json', answerStatus = 200 } = operation
  const schema = {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    response: {
      [answerStatus]: { description: 'Done.', content: { [answerType]: { schema: answer } } },
    },
  }
  const caching = cachingOf(method, path)
  return {
    operation,
    register(app) {
      app.route({
        method,
        url: path,
        schema,
        config: uploadTypes === undefined ? {} : { uploadTypes },
        handler: async (request, reply) => {
          const input = { params: request.params, query: request.query, body: request.body }
          // The validators have read these parts by the schemas that the types are made of.
          const answered = await handle(input as Input<O>, {
            identity: request.identity,
            reach: request.reach,
            site: app.site(),
            requestId: request.id,
            address: request.ip,
            device: deviceOf(request.headers['user-agent']),
            cookie: (name) => cookieOf(request.headers.cookie, name),
            tell: (name, value) => void reply.header(name, value),
            upload: request.body instanceof Readable ? request.body : undefined,
            table: request.body instanceof SentTable ? request.body : undefined,
            accept: request.headers.accept,
            lastEventId: lastEventId(request.headers),
          })
          reply.header('cache-control', caching)
          reply.type(
            answerType === 'application/json' ? `${answerType}; charset=utf-8` : answerType,
          )
          if (answered instanceof Printed)
            return reply
              .code(answered.status ?? answerStatus)
              .headers(answered.headers)
              .send(Buffer.from(answered.bytes))
          if (answered instanceof Streamed) return reply.send(answered.stream)
          return reply
            .code(answerStatus)
            .send(answered instanceof Written ? answered.text : JSON.stringify(answered))
        },
      })
    },
  }
}

function lastEventId(headers: Readonly<Record<string, unknown>>): string | undefined {
  const id = headers['last-event-id']
  return typeof id === 'string' ? id : undefined
}

/** What speaks of a deal is kept by nobody; the rest is asked for again by its digest. */
function cachingOf(method: string, path: string): string {
  // Who is signed in, and with what, is not kept anywhere on the way.
  if (method !== 'GET' || actionOf(method, path)?.startsWith('account.')) return 'no-store'
  return isPublic(method, path) ? 'public, no-cache' : 'private, no-cache'
}
