import type { Classifier } from '../classification/index.ts'
import type { LegalDate, Result } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Screener } from '../screening/index.ts'
import type { Determination } from './model.ts'
import type { Transaction } from './transaction.ts'

export interface DeterminerOptions {
  readonly rulebook: Rulebook
  readonly classifier: Classifier
  readonly engineVersion: string
}

export interface DetermineOptions {
  /** Default: the date of the transaction; a problem where there is neither. */
  readonly asOf?: LegalDate
  /** Default: `asOf`. */
  readonly knownAt?: LegalDate
  /** Without one no party is screened, and nothing is clear. */
  readonly screener?: Screener
  /** Adds `reasons`. */
  readonly explain?: boolean
  /**
   * `not-given` reads circumstances of the deal that nobody stated (not the characteristics of items)
   * as not given. For worked cases alone, whose authors state all that matters: such an answer names
   * it under `assumptions` and is never better than `undetermined`. Default `unknown`.
   */
  readonly unstated?: 'unknown' | 'not-given'
}

export interface Determiner {
  /** Problems are of the items' characteristics, with their path in the transaction, or of the day. */
  determine(transaction: Transaction, options?: DetermineOptions): Result<Determination>
}

export function createDeterminer(_options: DeterminerOptions): Determiner {
  throw new Error('Not written yet')
}
