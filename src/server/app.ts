import type { Writable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { engineVersion } from '../desk/index.ts'
import { answerProblems } from './http/answer-problems.ts'
import { tagEntities } from './http/entity-tags.ts'
import { frame } from './http/frame.ts'
import { answerUnknownPaths } from './http/method-not-allowed.ts'
import { RateWindows } from './http/rate-windows.ts'
import { readBodies } from './http/read-bodies.ts'
import { Refusal } from './http/refusal.ts'
import { guardRoutes, identify } from './identity/identify.ts'
import type { Limits } from './limits.ts'
import { describeRoutes, openApiDocument } from './open-api.ts'
import type { Route } from './route.ts'
import { ROUTE_ACTIONS } from './route-actions.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { auditRoutes } from './routes/audit-routes.ts'
import { batchRoutes } from './routes/batch-routes.ts'
import { certificateRoutes } from './routes/certificate-routes.ts'
import { checkRoutes } from './routes/check-routes.ts'
import { classifyRoutes } from './routes/classify-routes.ts'
import { documentRoutes } from './routes/document-routes.ts'
import { invitationRoutes } from './routes/invitation-routes.ts'
import { lawRoutes } from './routes/law-routes.ts'
import { listRoutes } from './routes/list-routes.ts'
import { mailRoutes } from './routes/mail-routes.ts'
import { matchRoutes } from './routes/match-routes.ts'
import { monitoringRoutes } from './routes/monitoring-routes.ts'
import { onFileRoutes } from './routes/on-file-routes.ts'
import { passkeyRoutes } from './routes/passkey-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { providerRoutes } from './routes/provider-routes.ts'
import { regimeRecordRoutes } from './routes/regime-record-routes.ts'
import { regimeRoutes } from './routes/regime-routes.ts'
import { screenRoutes } from './routes/screen-routes.ts'
import { serviceRoutes } from './routes/service-routes.ts'
import { tableRoutes } from './routes/table-routes.ts'
import { webhookRoutes } from './routes/webhook-routes.ts'
import type { Services } from './services.ts'

export interface AppOptions {
  readonly services: Services
  readonly limits: Limits
  /** Structured lines; absent: none are written. */
  readonly log?: Writable
}

/** The server, ready to listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, limits } = options
  const app = frame({
    ...options,
    engine: services.engine,
    isSecure: () => services.site().isSecure,
  })
  readBodies(app, limits)
  answerProblems(app)
  services.metrics.watch(app)
  identify(app, services)
  await limitRates(app, limits)
  guardRoutes(app, services)
  tagEntities(app)
  await describeRoutes(app, engineVersion())
  let document: object | undefined
  const routes = allRoutes(services, () => {
    document ??= openApiDocument(
      app,
      routes.map(({ operation }) => operation),
    )
    return document
  })
  refuseLinesWithoutRoute(routes)
  for (const one of routes) one.register(app)
  answerUnknownPaths(
    app,
    routes.map(({ operation }) => operation),
  )
  await app.ready()
  return app
}

export function allRoutes(services: Services, document: () => object): readonly Route[] {
  return [
    ...serviceRoutes(services, document),
    ...lawRoutes(services),
    ...checkRoutes(services),
    ...batchRoutes(services),
    ...classifyRoutes(services),
    ...screenRoutes(services),
    ...matchRoutes(services),
    ...listRoutes(services),
    ...certificateRoutes(services),
    ...accountRoutes(services),
    ...passkeyRoutes(services),
    ...invitationRoutes(services),
    ...providerRoutes(services),
    ...peopleRoutes(services),
    ...auditRoutes(services),
    ...documentRoutes(services),
    ...webhookRoutes(services),
    ...mailRoutes(services),
    ...onFileRoutes(services),
    ...tableRoutes(services),
    ...monitoringRoutes(services),
    ...regimeRoutes(services),
    ...regimeRecordRoutes(services),
  ]
}

async function limitRates(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(rateLimit, {
    max: (request) =>
      request.identity === undefined ? limits.addressAMinute : limits.tokenAMinute,
    timeWindow: 60_000,
    store: RateWindows,
    enableDraftSpec: true,
    keyGenerator: ({ identity, ip }) => (identity === undefined ? ip : `account ${identity.id}`),
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal(429, {
        code: 'request.too-many',
        detail: 'More requests came in a minute than are taken.',
        remedy: `Try again in ${Math.ceil(ttl / 1000)} s.`,
      }),
  })
}

function refuseLinesWithoutRoute(routes: readonly Route[]): void {
  const known = new Set(routes.map(({ operation }) => `${operation.method} ${operation.path}`))
  const idle = Object.keys(ROUTE_ACTIONS).filter((line) => !known.has(line))
  if (idle.length > 0)
    throw new Error(`route-actions.ts names routes that are not: ${idle.join(', ')}`)
}
