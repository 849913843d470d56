import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument, unwrap } from '../../kernel/index.ts'

/** The transactions that ship with the program; the same path from the sources and from the build. */
const FOLDER = fileURLToPath(new URL('../../../examples', import.meta.url))

/** Their names, without the ending. */
export const EXAMPLE_NAMES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .toSorted()

/** One of {@link EXAMPLE_NAMES}, as its text stands in the file. */
export function exampleText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')
}

export function exampleDeal(name: string): unknown {
  return unwrap(readDocument(exampleText(name))).value
}
