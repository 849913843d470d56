import type { RecordedEvent, Sealed } from '../../storage/index.ts'
import type { MailLanguage } from './words.ts'

/** Somebody who is told by mail. */
export interface MailSubscription {
  readonly id: string
  readonly language: MailLanguage
  readonly address: Sealed
  readonly owner: string
  /** In whose name; none: for the operator, who is told of everything. */
  readonly organisation?: string
  readonly made: string
  /** It was made here in the record; earlier things are not told. */
  readonly position: number
}

/** The subscriptions that stand after the events of their stream. */
export function mailsOf(events: readonly RecordedEvent[]): ReadonlyMap<string, MailSubscription> {
  const mails = new Map<string, MailSubscription>()
  for (const { type, body, actor, at, position } of events) {
    // The stream holds what this room wrote.
    const { id, ...rest } = body as unknown as MailSubscription
    if (type === 'mail.removed') mails.delete(id)
    else mails.set(id, { ...rest, id, owner: actor, made: at, position })
  }
  return mails
}

/** What one of them was sent last, and how much of the record it told. */
export function sentOf(events: readonly RecordedEvent[]): {
  readonly at?: string
  readonly upTo: number
} {
  const last = events.findLast(({ type }) => type === 'mail.sent')
  if (last === undefined) return { upTo: 0 }
  return { at: last.at, upTo: (last.body as { readonly upTo: number }).upTo }
}
