import { resolve } from 'node:path'
import type { LegalDate } from '../kernel/index.ts'
import { keptNameIndex, loadListPolicy, openSnapshots, readSnapshot } from '../lists/index.ts'
import { createScreener, type ListScreener, type Snapshot } from '../screening/index.ts'

/** Gives the screener of a day; one is made for each pair of days. */
export type Screeners = (asOf: LegalDate, knownAt: LegalDate) => ListScreener

/** A file in the official format that is screened against without being imported. */
export interface GivenList {
  readonly source: string
  readonly file: string
  /** Needed where the file itself states no day; without one a list cannot be told from a stale one. */
  readonly published?: LegalDate
}

/** Where relative paths start, and the day a list without any day of its own counts from. */
interface ReadAt {
  readonly workingDirectory: string
  readonly today: LegalDate
}

/**
 * Screens against the snapshots of the data folder and the files given. Of one source the newest
 * published by the day counts, wherever it comes from. @throws ProblemError
 */
export async function screenersOf(
  lawFolder: string,
  dataFolder: string,
  given: readonly GivenList[],
  at: ReadAt,
): Promise<Screeners> {
  const policy = loadListPolicy(lawFolder)
  const files = await Promise.all(given.map((list) => readGiven(list, at)))
  const made = new Map<string, ListScreener>()
  return (asOf, knownAt) => {
    const key = `${asOf} ${knownAt}`
    const before = made.get(key)
    if (before !== undefined) return before
    const by = knownAt < asOf ? knownAt : asOf
    const readable = files.filter(({ published }) => published <= by)
    const kept = openSnapshots({ dataFolder, asOf, knownAt }).filter(
      ({ source, published }) =>
        !readable.some((file) => file.source === source && file.published >= published),
    )
    const snapshots = [...kept, ...newestOfEach(readable)]
    const index = keptNameIndex(dataFolder, snapshots)
    const screener = createScreener(snapshots, { asOf, knownAt, policy, index })
    made.set(key, screener)
    return screener
  }
}

function newestOfEach(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  return snapshots.filter(
    ({ source, published }) =>
      !snapshots.some((other) => other.source === source && other.published > published),
  )
}

function readGiven(
  { source, file, published }: GivenList,
  { workingDirectory, today }: ReadAt,
): Promise<Snapshot> {
  return readSnapshot({
    source,
    files: [resolve(workingDirectory, file)],
    today,
    ...(published === undefined ? {} : { published }),
  })
}
