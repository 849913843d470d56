import { ProblemError } from '../kernel/index.ts'
import { type BadRow, isBad, readRows, splitRow } from './separated-rows.ts'
import { readSheetRows, type SheetCell } from './sheet-rows.ts'
import type { SourceFile } from './source-file.ts'
import { isZip } from './zip.ts'

/**
 * Rows of a table with a heading, whatever holds the table: comma separated text or a workbook. The
 * heading need not be the first row (some publishers print the day of issue above it), and its order
 * is free.
 */
export interface HeadedRow {
  readonly line: number
  /** The cell under a column; empty where there is none. */
  cell(column: string): SheetCell
}

export interface TableFormat {
  /** Name of a column by its printed heading (on one line, lower case); nothing for one not needed. */
  readonly columnOf: (heading: string) => string | undefined
  /** Columns without which the table is another one. */
  readonly needed: readonly string[]
  /** What the table is, for messages. */
  readonly what: string
  readonly remedy: string
}

export interface HeadedTable {
  /** Lines above the heading, as text. */
  readonly preamble: readonly string[]
  readonly rows: AsyncGenerator<HeadedRow | BadRow>
}

const BEGINNING = 128 * 1024
const MAX_LINES_ABOVE = 12
const MAX_LINES_OF_HEADING = 16
/** A cell may hold a line for each of a hundred aliases. */
const MAX_LINES_OF_ROW = 200
const NOTHING: SheetCell = { text: '', isNumber: false }

/** @throws ProblemError where no row near the top is the heading */
export async function openTable(file: SourceFile, format: TableFormat): Promise<HeadedTable> {
  const beginning = await file.beginning(BEGINNING)
  return isZip(beginning) ? openSheet(file, format) : openText(file, format, beginning)
}

export function isBadRow(row: HeadedRow | BadRow): row is BadRow {
  return 'reason' in row
}

type Columns = ReadonlyMap<string, number>

async function openText(
  file: SourceFile,
  format: TableFormat,
  beginning: Uint8Array,
): Promise<HeadedTable> {
  const lines = new TextDecoder('utf-8').decode(beginning).split(/\r?\n/)
  for (let above = 0; above < Math.min(MAX_LINES_ABOVE, lines.length); above += 1) {
    for (let taken = 1; taken <= MAX_LINES_OF_HEADING; taken += 1) {
      const fields = splitRow(lines.slice(above, above + taken).join('\n'), ',')
      if (fields === undefined) continue
      const columns = columnsOf(fields, format)
      if (columns !== undefined) {
        const preamble = lines.slice(0, above)
        return { preamble, rows: textRows(file, columns, fields.length, above + taken) }
      }
      break
    }
  }
  throw notThatTable(file, format)
}

async function* textRows(
  file: SourceFile,
  columns: Columns,
  width: number,
  headingEnds: number,
): AsyncGenerator<HeadedRow | BadRow> {
  for await (const row of readRows(file, { separator: ',', width, maxLines: MAX_LINES_OF_ROW })) {
    if (row.line <= headingEnds) continue
    if (isBad(row)) yield row
    else {
      const cells = row.fields.map((text) => ({ text, isNumber: false }))
      yield headedRow(row.line, cells, columns)
    }
  }
}

async function openSheet(file: SourceFile, format: TableFormat): Promise<HeadedTable> {
  const rows = readSheetRows(file)
  const preamble: string[] = []
  for (let above = 0; above < MAX_LINES_ABOVE; above += 1) {
    const next = await rows.next()
    if (next.done === true) break
    const texts = next.value.cells.map(({ text }) => text)
    const columns = columnsOf(texts, format)
    if (columns !== undefined) return { preamble, rows: sheetRows(rows, columns) }
    preamble.push(texts.join(' '))
  }
  throw notThatTable(file, format)
}

async function* sheetRows(
  rows: AsyncGenerator<{ readonly line: number; readonly cells: readonly SheetCell[] }>,
  columns: Columns,
): AsyncGenerator<HeadedRow> {
  for await (const { line, cells } of rows) {
    if (cells.length > 0) yield headedRow(line, cells, columns)
  }
}

function headedRow(line: number, cells: readonly SheetCell[], columns: Columns): HeadedRow {
  return { line, cell: (column) => cells[columns.get(column) ?? -1] ?? NOTHING }
}

function columnsOf(fields: readonly string[], format: TableFormat): Columns | undefined {
  const columns = new Map<string, number>()
  fields.forEach((field, index) => {
    const heading = field
      .replace(/^\uFEFF/, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .toLowerCase()
    const column = format.columnOf(heading)
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  })
  return format.needed.every((column) => columns.has(column)) ? columns : undefined
}

function notThatTable(file: SourceFile, { what, needed, remedy }: TableFormat): ProblemError {
  return new ProblemError({
    code: 'list.not-the-format',
    detail: `This is not ${what}: no row near the top names the columns ${needed.join(', ')}.`,
    where: { file: file.name, line: 1 },
    remedy,
  })
}
