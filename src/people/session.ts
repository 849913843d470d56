import type { Instant } from './people-event.ts'

/** How somebody signed in. */
export type SignInMeans = 'password' | 'passkey' | 'provider' | 'link'

/** What happens to the sessions of one person. */
export type SessionEvent = SessionStarted | SessionSeen | SessionEnded

export interface SessionStarted {
  readonly kind: 'session-started'
  /** Digest of the secret in the cookie: whoever reads the record has no session. */
  readonly session: string
  readonly at: Instant
  readonly means: SignInMeans
  /** Of the browser no more than tells one's own devices apart. */
  readonly device: string
  readonly organisation?: string
  /** When one signed in, where this session goes on from another: by switching nobody stays longer. */
  readonly since?: Instant
}

/** Said seldom: often enough that idle is told from in use. */
export interface SessionSeen {
  readonly kind: 'session-seen'
  readonly session: string
  readonly at: Instant
}

export interface SessionEnded {
  readonly kind: 'session-ended'
  readonly session: string
  readonly at: Instant
  readonly because: 'signed-out' | 'over' | 'everywhere' | 'suspended'
}

export interface Session {
  readonly id: string
  readonly started: Instant
  readonly seen: Instant
  readonly means: SignInMeans
  readonly device: string
  readonly organisation?: string
}

export interface SessionLimits {
  /** From sign-in to sign-in, whatever is done, in milliseconds. */
  readonly absolute: number
  /** Without a request, in milliseconds. */
  readonly idle: number
  /** So much later than last said, it is said again that it is in use. */
  readonly tellAfter: number
}

const MINUTE = 60_000
export const SESSION_LIMITS: SessionLimits = {
  absolute: 12 * 60 * MINUTE,
  idle: 60 * MINUTE,
  tellAfter: 5 * MINUTE,
}

/** The sessions that are not ended. */
export type Sessions = ReadonlyMap<string, Session>

export function applyToSessions(sessions: Sessions, event: SessionEvent): Sessions {
  const next = new Map(sessions)
  if (event.kind === 'session-ended') next.delete(event.session)
  else if (event.kind === 'session-started') {
    const { session: id, at, means, device, organisation, since } = event
    const where = organisation === undefined ? {} : { organisation }
    next.set(id, { id, started: since ?? at, seen: at, means, device, ...where })
  } else {
    const before = sessions.get(event.session)
    if (before !== undefined) next.set(event.session, { ...before, seen: event.at })
  }
  return next
}

/**
 * Whether a session is over. One that began later than now was signed in to by another clock: a clock that
 * was set back must not make it last.
 */
export function isOver(
  { started, seen }: Session,
  now: Instant,
  { absolute, idle }: SessionLimits,
): boolean {
  const at = Date.parse(now)
  const [sinceStart, sinceSeen] = [at - Date.parse(started), at - Date.parse(seen)]
  const isFromTheFuture = sinceStart < -CLOCKS_DIFFER || sinceSeen < -CLOCKS_DIFFER
  return isFromTheFuture || sinceStart > absolute || sinceSeen > idle
}

/** Two servers' clocks are never quite the same. */
const CLOCKS_DIFFER = 2 * MINUTE

/** What is to be kept of a request in this session. */
export function seeSession(
  { id, seen }: Session,
  now: Instant,
  { tellAfter }: SessionLimits,
): readonly SessionSeen[] {
  if (Date.parse(now) - Date.parse(seen) < tellAfter) return []
  return [{ kind: 'session-seen', session: id, at: now }]
}
