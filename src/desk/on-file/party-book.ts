import { namesOf, type StatedParty } from '../../catalogue/index.ts'
import { type LegalDate, ok, type Result, unwrap } from '../../kernel/index.ts'
import type { Stated } from '../../on-file/index.ts'
import {
  type CountersignHit,
  countersignHit,
  type DecideHit,
  decideHit,
  type GrowingState,
  growingMonitoring,
  type MonitoringEvent,
  type MonitoringState,
  type PartyQuery,
  type Rescreening,
} from '../../screening/index.ts'
import type { Json, Store, Work } from '../../storage/index.ts'
import { hitsTold } from './hits-told.ts'
import { NearParties } from './near-parties.ts'
import {
  appendPartyEvents,
  hitsByParty,
  MONITORING,
  partyEvents,
  SCREENED,
} from './party-events.ts'
import { type MonitoringRun, PartyScreening, type ScreenedParties } from './screen-parties.ts'
import { openEvents, Shelf } from './shelf.ts'
import { toldEvents } from './told.ts'

const PORTION = 5_000

/** An event of monitoring, and where it stands. */
export interface PlacedEvent {
  readonly event: MonitoringEvent
  readonly position: number
}

export interface FiledParties {
  readonly filed: number
  readonly changed: number
  /** Hits that were decided, and are open again for their party changed. */
  readonly reopened: number
}

/**
 * The parties on file with their hits and what persons decided of them. Each party is a stream, sealed under its
 * own key with all that was found of it; what was screened against is another. Kept in memory once it is read,
 * and brought up to what others wrote before anything is decided.
 */
export class PartyBook {
  readonly #store: Store
  readonly #actor: string
  #state: GrowingState = growingMonitoring()
  #events: PlacedEvent[] = []
  readonly #versions = new Map<string, number>()
  /** Where in the record each party stands as it is now. */
  readonly #filedAt = new Map<string, number>()
  #position = 0
  readonly #near = new NearParties()
  #busy: Promise<void> = Promise.resolve()
  /** One run after the other. */
  #screening: Promise<void> = Promise.resolve()

  private constructor(store: Store, actor: string) {
    this.#store = store
    this.#actor = actor
  }

  /** @param actor who writes, for the record */
  static async open(store: Store, actor: string): Promise<PartyBook> {
    const book = new PartyBook(store, actor)
    await book.refresh()
    return book
  }

  get state(): MonitoringState {
    return this.#state
  }

  /** Everything that happened, as far as it can still be read. */
  get events(): readonly PlacedEvent[] {
    return this.#events
  }

  /** Reads on from where it was. */
  refresh(): Promise<void> {
    return this.#alone(() => this.#readOn())
  }

  /** One after the other: what is decided is decided on the state that it is kept on. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#busy.then(work)
    this.#busy = settled(done)
    return done
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const range = { after: this.#position, limit: PORTION, streams: ['party:', MONITORING] }
      const recorded = await this.#store.readRecordBriefly(range)
      const opened = await openEvents<Opened>(this.#store, recorded, ({ type, position }) => ({
        kind: type,
        position,
      }))
      for (const { stream, version, position } of recorded) {
        this.#versions.set(stream, version)
        this.#position = position
      }
      for (const one of opened) {
        const event = this.#eventOf(one)
        if (event === undefined) continue
        this.#state.apply(event, one.position)
        if (event.kind === 'party-filed' || event.kind === 'party-changed')
          this.#filedAt.set(event.party, one.position)
        this.#events.push({ event, position: one.position })
      }
      if (recorded.length < PORTION) return
    }
  }

  /** Puts parties on file or changes them, all or none. */
  file(parties: ReadonlyMap<string, Stated>, on: LegalDate): Promise<Result<FiledParties>> {
    return this.#alone(async () => {
      await this.#readOn()
      const decided = this.#decided()
      const filed = await new Shelf(this.#store, 'party', this.#actor).file(parties, on)
      if (!filed.ok) return filed
      await this.#readOn()
      const still = new Set(this.#decided())
      return ok({ ...filed.value, reopened: decided.filter((hit) => !still.has(hit)).length })
    })
  }

