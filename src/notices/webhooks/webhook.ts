import type { RecordedEvent, Sealed } from '../../storage/index.ts'
import type { Notice, NoticeType } from '../notice.ts'

/** The stream of all subscriptions: they are few. */
export const WEBHOOKS = 'webhooks'

/** A subscription: where to, and to what. */
export interface Webhook {
  readonly id: string
  readonly url: string
  readonly types: readonly NoticeType[]
  /** Who made it. */
  readonly owner: string
  readonly made: string
  /** It was made here in the record; earlier things are not told. */
  readonly position: number
  readonly secret: Sealed
  /** The receiver answered 410: it wants no more. */
  readonly gone?: true
}

export interface WebhookAdded {
  readonly [key: string]: string | readonly string[] | Sealed
  readonly id: string
  readonly url: string
  readonly types: readonly string[]
  readonly secret: Sealed
}

/** The subscriptions that stand after the events of their stream. */
export function webhooksOf(events: readonly RecordedEvent[]): ReadonlyMap<string, Webhook> {
  const webhooks = new Map<string, Webhook>()
  for (const { type, body, actor, at, position } of events) {
    // The stream holds what this room wrote.
    if (type === 'webhook.added') {
      const { id, url, types, secret } = body as unknown as WebhookAdded
      const known = types as readonly NoticeType[]
      webhooks.set(id, { id, url, types: known, owner: actor, made: at, position, secret })
      continue
    }
    const { id } = body as unknown as { readonly id: string }
    const before = webhooks.get(id)
    if (type === 'webhook.removed') webhooks.delete(id)
    else if (type === 'webhook.gone' && before !== undefined)
      webhooks.set(id, { ...before, gone: true })
  }
  return webhooks
}

/** Whether a subscription is told of something. */
export function isTold(webhook: Webhook, { type, position, owner }: Notice): boolean {
  return (
    webhook.gone !== true &&
    webhook.types.includes(type) &&
    position > webhook.position &&
    (owner === undefined || owner === webhook.owner)
  )
}
