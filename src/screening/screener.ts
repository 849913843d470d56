import { contains, type LegalDate, type Truth } from '../kernel/index.ts'
import { addressHits } from './address-entries.ts'
import {
  bestNames,
  type ComparedParty,
  comparedQuery,
  matchNames,
  namesOf,
  overallOdds,
} from './compare-parties.ts'
import { plainNumber, weighEvidence } from './evidence.ts'
import { explain } from './explain.ts'
import type { MatchedNames } from './matched-names.ts'
import type {
  Hit,
  ListedParty,
  PartyQuery,
  Screener,
  ScreeningResult,
  Snapshot,
  SnapshotReference,
} from './model.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import { ageInDays, type ListPolicy } from './policy.ts'
import { demandInWords } from './row-demand.ts'
import { likelihood, MATCH_FROM } from './threshold.ts'

export interface ScreenerOptions {
  readonly asOf: LegalDate
  /** Freshness is judged on this day; default `asOf`. */
  readonly knownAt?: LegalDate
  readonly policy: ListPolicy
}

/** A list that should have been screened and was not, or only in a copy that is too old. */
export interface ListGap {
  readonly list: string
  readonly state: 'not-screened' | 'stale'
  readonly because: string
}

export interface ListScreener extends Screener {
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
    snapshot.parties
      .filter((party) => chosen.get(party.list)?.snapshot === snapshot && contains(party, asOf))
      .map((party) => ({ party, snapshot })),
  )
  const search = new PartySearch(rows)
  const gaps = (jurisdictions: readonly string[] = policy.always): readonly ListGap[] =>
    policy.lists
      .filter(({ jurisdiction, required }) => required && jurisdictions.includes(jurisdiction))
      .flatMap(({ id, title }) => gapOf(id, title, chosen.get(id), knownAt))
  return {
    lists: referencesOf(snapshots, chosen),
    gaps,
    covers: (list): Truth => (chosen.get(list)?.isStale === false ? 'true' : 'false'),
    screen: (query, jurisdictions) => resultOf(search.hits(query), gaps(jurisdictions), snapshots),
  }
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

interface Row {
  readonly party: ListedParty
  readonly snapshot: Snapshot
}

/** Rows by name, by number and by address. */
class PartySearch {
  readonly #rows: readonly Row[]
  readonly #index: NameIndex
  readonly #byNumber = new Map<string, number[]>()

  constructor(rows: readonly Row[]) {
    this.#rows = rows
    this.#index = indexNames(rows.map(({ party }) => party))
    rows.forEach(({ party }, index) => {
      for (const [kind, values] of Object.entries(party.identifiers)) {
        for (const value of values) {
          const key = numberKey(kind, value)
          this.#byNumber.set(key, [...(this.#byNumber.get(key) ?? []), index])
        }
      }
    })
  }

  hits(query: PartyQuery): readonly Hit[] {
    const asked = comparedQuery(query)
    const found = new Map<number, MatchedNames | undefined>()
    for (const name of namesOf(asked)) {
      for (const at of this.#index.candidates(name)) {
        const listed = this.#index.names[at]
        if (listed === undefined) continue
        const { party } = listed
        const isPerson = isPersonPair(asked, this.#rows[party]?.party)
        const match = matchNames(name, listed, isPerson)
        const before = found.get(party)
        if (before === undefined || match.logOdds > before.logOdds) found.set(party, match)
      }
    }
    for (const [kind, value] of Object.entries(query.identifiers ?? {})) {
      for (const index of this.#byNumber.get(numberKey(kind, value)) ?? []) {
        if (!found.has(index)) found.set(index, this.#anyNames(asked, index))
      }
    }
    const hits = [...found].flatMap(([index, names]) => this.#hit(asked, index, names))
    return [...hits, ...addressHits(query, this.#rows)].toSorted(byProbability)
  }

  #anyNames(asked: ComparedParty, index: number): MatchedNames | undefined {
    const party = this.#rows[index]?.party
    if (party === undefined) return undefined
    return bestNames(namesOf(asked), namesOf(party), isPersonPair(asked, party))
  }

  #hit(asked: ComparedParty, index: number, names: MatchedNames | undefined): readonly Hit[] {
    const row = this.#rows[index]
    if (row === undefined || names === undefined) return []
    const indications = weighEvidence(asked, row.party)
    const probability = likelihood(overallOdds(names, indications))
    if (probability < MATCH_FROM) return []
    return [
      {
        party: row.party,
        snapshot: row.snapshot.digest,
        probability,
        nameScore: likelihood(names.logOdds),
        matchedName: names.listed.printed,
        because: [...explain(names, indications), ...demandInWords(row.party)],
      },
    ]
  }
}

function isPersonPair(asked: ComparedParty, listed: ListedParty | undefined): boolean {
  return asked.schema === 'Person' || listed?.schema === 'Person'
}

function numberKey(kind: string, value: string): string {
  return `${kind} ${plainNumber(value)}`
}

function byProbability(a: Hit, b: Hit): number {
  if (a.probability !== b.probability) return b.probability - a.probability
  if (a.nameScore !== b.nameScore) return b.nameScore - a.nameScore
  const [left, right] = [orderOf(a.party), orderOf(b.party)]
  return left < right ? -1 : left > right ? 1 : 0
}

function orderOf(party: ListedParty): string {
  return `${party.list} ${party.name} ${party.id}`
}
