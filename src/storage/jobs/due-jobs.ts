import { setTimeout as wait } from 'node:timers/promises'

/** A worker that is to hear of jobs that are due in its queue. */
export interface Waiting {
  readonly queue: string
  readonly wake: () => void
  /** How often is looked for it. */
  readonly everyMilliseconds: number
}

/** Says in which of these queues a job is due. */
export type DueIn = (queues: readonly string[]) => Promise<readonly string[]>

/**
 * Looks for jobs that came due by themselves or that other processes added, for all workers at once: however many
 * queues there are, it is one question to the database each time, and none where nobody works.
 */
export class DueJobs {
  readonly #dueIn: DueIn
  readonly #waiting = new Set<Waiting>()
  #pause = new AbortController()
  #looking: Promise<void> = Promise.resolve()

  constructor(dueIn: DueIn) {
    this.#dueIn = dueIn
  }

  /** @returns what ends it */
  lookFor(waiting: Waiting): () => void {
    const isFirst = this.#waiting.size === 0
    this.#waiting.add(waiting)
    if (isFirst) this.#looking = this.#looking.then(() => this.#look())
    // Whoever looks more often than those before is not to wait for their turn.
    else this.#pause.abort()
    return () => {
      this.#waiting.delete(waiting)
      if (this.#waiting.size === 0) this.#pause.abort()
    }
  }

  /** A job was added to a queue by this process. */
  wake(queue: string): void {
    for (const one of this.#waiting) if (one.queue === queue) one.wake()
  }

  /** When nobody is looked for any more, and the last question is answered. */
  async settled(): Promise<void> {
    await this.#looking
  }

  async #look(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#pause = new AbortController()
      const { signal } = this.#pause
      const every = Math.min(...[...this.#waiting].map((one) => one.everyMilliseconds))
      await wait(every, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) continue
      const queues = [...new Set([...this.#waiting].map(({ queue }) => queue))]
      // A database that is gone is asked again next time.
      for (const queue of await this.#dueIn(queues).catch(() => [])) this.wake(queue)
    }
  }
}
