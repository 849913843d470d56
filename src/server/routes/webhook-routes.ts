import { unwrap } from '../../kernel/index.ts'
import type { Delivery, Webhook, Webhooks } from '../../notices/index.ts'
import {
  addWebhook,
  deliveryList,
  redeliver,
  removeWebhook,
  testWebhook,
  webhookList,
} from '../contract/webhook-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf, isWithin } from './belonging.ts'

export function webhookRoutes({ notifier }: Services): readonly Route[] {
  return [
    route(addWebhook, async ({ body: { url, events, ...rest } }, call) => {
      const webhooks = await notifier.webhooks()
      const made = unwrap(await webhooks.add({ url, types: events, ...rest }, callerOf(call)))
      return { webhook: shown(made.webhook), secret: made.secret }
    }),
    route(webhookList, async (_, call) => {
      const all = await (await notifier.webhooks()).all()
      return { webhooks: all.filter((one) => isWithin(call, one)).map(shown) }
    }),
    route(removeWebhook, async ({ params }, call) => {
      const { webhooks, webhook } = await own(params.id, call)
      unwrap(await webhooks.remove(webhook.id, callerOf(call).id))
      return { removed: true }
    }),
    route(testWebhook, async ({ params }, call) => {
      const { webhooks, webhook } = await own(params.id, call)
      return shownDelivery(await webhooks.ping(webhook))
    }),
    route(deliveryList, async ({ params, query }, call) => {
      const { webhooks } = await own(params.id, call)
      const { limit, cursor, state } = query
      const found = await webhooks.deliveries(params.id, {
        limit: limit + 1,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(state === undefined ? {} : { state }),
      })
      const deliveries = found.slice(0, limit)
      const last = deliveries.at(-1)
      const isMore = found.length > limit && last !== undefined
      return { deliveries: deliveries.map(shownDelivery), ...(isMore ? { next: last.id } : {}) }
    }),
    route(redeliver, async ({ params }, call) => {
      const { webhooks } = await own(params.id, call)
      const again = await webhooks.again(params.id, params.delivery, callerOf(call).id)
      return shownDelivery(unwrap(again))
    }),
  ]

  /** Of others it is not even said that they are there. @throws Refusal */
  async function own(id: string, call: Call): Promise<{ webhooks: Webhooks; webhook: Webhook }> {
    const webhooks = await notifier.webhooks()
    const webhook = await webhooks.find(id)
    if (webhook !== undefined && isWithin(call, webhook)) return { webhooks, webhook }
    throw new Refusal(404, {
      code: 'webhook.unknown',
      detail: 'There is no such webhook of yours.',
    })
  }
}

function shown({ id, url, types, made, gone }: Webhook): object {
  return { id, url, events: types, made, state: gone === true ? 'gone' : 'active' }
}

function shownDelivery({ id, type, state, tries, made, last, body }: Delivery): object {
  return { id, type, state, tries, made, ...(last === undefined ? {} : { last }), body }
}
