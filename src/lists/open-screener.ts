import { type LegalDate, ProblemError } from '../kernel/index.ts'
import {
  createScreener,
  type ListPolicy,
  type ListScreener,
  type Snapshot,
} from '../screening/index.ts'
import type { SnapshotRow } from './model.ts'
import { keptNameIndex } from './name-index-store.ts'
import { loadSnapshot, readIndex } from './snapshot-store.ts'

export interface OpenScreenerOptions {
  readonly dataFolder: string
  readonly asOf: LegalDate
  /** Default `asOf`. */
  readonly knownAt?: LegalDate
  readonly policy: ListPolicy
}

/**
 * Of each source the newest snapshot published by `asOf` and known at `knownAt`; an own list is a
 * source of its own.
 */
export function openSnapshots(options: Omit<OpenScreenerOptions, 'policy'>): readonly Snapshot[] {
  return snapshotRowsOn(options).map((row) => loadSnapshot(options.dataFolder, row))
}

/** The same, without their parties. */
export function snapshotRowsOn(
  options: Omit<OpenScreenerOptions, 'policy'>,
): readonly SnapshotRow[] {
  const { dataFolder, asOf, knownAt = asOf } = options
  return newestBy(readIndex(dataFolder), knownAt < asOf ? knownAt : asOf)
}

/** The index is in order of publication, so the last of each source is the newest. */
export function newestBy(index: readonly SnapshotRow[], day: LegalDate): readonly SnapshotRow[] {
  const newest = new Map<string, SnapshotRow>()
  for (const row of index) {
    const isOwn = row.source === 'csv' || row.source === 'ftm'
    const key = isOwn ? `${row.source} ${row.lists.join(' ')}` : row.source
    if (row.published <= day) newest.set(key, row)
  }
  return [...newest.values()]
}

export function openScreener(options: OpenScreenerOptions): ListScreener {
  const { asOf, knownAt = asOf, policy } = options
  const snapshots = openSnapshots(options)
  const index = keptNameIndex(options.dataFolder, snapshots)
  return createScreener(snapshots, { asOf, knownAt, policy, index })
}

/**
 * Makes the index of the lists of a day and keeps it, so that whoever screens next opens it and need not make it.
 * Lists that cannot be read are told to whoever screens.
 */
export function keepIndexOf(options: Omit<OpenScreenerOptions, 'policy'>): void {
  try {
    keptNameIndex(options.dataFolder, openSnapshots(options))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
}
