import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { type Digest, ProblemError } from '../../kernel/index.ts'
import { SCHEMA_VERSION } from '../schema/migrate.ts'
import { type Backup, FORMAT } from './backup.ts'
import { BACKED_UP } from './contents.ts'

const HEADER = z.strictObject({ format: z.literal(FORMAT), schema: z.int() })
const FOOTER = z.strictObject({ rows: z.int(), digest: z.string() })

export interface BackedUpRow {
  readonly table: string
  /** JSON. */
  readonly row: string
}

/**
 * Gives the rows of a backup as they come. That the file is whole is known only at its end.
 * @returns what the file says of itself, which held
 * @throws ProblemError
 */
export async function* readBackup(file: string): AsyncGenerator<BackedUpRow, Backup> {
  try {
    return yield* checkedRows(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw problem(file, 'backup.missing', 'There is no such file.')
    const unreadable =
      error instanceof z.ZodError || error instanceof SyntaxError || code.startsWith('Z_')
    throw unreadable ? broken(file) : error
  }
}

async function* checkedRows(file: string): AsyncGenerator<BackedUpRow, Backup> {
  const hash = createHash('sha256')
  const lines = linesOf(file)
  const header = await lines.next()
  if (header.done === true) throw broken(file)
  const { schema } = HEADER.parse(JSON.parse(header.value))
  if (schema > SCHEMA_VERSION) {
    const detail = `A release with schema ${schema} wrote this backup; this program knows ${SCHEMA_VERSION}.`
    throw problem(file, 'store.schema-newer', detail)
  }
  hash.update(`${header.value}\n`)
  let rows = 0
  for await (const line of lines) {
    if (line.startsWith('{')) {
      const footer = FOOTER.parse(JSON.parse(line))
      const digest = `sha256:${hash.digest('hex')}` as Digest
      const { done } = await lines.next()
      if (footer.digest !== digest || footer.rows !== rows || done !== true) throw broken(file)
      return { rows, digest }
    }
    hash.update(`${line}\n`)
    rows += 1
    const space = line.indexOf(' ')
    const table = line.slice(0, space)
    // Only the tables that are backed up are filled, whatever the file says.
    if (!BACKED_UP.some((known) => known.table === table)) throw broken(file)
    yield { table, row: line.slice(space + 1) }
  }
  throw broken(file)
}

async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  let rest = ''
  const text = source.pipe(gunzip).setEncoding('utf8')
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
  return undefined
}

function broken(file: string): ProblemError {
  const detail = 'This is not a whole backup of a store, or it was changed. Nothing was restored.'
  return problem(file, 'backup.broken', detail)
}

function problem(file: string, code: string, detail: string): ProblemError {
  return new ProblemError({ code, detail, where: { file } })
}
