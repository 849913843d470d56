import { createHmac, createSecretKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { contentOf, describeOnEach, emptyStore } from '../../storage/databases.fixture.ts'
import type { RecordedEvent, Store } from '../../storage/index.ts'
import { announceAll, Courier } from '../courier.ts'
import type { Notice } from '../notice.ts'
import type { Webhook } from './webhook.ts'
import { WEBHOOK_QUEUE, WEBHOOK_VIEWS, Webhooks } from './webhooks.ts'

interface Received {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: string
}

let receiver: Server
let url: string
let received: Received[] = []
let answer: (received: Received) => number = () => 204
beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const header = (name: string) => String(request.headers[`webhook-${name}`])
    const one = {
      id: header('id'),
      timestamp: header('timestamp'),
      signature: header('signature'),
      body,
    }
    received.push(one)
    response.writeHead(answer(one)).end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})
afterAll(() => {
  receiver.closeAllConnections()
  receiver.close()
})

/** An order that was held, as a test would put it in the record. */
function noticesOf(events: readonly RecordedEvent[]): readonly Notice[] {
  return events
    .filter(({ type }) => type === 'change')
    .map(({ position, at, body }) => ({ type: 'change.told', position, at, data: { held: body } }))
}

describeOnEach('webhooks', (database) => {
  let store: Store
  let webhooks: Webhooks
  const retries = 2
  beforeEach(async () => {
    const queues = [{ ...WEBHOOK_QUEUE, retries, retryAfterSeconds: 0 }]
    const masterKey = createSecretKey(Buffer.alloc(32, 1))
    store = await emptyStore(database(), { queues, projections: WEBHOOK_VIEWS, masterKey })
    webhooks = new Webhooks({ store, now: () => new Date(), ownNetwork: true, retries })
    received = []
    answer = () => 204
  })

  const courier = (): Courier =>
    new Courier({
      store,
      noticesOf,
      announce: announceAll((work, notice) => webhooks.announce(work, notice)),
      everyMilliseconds: 20,
      tell: (error) => {
        throw error
      },
    })
  const happen = async (n: number): Promise<void> => {
    const events = [{ type: 'change', body: n }]
    unwrap(await store.append({ stream: `s:${n}`, expectedVersion: 0, events, actor: 'p' }))
  }
  const subscribe = async (
    who: { id: string; organisation?: string } = { id: 'erp' },
  ): Promise<{ webhook: Webhook; secret: string }> =>
    unwrap(await webhooks.add({ url, types: ['change.told'] }, who))
  /** Works off the queue until a message has come to its end. */
  const settled = async ({ id }: Webhook): Promise<void> => {
    const worker = await store.jobs.work(WEBHOOK_QUEUE.name, (job) => webhooks.attempt(job), {
      everyMilliseconds: 10,
    })
    try {
      const isSettled = async (): Promise<boolean> => {
        const all = await webhooks.deliveries(id, { limit: 100 })
        return all.length > 0 && all.every(({ state }) => state !== 'due')
      }
      await expect.poll(isSettled, { timeout: 110_000, interval: 20 }).toBe(true)
    } finally {
      await worker.stop()
    }
  }

  it('are sent what happens after they were made, signed with their own secret', async () => {
    await happen(1)
    const { webhook, secret } = await subscribe()
    await happen(2)
    await courier().catchUp()
    await settled(webhook)
    const [one] = received
    expect(received.length).toBe(1)
    expect(JSON.parse(one?.body ?? '')).toEqual({
      type: 'change.told',
      timestamp: expect.stringMatching(/^2026-/),
      data: { held: 2 },
    })
    const key = Buffer.from(secret.slice(6), 'base64')
    const text = `${one?.id}.${one?.timestamp}.${one?.body}`
    expect(one?.signature).toBe(`v1,${createHmac('sha256', key).update(text).digest('base64')}`)
    const [delivery] = await webhooks.deliveries(webhook.id, { limit: 5 })
    expect(delivery).toMatchObject({ id: one?.id, state: 'delivered', tries: 1, body: one?.body })
  })

  it('are told once by two that walk the record at the same time', async () => {
    const { webhook } = await subscribe()
    for (let n = 0; n < 5; n += 1) await happen(n)
    await Promise.all([courier().catchUp(), courier().catchUp(), courier().catchUp()])
    await courier().catchUp()
    await settled(webhook)
    const told = received.map(({ body }) => JSON.parse(body).data.held)
    expect(told.toSorted()).toEqual([0, 1, 2, 3, 4])
  })

  it('are tried again with the same id, then given up, and sent once more where asked', async () => {
    answer = () => 500
    const { webhook } = await subscribe()
    await happen(1)
    await courier().catchUp()
    await settled(webhook)
    expect(received.length).toBe(1 + retries)
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    const [given] = await webhooks.deliveries(webhook.id, { limit: 5, state: 'given-up' })
    expect(given).toMatchObject({ state: 'given-up', tries: 3, last: { reason: 'answered 500' } })

    answer = () => 200
    const again = await webhooks.again(webhook.id, given?.id ?? '', 'erp')
    expect(unwrap(again).state).toBe('due')
    await settled(webhook)
    expect(received.at(-1)).toMatchObject({ id: given?.id, body: given?.body })
    const [delivered] = await webhooks.deliveries(webhook.id, { limit: 5 })
    expect(delivered).toMatchObject({ state: 'delivered', tries: 4 })
    expect(await webhooks.again('other', given?.id ?? '', 'erp')).toMatchObject({ ok: false })
  })

  it('that arrived are not sent again by a job that is done twice', async () => {
    const { webhook } = await subscribe()
    const { id } = await webhooks.ping(webhook)
    await webhooks.attempt({ data: { id }, retried: 0 })
    await webhooks.attempt({ data: { id }, retried: 0 })
    expect(received.length).toBe(1)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'ping' })
  })

  it('end with 410, and are sent nothing any more', async () => {
    answer = () => 410
    const { webhook } = await subscribe()
    await happen(1)
    await courier().catchUp()
    await settled(webhook)
    await happen(2)
    await courier().catchUp()
    expect(received.length).toBe(1)
    expect(await webhooks.find(webhook.id)).toMatchObject({ gone: true })
  })

  it('that are removed are not sent what was under way, and their secret is gone', async () => {
    const { webhook, secret } = await subscribe()
    await happen(1)
    await courier().catchUp()
    unwrap(await webhooks.remove(webhook.id, 'erp'))
    await settled(webhook)
    expect(received.length).toBe(0)
    expect((await store.unseal(webhook.secret)).kind).toBe('destroyed')
    expect(await webhooks.remove(webhook.id, 'erp')).toMatchObject({ ok: false })
    expect(await contentOf(database(), 'navicert.events')).not.toContain(secret)
  })

  it('are told of what is somebody’s only where it is theirs, and the operator of all', async () => {
    const ids: string[] = []
    for (const who of [
      { id: 'a', organisation: 'A' },
      { id: 'b', organisation: 'B' },
      { id: 'operator' },
    ])
      ids.push((await subscribe(who)).webhook.id)
    const told = async (whose: { owner?: string; organisation?: string }): Promise<string> => {
      const counted = async () =>
        await Promise.all(
          ids.map(async (id) => (await webhooks.deliveries(id, { limit: 9 })).length),
        )
      const before = await counted()
      const position = 1e6 + before.reduce((sum, one) => sum + one)
      const notice = { type: 'change.told', position, at: '', data: {}, ...whose } as const
      unwrap(await store.work((work) => webhooks.announce(work, notice)))
      return (await counted()).map((one, at) => one - (before[at] ?? 0)).join('')
    }
    expect(await told({})).toBe('111')
    expect(await told({ organisation: 'A' })).toBe('101')
    expect(await told({ owner: 'b' })).toBe('011')
    expect(await told({ owner: 'c', organisation: 'B' })).toBe('011')
    expect(await told({ owner: 'b', organisation: 'A' })).toBe('101')
  })

  it('are listed page by page, the newest first', async () => {
    const { webhook } = await subscribe()
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) ids.unshift((await webhooks.ping(webhook)).id)
    const first = await webhooks.deliveries(webhook.id, { limit: 2 })
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const before = first.at(-1)?.id ?? ''
    const second = await webhooks.deliveries(webhook.id, { limit: 9, before })
    expect(second.map(({ id }) => id)).toEqual(ids.slice(2))
  })
})
