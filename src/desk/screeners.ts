import { resolve } from 'node:path'
import type { LegalDate } from '../kernel/index.ts'
import {
  keptNameIndex,
  loadListPolicy,
  loadSnapshot,
  readSnapshot,
  type SnapshotRow,
  snapshotRowsOn,
} from '../lists/index.ts'
import {
  createScreener,
  indexKey,
  type ListPolicy,
  type ListScreener,
  type NameIndex,
  type Snapshot,
} from '../screening/index.ts'
import { Recent } from './recent.ts'

/** Gives the screener of a day as of another. */
export type Screeners = (asOf: LegalDate, knownAt: LegalDate) => ListScreener

/** A file in the official format that is screened against without being imported. */
export interface GivenList {
  readonly source: string
  readonly file: string
  /** Needed where the file itself states no day; without one a list cannot be told from a stale one. */
  readonly published?: LegalDate
}

/** An index made before, and the snapshots it was made of: threads share it. */
export interface SharedIndex {
  readonly key: string
  readonly index: NameIndex
}

/** Where relative paths start, and the day a list without any day of its own counts from. */
interface ReadAt {
  readonly workingDirectory: string
  readonly today: LegalDate
}

/** When what was read of the data folder is looked at again; a single run never does. */
export interface LookAgain {
  /** Milliseconds. */
  readonly after: number
  readonly now: () => number
}

const NEVER: LookAgain = { after: Number.POSITIVE_INFINITY, now: () => 0 }
/** Days whose screener is kept, and sets of snapshots that are kept in memory for them. */
const MOST_DAYS = 16
const MOST_SETS = 3

interface Made {
  readonly screener: ListScreener
  /** What it is made of. */
  readonly rows: string
  looked: number
}

/** {@link createScreeners} against the data folder and the files given. @throws ProblemError */
export async function screenersOf(
  lawFolder: string,
  dataFolder: string,
  given: readonly GivenList[],
  at: ReadAt,
  shared?: SharedIndex,
): Promise<Screeners> {
  const files = await Promise.all(given.map((list) => readGiven(list, at)))
  return createScreeners(loadListPolicy(lawFolder), dataFolder, files, NEVER, shared)
}

/**
 * Screens against the snapshots of the data folder and the files given. Of one source the newest
 * published by the day counts, wherever it comes from. @throws ProblemError
 */
export function createScreeners(
  policy: ListPolicy,
  dataFolder: string,
  files: readonly Snapshot[],
  look: LookAgain = NEVER,
  shared?: SharedIndex,
): Screeners {
  const made = new Recent<Made>(MOST_DAYS)
  const opened = new Recent<{ snapshots: readonly Snapshot[]; index: NameIndex }>(MOST_SETS)
  return (asOf, knownAt) => {
    const days = `${asOf} ${knownAt}`
    const now = look.now()
    const before = made.get(days)
    if (before !== undefined && now - before.looked < look.after) return before.screener
    const by = knownAt < asOf ? knownAt : asOf
    const readable = newestOfEach(files.filter(({ published }) => published <= by))
    const kept = snapshotRowsOn({ dataFolder, asOf, knownAt }).filter(
      ({ source, published }) =>
        !readable.some((file) => file.source === source && file.published >= published),
    )
    const rows = [...kept, ...readable]
      .map(({ source, published, digest }) => `${source} ${published} ${digest}`)
      .join('\n')
    if (before?.rows === rows) {
      before.looked = now
      return before.screener
    }
    const set = opened.get(rows) ?? open(dataFolder, kept, readable, shared)
    opened.keep(rows, set)
    const { snapshots, index } = set
    const screener = createScreener(snapshots, { asOf, knownAt, policy, index })
    made.keep(days, { screener, rows, looked: now })
    return screener
  }
}

function open(
  dataFolder: string,
  kept: readonly SnapshotRow[],
  readable: readonly Snapshot[],
  shared: SharedIndex | undefined,
): { snapshots: readonly Snapshot[]; index: NameIndex } {
  const snapshots = [...kept.map((row) => loadSnapshot(dataFolder, row)), ...readable]
  const isShared = shared !== undefined && shared.key === indexKey(snapshots)
  return { snapshots, index: isShared ? shared.index : keptNameIndex(dataFolder, snapshots) }
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
