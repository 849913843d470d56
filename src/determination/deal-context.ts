import type { LegalDate } from '../kernel/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import type { Hold, Seat, SeenNexus } from './holds.ts'
import type { ItemLook } from './item-look.ts'
import type { ItemView } from './item-view.ts'
import { mayHold } from './nexus.ts'
import type { PartyScreener } from './parties.ts'

/** One transaction with the days and ways in which it is asked about. */
export interface DealContext {
  readonly arranged: ArrangedTransaction
  /** Of each item, in their order. */
  readonly looks: readonly ItemLook[]
  readonly holds: readonly Hold[]
  readonly asOf: LegalDate
  readonly knownAt: LegalDate
  /** Circumstances that nobody states are read as not given. */
  readonly closed: boolean
  /** Beside an entry surely met, entries not decided are left out. */
  readonly metAlone: boolean
  readonly explain: boolean
  /** Stands for the id of an item in what is worded for all alike. */
  readonly mark: string
  readonly screener: PartyScreener | undefined
}

/** Every deal is made here: what is always of one shape is read faster. */
export function dealContext(deal: DealContext): DealContext {
  const { arranged, looks, holds, asOf, knownAt, closed, metAlone, explain, mark, screener } = deal
  return { arranged, looks, holds, asOf, knownAt, closed, metAlone, explain, mark, screener }
}

/** One item of a deal, and one jurisdiction that may hold it. */
export interface HeldItem {
  readonly seat: Seat
  readonly item: ArrangedItem
  /** Its place among the items. */
  readonly at: number
  readonly look: ItemLook
  readonly seen: ItemView
  readonly nexus: SeenNexus
}

/** Items that a jurisdiction may hold, before their content and production are read. */
export function heldItems(
  { arranged, looks }: DealContext,
  { seat, nexus }: Hold,
  items: readonly ItemView[],
): readonly HeldItem[] {
  const held: HeldItem[] = []
  for (const [at, item] of arranged.items.entries()) {
    const seen = items[at]
    const how = nexus[at]
    const look = looks[at]
    if (seen === undefined || how === undefined || look === undefined) continue
    if (mayHold(how.nexus)) held.push({ seat, item, at, look, seen, nexus: how })
  }
  return held
}
