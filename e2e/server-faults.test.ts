import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../src/storage/databases.fixture.ts'
import { openStore, type RecordedEvent } from '../src/storage/index.ts'
import { Line } from '../src/storage/line.fixture.ts'
import { LIST, navicert } from './navicert.ts'
import { type Served, servingWith } from './server.ts'

const [SOURCE = '', FILE = ''] = LIST.split(/[:@]/)
const ORDERS = 110
const TOGETHER = 5
const DAY = 86_400_000
const CLOCK = pathToFileURL(join(import.meta.dirname, 'shifted-clock.mjs')).href

const numbers = Array.from({ length: ORDERS }, (_, at) => `SO-${at}`)
const order = (id: string) => ({
  ...{ id, kind: 'export', route: { from: 'US', to: 'CN' }, items: [{ name: 'desk lamp' }] },
  parties: [{ role: 'end-user', name: 'Halcyon Lattice', country: 'CN' }],
})

/** However slow the machine is: what does not come at all fails in the end, nothing for being late. */
const patiently = { timeout: 500_000, interval: 20 }

/** One server and one store for all of it: each test goes on where the one before it ended. */
describe.each(['pglite', 'postgresql'] as const)('a server on %s', { timeout: 600_000 }, (kind) => {
  const isThere = kind === 'pglite' || inject('postgres') !== null
  let folder: string
  let url: string | undefined
  let line: Line | undefined
  let served: Served
  let receiver: Server
  /** By `webhook-id`: a message may come twice, as one. */
  const received = new Map<string, { readonly type: string; readonly data: object }>()

  const run = async (...words: readonly string[]): Promise<string> =>
    (await navicert(folder, words, '', { PATH: process.env.PATH, ...database() })).out
  const database = (): Record<string, string> => (url === undefined ? {} : { DATABASE_URL: url })
  const begin = (): Promise<Served> =>
    servingWith(
      {
        ...database(),
        NODE_OPTIONS: `--import=${CLOCK}`,
        CLOCK_FILE: join(folder, 'clock'),
      },
      folder,
      '--webhooks-own-network',
    )
  let token = ''
  const ask = (method: string, path: string, body?: object, secret = token): Promise<Response> =>
    fetch(`${served.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const file = (...ids: readonly string[]): Promise<Response> =>
    ask('POST', '/api/v1/orders', { records: ids.map(order) })
  const recheckState = async (): Promise<{ readonly run: number; readonly state: string }> =>
    ((await (await ask('GET', '/api/v1/recheck')).json()) as { last: never }).last
  /** Takes in the list with Halcyon where the round is odd, else without; its content is another in each. */
  const takeIn = async (round: number): Promise<void> => {
    const text = readFileSync(FILE, 'utf8')
      .replace('9 Invented Quay', `${round} Invented Quay`)
      .split('\n')
      .filter((one) => round % 2 === 1 || !one.includes('Halcyon'))
    writeFileSync(join(folder, `list-${round}.csv`), text.join('\n'))
    const day = new Date().toISOString().slice(0, 10)
    await run('lists', 'import', SOURCE, `list-${round}.csv`, '--published', day)
  }
  const setClock = async (days: number): Promise<void> => {
    const shift = `${days * DAY}`
    const read = join(folder, 'clock.read')
    writeFileSync(join(folder, 'clock'), shift)
    process.kill(served.pid, 'SIGUSR2')
    await expect.poll(() => existsSync(read) && readFileSync(read, 'utf8'), patiently).toBe(shift)
  }
  const record = async (): Promise<readonly RecordedEvent[]> => {
    const now = () => new Date()
    const place = url === undefined ? { folder: join(folder, '.navicert/store') } : { url }
    const store = await openStore({ ...place, now })
    try {
      expect((await store.verify()).problems).toEqual([])
      return await store.readRecord({ limit: 5_000 })
    } finally {
      await store.close()
    }
  }

  beforeAll(async () => {
    if (!isThere) return
    folder = mkdtempSync(join(tmpdir(), 'navicert-server-faults-'))
    receiver = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      received.set(String(request.headers['webhook-id']), JSON.parse(body))
      response.end()
    }).listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    if (kind === 'postgresql') {
      const direct = new URL(await createPostgresDatabase())
      line = new Line(direct)
      direct.hostname = '127.0.0.1'
      direct.port = `${await line.up()}`
      url = direct.href
    }
    await takeIn(0)
    served = await begin()
    token = served.token
  })
  afterAll(async () => {
    if (!isThere) return
    await served?.stop('SIGKILL')
    await line?.down()
    receiver.closeAllConnections()
    receiver.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.skipIf(!isThere)(
    'whose database goes away under load says so, and goes on when it is back',
    async () => {
      const waiting = numbers.slice()
      const refusals: string[] = []
      let acknowledged = 0
      let healthy: Promise<unknown> = Promise.resolve()
      const cut = async (): Promise<void> => {
        const before = refusals.length
        await line?.down()
        const ready = await fetch(`${served.url}/health/ready`)
        expect([ready.status, await ready.json()]).toMatchObject([
          503,
          { code: 'store.unavailable' },
        ])
        expect(ready.headers.get('retry-after')).toBe('2')
        expect((await fetch(`${served.url}/health/live`)).status).toBe(200)
        // The others are at work yet, and are told.
        await expect.poll(() => refusals.length, patiently).toBeGreaterThan(before)
        const back = line?.up().then(() => fetch(`${served.url}/health/ready`))
        healthy = Promise.resolve(back)
        expect((await back)?.status).toBe(200)
      }
      const client = async (): Promise<void> => {
        for (
          let some = waiting.splice(0, TOGETHER);
          some.length > 0;
          some = waiting.splice(0, TOGETHER)
        ) {
          let answer = await file(...some)
          while (answer.status === 503) {
            const { code } = (await answer.json()) as { readonly code: string }
            refusals.push(`${code} ${answer.headers.get('retry-after')}`)
            await wait(30)
            answer = await file(...some)
          }
          expect([answer.status, await answer.json()]).toMatchObject([200, {}])
          acknowledged += 1
          // Of 22, so that the two others have something to send while it is cut.
          if (line !== undefined && (acknowledged === 4 || acknowledged === 12)) await cut()
          await healthy
        }
      }
      await Promise.all([client(), client(), client()])
      expect(new Set(refusals)).toEqual(
        line === undefined ? new Set() : new Set(['store.unavailable 2']),
      )
      const { records } = (await (await ask('GET', '/api/v1/orders?limit=500')).json()) as {
        readonly records: readonly object[]
      }
      expect(records).toHaveLength(ORDERS)
    },
  )

  test.skipIf(!isThere)(
    'whose clock jumps forward and back loses nothing and tells nothing twice',
    async () => {
      const hook = { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` }
      const events = ['change.told']
      const made = await (await ask('POST', '/api/v1/webhooks', { ...hook, events })).json()
      const { id } = (made as { readonly webhook: { readonly id: string } }).webhook
      const tomorrow = new Date(Date.now() + DAY).toISOString().slice(0, 10)
      const short = (
        await run('serve', '--new-token', '--name', 'short', '--until', tomorrow)
      ).trim()
      const byShort = (): Promise<Response> =>
        ask('GET', '/api/v1/orders?limit=1', undefined, short)
      // A server among several knows it a moment later.
      await expect.poll(async () => (await byShort()).status, patiently).toBe(200)
      const seen: (readonly number[])[] = []
      // Back by half an hour last: what was looked at on the same day must be looked at again.
      for (const days of [0, 3, -3, 0.02, 0]) {
        await setClock(days)
        const pings = received.size
        expect((await ask('POST', `/api/v1/webhooks/${id}/test`)).status).toBe(202)
        await expect.poll(() => received.size, patiently).toBe(pings + 1)
        const filed = await file(`CLOCK-${seen.length}`)
        expect([filed.status, await filed.json()]).toEqual([200, { filed: 1, changed: 0, same: 0 }])
        expect((await ask('POST', '/api/v1/screen', { name: 'Halcyon Lattice' })).status).toBe(200)
        seen.push([days, (await byShort()).status])
      }
      expect(seen).toEqual([
        [0, 200],
        [3, 401],
        [-3, 200],
        [0.02, 200],
        [0, 200],
      ])
      expect([...received.values()].map(({ type }) => type)).toEqual(seen.map(() => 'ping'))
    },
  )

  test.skipIf(!isThere)(
    'that is killed in the middle of a recheck after a list went on tells each change once',
    async () => {
      await ask('POST', '/api/v1/recheck')
      await expect.poll(recheckState, patiently).toMatchObject({ state: 'done' })
      const all = [...numbers, ...[0, 1, 2, 3, 4].map((at) => `CLOCK-${at}`)]
      // One may be over before it is seen or killed: then the list changes once more, until one is caught.
      let rounds = 0
      let toldBefore: number
      do {
        rounds += 1
        const before = (await recheckState()).run
        await takeIn(rounds)
        await ask('POST', '/api/v1/recheck')
        await expect.poll(async () => (await recheckState()).run, patiently).toBeGreaterThan(before)
        await served.stop('SIGKILL')
        toldBefore = (await record()).filter(isTold).length
        served = await begin()
      } while (toldBefore === rounds * all.length)
      await expect.poll(recheckState, patiently).toMatchObject({ state: 'done' })
      const toTell = Array.from({ length: rounds }, () => all)
        .flat()
        .toSorted()
      const told = (): readonly string[] =>
        [...received.values()].flatMap(({ data }) =>
          ((data as { changes?: readonly { ref: string }[] }).changes ?? []).map(({ ref }) => ref),
        )
      // What was being sent when it was killed is sent again when its job has expired.
      await expect.poll(() => told().length, patiently).toBe(toTell.length)
      expect(told().toSorted()).toEqual(toTell)
      expect(await served.stop()).toBe(0)
      const events = await record()
      expect(
        events
          .filter(isTold)
          .map(({ body }) => (body as { readonly ref: string }).ref)
          .toSorted(),
      ).toEqual(toTell)
      // Whatever the clock said, the record stands in the order in which it was written.
      expect(events.map(({ position }) => position)).toEqual(events.map((_, at) => at + 1))
      const days = events.map(({ at }) => Date.parse(at))
      expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(5 * DAY)
    },
  )
})

function isTold({ type }: RecordedEvent): boolean {
  return type === 'change.told'
}
