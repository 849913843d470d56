import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../../kernel/index.ts'
import type { Database } from '../database/database.ts'
import { telling } from '../database/unavailable.ts'
import { WORKER_ROLE } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'

const KEYS = 'navicert.subject_keys'
/** Others may still read as of before the erasure: tried again after so many milliseconds. */
const WAITS = [0, 50, 200, 800]

/** Notes, in the work that destroys a key, that its bytes are still in the files of the database. */
export async function noteErasure(work: Kysely<Tables>): Promise<void> {
  await work.insertInto('navicert.erasures_due').defaultValues().execute()
}

/**
 * Takes what was erased out of the files: PostgreSQL keeps the row as it was before an update until the table
 * is vacuumed, and its bytes until the file is written anew. What was not done is noted in the database itself,
 * and done when the store is next opened or a key is next destroyed.
 */
export class Erasures {
  readonly #database: Database
  readonly #tell: (error: unknown) => void
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(database: Database, tell: (error: unknown) => void) {
    this.#database = database
    this.#tell = tell
  }

  /** Of many that ask while one is at it, all wait for the same next one. What hinders it is told, not thrown. */
  complete(): Promise<void> {
    this.#next ??= this.#after(this.#running)
    return this.#next
  }

  async #after(before: Promise<void> | undefined): Promise<void> {
    await before
    this.#running = this.#next
    this.#next = undefined
    try {
      await telling(() => completeErasures(this.#database))
    } catch (error) {
      this.#tell(error)
    }
  }
}

async function completeErasures({ sql: db, writeAnew }: Database): Promise<void> {
  // As a work, so that it does not begin where the disk has no room.
  const due = await db.transaction().execute(async (transaction) => {
    const rows = await transaction.selectFrom('navicert.erasures_due').select('id').execute()
    return rows.map(({ id }) => id)
  })
  if (due.length === 0) return
  for (const milliseconds of WAITS) {
    await wait(milliseconds)
    await db.connection().execute(async (connection) => {
      await sql`reset role`.execute(connection)
      try {
        await writeAnew(connection, KEYS)
      } finally {
        await sql.raw(`set role ${WORKER_ROLE}`).execute(connection)
      }
    })
    if (await isStillThere(db)) continue
    await db.deleteFrom('navicert.erasures_due').where('id', 'in', due).execute()
    return
  }
  throw new ProblemError(STILL_THERE)
}

/**
 * Whether a key that was destroyed may be in the file as it was before: writing a table anew freezes all that
 * nobody can read any more, and the row that was left without its key is as old as what it took the place of.
 */
async function isStillThere(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from navicert.subject_keys k join pg_class c on c.oid = ${KEYS}::regclass
    where k.destroyed_at is not null and age(k.xmin) <= age(c.relfrozenxid) limit 1`.execute(db)
  return rows.length > 0
}

const STILL_THERE = {
  code: 'store.erasure-incomplete',
  detail:
    'What was erased can be read by nobody here, but the bytes of its key are still in the files of the database.',
  remedy: `Nothing, where another reader held them: it is tried again at the next erasure or start. Where the login is not the owner of the tables, let the owner run: vacuum full ${KEYS}`,
}
