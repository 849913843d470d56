import type { Determination } from '../determination/index.ts'
import {
  assert,
  type LegalDate,
  ok,
  type Problem,
  ProblemError,
  type Result,
} from '../kernel/index.ts'
import {
  answerOrder,
  applyToOrder,
  closeOrder,
  type Difference,
  fileOrder,
  type OrderEvent,
  type OrderOnFile,
  type StatedTransaction,
} from '../orders/index.ts'
import type { Json, Store } from '../storage/index.ts'

/** Orders are streams of this name and their ref. */
const STREAM = 'order:'
/** Answered and kept together: a run that is stopped keeps what it had done before. */
const TOGETHER = 100

interface Kept {
  readonly order: OrderOnFile
  readonly version: number
}

/** What a run over all open orders found of one. */
export interface Rechecked {
  readonly ref: string
  readonly answer?: Determination
  /** The first answer has none, and one that says the same neither. */
  readonly difference?: Difference
  readonly isFirst: boolean
  /** Why it could not be answered; its last answer stays. */
  readonly problems: readonly Problem[]
}

/** The open orders of a store, answered again when law or lists change. */
export class OrderBook {
  readonly #store: Store
  readonly #actor: string
  readonly #kept: Map<string, Kept>

  private constructor(store: Store, actor: string, kept: Map<string, Kept>) {
    this.#store = store
    this.#actor = actor
    this.#kept = kept
  }

  /** Reads every order. @param actor who writes, for the record */
  static async open(store: Store, actor: string): Promise<OrderBook> {
    const kept = new Map<string, Kept>()
    let after = 0
    for (;;) {
      const portion = await store.readRecord({ after })
      for (const { position, stream, version, body } of portion) {
        after = position
        if (!stream.startsWith(STREAM)) continue
        // The stream holds what this book wrote.
        const event = body as unknown as OrderEvent
        const order = applyToOrder(kept.get(event.ref)?.order, event)
        if (order !== undefined) kept.set(event.ref, { order, version })
      }
      if (portion.length === 0) return new OrderBook(store, actor, kept)
    }
  }

  all(): readonly OrderOnFile[] {
    return [...this.#kept.values()].map(({ order }) => order)
  }

  open(): readonly OrderOnFile[] {
    return this.all().filter(({ closed }) => closed === undefined)
  }

  find(ref: string): OrderOnFile | undefined {
    return this.#kept.get(ref)?.order
  }

  /** All events of an order, in order. */
  async historyOf(ref: string): Promise<readonly OrderEvent[]> {
    const events = await this.#store.readStream(`${STREAM}${ref}`)
    return events.map(({ body }) => body as unknown as OrderEvent)
  }

  /** Puts orders on file, all or none. @returns how many are new or changed */
  async file(
    orders: ReadonlyMap<string, StatedTransaction>,
    on: LegalDate,
  ): Promise<Result<{ readonly filed: number; readonly changed: number }>> {
    let [filed, changed] = [0, 0]
    const events = [...orders].flatMap(([ref, transaction]) => {
      const before = this.find(ref)
      const made = fileOrder(before, ref, transaction, on)
      if (made.length > 0 && before === undefined) filed += 1
      else if (made.length > 0) changed += 1
      return made
    })
    const kept = await this.#keep(events)
    return kept.ok ? ok({ filed, changed }) : kept
  }

  async close(ref: string, reason: string, on: LegalDate): Promise<Result<void>> {
    const events = closeOrder(this.find(ref), ref, reason, on)
    return events.ok ? this.#keep(events.value) : events
  }

  /**
   * Answers every open order, tells of each in the order of filing, and keeps the answers that say
   * anything else. Stopped and begun again, it goes on where it was: what is kept already says the same.
   * @throws ProblemError where the store refuses
   */
  async *recheck(
    answer: (transaction: StatedTransaction) => Determination,
    on: LegalDate,
  ): AsyncGenerator<readonly Rechecked[]> {
    const open = this.open()
    for (let at = 0; at < open.length; at += TOGETHER) {
      const portion = open.slice(at, at + TOGETHER).map((order) => recheckOne(order, answer, on))
      const kept = await this.#keep(portion.flatMap(({ events }) => events))
      if (!kept.ok) throw new ProblemError(...kept.problems)
      yield portion.map(({ found }) => found)
    }
  }

  async #keep(events: readonly OrderEvent[]): Promise<Result<void>> {
    const kept = await this.#store.work(async (work) => {
      const versions = new Map<string, number>()
      for (const event of events) {
        const { ref, kind } = event
        const version = versions.get(ref) ?? this.#kept.get(ref)?.version ?? 0
        versions.set(ref, version + 1)
        const appended = await work.append({
          stream: `${STREAM}${ref}`,
          expectedVersion: version,
          // An event is plain data; its type says so of more than JSON has words for.
          events: [{ type: kind, body: event as unknown as Json }],
          actor: this.#actor,
        })
        if (!appended.ok) return appended
      }
      return ok(undefined)
    })
    if (!kept.ok) return kept
    for (const event of events) {
      const before = this.#kept.get(event.ref)
      const order = applyToOrder(before?.order, event)
      assert(order !== undefined, 'an order begins with its filing')
      this.#kept.set(event.ref, { order, version: (before?.version ?? 0) + 1 })
    }
    return ok(undefined)
  }
}

function recheckOne(
  order: OrderOnFile,
  answer: (transaction: StatedTransaction) => Determination,
  on: LegalDate,
): { readonly found: Rechecked; readonly events: readonly OrderEvent[] } {
  const { ref, last, transaction } = order
  const isFirst = last === undefined
  try {
    const made = answer(transaction)
    const events = answerOrder(order, made, on)
    const difference = events[0]?.difference
    return {
      events,
      found: {
        ref,
        answer: made,
        isFirst,
        problems: [],
        ...(difference === undefined ? {} : { difference }),
      },
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { events: [], found: { ref, isFirst, problems: error.problems } }
  }
}
