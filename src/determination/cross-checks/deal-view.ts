import type { LegalDate } from '../../kernel/index.ts'
import type { ArrangedItem, ArrangedTransaction } from '../arrange.ts'
import type { ItemRequirement } from '../item-requirement.ts'
import type { Transaction } from '../transaction.ts'
import type { Party } from '../transaction-parties.ts'
import type { Lexicon } from './lexicon.ts'

/** What one jurisdiction was found to ask, item by item. */
export type Required = ReadonlyMap<string, readonly ItemRequirement[]>

/** One deal as the comparisons look at it. */
export interface DealView {
  readonly transaction: Transaction
  readonly items: readonly ArrangedItem[]
  readonly parties: readonly Party[]
  readonly day: LegalDate
  readonly lexicon: Lexicon
  readonly required: Required
  /** Seats whose rules are read: their law may hold the deal, which does not stay inside. */
  readonly readers: ReadonlySet<string>
}

/** What a deal is compared with, worked out only where something asks for it. */
export interface ComparedWith {
  readonly requirements: () => Required
  readonly readers: () => ReadonlySet<string>
}

export function dealView(
  { transaction, items, parties }: ArrangedTransaction,
  day: LegalDate,
  lexicon: Lexicon,
  { requirements, readers }: ComparedWith,
): DealView {
  return {
    transaction,
    items,
    parties,
    day,
    lexicon,
    get required() {
      return requirements()
    },
    get readers() {
      return readers()
    },
  }
}

export function inRoles(
  { parties }: DealView,
  ...roles: readonly Party['role'][]
): readonly Party[] {
  return parties.filter(({ role }) => roles.includes(role))
}

/** Where the goods come to rest: the ultimate consignee, else the end user. */
export function receivers(view: DealView): readonly Party[] {
  const consignees = inRoles(view, 'ultimate-consignee')
  return consignees.length > 0 ? consignees : inRoles(view, 'end-user', 'service-customer')
}

/** Who buys, gets or uses: the other side of the deal. */
export function customers(view: DealView): readonly Party[] {
  return inRoles(view, 'end-user', 'service-customer', 'ultimate-consignee', 'purchaser', 'bill-to')
}

export function namesOf(parties: readonly Pick<Party, 'name'>[]): string {
  return [...new Set(parties.map(({ name }) => name))].join(', ')
}
