import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fail, ok } from '../../kernel/index.ts'
import { createStore } from '../create-store.ts'
import { describeOnEach, emptyStore } from '../databases.fixture.ts'
import type { Job, Queue } from './job.ts'

const mail: Queue = { name: 'mail', retries: 1, retryAfterSeconds: 0, expireAfterSeconds: 60 }
const quick = { everyMilliseconds: 20 }

describeOnEach('jobs', (database) => {
  let store: Awaited<ReturnType<typeof createStore>>
  let done: EventEmitter
  beforeEach(async () => {
    store = await emptyStore(database(), { queues: [mail] })
    done = new EventEmitter()
  })
  afterEach(async () => {
    await store.jobs.unschedule('mail')
    await store.jobs.stop()
  })

  /** Does every job, and gives those done once there are so many. */
  const work = async (count: number, concurrency = 1): Promise<readonly Job[]> => {
    const jobs: Job[] = []
    const worker = await store.jobs.work(
      'mail',
      async (job) => {
        jobs.push(job)
        if (jobs.length === count) done.emit('done')
      },
      { ...quick, concurrency },
    )
    if (jobs.length < count) await once(done, 'done')
    await worker.stop()
    return jobs
  }

  it('are done once each, in turn', async () => {
    for (let n = 0; n < 4; n += 1) await store.jobs.enqueue({ queue: 'mail', data: { n } })
    expect(await store.jobs.waiting('mail')).toBe(4)
    const jobs = await work(4)
    expect(jobs.map(({ data }) => data.n)).toEqual([0, 1, 2, 3])
    expect(await store.jobs.waiting('mail')).toBe(0)
  })

  it('exist if and only if the work that added them is kept', async () => {
    const event = { stream: 'a', expectedVersion: 0, events: [{ type: 'x', body: 1 }], actor: 'p' }
    await store.work(async (inWork) => {
      await inWork.append(event)
      await inWork.enqueue({ queue: 'mail', data: { of: 'kept' } })
      return ok(null)
    })
    await store.work(async (inWork) => {
      await inWork.enqueue({ queue: 'mail', data: { of: 'refused' } })
      return fail({ code: 'x', detail: 'y' })
    })
    expect((await work(1)).map(({ data }) => data)).toEqual([{ of: 'kept' }])
    expect(await store.jobs.waiting('mail')).toBe(0)
  })

  it('with a key wait once', async () => {
    expect(await store.jobs.enqueue({ queue: 'mail', data: { n: 1 }, key: 'k' })).toBe(true)
    expect(await store.jobs.enqueue({ queue: 'mail', data: { n: 2 }, key: 'k' })).toBe(false)
    expect(await store.jobs.enqueue({ queue: 'mail', data: { n: 3 }, key: 'other' })).toBe(true)
    await work(2)
    expect(await store.jobs.enqueue({ queue: 'mail', data: { n: 4 }, key: 'k' })).toBe(true)
  })

  it('that fail are tried again, then kept as dead letters, and revived', async () => {
    await store.jobs.enqueue({ queue: 'mail', data: { to: 'x' } })
    const retried: number[] = []
    const worker = await store.jobs.work(
      'mail',
      async (job) => {
        retried.push(job.retried)
        if (retried.length === 2) setImmediate(() => done.emit('done'))
        throw new Error('the server is away')
      },
      quick,
    )
    await once(done, 'done')
    await worker.stop()
    expect(retried).toEqual([0, 1])
    const letters = await store.jobs.deadLetters('mail')
    expect(letters).toMatchObject([{ data: { to: 'x' }, reason: 'the server is away' }])
    const [{ id } = { id: '' }] = letters
    expect(await store.jobs.revive('mail', id)).toBe(true)
    expect(await store.jobs.revive('mail', id)).toBe(false)
    expect(await store.jobs.deadLetters('mail')).toEqual([])
    expect((await work(1))[0]?.data).toEqual({ to: 'x' })
  })

  it('wait longer before each further try', async () => {
    const patient = { ...mail, name: 'patient', retries: 5, retryAfterSeconds: 100 }
    await store.jobs.stop()
    store = await createStore(database(), { now: () => new Date(), queues: [mail, patient] })
    await store.jobs.enqueue({ queue: 'patient', data: {} })
    const waits: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const worker = await store.jobs.work(
        'patient',
        async () => {
          setImmediate(() => done.emit('done'))
          throw new Error('away')
        },
        quick,
      )
      await once(done, 'done')
      await worker.stop()
      const { rows } = await sql<{ readonly seconds: number }>`
        update navicert_jobs.job set start_after = now() - interval '1 second'
        where name = 'patient' and state = 'retry'
        returning extract(epoch from
          (select j.start_after - now() from navicert_jobs.job j where j.id = job.id))::int as seconds`.execute(
        database().sql,
      )
      waits.push(rows[0]?.seconds ?? 0)
    }
    const [first = 0, second = 0, third = 0] = waits
    expect(first).toBeGreaterThanOrEqual(95)
    expect(second).toBeGreaterThanOrEqual(195)
    expect(third).toBeGreaterThanOrEqual(395)
  })

  it('run as many at once as they may', async () => {
    for (let n = 0; n < 6; n += 1) await store.jobs.enqueue({ queue: 'mail', data: { n } })
    let running = 0
    let most = 0
    let finished = 0
    const worker = await store.jobs.work(
      'mail',
      async () => {
        running += 1
        most = Math.max(most, running)
        await wait(30)
        running -= 1
        finished += 1
        if (finished === 6) done.emit('done')
      },
      { ...quick, concurrency: 3 },
    )
    await once(done, 'done')
    await worker.stop()
    expect(most).toBe(3)
  })

  it('are not left in the middle by a stop', async () => {
    await store.jobs.enqueue({ queue: 'mail', data: {} })
    let finished = false
    const worker = await store.jobs.work(
      'mail',
      async () => {
        done.emit('done')
        await wait(100)
        finished = true
      },
      quick,
    )
    await once(done, 'done')
    await worker.stop()
    expect(finished).toBe(true)
    expect(await store.jobs.waiting('mail')).toBe(0)
  })

  it('not before their time are left alone', async () => {
    await store.jobs.enqueue({ queue: 'mail', data: { when: 'later' }, afterSeconds: 60 })
    await store.jobs.enqueue({ queue: 'mail', data: { when: 'now' } })
    expect((await work(1)).map(({ data }) => data.when)).toEqual(['now'])
    expect(await store.jobs.waiting('mail')).toBe(1)
  })

  it('come when a crontab line says so', async () => {
    await store.jobs.schedule('mail', '* * * * *', { of: 'the clock' })
    expect((await work(1))[0]?.data).toEqual({ of: 'the clock' })
  })

  it('refuse a crontab line that means nothing', async () => {
    await expect(store.jobs.schedule('mail', 'at noon', {})).rejects.toThrow()
  })
})
