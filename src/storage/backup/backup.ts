import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { Digest } from '../../kernel/index.ts'
import { insideWork } from '../database/inside-work.ts'
import { SCHEMA_VERSION } from '../schema/migrate.ts'
import type { Tables } from '../schema/tables.ts'
import { BACKED_UP, rowsOf, tellTimesAlike } from './contents.ts'

/** What a backup file holds. The same content has the same digest, on either database. */
export interface Backup {
  readonly rows: number
  readonly digest: Digest
}

export const FORMAT = 'navicert-store'

/**
 * Writes the store into a file: a line that says what it is, a line for each row, and a line with
 * their number and digest, as gzip. All of it is of one moment; others go on writing meanwhile,
 * except on PGlite, where they wait. A file that is there is whole.
 */
export async function writeBackup(db: Kysely<Tables>, file: string): Promise<Backup> {
  const draft = `${file}.draft`
  const written: { backup?: Backup } = {}
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((snapshot) =>
        insideWork(async () => {
          await tellTimesAlike(snapshot)
          const lines = Readable.from(linesOf(snapshot, written))
          await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600 }))
        }),
      )
    await flush(draft)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  if (written.backup === undefined) throw new Error('the last line of a backup was not written')
  return written.backup
}

async function* linesOf(
  snapshot: Kysely<Tables>,
  written: { backup?: Backup },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let rows = 0
  const line = (text: string): string => {
    hash.update(`${text}\n`)
    return `${text}\n`
  }
  yield line(JSON.stringify({ format: FORMAT, schema: SCHEMA_VERSION }))
  for (const table of BACKED_UP) {
    for await (const row of rowsOf(snapshot, table)) {
      rows += 1
      yield line(`${table.table} ${row}`)
    }
  }
  const backup = { rows, digest: `sha256:${hash.digest('hex')}` as Digest }
  written.backup = backup
  yield `${JSON.stringify(backup)}\n`
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
