import { type Encoding, type ReadRow, readTable, type Table } from '../../catalogue/index.ts'
import { type Line, linesOf, unreadableLine } from '../../desk/index.ts'
import { type Problem, ProblemError, type Result, readJson, unwrap } from '../../kernel/index.ts'
import { count } from '../answer/page.ts'
import type { Surroundings } from '../surroundings.ts'
import { readChunks } from './read-lines.ts'

/** One record of a batch: a line of JSON, or what a row of a table says. */
export interface Entry {
  /** Line of the file, or row of the table. */
  readonly line: number
  /** What the record is called, where that is known before it is read. */
  readonly id?: string
  /** Of a line of JSON, as it stands in the file. */
  readonly text?: string
  /** @throws ProblemError with all that is wrong */
  read(): unknown
}

/** What a command makes of a table: a record a row or a group of rows, and headings that mean nothing to it. */
export type TableReading = (
  table: Table,
) => Result<{ readonly rows: readonly ReadRow<unknown>[]; readonly unread: readonly string[] }>

export interface EntrySource {
  readonly pieces: AsyncIterable<readonly Entry[]>
  /** Where the file is a table. */
  readonly table?: Table
}

const MAX_TABLE_BYTES = 64 * 1024 * 1024

/**
 * The records of a file: JSON lines as they come, however many; a table (CSV, Excel) as a whole. Which
 * it is, its first bytes say. @throws ProblemError where the file cannot be read, or no table of this sort
 */
export async function openEntries(
  file: string,
  reading: TableReading | undefined,
  encoding: Encoding | undefined,
  surroundings: Surroundings,
): Promise<EntrySource> {
  const chunks = readChunks(file, surroundings)
  const first = await chunks.next()
  const start = first.done === true ? Buffer.alloc(0) : first.value
  const all = startingWith(start, chunks)
  if (reading === undefined || !isTable(start)) return { pieces: entriesOf(linesOf(all)) }
  const table = await tableOf(file, all, encoding)
  const { rows, unread } = unwrap(inFile(file, reading(table)))
  if (unread.length > 0)
    surroundings.stderr.write(
      `${file}: ${count(unread.length, 'column')} not read: ${unread.join(', ').slice(0, 400)}\n`,
    )
  return { pieces: inOnePiece(rows.map(entryOf)), table }
}

/** A table of a file that is nothing else. @throws ProblemError */
export async function readTableFile(
  file: string,
  encoding: Encoding | undefined,
  surroundings: Surroundings,
): Promise<Table> {
  return tableOf(file, readChunks(file, surroundings), encoding)
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

async function tableOf(
  file: string,
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding | undefined,
): Promise<Table> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    pieces.push(chunk)
    size += chunk.length
    if (size > MAX_TABLE_BYTES) throw new ProblemError(tooLarge(file))
  }
  return unwrap(inFile(file, await readTable(Buffer.concat(pieces), encoding)))
}

/** Of a ZIP file (.xlsx), of an old workbook, of UTF-16. */
const OWN_FIRST_BYTES = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
  [0xff, 0xfe],
] as const

/** A record begins with a brace; a heading has a separator, and a workbook or UTF-16 its own first bytes. */
function isTable(start: Buffer): boolean {
  const [one, two] = start
  if (OWN_FIRST_BYTES.some((bytes) => bytes[0] === one && bytes[1] === two)) return true
  const text = start
    .toString('latin1', 0, 64 * 1024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  const [line = ''] = text.split(/[\r\n]/, 1)
  return /^[^{[].*[,;\t]/.test(line)
}

async function* entriesOf(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Entry[]> {
  for await (const some of lines) {
    yield some.map((line) => ({
      line: line.number,
      ...('text' in line ? { text: line.text } : {}),
      read: () => {
        if (!('text' in line)) throw unreadableLine(line)
        return unwrap(readJson(line.text))
      },
    }))
  }
}

async function* inOnePiece(entries: readonly Entry[]): AsyncGenerator<readonly Entry[]> {
  await Promise.resolve()
  const size = 500
  for (let at = 0; at < entries.length; at += size) yield entries.slice(at, at + size)
}

function entryOf(row: ReadRow<unknown>): Entry {
  return {
    line: row.row,
    id: row.id,
    read: () => {
      if ('value' in row) return row.value
      throw new ProblemError(...row.problems)
    },
  }
}

function inFile<T>(file: string, result: Result<T>): Result<T> {
  if (result.ok) return result
  const problems = result.problems.map(
    (one): Problem => ({ ...one, where: { ...one.where, file } }),
  )
  return { ok: false, problems }
}

function tooLarge(file: string): Problem {
  return {
    code: 'input.too-large',
    detail: `The table holds more than ${MAX_TABLE_BYTES / 1024 / 1024} MB.`,
    where: { file },
    remedy: 'Split it, or send JSON lines.',
  }
}
