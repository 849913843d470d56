import { FALSE, TRUE } from '../../kernel/index.ts'
import type { PathStep, RedFlag } from './model.ts'
import { NOTHING, type PartyGraph, WHOLE } from './party-graph.ts'
import type { Spread } from './spread-status.ts'
import { byShare, stepOf } from './trace.ts'

/** From listed parties down through holders that pass nothing on: the shortest way to each party. */
export type Chains = ReadonlyMap<number, readonly PathStep[]>

const LONGEST_CHAIN = 6

export function minorityChains(graph: PartyGraph, spread: Spread): Chains {
  const chains = new Map<number, readonly PathStep[]>()
  let ends: readonly number[] = spread.order
  for (let length = 1; length <= LONGEST_CHAIN && ends.length > 0; length += 1) {
    const next: number[] = []
    for (const end of ends) {
      for (const edge of [...(graph.held[end] ?? [])].toSorted(byShare)) {
        const isNew = spread.counts(edge.owned) !== TRUE && !chains.has(edge.owned)
        if (!isNew || edge.stake.share.most.isZero()) continue
        chains.set(edge.owned, [...(chains.get(end) ?? []), stepOf(graph, edge)])
        next.push(edge.owned)
      }
    }
    ends = next.toSorted((a, b) => (idOf(graph, a) < idOf(graph, b) ? -1 : 1))
  }
  return chains
}

function idOf(graph: PartyGraph, at: number): string {
  return graph.parties[at]?.id ?? ''
}

/** What speaks for a second look though no rule counts it. */
export function redFlags(
  graph: PartyGraph,
  spread: Spread,
  chains: Chains,
  at: number,
): readonly RedFlag[] {
  return [
    ...minority(graph, spread, at),
    ...indirectMinority(chains.get(at)),
    ...claimed(graph, spread, at),
    ...controlled(graph, spread, at),
  ]
}

function minority(graph: PartyGraph, spread: Spread, at: number): readonly RedFlag[] {
  if (spread.owned(at) === 'true') return []
  return [...(graph.holders[at] ?? [])]
    .filter(({ owner, stake }) => spread.counts(owner) === TRUE && !stake.share.most.isZero())
    .toSorted(byShare)
    .map((edge) => ({
      kind: 'minority',
      owner: edge.stake.owner,
      share: edge.stake.share,
      path: [stepOf(graph, edge)],
      what: 'A listed party, or one owned by listed parties, holds shares below the threshold.',
    }))
}

function indirectMinority(chain: readonly PathStep[] | undefined): readonly RedFlag[] {
  const top = chain?.[0]
  if (chain === undefined || top === undefined || chain.length < 2) return []
  const share = chain.reduce(
    ({ least, most }, step) => ({
      least: least.times(step.share.least),
      most: most.times(step.share.most),
    }),
    { least: WHOLE, most: WHOLE },
  )
  const what = 'A listed party holds shares through parties in which it stays below the threshold.'
  return [{ kind: 'indirect-minority', owner: top.owner, share, path: chain, what }]
}

function claimed(graph: PartyGraph, spread: Spread, at: number): readonly RedFlag[] {
  if (spread.owned(at) === 'true') return []
  return [...(graph.claims[at] ?? [])]
    .filter(({ owner }) => spread.counts(owner) === TRUE)
    .toSorted(byShare)
    .map(({ stake }) => ({
      kind: 'indirect-claim',
      owner: stake.owner,
      share: stake.share,
      what: 'A source states an indirect holding, or does not say that it is direct; it counts where the links between are stated.',
    }))
}

function controlled(graph: PartyGraph, spread: Spread, at: number): readonly RedFlag[] {
  return [...(graph.controls[at] ?? [])]
    .filter(({ owner }) => spread.counts(owner) !== FALSE)
    .toSorted(byShare)
    .map(({ owner, stake }) => ({
      kind: 'control',
      owner: stake.owner,
      share: stake.share,
      isListed: spread.counts(owner) === TRUE,
      what: `${spread.counts(owner) === TRUE ? 'A listed party' : 'A party that may be listed'} has control without ownership (${stake.what ?? 'not said which'}); no rule counts it.`,
    }))
}

/** Of the statements themselves, whoever the holders are. */
export function oddStatements(graph: PartyGraph, at: number): readonly RedFlag[] {
  let stated = NOTHING
  for (const { stake } of graph.holders[at] ?? []) stated = stated.plus(stake.share.least)
  const flags: RedFlag[] = []
  if (stated.greaterThan(WHOLE)) {
    flags.push({
      kind: 'over-stated',
      share: { least: stated, most: stated },
      what: 'The shares stated exceed the whole; none of them excludes another.',
    })
  }
  if (graph.ownShares.has(at)) {
    flags.push({
      kind: 'own-shares',
      what: 'It holds shares in itself; they are counted with what nobody stated.',
    })
  }
  return flags
}
