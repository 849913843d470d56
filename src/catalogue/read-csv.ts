import { type CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { MAX_COLUMNS, MAX_ROWS, type Table } from './table.ts'

const SEPARATORS = [',', ';', '\t'] as const
const MAX_CELL = 100_000

/** Rows of separated text (RFC 4180), by comma, semicolon or tabulator: whichever the heading has most of. */
export function readCsv(text: string): Result<Table> {
  const separator = separatorOf(text)
  const problems: Problem[] = []
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      // An inch sign in an item's name opens no quotation.
      relax_quotes: true,
      max_record_size: MAX_CELL * 10,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error !== undefined) problems.push(problemOf(error))
        return undefined
      },
    })
  } catch (error) {
    return fail(problemOf(error as CsvError))
  }
  if (problems.length > 0) return fail(...problems)
  return tableOf(rows, 'csv', separator === ';')
}

/** Rows of texts as a table, empty rows left out but counted. */
export function tableOf(
  rows: readonly (readonly string[])[],
  format: Table['format'],
  decimalComma: boolean,
): Result<Table> {
  const [first = [], ...rest] = rows
  const heading = first.map((cell) => cell.trim())
  while (heading.at(-1) === '') heading.pop()
  if (heading.length === 0 || heading.length > MAX_COLUMNS) {
    return fail({
      code: 'table.no-heading',
      detail: `The first row is no heading: it has ${heading.length} columns.`,
      where: { line: 1 },
      remedy: 'Name the columns in the first row, as in the templates.',
    })
  }
  if (rest.length > MAX_ROWS) {
    return fail({
      code: 'table.too-long',
      detail: `The table has ${rest.length} rows; at most ${MAX_ROWS} are read at once.`,
      remedy: 'Split it into several files.',
    })
  }
  const filled = rest
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return ok({ format, decimalComma, heading, rows: filled })
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const heading = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => heading.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

function problemOf(error: CsvError): Problem {
  const where = { line: Number(error.lines ?? 1) }
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        code: 'table.open-quote',
        detail: 'A quotation mark is opened and not closed.',
        where,
        remedy: 'Close it, or write it twice where it is part of the text.',
      }
    case 'CSV_MAX_RECORD_SIZE':
      return {
        code: 'table.row-too-long',
        detail: `A row is longer than ${MAX_CELL * 10} characters.`,
        where,
        remedy: 'Look for a quotation mark that is not closed.',
      }
    default:
      return {
        code: 'table.unreadable',
        detail: `The table cannot be read: ${error.message}.`,
        where,
        remedy: 'Save it again as "CSV UTF-8" or as .xlsx.',
      }
  }
}
