import {
  contains,
  type Decimal,
  decimal,
  fail,
  type LegalDate,
  ok,
  type Problem,
  type Result,
} from '../../kernel/index.ts'
import type { GraphParty, ShareRange, Stake } from './model.ts'

export const MAX_PARTIES = 200_000
export const MAX_STAKES = 500_000

export const NOTHING = decimal(0)
export const WHOLE = decimal(1)
export const UNKNOWN_SHARE: ShareRange = { least: NOTHING, most: WHOLE }

/** A stake between parties by their place in the graph. */
export interface Edge {
  readonly owner: number
  readonly owned: number
  readonly stake: Stake
}

/** Parties and the stakes of one day. */
export interface PartyGraph {
  readonly parties: readonly GraphParty[]
  /** Direct ownership, self-held shares left out, by owner and by owned. */
  readonly held: readonly (readonly Edge[])[]
  readonly holders: readonly (readonly Edge[])[]
  /** Ownership said to be indirect, or not said to be direct; by owned. */
  readonly claims: readonly (readonly Edge[])[]
  /** Votes, boards, contracts; by owned. */
  readonly controls: readonly (readonly Edge[])[]
  /** Parties that hold shares in themselves. */
  readonly ownShares: ReadonlySet<number>
  indexOf(id: string): number | undefined
}

/** The graph of a day: stakes of other days are left out. Order of parties and stakes means nothing. */
export function createPartyGraph(
  parties: readonly GraphParty[],
  stakes: readonly Stake[],
  asOf: LegalDate,
): Result<PartyGraph> {
  if (parties.length > MAX_PARTIES || stakes.length > MAX_STAKES) return fail(tooLarge())
  const places = new Map<string, number>()
  const problems: Problem[] = []
  parties.forEach(({ id }, at) => {
    if (places.has(id)) problems.push(twice(id))
    places.set(id, at)
  })
  const graph = emptyGraph(parties, places)
  stakes.forEach((stake, at) => {
    const problem = addStake(graph, stake, places, asOf)
    if (problem !== undefined) problems.push({ ...problem, where: { path: `stakes[${at}]` } })
  })
  return problems.length > 0 ? fail(...problems.slice(0, 20)) : ok(graph)
}

interface GraphInMaking extends PartyGraph {
  readonly held: Edge[][]
  readonly holders: Edge[][]
  readonly claims: Edge[][]
  readonly controls: Edge[][]
  readonly ownShares: Set<number>
}

function emptyGraph(
  parties: readonly GraphParty[],
  places: ReadonlyMap<string, number>,
): GraphInMaking {
  const lists = (): Edge[][] => parties.map(() => [])
  return {
    parties,
    held: lists(),
    holders: lists(),
    claims: lists(),
    controls: lists(),
    ownShares: new Set(),
    indexOf: (id) => places.get(id),
  }
}

function addStake(
  graph: GraphInMaking,
  stake: Stake,
  places: ReadonlyMap<string, number>,
  asOf: LegalDate,
): Problem | undefined {
  const [owner, owned] = [places.get(stake.owner), places.get(stake.owned)]
  if (owner === undefined || owned === undefined) {
    return unknownParty(owner === undefined ? stake.owner : stake.owned)
  }
  if (!isShare(stake.share)) return noShare(stake)
  if (graph.parties[owned]?.kind !== 'entity') return notOwnable(stake.owned)
  if (!contains(stake, asOf)) return undefined
  const edge = { owner, owned, stake }
  if (stake.interest === 'control') graph.controls[owned]?.push(edge)
  else if (owner === owned) graph.ownShares.add(owned)
  else if (stake.directness !== 'direct') graph.claims[owned]?.push(edge)
  else {
    graph.held[owner]?.push(edge)
    graph.holders[owned]?.push(edge)
  }
  return undefined
}

function isShare({ least, most }: ShareRange): boolean {
  return !least.isNegative() && least.lessThanOrEqualTo(most) && most.lessThanOrEqualTo(WHOLE)
}

/** Share of an entity that none of the stated direct stakes accounts for. */
export function unstatedShare(graph: PartyGraph, at: number): Decimal {
  if (graph.parties[at]?.kind !== 'entity') return NOTHING
  let stated = NOTHING
  for (const { stake } of graph.holders[at] ?? []) stated = stated.plus(stake.share.least)
  return stated.greaterThanOrEqualTo(WHOLE) ? NOTHING : WHOLE.minus(stated)
}

function tooLarge(): Problem {
  return {
    code: 'ownership.too-large',
    detail: `The graph has more than ${MAX_PARTIES} parties or ${MAX_STAKES} stakes.`,
    remedy: 'Cut out the part around the party you ask about.',
  }
}

function twice(id: string): Problem {
  return {
    code: 'ownership.party-twice',
    detail: `Two parties have the id ${JSON.stringify(id.slice(0, 80))}.`,
    remedy: 'Give each party an id of its own.',
  }
}

function unknownParty(id: string): Problem {
  return {
    code: 'ownership.unknown-party',
    detail: `There is no party ${JSON.stringify(id.slice(0, 80))} in the graph.`,
    remedy: 'Add it to the parties, or correct the id.',
  }
}

function noShare({ owner, owned }: Stake): Problem {
  return {
    code: 'ownership.no-share',
    detail: `The share of ${JSON.stringify(owner.slice(0, 80))} in ${JSON.stringify(owned.slice(0, 80))} does not lie between 0 and 1, or its least exceeds its most.`,
    remedy: 'Write a fraction of 1, as 0.25, or a percentage, as 25 %.',
  }
}

function notOwnable(id: string): Problem {
  return {
    code: 'ownership.not-ownable',
    detail: `${JSON.stringify(id.slice(0, 80))} is a person or a state, and nobody owns shares in it.`,
    remedy: 'Make it an entity, or turn owner and owned around.',
  }
}
