import type { Json } from '../record/event.ts'

/** A queue and what happens to a job in it that fails. */
export interface Queue {
  /** Letters, digits, `-`, `_` and `.`. */
  readonly name: string
  /** How often a failed job is tried again before it is a dead letter. */
  readonly retries: number
  /** The first wait before it is tried again; each next one is about twice as long. */
  readonly retryAfterSeconds: number
  /** A job that takes longer counts as failed: its process may have died. */
  readonly expireAfterSeconds: number
}

export interface NewJob {
  readonly queue: string
  readonly data: { readonly [key: string]: Json }
  /** While a job with this key waits in the queue, another is not added. */
  readonly key?: string
  /** Not before so many seconds from now. */
  readonly afterSeconds?: number
}

export interface Job {
  readonly id: string
  readonly data: { readonly [key: string]: Json }
  /** How often it failed before. */
  readonly retried: number
}

/** A job that failed for the last time. */
export interface DeadLetter {
  readonly id: string
  readonly data: { readonly [key: string]: Json }
  readonly reason: string
}

/**
 * Does one job. It may be given the same job twice, where a process died between doing it and
 * saying so. To throw is to fail. The signal says that it took too long.
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>

export interface WorkerOptions {
  /** How many jobs at once. */
  readonly concurrency?: number
  /** How often to look for jobs that other processes added, or whose time came. */
  readonly everyMilliseconds?: number
}

export interface Worker {
  /** Takes no more jobs, and waits for those that run. */
  stop(): Promise<void>
}

export interface Jobs {
  /** @returns whether it was added: one with the same key may be waiting */
  enqueue(job: NewJob): Promise<boolean>
  work(queue: string, handler: JobHandler, options?: WorkerOptions): Promise<Worker>
  /** Adds a job each time a crontab line says so (UTC), once for all processes. */
  schedule(queue: string, cron: string, data: NewJob['data']): Promise<void>
  unschedule(queue: string): Promise<void>
  /** Jobs that wait, and those that someone is at. */
  waiting(queue: string): Promise<number>
  deadLetters(queue: string): Promise<readonly DeadLetter[]>
  /** Puts a dead letter back into its queue. @returns whether there is such a letter */
  revive(queue: string, id: string): Promise<boolean>
}
