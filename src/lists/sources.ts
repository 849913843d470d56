import { readAu } from './au.ts'
import { readCa } from './ca.ts'
import { readCh } from './ch.ts'
import { readEuFsf } from './eu-fsf.ts'
import { readFtm } from './ftm.ts'
import { readJpMeti } from './jp-meti.ts'
import { readOwnCsv } from './own-csv.ts'
import type { ListReader } from './reading.ts'
import { readTw } from './tw.ts'
import { readUk } from './uk.ts'
import { readUn } from './un.ts'
import { readUsBis } from './us-bis.ts'
import { readUsCsl } from './us-csl.ts'
import { readUsDpl } from './us-dpl.ts'
import { readUsOfac } from './us-ofac.ts'

const READERS = {
  'us-csl': readUsCsl,
  'us-bis': readUsBis,
  'us-ofac': readUsOfac,
  'us-dpl': readUsDpl,
  un: readUn,
  'eu-fsf': readEuFsf,
  uk: readUk,
  'jp-meti': readJpMeti,
  ca: readCa,
  au: readAu,
  ch: readCh,
  tw: readTw,
  ftm: readFtm,
  csv: readOwnCsv,
} satisfies Record<string, ListReader>

/** Sources that this release reads. */
export const LIST_SOURCES: readonly string[] = Object.keys(READERS)

export function readerOf(source: string): ListReader | undefined {
  return Object.hasOwn(READERS, source) ? READERS[source as keyof typeof READERS] : undefined
}
