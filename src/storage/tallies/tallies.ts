import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** How often something happened, and when last, in milliseconds of the clock of the database. */
export interface Tally {
  readonly count: number
  readonly last: number
}

/** What becomes of tallies; one that is put as nothing is forgotten. */
export interface TallyChange<T> {
  readonly value: T
  readonly put: ReadonlyMap<string, Tally | undefined>
}

/** Counts under keys that all processes of a database share, and that stand in no record and no backup. */
export interface Tallies {
  /**
   * Changes the tallies of some keys by what they are; nobody else changes them meanwhile. The time is that of
   * the database, which is one for all processes, but may be set back.
   */
  change<T>(
    keys: readonly string[],
    change: (tallies: ReadonlyMap<string, Tally>, now: number) => TallyChange<T>,
  ): Promise<T>
}

/** What nobody has counted on for so long is forgotten. */
const FORGOTTEN = '1 day'
/** So many are swept out at a time. */
const AT_ONCE = 100

export async function changeTallies<T>(
  db: Kysely<Tables>,
  keys: readonly string[],
  change: (tallies: ReadonlyMap<string, Tally>, now: number) => TallyChange<T>,
): Promise<T> {
  return await db.transaction().execute(async (work) => {
    // In one order, so that of two who want the same two none waits for the other.
    for (const key of [...new Set(keys)].toSorted())
      await sql`select pg_advisory_xact_lock(hashtextextended(${`tally ${key}`}, 0))`.execute(work)
    const { rows } = await sql<{ readonly now: string }>`
      select extract(epoch from clock_timestamp()) * 1000 as now`.execute(work)
    const now = Math.floor(Number(rows[0]?.now))
    const before = await work
      .selectFrom('navicert.tallies')
      .selectAll()
      .where('key', 'in', [...keys])
      .execute()
    const tallies = new Map(
      before.map(({ key, count, last }) => [key, { count, last: last.getTime() }]),
    )
    const { value, put } = change(tallies, now)
    for (const [key, tally] of put) await putTally(work, key, tally)
    await sweep(work)
    return value
  })
}

async function putTally(
  work: Kysely<Tables>,
  key: string,
  tally: Tally | undefined,
): Promise<void> {
  if (tally === undefined) {
    await work.deleteFrom('navicert.tallies').where('key', '=', key).execute()
    return
  }
  const row = { count: tally.count, last: new Date(tally.last) }
  await work
    .insertInto('navicert.tallies')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** Those that another is at are left to the next. */
async function sweep(work: Kysely<Tables>): Promise<void> {
  await sql`
    delete from navicert.tallies where key in (
      select key from navicert.tallies
      where last < clock_timestamp() - ${sql.lit(FORGOTTEN)}::interval
      limit ${sql.lit(AT_ONCE)} for update skip locked
    )`.execute(work)
}
