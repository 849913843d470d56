import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { ProblemError, type Result } from '../kernel/index.ts'
import { createPostgresDatabase } from './databases.fixture.ts'
import { openStore, type RecordedEvent, type Store } from './index.ts'
import { Line } from './line.fixture.ts'

describe.skipIf(inject('postgres') === null)('a database that goes away and comes back', () => {
  let line: Line
  let store: Store
  beforeEach(async () => {
    const url = new URL(await createPostgresDatabase())
    line = new Line(url)
    url.hostname = '127.0.0.1'
    url.port = `${await line.up()}`
    store = await openStore({
      url: url.href,
      now: () => new Date(),
      queues: [{ name: 'work', retries: 9, retryAfterSeconds: 0, expireAfterSeconds: 3 }],
    })
  })
  afterEach(async () => {
    await store.close()
    await line.down()
  })

  const append = async (n: number): Promise<Result<readonly RecordedEvent[]>> =>
    await store.append({
      stream: `s:${n}`,
      expectedVersion: 0,
      events: [{ type: 'x', body: n }],
      actor: 'p',
      key: `k:${n}`,
    })

  it('is told as such, and the same keys go on where it was', async () => {
    const codeOf = (error: unknown): unknown =>
      error instanceof ProblemError ? error.problems[0]?.code : error
    for (let n = 0; n < 40; n += 1) {
      if (n % 10 === 9) {
        // Cut a little later each time: before it is sent, while it is under way, when it is kept.
        const underWay = append(n).then(({ ok }) => (ok ? 'kept' : 'refused'), codeOf)
        await wait(n / 10)
        await line.down()
        expect(['kept', 'store.unavailable']).toContain(await underWay)
        await expect(store.ping()).rejects.toThrow('[store.unavailable]')
        await expect(append(n)).rejects.toThrow('[store.unavailable]')
        await line.up()
        await store.ping()
      }
      expect((await append(n)).ok).toBe(true)
    }
    expect(await store.lastPosition()).toBe(40)
    expect((await store.verify()).problems).toEqual([])
  })

  it('leaves workers at work', async () => {
    const done = new Set<unknown>()
    await store.jobs.work(
      'work',
      async ({ data }) => {
        await wait(20)
        done.add(data.n)
      },
      { concurrency: 2, everyMilliseconds: 50 },
    )
    for (let n = 0; n < 10; n += 1) await store.jobs.enqueue({ queue: 'work', data: { n } })
    await line.down()
    await wait(100)
    await line.up()
    while (done.size < 10) await wait(50)
    expect(done.size).toBe(10)
  })
})
