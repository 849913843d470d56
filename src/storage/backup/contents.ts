import { type Kysely, sql } from 'kysely'
import { JOBS_SCHEMA } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import { CHECK_SUBJECT } from '../sealed/sealed.ts'

/** A table that a backup holds: all that cannot be computed from the record. */
export interface BackedUp {
  readonly table: string
  readonly where?: string
  /** Columns that tell nothing of what the store holds. */
  readonly without?: readonly string[]
  /** Total, so that the same rows are always told in the same order. */
  readonly order: string
}

/** Queues of the library itself, made anew wherever it runs. */
const OWN_QUEUES = `left(name, 8) <> '__pgboss'`

/** In the order in which they can be filled. Projections are built again; done jobs are done. */
export const BACKED_UP: readonly BackedUp[] = [
  { table: 'navicert.events', order: 'position' },
  { table: 'navicert.commands', order: 'key' },
  { table: 'navicert.subject_keys', where: `subject <> '${CHECK_SUBJECT}'`, order: 'subject' },
  {
    table: `${JOBS_SCHEMA}.queue`,
    where: OWN_QUEUES,
    // A dead-letter queue comes before the queue that names it.
    order: 'dead_letter is not null, name',
    without: ['created_on', 'updated_on'],
  },
  { table: `${JOBS_SCHEMA}.schedule`, order: 'name', without: ['created_on', 'updated_on'] },
  {
    table: `${JOBS_SCHEMA}.job`,
    where: `state not in ('completed', 'cancelled') and ${OWN_QUEUES}`,
    order: 'name, id',
  },
]

const PORTION = 1_000

/** The rows of a table as JSON, the same text on every PostgreSQL, as of the transaction's snapshot. */
export async function* rowsOf(
  snapshot: Kysely<Tables>,
  { table, where = 'true', order, without = [] }: BackedUp,
): AsyncGenerator<string> {
  const row = `(to_jsonb(t) - array[${without.map((name) => `'${name}'`).join(', ')}]::text[])::text`
  const select = `select ${row} as row from ${table} t where ${where} order by ${order}`
  await sql.raw(`declare backed_up no scroll cursor for ${select}`).execute(snapshot)
  for (;;) {
    const { rows } = await sql<{ readonly row: string }>`
      fetch ${sql.raw(`${PORTION}`)} from backed_up`.execute(snapshot)
    for (const { row } of rows) yield row
    if (rows.length < PORTION) break
  }
  await sql`close backed_up`.execute(snapshot)
}

/** So that times are told alike wherever the database runs. */
export async function tellTimesAlike(transaction: Kysely<Tables>): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(transaction)
  await sql`set local intervalstyle = 'postgres'`.execute(transaction)
}
