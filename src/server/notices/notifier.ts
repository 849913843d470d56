import {
  announceAll,
  Courier,
  MAIL_QUEUE,
  type Mailer,
  Mails,
  WEBHOOK_QUEUE,
  Webhooks,
} from '../../notices/index.ts'
import { OnDemand, type Store, type Worker } from '../../storage/index.ts'
import { changesSince, noticesOf } from './notice-of.ts'

export interface NotifierOptions {
  /** Opened when it is first needed. */
  readonly store: () => Promise<Store>
  readonly now: () => Date
  /** Webhooks may go to plain HTTP and to addresses of the own network. */
  readonly ownNetwork: boolean
  /** None: nobody is told by mail. */
  readonly mailer?: Mailer
  readonly tell: (error: unknown) => void
}

/** Receivers that are slow hold up so many others at most. */
const AT_ONCE = 8

interface Running {
  readonly webhooks: Webhooks
  readonly mails: Mails
  readonly courier: Courier
  readonly workers: readonly Worker[]
}

/** Tells subscribers what happens in the record, from when it is first needed until the server ends. */
export class Notifier {
  readonly #options: NotifierOptions
  readonly #running = new OnDemand(() => this.#start())

  constructor(options: NotifierOptions) {
    this.#options = options
  }

  async webhooks(): Promise<Webhooks> {
    return (await this.start()).webhooks
  }

  async mails(): Promise<Mails> {
    return (await this.start()).mails
  }

  start(): Promise<Running> {
    return this.#running.get()
  }

  async stop(): Promise<void> {
    const running = await this.#running.ifOpen()
    await running?.courier.stop()
    for (const worker of running?.workers ?? []) await worker.stop()
  }

  async #start(): Promise<Running> {
    const { now, ownNetwork, mailer, tell } = this.#options
    const store = await this.#options.store()
    const webhooks = new Webhooks({ store, now, ownNetwork })
    const mails = new Mails({
      store,
      now,
      mailer,
      changesSince: (position) => changesSince(store, position),
    })
    const announce = announceAll(
      (work, notice) => webhooks.announce(work, notice),
      (work, notice) => mails.announce(work, notice),
    )
    const courier = new Courier({ store, noticesOf, announce, tell })
    const workers = await Promise.all([
      store.jobs.work(WEBHOOK_QUEUE.name, (job) => webhooks.attempt(job), { concurrency: AT_ONCE }),
      store.jobs.work(MAIL_QUEUE.name, (job) => mails.attempt(job)),
    ])
    courier.start()
    return { webhooks, mails, courier, workers }
  }
}
