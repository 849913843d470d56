import { fail, type LegalDate, ok, type Problem, type Result } from '../../kernel/index.ts'
import {
  closeRecord,
  eraseRecord,
  fileRecord,
  type Kind,
  type OnFile,
  type RecordEvent,
  type Stated,
  usesOf,
} from '../../on-file/index.ts'
import type {
  Append,
  BriefEvent,
  Json,
  RecordedEvent,
  Sealed,
  Store,
  Work,
} from '../../storage/index.ts'
import { type FiledRow, type OnFileViews, typeOf } from './index-projection.ts'

/** Read and opened together. */
const TOGETHER = 5_000

const HAPPENINGS: ReadonlySet<string> = new Set<RecordEvent['kind']>([
  'filed',
  'answered',
  'closed',
  'erased',
])

/** What a work over many put on file did. */
export interface Filed {
  readonly filed: number
  readonly changed: number
}

/** An event of one stream, to be sealed and kept. */
export interface KeptEvent {
  readonly event: RecordEvent
  /** What of it may be read without the key. */
  readonly open?: { readonly [key: string]: Json }
}

/**
 * Everything of one kind on file: in the store, a stream each, what it says sealed under a key of its own.
 * The index tells which there are; only what is asked for is opened.
 */
export class Shelf<Answer = unknown> {
  readonly kind: Kind
  readonly #store: Store
  readonly #actor: string

  /** @param actor who writes, for the record */
  constructor(store: Store, kind: Kind, actor: string) {
    this.#store = store
    this.kind = kind
    this.#actor = actor
  }

