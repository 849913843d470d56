import type { Determination, DetermineOptions, Sheet, Transaction } from '../determination/index.ts'
import { type LegalDate, type Result, unwrap } from '../kernel/index.ts'
import type { Engine } from './engine.ts'
import type { Screeners } from './screeners.ts'

export interface CheckDays {
  /** The day whose law applies; else that of the transaction. */
  readonly asOf?: LegalDate
  /** What was published by then; else the day applied. */
  readonly knownAt?: LegalDate
}

export interface CheckerOptions extends CheckDays {
  /** Without it no party is screened, and nothing is clear. */
  readonly screeners?: Screeners
  readonly explain?: boolean
}

/** Answers one transaction, as objects or as a line of JSON. @throws ProblemError */
export interface Checker {
  determine(transaction: Transaction): Determination
  write(transaction: Transaction): string
  /** Onto a sheet with others; a result instead of a throw. */
  writeTo(sheet: Sheet, transaction: Transaction): Result<void>
}

export function createChecker(engine: Engine, options: CheckerOptions): Checker {
  const { asOf, knownAt, screeners, explain = false } = options
  const days = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const howOf = (transaction: Transaction): DetermineOptions => {
    // A transaction without any day is refused by the determiner, with what to do.
    const day = asOf ?? transaction.date
    const screener = day === undefined ? undefined : screeners?.(day, knownAt ?? day)
    return { ...days, ...(screener === undefined ? {} : { screener }), explain }
  }
  return {
    determine: (one) => unwrap(engine.determiner.determine(one, howOf(one))),
    writeTo: (sheet, one) => engine.determiner.writeTo(sheet, one, howOf(one)),
    write: (one) => unwrap(engine.determiner.write(one, howOf(one))),
  }
}
