import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import { InvalidPart } from './parse-request.ts'
import { type Part, PROBLEM_TYPE, problemDocument } from './problem-document.ts'
import { statusOf } from './problem-status.ts'
import { RETRY_SOON, Refusal } from './refusal.ts'

/** Everything that goes wrong is answered as a problem; what went wrong inside stays in the log. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const told = tellError(error)
    if (told.status >= 500) request.log.error({ err: error }, 'a request failed')
    reply.headers(told.headers ?? {})
    return sendProblem(request, reply, told)
  })
}

interface Told {
  readonly status: number
  readonly problems: readonly Problem[]
  readonly part?: Part
  readonly headers?: Readonly<Record<string, string>>
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, problems, part }: Told,
): FastifyReply {
  const document = problemDocument(status, problems, request.id, part)
  return reply.code(status).type(PROBLEM_TYPE).send(JSON.stringify(document))
}

function tellError(error: FastifyError | Error): Told {
  if (error instanceof Refusal) {
    return { status: error.status, problems: [error.problem], headers: error.headers }
  }
  if (error instanceof InvalidPart) {
    const { problems, part } = error
    return { status: statusOf(problems), problems, part }
  }
  if (error instanceof ProblemError) {
    const status = statusOf(error.problems)
    const headers = status === 503 ? RETRY_SOON : {}
    return { status, problems: error.problems, headers }
  }
  const known = 'code' in error ? FRAMEWORK[error.code] : undefined
  if (known !== undefined) return { status: known.status, problems: [known.problem] }
  const { statusCode } = error as { readonly statusCode?: number }
  // What the framework refuses with a status of its own is the request's fault, in its own words.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, problems: [{ code: 'request.refused', detail: error.message }] }
  }
  return { status: 500, problems: [FAILED] }
}

const FAILED: Problem = {
  code: 'server.failed',
  detail: 'The server failed on an error of its own: rely on nothing of this request.',
  remedy: 'Try again; if it stays so, give the operator the request id.',
}

const UNREADABLE: Problem = {
  code: 'input.not-json',
  detail: 'The body is not JSON.',
  remedy: 'Send one JSON value, or leave the body and its Content-Type away.',
}

const FRAMEWORK: Readonly<Record<string, { status: number; problem: Problem } | undefined>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    problem: {
      code: 'request.media-type',
      detail: 'This route does not read a body of that media type.',
      remedy: 'Send application/json; transactions and items also as application/yaml.',
    },
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    problem: {
      code: 'input.too-large',
      detail: 'The body is larger than this route takes.',
      remedy: 'Send fewer records at a time.',
    },
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, problem: UNREADABLE },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, problem: UNREADABLE },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    problem: {
      code: 'request.length',
      detail: 'The body is not as long as its Content-Length says.',
      remedy: 'Let the client library set Content-Length.',
    },
  },
  FST_ERR_VALIDATION: { status: 422, problem: { ...UNREADABLE, code: 'input.wrong-shape' } },
}
