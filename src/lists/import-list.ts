import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Digest,
  digestOf,
  type LegalDate,
  type Problem,
  ProblemError,
} from '../kernel/index.ts'
import type { Snapshot } from '../screening/index.ts'
import type { ImportOptions, ImportReport, ListCount, SnapshotRow } from './model.ts'
import type { ListReading } from './reading.ts'
import {
  canonicalParties,
  type KeptParties,
  keepSnapshot,
  readIndex,
  sequenceOn,
  snapshotOf,
} from './snapshot-store.ts'
import { openSourceFile, type SourceFile } from './source-file.ts'
import { LIST_SOURCES, readerOf } from './sources.ts'

/**
 * Takes an official file into the store. Bad rows are reported and the rest goes on; a file that is
 * not the format, or mostly bad rows, is refused.
 *
 * @throws ProblemError with place and remedy; nothing is written then
 */
export async function importList(options: ImportOptions): Promise<ImportReport> {
  const { row: read, reading, parties } = await readRow(options)
  const before = readIndex(options.dataFolder)
  const row = { ...read, ...sequenceOn(read.published, read.source, before) }
  options.admit?.({ row, isDated: reading.published !== undefined }, before)
  const isNew = keepSnapshot(options.dataFolder, row, parties)
  return {
    source: row.source,
    snapshot: row.name,
    digest: row.digest,
    fileDigest: row.fileDigest,
    published: row.published,
    publishedFrom: publishedFrom(reading, options.published),
    rows: reading.rowCount,
    parties: row.parties,
    lists: countsOf(reading),
    rejected: reading.rejected,
    rejections: reading.rejections,
    warnings: [...reading.warnings, ...warningsAbout(row, reading, before)],
    already: !isNew,
  }
}

/** The same snapshot, without a store. @throws ProblemError as {@link importList} */
export async function readSnapshot(options: Omit<ImportOptions, 'dataFolder'>): Promise<Snapshot> {
  const { row, reading } = await readRow(options)
  return snapshotOf(row, reading.parties)
}

interface ReadRow {
  readonly row: SnapshotRow
  readonly reading: ListReading
  readonly parties: KeptParties
}

async function readRow(options: Omit<ImportOptions, 'dataFolder'>): Promise<ReadRow> {
  const { source, today, published: given } = options
  const reader = readerOf(source)
  if (reader === undefined) throw unknownSource(source)
  refuseFuture(given, today)
  const files = filesOf(options)
  const reading = await reader(files, options.list === undefined ? {} : { list: options.list })
  refuseHollow(reading, files)
  if ((reading.published ?? today) > dayAfter(today)) refuseFuture(reading.published, today)
  const published = reading.published ?? given ?? today
  const parties = canonicalParties(reading.parties)
  const row: SnapshotRow = {
    source,
    name: `${source} ${published}`,
    digest: parties.digest,
    fileDigest: digestOfFiles(files),
    published,
    imported: today,
    parties: reading.parties.length,
    unread: reading.rejected,
    lists: countsOf(reading).map(({ list }) => list),
  }
  return { row, reading, parties }
}

function publishedFrom(
  reading: ListReading,
  given: LegalDate | undefined,
): ImportReport['publishedFrom'] {
  if (reading.published !== undefined) return 'file'
  return given === undefined ? 'day of import' : 'given'
}

function countsOf(reading: ListReading): readonly ListCount[] {
  const parties = new Map<string, number>()
  for (const { list } of reading.parties) parties.set(list, (parties.get(list) ?? 0) + 1)
  return [...reading.rows]
    .map(([list, rows]) => ({ list, rows, parties: parties.get(list) ?? 0 }))
    .toSorted((a, b) => (a.list < b.list ? -1 : 1))
}

function digestOfFiles(files: readonly SourceFile[]): Digest {
  const digests = files.map((file) => file.digest())
  const [only] = digests
  return digests.length === 1 && only !== undefined ? only : digestOf(digests.toSorted())
}

/** A folder stands for the files in it; only OFAC publishes one list in several files. */
function filesOf({
  files,
  source,
}: Pick<ImportOptions, 'files' | 'source'>): readonly SourceFile[] {
  const paths = files.flatMap((path) =>
    existsSync(path) && statSync(path).isDirectory()
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map((entry) => join(path, entry.name))
          .toSorted()
      : [path],
  )
  if (paths.length === 1 || (source === 'us-ofac' && paths.length > 0))
    return paths.map(openSourceFile)
  throw new ProblemError({
    code: paths.length === 0 ? 'list.no-file' : 'list.too-many-files',
    detail:
      paths.length === 0
        ? 'No file was given.'
        : `${source} is one file, and ${paths.length} were given.`,
    ...(files[0] === undefined ? {} : { where: { file: files[0] } }),
    remedy: 'Give the official file as downloaded.',
  })
}

function unknownSource(source: string): ProblemError {
  return new ProblemError({
    code: 'list.unknown-source',
    detail: `${JSON.stringify(source.slice(0, 40))} is not a source of lists that this release reads.`,
    remedy: `Sources: ${LIST_SOURCES.join(', ')}.`,
  })
}

/** A list dated ahead would stay fresh for ever. */
function refuseFuture(published: LegalDate | undefined, today: LegalDate): void {
  if (published === undefined || published <= today) return
  throw new ProblemError({
    code: 'list.published-in-future',
    detail: `The publication day ${published} is after today, ${today}.`,
    remedy: 'Give the day on which the publisher issued the file.',
  })
}

/** Where the publisher sits, the next day may have begun. */
function dayAfter(day: LegalDate): LegalDate {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as LegalDate
}

function refuseHollow(reading: ListReading, files: readonly SourceFile[]): void {
  if (reading.parties.length > 0 && reading.rejected <= reading.parties.length) return
  const first = reading.rejections[0]
  const detail =
    reading.rejected === 0
      ? 'The file has no rows.'
      : `${reading.rejected} of ${reading.rowCount} rows cannot be read: ${first?.detail ?? ''}`
  throw new ProblemError({
    code: 'list.not-the-format',
    detail,
    where: first?.where ?? { file: files.map((file) => file.name).join(', ') },
    remedy: 'Check that the file is whole and of the source named; nothing was imported.',
  })
}

/** What makes a person doubt that this is the whole list, or of the day said. */
function warningsAbout(
  row: SnapshotRow,
  { latestDay }: ListReading,
  before: readonly SnapshotRow[],
): readonly Problem[] {
  const warnings: Problem[] = []
  if (latestDay !== undefined && latestDay > row.published) {
    warnings.push({
      code: 'list.younger-rows',
      detail: `A row names ${latestDay}, which is after the publication day ${row.published}.`,
      remedy: 'Give the true publication day with --published.',
    })
  }
  const others = before.filter(
    (other) => other.source === row.source && other.digest !== row.digest,
  )
  const neighbour = others.findLast((other) => other.published <= row.published) ?? others[0]
  if (neighbour !== undefined && row.parties * 2 < neighbour.parties) {
    warnings.push(shrunk(row, neighbour))
  }
  const newer = others.find((other) => other.published > row.published)
  if (newer !== undefined && newer.parties * 2 < row.parties) warnings.push(shrunk(newer, row))
  return warnings
}

function shrunk(small: SnapshotRow, large: SnapshotRow): Problem {
  return {
    code: 'list.much-shorter',
    detail: `${small.name} has ${small.parties} parties where ${large.name} has ${large.parties}.`,
    remedy: 'Check that the file is whole; keep examples in a data folder of their own (--data).',
  }
}
