import { canonicalJson, type Result } from '../kernel/index.ts'
import type { ReadRows } from './read-rows.ts'
import type { Table } from './table.ts'
import { MORE, type Template } from './template.ts'

/** What the columns of a template say of one; what is no text is written as JSON. */
export type Cells = Readonly<Record<string, unknown>>

/**
 * A table of what is on file, that reads to the same again: what the columns do not give back stands as JSON
 * in the last one. The first column of a template is the number.
 */
export function exportRows(
  template: Template,
  all: readonly Readonly<Record<string, unknown>>[],
  cellsOf: (one: Readonly<Record<string, unknown>>) => readonly Cells[],
  read: (table: Table) => Result<ReadRows<object>>,
): readonly (readonly string[])[] {
  const columns = template.columns.flatMap(({ name, open }) => (open === true ? [] : [name]))
  const lines = all.map((one) =>
    cellsOf(one).map((cells) => columns.map((column) => textOf(cells[column]))),
  )
  const rows = lines.flat().map((cells, at) => ({ row: at + 2, cells }))
  const given = read({ format: 'csv', decimalComma: false, heading: columns, rows })
  const back = new Map(
    (given.ok ? given.value.rows : []).flatMap((row) =>
      'value' in row ? [[row.id, row.value] as const] : [],
    ),
  )
  const more = columns.indexOf(MORE.name)
  return [
    columns,
    ...lines.flatMap((some, at) => {
      const got = back.get(some[0]?.[0]?.trim() ?? '') ?? {}
      const rest = notGivenBack(all[at] ?? {}, got)
      return some.map((cells, line) => (line === 0 ? cells.with(more, rest) : cells))
    }),
  ]
}

function notGivenBack(one: Readonly<Record<string, unknown>>, got: object): string {
  const given = new Map(Object.entries(got))
  const rest = Object.entries(one).filter(([key, value]) => !isSame(given.get(key), value))
  return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest))
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && canonicalJson(one) === canonicalJson(other)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
