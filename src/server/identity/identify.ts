import type { FastifyInstance } from 'fastify'
import type { Reach, Role, Scope } from '../../people/index.ts'
import { actionOf } from '../route-actions.ts'
import { authorise, type Identity } from './identity.ts'
import type { TokenFile } from './token-file.ts'

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined
    /** How far the asker may do what the route does; set before a handler is called. */
    reach: Reach
  }
}

/** Says who asks, before anything is counted or read of the body; {@link guardRoutes} then lets in or not. */
export function identify(app: FastifyInstance, tokens: TokenFile, now: () => Date): void {
  app.decorateRequest('identity', undefined)
  app.decorateRequest('reach', 'own')
  app.addHook('onRequest', async (request) => {
    const [scheme, text] = (request.headers.authorization ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || text === undefined) return
    const token = tokens.find(text, now())
    if (token === undefined) return
    const { id, name, scopes } = token
    request.identity = { kind: 'token', id, name, scopes, roles: rolesOf(scopes) }
  })
}

/** Every route has its action in the table, and is refused to whoever may not do it. */
export function guardRoutes(app: FastifyInstance): void {
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
    return payload
  })
}

/** A token of a folder is a program's, unless it is the administrator's. */
function rolesOf(scopes: readonly Scope[]): readonly Role[] {
  return scopes.includes('admin') ? ['administrator', 'compliance-officer'] : ['service']
}
