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
  { stream, expectedVersion, events, actor }: Append,
  now: Date,
): Promise<Result<readonly RecordedEvent[]>> {
  assert(stream !== '' && actor !== '', 'an event has a stream and an actor')
  if (events.length === 0) return ok([])
  const head = await headForAppend(work, stream)
  if (head.version !== expectedVersion) return conflict(stream, expectedVersion, head.version)
  const rows: EventRow[] = []
  let { digest: previous } = head
  for (const [index, { type, body }] of events.entries()) {
    assert(type !== '', 'an event has a type')
    const row = {
      position: head.position + index + 1,
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
  await work.insertInto('navicert.events').values(rows).execute()
  return ok(rows.map(eventOfRow))
}

interface Head {
  readonly position: number
  readonly version: number
  readonly digest: string | null
}

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

function conflict(stream: string, expected: number, actual: number): Result<never> {
  return fail({
    code: 'store.conflict',
    detail: `${JSON.stringify(stream)} is at version ${actual}, not ${expected}: someone else was quicker.`,
    remedy: 'Read it again, and decide again.',
  })
}
