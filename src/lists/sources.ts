import { readOwnCsv } from './own-csv.ts'
import type { ListReader } from './reading.ts'
import { readUsBis } from './us-bis.ts'
import { readUsCsl } from './us-csl.ts'
import { readUsDpl } from './us-dpl.ts'
import { readUsOfac } from './us-ofac.ts'

const READERS = {
  'us-csl': readUsCsl,
  'us-bis': readUsBis,
  'us-ofac': readUsOfac,
  'us-dpl': readUsDpl,
  csv: readOwnCsv,
} satisfies Record<string, ListReader>

/** Sources that this release reads. */
export const LIST_SOURCES: readonly string[] = Object.keys(READERS)

export function readerOf(source: string): ListReader | undefined {
  return Object.hasOwn(READERS, source) ? READERS[source as keyof typeof READERS] : undefined
}
