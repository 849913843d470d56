import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { migrate } from '../schema/migrate.ts'
import { JOBS_SCHEMA, WORKER_ROLE } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import type { Database } from './database.ts'
import { assertRoomToWrite } from './disk-room.ts'
import { beginFromEmptyStore } from './empty-store.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { pgliteDialect } from './pglite-dialect.ts'

const jobs = sql.raw(`${JOBS_SCHEMA}.job`)

/** PGlite in a folder that this process has to itself. @throws ProblemError */
export async function openFolder(folder: string): Promise<Database> {
  const lock = lockFolder(folder)
  try {
    const dataDir = join(folder, 'pglite')
    await beginFromEmptyStore(dataDir)
    return await openPglite(folder, dataDir, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** PGlite in memory: gone when it is closed. */
export function openMemory(): Promise<Database> {
  return openPglite('memory', undefined, undefined)
}

/** Writes what new folders begin as copies of: the build does, see `emptyStoreFile`. */
export async function writeEmptyStore(file: string): Promise<void> {
  const pglite = await PGlite.create()
  try {
    await migrate(new Kysely<Tables>({ dialect: pgliteDialect(pglite, async () => {}) }))
    // All is in the tables' own files, so that a copy has nothing to recover when it is opened.
    await pglite.exec('checkpoint')
    const image = await pglite.dumpDataDir('gzip')
    const draft = `${file}.draft`
    writeFileSync(draft, new Uint8Array(await image.arrayBuffer()))
    renameSync(draft, file)
  } finally {
    await pglite.close()
  }
}

async function openPglite(
  place: string,
  dataDir: string | undefined,
  lock: FolderLock | undefined,
): Promise<Database> {
  const pglite = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const beforeWriting = async (): Promise<void> => {
    if (dataDir !== undefined) await assertRoomToWrite(dataDir)
  }
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite, beforeWriting) })
  try {
    await keepNoOldLog(pglite)
    await migrate(db)
    if (dataDir !== undefined) await freeJobs(db)
    await sql.raw(`set role ${WORKER_ROLE}`).execute(db)
  } catch (error) {
    await pglite.close()
    throw error
  }
  return {
    kind: 'pglite',
    place,
    sql: db,
    writeAnew,
    // A PGlite that stays open keeps its process alive.
    close: async () => {
      await db.destroy()
      lock?.release()
    },
  }
}

/** Who did these has died: a folder is one process's alone. On a server a job is free when it has expired. */
async function freeJobs(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql`select 1 from ${jobs} where state = 'active' limit 1`.execute(db)
  if (rows.length === 0) return
  await db
    .transaction()
    .execute((work) =>
      sql`update ${jobs} set state = 'retry', start_after = now() where state = 'active'`.execute(
        work,
      ),
    )
}

/** Else the files of the log that are done with are kept for later use, with all that was written in them. */
async function keepNoOldLog(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ readonly wal_recycle: string }>('show wal_recycle')
  if (rows[0]?.wal_recycle === 'off') return
  await pglite.exec('alter system set wal_recycle = off')
  await pglite.exec('set wal_recycle = off')
}

async function writeAnew(owner: Kysely<Tables>, table: string): Promise<void> {
  for (const step of [`vacuum full ${table}`, 'select pg_switch_wal()', 'checkpoint'])
    await sql.raw(step).execute(owner)
}
