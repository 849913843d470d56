import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'
import { type BriefEvent, eventOfRow, type Json, type RecordedEvent } from './event.ts'

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
  /** Only of streams whose name begins with one of these. */
  readonly streams?: readonly string[]
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
  { after = 0, limit = PORTION, streams }: RecordRange = {},
): Promise<readonly RecordedEvent[]> {
  let query = db
    .selectFrom('navicert.events')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
  if (streams !== undefined) {
    const any = streams.map((beginning) => sql<boolean>`starts_with(stream, ${beginning})`)
    query = query.where(({ or }) => or(any))
  }
  return (await query.execute()).map(eventOfRow)
}

/**
 * As {@link readRecord}, as one value of JSON: a row of ten columns for each event takes longer to take apart than
 * what it says. The body is JSON as it stands.
 */
export async function readRecordBriefly(
  db: Kysely<Tables>,
  { after = 0, limit = PORTION, streams = [''] }: RecordRange = {},
): Promise<readonly BriefEvent[]> {
  const { rows } = await sql<{ readonly events: string | null }>`
    select string_agg(concat('[', position, ',', to_json(stream), ',', version, ',', to_json(type), ',', body, ']'),
      ',' order by position) as events
    from (
      select position, stream, version, type, body from navicert.events
      where position > ${after} and exists (
        select from unnest(${[...streams]}::text[]) as beginning where starts_with(stream, beginning))
      order by position limit ${limit}
    ) portion`.execute(db)
  const all = JSON.parse(`[${rows[0]?.events ?? ''}]`) as readonly BriefRow[]
  return all.map(([position, stream, version, type, body]) => ({
    position,
    stream,
    version,
    type,
    body,
  }))
}

type BriefRow = readonly [
  position: number,
  stream: string,
  version: number,
  type: string,
  body: Json,
]

/** The events at these positions, in order; a position that is none is left out. */
export async function readPositions(
  db: Kysely<Tables>,
  positions: readonly number[],
): Promise<readonly RecordedEvent[]> {
  if (positions.length === 0) return []
  const rows = await db
    .selectFrom('navicert.events')
    .selectAll()
    // As one value: a list of values has an end.
    .where(sql<boolean>`position = any(${positions}::bigint[])`)
    .orderBy('position')
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
