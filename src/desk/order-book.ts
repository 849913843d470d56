import type { Determination } from '../determination/index.ts'
import { type LegalDate, ok, type Problem, ProblemError, type Result } from '../kernel/index.ts'
import {
  answerOrder,
  applyToOrder,
  closeOrder,
  type Difference,
  eraseOrder,
  fileOrder,
  type OrderEvent,
  type OrderOnFile,
  type StatedTransaction,
} from '../orders/index.ts'
import type { Json, Sealed, Store, Work } from '../storage/index.ts'

/** Orders are streams of this name and their ref. */
const STREAM = 'order:'
/** Answered and kept together: a run that is stopped keeps what it had done before. */
const TOGETHER = 100

interface Kept {
  /** None: it was erased. */
  readonly order: OrderOnFile | undefined
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
        const event = await openedEvent(store, body)
        const { ref } = body as unknown as Marked
        const before = kept.get(ref)?.order
        kept.set(ref, {
          order: event === undefined ? before : applyToOrder(before, event),
          version,
        })
      }
      if (portion.length === 0) return new OrderBook(store, actor, kept)
    }
  }

  all(): readonly OrderOnFile[] {
    return [...this.#kept.values()].flatMap(({ order }) => order ?? [])
  }

  open(): readonly OrderOnFile[] {
    return this.all().filter(({ closed }) => closed === undefined)
  }

  find(ref: string): OrderOnFile | undefined {
    return this.#kept.get(ref)?.order
  }

  /** All events of an order that can be read, in order. */
  async historyOf(ref: string): Promise<readonly OrderEvent[]> {
    const history: OrderEvent[] = []
    for (const { body } of await this.#store.readStream(streamOf(ref))) {
      const event = await openedEvent(this.#store, body)
      if (event !== undefined) history.push(event)
    }
    return history
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

  /** The key that the order was sealed under goes; its events stay, and nobody can read them. */
  async erase(ref: string, reason: string, on: LegalDate): Promise<Result<void>> {
    const events = eraseOrder(this.find(ref), ref, reason, on)
    return events.ok ? this.#keep(events.value) : events
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
        const body = await sealedBody(work, event)
        if (!body.ok) return body
        const appended = await work.append({
          stream: streamOf(ref),
          expectedVersion: version,
          events: [{ type: kind, body: body.value }],
          actor: this.#actor,
        })
        if (!appended.ok) return appended
        if (kind === 'order-erased') await work.destroyKey(streamOf(ref))
      }
      return ok(undefined)
    })
    if (!kept.ok) return kept
    for (const event of events) {
      const before = this.#kept.get(event.ref)
      const order = applyToOrder(before?.order, event)
      this.#kept.set(event.ref, { order, version: (before?.version ?? 0) + 1 })
    }
    return ok(undefined)
  }
}

/** What of an event stands open in the record. */
type Marked = Pick<OrderEvent, 'kind' | 'ref' | 'on'>

function streamOf(ref: string): string {
  return `${STREAM}${ref}`
}

/** An order names persons and what they buy: all but its number, the kind and the day is sealed. */
async function sealedBody(work: Work, event: OrderEvent): Promise<Result<Json>> {
  const { kind, ref, on, ...said } = event
  if (kind === 'order-erased') return ok({ ...event })
  // Plain data; its types say so of more than JSON has words for.
  const sealed = await work.seal(streamOf(ref), said as unknown as Json)
  return sealed.ok ? ok({ kind, ref, on, sealed: sealed.value }) : sealed
}

/** An event as it was; nothing where its key is gone. */
async function openedEvent(store: Store, body: Json): Promise<OrderEvent | undefined> {
  // The stream holds what this book wrote.
  const { sealed, ...marked } = body as unknown as Marked & { readonly sealed?: Sealed }
  if (sealed === undefined) return marked as OrderEvent
  const opened = await store.unseal(sealed)
  return opened.kind === 'destroyed'
    ? undefined
    : ({ ...marked, ...(opened.value as object) } as OrderEvent)
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
