import { canonicalJson, contains, type LegalDate, ProblemError } from '../../kernel/index.ts'
import { findSnapshot } from '../../lists/index.ts'
import {
  chosenRows,
  createScreener,
  FiledParties,
  type ListedParty,
  type ListPolicy,
  type PartyQuery,
  type Snapshot,
} from '../../screening/index.ts'
import type { World } from './world.ts'

/** Looking a row up among the parties takes as long as screening about so many of them. */
const PARTIES_FOR_A_ROW = 20

/**
 * Which parties two worlds may screen otherwise: those that a row that is new, gone or other, in its earlier
 * or its later words, is a hit for. Nothing where the earlier rows are not kept any more: then it may be any.
 */
export function partiesNear(
  dataFolder: string,
  policy: ListPolicy,
  before: World,
  now: World,
): ((queries: readonly PartyQuery[]) => ReadonlySet<number>) | undefined {
  const rows = rowsBetween(dataFolder, policy, before, now)
  if (rows === undefined) return undefined
  if (rows.length === 0) return () => new Set()
  return (queries) => {
    if (queries.length >= rows.length * PARTIES_FOR_A_ROW)
      return new FiledParties(queries).near(rows)
    const screener = createScreener([asSnapshot(rows, now.on)], { asOf: now.on, policy })
    return new Set(
      queries.flatMap((query, at) => (screener.screen(query).hits.length > 0 ? [at] : [])),
    )
  }
}

/** Rows in the earlier or the later words, without their own days, by which some would be left out. */
function rowsBetween(
  dataFolder: string,
  policy: ListPolicy,
  before: World,
  now: World,
): readonly ListedParty[] | undefined {
  const isAsBefore = canonicalJson(before.lists) === canonicalJson(now.lists)
  try {
    const later = rowsOf(dataFolder, policy, now)
    const old = isAsBefore ? later : rowsOf(dataFolder, policy, before)
    const turned = later.filter((row) => contains(row, before.on) !== contains(row, now.on))
    return [...turned, ...(isAsBefore ? [] : differing(old, later))].map(
      ({ from: _from, to: _to, ...row }) => row,
    )
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

function rowsOf(dataFolder: string, policy: ListPolicy, { lists }: World): readonly ListedParty[] {
  const snapshots = lists.map(({ source, digest }) => findSnapshot(dataFolder, source, digest))
  return chosenRows(snapshots, policy)
}

function differing(
  before: readonly ListedParty[],
  after: readonly ListedParty[],
): readonly ListedParty[] {
  const old = new Map(before.map((row) => [JSON.stringify(row), row]))
  const come = after.filter((row) => !old.delete(JSON.stringify(row)))
  return [...come, ...old.values()]
}

/** Rows of several lists as one snapshot, for a screener over these and no others. */
function asSnapshot(rows: readonly ListedParty[], published: LegalDate): Snapshot {
  const digest = 'sha256:' as Snapshot['digest']
  return {
    source: 'recheck',
    name: 'rows that differ',
    digest,
    fileDigest: digest,
    published,
    lists: [...new Set(rows.map(({ list }) => list))],
    parties: rows,
  }
}
