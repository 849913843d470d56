import type { Problem } from '../kernel/index.ts'
import type { Table } from './table.ts'

/** What is wrong in which row of a table. */
export interface RowError {
  readonly row: number
  readonly problems: readonly Problem[]
}

const MORE = ['row', 'column', 'code', 'message', 'suggestion'] as const

/**
 * The rows that were refused, as they stood, with what is wrong behind them: to be mended and sent again.
 * A row with two errors stands there twice.
 */
export function rowErrorTable(
  { heading, rows }: Table,
  errors: readonly RowError[],
): readonly (readonly string[])[] {
  const cells = new Map(rows.map((row) => [row.row, row.cells]))
  const lines = errors.flatMap((error) =>
    error.problems.map(({ code, detail, remedy = '', where }) => {
      const row = where?.line ?? error.row
      const stood = cells.get(row) ?? []
      return [
        ...heading.map((_, at) => stood[at] ?? ''),
        ...[String(row), where?.path ?? '', code, detail, remedy],
      ]
    }),
  )
  return [[...heading, ...MORE], ...lines]
}
