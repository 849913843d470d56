import type { Projection, Reading } from '../../storage/index.ts'
import { applyToDelivery, type Delivery, streamOfDelivery } from './delivery.ts'

export interface DeliveryViews {
  readonly webhook_deliveries: {
    readonly id: string
    readonly webhook: string
    /** Of its first event: later ones come later. */
    readonly position: number
    readonly state: string
    /** The {@link Delivery} as JSON. */
    readonly delivery: string
  }
}

/** What became of each message, computed from the record. */
export const deliveriesView: Projection<DeliveryViews> = {
  name: 'webhook-deliveries',
  version: 1,
  tables: ['webhook_deliveries'],
  async create(views) {
    await views.schema
      .createTable('webhook_deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('webhook', 'text', (column) => column.notNull())
      .addColumn('position', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('delivery', 'text', (column) => column.notNull())
      .execute()
    await views.schema
      .createIndex('webhook_deliveries_of')
      .on('webhook_deliveries')
      .columns(['webhook', 'position'])
      .execute()
  },
  async apply(event, views) {
    if (!event.stream.startsWith(streamOfDelivery(''))) return
    const id = event.stream.slice(streamOfDelivery('').length)
    const row = await views
      .selectFrom('webhook_deliveries')
      .select('delivery')
      .where('id', '=', id)
      .executeTakeFirst()
    const before = row === undefined ? undefined : (JSON.parse(row.delivery) as Delivery)
    const delivery = applyToDelivery(before, event)
    if (delivery === undefined) return
    const { state, webhook } = delivery
    const changed = { state, delivery: JSON.stringify(delivery) }
    if (before === undefined)
      await views
        .insertInto('webhook_deliveries')
        .values({ id, webhook, position: event.position, ...changed })
        .execute()
    else await views.updateTable('webhook_deliveries').set(changed).where('id', '=', id).execute()
  },
}

export interface DeliveryRange {
  readonly limit: number
  /** Only what was made before this one. */
  readonly before?: string
  readonly state?: Delivery['state']
}

/** The messages of a subscription, the newest first. */
export async function readDeliveries(
  store: Reading,
  webhook: string,
  { limit, before, state }: DeliveryRange,
): Promise<readonly Delivery[]> {
  const rows = await store.view<DeliveryViews, readonly { readonly delivery: string }[]>(
    async (views) => {
      let query = views
        .selectFrom('webhook_deliveries')
        .select('delivery')
        .where('webhook', '=', webhook)
        .orderBy('position', 'desc')
        .limit(limit)
      if (state !== undefined) query = query.where('state', '=', state)
      if (before !== undefined)
        query = query.where('position', '<', (one) =>
          one.selectFrom('webhook_deliveries').select('position').where('id', '=', before),
        )
      return await query.execute()
    },
  )
  return rows.map(({ delivery }) => JSON.parse(delivery) as Delivery)
}
