import { fail, ok, type Result } from '../../kernel/index.ts'
import { isOfOrganisation, PERSONAL, type PeopleEvent, Roster } from '../../people/index.ts'
import type { Json, RecordedEvent, Sealed, Store, Work } from '../../storage/index.ts'
import { RecordWatch } from './record-watch.ts'

/** What is needed of a store to keep people. */
export type PeopleStore = Pick<Store, 'kind' | 'readStream' | 'lastPosition' | 'unseal' | 'work'>

const STREAM = 'people'
/** Somebody else was quicker so often in a row: something is wrong. */
const MOST_TRIES = 8

/**
 * The people of a store: read once, kept in memory, and read on where the record has moved. All that is
 * decided of them stands in one stream, so that of two decisions at once the later one sees the earlier.
 */
export class Directory {
  readonly roster = new Roster()
  readonly #store: PeopleStore
  readonly #watch: RecordWatch
  #version = 0
  #position = 0
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(store: PeopleStore, watch: RecordWatch) {
    this.#store = store
    this.#watch = watch
  }

  static async open(store: PeopleStore, watch = new RecordWatch(store)): Promise<Directory> {
    const directory = new Directory(store, watch)
    await directory.#readOn()
    return directory
  }

  /** Everybody, as the record has it now or had it a moment ago. */
  async fresh(): Promise<Roster> {
    const position = await this.#watch.position()
    if (position > this.#position) {
      await this.#inTurn(() => this.#readOn())
      this.#position = position
    }
    return this.roster
  }

  /** Decides on the newest state and keeps what follows; where somebody was quicker, decides again. */
  async change(
    actor: string,
    decide: (roster: Roster) => Result<readonly PeopleEvent[]>,
  ): Promise<Result<readonly PeopleEvent[]>> {
    return await this.#inTurn(async () => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const decided = decide(this.roster)
        if (!decided.ok || decided.value.length === 0) return decided
        const kept = await this.#keep(actor, decided.value)
        if (kept.ok) {
          for (const event of decided.value) this.roster.apply(event)
          this.#version += decided.value.length
          return decided
        }
        if (kept.problems[0]?.code !== 'store.conflict') return kept
        await this.#readOn()
      }
      return fail({
        code: 'store.conflict',
        detail: 'Others changed the people again and again meanwhile.',
        remedy: 'Try again.',
      })
    })
  }

  async #keep(actor: string, events: readonly PeopleEvent[]): Promise<Result<void>> {
    return await this.#store.work(async (work) => {
      const rows: { type: string; body: Json }[] = []
      for (const event of events) {
        const body = await sealedBody(work, event)
        if (!body.ok) return body
        rows.push({ type: event.kind, body: body.value })
      }
      const appended = await work.append({
        stream: STREAM,
        expectedVersion: this.#version,
        events: rows,
        actor,
      })
      if (!appended.ok) return appended
      for (const event of events)
        if (event.kind === 'person-erased') await work.destroyKey(subjectOf(event.person))
      return ok(undefined)
    })
  }

  async #readOn(): Promise<void> {
    const events = await this.#store.readStream(STREAM, { from: this.#version + 1 })
    for (const recorded of events) {
      const event = await openedEvent(this.#store, recorded)
      if (event !== undefined) this.roster.apply(event)
      this.#version = recorded.version
    }
  }

  /** One after the other: two decisions on one version would refuse each other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

function subjectOf(person: string): string {
  return `person:${person}`
}

/** Kind and ids stand open; who somebody is stands sealed. */
async function sealedBody(work: Work, event: PeopleEvent): Promise<Result<Json>> {
  const personal = PERSONAL[event.kind] ?? []
  const fields = Object.entries(event) as [string, Json][]
  const open = Object.fromEntries(fields.filter(([name]) => !personal.includes(name)))
  if (isOfOrganisation(event) || personal.length === 0) return ok(open)
  const secret = Object.fromEntries(fields.filter(([name]) => personal.includes(name)))
  const sealed = await work.seal(subjectOf(event.person), secret)
  return sealed.ok ? ok({ ...open, sealed: sealed.value }) : sealed
}

/** An event as it was; of somebody erased only that they were there. */
async function openedEvent(
  store: PeopleStore,
  { body }: RecordedEvent,
): Promise<PeopleEvent | undefined> {
  // The stream holds what this directory wrote.
  const { sealed, ...open } = body as unknown as PeopleEvent & { readonly sealed?: Sealed }
  if (sealed === undefined) return open as PeopleEvent
  const opened = await store.unseal(sealed)
  if (opened.kind === 'open') return { ...open, ...(opened.value as object) } as PeopleEvent
  return open.kind === 'person-added' ? { ...open, name: 'erased' } : undefined
}
