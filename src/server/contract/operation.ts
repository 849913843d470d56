import type { z } from 'zod'

/** Something to send, and what it shows; each stands in the OpenAPI document and runs as a test. */
export interface Example {
  readonly name: string
  readonly summary: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The media type of the body where it is not JSON; the body is then text. */
  readonly type?: string
}

/**
 * One operation of the API: what goes in, what comes out, how it is tried. Validators, the OpenAPI
 * document and the typed client are all made of this.
 */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** Media types a body may come in besides `application/json`. */
  readonly bodyTypes?: readonly string[]
  /** The media types of a body that is taken in as it comes, and not held against a schema. */
  readonly uploadTypes?: readonly string[]
  readonly answer: z.ZodType
  /** Where it is not 200. */
  readonly answerStatus?: 201 | 202 | 303
  /** The media type of the answer where it is not JSON. */
  readonly answerType?: string
  /** Media types an answer may come in besides, where the request asks for them. */
  readonly otherAnswerTypes?: readonly string[]
  /** Media types a refusal may come in besides `application/problem+json`. */
  readonly refusalTypes?: readonly string[]
  readonly examples: readonly Example[]
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler is given: the parts of the request as their schemas read them. */
export interface Input<O extends Operation> {
  readonly params: Parsed<O['params']>
  readonly query: Parsed<O['query']>
  readonly body: Parsed<O['body']>
}

/** What a client sends. */
export interface Request<O extends Operation> {
  readonly params?: Sent<O['params']>
  readonly query?: Sent<O['query']>
  readonly body?: Sent<O['body']>
}

export type Answer<O extends Operation> = z.output<O['answer']>

/** Keeps the exact types of an operation's schemas. */
export function operation<const O extends Operation>(one: O): O {
  return one
}
