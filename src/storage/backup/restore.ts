import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../../kernel/index.ts'
import { insideWork } from '../database/inside-work.ts'
import { JOBS_SCHEMA } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import type { Backup } from './backup.ts'
import { tellTimesAlike } from './contents.ts'
import { readBackup } from './read-backup.ts'

const PORTION = 500
const QUEUES = `${JOBS_SCHEMA}.queue`

/**
 * Fills an empty store from a backup, in one transaction. The file is read twice: the database sees
 * nothing of it before it is known to be whole.
 * @throws ProblemError
 */
export async function restoreBackup(db: Kysely<Tables>, file: string): Promise<Backup> {
  const check = readBackup(file)
  while ((await check.next()).done !== true);
  return await db
    .transaction()
    .execute((transaction) => insideWork(() => restoreIn(transaction, file)))
}

async function restoreIn(transaction: Kysely<Tables>, file: string): Promise<Backup> {
  await assertEmpty(transaction, file)
  await tellTimesAlike(transaction)
  const rows = readBackup(file)
  let table = ''
  let portion: string[] = []
  for (;;) {
    const { done, value } = await rows.next()
    if (done === true) {
      await fill(transaction, table, portion)
      return value
    }
    if (value.table !== table || portion.length === PORTION) {
      await fill(transaction, table, portion)
      table = value.table
      portion = []
    }
    portion.push(value.row)
  }
}

async function assertEmpty(transaction: Kysely<Tables>, file: string): Promise<void> {
  const { rows } = await sql`
    select 1 from navicert.events union all select 1 from navicert.commands
    union all select 1 from ${sql.raw(JOBS_SCHEMA)}.job limit 1`.execute(transaction)
  if (rows.length === 0) return
  throw new ProblemError({
    code: 'store.not-empty',
    detail: 'This store holds something already, and a record is never overwritten.',
    where: { file },
    remedy: 'Restore into an empty folder or database.',
  })
}

async function fill(
  transaction: Kysely<Tables>,
  table: string,
  rows: readonly string[],
): Promise<void> {
  if (rows.length === 0) return
  const target = sql.raw(table)
  const given = sql`jsonb_populate_recordset(null::${target}, ${`[${rows.join(',')}]`}::jsonb)`
  if (table === QUEUES) {
    // A queue is more than its row: its jobs have a table of their own.
    await sql`select ${sql.raw(JOBS_SCHEMA)}.create_queue(q.name, json_build_object(
        'policy', q.policy, 'retryLimit', q.retry_limit, 'retryDelay', q.retry_delay,
        'retryBackoff', q.retry_backoff, 'expireInSeconds', q.expire_seconds,
        'retentionMinutes', q.retention_minutes, 'deadLetter', q.dead_letter))
      from ${given} q order by q.dead_letter is not null, q.name`.execute(transaction)
    return
  }
  const names = Object.keys(JSON.parse(rows[0] ?? '{}') as object)
  const columns = sql.join(names.map((name) => sql.id(name)))
  const inserted = sql`insert into ${target} (${columns}) select ${columns} from ${given}`
  // A schedule that this program has set already is the program's, not the backup's.
  const keep = table.endsWith('.schedule') ? sql`on conflict do nothing` : sql``
  await sql`${inserted} ${keep}`.execute(transaction)
}
