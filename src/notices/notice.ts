import type { Json } from '../storage/index.ts'

/** What there is to be told of. `ping` is sent only when asked for. */
export const NOTICE_TYPES = ['change.told', 'batch.finished', 'batch.failed'] as const
export type NoticeType = (typeof NOTICE_TYPES)[number]

/** Something that happened, to be told to whoever subscribed to its kind. */
export interface Notice {
  readonly type: NoticeType
  /** Where the event stands in the record: who subscribed after it is not told of it. */
  readonly position: number
  /** When it happened. */
  readonly at: string
  /** Says what it is, and names no person. */
  readonly data: { readonly [key: string]: Json }
  /** Whose it is, and of which organisation; where neither is said it is everybody's. */
  readonly owner?: string
  readonly organisation?: string
}
