import {
  type Engine,
  lastRuns,
  PartyBook,
  type RecheckState,
  recheck,
  Shelf,
} from '../../desk/index.ts'
import { canonicalJson, type LegalDate } from '../../kernel/index.ts'
import { snapshotRowsOn } from '../../lists/index.ts'
import type { Kind } from '../../on-file/index.ts'
import { OnDemand, type Store, type Worker } from '../../storage/index.ts'
import { Refusal } from '../http/refusal.ts'
import type { Identity } from '../identity/identity.ts'
import type { ListsOnHand } from '../lists-on-hand.ts'
import { OWN_ORGANISATION } from '../people/operator.ts'

export const RECHECK_QUEUE = {
  name: 'recheck',
  retries: 3,
  retryAfterSeconds: 30,
  expireAfterSeconds: 3_600,
} as const

/** At night, when few ask. */
const DAILY = '20 3 * * *'
/** How often it is looked whether a list was taken in, in milliseconds. */
const LOOK = 60_000
const OWNER = 'file-owner'

export interface HouseOptions {
  readonly engine: Engine
  readonly lists: ListsOnHand
  readonly store: () => Promise<Store>
  readonly today: () => LegalDate
  readonly tell: (error: unknown) => void
}

/** What is on file here, and what keeps it answered: one organisation's, whose the store is. */
export class House {
  readonly #options: HouseOptions
  readonly #stopping = new AbortController()
  readonly #worker = new OnDemand(() => this.#begin())
  #looking: NodeJS.Timeout | undefined
  readonly #book = new OnDemand(async () => PartyBook.open(await this.store(), 'server'))
  #lists: string | undefined

  constructor(options: HouseOptions) {
    this.#options = options
  }

  async shelf(kind: Kind, { id }: Identity): Promise<Shelf> {
    return new Shelf(await this.#options.store(), kind, id)
  }

  store(): Promise<Store> {
    return this.#options.store()
  }

  /** The parties with their hits, as they stand now. Read once, they are kept. */
  async parties(): Promise<PartyBook> {
    const book = await this.#book.get()
    await book.refresh()
    return book
  }

  /**
   * What is on file is one organisation's: that which first put anything there, or, where the operator did, that
   * which the data folder begins with. Who only looks makes nothing theirs. @throws Refusal for any other
   */
  async enter({ organisation, id }: Identity, reach: string, puts = false): Promise<void> {
    if (reach === 'all') return
    const store = await this.#options.store()
    const mine = organisation ?? OWN_ORGANISATION
    const [owner] = await store.readStream(OWNER, { limit: 1 })
    if (owner === undefined) {
      if (await isAnythingOnFile(store)) {
        if (mine === OWN_ORGANISATION) return
        throw anothers()
      }
      if (!puts) return
      const events = [{ type: 'file.owned', body: { organisation: mine } }]
      const owned = await store.append({ stream: OWNER, expectedVersion: 0, events, actor: id })
      if (!owned.ok) await this.enter({ organisation: mine, id } as Identity, reach, puts)
      return
    }
    if ((owner.body as { readonly organisation?: string }).organisation === mine) return
    throw anothers()
  }

  /** @returns whether it was added: one may wait already */
  async queue(): Promise<boolean> {
    const store = await this.#options.store()
    await this.start()
    return await enqueue(store)
  }

  async waiting(): Promise<number> {
    return await (await this.#options.store()).jobs.waiting(RECHECK_QUEUE.name)
  }

  async last(): Promise<RecheckState | undefined> {
    return (await lastRuns(await this.#options.store())).last
  }

  /** Works off what is queued; queues a run once a day, and after a list was taken in. */
  async start(): Promise<void> {
    await this.#worker.get()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    clearInterval(this.#looking)
    await (await this.#worker.ifOpen())?.stop()
  }

  async #begin(): Promise<Worker> {
    const store = await this.#options.store()
    await store.jobs.schedule(RECHECK_QUEUE.name, DAILY, {})
    this.#lists = this.#listsNow()
    // Of a process that died in the middle; its job is free only when that has expired. Where another is still
    // at it, that one stops.
    if ((await lastRuns(store)).last?.state === 'running') await enqueue(store)
    const worker = await store.jobs.work(RECHECK_QUEUE.name, (_, signal) =>
      this.#recheck(store, signal),
    )
    this.#looking = setInterval(() => this.#look().catch(this.#options.tell), LOOK).unref()
    return worker
  }

  async #look(): Promise<void> {
    const now = this.#listsNow()
    if (now === this.#lists) return
    this.#lists = now
    await this.queue()
  }

  #listsNow(): string {
    const { lists, today } = this.#options
    const rows = snapshotRowsOn({ dataFolder: lists.dataFolder, asOf: today() })
    return canonicalJson(rows.map(({ source, digest }) => [source, digest]))
  }

  /** Stopped in the middle, it is gone on with by whoever takes the job up again. */
  async #recheck(store: Store, expired: AbortSignal): Promise<void> {
    const { engine, lists, today } = this.#options
    const signal = AbortSignal.any([expired, this.#stopping.signal])
    const book = await this.parties()
    const runs = recheck({
      ...{ store, engine, policy: lists.policy, dataFolder: lists.dataFolder, book },
      screeners: lists.screeners,
      ...{ actor: 'server', today: today(), on: today(), signal },
    })
    for await (const _ of runs) {
      // Which lists are here was read for the run; answers of older ones would pass for answers of these.
      lists.lookAgain()
      // Requests are let in between.
      await new Promise((next) => setImmediate(next))
    }
    book.expectChanges()
  }
}

async function enqueue(store: Store): Promise<boolean> {
  return await store.jobs.enqueue({ queue: RECHECK_QUEUE.name, data: {}, key: 'recheck' })
}

async function isAnythingOnFile(store: Store): Promise<boolean> {
  const streams = ['item:', 'party:', 'order:', 'tool:', 'ticket:']
  return (await store.readRecordBriefly({ streams, limit: 1 })).length > 0
}

function anothers(): Refusal {
  return new Refusal(403, {
    code: 'file.another-organisation',
    detail: 'What is on file here is that of another organisation.',
    remedy: 'Keep a store of your own.',
  })
}
