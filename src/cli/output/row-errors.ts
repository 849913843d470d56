import { writeTable } from '../../catalogue/index.ts'
import { count } from '../answer/page.ts'
import type { Surroundings } from '../surroundings.ts'
import { writeWholeFile } from './whole-file.ts'

/** Rows of a table that were refused, to be mended and sent again: .xlsx, or CSV. */
export async function writeRowErrors(
  file: string,
  rows: readonly (readonly string[])[],
  surroundings: Surroundings,
): Promise<void> {
  const bytes = await writeTable(rows, /\.xlsx$/i.test(file) ? 'xlsx' : 'csv')
  await writeWholeFile(file, bytes, surroundings)
  surroundings.stderr.write(`${count(rows.length - 1, 'error')} in rows: ${file}\n`)
}
