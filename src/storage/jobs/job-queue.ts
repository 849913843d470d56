import { randomUUID } from 'node:crypto'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import PgBoss from 'pg-boss'
import { assert } from '../../kernel/index.ts'
import type { Database } from '../database/database.ts'
import { telling } from '../database/unavailable.ts'
import { OnDemand } from '../on-demand.ts'
import { JOBS_SCHEMA } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import { DueJobs } from './due-jobs.ts'
import type {
  DeadLetter,
  Job,
  JobHandler,
  Jobs,
  NewJob,
  Queue,
  Worker,
  WorkerOptions,
} from './job.ts'
import { startWorker } from './worker.ts'

/** The queue of a store, with what only the store itself calls. */
export interface JobQueue extends Jobs {
  /** Adds a job within a transaction; workers hear of it with `wake`, after the commit. */
  enqueueIn(work: Kysely<Tables>, job: NewJob): Promise<boolean>
  wake(queue: string): void
  stop(): Promise<void>
}

/** A job is kept until it is done, however long that takes. */
const KEPT_DAYS = 3_650
const EXPIRED_EVERY_SECONDS = 10
/** How often is looked for jobs that others added. */
const EVERY_MS = 1_000
/** In a folder nobody else adds any: it is looked for those alone whose time came, as to be tried again. */
const EVERY_MS_ALONE = 5_000

/** The queues, kept by pg-boss in the database itself; those that are declared are made. */
export async function openJobQueue(
  { sql: db, kind }: Pick<Database, 'sql' | 'kind'>,
  queues: readonly Queue[],
  tell: (error: unknown) => void,
): Promise<JobQueue> {
  await declareAll(db, queues)
  const boss = bossOver(db)
  const due = new DueJobs((names) => dueIn(db, names))
  const workers = new Set<Worker>()
  // Only a process that works needs the timers for what expired and what is scheduled.
  const timers = new OnDemand(() => startTimers(db, tell))
  const jobs: JobQueue = {
    enqueueIn: async (work, job) => (await send(boss, job, executor(work))) !== null,
    wake: (queue) => due.wake(queue),
    async enqueue(job) {
      const id = await telling(() => send(boss, job))
      due.wake(job.queue)
      return id !== null
    },
    async work(queue, handler, options = {}) {
      await telling(() => timers.get())
      const everyMilliseconds = kind === 'pglite' ? EVERY_MS_ALONE : EVERY_MS
      const worker = work(boss, queue, handler, { everyMilliseconds, ...options }, due)
      workers.add(worker)
      return { stop: () => worker.stop().finally(() => workers.delete(worker)) }
    },
    async schedule(queue, cron, data) {
      await telling(() => boss.schedule(queue, cron, data, { singletonKey: `cron:${queue}` }))
    },
    unschedule: (queue) => telling(() => boss.unschedule(queue)),
    waiting: (queue) => telling(() => boss.getQueueSize(queue, { before: 'completed' })),
    deadLetters: (queue) => telling(() => deadLetters(db, queue)),
    async revive(queue, id) {
      const isRevived = await telling(() => revive(db, boss, queue, id))
      due.wake(queue)
      return isRevived
    },
    async stop() {
      await Promise.all([...workers].map((worker) => worker.stop()))
      await due.settled()
      await (await timers.ifOpen())?.stop({ graceful: false })
    },
  }
  return jobs
}

/** One that could not be started does not start again: the next is another. */
async function startTimers(db: Kysely<Tables>, tell: (error: unknown) => void): Promise<PgBoss> {
  const boss = bossOver(db)
  boss.on('error', tell)
  try {
    await boss.start()
    return boss
  } catch (error) {
    await boss.stop({ graceful: false }).catch(tell)
    throw error
  }
}

function bossOver(db: Kysely<Tables>): PgBoss {
  return new PgBoss({
    db: executor(db),
    schema: JOBS_SCHEMA,
    migrate: false,
    maintenanceIntervalSeconds: EXPIRED_EVERY_SECONDS,
    // A crontab line says a minute: what came due then is put into its queue within some seconds.
    cronWorkerIntervalSeconds: 5,
  })
}

