import { STATUS_CODES } from 'node:http'
import { type Problem, readPath } from '../../kernel/index.ts'

type Where = NonNullable<Problem['where']>

export const PROBLEM_TYPE = 'application/problem+json'

/** RFC 9457, with the machine name of the problem and each place where something is wrong. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly instance: string
  readonly remedy?: string
  readonly errors?: readonly ProblemPlace[]
}

interface ProblemPlace {
  readonly code: string
  readonly detail: string
  /** JSON Pointer into the body. */
  readonly pointer?: string
  readonly parameter?: string
  /** Of a table, as a spreadsheet counts: the heading is row 1. */
  readonly row?: number
  readonly column?: string
  readonly remedy?: string
}

/** Where the value that was refused stood in the request; a table is a body of rows. */
export type Part = 'body' | 'table' | 'query' | 'params' | 'headers'

export function problemDocument(
  status: number,
  problems: readonly Problem[],
  requestId: string,
  part: Part = 'body',
): ProblemDocument {
  const [first] = problems
  const { code = 'server.failed', detail = 'The request failed.', remedy } = first ?? {}
  const places = problems.filter(
    ({ where }) => where?.path !== undefined || (part === 'table' && where?.line !== undefined),
  )
  return {
    type: `urn:navicert:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: problems.length > 1 ? `${detail} (${problems.length - 1} more in \`errors\`)` : detail,
    code,
    instance: `urn:navicert:request:${requestId}`,
    ...(remedy === undefined ? {} : { remedy }),
    ...(places.length === 0 && problems.length < 2
      ? {}
      : { errors: problems.map((problem) => placeOf(problem, part)) }),
  }
}

function placeOf({ code, detail, where, remedy }: Problem, part: Part): ProblemPlace {
  const place = where === undefined ? {} : part === 'table' ? cellOf(where) : partOf(where, part)
  return { code, detail, ...place, ...(remedy === undefined ? {} : { remedy }) }
}

function partOf({ path }: Where, part: Part): Pick<ProblemPlace, 'pointer' | 'parameter'> {
  if (path === undefined) return {}
  return part === 'body' ? { pointer: pointerOf(path) } : { parameter: path.replace(/^\//, '') }
}

function cellOf({ line, path }: Where): Pick<ProblemPlace, 'row' | 'column'> {
  return {
    ...(line === undefined ? {} : { row: line }),
    ...(path === undefined || path === '' ? {} : { column: path }),
  }
}

/** A printed path, `items[0].characteristics.dco_nm`, as a pointer; a pointer as it is. */
function pointerOf(path: string): string {
  return path.startsWith('/') ? path : pointerTo(readPath(path))
}

/** `/items/0/characteristics/dco_nm` (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
