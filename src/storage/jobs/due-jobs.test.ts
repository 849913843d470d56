import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { type DueIn, DueJobs } from './due-jobs.ts'

describe('looking for jobs that are due', () => {
  /** Workers of two queues, and the question that was asked last. */
  const begun = (dueIn: DueIn) => {
    const heard = new EventEmitter()
    const asked: (readonly string[])[] = []
    const due = new DueJobs((queues) => {
      asked.push(queues)
      return dueIn(queues)
    })
    const ends = ['mail', 'batch', 'mail'].map((queue, at) =>
      due.lookFor({ queue, wake: () => heard.emit(`${queue} ${at}`), everyMilliseconds: 1 }),
    )
    const stop = async (): Promise<void> => {
      for (const end of ends) end()
      await due.settled()
    }
    return { due, heard, asked, stop }
  }

  it('asks once for all queues, and wakes the workers of those alone that have one', async () => {
    const { heard, asked, stop } = begun(async () => ['mail'])
    heard.on('batch 1', () => expect.fail('nothing is due there'))
    await Promise.all([once(heard, 'mail 0'), once(heard, 'mail 2')])
    await stop()
    expect(asked[0]).toEqual(['mail', 'batch'])
  })

  it('asks again after the database was gone', async () => {
    let tries = 0
    const { heard, stop } = begun(async () => {
      tries += 1
      if (tries === 1) throw new Error('gone')
      return ['batch']
    })
    await once(heard, 'batch 1')
    expect(tries).toBeGreaterThan(1)
    await stop()
  })

  it('asks nothing where what this process added wakes, nor once nobody works', async () => {
    const { due, heard, asked, stop } = begun(async () => [])
    const woken = once(heard, 'batch 1')
    due.wake('batch')
    await woken
    await stop()
    const before = asked.length
    await new Promise((done) => setImmediate(done))
    expect(asked.length).toBe(before)
  })

  it('does not let who looks often wait for who looks seldom', async () => {
    const due = new DueJobs(async (queues) => queues)
    const seldom = due.lookFor({ queue: 'a', wake: () => {}, everyMilliseconds: 3_600_000 })
    const often = await new Promise<() => void>((done) => {
      const end = due.lookFor({ queue: 'b', wake: () => done(end), everyMilliseconds: 1 })
    })
    often()
    seldom()
    await due.settled()
  })
})
