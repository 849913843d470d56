import type { Item } from '../../classification/index.ts'
import type { LegalDate } from '../../kernel/index.ts'
import type { Party } from '../transaction-parties.ts'
import { customers, type DealView } from './deal-view.ts'
import { isSameName } from './same-name.ts'
import { plain } from './words.ts'

/** A party of an earlier dealing, as it stood then. */
export interface EarlierParty {
  readonly party: Party
  readonly date: LegalDate | undefined
  readonly refused: boolean
}

/** An earlier dealing with what is stated of its items and parties; those given as a mere name have that. */
export interface EarlierDeal {
  readonly date: LegalDate | undefined
  readonly refused: boolean
  readonly outcome: string | undefined
  readonly items: readonly EarlierItem[]
  readonly parties: readonly Party[]
}

export type EarlierItem = Pick<
  Item,
  'id' | 'name' | 'kind' | 'quantity' | 'value' | 'serialNumbers' | 'declaredDescription'
>

export function earlierDeals({ transaction, lexicon }: DealView): readonly EarlierDeal[] {
  return (transaction.history ?? []).map(({ date, outcome, items = [], parties = [] }) => ({
    date,
    outcome,
    refused: outcome !== undefined && lexicon.refused(outcome) !== undefined,
    items: items.map((item) =>
      typeof item === 'string' ? { id: item, name: item, serialNumbers: [] } : item,
    ),
    parties: parties.map((party) =>
      typeof party === 'string' ? { role: 'end-user', name: party } : party,
    ),
  }))
}

export function earlierParties(view: DealView): readonly EarlierParty[] {
  return earlierDeals(view).flatMap(({ date, refused, parties }) =>
    parties.filter(isCustomer).map((party) => ({ party, date, refused })),
  )
}

const OWN_SIDE: ReadonlySet<string> = new Set([
  'exporter',
  'consignor',
  'forwarder',
  'carrier',
  'bank',
])

function isCustomer({ role }: Party): boolean {
  return !OWN_SIDE.has(role)
}

/** Whether somebody of today's customers took part then. */
export function customerOf(view: DealView, deal: EarlierDeal): Party | undefined {
  return customers(view).find((customer) =>
    deal.parties.some((party) => isCustomer(party) && isSameName(customer, party)),
  )
}

/** Whether an item of today is of the same sort as one of then: by id, by name, or by a kind that says it. */
export function isSameGoods(item: Item, earlier: EarlierItem): boolean {
  if (item.id !== undefined && item.id === earlier.id) return true
  if (item.name !== undefined && earlier.name !== undefined) {
    return plain(item.name) === plain(earlier.name)
  }
  return item.kind !== undefined && item.kind === earlier.kind && item.kind.includes('.')
}
