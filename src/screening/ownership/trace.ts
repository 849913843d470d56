import { FALSE, TRUE } from '../../kernel/index.ts'
import type { Listing, MissingFact, OwnershipPath, PathStep } from './model.ts'
import { type Edge, type PartyGraph, unstatedShare } from './party-graph.ts'
import { type OwnershipRule, screenedLists } from './rules.ts'
import type { Spread } from './spread-status.ts'

/** Most of a list that a person would read; what is left out is counted. */
export const MOST_SHOWN = 20
/** Steps of a search upwards; a bound on time in graphs where everybody holds everybody. */
const MOST_VISITED = 10_000

/** Links of a path told; beyond, it begins at the holder that stands so far above. */
const LONGEST_PATH = 1000

export interface Paths {
  readonly paths: readonly OwnershipPath[]
  /** How many were left out. */
  readonly more: number
}

/**
 * One path for each holder that counts for certain, from a listed party down. Above the holder the
 * path follows who made it count first, so that it cannot run in a circle.
 */
export function pathsTo(
  graph: PartyGraph,
  spread: Spread,
  places: ReadonlyMap<number, number>,
  at: number,
): Paths {
  const edges = [...(graph.holders[at] ?? []), ...(graph.claims[at] ?? [])]
    .filter(({ owner }) => spread.counts(owner) === TRUE)
    .toSorted(byShare)
  const paths = edges
    .slice(0, MOST_SHOWN)
    .map((edge) => [...pathAbove(graph, spread, places, edge.owner), stepOf(graph, edge)])
  return { paths, more: edges.length - paths.length }
}

/** Rank of each party in the order in which it came to count. */
export function placesOf({ order }: Spread): ReadonlyMap<number, number> {
  return new Map(order.map((at, place) => [at, place]))
}

function pathAbove(
  graph: PartyGraph,
  spread: Spread,
  places: ReadonlyMap<number, number>,
  from: number,
): OwnershipPath {
  const steps: PathStep[] = []
  let at = from
  while (spread.listed[at] !== TRUE && steps.length < LONGEST_PATH) {
    const first = firstCause(graph, places, at)
    if (first === undefined) break
    steps.push(stepOf(graph, first))
    at = first.owner
  }
  return steps.toReversed()
}

/** The largest holder that counted before. */
function firstCause(
  graph: PartyGraph,
  places: ReadonlyMap<number, number>,
  at: number,
): Edge | undefined {
  const own = places.get(at) ?? 0
  return [...(graph.holders[at] ?? []), ...(graph.claims[at] ?? [])]
    .filter(({ owner }) => (places.get(owner) ?? Number.POSITIVE_INFINITY) < own)
    .toSorted(byShare)[0]
}

export function stepOf(graph: PartyGraph, { owner, owned, stake }: Edge): PathStep {
  return {
    owner: graph.parties[owner]?.id ?? '',
    owned: graph.parties[owned]?.id ?? '',
    share: stake.share,
    directness: stake.directness,
  }
}

/** The largest first; among equal ones by the id of the holder, so that the order of a file is nothing. */
export function byShare(a: Edge, b: Edge): number {
  const difference = b.stake.share.least.comparedTo(a.stake.share.least)
  if (difference !== 0) return difference
  return a.stake.owner < b.stake.owner ? -1 : a.stake.owner > b.stake.owner ? 1 : 0
}

/** Listed parties at the top of the holders that count, in no order of their own. */
export function listedAbove(graph: PartyGraph, spread: Spread, at: number): readonly number[] {
  const seen = new Set([at])
  const queue = [at]
  const found: number[] = []
  for (let next = 0; next < queue.length && next < MOST_VISITED; next += 1) {
    const here = queue[next] ?? at
    for (const { owner } of [...(graph.holders[here] ?? []), ...(graph.claims[here] ?? [])]) {
      if (seen.has(owner) || spread.counts(owner) !== TRUE) continue
      seen.add(owner)
      if (spread.listed[owner] === TRUE) found.push(owner)
      queue.push(owner)
    }
  }
  return found
}

/** Facts not stated on which the status of a party hangs, its own first, then those of its holders. */
export function missingFor(
  graph: PartyGraph,
  spread: Spread,
  listings: readonly Listing[],
  rule: OwnershipRule,
  at: number,
): readonly MissingFact[] {
  const seen = new Set([at])
  const queue = [at]
  const found: MissingFact[] = []
  for (let next = 0; next < queue.length && next < MOST_VISITED; next += 1) {
    const here = queue[next] ?? at
    found.push(...missingOwners(graph, here))
    for (const edge of [...(graph.holders[here] ?? [])].toSorted(byShare)) {
      const counts = spread.counts(edge.owner)
      const { least, most } = edge.stake.share
      if (counts !== FALSE && least.lessThan(most))
        found.push({ kind: 'share', owner: edge.stake.owner, owned: edge.stake.owned })
      if (counts === FALSE || counts === TRUE || seen.has(edge.owner)) continue
      seen.add(edge.owner)
      found.push(...missingScreening(graph, listings, rule, edge.owner))
      queue.push(edge.owner)
    }
  }
  return found
}

function missingOwners(graph: PartyGraph, at: number): readonly MissingFact[] {
  const party = graph.parties[at]
  const unstated = unstatedShare(graph, at)
  if (party === undefined || party.othersUnlisted === true || unstated.isZero()) return []
  return [{ kind: 'owners', owned: party.id, unstated }]
}

function missingScreening(
  graph: PartyGraph,
  listings: readonly Listing[],
  rule: OwnershipRule,
  at: number,
): readonly MissingFact[] {
  const listing = listings[at]
  const open = [
    ...screenedLists(rule).filter((list) => listing?.open.has(list)),
    ...(rule.mayHold.some((list) => listing?.holds.has(list)) ? rule.lists : []),
  ]
  const party = graph.parties[at]?.id
  if (open.length === 0 || party === undefined) return []
  return [{ kind: 'screening', party, lists: [...new Set(open)] }]
}
