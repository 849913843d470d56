import type { StatedTransaction } from '../catalogue/index.ts'
import type { Digest, LegalDate } from '../kernel/index.ts'
import type { Difference } from './difference.ts'

/** What is on file as it was stated, before it was read by the law. */
export type Stated = StatedTransaction

/** What happens to something on file. */
export type RecordEvent<Answer = unknown> =
  | RecordFiled
  | RecordAnswered<Answer>
  | RecordClosed
  | RecordErased

export interface RecordFiled {
  readonly kind: 'filed'
  readonly ref: string
  readonly on: LegalDate
  readonly stated: Stated
  /** Of what is stated in its one order: the same written otherwise is the same. */
  readonly input: Digest
}

export interface RecordAnswered<Answer = unknown> {
  readonly kind: 'answered'
  readonly ref: string
  readonly on: LegalDate
  readonly answer: Answer
  /** To the answer before; the first has none. */
  readonly difference?: Difference
}

export interface RecordClosed {
  readonly kind: 'closed'
  readonly ref: string
  readonly on: LegalDate
  readonly reason: string
}

/** What it said can be read no more; that it was there, and how often it was answered, can. */
export interface RecordErased {
  readonly kind: 'erased'
  readonly ref: string
  readonly on: LegalDate
  readonly reason: string
}
