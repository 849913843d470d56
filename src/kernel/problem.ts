/**
 * What went wrong with an input, where, and what to do about it (the shape of RFC 9457, without
 * HTTP). A message is clear, gentle, concise, thorough and actionable.
 */
export interface Place {
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** Dotted path into the document, as `items[0].kind`. */
  readonly path?: string
}

export interface Problem {
  /** Stable machine name, dotted: `input.unknown-key`, `quantity.wrong-dimension`. */
  readonly code: string
  /** One sentence: what is wrong. */
  readonly detail: string
  readonly where?: Place
  /** One sentence: what to do. */
  readonly remedy?: string
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(...problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems }
}

/** A refusal that crosses a boundary. Bugs are asserts, not this. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problems: readonly Problem[]

  constructor(...problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'))
    this.problems = problems
  }
}

/** The value of a result. @throws ProblemError with the result's problems */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ProblemError(...result.problems)
}

/** `file:line:column: path: what is wrong. What to do. [code]` */
export function describeProblem(problem: Problem): string {
  const { file, line, column, path } = problem.where ?? {}
  const position = [file, line, line === undefined ? undefined : column].filter(
    (x) => x !== undefined,
  )
  const place = [position.join(':'), path].filter((x) => x !== undefined && x !== '')
  const remedy = problem.remedy === undefined ? '' : ` ${problem.remedy}`
  return `${[...place, problem.detail].join(': ')}${remedy} [${problem.code}]`
}
