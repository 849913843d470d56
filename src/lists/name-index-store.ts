import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOfBytes } from '../kernel/index.ts'
import {
  indexKey,
  indexSnapshots,
  type NameIndex,
  openIndex,
  type Snapshot,
  serialiseIndex,
} from '../screening/index.ts'

/** Making the index of fewer parties takes less time than keeping it is worth. */
const FEWEST = 500

/**
 * The names of the snapshots as they are searched: from the file made of the same snapshots by the same
 * engine before, else made now and kept. It is a copy that can be made again: where it cannot be written
 * or is damaged, nothing is lost but time.
 */
export function keptNameIndex(dataFolder: string, snapshots: readonly Snapshot[]): NameIndex {
  const parties = snapshots.reduce((sum, snapshot) => sum + snapshot.parties.length, 0)
  if (parties < FEWEST) return indexSnapshots(snapshots)
  const key = indexKey(snapshots)
  const folder = join(dataFolder, 'indexes')
  const file = join(folder, `${digestOfBytes(key).slice('sha256:'.length, 40)}.names`)
  const known = existsSync(file) ? openKept(file, key) : undefined
  if (known !== undefined) return known
  const index = indexSnapshots(snapshots)
  keep(folder, file, serialiseIndex(index, key))
  return index
}

/** Written aside, then renamed, so that the file is whole whenever it is there. */
function keep(folder: string, file: string, bytes: Uint8Array): void {
  const aside = `${file}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(aside, digestOf(bytes))
    writeFileSync(aside, bytes, { flag: 'a' })
    renameSync(aside, file)
  } catch {
    // A folder that may only be read: the next run makes the index again.
    rmSync(aside, { force: true })
  }
}

const DIGEST_LENGTH = 32

/** A file that is not what was written would make listed names invisible: its digest stands before it. */
function openKept(file: string, key: string): NameIndex | undefined {
  const bytes = readFileSync(file)
  const content = new Uint8Array(new SharedArrayBuffer(Math.max(0, bytes.length - DIGEST_LENGTH)))
  content.set(bytes.subarray(DIGEST_LENGTH))
  const isWhole = digestOf(content).equals(bytes.subarray(0, DIGEST_LENGTH))
  return isWhole ? openIndex(content, key) : undefined
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
