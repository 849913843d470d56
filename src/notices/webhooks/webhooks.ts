import { randomUUID } from 'node:crypto'
import { canonicalJson, fail, ok, type Problem, type Result, unwrap } from '../../kernel/index.ts'
import type { Job, Queue, Store, Work } from '../../storage/index.ts'
import type { Notice, NoticeType } from '../notice.ts'
import { type DeliveryRange, deliveriesView, readDeliveries } from './deliveries-view.ts'
import { type Delivery, deliveryId, deliveryOf, streamOfDelivery, type Tried } from './delivery.ts'
import { type Reach, readEndpoint } from './endpoint.ts'
import { guardedPost, type PostOptions } from './guarded-post.ts'
import { makeSecret, readSecret, signedHeaders } from './signature.ts'
import { isTold, WEBHOOKS, type Webhook, webhooksOf } from './webhook.ts'

/** Tried again after 30 s, 1 min, 2 min … : thirteen tries in about a day and a half. */
export const WEBHOOK_QUEUE: Queue = {
  name: 'webhook-delivery',
  retries: 12,
  retryAfterSeconds: 30,
  expireAfterSeconds: 60,
}
export const WEBHOOK_VIEWS = [deliveriesView] as const

const MOST = 100
/** RFC 9110 §15.5.11: the receiver wants no more of it, ever. */
const GONE = 410

export interface NewWebhook {
  readonly url: string
  readonly types: readonly NoticeType[]
  /** One is made where none is brought along. */
  readonly secret?: string
}

/** Who subscribes, and in whose name. */
export interface Subscriber {
  readonly id: string
  readonly organisation?: string
}

export interface WebhooksOptions extends Reach {
  readonly store: Store
  readonly now: () => Date
  /** How often a message is tried again; fewer in tests. */
  readonly retries?: number
  readonly post?: Omit<PostOptions, 'ownNetwork'>
}

/** Subscriptions, and the messages to them. What is made here is sent by whoever works off the queue. */
export class Webhooks {
  readonly #options: WebhooksOptions

  constructor(options: WebhooksOptions) {
    this.#options = options
  }

