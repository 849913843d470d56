import { reaches } from '../../people/index.ts'
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
  /** In whose name; none: for the operator, who is told of everything. */
  readonly organisation?: string
  readonly made: string
  /** It was made here in the record; earlier things are not told. */
  readonly position: number
  readonly secret: Sealed
  /** The receiver answered 410: it wants no more. */
  readonly gone?: true
}

/** The subscriptions that stand after the events of their stream. */
export function webhooksOf(events: readonly RecordedEvent[]): ReadonlyMap<string, Webhook> {
  const webhooks = new Map<string, Webhook>()
  for (const { type, body, actor, at, position } of events) {
    // The stream holds what this room wrote.
    if (type === 'webhook.added') {
      const added = body as unknown as Pick<Webhook, 'id' | 'url' | 'types' | 'secret'>
      webhooks.set(added.id, { ...added, owner: actor, made: at, position })
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
export function isTold(webhook: Webhook, notice: Notice): boolean {
  return (
    webhook.gone !== true &&
    webhook.types.includes(notice.type) &&
    notice.position > webhook.position &&
    isFor(webhook, notice)
  )
}

function isFor({ owner: id, organisation }: Webhook, notice: Notice): boolean {
  if (organisation === undefined) return true
  const { owner, ...whose } = notice
  if (owner === undefined && whose.organisation === undefined) return true
  const persons = owner === undefined ? [] : [owner]
  return reaches({ id, organisation }, 'organisation', { persons, ...whose })
}
