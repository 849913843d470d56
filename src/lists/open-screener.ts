import type { LegalDate } from '../kernel/index.ts'
import type { ListPolicy, ListScreener, Snapshot } from '../screening/index.ts'

export interface OpenScreenerOptions {
  readonly dataFolder: string
  readonly asOf: LegalDate
  /** Default `asOf`. */
  readonly knownAt?: LegalDate
  readonly policy: ListPolicy
}

/** Of each source the newest snapshot published by `asOf` and known at `knownAt`. */
export function openSnapshots(_options: OpenScreenerOptions): readonly Snapshot[] {
  throw new Error('Not written yet')
}

export function openScreener(_options: OpenScreenerOptions): ListScreener {
  throw new Error('Not written yet')
}