  /** @returns the subscription and its secret, which nobody is shown again */
  async add(
    { url, types, secret = makeSecret() }: NewWebhook,
    { id: owner, organisation }: Subscriber,
  ): Promise<Result<{ readonly webhook: Webhook; readonly secret: string }>> {
    const endpoint = readEndpoint(url, this.#options)
    if (!endpoint.ok) return endpoint
    const known = readSecret(secret)
    if (!known.ok) return known
    const id = randomUUID()
    return await this.#options.store.work(async (work) => {
      const events = await work.readStream(WEBHOOKS)
      if (webhooksOf(events).size >= MOST) return fail(tooMany())
      const sealed = await work.seal(`webhook:${id}`, secret)
      if (!sealed.ok) return sealed
      const body = {
        id,
        url: endpoint.value.href,
        types: [...new Set(types)],
        secret: sealed.value,
        ...(organisation === undefined ? {} : { organisation }),
      }
      const added = await work.append({
        stream: WEBHOOKS,
        expectedVersion: events.length,
        events: [{ type: 'webhook.added', body }],
        actor: owner,
      })
      if (!added.ok) return added
      const webhook = webhooksOf(added.value).get(id)
      return webhook === undefined ? fail(unknown()) : ok({ webhook, secret })
    })
  }

  async all(): Promise<readonly Webhook[]> {
    return [...webhooksOf(await this.#options.store.readStream(WEBHOOKS)).values()]
  }

  async find(id: string): Promise<Webhook | undefined> {
    return webhooksOf(await this.#options.store.readStream(WEBHOOKS)).get(id)
  }

  /** What is under way to it is not sent any more, and its secret is gone. */
  async remove(id: string, by: string): Promise<Result<void>> {
    return await this.#options.store.work(async (work) => {
      const removed = await change(work, id, 'webhook.removed', by)
      if (removed.ok) await work.destroyKey(`webhook:${id}`)
      return removed
    })
  }

  /** Puts the messages of something that happened on file, each with its job. */
  async announce(work: Work, notice: Notice): Promise<Result<void>> {
    const webhooks = webhooksOf(await work.readStream(WEBHOOKS))
    for (const webhook of webhooks.values()) {
      if (!isTold(webhook, notice)) continue
      const { type, at, data, position } = notice
      const body = canonicalJson({ type, timestamp: at, data })
      const made = await put(work, deliveryId(webhook.id, position), webhook.id, type, body)
      if (!made.ok) return made
    }
    return ok(undefined)
  }

  /** A message that says nothing, to see whether it arrives. */
  async ping(webhook: Webhook): Promise<Delivery> {
    const { store, now } = this.#options
    const id = deliveryId(webhook.id, randomUUID())
    const body = canonicalJson({ type: 'ping', timestamp: now().toISOString(), data: {} })
    unwrap(await store.work((work) => put(work, id, webhook.id, 'ping', body)))
    return await this.#delivery(id)
  }

  /** The newest first. */
  async deliveries(webhook: string, range: DeliveryRange): Promise<readonly Delivery[]> {
    await this.#options.store.catchUp()
    return await readDeliveries(this.#options.store, webhook, range)
  }

  /** Sends a message again, with its own id. */
  async again(webhook: string, id: string, by: string): Promise<Result<Delivery>> {
    const { store } = this.#options
    const queue = WEBHOOK_QUEUE.name
    const asked = await store.work(async (work) => {
      const delivery = deliveryOf(await work.readStream(streamOfDelivery(id)))
      if (delivery === undefined || delivery.webhook !== webhook) return fail(noDelivery())
      const appended = await work.append({
        stream: streamOfDelivery(id),
        expectedVersion: delivery.version,
        events: [{ type: 'delivery.again', body: null }],
        actor: by,
      })
      if (appended.ok) await work.enqueue({ queue, data: { id }, key: id })
      return appended
    })
    if (!asked.ok) return asked
    return ok(await this.#delivery(id))
  }

  /** One try, as a job. @throws where it did not arrive, so that it is tried again */
  async attempt(job: Pick<Job, 'data' | 'retried'>): Promise<void> {
    const { store, retries = WEBHOOK_QUEUE.retries } = this.#options
    const id = String(job.data.id)
    const delivery = deliveryOf(await store.readStream(streamOfDelivery(id)))
    // A job that is done twice: what has arrived is not sent again.
    if (delivery === undefined || delivery.state !== 'due') return
    const tried = await this.#try(delivery)
    const hasArrived = tried.reason === undefined
    const isWanted = tried.status !== GONE && tried.reason !== REMOVED
    const isLast = job.retried >= retries || !isWanted
    await this.#keep(delivery, hasArrived ? 'done' : isLast ? 'given-up' : 'tried', tried)
    if (tried.status === GONE) await this.#gone(delivery.webhook)
    if (!hasArrived && isWanted) throw new Error(tried.reason)
  }

  async #gone(id: string): Promise<void> {
    await this.#options.store.work((work) => change(work, id, 'webhook.gone', 'receiver'))
  }

  async #try(delivery: Delivery): Promise<Tried> {
    const { store, now, ownNetwork, post = {} } = this.#options
    const { webhook: id } = delivery
    const webhook = await this.find(id)
    if (webhook === undefined) return { webhook: id, milliseconds: 0, reason: REMOVED }
    const secret = await store.unseal(webhook.secret)
    if (secret.kind === 'destroyed') return { webhook: id, milliseconds: 0, reason: REMOVED }
    const timestamp = Math.floor(now().getTime() / 1_000)
    const headers = signedHeaders(String(secret.value), { ...delivery, timestamp })
    const from = performance.now()
    const spent = (): number => Math.round(performance.now() - from)
    try {
      const url = new URL(webhook.url)
      const status = await guardedPost(url, delivery.body, headers, { ...post, ownNetwork })
      const reason = reasonOf(status)
      const tried = { webhook: id, status, milliseconds: spent() }
      return reason === undefined ? tried : { ...tried, reason }
    } catch (error) {
      return { webhook: id, milliseconds: spent(), reason: wordsOf(error) }
    }
  }

  /** Another process may have been at the same job and quicker: what it wrote counts. */
  async #keep(
    { id, version }: Delivery,
    outcome: 'done' | 'given-up' | 'tried',
    tried: Tried,
  ): Promise<void> {
    await this.#options.store.append({
      stream: streamOfDelivery(id),
      expectedVersion: version,
      events: [{ type: `delivery.${outcome}`, body: JSON.parse(JSON.stringify(tried)) }],
      actor: 'server',
    })
  }

  async #delivery(id: string): Promise<Delivery> {
    const delivery = deliveryOf(await this.#options.store.readStream(streamOfDelivery(id)))
    if (delivery === undefined) throw new Error('a message that was put on file is there')
    return delivery
  }
}

const REMOVED = 'the subscription was removed'

async function put(
  work: Work,
  id: string,
  webhook: string,
  type: string,
  body: string,
): Promise<Result<void>> {
  const appended = await work.append({
    stream: streamOfDelivery(id),
    expectedVersion: 0,
    events: [{ type: 'delivery.due', body: { webhook, type, body } }],
    actor: 'server',
  })
  if (!appended.ok) return appended
  await work.enqueue({ queue: WEBHOOK_QUEUE.name, data: { id }, key: id })
  return ok(undefined)
}

async function change(work: Work, id: string, type: string, by: string): Promise<Result<void>> {
  const events = await work.readStream(WEBHOOKS)
  if (!webhooksOf(events).has(id)) return fail(unknown())
  const append = { stream: WEBHOOKS, expectedVersion: events.length, actor: by }
  const changed = await work.append({ ...append, events: [{ type, body: { id } }] })
  return changed.ok ? ok(undefined) : changed
}

function reasonOf(status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status >= 300 && status < 400) return `answered ${status}: redirections are not followed`
  if (status === GONE) return 'answered 410: it wants no more'
  return `answered ${status}`
}

/** Why there was no answer, in few words: nothing of what a neighbour in the network said. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? error.message.slice(0, 300) : `no connection (${code})`
}

function unknown(): Problem {
  return { code: 'webhook.unknown', detail: 'There is no such webhook.' }
}

function noDelivery(): Problem {
  return { code: 'webhook.no-delivery', detail: 'There is no such delivery.' }
}

function tooMany(): Problem {
  return {
    code: 'webhook.too-many',
    detail: `There are ${MOST} webhooks already.`,
    remedy: 'Remove one that is not needed.',
  }
}
