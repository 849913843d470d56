import { printable } from '../output/printable.ts'
import { widthOf, wrap } from '../output/wrap.ts'
import type { Page } from './page.ts'

/** One thing that two texts say: each as it stands in its own. */
export interface SideRow {
  readonly name: string
  readonly left?: string
  readonly right?: string
}

/** Below this two columns are too narrow to read: one text stands under the other. */
const LEAST_WIDTH = 76

/**
 * Two texts beside each other, point by point under their heads; on a narrow page each point of the first stands
 * above that of the second. What a text does not say is a dash. All text is made safe for a terminal here.
 */
export function sideBySide(
  page: Page,
  heads: readonly [string, string],
  rows: readonly SideRow[],
): readonly string[] {
  const names = Math.max(0, ...rows.map(({ name }) => widthOf(printable(name))))
  const room = Math.floor((page.width - names - 7) / 2)
  const isNarrow = page.width < LEAST_WIDTH
  const cellsOf = (name: string, left: string, right: string): readonly string[] => {
    const [first, second] = [wrap(printable(left), room), wrap(printable(right), room)]
    return Array.from({ length: Math.max(first.length, second.length) }, (_, at) =>
      `    ${padded(at === 0 ? printable(name) : '', names)} ${padded(first[at] ?? '', room)} ${second[at] ?? ''}`.trimEnd(),
    )
  }
  const stacked = ({ name, left, right }: SideRow): readonly string[] =>
    [
      [heads[0], left],
      [heads[1], right],
    ].flatMap(([head, text]) =>
      wrap(printable(`${name}, ${head}: ${text ?? '–'}`), page.width - 6).map(
        (line, at) => `${at === 0 ? '    ' : '      '}${line}`,
      ),
    )
  if (isNarrow) return rows.flatMap(stacked)
  return [
    ...cellsOf('', heads[0], heads[1]).map((line) => page.paint('dim', line)),
    ...rows.flatMap(({ name, left = '–', right = '–' }) => cellsOf(name, left, right)),
  ]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
