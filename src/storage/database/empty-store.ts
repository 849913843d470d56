import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { MIGRATIONS } from '../schema/migrations.ts'
import { assertRoomToWrite } from './disk-room.ts'

const BUILT = fileURLToPath(new URL('../../../dist/', import.meta.url))
const PACKAGE = z.object({ version: z.string() })

/**
 * Where the build keeps a store in which nothing is yet, as a tar of PGlite's folder: to make PostgreSQL's
 * own tables takes far longer than to copy them. The name tells of what PGlite and what steps of the schema,
 * those of pg-boss among them, it is made, so that one of another program is never taken for it.
 */
export function emptyStoreFile(): string {
  const library = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const { version } = PACKAGE.parse(
    JSON.parse(readFileSync(join(library, '../package.json'), 'utf8')),
  )
  const digest = createHash('sha256')
    .update(JSON.stringify([version, MIGRATIONS]))
    .digest('hex')
  return join(BUILT, `empty-store-${digest.slice(0, 16)}.tar.gz`)
}

/**
 * Begins a folder of PGlite as a copy of the empty store, whole or not at all. Without an image it is left to
 * PGlite and the migrations. Whoever calls holds the lock of the folder around it.
 * @throws ProblemError where the disk has no room for it
 */
export async function beginFromEmptyStore(
  dataDir: string,
  image: string = emptyStoreFile(),
): Promise<void> {
  if (existsSync(dataDir) || !existsSync(image)) return
  await assertRoomToWrite(dirname(dataDir))
  const draft = `${dataDir}.draft`
  // What a process that died in the middle left.
  rmSync(draft, { recursive: true, force: true })
  unpack(gunzipSync(readFileSync(image)), draft)
  renameSync(draft, dataDir)
}

const BLOCK = 512

/** A tar as POSIX describes it (ustar), of folders and plain files, each folder before what is in it. */
function unpack(tar: Buffer, folder: string): void {
  mkdirSync(folder, { mode: 0o700 })
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, length: number): string =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const path = join(folder, field(345, 155), field(0, 100))
    const size = Number.parseInt(field(124, 12), 8) || 0
    if (field(156, 1) === '5') mkdirSync(path, { mode: 0o700 })
    else writeFileSync(path, tar.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o600 })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}
