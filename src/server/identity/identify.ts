import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { ACTIONS, type Reach } from '../../people/index.ts'
import type { People } from '../people/people.ts'
import { actionOf, isPublic } from '../route-actions.ts'
import { authorise, type Identity } from './identity.ts'
import { refuseForgery } from './same-site.ts'
import { cookieOf, type Site } from './site.ts'

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined
    /** How far the asker may do what the route does; set before a handler is called. */
    reach: Reach
  }
}

export interface KnowingPeople {
  /** Opened when it is first needed: what is public needs none. */
  readonly people: () => Promise<People>
  readonly site: () => Site
}

/** Says who asks, before anything is counted or read of the body; {@link guardRoutes} then lets in or not. */
export function identify(app: FastifyInstance, { people, site }: KnowingPeople): void {
  app.decorateRequest('identity', undefined)
  app.decorateRequest('reach', 'own')
  app.decorate('site', site)
  const whoAsks = async ({ authorization, cookie }: IncomingHttpHeaders) => {
    if (authorization !== undefined) {
      const [scheme, text] = authorization.split(' ')
      if (scheme?.toLowerCase() !== 'bearer' || text === undefined) return undefined
      return await (await people()).byToken(text)
    }
    const shown = cookieOf(cookie, site().cookieName)
    return shown === undefined ? undefined : await (await people()).byCookie(shown)
  }
  app.addHook('onRequest', async (request) => {
    const { method, routeOptions, headers } = request
    try {
      request.identity = await whoAsks(headers)
    } catch (error) {
      // What is answered to anybody does not wait for a database that is gone to say who asks.
      if (!isPublic(method, routeOptions.url ?? '')) throw error
    }
  })
}

/** Every route has its action in the table, and is refused to whoever may not do it. */
export function guardRoutes(app: FastifyInstance, { people, site }: KnowingPeople): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (actionOf(one, url) === undefined)
        throw new Error(`${one} ${url} has no action in route-actions.ts: nobody decided who may.`)
    }
  })
  // Before the body is read: who may not ask is not listened to.
  app.addHook('preParsing', async (request, _reply, payload) => {
    const { url, method } = request.routeOptions
    if (url === undefined) return payload
    const action = actionOf(String([method].flat()[0] ?? request.method), url)
    if (action === undefined) throw new Error(`${url} has no action`)
    request.reach = authorise(request.identity, action)
    refuseForgery(request, action, site())
    return payload
  })
  // Before it is shown: that somebody saw it is on record, or nobody sees it.
  app.addHook('onSend', async (request, reply, payload) => {
    const { url, method } = request.routeOptions
    const action = url === undefined ? undefined : actionOf(String([method].flat()[0]), url)
    const rule = action === undefined ? undefined : ACTIONS.get(action)
    const isOnRecord = rule?.access === 'role' && rule.effect === 'reads-on-record'
    if (action === undefined || !isOnRecord || reply.statusCode >= 400) return payload
    const { identity, id, params } = request
    const of = Object.values((params ?? {}) as Readonly<Record<string, string>>).join('/')
    await (await people()).audit.note({
      type: 'audit.read',
      actor: identity?.id ?? 'nobody',
      action,
      of,
      request: id,
      ...(identity?.token === undefined ? {} : { token: identity.token }),
    })
    return payload
  })
}
