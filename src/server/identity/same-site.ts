import type { FastifyRequest } from 'fastify'
import type { Action } from '../../people/index.ts'
import { Refusal } from '../http/refusal.ts'
import { isSameDigest } from './secrets.ts'
import type { Site } from './site.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * A browser sends a session's cookie also with what another site made it send. So what changes something
 * must come from our own pages, as the browser says, and carry what only they can read. A token in a header
 * is sent by no browser of itself. Signing in is held to the first, so that nobody is signed in unasked.
 * @throws Refusal
 */
export function refuseForgery(request: FastifyRequest, action: Action, site: Site): void {
  const { identity, method, headers } = request
  if (SAFE.includes(method)) return
  const isEntering = action === 'account.enter'
  if (identity?.kind !== 'session' && !isEntering) return
  if (!comesFromUs(headers, site)) throw forged()
  if (isEntering) return
  const { 'x-csrf-token': given } = headers
  const wanted = identity?.session?.csrf ?? ''
  if (typeof given !== 'string' || wanted === '' || !isSameDigest(given, wanted)) throw noToken()
}

/** By `Sec-Fetch-Site`, else by `Origin`; a program that is no browser sends neither. */
function comesFromUs(headers: FastifyRequest['headers'], { origins }: Site): boolean {
  const { 'sec-fetch-site': fetchSite, origin } = headers
  if (typeof fetchSite === 'string' && fetchSite !== 'same-origin') return false
  return origin === undefined || origins.has(origin)
}

function forged(): Refusal {
  return new Refusal(403, {
    code: 'access.other-site',
    detail: 'This came from the page of another site.',
    remedy:
      'Where it is your own: name the address that users see with `navicert serve --url https://…`.',
  })
}

function noToken(): Refusal {
  return new Refusal(403, {
    code: 'access.csrf',
    detail: 'With a session, what changes something carries the header X-CSRF-Token.',
    remedy: 'Send the `csrf` of GET /api/v1/session.',
  })
}
