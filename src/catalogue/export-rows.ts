import { canonicalJson, type Problem, type Result } from '../kernel/index.ts'
import { LOST_DIGITS } from './cell-reading.ts'
import type { ReadRows } from './read-rows.ts'
import type { Table } from './table.ts'
import { MORE, type Template } from './template.ts'

/** What the columns of a template say of one, as it states it. */
export type Cells = Readonly<Record<string, unknown>>
type Stated = Readonly<Record<string, unknown>>
type Read = (table: Table) => Result<ReadRows<object>>

/** Stands where a column must say something and there is nothing to be said. */
const NOTHING = '-'
/** A cell is mended, then what it leaves of its row; more is never needed. */
const MENDINGS = 3

/**
 * A table of what is on file, that reads to the same again: what the columns do not give back stands as JSON
 * in the last one, and so does that something is not stated. The first column of a template is the number.
 */
export function exportRows(
  template: Template,
  all: readonly Stated[],
  cellsOf: (one: Stated) => readonly Cells[],
  read: Read,
): readonly (readonly string[])[] {
  const columns = template.columns.flatMap(({ name, open }) => (open === true ? [] : [name]))
  const lines = all.map((one) =>
    cellsOf(one).map((cells) => columns.map((column) => textOf(cells[column]))),
  )
  const back = readBack(template, columns, lines.flat(), read)
  const more = columns.indexOf(MORE.name)
  const given = all.map((_, at) => back.get(bareNumber(lines[at]?.[0]?.[0])) ?? {})
  return [
    columns,
    ...lines.flatMap((some, at) => {
      const rest = notGivenBack(all[at] ?? {}, given[at] ?? {})
      return some.map((cells, line) => (line === 0 ? cells.with(more, rest) : cells))
    }),
  ]
}

/** Reads the cells, and changes those that would be refused. @returns what is read, by number */
function readBack(
  template: Template,
  columns: readonly string[],
  cells: string[][],
  read: Read,
): ReadonlyMap<string, object> {
  const required = new Set(
    template.columns.flatMap(({ name, required: must }) => (must === true ? [name] : [])),
  )
  for (let mended = 0; ; mended += 1) {
    const rows = cells.map((some, at) => ({ row: at + 2, cells: some }))
    const given = read({ format: 'csv', decimalComma: false, heading: columns, rows })
    const found = given.ok ? given.value.rows : []
    const problems = found.flatMap((row) => ('problems' in row ? row.problems : []))
    if (problems.length === 0 || mended === MENDINGS)
      return new Map(found.flatMap((row) => ('value' in row ? [[row.id, row.value]] : [])))
    for (const problem of problems)
      mend(cells[(problem.where?.line ?? 0) - 2] ?? [], columns, required, problem)
  }
}

function mend(
  row: string[],
  columns: readonly string[],
  required: ReadonlySet<string>,
  { code, where }: Problem,
): void {
  const column = where?.path ?? ''
  const at = columns.indexOf(column)
  if (at < 0 || (row[at] === '' && !required.has(column))) leave(row, columns, required)
  else if (code === LOST_DIGITS) row[at] = `'${row[at]}`
  else row[at] = required.has(column) ? NOTHING : ''
}

/** All that need not stand in a column is left to the last one. */
function leave(row: string[], columns: readonly string[], required: ReadonlySet<string>): void {
  for (const [at, column] of columns.entries()) if (!required.has(column)) row[at] = ''
}

/** As the number of a row is read. */
function bareNumber(cell = ''): string {
  return cell.normalize('NFC').trim().replace(/^'/, '')
}

function notGivenBack(one: Stated, got: object): string {
  const given = new Map(Object.entries(got))
  const rest = Object.entries(one).filter(([key, value]) => !isSame(given.get(key), value))
  const none = [...given.keys()].filter((key) => !Object.hasOwn(one, key)).map((key) => [key, null])
  const all = [...rest, ...none]
  return all.length === 0 ? '' : JSON.stringify(Object.fromEntries(all))
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && canonicalJson(one) === canonicalJson(other)
}

/** As a column of its kind is read: lists, and yes and no; what no column can say goes to the last one. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('|')
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
