import type { Transaction } from './transaction.ts'

const keys = new WeakMap<Transaction, string>()

/**
 * Keeps beside a transaction which parts its line was made of: lines of one key state the same, but for the
 * id of the transaction and how many there are of each item.
 */
export function keepLineKey(transaction: Transaction, key: string): void {
  keys.set(transaction, key)
}

/** Undefined for what was not read from a line part by part. */
export function lineKeyOf(transaction: Transaction): string | undefined {
  return keys.get(transaction)
}
