import type { Document, Result } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Transaction } from './transaction.ts'

export type TransactionParser = (
  value: unknown,
  document?: Pick<Document, 'locate'>,
) => Result<Transaction>

/** Countries are held against the places of the rulebook; accepted aliases become their codes. */
export function createTransactionParser(_rulebook: Pick<Rulebook, 'places'>): TransactionParser {
  throw new Error('Not written yet')
}
