import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Writable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Engine } from '../../desk/index.ts'
import { transactionSchema } from '../../determination/index.ts'
import type { Limits } from '../limits.ts'
import { sendProblem } from './answer-problems.ts'
import { answerBrokenRequest } from './broken-requests.ts'
import { requestParser } from './parse-request.ts'

export interface FrameParts {
  readonly engine: Engine
  readonly limits: Limits
  /** Structured lines; absent: none are written. */
  readonly log?: Writable
  /** Whether users find it by https, be it behind a proxy. */
  readonly isSecure: () => boolean
}

/**
 * What every request passes: bounds on size and time, an id, a line in the log, headers of safety. The
 * parts of a request are held against the schemas of its route.
 */
export function frame({ engine, limits, log, isSecure }: FrameParts): FastifyInstance {
  const app = Fastify<Server>({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMilliseconds,
    http: {
      headersTimeout: limits.headersMilliseconds,
      maxHeaderSize: limits.headerBytes,
      connectionsCheckingInterval: 1000,
    },
    connectionTimeout: 0,
    keepAliveTimeout: 5000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestIdHeader: false,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
    ...(log === undefined ? {} : { logger: loggerTo(log) }),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, request, reply) => {
      const problem = { code: 'request.path', detail: 'The path is not spelt as a URL is.' }
      sendProblem(request, reply, { status: 400, problems: [problem] })
    },
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(requestParser(new Map([[transactionSchema, engine.parseTransaction]])))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  protect(app, isSecure)
  return app
}

/** A caller's own id is taken over where it is plain, so that it can be found in both logs. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID()
}

/** Paths are logged as the route's pattern, never as sent: names of parties stand in queries. */
function loggerTo(stream: Writable) {
  return {
    stream,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    serializers: {
      req: (request: {
        id: string
        method: string
        ip: string
        routeOptions?: { url?: string | undefined }
      }) => ({
        id: request.id,
        method: request.method,
        route: request.routeOptions?.url ?? 'none',
        from: request.ip,
      }),
    },
  }
}

/** Of seconds. For this host alone: others of its domain are not ours to speak for. */
const YEAR = 365 * 24 * 3600

/** What every answer carries, whatever it is. */
function protect(app: FastifyInstance, isSecure: () => boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      ...(isSecure() ? { 'strict-transport-security': `max-age=${YEAR}` } : {}),
    })
  })
}
