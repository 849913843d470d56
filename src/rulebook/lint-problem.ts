import type { Problem } from '../kernel/index.ts'

/** An error makes answers wrong; a warning is to be looked at by the author of the law. */
export interface LintProblem extends Problem {
  readonly severity: 'error' | 'warning'
}

export function lintError(code: string, path: string, detail: string, remedy: string): LintProblem {
  return { severity: 'error', code: `lint.${code}`, where: { path }, detail, remedy }
}

export function lintWarning(
  code: string,
  path: string,
  detail: string,
  remedy: string,
): LintProblem {
  return { ...lintError(code, path, detail, remedy), severity: 'warning' }
}