/** One process at a time: two that make the same queue would each wait for the other's locks. */
async function declareAll(db: Kysely<Tables>, queues: readonly Queue[]): Promise<void> {
  if (queues.length === 0) return
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('navicert.queues'))`.execute(transaction)
    const boss = bossOver(transaction)
    for (const queue of queues) await declare(boss, queue)
  })
}

async function declare(boss: PgBoss, queue: Queue): Promise<void> {
  const dead = deadLetterQueue(queue.name)
  await boss.createQueue(dead, { name: dead, retentionDays: KEPT_DAYS })
  const options: PgBoss.Queue = {
    name: queue.name,
    // One waiting job for each key; a job without a key gets one of its own.
    policy: 'short',
    retryLimit: queue.retries,
    retryDelay: queue.retryAfterSeconds,
    retryBackoff: queue.retryAfterSeconds > 0,
    expireInSeconds: queue.expireAfterSeconds,
    retentionDays: KEPT_DAYS,
    deadLetter: dead,
  }
  await boss.createQueue(queue.name, options)
  await boss.updateQueue(queue.name, options)
}

function send(boss: PgBoss, { queue, data, key, afterSeconds }: NewJob, db?: PgBoss.Db) {
  return boss.send(queue, data, {
    singletonKey: key ?? randomUUID(),
    ...(afterSeconds === undefined ? {} : { startAfter: afterSeconds }),
    ...(db === undefined ? {} : { db }),
  })
}

function work(
  boss: PgBoss,
  queue: string,
  handler: JobHandler,
  {
    concurrency = 1,
    everyMilliseconds,
  }: WorkerOptions & Pick<Required<WorkerOptions>, 'everyMilliseconds'>,
  due: DueJobs,
): Worker {
  const { worker, wake } = startWorker(
    {
      take: async (most) =>
        (await boss.fetch<Job['data']>(queue, { batchSize: most, includeMetadata: true })).map(
          ({ id, data, retryCount, expireInSeconds }) => ({
            job: { id, data, retried: retryCount },
            withinMilliseconds: expireInSeconds * 1_000,
          }),
        ),
      done: ({ id }) => boss.complete(queue, id),
      failed: ({ id }, error) => boss.fail(queue, id, { message: messageOf(error) }),
    },
    handler,
    { concurrency, everyMilliseconds },
  )
  const end = due.lookFor({ queue, wake, everyMilliseconds })
  return {
    async stop() {
      end()
      await worker.stop()
    },
  }
}

/** Which of these queues have a job that may be taken. */
async function dueIn(db: Kysely<Tables>, queues: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.executeQuery<{ readonly name: string }>(
    CompiledQuery.raw(
      `select name from unnest($1::text[]) as queue (name) where exists (
         select from ${JOBS_SCHEMA}.job
         where job.name = queue.name and state < 'active' and start_after < now())`,
      [queues],
    ),
  )
  return rows.map(({ name }) => name)
}

interface DeadRow {
  readonly id: string
  readonly data: Job['data']
  readonly output: { readonly message?: string } | null
}

async function deadLetters(db: Kysely<Tables>, queue: string): Promise<readonly DeadLetter[]> {
  const { rows } = await db.executeQuery<DeadRow>(
    CompiledQuery.raw(
      `select id, data, output from ${JOBS_SCHEMA}.job
       where name = $1 and state = 'created' order by created_on, id`,
      [deadLetterQueue(queue)],
    ),
  )
  return rows.map(({ id, data, output }) => ({ id, data, reason: output?.message ?? 'it expired' }))
}

async function revive(
  db: Kysely<Tables>,
  boss: PgBoss,
  queue: string,
  id: string,
): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { rows } = await transaction.executeQuery<DeadRow>(
      CompiledQuery.raw(
        `delete from ${JOBS_SCHEMA}.job where name = $1 and id = $2 returning id, data, output`,
        [deadLetterQueue(queue), id],
      ),
    )
    const [letter] = rows
    if (letter === undefined) return false
    return (await send(boss, { queue, data: letter.data }, executor(transaction))) !== null
  })
}

function deadLetterQueue(queue: string): string {
  return `${queue}.dead`
}

/** What pg-boss runs its SQL through. Its several statements at once are a transaction here. */
function executor(db: Kysely<Tables>): PgBoss.Db {
  return {
    async executeSql(text: string, values: readonly unknown[] = []) {
      const parameters = values.map((value) => value ?? null)
      const [, several] = /^\s*BEGIN;([\s\S]*?);?\s*COMMIT;\s*$/.exec(text) ?? []
      if (several === undefined) {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, parameters))
        return { rows: rows ?? [] }
      }
      assert(parameters.length === 0, 'several statements at once have no parameters')
      await db
        .transaction()
        .execute((transaction) => transaction.executeQuery(CompiledQuery.raw(several)))
      return { rows: [] }
    },
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000)
}
