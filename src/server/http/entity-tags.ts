import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * Every answer to a GET carries the digest of its bytes; whoever has these bytes is told so and sent
 * nothing. Answers are the same bytes for the same law and lists, so the digest is all that is needed.
 */
export function tagEntities(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string')
      return payload
    if (reply.hasHeader('cache-control') && reply.getHeader('cache-control') === 'no-store')
      return payload
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
    reply.header('etag', tag)
    if (!matches(request.headers['if-none-match'], tag)) return payload
    reply.code(304).removeHeader('content-type')
    return ''
  })
}

/** RFC 9110 §13.1.2: the comparison is weak, and `*` fits everything that is there. */
function matches(wanted: string | undefined, tag: string): boolean {
  if (wanted === undefined) return false
  return wanted
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === tag || one === '*')
}
