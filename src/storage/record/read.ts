import type { Kysely } from 'kysely'
import type { Tables } from '../schema/tables.ts'
import { eventOfRow, type RecordedEvent } from './event.ts'

const PORTION = 500

export interface StreamRange {
  /** The first version wanted; 1 unless told. */
  readonly from?: number
  readonly limit?: number
}

export interface RecordRange {
  /** The position after which to begin; 0 unless told. */
  readonly after?: number
  readonly limit?: number
}

/** The events of one stream, in order. */
export async function readStream(
  db: Kysely<Tables>,
  stream: string,
  { from = 1, limit }: StreamRange = {},
): Promise<readonly RecordedEvent[]> {
  let query = db
    .selectFrom('navicert.events')
    .selectAll()
    .where('stream', '=', stream)
    .where('version', '>=', from)
    .orderBy('version')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(eventOfRow)
}

/** A portion of the whole record, in the order in which it was written. */
export async function readRecord(
  db: Kysely<Tables>,
  { after = 0, limit = PORTION }: RecordRange = {},
): Promise<readonly RecordedEvent[]> {
  const rows = await db
    .selectFrom('navicert.events')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(eventOfRow)
}

/** The position of the last event; 0 for an empty record. */
export async function lastPosition(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('navicert.events')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}
