import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Job, JobHandler, Worker, WorkerOptions } from './job.ts'

/** Where a worker takes its jobs from, and says what became of them. */
export interface JobSource {
  take(most: number): Promise<readonly TakenJob[]>
  done(job: Job): Promise<unknown>
  failed(job: Job, error: unknown): Promise<unknown>
}

export interface TakenJob {
  readonly job: Job
  /** After that it counts as failed, and someone else may take it. */
  readonly withinMilliseconds: number
}

const TRIES = 5

/**
 * Takes jobs and does so many at once; looks again when woken, and when one is done.
 * What became of a job is told until it is heard.
 */
export function startWorker(
  source: JobSource,
  handler: JobHandler,
  { concurrency, everyMilliseconds }: Required<WorkerOptions>,
): { readonly worker: Worker; readonly wake: () => void } {
  const running = new Set<Promise<void>>()
  let stopping = false
  let doze = new AbortController()
  const wake = (): void => doze.abort()

  const loop = async (): Promise<void> => {
    while (!stopping) {
      doze = new AbortController()
      const free = concurrency - running.size
      const taken = free === 0 ? [] : await source.take(free).catch(() => [])
      for (const { job, withinMilliseconds } of taken) {
        const run = perform(source, handler, job, withinMilliseconds, everyMilliseconds).finally(
          () => {
            running.delete(run)
            wake()
          },
        )
        running.add(run)
      }
      if (taken.length === 0) await woken(doze.signal)
    }
    await Promise.all(running)
  }
  const ended = loop()
  return {
    wake,
    worker: {
      async stop() {
        stopping = true
        wake()
        await ended
      },
    },
  }
}

async function perform(
  source: JobSource,
  handler: JobHandler,
  job: Job,
  withinMilliseconds: number,
  everyMilliseconds: number,
): Promise<void> {
  const expiry = new AbortController()
  const timer = setTimeout(() => expiry.abort(), withinMilliseconds)
  let tell: () => Promise<unknown>
  try {
    await handler(job, expiry.signal)
    tell = () => source.done(job)
  } catch (error) {
    tell = () => source.failed(job, error)
  } finally {
    clearTimeout(timer)
  }
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      await tell()
      return
    } catch {
      // Unheard in the end, the job expires and is done again.
      await wait(everyMilliseconds * tries)
    }
  }
}

async function woken(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
