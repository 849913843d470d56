import { contains, type LegalDate, type Truth } from '../kernel/index.ts'
import { INDEX_FORMAT } from './index-file.ts'
import { ListedAddresses } from './listed-addresses.ts'
import type {
  Hit,
  PartyQuery,
  Screener,
  ScreeningResult,
  Snapshot,
  SnapshotReference,
} from './model.ts'
import { buildIndex, type NameIndex } from './name-index.ts'
import { PartySearch } from './party-search.ts'
import { ageInDays, type ListPolicy } from './policy.ts'

export interface ScreenerOptions {
  readonly asOf: LegalDate
  /** Freshness is judged on this day; default `asOf`. */
  readonly knownAt?: LegalDate
  readonly policy: ListPolicy
  /** Made earlier by {@link indexSnapshots} of the same snapshots in the same order; else it is made now. */
  readonly index?: NameIndex
}

/** A list that should have been screened and was not, or only in a copy that is too old. */
export interface ListGap {
  readonly list: string
  readonly state: 'not-screened' | 'stale'
  readonly because: string
}

export interface ListScreener extends Screener {
  /** What names are searched in, and what it was made of: threads share it. */
  readonly names: { readonly key: string; readonly index: NameIndex }
  /** Required lists of the jurisdictions (default: those of `policy.always`) that are missing or stale. */
  gaps(jurisdictions?: readonly string[]): readonly ListGap[]
  screen(query: PartyQuery, jurisdictions?: readonly string[]): ScreeningResult
}

/** Of the snapshots that hold a list, the one it is taken from. */
interface ChosenList {
  readonly snapshot: Snapshot
  readonly isStale: boolean
  readonly ageDays: number
  readonly maxAgeDays: number
}

/**
 * Screens against the snapshots given, each list taken from the newest that holds it; rows not in
 * force on `asOf` by their own days are left out.
 */
export function createScreener(
  snapshots: readonly Snapshot[],
  options: ScreenerOptions,
): ListScreener {
  const { asOf, knownAt = asOf, policy } = options
  const chosen = chooseLists(snapshots, knownAt, policy)
  const rows = snapshots.flatMap((snapshot) =>
    snapshot.parties.map((party) => {
      const isActive = chosen.get(party.list)?.snapshot === snapshot && contains(party, asOf)
      return { party, snapshot, isActive }
    }),
  )
  const index = options.index ?? indexSnapshots(snapshots)
  const search = new PartySearch(rows, index)
  const watched = new Set(policy.lists.flatMap(({ id, addresses }) => (addresses ? [id] : [])))
  const addresses = new ListedAddresses(() =>
    rows.flatMap(({ party, isActive }) => (isActive && watched.has(party.list) ? [party] : [])),
  )
  const gaps = (jurisdictions: readonly string[] = policy.always): readonly ListGap[] =>
    policy.lists
      .filter(({ jurisdiction, required }) => required && jurisdictions.includes(jurisdiction))
      .flatMap(({ id, title }) => gapOf(id, title, chosen.get(id), knownAt))
  return {
    lists: referencesOf(snapshots, chosen),
    names: { key: indexKey(snapshots), index },
    gaps,
    covers: (list): Truth => (chosen.get(list)?.isStale === false ? 'true' : 'false'),
    screen: (query, jurisdictions) => {
      const hits = search.hits(query)
      const found = new Set(hits.map(({ party }) => party))
      const neighbours = addresses.at(query).filter(({ party }) => !found.has(party))
      const result = resultOf(hits, gaps(jurisdictions), snapshots)
      return neighbours.length === 0 ? result : { ...result, neighbours }
    },
  }
}

/** The names of all parties of the snapshots as they are searched. */
export function indexSnapshots(snapshots: readonly Snapshot[]): NameIndex {
  return buildIndex(snapshots.flatMap(({ parties }) => parties))
}

/** What an index of these snapshots is kept under: it is only good for them, and for this engine. */
export function indexKey(snapshots: readonly Snapshot[]): string {
  return [INDEX_FORMAT, ...snapshots.map(({ digest }) => digest)].join(' ')
}

function chooseLists(
  snapshots: readonly Snapshot[],
  knownAt: LegalDate,
  policy: ListPolicy,
): ReadonlyMap<string, ChosenList> {
  const order = (snapshot: Snapshot): number =>
    policy.sources.findIndex(({ source }) => source === snapshot.source)
  const byPreference = snapshots.toSorted(
    (a, b) =>
      (a.published < b.published ? 1 : a.published > b.published ? -1 : 0) || order(a) - order(b),
  )
  const chosen = new Map<string, ChosenList>()
  for (const snapshot of byPreference) {
    const maxAgeDays =
      policy.sources.find(({ source }) => source === snapshot.source)?.maxAgeDays ?? -1
    const ageDays = ageInDays(snapshot.published, knownAt)
    for (const list of snapshot.lists) {
      if (chosen.has(list)) continue
      chosen.set(list, { snapshot, isStale: ageDays > maxAgeDays, ageDays, maxAgeDays })
    }
  }
  return chosen
}

function gapOf(
  list: string,
  title: string,
  chosen: ChosenList | undefined,
  knownAt: LegalDate,
): readonly ListGap[] {
  if (chosen === undefined) {
    const because = `${title} (${list}): no copy published by then has been imported.`
    return [{ list, state: 'not-screened', because }]
  }
  if (!chosen.isStale) return []
  const { snapshot, ageDays, maxAgeDays } = chosen
  const because = `${title} (${list}): ${snapshot.name} is ${ageDays} days old on ${knownAt}, more than ${maxAgeDays}.`
  return [{ list, state: 'stale', because }]
}

function referencesOf(
  snapshots: readonly Snapshot[],
  chosen: ReadonlyMap<string, ChosenList>,
): readonly SnapshotReference[] {
  const used = new Set([...chosen.values()].map(({ snapshot }) => snapshot))
  return snapshots
    .filter((snapshot) => used.has(snapshot))
    .map(({ source, name, digest, published }) => ({
      source,
      snapshot: name,
      digest,
      date: published,
    }))
    .toSorted((a, b) => (a.source + a.digest < b.source + b.digest ? -1 : 1))
}

/** A hit stands whatever the age of the list; without one, what was not screened is not clear. */
function resultOf(
  hits: readonly Hit[],
  gaps: readonly ListGap[],
  snapshots: readonly Snapshot[],
): ScreeningResult {
  const unread = snapshots.flatMap(({ name, unread: rows }) =>
    rows === undefined ? [] : [`${name} was imported without ${rows} rows that could not be read.`],
  )
  const because = [...gaps.map((gap) => gap.because), ...unread]
  if (hits.length > 0) return { state: 'hit', hits, because }
  const isMissing = gaps.some(({ state }) => state === 'not-screened')
  const state = isMissing ? 'not-screened' : gaps.length > 0 ? 'stale' : 'clear'
  return { state, hits, because }
}
