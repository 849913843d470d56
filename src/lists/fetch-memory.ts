import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Digest } from '../kernel/index.ts'
import type { Validators } from './download.ts'

/**
 * What a publisher said of the files behind the newest snapshot, so that they are fetched again only
 * when they change. No record: it may be lost, and is left out of account where the snapshot it
 * belongs to is not there.
 */
export interface FetchMemory {
  readonly digest: Digest
  readonly files: Readonly<Record<string, Validators>>
}

const VALIDATORS = z.object({
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
})
const MEMORY = z.object({ digest: z.string(), files: z.record(z.string(), VALIDATORS) })

export function readFetchMemory(dataFolder: string, source: string): FetchMemory | undefined {
  const file = memoryFile(dataFolder, source)
  if (!existsSync(file)) return undefined
  try {
    const { digest, files } = MEMORY.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { digest: digest as Digest, files }
  } catch {
    return undefined
  }
}

export function keepFetchMemory(dataFolder: string, source: string, memory: FetchMemory): void {
  const file = memoryFile(dataFolder, source)
  mkdirSync(join(file, '..'), { recursive: true })
  const aside = `${file}.${process.pid}.tmp`
  writeFileSync(aside, `${JSON.stringify(memory)}\n`)
  renameSync(aside, file)
}

function memoryFile(dataFolder: string, source: string): string {
  return join(dataFolder, 'lists', source, 'fetched.json')
}
