import type { Kysely } from 'kysely'
import type { RecordedEvent } from '../record/event.ts'

/**
 * Tables computed from the record. They can be thrown away and built again from nothing, so what
 * `apply` does depends on the event and on these tables alone: no clock, no network.
 */
export interface Projection<Views = unknown> {
  readonly name: string
  /** Raise it when `create` or `apply` changes: the tables are then built anew. */
  readonly version: number
  /** The tables that `create` makes; no other projection has one of that name. */
  readonly tables: readonly string[]
  /** Makes the empty tables. Names without a schema are those of the projections. */
  create(views: Kysely<Views>): Promise<void>
  /** Takes one event in. Each event comes once, in the order of the record. */
  apply(event: RecordedEvent, views: Kysely<Views>): Promise<void>
  /** Takes a portion in at once, where that is quicker: what `apply` would make of one after the other. */
  applyAll?(events: readonly RecordedEvent[], views: Kysely<Views>): Promise<void>
}

export interface ProjectionStatus {
  readonly name: string
  readonly version: number
  /** The last event that was taken in. */
  readonly position: number
  /** The last event there is. */
  readonly of: number
}
