import type { Digest, LegalDate, Truth } from '../kernel/index.ts'

/** What a list's row demands of who deals with the listed party, in the publisher's words. */
export interface RowRule {
  /** As printed: "For all items subject to the EAR. (See § 744.11 of the EAR)". */
  readonly licenceRequirement?: string
  /** As printed: "Presumption of denial". */
  readonly reviewPolicy?: string
  /** Numbers of the footnotes the row carries (Entity List 1, 3, 4, 5). */
  readonly footnotes: readonly number[]
  readonly citation?: string
}

/** What a party is, by the words of FollowTheMoney; `LegalEntity` where the publisher does not say. */
export const PARTY_SCHEMAS = [
  'Person',
  'Organization',
  'Vessel',
  'Aircraft',
  'LegalEntity',
] as const

/** One listed party, as its publisher gives it and as it is compared. Raw values are kept in their script. */
export interface ListedParty {
  /** Stable within the source: the publisher's number, else a digest of the content. */
  readonly id: string
  /** Whose file it is of: `us-csl`, `us-bis`, `us-ofac`. */
  readonly source: string
  /** The list inside the source: `us-entity-list`, `us-uvl`, `us-meu`, `us-dpl`, `us-sdn`, … */
  readonly list: string
  readonly schema: (typeof PARTY_SCHEMAS)[number]
  readonly name: string
  readonly aliases: readonly string[]
  readonly weakAliases: readonly string[]
  readonly addresses: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  readonly birthDates: readonly string[]
  readonly identifiers: Readonly<Record<string, readonly string[]>>
  readonly programmes: readonly string[]
  readonly remarks?: string
  /** The entry's own days, where the list has them. */
  readonly from?: LegalDate
  readonly to?: LegalDate
  readonly rule: RowRule
}

/** A party list as published on a day; content-addressed. */
export interface Snapshot {
  readonly source: string
  /** Human name: `us-csl 2022-05-10`. */
  readonly name: string
  /** Digest of the normalised parties. */
  readonly digest: Digest
  /** Digest of the official file as received. */
  readonly fileDigest: Digest
  readonly published: LegalDate
  /** Lists the source holds (`us-csl` holds all US lists). */
  readonly lists: readonly string[]
  readonly parties: readonly ListedParty[]
  /** Rows of the official file that could not be read and are not among the parties, if any. */
  readonly unread?: number
}

/** What is asked. Everything but the name is optional and helps to tell namesakes apart. */
export interface PartyQuery {
  readonly name: string
  readonly otherNames?: readonly string[]
  readonly schema?: ListedParty['schema']
  readonly country?: string
  readonly birthDate?: string
  readonly address?: string
  readonly identifiers?: Readonly<Record<string, string>>
}

export interface Hit {
  readonly party: ListedParty
  /** Digest of the snapshot the row stands in. */
  readonly snapshot: Digest
  /** 0 to 1, two decimals: that the two are the same, all evidence together. */
  readonly probability: number
  /** 0 to 1, two decimals: likeness of the names alone. */
  readonly nameScore: number
  /** The listed name or alias that matched, as printed. */
  readonly matchedName: string
  /** In words: which alias, which token with which, what spoke for and against. */
  readonly because: readonly string[]
}

export type ScreeningState = 'clear' | 'hit' | 'not-screened' | 'stale'

/** A listed party that has the address of somebody who bears another name. */
export interface ListedNeighbour {
  readonly party: ListedParty
  /** As its row prints it. */
  readonly address: string
}

export interface ScreeningResult {
  readonly state: ScreeningState
  readonly hits: readonly Hit[]
  /** Why not screened or stale: which list, which day. */
  readonly because: readonly string[]
  /** Listed parties of other names at the same address, where the policy asks for them; no hits. */
  readonly neighbours?: readonly ListedNeighbour[]
}

export interface SnapshotReference {
  readonly source: string
  readonly snapshot: string
  readonly digest: Digest
  readonly date: LegalDate
}

/** What determination asks of screening; made by a composition root for one `asOf` and `knownAt`. */
export interface Screener {
  /** The snapshots used. */
  readonly lists: readonly SnapshotReference[]
  screen(query: PartyQuery): ScreeningResult
  /** Whether the list named is among the snapshots and fresh. */
  covers(list: string): Truth
}
