import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './answer-problems.ts'

/** Paths that no route answers: 405 where another method would do, else 404. */
export function answerUnknownPaths(app: FastifyInstance, routes: readonly KnownRoute[]): void {
  const patterns = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }))
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [path = '/'] = request.url.split('?')
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    const allowed = [
      ...new Set(methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one]))),
    ]
    if (allowed.length === 0 || allowed.includes(request.method)) {
      const problem = {
        code: 'request.no-such-path',
        detail: 'There is nothing at this path.',
        remedy: 'The paths are in /api/v1/openapi.json.',
      }
      return sendProblem(request, reply, { status: 404, problems: [problem] })
    }
    reply.header('allow', allowed.join(', '))
    const problem = {
      code: 'request.method',
      detail: `This path does not answer ${request.method}.`,
      remedy: `Use ${allowed.join(' or ')}.`,
    }
    return sendProblem(request, reply, { status: 405, problems: [problem] })
  }
  // Before anything of the body: what it is does not matter where nobody reads it.
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return answer(request, reply)
  })
  app.setNotFoundHandler(answer)
}

export interface KnownRoute {
  readonly method: string
  readonly path: string
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/:[A-Za-z]+/g, '[^/]+')}$`)
}
