import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Digest, Problem } from '../../kernel/index.ts'
import type { EventRow, Tables } from '../schema/tables.ts'
import { digestOfRow } from './event.ts'

const PORTION = 2_000
const PROBLEMS_TOLD = 100

/** What a walk over the whole record found. */
export interface Verification {
  readonly events: number
  readonly streams: number
  /** Of the digests of all events in order: note it elsewhere, and no end can be cut off unseen. */
  readonly digest: Digest
  /** Empty for a record that is whole. The first hundred. */
  readonly problems: readonly Problem[]
}

/** A place in the record that was noted earlier: so many events, with this digest. */
export interface NotedRecord {
  readonly events: number
  readonly digest: Digest
}

interface Walk {
  readonly streams: Map<string, { readonly version: number; readonly digest: string }>
  readonly problems: Problem[]
  position: number
}

/**
 * Walks every chain and finds an event that was changed, is missing, or stands elsewhere. That the
 * last events are missing shows only against what was noted of the record earlier.
 */
export async function verifyRecord(
  db: Kysely<Tables>,
  noted?: NotedRecord,
  tell: (events: number) => void = () => {},
): Promise<Verification> {
  const walk: Walk = { streams: new Map(), problems: [], position: 0 }
  const digests = createHash('sha256')
  const notedDigest = noted?.events === 0 ? ofDigests(digests) : undefined
  let found: string | undefined = notedDigest
  let events = 0
  for (;;) {
    const rows = await portion(db, walk.position)
    for (const row of rows) {
      checkEvent(row, walk)
      digests.update(`${row.digest}\n`)
      events += 1
      if (events === noted?.events) found = ofDigests(digests)
    }
    tell(events)
    if (rows.length < PORTION) break
  }
  if (noted !== undefined && found !== noted.digest) walk.problems.push(notAsNoted(noted, events))
  return {
    events,
    streams: walk.streams.size,
    digest: ofDigests(digests),
    problems: walk.problems.slice(0, PROBLEMS_TOLD),
  }
}

async function portion(db: Kysely<Tables>, after: number): Promise<readonly EventRow[]> {
  return await db
    .selectFrom('navicert.events')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(PORTION)
    .execute()
}

function checkEvent(row: EventRow, walk: Walk): void {
  const position = Number(row.position)
  const where = `the event at ${position}, ${row.stream} version ${row.version}`
  const tell = (code: string, detail: string): void => {
    if (walk.problems.length < PROBLEMS_TOLD) walk.problems.push({ code, detail })
  }
  if (position !== walk.position + 1) {
    tell(
      'store.event-missing',
      `Between the positions ${walk.position} and ${position} there is nothing.`,
    )
  }
  walk.position = position
  const before = walk.streams.get(row.stream)
  if (row.version !== (before?.version ?? 0) + 1) {
    tell('store.event-missing', `Before ${where} its stream has version ${before?.version ?? 0}.`)
  } else if (row.previous !== (before?.digest ?? null)) {
    tell('store.chain-broken', `What ${where} says of the event before it is not so.`)
  }
  if (digestOfRow(row) !== row.digest) {
    tell('store.event-changed', `What ${where} says is not what it said when it was written.`)
  }
  walk.streams.set(row.stream, { version: row.version, digest: row.digest })
}

function ofDigests(digests: ReturnType<typeof createHash>): Digest {
  return `sha256:${digests.copy().digest('hex')}` as Digest
}

function notAsNoted({ events, digest }: NotedRecord, present: number): Problem {
  return {
    code: 'store.not-as-noted',
    detail: `The first ${events} events were noted with ${digest}; of the ${present} that are there this does not hold.`,
  }
}
