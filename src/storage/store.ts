import { type Kysely, sql } from 'kysely'
import { ok, type Problem, ProblemError, type Result } from '../kernel/index.ts'
import type { Database } from './database/database.ts'
import { insideWork } from './database/inside-work.ts'
import { telling } from './database/unavailable.ts'
import { type Append, appendEvents } from './record/append.ts'
import type { Json, RecordedEvent } from './record/event.ts'
import { type Command, once } from './record/once.ts'
import {
  lastPosition,
  type RecordRange,
  readRecord,
  readStream,
  type StreamRange,
} from './record/read.ts'
import { type NotedRecord, type Verification, verifyRecord } from './record/verify.ts'
import type { Tables } from './schema/tables.ts'

/** What can be read of the record, from within a work or outside of any. */
export interface Reading {
  readStream(stream: string, range?: StreamRange): Promise<readonly RecordedEvent[]>
  /** A portion of the whole record, in the order in which it was written. */
  readRecord(range?: RecordRange): Promise<readonly RecordedEvent[]>
  lastPosition(): Promise<number>
}

/** One transaction: all that is done in it is kept, or nothing of it. */
export interface Work extends Reading {
  append(append: Append): Promise<Result<readonly RecordedEvent[]>>
}

export interface Store extends Reading {
  readonly kind: Database['kind']
  /** Where it is, without a password. */
  readonly place: string
  /** A work of one append; with a key, a second delivery gives the events of the first. */
  append(append: Append & { readonly key?: string }): Promise<Result<readonly RecordedEvent[]>>
  /** Carries out a work. What fails, or throws, leaves nothing behind. */
  work<T>(body: (work: Work) => Promise<Result<T>>): Promise<Result<T>>
  /** A work for a command that may be delivered more than once. */
  once<T extends Json>(
    command: Command,
    body: (work: Work) => Promise<Result<T>>,
  ): Promise<Result<T>>
  /** Walks the whole record and tells what is wrong with it. */
  verify(noted?: NotedRecord, tell?: (events: number) => void): Promise<Verification>
  /** @throws ProblemError where the database does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}

export function createStore(database: Database, now: () => Date): Store {
  const { sql: db } = database

  const work: Store['work'] = (body) =>
    transact(db, (transaction) => body(workIn(transaction, now)))

  const onceOnly: Store['once'] = (command, body) =>
    transact(db, (transaction) => once(transaction, command, () => body(workIn(transaction, now))))

  return {
    kind: database.kind,
    place: database.place,
    ...readingOf(db),
    work,
    once: onceOnly,
    append: async ({ key, ...append }) => {
      if (key === undefined) return await work((inWork) => inWork.append(append))
      const content = { ...append, events: append.events.map(({ type, body }) => ({ type, body })) }
      const appended = await onceOnly({ key, content }, async (inWork) => {
        const result = await inWork.append(append)
        return result.ok ? ok(result.value.length) : result
      })
      if (!appended.ok) return appended
      const range = { from: append.expectedVersion + 1, limit: appended.value }
      return ok(await telling(() => readStream(db, append.stream, range)))
    },
    verify: (noted, tell) => telling(() => verifyRecord(db, noted, tell)),
    ping: () => telling(async () => void (await sql`select 1`.execute(db))),
    close: () => database.close(),
  }
}

function readingOf(db: Kysely<Tables>): Reading {
  return {
    readStream: (stream, range) => telling(() => readStream(db, stream, range)),
    readRecord: (range) => telling(() => readRecord(db, range)),
    lastPosition: () => telling(() => lastPosition(db)),
  }
}

function workIn(transaction: Kysely<Tables>, now: () => Date): Work {
  return {
    ...readingOf(transaction),
    append: (append) => appendEvents(transaction, append, now()),
  }
}

/** A refusal undoes the transaction and comes out as the value it is. */
async function transact<T>(
  db: Kysely<Tables>,
  body: (transaction: Kysely<Tables>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const refusal: { problems?: readonly Problem[] } = {}
  try {
    return await telling(() =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          const result = await insideWork(() => body(transaction))
          if (result.ok) {
            // PostgreSQL answers COMMIT after a failed statement, that the body may have caught,
            // by undoing all without an error. This statement fails there, so nothing is
            // acknowledged that is not kept.
            await sql`set constraints all immediate`.execute(transaction)
            return result
          }
          refusal.problems = result.problems
          throw new ProblemError(...result.problems)
        }),
    )
  } catch (error) {
    if (refusal.problems !== undefined && error instanceof ProblemError)
      return { ok: false, problems: refusal.problems }
    throw error
  }
}
