import type { Transaction } from '../determination/index.ts'
import { decimal, formatDecimal } from '../kernel/index.ts'

/** What transactions are worth as they state it: sums by currency, none of them exchanged for another. */
export interface Trade {
  readonly values: readonly { readonly currency: string; readonly amount: string }[]
  /** Transactions of which some item states no value: what they are worth is not in the sums, or not all of it. */
  readonly notStated: number
}

/** Of the transactions that are named as changed: an id where there is one, else their place. */
export function tradeOf(
  transactions: readonly Transaction[],
  changed: readonly { readonly id: string }[],
): Trade {
  const ids = new Set(changed.map(({ id }) => id))
  const items = transactions
    .filter((one, at) => ids.has(one.id ?? `transaction ${at + 1}`))
    .map((one) => one.items)
  const sums = new Map<string, ReturnType<typeof decimal>>()
  for (const { value } of items.flat()) {
    if (value === undefined) continue
    const before = sums.get(value.currency) ?? decimal(0)
    sums.set(value.currency, before.plus(decimal(value.amount)))
  }
  return {
    values: [...sums]
      .map(([currency, amount]) => ({ currency, amount: formatDecimal(amount) }))
      .toSorted((one, other) => (one.currency < other.currency ? -1 : 1)),
    notStated: items.filter((all) => all.some(({ value }) => value === undefined)).length,
  }
}
