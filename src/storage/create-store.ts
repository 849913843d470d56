import type { KeyObject } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { assert, ok, type Problem, ProblemError, type Result } from '../kernel/index.ts'
import { writeBackup } from './backup/backup.ts'
import { restoreBackup } from './backup/restore.ts'
import type { Database } from './database/database.ts'
import { insideWork } from './database/inside-work.ts'
import { telling } from './database/unavailable.ts'
import type { NewJob, Queue } from './jobs/job.ts'
import { type JobQueue, openJobQueue } from './jobs/job-queue.ts'
import { catchUp, projectionStatus, rebuild, viewsOf } from './projections/catch-up.ts'
import type { Projection } from './projections/projection.ts'
import { appendAllEvents, appendEvents } from './record/append.ts'
import { once } from './record/once.ts'
import {
  lastPosition,
  readPositions,
  readRecord,
  readRecordBriefly,
  readStream,
} from './record/read.ts'
import { verifyRecord } from './record/verify.ts'
import { schemaVersion } from './schema/migrate.ts'
import type { Tables } from './schema/tables.ts'
import { Erasures, noteErasure } from './sealed/erasures.ts'
import { checkMasterKey, destroyKey, seal, sealAll, unseal, unsealAll } from './sealed/sealed.ts'
import type { Reading, Store, Work } from './store.ts'
import { changeTallies } from './tallies/tallies.ts'

export interface StoreParts {
  /** The clock that events are stamped with. */
  readonly now: () => Date
  readonly projections?: readonly Projection[]
  readonly queues?: readonly Queue[]
  /** What the keys of personal data are wrapped under; without it nothing is sealed or opened. */
  readonly masterKey?: KeyObject
  /** Hears of errors in the background, of which no caller hears. */
  readonly tell?: (error: unknown) => void
}

interface Parts extends StoreParts {
  readonly jobs: JobQueue
  readonly erasures: Erasures
}

/** The store over a database that is open and migrated. */
export async function createStore(
  database: Database,
  given: StoreParts,
): Promise<Store & { readonly jobs: JobQueue }> {
  const { sql: db } = database
  const { projections = [], queues = [], masterKey, tell = () => {} } = given
  assertDistinct(projections)
  if (masterKey !== undefined) await checkMasterKey(db, masterKey)
  const jobs = await openJobQueue(database, queues, tell)
  const erasures = new Erasures(database, tell)
  await erasures.complete()
  const parts: Parts = { ...given, jobs, erasures }
  return {
    kind: database.kind,
    place: database.place,
    jobs,
    tallies: { change: (keys, change) => telling(() => changeTallies(db, keys, change)) },
    ...readingOf(db, parts),
    ...writing(db, parts),
    ...projecting(db, projections),
    async status() {
      const { kind, place } = database
      return await telling(async () => ({
        kind,
        place,
        schema: await schemaVersion(db),
        events: await lastPosition(db),
        projections: await Promise.all(projections.map((one) => projectionStatus(db, one))),
      }))
    },
    verify: (noted, tellVerified) => telling(() => verifyRecord(db, noted, tellVerified)),
    backup: (file) => telling(() => writeBackup(db, file)),
    restore: (file) => telling(() => restoreBackup(db, file)),
    ping: () => telling(async () => void (await sql`select 1`.execute(db))),
    async close() {
      await jobs.stop()
      await database.close()
    },
  }
}

function writing(
  db: Kysely<Tables>,
  parts: Parts,
): Pick<Store, 'append' | 'work' | 'once' | 'worksKept'> {
  let kept = 0
  const perform = async <T>(
    body: (transaction: Kysely<Tables>, work: Work) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const done: Done = { enqueued: [], destroyed: 0 }
    const result = await transact(db, (transaction) =>
      body(transaction, workIn(transaction, parts, done)),
    )
    if (result.ok) kept += 1
    for (const { queue } of done.enqueued) parts.jobs.wake(queue)
    if (result.ok && done.destroyed > 0) await parts.erasures.complete()
    return result
  }
  const work: Store['work'] = (body) => perform((_, inWork) => body(inWork))
  const onceOnly: Store['once'] = (command, body) =>
    perform((transaction, inWork) => once(transaction, command, () => body(inWork)))
  return {
    work,
    once: onceOnly,
    worksKept: () => kept,
    async append({ key, ...append }) {
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
  }
}

function projecting(
  db: Kysely<Tables>,
  projections: readonly Projection[],
): Pick<Store, 'catchUp' | 'rebuild'> {
  return {
    async catchUp(tell = () => {}) {
      for (const projection of projections) {
        await telling(() => catchUp(db, projection, (position) => tell(projection.name, position)))
      }
    },
    async rebuild(name, tell) {
      const projection = projections.find((candidate) => candidate.name === name)
      assert(projection !== undefined, `there is a projection ${name}`)
      await telling(() => rebuild(db, projection, tell))
    },
  }
}

function readingOf(db: Kysely<Tables>, { masterKey }: Parts): Reading {
  return {
    readStream: (stream, range) => telling(() => readStream(db, stream, range)),
    readRecord: (range) => telling(() => readRecord(db, range)),
    readRecordBriefly: (range) => telling(() => readRecordBriefly(db, range)),
    readPositions: (positions) => telling(() => readPositions(db, positions)),
    lastPosition: () => telling(() => lastPosition(db)),
    view: (query) => telling(() => query(viewsOf(db))),
    unseal: (sealed) => telling(() => unseal(db, keyIn(masterKey), sealed)),
    unsealAll: (sealed) => telling(() => unsealAll(db, keyIn(masterKey), sealed)),
  }
}

/** What is left to do when a work is kept. */
interface Done {
  readonly enqueued: NewJob[]
  destroyed: number
}

function workIn(transaction: Kysely<Tables>, parts: Parts, done: Done): Work {
  return {
    ...readingOf(transaction, parts),
    append: (append) => appendEvents(transaction, append, parts.now()),
    appendAll: (appends) => appendAllEvents(transaction, appends, parts.now()),
    async enqueue(job) {
      done.enqueued.push(job)
      return await parts.jobs.enqueueIn(transaction, job)
    },
    seal: (subject, value) => seal(transaction, keyIn(parts.masterKey), subject, value),
    sealAll: (values) => sealAll(transaction, keyIn(parts.masterKey), values),
    async destroyKey(subject) {
      const isDestroyed = await destroyKey(transaction, subject, parts.now())
      if (isDestroyed && done.destroyed === 0) await noteErasure(transaction)
      done.destroyed += Number(isDestroyed)
      return isDestroyed
    },
  }
}

function keyIn(masterKey: KeyObject | undefined): KeyObject {
  assert(masterKey !== undefined, 'who seals personal data opens the store with a master key')
  return masterKey
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

function assertDistinct(projections: readonly Projection[]): void {
  const names = projections.map(({ name }) => name)
  const tables = projections.flatMap((projection) => projection.tables)
  assert(new Set(names).size === names.length, 'each projection has a name of its own')
  assert(new Set(tables).size === tables.length, 'each projection has tables of its own')
}
