import { printable } from '../output/printable.ts'
import { widthOf } from '../output/wrap.ts'
import type { Session } from '../session.ts'

/**
 * Rows under a heading, in columns as wide as their widest cell; nothing where there are no rows. All text is
 * made safe for a terminal here.
 */
export function tableLines(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  { paint }: Pick<Session, 'paint'>,
): readonly string[] {
  if (rows.length === 0) return []
  const safe = rows.map((row) => row.map(printable))
  const widths = heading.map((head, at) =>
    Math.max(widthOf(head), ...safe.map((row) => widthOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd()
  return [paint('bold', line(heading)), ...safe.map(line)]
}
