import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  canonicalJson,
  type Digest,
  digestOfBytes,
  type LegalDate,
  ProblemError,
} from '../kernel/index.ts'
import type { ListedParty, Snapshot } from '../screening/index.ts'
import type { SnapshotRow } from './model.ts'

/**
 * Snapshots on disk, under `<data folder>/lists/<source>/`. Parties stand as canonical JSON, packed, in
 * a file named by the digest of that text. Each import adds a small record of its own beside it, named
 * by publication day and digest; the index is the records taken together. Nothing is overwritten or
 * deleted, every file appears whole (written aside, then renamed), and so two imports at once are safe.
 */
export interface KeptParties {
  readonly digest: Digest
  readonly text: string
}

export function canonicalParties(parties: readonly ListedParty[]): KeptParties {
  const text = canonicalJson(parties)
  return { digest: digestOfBytes(text), text }
}

/** @returns false where the same content of the same day was there already */
export function keepSnapshot(dataFolder: string, row: SnapshotRow, parties: KeptParties): boolean {
  const folder = join(dataFolder, 'lists', row.source)
  const record = join(folder, `${row.published}.${hex(row.digest).slice(0, 16)}.json`)
  const content = join(folder, `${hex(row.digest)}.json.gz`)
  if (existsSync(record) && existsSync(content)) return false
  mkdirSync(folder, { recursive: true })
  if (!existsSync(content)) writeWhole(content, gzipSync(parties.text))
  if (!existsSync(record)) writeWhole(record, `${canonicalJson(row)}\n`)
  return true
}

/**
 * Notes that the publisher serves the content of a snapshot on a day: a record more, no copy. A list
 * may change several times a day, and back.
 *
 * @returns the record that now is the newest of the source
 */
export function confirmSnapshot(dataFolder: string, row: SnapshotRow, day: LegalDate): SnapshotRow {
  const rows = readIndex(dataFolder).filter(({ source }) => source === row.source)
  const newest = rows.at(-1)
  if (newest !== undefined && newest.digest === row.digest && newest.published >= day) return newest
  const { sequence: _, ...content } = row
  const confirmed: SnapshotRow = {
    ...content,
    name: `${row.source} ${day}`,
    published: day,
    imported: day,
    ...(row.published === day ? {} : { since: row.since ?? row.published }),
    ...sequenceOn(day, row.source, rows),
  }
  writeWhole(recordFile(dataFolder, confirmed), `${canonicalJson(confirmed)}\n`)
  return confirmed
}

/** The place of the next content of a source among those of one day. */
export function sequenceOn(
  day: LegalDate,
  source: string,
  rows: readonly SnapshotRow[],
): Pick<SnapshotRow, 'sequence'> {
  const ofDay = rows.filter((row) => row.source === source && row.published === day)
  if (ofDay.length === 0) return {}
  return { sequence: Math.max(...ofDay.map(({ sequence = 0 }) => sequence)) + 1 }
}

/** Several records of one content and day differ by their place. */
function recordFile(
  dataFolder: string,
  { source, published, digest, sequence }: SnapshotRow,
): string {
  const place = sequence === undefined ? '' : `-${sequence}`
  const name = `${published}.${hex(digest).slice(0, 16)}${place}.json`
  return join(dataFolder, 'lists', source, name)
}

function writeWhole(file: string, bytes: Uint8Array | string): void {
  const aside = `${file}.${randomUUID()}.tmp`
  writeFileSync(aside, bytes, { flush: true })
  renameSync(aside, file)
}

/** All snapshots kept, by source, publication day, day of import and digest. */
export function readIndex(dataFolder: string): readonly SnapshotRow[] {
  const root = join(dataFolder, 'lists')
  if (!existsSync(root)) return []
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const rows = folders.flatMap(({ name }) =>
    readdirSync(join(root, name))
      .filter((file) => /^\d{4}-\d{2}-\d{2}\.[0-9a-f]{16}(?:-\d+)?\.json$/.test(file))
      .map((file) => readRecord(join(root, name, file))),
  )
  return rows.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function orderOf(row: SnapshotRow): string {
  const place = String(row.sequence ?? 0).padStart(6, '0')
  return [row.source, row.published, place, row.imported, row.digest].join(' ')
}

function readRecord(file: string): SnapshotRow {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SnapshotRow
  } catch {
    throw damaged(file, 'The record of the snapshot cannot be read')
  }
}

/** @throws ProblemError where the content does not have the digest it is named by */
export function loadSnapshot(dataFolder: string, row: SnapshotRow): Snapshot {
  const file = join(dataFolder, 'lists', row.source, `${hex(row.digest)}.json.gz`)
  return snapshotOf(row, readParties(file, row.digest))
}

/** What the store's record and the parties make together. */
export function snapshotOf(row: SnapshotRow, parties: readonly ListedParty[]): Snapshot {
  return {
    source: row.source,
    name: row.name,
    digest: row.digest,
    fileDigest: row.fileDigest,
    published: row.published,
    lists: row.lists,
    ...(row.unread === 0 ? {} : { unread: row.unread }),
    parties,
  }
}

/** What somebody holds still: a run compares two snapshots, and a server screens against them meanwhile. */
const held = new Map<string, WeakRef<readonly ListedParty[]>>()

function readParties(file: string, digest: Digest): readonly ListedParty[] {
  // A file that was written since is read again, and held against its digest.
  const { mtimeNs, size } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {}
  const key = `${file} ${mtimeNs} ${size}`
  const known = held.get(key)?.deref()
  if (known !== undefined) return known
  const parties = readPartiesOf(file, digest)
  for (const [other, rows] of held) if (rows.deref() === undefined) held.delete(other)
  held.set(key, new WeakRef(parties))
  return parties
}

function readPartiesOf(file: string, digest: Digest): readonly ListedParty[] {
  if (!existsSync(file)) throw damaged(file, 'The content of the snapshot is missing')
  let bytes: Buffer
  try {
    bytes = gunzipSync(readFileSync(file))
  } catch {
    throw damaged(file, 'The content of the snapshot cannot be unpacked')
  }
  if (digestOfBytes(bytes) !== digest) {
    throw damaged(file, 'The content of the snapshot is not what its digest says')
  }
  return JSON.parse(bytes.toString('utf8')) as readonly ListedParty[]
}

function damaged(file: string, detail: string): ProblemError {
  return new ProblemError({
    code: 'list.damaged-snapshot',
    detail: `${detail}.`,
    where: { file },
    remedy: 'Remove that file and import the list again.',
  })
}

function hex(digest: Digest): string {
  return digest.slice('sha256:'.length)
}
