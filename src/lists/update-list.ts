import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LegalDate, ProblemError } from '../kernel/index.ts'
import type { SourcePolicy } from '../screening/index.ts'
import { diffSnapshots } from './diff-snapshots.ts'
import type { DownloadOptions, Fetch } from './download.ts'
import { type FetchedFiles, fetchFiles } from './fetch-files.ts'
import { keepFetchMemory, readFetchMemory } from './fetch-memory.ts'
import { importList } from './import-list.ts'
import { dayOfInstant } from './instant-day.ts'
import type { ImportReport, ReadList, SnapshotRow } from './model.ts'
import { confirmSnapshot, loadSnapshot, readIndex } from './snapshot-store.ts'

export interface UpdateOptions {
  readonly dataFolder: string
  readonly source: SourcePolicy
  readonly today: LegalDate
  readonly fetch: Fetch
  /** Takes a list that has lost more than half of its parties, or is older than the one here. */
  readonly accept?: boolean
  readonly progress?: (bytes: number, total: number | undefined) => void
  readonly signal?: AbortSignal
  /** Only tests need others. */
  readonly limits?: Partial<UpdateLimits>
}

export type UpdateLimits = Pick<DownloadOptions, 'maxBytes' | 'idleMs' | 'backoffMs' | 'wait'>

const LIMITS: UpdateLimits = {
  maxBytes: 256 * 1024 * 1024,
  idleMs: 60_000,
  backoffMs: [1000, 4000, 15_000],
  wait: (milliseconds) => sleep(milliseconds),
}

export interface UpdateReport {
  readonly source: string
  /** Whether there is new content; where not, the snapshot is as of today all the same. */
  readonly state: 'updated' | 'unchanged'
  readonly snapshot: SnapshotRow
  /** Bytes that were fetched. */
  readonly bytes: number
  /** Against the newest snapshot before, in substance. */
  readonly delta?: { readonly added: number; readonly removed: number; readonly changed: number }
  readonly report?: ImportReport
}

/**
 * Fetches a list from its publisher and takes it into the store. What was here stays, whatever comes;
 * what comes is refused where it is not the format, is empty, has lost more than half of its parties,
 * or is older than what is here.
 *
 * @throws ProblemError; nothing is kept then
 */
export async function updateList(options: UpdateOptions): Promise<UpdateReport> {
  const { dataFolder, source, today } = options
  const newest = newestOf(dataFolder, source.source)
  const memory = readFetchMemory(dataFolder, source.source)
  const known = newest !== undefined && memory?.digest === newest.digest ? memory.files : {}
  const folder = join(dataFolder, 'lists', source.source, `.fetch-${crypto.randomUUID()}`)
  mkdirSync(folder, { recursive: true })
  try {
    const fetched = await fetchFiles({
      downloads: downloadsOf(source),
      folder,
      known,
      today,
      download: { ...LIMITS, ...options.limits, ...chosen(options) },
    })
    if (newest !== undefined && fetched.files.length === 0) {
      const snapshot = confirmSnapshot(dataFolder, newest, today)
      return { source: source.source, state: 'unchanged', snapshot, bytes: 0 }
    }
    return await take(fetched, newest, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function chosen({
  fetch,
  progress,
  signal,
}: UpdateOptions): Pick<DownloadOptions, 'fetch' | 'progress' | 'signal'> {
  return {
    fetch,
    ...(progress === undefined ? {} : { progress }),
    ...(signal === undefined ? {} : { signal }),
  }
}

async function take(
  fetched: FetchedFiles,
  newest: SnapshotRow | undefined,
  { dataFolder, source, today, accept = false }: UpdateOptions,
): Promise<UpdateReport> {
  const report = await importList({
    dataFolder,
    source: source.source,
    files: fetched.files,
    today,
    published: servedOn(fetched, today),
    admit: (read) => {
      if (newest !== undefined && !accept) refuseWorse(read, newest)
    },
  })
  const kept = readIndex(dataFolder).find(
    (row) =>
      row.source === source.source &&
      row.digest === report.digest &&
      row.published === report.published,
  )
  if (kept === undefined) throw new Error('a snapshot that was imported is not in the index')
  const snapshot = confirmSnapshot(dataFolder, kept, today)
  keepFetchMemory(dataFolder, source.source, { digest: kept.digest, files: fetched.validators })
  const common = { source: source.source, snapshot, bytes: fetched.bytes, report }
  if (newest === undefined) return { ...common, state: 'updated' }
  if (newest.digest === kept.digest) return { ...common, state: 'unchanged' }
  return { ...common, state: 'updated', delta: countsBetween(dataFolder, newest, kept) }
}

function countsBetween(
  dataFolder: string,
  older: SnapshotRow,
  newer: SnapshotRow,
): NonNullable<UpdateReport['delta']> {
  const { added, removed, changed } = diffSnapshots(
    loadSnapshot(dataFolder, older),
    loadSnapshot(dataFolder, newer),
  )
  return { added: added.length, removed: removed.length, changed: changed.length }
}

/** The day of issue in the address, else when the publisher last changed the file, else today. */
function servedOn({ day, validators }: FetchedFiles, today: LegalDate): LegalDate {
  if (day !== undefined) return day
  const changed = Object.values(validators)
    .map(({ lastModified }) => Date.parse(lastModified ?? ''))
    .filter((instant) => !Number.isNaN(instant))
    .map((instant) => dayOfInstant(new Date(instant).toISOString()))
    .filter((changedOn) => changedOn !== undefined)
    .toSorted()
    .at(-1)
  return changed === undefined || changed > today ? today : changed
}

function newestOf(dataFolder: string, source: string): SnapshotRow | undefined {
  return readIndex(dataFolder).findLast((row) => row.source === source)
}

function downloadsOf({ source, downloads, url }: SourcePolicy): readonly string[] {
  if (downloads !== undefined) return downloads
  throw new ProblemError({
    code: 'list.no-download',
    detail: `${source} is not published as a file that can be fetched.`,
    remedy:
      url === ''
        ? 'Take your own file in with lists import.'
        : `Get it at ${url} and take it in with lists import.`,
  })
}

/** A truncated file, an old copy of a cache or an emptied list must not pass for the list of the day. */
function refuseWorse({ row, isDated }: ReadList, newest: SnapshotRow): void {
  if (row.parties * 2 < newest.parties) {
    throw new ProblemError({
      code: 'list.much-shorter',
      detail: `The file has ${row.parties} parties where ${newest.name} has ${newest.parties}; it was not taken.`,
      remedy: 'See at the publisher whether that is so; --accept takes it.',
    })
  }
  const before = newest.since ?? newest.published
  if (isDated && row.published < before) {
    throw new ProblemError({
      code: 'list.older-than-kept',
      detail: `The file is of ${row.published}, and the one here of ${before}; it was not taken.`,
      remedy: 'The publisher or a cache on the way serves an old copy; --accept takes it.',
    })
  }
}