  /** What the index says of all, or of these, by their numbers. */
  async rows(refs?: readonly string[]): Promise<ReadonlyMap<string, FiledRow>> {
    await this.#store.catchUp()
    const { kind } = this
    const rows: FiledRow[] = []
    const portions = refs === undefined ? [undefined] : portionsOf(refs)
    for (const some of portions) {
      const found = await this.#store.view<OnFileViews, readonly FiledRow[]>((views) => {
        const all = views.selectFrom('on_file').selectAll().where('kind', '=', kind)
        return (some === undefined ? all : all.where('ref', 'in', some))
          .orderBy('filed_at')
          .execute()
      })
      rows.push(...found)
    }
    return new Map(
      rows.map((row) => [
        row.ref,
        {
          ...row,
          filed_at: Number(row.filed_at),
          answered_at: row.answered_at === null ? null : Number(row.answered_at),
        },
      ]),
    )
  }

  /** What these state, by number; one that was erased is left out. */
  async stated(rows: Iterable<FiledRow>): Promise<ReadonlyMap<string, Stated>> {
    const events = await this.#at([...rows].map(({ filed_at }) => filed_at))
    return new Map(
      events.flatMap((event) =>
        event.kind === 'filed' ? [[event.ref, event.stated] as const] : [],
      ),
    )
  }

  /** One as all its events leave it. */
  async find(ref: string): Promise<OnFile<Answer> | undefined> {
    const [row] = (await this.rows([ref])).values()
    if (row === undefined || row.is_erased) return undefined
    const stated = (await this.stated([row])).get(ref)
    if (stated === undefined) return undefined
    const history = await this.historyOf(ref)
    const last = history.findLast((event) => event.kind === 'answered')
    const closed = row.is_open ? undefined : history.findLast((event) => event.kind === 'closed')
    return {
      ref,
      stated,
      filedOn: row.filed_on as LegalDate,
      answers: history.filter((event) => event.kind === 'answered').length,
      ...(last === undefined ? {} : { last }),
      ...(closed === undefined ? {} : { closed: { on: closed.on, reason: closed.reason } }),
    }
  }

  /** The last answers of these, by number. */
  async answers(rows: Iterable<FiledRow>): Promise<ReadonlyMap<string, Answer>> {
    const events = await this.#at([...rows].flatMap(({ answered_at }) => answered_at ?? []))
    return new Map(
      events.flatMap((event) =>
        event.kind === 'answered' ? [[event.ref, event.answer] as const] : [],
      ),
    )
  }

  /** All events of one that can be read, in order. */
  async historyOf(ref: string): Promise<readonly RecordEvent<Answer>[]> {
    return await this.#opened(await this.#store.readStream(streamOf(this.kind, ref)))
  }

  /** Puts many on file, all or none. @returns how many are new or changed */
  async file(all: ReadonlyMap<string, Stated>, on: LegalDate): Promise<Result<Filed>> {
    const rows = await this.rows([...all.keys()])
    const before = await this.stated(rows.values())
    const events: KeptEvent[] = []
    let filed = 0
    for (const [ref, stated] of all) {
      const row = rows.get(ref)
      const known = before.get(ref)
      const record =
        known === undefined ? undefined : { ...recordAs(ref, known, on), ...closedAs(row) }
      const made = fileRecord(record, ref, stated, on)
      if (made.length > 0 && row === undefined) filed += 1
      const uses = usesOf(this.kind, stated).map(({ kind, ref: used }) => [kind, used] as const)
      events.push(...made.map((event) => ({ event, open: { uses } })))
    }
    const kept = await this.keep(events, rows)
    return kept.ok ? ok({ filed, changed: events.length - filed }) : kept
  }

  async close(ref: string, reason: string, on: LegalDate): Promise<Result<void>> {
    const events = closeRecord(this.kind, await this.find(ref), ref, reason, on)
    return events.ok ? await this.keep(events.value.map((event) => ({ event }))) : events
  }

  /** The key that it was sealed under goes; its events stay, and nobody can read them. */
  async erase(ref: string, reason: string, on: LegalDate): Promise<Result<void>> {
    const events = eraseRecord(this.kind, await this.find(ref), ref, reason, on)
    return events.ok ? await this.keep(events.value.map((event) => ({ event }))) : events
  }

  /** Keeps events on the state that the rows say, all or none. @param also belongs to the same work */
  async keep(
    events: readonly KeptEvent[],
    known?: ReadonlyMap<string, FiledRow>,
    also?: (work: Work) => Promise<Result<void>>,
  ): Promise<Result<void>> {
    const rows = known ?? (await this.rows(events.map(({ event }) => event.ref)))
    return await this.#store.work(async (work) => {
      const kept = await this.keepIn(work, events, rows)
      return kept.ok && also !== undefined ? await also(work) : kept
    })
  }

  async keepIn(
    work: Work,
    events: readonly KeptEvent[],
    rows: ReadonlyMap<string, FiledRow>,
  ): Promise<Result<void>> {
    const bodies = await this.#bodies(work, events)
    if (!bodies.ok) return bodies
    const appends = new Map<string, Append>()
    for (const [at, { event }] of events.entries()) {
      const { ref } = event
      const before = appends.get(ref)
      appends.set(ref, {
        stream: streamOf(this.kind, ref),
        actor: this.#actor,
        expectedVersion: rows.get(ref)?.version ?? 0,
        events: [
          ...(before?.events ?? []),
          { type: typeOf(this.kind, event.kind), body: bodies.value[at] ?? null },
        ],
      })
    }
    const appended = await work.appendAll([...appends.values()])
    if (!appended.ok) return appended
    for (const { event } of events)
      if (event.kind === 'erased') await work.destroyKey(streamOf(this.kind, event.ref))
    return ok(undefined)
  }

  /** What is on file names persons and what they buy: all but its number, the day and its standing is sealed. */
  async #bodies(work: Work, events: readonly KeptEvent[]): Promise<Result<readonly Json[]>> {
    const sealed = await work.sealAll(
      events.flatMap(({ event }) => {
        const { kind, ref, on: _on, ...said } = event
        // Plain data; its types say so of more than JSON has words for.
        const value = said as unknown as Json
        return kind === 'erased' ? [] : [{ subject: streamOf(this.kind, ref), value }]
      }),
    )
    if (!sealed.ok) return fail(...sealed.problems.map((one) => this.#named(one)))
    let next = 0
    return ok(
      events.map(({ event, open = {} }): Json => {
        const { ref, on } = event
        if (event.kind === 'erased') return { ref, on, reason: event.reason }
        next += 1
        return { ref, on, ...open, sealed: sealed.value[next - 1] ?? null }
      }),
    )
  }

  #named(problem: Problem): Problem {
    return problem.code === 'store.subject-destroyed'
      ? { ...problem, remedy: `Give the ${this.kind} a new number.` }
      : problem
  }

  async #at(positions: readonly number[]): Promise<readonly RecordEvent<Answer>[]> {
    const events: RecordEvent<Answer>[] = []
    for (const some of portionsOf(positions))
      events.push(...(await this.#opened(await this.#store.readPositions(some))))
    return events
  }

  async #opened(recorded: readonly RecordedEvent[]): Promise<readonly RecordEvent<Answer>[]> {
    // In the stream of a party stands more, of its hits.
    const own = recorded.filter(({ type }) => HAPPENINGS.has(type.slice(this.kind.length + 1)))
    return await openEvents<RecordEvent<Answer>>(this.#store, own, (event) => ({
      kind: event.type.slice(this.kind.length + 1),
    }))
  }
}

export function streamOf(kind: Kind, ref: string): string {
  return `${kind}:${ref}`
}

/** Events as they were, with a head made of each; one whose key is gone is left out. */
export async function openEvents<Event, Recorded extends BriefEvent = BriefEvent>(
  store: Pick<Store, 'unsealAll'>,
  recorded: readonly Recorded[],
  headOf: (event: Recorded) => object,
): Promise<readonly Event[]> {
  const sealed = recorded.flatMap((event) => sealedOf(event) ?? [])
  const opened = await store.unsealAll(sealed)
  let next = 0
  return recorded.flatMap((event) => {
    const { sealed: closed, ...open } = event.body as { readonly [key: string]: Json }
    if (closed === undefined) return [{ ...open, ...headOf(event) } as Event]
    const value = opened[next]
    next += 1
    if (value?.kind !== 'open') return []
    return [{ ...open, ...(value.value as object), ...headOf(event) } as Event]
  })
}

function sealedOf({ body }: BriefEvent): Sealed | undefined {
  return (body as { readonly sealed?: Sealed }).sealed
}

function portionsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) =>
    all.slice(at * TOGETHER, (at + 1) * TOGETHER),
  )
}

function recordAs(ref: string, stated: Stated, on: LegalDate): OnFile {
  return { ref, stated, filedOn: on, answers: 0 }
}

function closedAs(row: FiledRow | undefined): Pick<OnFile, 'closed'> {
  return row?.is_open === false
    ? { closed: { on: row.filed_on as LegalDate, reason: 'closed' } }
    : {}
}
