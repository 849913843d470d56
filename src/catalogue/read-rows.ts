import { closest, distance } from 'fastest-levenshtein'
import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { bareIdentifier } from './cell-reading.ts'
import { Columns, Row } from './row.ts'
import type { Table } from './table.ts'
import { plainHeading, type Template } from './template.ts'

/** A row as read, or why it could not be. */
export type ReadRow<T> =
  | { readonly row: number; readonly id: string; readonly value: T }
  | { readonly row: number; readonly id: string; readonly problems: readonly Problem[] }

export interface ReadRows<T> {
  readonly rows: readonly ReadRow<T>[]
  /** Headings that mean nothing here, told so that nobody takes them for read. */
  readonly unread: readonly string[]
}

export function refusedRow<T>(id: string, row: number, problems: readonly Problem[]): ReadRow<T> {
  return { id, row, problems }
}

/** Reads a table by a template; the first column of the template is the number of a row. */
export function readRows<T>(
  table: Table,
  template: Template,
  read: (row: Row) => T,
): Result<ReadRows<T>> {
  const columns = new Columns(table, template)
  const problems = headingProblems(columns, template)
  if (problems.length > 0) return fail(...problems)
  const number = template.columns[0]?.name ?? ''
  const rows = table.rows.map((one): ReadRow<T> => {
    const row = new Row(one, columns, table.decimalComma)
    for (const { name, required } of template.columns) {
      if (required === true && row.read(name, ok) === undefined) row.refuse(name, empty(name))
    }
    if (one.cells.slice(table.heading.length).some((cell) => cell.trim() !== ''))
      row.refuse('', wide())
    const value = read(row)
    const id = bareIdentifier(row.read(number, ok) ?? '')
    return row.problems.length === 0
      ? { id, row: one.row, value }
      : refusedRow(id, one.row, row.problems)
  })
  return ok({ rows, unread: columns.unread })
}

/** As {@link readRows}, where a number may stand once only: what is on file. */
export function readOnce<T>(
  table: Table,
  template: Template,
  read: (row: Row) => T,
): Result<ReadRows<T>> {
  const all = readRows(table, template, read)
  if (!all.ok) return all
  const first = new Map<string, number>()
  const rows = all.value.rows.map((row): ReadRow<T> => {
    const before = first.get(row.id)
    if (before === undefined) first.set(row.id, row.row)
    return before === undefined ? row : refusedRow(row.id, row.row, [twice(row, before, template)])
  })
  return ok({ rows, unread: all.value.unread })
}

function twice(
  { id, row }: { id: string; row: number },
  before: number,
  template: Template,
): Problem {
  return {
    code: 'table.twice',
    detail: `${JSON.stringify(id)} stands in row ${before} already.`,
    where: { line: row, path: template.columns[0]?.name ?? '' },
    remedy: 'Give each row a number of its own.',
  }
}

/** A comma inside a text moves all that follows into the next column. */
function wide(): Omit<Problem, 'where'> {
  return {
    code: 'table.wrong-width',
    detail: 'The row has more cells than the heading.',
    remedy: 'Put a text that holds a comma in quotation marks.',
  }
}

function empty(column: string): Omit<Problem, 'where'> {
  return {
    code: 'cell.empty',
    detail: `The column ${column} is empty.`,
    remedy: 'Fill it in, or delete the row.',
  }
}

/** A misspelt heading is a column that nobody reads; a strange one is only told of. */
function headingProblems(columns: Columns, template: Template): readonly Problem[] {
  const names = template.columns.map(({ name }) => name)
  const misspelt = columns.unread.flatMap((heading): readonly Problem[] => {
    const near = closest(plainHeading(heading), names)
    if (columns.has(near) || distance(plainHeading(heading), near) > 2 || heading.length < 4)
      return []
    return [
      {
        code: 'table.misspelt-heading',
        detail: `No column is called ${JSON.stringify(heading)}.`,
        where: { line: 1, path: heading },
        remedy: `Did you mean ${near}?`,
      },
    ]
  })
  const missing = template.columns.flatMap(({ name, required }): readonly Problem[] =>
    required === true && !columns.has(name)
      ? [
          {
            code: 'table.no-column',
            detail: `The table of ${template.name} has no column ${name}.`,
            where: { line: 1 },
            remedy: `Columns: ${names.join(', ')}. \`navicert template ${template.name}\` prints them.`,
          },
        ]
      : [],
  )
  return [...misspelt, ...missing]
}

/** What a row states with what its last column says besides; what stands there as null, it does not state. */
export function withMore<T extends Readonly<Record<string, unknown>>>(
  stated: T,
  more: Readonly<Record<string, unknown>> = {},
): T {
  const all = Object.entries({ ...stated, ...more }).filter(([, value]) => value !== null)
  // Of the same shape as before, or refused where it is put on file.
  return Object.fromEntries(all) as T
}

export function stated<T>(key: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [key]: value }
}
