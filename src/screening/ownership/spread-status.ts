import {
  type Decimal,
  FALSE,
  TRUE,
  type Truth,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { ShareRange } from './model.ts'
import { NOTHING, type PartyGraph, unstatedShare, WHOLE } from './party-graph.ts'

/** Which parties count as listed under one rule, and what listed parties hold of each together. */
export interface Spread {
  /** Of the party itself, before any owner is looked at. */
  readonly listed: readonly TruthCode[]
  /** Listed, or owned to the threshold by parties that count. */
  readonly counts: (at: number) => TruthCode
  /** Whether parties that count hold the threshold or more of it together. */
  readonly owned: (at: number) => Truth
  readonly share: (at: number) => ShareRange
  /** In the order in which parties came to count for certain: every cause stands before its effect. */
  readonly order: readonly number[]
}

/**
 * Status runs down level by level: a party held to the threshold by parties that count, all together,
 * counts itself, and then counts fully (31 CFR ch. V, guidance of 2014-08-13; 90 FR 47201 follows it).
 * A holder below the threshold passes nothing on. Two least fixpoints, so that a circle of holdings
 * without a listed party in it gives nobody status: one over the shares that are certain, one over
 * those that are possible. Each party enters each of them once, so circles end.
 */
export function spreadStatus(
  graph: PartyGraph,
  listed: readonly TruthCode[],
  threshold: Decimal,
): Spread {
  const certain = spreadCertain(graph, listed, threshold)
  const possible = spreadPossible(graph, listed, threshold, certain)
  return {
    listed,
    order: certain.order,
    counts: (at) =>
      certain.reached[at] === true ? TRUE : possible.reached[at] === true ? UNKNOWN : FALSE,
    owned: (at) => {
      const { least, most } = shareAt(certain, possible, at)
      if (least.greaterThanOrEqualTo(threshold)) return truthOf(TRUE)
      return truthOf(most.greaterThanOrEqualTo(threshold) ? UNKNOWN : FALSE)
    },
    share: (at) => shareAt(certain, possible, at),
  }
}

function shareAt(certain: Certain, possible: Possible, at: number): ShareRange {
  const least = certain.share(at)
  const most = possible.share(at)
  return { least, most: most.lessThan(least) ? least : most }
}

interface Certain {
  readonly reached: readonly boolean[]
  readonly order: readonly number[]
  readonly share: (at: number) => Decimal
}

function spreadCertain(
  graph: PartyGraph,
  listed: readonly TruthCode[],
  threshold: Decimal,
): Certain {
  const reached = listed.map((code) => code === TRUE)
  const order = [...reached.keys()].filter((at) => reached[at])
  const sums: Decimal[] = listed.map(() => NOTHING)
  const byClaim = claimsOfTheWhole(graph)
  const raise = (owned: number, sum: Decimal): void => {
    sums[owned] = sum.greaterThan(WHOLE) ? WHOLE : sum
    if (reached[owned] === true || sum.lessThan(threshold)) return
    reached[owned] = true
    order.push(owned)
  }
  for (let next = 0; next < order.length; next += 1) {
    const owner = order[next] ?? 0
    for (const { owned, stake } of graph.held[owner] ?? []) {
      raise(owned, (sums[owned] ?? NOTHING).plus(stake.share.least))
    }
    // Whoever holds all of a party at the end of a chain holds all of each link of it. A smaller
    // indirect share may run through holders that pass nothing on, so it is not certain to count.
    for (const owned of byClaim.get(owner) ?? []) raise(owned, WHOLE)
  }
  return { reached, order, share: (at) => sums[at] ?? NOTHING }
}

function claimsOfTheWhole(graph: PartyGraph): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const { owner, owned, stake } of graph.claims.flat()) {
    if (stake.share.least.lessThan(WHOLE)) continue
    const before = found.get(owner)
    if (before === undefined) found.set(owner, [owned])
    else before.push(owned)
  }
  return found
}

interface Possible {
  readonly reached: readonly boolean[]
  readonly share: (at: number) => Decimal
}

function spreadPossible(
  graph: PartyGraph,
  listed: readonly TruthCode[],
  threshold: Decimal,
  certain: Certain,
): Possible {
  const room = graph.parties.map((_, at) => new Room(graph, at))
  const reached = listed.map((code) => code !== FALSE)
  const queue = [...reached.keys()].filter((at) => reached[at])
  const look = (at: number): void => {
    if (reached[at] === true || (room[at]?.most() ?? NOTHING).lessThan(threshold)) return
    reached[at] = true
    queue.push(at)
  }
  const claimed = claimedBy(graph)
  for (const at of graph.parties.keys()) look(at)
  // What is certain is possible too, also where the shares stated contradict each other.
  for (const at of certain.order) {
    if (reached[at] === true) continue
    reached[at] = true
    queue.push(at)
  }
  for (let next = 0; next < queue.length; next += 1) {
    const owner = queue[next] ?? 0
    for (const { owned, stake } of graph.held[owner] ?? []) {
      room[owned]?.open(stake.share)
      look(owned)
    }
    for (const owned of claimed.get(owner) ?? []) {
      room[owned]?.doubt()
      look(owned)
    }
  }
  return { reached, share: (at) => room[at]?.most() ?? NOTHING }
}

function claimedBy(graph: PartyGraph): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const { owner, owned } of graph.claims.flat()) {
    const before = found.get(owner)
    if (before === undefined) found.set(owner, [owned])
    else before.push(owned)
  }
  return found
}

/** How much of one party could be held by parties that count. */
class Room {
  /** Surely held by holders that do not count. */
  #clean = NOTHING
  /** At most held by holders that may count. */
  #open = NOTHING
  #unstated: Decimal
  readonly #whole: Decimal
  readonly #isOverStated: boolean
  #hasOpenHolder = false

  constructor(graph: PartyGraph, at: number) {
    for (const { stake } of graph.holders[at] ?? [])
      this.#clean = this.#clean.plus(stake.share.least)
    this.#isOverStated = this.#clean.greaterThan(WHOLE)
    this.#whole = unstatedShare(graph, at)
    this.#unstated = graph.parties[at]?.othersUnlisted === true ? NOTHING : this.#whole
    // Shares that a party holds in itself are counted by no source alike; they stay open.
    if (graph.ownShares.has(at)) this.#unstated = this.#whole
  }

  open({ least, most }: ShareRange): void {
    this.#clean = this.#clean.minus(least)
    this.#open = this.#open.plus(most)
    this.#hasOpenHolder = true
  }

  /** An indirect holder that may count speaks against "the others are not listed". */
  doubt(): void {
    this.#unstated = this.#whole
  }

  most(): Decimal {
    // Stated shares of more than the whole contradict each other: none of them excludes anything.
    if (this.#isOverStated && this.#hasOpenHolder) return WHOLE
    const byHolders = this.#open.plus(this.#unstated)
    const left = this.#clean.greaterThan(WHOLE) ? NOTHING : WHOLE.minus(this.#clean)
    return byHolders.lessThan(left) ? byHolders : left
  }
}
