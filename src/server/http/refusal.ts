import { STATUS_CODES } from 'node:http'
import type { Problem } from '../../kernel/index.ts'

/** With what is over soon, as a database that is started again: seconds. */
export const RETRY_SOON = { 'retry-after': '2' } as const

/** A request that is refused before or beside what the domain says of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(`${STATUS_CODES[status] ?? status}: ${problem.detail}`)
    this.status = status
    this.problem = problem
    this.headers = headers
  }
}
