import type { LegalDate } from '../kernel/index.ts'

/**
 * Which lists there are, where they are published, how old a copy may be and who must be screened
 * against them. Stands in `law/lists.yaml`.
 */
export interface ListPolicy {
  /** In the order of preference where two sources hold one list and were published on the same day. */
  readonly sources: readonly SourcePolicy[]
  readonly lists: readonly ListDescription[]
  /** Jurisdictions whose lists every party is screened against, whatever the transaction. */
  readonly always: readonly string[]
}

export interface SourcePolicy {
  /** `us-csl` */
  readonly source: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  /** The official files themselves, where they can be fetched; `{day}` stands for a day of issue. */
  readonly downloads?: readonly string[]
  /** On what terms the publisher lets the list be used. */
  readonly terms?: string
  readonly holds: readonly string[]
  /** A copy published longer ago than this is stale. */
  readonly maxAgeDays: number
  readonly cite: string
}

export interface ListDescription {
  /** `us-entity-list` */
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  /** Whether nothing is clear under that jurisdiction until the list was screened. */
  readonly required: boolean
  /** Whoever has an address of one of its rows, and another name, is a red flag. */
  readonly addresses?: boolean
  readonly cite: string
}

const DAY = 86_400_000

export function ageInDays(published: LegalDate, on: LegalDate): number {
  return Math.round((Date.parse(on) - Date.parse(published)) / DAY)
}
