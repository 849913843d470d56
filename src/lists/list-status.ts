import type { LegalDate } from '../kernel/index.ts'
import { ageInDays, type ListPolicy, type SourcePolicy } from '../screening/index.ts'
import type { ListStatus, SnapshotRow } from './model.ts'
import { newestBy } from './open-screener.ts'
import { readIndex } from './snapshot-store.ts'

/** Every source of the policy, and every other one in the store, with its freshness on a day. */
export function listStatus(
  dataFolder: string,
  day: LegalDate,
  policy: ListPolicy,
): readonly ListStatus[] {
  const index = readIndex(dataFolder)
  const newest = newestBy(index, day)
  const known = policy.sources.map((source) => statusOf(source, index, newest, day))
  const named = new Set(policy.sources.map(({ source }) => source))
  const others = [...new Set(index.map(({ source }) => source))].filter((name) => !named.has(name))
  return [...known, ...others.map((name) => statusOf(unknownSource(name), index, newest, day))]
}

function statusOf(
  policy: SourcePolicy,
  index: readonly SnapshotRow[],
  newestOfEach: readonly SnapshotRow[],
  day: LegalDate,
): ListStatus {
  const snapshots = index.filter(({ source }) => source === policy.source)
  const newest = newestOfEach.findLast(({ source }) => source === policy.source)
  const common = {
    source: policy.source,
    title: policy.title,
    lists: policy.holds,
    url: policy.url,
    maxAgeDays: policy.maxAgeDays,
    snapshots,
  }
  if (newest === undefined) return { ...common, state: 'missing' }
  const ageDays = ageInDays(newest.published, day)
  return { ...common, state: ageDays > policy.maxAgeDays ? 'stale' : 'fresh', newest, ageDays }
}

/** A source that the policy does not know is never fresh. */
function unknownSource(source: string): SourcePolicy {
  return { source, title: source, publisher: '', url: '', holds: [], maxAgeDays: -1, cite: '' }
}
