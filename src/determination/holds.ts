import type { LegalDate } from '../kernel/index.ts'
import { type Jurisdiction, officialTexts, type Rulebook } from '../rulebook/index.ts'
import { actsOn } from './acts.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { type CompiledGap, compileGaps } from './gaps.ts'
import { type Identities, Names } from './identity.ts'
import type { ItemLook } from './item-look.ts'
import { gapsOf, type Movements, movementsOf } from './jurisdiction/movements.ts'
import { createReach, type Reach } from './jurisdiction/reach.ts'
import { reachCriteria, reachTablesOf } from './jurisdiction/reach-tables.ts'
import { Memo } from './memo.ts'
import { brokersOf, homeOf, type ItemNexus, mayHold, nexusOfItem, supplierAt } from './nexus.ts'
import { sightOfNexus } from './sight.ts'
import { type NexusTable, nexusTableOf } from './tables.ts'
import type { Transaction } from './transaction.ts'
import type { CircumstanceLanguage, Comparison } from './vocabulary.ts'

/** A jurisdiction that may hold a deal, with its hold on each item, in the order of the items. */
export interface Hold {
  readonly seat: Seat
  readonly nexus: readonly SeenNexus[]
}

export interface Seat {
  readonly jurisdiction: Jurisdiction
  readonly table: NexusTable
  readonly gaps: readonly CompiledGap[]
  readonly reach: Reach
  readonly movements: Movements
  /** By which it reaches what was made abroad. */
  readonly reachTables: readonly object[]
  /** All that its gaps compare, and the tables by which it reaches what was made abroad. */
  readonly comparisons: {
    readonly ofGaps: readonly Comparison[]
    readonly ofReach: readonly Comparison[]
  }
}

/** How an item is held by where it is, where it comes from and who acts. */
export interface SeenNexus {
  readonly nexus: ItemNexus
  /** Stands for all that can be seen of it. */
  readonly sight: number
}

/** Kept at once: ways in which an item is held by all seats. */
const KEPT = 4096

/** Finds who has a hold on a deal, before its items are classified. */
export class HoldFinder {
  readonly #seats: readonly Seat[]
  readonly #identities: Identities
  readonly #sights = new Names(KEPT)
  readonly #known = new Memo<HeldEverywhere>(KEPT)

  constructor(rulebook: Rulebook, language: CircumstanceLanguage, identities: Identities) {
    this.#identities = identities
    this.#seats = [...rulebook.jurisdictions.values()]
      .filter(({ binding }) => binding)
      .map((jurisdiction) => {
        const table = nexusTableOf(rulebook, jurisdiction.code)
        const movements = movementsOf(rulebook, jurisdiction.code)
        const text = officialTexts(rulebook).find(({ code }) => code === jurisdiction.code)
        const readAt = text === undefined ? undefined : `${text.what}: ${text.url}`
        const gaps = [...table.gaps, ...gapsOf(movements, readAt)]
        return {
          jurisdiction,
          table,
          gaps: compileGaps(gaps, language),
          movements,
          reachTables: reachTablesOf(rulebook, jurisdiction.code),
          reach: createReach(rulebook, jurisdiction, language),
          comparisons: {
            ofGaps: language.comparisonsOf(gaps.map(({ when }) => when)),
            ofReach: language.comparisonsOf(reachCriteria(rulebook, jurisdiction.code)),
          },
        }
      })
  }

  /** The jurisdictions that may hold an item, each with how it holds every one. */
  holdsOn(
    arranged: ArrangedTransaction,
    looks: readonly ItemLook[],
    day: LegalDate,
  ): readonly Hold[] {
    const { kind, route, persons } = arranged.transaction
    const brokers = brokersOf(arranged.transaction)
    const ofParts = this.#identities.ofAll([day, kind, route, persons, ...brokers])
    const ofDeal =
      ofParts === undefined ? undefined : `${ofParts} ${this.#suppliers(arranged.transaction)}`
    const items = arranged.items.map((item, at) =>
      this.#ofItem(item, looks[at], ofDeal, arranged, day),
    )
    const [only] = items
    if (only !== undefined && items.length === 1) return only.alone
    return this.#holdsOf(items.map(({ seats }) => seats))
  }

  /** From which home country of each seat a country with measures is supplied, of all that the parties tell for that. */
  #suppliers(transaction: Transaction): string {
    let found = ''
    for (const { table, jurisdiction } of this.#seats) {
      for (const rule of table.nexus) {
        if (rule.kind !== 'supplier') continue
        found += `${supplierAt(transaction, rule, homeOf(jurisdiction)) ?? ''};`
      }
    }
    return found
  }

  /** @param items each under every seat */
  #holdsOf(items: readonly (readonly SeenNexus[])[]): readonly Hold[] {
    const holds: Hold[] = []
    for (const [at, seat] of this.#seats.entries()) {
      const nexus = items.flatMap((seats) => seats[at] ?? [])
      if (nexus.some((one) => mayHold(one.nexus))) holds.push({ seat, nexus })
    }
    return holds
  }

  /** Under every seat: looked up where an item of the like was sent the same way before. */
  #ofItem(
    { id, item }: ArrangedItem,
    look: ItemLook | undefined,
    ofDeal: string | undefined,
    { transaction }: ArrangedTransaction,
    day: LegalDate,
  ): HeldEverywhere {
    const isActivity = look?.isActivity === true
    const acts = actsOn(id, transaction, isActivity)
    const key =
      ofDeal === undefined || look === undefined
        ? undefined
        : `${ofDeal} ${isActivity} ${[...acts.acts].join()} ${look.made}`
    const known = key === undefined ? undefined : this.#known.get(key)
    if (known !== undefined) return known
    const seats = this.#seats.map(({ jurisdiction, table }): SeenNexus => {
      const nexus = nexusOfItem(item, transaction, jurisdiction, table, day, acts)
      return { nexus, sight: this.#sights.of(sightOfNexus(nexus)) }
    })
    const found = { seats, alone: this.#holdsOf([seats]) }
    if (key !== undefined) this.#known.set(key, found)
    return found
  }
}

/** How every seat holds an item, and what holds a deal of it alone. */
interface HeldEverywhere {
  readonly seats: readonly SeenNexus[]
  readonly alone: readonly Hold[]
}