  /** Takes a party off the file; its hits are gone with it. */
  retire(party: string, reason: string, on: LegalDate): Promise<Result<void>> {
    return this.#alone(async () => {
      const closed = await new Shelf(this.#store, 'party', this.#actor).close(party, reason, on)
      await this.#readOn()
      return closed
    })
  }

  /**
   * Screens what changed: parties against all rows, all parties against new rows. Stopped in the middle, it
   * keeps what is done, and the next run goes on with the rest. @throws ProblemError
   */
  screen(run: MonitoringRun): Promise<ScreenedParties> {
    const done = this.#screening.then(() => this.#screenAll(run))
    this.#screening = settled(done)
    return done
  }

  /** Others are let in while parties are compared; what is kept is made of the state as it is then. */
  async #screenAll(run: MonitoringRun): Promise<ScreenedParties> {
    await this.refresh()
    const screening = new PartyScreening(run, this.#state, this.#near)
    for (let isLast = false; !isLast; ) {
      await screening.lookAhead(this.#state, this.#filedAt)
      isLast = await this.#alone(async () => {
        await this.#readOn()
        const portion = screening.portionOf(this.#state, this.#filedAt, this.#position)
        const done = screening.screen(portion)
        unwrap(await this.#store.work((work) => this.#keepScreened(work, done, portion.through)))
        await this.#readOn()
        return portion.isLast
      })
    }
    return screening.result()
  }

  /** Makes ready for a change of the lists: what is kept open looks it up sooner than one that begins. */
  expectChanges(): void {
    const parties = [...this.#state.parties.values()]
    this.#near.prepare(parties.filter(({ isRetired, isScreened }) => isScreened && !isRetired))
  }

  /** @param actor who decides, where it is another than who opened the book */
  decide(command: DecideHit, actor?: string): Promise<Result<readonly MonitoringEvent[]>> {
    return this.#decideOn((state) => decideHit(state, command), actor)
  }

  countersign(
    command: CountersignHit,
    actor?: string,
  ): Promise<Result<readonly MonitoringEvent[]>> {
    return this.#decideOn((state) => countersignHit(state, command), actor)
  }

  #decideOn(
    decision: (state: MonitoringState) => Result<readonly MonitoringEvent[]>,
    actor = this.#actor,
  ): Promise<Result<readonly MonitoringEvent[]>> {
    return this.#alone(async () => {
      await this.#readOn()
      const made = decision(this.#state)
      if (!made.ok) return made
      const kept = await this.#store.work((work) => this.#keepEvents(work, made.value, actor))
      if (!kept.ok) return kept
      await this.#readOn()
      return made
    })
  }

  async #keepEvents(
    work: Work,
    events: readonly MonitoringEvent[],
    actor = this.#actor,
  ): Promise<Result<void>> {
    const own = partyEvents(events, this.#state)
    const kept = await appendPartyEvents(work, actor, own, this.#versions)
    return kept.ok ? ok(undefined) : kept
  }

  /** What was found stands with each party, and is told in the same work. */
  async #keepScreened(work: Work, done: Rescreening, through: number): Promise<Result<void>> {
    const [screened, ...reopened] = done.events
    if (screened?.kind !== 'screened') return ok(undefined)
    const hits = hitsByParty(screened, this.#state)
    const kept = await this.#keepEvents(work, [...hits, ...reopened])
    if (!kept.ok) return kept
    const told = await toldEvents(work, hitsTold(this.#state, done, screened.on))
    if (!told.ok) return told
    const { found, gone, kind: _kind, ...rest } = screened
    const counts = { found: found.length, gone: gone.length }
    const body = { ...rest, through, counts } as unknown as Json
    const appended = await work.append({
      stream: MONITORING,
      expectedVersion: this.#versions.get(MONITORING) ?? 0,
      events: [{ type: SCREENED, body }, ...told.value],
      actor: this.#actor,
    })
    return appended.ok ? ok(undefined) : appended
  }

  #decided(): readonly string[] {
    return [...this.#state.hits.values()].flatMap((hit) =>
      hit.isPresent && hit.decision !== undefined ? [hit.hit] : [],
    )
  }

  #eventOf(opened: Opened): MonitoringEvent | undefined {
    const { kind: type, position: _position, ...said } = opened
    switch (type) {
      case 'party-filed': {
        const {
          ref: party,
          on,
          stated,
        } = said as unknown as { ref: string; on: LegalDate; stated: Stated }
        const isThere = this.#state.parties.get(party)?.isRetired === false
        const query = queryOf(stated)
        return { kind: isThere ? 'party-changed' : 'party-filed', on, party, query }
      }
      case 'party-closed':
        return { kind: 'party-retired', on: said.on, party: said.ref }
      case SCREENED:
        return { found: [], gone: [], ...said, kind: 'screened' } as unknown as MonitoringEvent
      case 'party-hits':
        return { ...said, kind: type } as unknown as MonitoringEvent
      default: {
        const kind = HIT_EVENTS.find((one) => type === `party-${one}`)
        return kind === undefined ? undefined : ({ ...said, kind } as unknown as MonitoringEvent)
      }
    }
  }
}

async function settled(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined)
}

const HIT_EVENTS = [
  'hit-cleared',
  'hit-confirmed',
  'whitelisted',
  'overridden',
  'countersigned',
  'hit-reopened',
] as const

interface Opened {
  readonly kind: string
  readonly position: number
  readonly ref: string
  readonly on: LegalDate
}

/** What of a party on file is screened. */
export function queryOf(stated: Stated): PartyQuery {
  // It was held against its shape when it was filed.
  const { id: _id, ...query } = namesOf(stated as unknown as StatedParty)
  return query
}
