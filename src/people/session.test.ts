import { describe, expect, test } from 'vitest'
import {
  applyToSessions,
  isOver,
  SESSION_LIMITS,
  type Session,
  type SessionEvent,
  type Sessions,
  seeSession,
} from './session.ts'
import { PER_ADDRESS, PER_NAME, waitOf, withFailure } from './throttle.ts'

const at = (minutes: number): string =>
  new Date(Date.parse('2026-06-01T08:00:00Z') + minutes * 60_000).toISOString()
const session = (seen = 0): Session => ({
  id: 's',
  started: at(0),
  seen: at(seen),
  means: 'password',
  device: 'Firefox on Linux',
})
const over = (seen: number, now: number): boolean => isOver(session(seen), at(now), SESSION_LIMITS)

describe('a session', () => {
  test('ends an hour after it was last seen', () => {
    expect(over(0, 60)).toBe(false)
    expect(over(0, 60.1)).toBe(true)
    expect(over(50, 110)).toBe(false)
  })

  test('ends twelve hours after it began, however busy', () => {
    expect(over(719, 720)).toBe(false)
    expect(over(720, 720.1)).toBe(true)
  })

  test('that began, or was seen, later than now is over: a clock was set back', () => {
    expect(over(0, -1)).toBe(false)
    expect(over(0, -3)).toBe(true)
    expect(over(30, 20)).toBe(true)
  })

  test('is told to be in use now and then, not at each request', () => {
    expect(seeSession(session(), at(4), SESSION_LIMITS)).toEqual([])
    expect(seeSession(session(), at(5), SESSION_LIMITS)).toEqual([
      { kind: 'session-seen', session: 's', at: at(5) },
    ])
  })

  test('is what its events say; one that is not there is not seen into being', () => {
    const started: SessionEvent = {
      kind: 'session-started',
      session: 's',
      at: at(0),
      means: 'password',
      device: 'Firefox on Linux',
    }
    const seen: SessionEvent = { kind: 'session-seen', session: 's', at: at(9) }
    const ended: SessionEvent = { kind: 'session-ended', session: 's', at: at(10), because: 'over' }
    const sessionsAfter = (...events: readonly SessionEvent[]): Sessions =>
      events.reduce<Sessions>(applyToSessions, new Map())
    expect([...sessionsAfter(started, seen).values()]).toEqual([session(9)])
    expect(sessionsAfter(started, ended).size).toBe(0)
    expect(sessionsAfter(started, ended, seen).size).toBe(0)
  })
})

describe('who fails to sign in', () => {
  const failing = (times: number, limits = PER_NAME) =>
    Array.from({ length: times }).reduce<ReturnType<typeof withFailure> | undefined>(
      (attempts) => withFailure(attempts, 0, limits),
      undefined,
    )

  test('waits twice as long each time after the first few', () => {
    expect([4, 5, 6, 7].map((times) => waitOf(failing(times), 0, PER_NAME))).toEqual([
      0, 1000, 2000, 4000,
    ])
    expect(waitOf(failing(5), 999, PER_NAME)).toBe(1)
    expect(waitOf(failing(5), 1000, PER_NAME)).toBe(0)
  })

  test('waits a quarter of an hour at most, so that nobody is locked out by another', () => {
    expect(waitOf(failing(60), 0, PER_NAME)).toBe(15 * 60_000)
  })

  test('is forgotten after an hour', () => {
    const hour = PER_NAME.forgetAfter
    expect(waitOf(failing(20), hour + 1, PER_NAME)).toBe(0)
    expect(withFailure(failing(20), hour + 1, PER_NAME)).toEqual({ failed: 1, last: hour + 1 })
  })

  test('behind an address that many share, has more tries', () => {
    expect(waitOf(failing(29, PER_ADDRESS), 0, PER_ADDRESS)).toBe(0)
    expect(waitOf(failing(30, PER_ADDRESS), 0, PER_ADDRESS)).toBe(1000)
  })
})
