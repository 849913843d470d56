import type { LegalDate } from '../kernel/index.ts'
import type { PartyQuery, Screener, ScreeningResult, Snapshot } from './model.ts'
import type { ListPolicy } from './policy.ts'

export interface ScreenerOptions {
  readonly asOf: LegalDate
  /** Freshness is judged on this day; default `asOf`. */
  readonly knownAt?: LegalDate
  readonly policy: ListPolicy
}

/** A list that should have been screened and was not, or only in a copy that is too old. */
export interface ListGap {
  readonly list: string
  readonly state: 'not-screened' | 'stale'
  readonly because: string
}

export interface ListScreener extends Screener {
  /** Required lists of the jurisdictions (default: those of `policy.always`) that are missing or stale. */
  gaps(jurisdictions?: readonly string[]): readonly ListGap[]
  screen(query: PartyQuery, jurisdictions?: readonly string[]): ScreeningResult
}

export function createScreener(
  _snapshots: readonly Snapshot[],
  _options: ScreenerOptions,
): ListScreener {
  throw new Error('Not written yet')
}
