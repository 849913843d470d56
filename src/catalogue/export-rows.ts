import { canonicalJson, type Result } from '../kernel/index.ts'
import type { ReadRows } from './read-rows.ts'
import type { Table } from './table.ts'
import { MORE, type Template } from './template.ts'

/** What the columns of a template say of one; what is no text is written as JSON. */
export type Cells = Readonly<Record<string, unknown>>

/**
 * A table of what is on file, that reads to the same again: what the columns do not give back stands as JSON
 * in the last one.
 */
export function exportRows(
  template: Template,
  all: readonly Readonly<Record<string, unknown>>[],
  cellsOf: (one: Readonly<Record<string, unknown>>) => Cells,
  read: (table: Table) => Result<ReadRows<object>>,
): readonly (readonly string[])[] {
  const columns = template.columns.flatMap(({ name, open }) => (open === true ? [] : [name]))
  const rows = all.map((one) => {
    const cells = cellsOf(one)
    return columns.map((column) => textOf(cells[column]))
  })
  const table: Table = {
    format: 'csv',
    decimalComma: false,
    heading: columns,
    rows: rows.map((cells, at) => ({ row: at + 2, cells })),
  }
  const given = read(table)
  const back = given.ok ? given.value.rows : []
  return [columns, ...rows.map((cells, at) => withMore(cells, columns, all[at] ?? {}, back[at]))]
}

function withMore(
  cells: readonly string[],
  columns: readonly string[],
  one: Readonly<Record<string, unknown>>,
  back: ReadRows<object>['rows'][number] | undefined,
): readonly string[] {
  const got = new Map(back !== undefined && 'value' in back ? Object.entries(back.value) : [])
  const more = Object.entries(one).filter(([key, value]) => !isSame(got.get(key), value))
  if (more.length === 0) return cells
  return cells.map((cell, at) =>
    columns[at] === MORE.name ? JSON.stringify(Object.fromEntries(more)) : cell,
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
