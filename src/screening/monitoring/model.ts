import type { Digest, LegalDate } from '../../kernel/index.ts'
import type { ListedParty, PartyQuery, ScreeningResult } from '../model.ts'

/** What a person may say of a hit. All but `clear` need a second person. */
export const OUTCOMES = ['clear', 'true-match', 'whitelist', 'override'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Against what the parties on file were screened last; enough to make the same rows again. */
export interface Baseline {
  readonly asOf: LegalDate
  /** Version of the program that compared: another one may find other hits. */
  readonly engine: string
  readonly snapshots: readonly { readonly source: string; readonly digest: Digest }[]
  /** Digest of the rows in force. */
  readonly rows: Digest
}

/** Contents of both sides that a hit was found with, or that a decision was made on. */
export interface Contents {
  readonly partyContent: Digest
  /** Of what the listed row says, without how it is printed. */
  readonly rowContent: Digest
}

export interface FoundHit extends Contents {
  readonly hit: string
  readonly party: string
  readonly list: string
  readonly row: string
  /** Name of the listed party, and the name or alias that matched, as printed. */
  readonly listedName: string
  readonly matchedName: string
  /** Probability in hundredths: what is chained by digest holds integers only. */
  readonly percent: number
  /** The hit on the same content under another row number, which this one stands for now. */
  readonly insteadOf?: string
}

export interface PartyFiled {
  readonly kind: 'party-filed' | 'party-changed'
  readonly on: LegalDate
  readonly party: string
  readonly query: PartyQuery
}

export interface PartyRetired {
  readonly kind: 'party-retired'
  readonly on: LegalDate
  readonly party: string
}

/** All parties on file are screened against the baseline; what that changed. */
export interface Screened {
  readonly kind: 'screened'
  readonly on: LegalDate
  /** `delta`: only what had changed was computed again. */
  readonly scope: 'all' | 'delta'
  readonly baseline: Baseline
  readonly parties: number
  readonly found: readonly FoundHit[]
  readonly gone: readonly string[]
  /** Up to where in the record the parties were read; one filed later is not screened yet. Absent: all of them. */
  readonly through?: number
  /** How many were found and gone, where they are kept with their parties. */
  readonly counts?: { readonly found: number; readonly gone: number }
}

/** What a screening changed of one party, kept with it: with its key its hits can be read no more. */
export interface PartyHits {
  readonly kind: 'party-hits'
  readonly on: LegalDate
  readonly party: string
  readonly found: readonly FoundHit[]
  readonly gone: readonly string[]
}

export interface HitDecided extends Contents {
  readonly kind: 'hit-cleared' | 'hit-confirmed' | 'whitelisted' | 'overridden'
  readonly on: LegalDate
  readonly hit: string
  readonly by: string
  readonly reason: string
}

export interface Countersigned {
  readonly kind: 'countersigned'
  readonly on: LegalDate
  readonly hit: string
  readonly by: string
}

export interface HitReopened {
  readonly kind: 'hit-reopened'
  readonly on: LegalDate
  readonly hit: string
  readonly because: readonly ('listed row changed' | 'party changed')[]
}

export type MonitoringEvent =
  | PartyFiled
  | PartyRetired
  | Screened
  | PartyHits
  | HitDecided
  | Countersigned
  | HitReopened

export interface MonitoredParty {
  readonly id: string
  readonly query: PartyQuery
  readonly content: Digest
  readonly isRetired: boolean
  /** Whether its present content was screened against the baseline. */
  readonly isScreened: boolean
}

export interface Decision extends Contents {
  readonly outcome: Outcome
  readonly on: LegalDate
  readonly by: string
  readonly reason: string
  readonly second?: string
}

export interface MonitoredHit extends FoundHit {
  /** False once the row, the party or their likeness is gone. */
  readonly isPresent: boolean
  readonly decision?: Decision
}

/** `awaiting-second`: one person has decided what needs two; the hit is open until then. */
export type HitStatus = 'open' | 'awaiting-second' | Outcome

/** The projection of the events. */
export interface MonitoringState {
  readonly parties: ReadonlyMap<string, MonitoredParty>
  readonly hits: ReadonlyMap<string, MonitoredHit>
  /** Ids of the hits of a party, gone ones too. */
  readonly hitsOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly baseline?: Baseline
}

/** What monitoring needs of the outside. */
export interface MonitoringPorts {
  /** A screener over these rows and no others. */
  readonly screenerOf: (rows: readonly ListedParty[]) => {
    screen(query: PartyQuery): Pick<ScreeningResult, 'hits'>
  }
  /** Digest of what a row says; the same for a row that is only printed otherwise. */
  readonly contentOf: (row: ListedParty) => Digest
  /**
   * Those of the parties that these rows may match, none left out, where that is known sooner than by
   * screening each; else all are screened.
   */
  readonly nearOf?: (
    parties: readonly MonitoredParty[],
    rows: readonly ListedParty[],
  ) => readonly MonitoredParty[]
}
