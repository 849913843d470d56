import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { migrate } from '../schema/migrate.ts'
import { WORKER_ROLE } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import type { Database } from './database.ts'
import { assertRoomToWrite } from './disk-room.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { pgliteDialect } from './pglite-dialect.ts'

/** PGlite in a folder that this process has to itself. @throws ProblemError */
export async function openFolder(folder: string): Promise<Database> {
  const lock = lockFolder(folder)
  try {
    return await openPglite(folder, join(folder, 'pglite'), lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** PGlite in memory: gone when it is closed. */
export function openMemory(): Promise<Database> {
  return openPglite('memory', undefined, undefined)
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
    await migrate(db)
    await sql.raw(`set role ${WORKER_ROLE}`).execute(db)
  } catch (error) {
    await pglite.close()
    throw error
  }
  return {
    kind: 'pglite',
    place,
    sql: db,
    // A PGlite that stays open keeps its process alive.
    close: async () => {
      await db.destroy()
      lock?.release()
    },
  }
}
