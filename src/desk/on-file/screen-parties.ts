import { type LegalDate, ProblemError } from '../../kernel/index.ts'
import { contentOfListed, findSnapshot, openSnapshots } from '../../lists/index.ts'
import {
  createScreener,
  isOpen,
  type ListedRows,
  type ListPolicy,
  type MonitoringState,
  type Rescreening,
  rescreen,
  rowsInForce,
  type ScreeningState,
  type Snapshot,
  statusOf,
} from '../../screening/index.ts'
import { engineVersion } from '../engine.ts'
import { nearParties } from './near-parties.ts'

export interface MonitoringRun {
  readonly policy: ListPolicy
  readonly dataFolder: string
  readonly asOf: LegalDate
  readonly today: LegalDate
}

export interface ScreenedParties extends Rescreening {
  /** Whether the lists that must be screened are here and fresh. */
  readonly lists: ScreeningState
  readonly because: readonly string[]
}

/** Screens the parties on file against the lists of a day. @throws ProblemError */
export function screenParties(
  { policy, dataFolder, asOf, today }: MonitoringRun,
  state: MonitoringState,
): ScreenedParties {
  const snapshots = openSnapshots({ dataFolder, asOf })
  refuseFewerLists(state, snapshots, asOf)
  const before = rowsBefore(state, dataFolder, policy)
  const done = rescreen(
    state,
    {
      on: today,
      baseline: {
        asOf,
        engine: engineVersion(),
        snapshots: snapshots.map(({ source, digest }) => ({ source, digest })),
      },
      rows: rowsInForce(snapshots, asOf, policy),
      ...(before === undefined ? {} : { before }),
    },
    {
      contentOf: contentOfListed,
      nearOf: nearParties(dataFolder),
      screenerOf: (rows) => createScreener([asSnapshot(rows, asOf)], { asOf, policy }),
    },
  )
  // Freshness does not need the rows.
  const empty = snapshots.map((snapshot) => ({ ...snapshot, parties: [] }))
  const { state: lists, because } = createScreener(empty, { asOf, policy }).screen({ name: '-' })
  return { ...done, lists, because }
}

/** Whether nothing on file keeps anybody: no open hit, and no true match that stands. */
export function isClearOfHits(state: MonitoringState): boolean {
  return [...state.hits.values()].every(
    (hit) => !isOpen(hit) && (!hit.isPresent || statusOf(hit) !== 'true-match'),
  )
}

/**
 * Against fewer lists than before, hits would be gone that nobody took off a list.
 *
 * @throws ProblemError
 */
function refuseFewerLists(
  { baseline }: MonitoringState,
  snapshots: readonly Snapshot[],
  asOf: LegalDate,
): void {
  const many = (of: readonly { readonly source: string }[], source: string): number =>
    of.filter((one) => one.source === source).length
  const sources = new Set(baseline?.snapshots.map(({ source }) => source))
  const fewer = [...sources].filter(
    (source) => many(snapshots, source) < many(baseline?.snapshots ?? [], source),
  )
  if (fewer.length === 0) return
  throw new ProblemError({
    code: 'monitoring.list-gone',
    detail: `The parties on file were screened against ${fewer.join(', ')} before, and for ${asOf} there is no copy here; nothing was recorded.`,
    remedy: 'Take the list in again, or screen against the lists of a later day.',
  })
}

/** The rows of the screening before; nothing where a snapshot of it is not kept any more. */
function rowsBefore(
  { baseline }: MonitoringState,
  dataFolder: string,
  policy: ListPolicy,
): ListedRows | undefined {
  if (baseline === undefined) return undefined
  try {
    const snapshots = baseline.snapshots.map(({ source, digest }) =>
      findSnapshot(dataFolder, source, digest),
    )
    return rowsInForce(snapshots, baseline.asOf, policy)
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

/** Rows of several lists as one snapshot, for a screener over these and no others. */
function asSnapshot(rows: Snapshot['parties'], published: LegalDate): Snapshot {
  const digest = 'sha256:' as Snapshot['digest']
  return {
    source: 'monitoring',
    name: 'rows in force',
    digest,
    fileDigest: digest,
    published,
    lists: [...new Set(rows.map(({ list }) => list))],
    parties: rows,
  }
}
