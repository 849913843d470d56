import type { Answer, Operation, Request } from './contract/operation.ts'
import type { ProblemDocument } from './http/problem-document.ts'

export interface ClientOptions {
  /** Where the server answers: `http://127.0.0.1:8642`. */
  readonly url: string
  readonly token?: string
}

/** The server refused, and says why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly document: ProblemDocument

  constructor(document: ProblemDocument) {
    super(`${document.status} ${document.detail} [${document.code}]`)
    this.document = document
  }
}

/** Calls operations by the schemas they are made of: what is sent and answered is typed and checked. */
export interface Client {
  /** @throws ApiProblem */
  call<O extends Operation>(operation: O, request?: Request<O>): Promise<Answer<O>>
}

export function createClient({ url, token }: ClientOptions): Client {
  return {
    async call(operation, request = {}) {
      const { body } = request
      const response = await fetch(`${url}${pathOf(operation, request)}`, {
        method: operation.method,
        headers: {
          accept: operation.answerType ?? 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new ApiProblem((await response.json()) as ProblemDocument)
      const isJson = operation.answerType === undefined
      const answer: unknown = isJson ? await response.json() : await response.text()
      return operation.answer.parse(answer) as Answer<typeof operation>
    },
  }
}

/** The path with its parameters in it and the query behind it. */
export function pathOf(
  { path }: Pick<Operation, 'path'>,
  { params, query }: { readonly params?: unknown; readonly query?: unknown },
): string {
  const named = new Map(Object.entries(params ?? {}))
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(named.get(name))),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of [value].flat()) search.append(name, String(one))
  }
  return search.size === 0 ? filled : `${filled}?${search}`
}
