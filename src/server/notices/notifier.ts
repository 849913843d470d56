import { announceAll, Courier, WEBHOOK_QUEUE, Webhooks } from '../../notices/index.ts'
import type { Store, Worker } from '../../storage/index.ts'
import { noticeOf } from './notice-of.ts'

export interface NotifierOptions {
  /** Opened when it is first needed. */
  readonly store: () => Promise<Store>
  readonly now: () => Date
  /** Webhooks may go to plain HTTP and to addresses of the own network. */
  readonly ownNetwork: boolean
  readonly tell: (error: unknown) => void
}

/** Receivers that are slow hold up so many others at most. */
const AT_ONCE = 8

interface Running {
  readonly webhooks: Webhooks
  readonly courier: Courier
  readonly workers: readonly Worker[]
}

/** Tells subscribers what happens in the record, from when it is first needed until the server ends. */
export class Notifier {
  readonly #options: NotifierOptions
  #running: Promise<Running> | undefined

  constructor(options: NotifierOptions) {
    this.#options = options
  }

  async webhooks(): Promise<Webhooks> {
    return (await this.start()).webhooks
  }

  start(): Promise<Running> {
    this.#running ??= this.#start()
    return this.#running
  }

  async stop(): Promise<void> {
    const running = await this.#running?.catch(() => undefined)
    await running?.courier.stop()
    for (const worker of running?.workers ?? []) await worker.stop()
  }

  async #start(): Promise<Running> {
    const { now, ownNetwork, tell } = this.#options
    const store = await this.#options.store()
    const webhooks = new Webhooks({ store, now, ownNetwork })
    const announce = announceAll((work, notice) => webhooks.announce(work, notice))
    const courier = new Courier({ store, noticeOf, announce, tell })
    const worker = await store.jobs.work(WEBHOOK_QUEUE.name, (job) => webhooks.attempt(job), {
      concurrency: AT_ONCE,
    })
    courier.start()
    return { webhooks, courier, workers: [worker] }
  }
}
