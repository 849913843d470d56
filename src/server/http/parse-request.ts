import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { type Problem, parseShape, type Result } from '../../kernel/index.ts'
import { type Part, pointerTo } from './problem-document.ts'

/** A part of the request that is not what its schema says. */
export class InvalidPart extends Error {
  override readonly name = 'InvalidPart'
  readonly problems: readonly Problem[]
  readonly part: Part

  constructor(problems: readonly Problem[], part: Part) {
    super(`The ${part} of the request is not valid.`)
    this.problems = problems
    this.part = part
  }
}

/** Reads one shape beyond its schema: a transaction is held against the words of the law too. */
export type Readers = ReadonlyMap<
  z.ZodType,
  (value: unknown, places: typeof AS_POINTERS) => Result<unknown>
>

/** A fault is placed by its JSON Pointer, which is exact where a printed path is not. */
export const AS_POINTERS = {
  shapeRemedy: 'The shape is described in /api/v1/openapi.json.',
  locate: (path: readonly PropertyKey[]) => ({ path: pointerTo(path) }),
}

const PARTS: Readonly<Record<string, Part>> = {
  body: 'body',
  querystring: 'query',
  params: 'params',
  headers: 'headers',
}

/** Holds each part of a request against its schema, so that a misspelt key is told with the one meant. */
export function requestParser(readers: Readers): FastifySchemaCompiler<z.ZodType> {
  return ({ schema, httpPart }) => {
    const read = readers.get(schema) ?? ((value: unknown) => parseShape(schema, value, AS_POINTERS))
    const part = PARTS[httpPart ?? 'body'] ?? 'body'
    return (value: unknown) => {
      // A query object of the router has no prototype; its keys are all there is.
      const result = read(part === 'body' ? value : { ...(value as object) }, AS_POINTERS)
      return result.ok ? { value: result.value } : { error: new InvalidPart(result.problems, part) }
    }
  }
}
