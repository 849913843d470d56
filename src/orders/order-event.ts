import type { Determination } from '../determination/index.ts'
import type { Digest, LegalDate } from '../kernel/index.ts'
import type { Difference } from './difference.ts'

/** A transaction as it was stated, before it was read. */
export type StatedTransaction = Readonly<Record<string, unknown>>

/** What happens to an open order. */
export type OrderEvent = OrderFiled | OrderAnswered | OrderClosed | OrderErased

export interface OrderFiled {
  readonly kind: 'order-filed'
  readonly ref: string
  readonly on: LegalDate
  readonly transaction: StatedTransaction
  /** Of the transaction in its one order: the same order written otherwise is the same. */
  readonly input: Digest
}

export interface OrderAnswered {
  readonly kind: 'order-answered'
  readonly ref: string
  readonly on: LegalDate
  readonly answer: Determination
  /** To the answer before; the first has none. */
  readonly difference?: Difference
}

export interface OrderClosed {
  readonly kind: 'order-closed'
  readonly ref: string
  readonly on: LegalDate
  readonly reason: string
}

/** What it said can be read no more; that it was there, and how often it was answered, can. */
export interface OrderErased {
  readonly kind: 'order-erased'
  readonly ref: string
  readonly on: LegalDate
  readonly reason: string
}
