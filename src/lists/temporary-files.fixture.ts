import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { loadListPolicy } from './load-policy.ts'
import type { ListReader, ListReading } from './reading.ts'
import { openSourceFile } from './source-file.ts'

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'navicert-lists-'))
}

/** A file of its own with this text, packed where the name ends in `.gz`. */
export function fileOf(text: string | Uint8Array, name = 'list.csv'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

export async function readText(
  reader: ListReader,
  texts: string | readonly string[],
  list?: string,
): Promise<ListReading> {
  const all = typeof texts === 'string' ? [texts] : texts
  const files = all.map((text, index) => openSourceFile(fileOf(text, `file-${index + 1}.csv`)))
  return reader(files, list === undefined ? {} : { list })
}

export function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
export const EXAMPLE_LIST = join(PROJECT, 'examples/lists/fictional-screening-list.csv')
export const POLICY = loadListPolicy(join(PROJECT, 'law'))
