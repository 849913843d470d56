import { type RowError, rowErrorTable, type Table, writeTable } from '../../catalogue/index.ts'
import { type Engine, readAllStated, tableReadingOf } from '../../desk/index.ts'
import { type LegalDate, type Problem, ProblemError } from '../../kernel/index.ts'
import type { Kind, Stated } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import { InvalidPart } from '../http/parse-request.ts'
import { Refusal } from '../http/refusal.ts'
import { CSV, type SentTable, TABLE_TYPES, XLSX } from '../http/sent-table.ts'
import { type Call, Printed } from '../route.ts'

const MOST_NAMED = 20

export interface TakingIn {
  readonly store: Store
  readonly engine: Engine
  readonly kind: Kind
  readonly today: LegalDate
}

export interface TakenIn {
  readonly all: ReadonlyMap<string, Stated>
  /** Headings that mean nothing here. */
  readonly unread: readonly string[]
}

/**
 * All rows of a table that was sent, or what is wrong with which: as a file of the refused rows where the
 * asker reads one, and else as a problem. @throws ProblemError InvalidPart Refusal
 */
export async function takeInTable(parts: TakingIn, call: Call): Promise<TakenIn | Printed> {
  const sent = await readSentTable(parts, call)
  return sent.errors.length === 0 ? sent : await refused(sent, call)
}

/** The rows of a table that can be read, and what is wrong with the others. */
export interface ReadTable extends TakenIn {
  readonly table: Table
  readonly errors: readonly RowError[]
}

/** @throws ProblemError InvalidPart Refusal where it is no such table at all */
export async function readSentTable(parts: TakingIn, call: Call): Promise<ReadTable> {
  const table = await sentTable(call).read()
  const read = (await tableReadingOf(parts.store, parts.kind))(table)
  if (!read.ok) throw new InvalidPart(read.problems, 'table')
  const { rows, unread } = read.value
  if (rows.length === 0) throw new ProblemError(NO_ROWS)
  const records = rows.map((row) => ({
    line: row.row,
    read: (): unknown => {
      if ('value' in row) return row.value
      throw new ProblemError(...row.problems)
    },
  }))
  const { all, errors } = await readAllStated(parts, [records])
  return { table, all, errors, unread }
}

/** The refused rows as a file where the asker reads one. @throws InvalidPart where not */
export async function refused({ table, errors }: ReadTable, call: Call): Promise<Printed> {
  const format = formatRead(call.accept)
  if (format !== undefined)
    return await tableFile(rowErrorTable(table, errors), 'refused-rows', format, 422)
  throw new InvalidPart(errors.flatMap(placed).slice(0, MOST_NAMED), 'table')
}

/** As a file to be kept: its name, its kind, its bytes. */
export async function tableFile(
  rows: readonly (readonly string[])[],
  name: string,
  format: 'csv' | 'xlsx',
  status?: number,
): Promise<Printed> {
  const headers = {
    'content-type': format === 'csv' ? `${CSV}; charset=utf-8` : XLSX,
    'content-disposition': `attachment; filename="${name}.${format}"`,
  }
  return new Printed(await writeTable(rows, format), headers, status)
}

/** The kind of table that is asked for by name; whoever reads anything is told a problem. */
function formatRead(accept = ''): 'csv' | 'xlsx' | undefined {
  const types = accept.split(',').map((one) => one.split(';')[0]?.trim().toLowerCase())
  if (types.includes(CSV)) return 'csv'
  return types.includes(XLSX) ? 'xlsx' : undefined
}

function placed({ row, problems }: RowError): readonly Problem[] {
  return problems.map((one) => ({ ...one, where: { line: row, ...one.where } }))
}

function sentTable({ table }: Call): SentTable {
  if (table !== undefined) return table
  throw new Refusal(415, {
    code: 'request.media-type',
    detail: 'This route takes a table.',
    remedy: `Send it as ${TABLE_TYPES.join(' or ')}.`,
  })
}

const NO_ROWS: Problem = {
  code: 'table.no-rows',
  detail: 'The table has a heading and no rows.',
  remedy: 'Fill in a row.',
}
