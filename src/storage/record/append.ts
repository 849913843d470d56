import { type Kysely, sql } from 'kysely'
import { assert, canonicalJson, fail, ok, type Result } from '../../kernel/index.ts'
import type { EventRow, Tables } from '../schema/tables.ts'
import { digestOfRow, eventOfRow, type NewEvent, type RecordedEvent } from './event.ts'

export interface Append {
  readonly stream: string
  /** The version the stream had when the decision was made; 0 for a stream that is to begin. */
  readonly expectedVersion: number
  readonly events: readonly NewEvent[]
  /** Who did it. */
  readonly actor: string
}

/**
 * Adds events to the end of a stream, within a transaction. That someone else was quicker is an
 * answer, `store.conflict`: read the stream again and decide again.
 */
export async function appendEvents(
  work: Kysely<Tables>,
  append: Append,
  now: Date,
): Promise<Result<readonly RecordedEvent[]>> {
  return await appendAllEvents(work, [append], now)
}

/** As {@link appendEvents}, to many streams in few statements; each stream stands there once. */
export async function appendAllEvents(
  work: Kysely<Tables>,
  appends: readonly Append[],
  now: Date,
): Promise<Result<readonly RecordedEvent[]>> {
  const some = appends.filter(({ events }) => events.length > 0)
  assert(
    new Set(some.map(({ stream }) => stream)).size === some.length,
    'a stream is appended to once',
  )
  const [first] = some
  if (first === undefined) return ok([])
  const start = await headForAppend(work, first.stream)
  const heads = await otherHeads(work, some.slice(1))
  heads.set(first.stream, start)
  const rows: EventRow[] = []
  for (const append of some) {
    const head = heads.get(append.stream) ?? NEW_STREAM
    if (head.version !== append.expectedVersion)
      return conflict(append.stream, append.expectedVersion, head.version)
    addRows(rows, append, head, start.position, now)
  }
  for (let at = 0; at < rows.length; at += TOGETHER)
    await work
      .insertInto('navicert.events')
      .values(rows.slice(at, at + TOGETHER))
      .execute()
  return ok(rows.map(eventOfRow))
}

/** Rows of one statement: it has at most 65,535 values. */
const TOGETHER = 1_000

function addRows(
  rows: EventRow[],
  { stream, events, actor }: Append,
  head: StreamHead,
  last: number,
  now: Date,
): void {
  assert(stream !== '' && actor !== '', 'an event has a stream and an actor')
  let { digest: previous } = head
  for (const [index, { type, body }] of events.entries()) {
    assert(type !== '', 'an event has a type')
    const row = {
      position: last + rows.length + 1,
      stream,
      version: head.version + index + 1,
      type,
      at: now,
      actor,
      body: canonicalJson(body),
      previous,
    }
    const digest = digestOfRow(row)
    rows.push({ ...row, digest })
    previous = digest
  }
}

interface StreamHead {
  readonly version: number
  readonly digest: string | null
}

interface Head extends StreamHead {
  readonly position: number
}

const NEW_STREAM: StreamHead = { version: 0, digest: null }

/** Where the record and the stream end; nobody else appends until this transaction has ended. */
async function headForAppend(work: Kysely<Tables>, stream: string): Promise<Head> {
  const { rows } = await sql<{
    readonly last_position: number
    readonly last_version: number | null
    readonly last_digest: string | null
  }>`select * from navicert.head_for_append(${stream})`.execute(work)
  const [row] = rows
  assert(row !== undefined, 'the record has an end')
  return {
    position: Number(row.last_position),
    version: row.last_version ?? 0,
    digest: row.last_digest,
  }
}

/** Where further streams end, once nobody else appends. */
async function otherHeads(
  work: Kysely<Tables>,
  appends: readonly Append[],
): Promise<Map<string, StreamHead>> {
  if (appends.length === 0) return new Map()
  const { rows } = await sql<StreamHead & { readonly stream: string }>`
    select h.stream, h.version, h.digest
    from unnest(${appends.map(({ stream }) => stream)}::text[]) wanted(stream)
    cross join lateral (
      select e.stream, e.version, e.digest from navicert.events e
      where e.stream = wanted.stream order by e.version desc limit 1
    ) h`.execute(work)
  return new Map(rows.map(({ stream, ...head }) => [stream, head]))
}

function conflict(stream: string, expected: number, actual: number): Result<never> {
  return fail({
    code: 'store.conflict',
    detail: `${JSON.stringify(stream)} is at version ${actual}, not ${expected}: someone else was quicker.`,
    remedy: 'Read it again, and decide again.',
  })
}
