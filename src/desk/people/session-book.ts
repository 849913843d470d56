import { ProblemError } from '../../kernel/index.ts'
import {
  applyToSessions,
  type Instant,
  isOver,
  SESSION_LIMITS,
  type Session,
  type SessionEvent,
  type SessionLimits,
  type Sessions,
  seeSession,
} from '../../people/index.ts'
import type { Json, Store } from '../../storage/index.ts'
import { RecordWatch } from './record-watch.ts'

export type SessionStore = Pick<Store, 'kind' | 'readStream' | 'lastPosition' | 'append'>

interface Kept {
  readonly sessions: Sessions
  readonly version: number
  /** Where the record ended when this was read. */
  readonly position: number
}

/** So many persons' sessions are kept in memory. */
const MOST_KEPT = 10_000
const MOST_TRIES = 8

/** Who is signed in: a stream for each person, kept in memory, read on where the record has moved. */
export class SessionBook {
  readonly #store: SessionStore
  readonly #watch: RecordWatch
  readonly #limits: SessionLimits
  readonly #kept = new Map<string, Kept>()

  constructor(
    store: SessionStore,
    watch = new RecordWatch(store),
    limits: SessionLimits = SESSION_LIMITS,
  ) {
    this.#store = store
    this.#watch = watch
    this.#limits = limits
  }

  /** @param now where it goes on from another, and began before */
  async start(person: string, session: Omit<Session, 'seen'>, now?: Instant): Promise<void> {
    const { id, started, means, device, organisation } = session
    const where = organisation === undefined ? {} : { organisation }
    const when = now === undefined ? { at: started } : { at: now, since: started }
    const event = {
      kind: 'session-started',
      session: id,
      ...when,
      means,
      device,
      ...where,
    } as const
    await this.#tell(person, () => [event])
  }

  /** The session, where it is not over; that it is in use is noted, that it is over too. */
  async find(person: string, id: string, now: Instant): Promise<Session | undefined> {
    const { sessions } = await this.#read(person)
    const session = sessions.get(id)
    if (session === undefined) return undefined
    if (isOver(session, now, this.#limits)) {
      await this.end(person, now, 'over', (one) => one.id === id)
      return undefined
    }
    const seen = seeSession(session, now, this.#limits)
    if (seen.length > 0) await this.#tell(person, (known) => (known.has(id) ? seen : []))
    return session
  }

  /** Those that are not over, newest first. */
  async all(person: string, now: Instant): Promise<readonly Session[]> {
    const { sessions } = await this.#read(person)
    return [...sessions.values()].filter((one) => !isOver(one, now, this.#limits)).toReversed()
  }

  /** @returns how many were ended */
  async end(
    person: string,
    at: Instant,
    because: Extract<SessionEvent, { kind: 'session-ended' }>['because'],
    which: (session: Session) => boolean = () => true,
  ): Promise<number> {
    const ended = await this.#tell(person, (sessions) =>
      [...sessions.values()].filter(which).map(({ id }) => ({
        kind: 'session-ended',
        session: id,
        at,
        because,
      })),
    )
    return ended.length
  }

  async #read(person: string): Promise<Kept> {
    const position = await this.#watch.position()
    const before = this.#kept.get(person)
    if (before !== undefined && before.position >= position) return before
    return await this.#readOn(person, position)
  }

  async #readOn(person: string, position: number): Promise<Kept> {
    const before = this.#kept.get(person) ?? { sessions: new Map(), version: 0, position: 0 }
    const events = await this.#store.readStream(streamOf(person), { from: before.version + 1 })
    // The stream holds what this book wrote.
    const sessions = events.reduce<Sessions>(
      (known, { body }) => applyToSessions(known, body as unknown as SessionEvent),
      before.sessions,
    )
    return this.#keep(person, { sessions, version: before.version + events.length, position })
  }

  #keep(person: string, kept: Kept): Kept {
    const now = this.#kept.get(person)
    // Another reading may have come further meanwhile.
    if (now !== undefined && now.version > kept.version) return now
    this.#kept.delete(person)
    this.#kept.set(person, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return kept
  }

  async #tell(
    person: string,
    decide: (sessions: Sessions) => readonly SessionEvent[],
  ): Promise<readonly SessionEvent[]> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { sessions, version, position } = await this.#read(person)
      const events = decide(sessions)
      if (events.length === 0) return events
      const appended = await this.#store.append({
        stream: streamOf(person),
        expectedVersion: version,
        events: events.map((event) => ({ type: event.kind, body: event as unknown as Json })),
        actor: person,
      })
      if (appended.ok) {
        const next = events.reduce(applyToSessions, sessions)
        this.#keep(person, { sessions: next, version: version + events.length, position })
        return events
      }
      if (appended.problems[0]?.code !== 'store.conflict')
        throw new ProblemError(...appended.problems)
      await this.#readOn(person, position)
    }
    throw new ProblemError({
      code: 'store.conflict',
      detail: 'Others were quicker again and again.',
    })
  }
}

function streamOf(person: string): string {
  return `sessions:${person}`
}
