import { z } from 'zod'
import {
  daysAfter,
  daysBetween,
  type LegalDate,
  ok,
  parseShape,
  type Result,
} from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { day, list, member, text } from '../record-shapes.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'

const ALERT_KINDS = ['diversion', 'procurement', 'entity', 'supply'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

const decay = z.strictObject({
  title: z.string(),
  lifetimeDays: z.int().positive(),
  longestDays: z.int().positive(),
  notSeenPoints: z.int().nonnegative(),
  falsePositivePoints: z.int().nonnegative(),
})
const table = z.strictObject({
  kinds: z.record(z.enum(ALERT_KINDS), decay),
  cite: z.string(),
  mark: z.string(),
})

/** How an alert of each kind loses its worth. */
export type AlertDecay = Readonly<Record<AlertKind, z.output<typeof decay>>>

/** The table `alerts` of the law. */
export function readAlertDecay(value: unknown): Result<AlertDecay> {
  const read = parseShape(table, value)
  return read.ok ? ok(read.value.kinds) : read
}

const raised = z.strictObject({
  alertId: text,
  /** What is asserted, of whom or what: never a finding, always its author's word. */
  subject: text,
  parties: list(text, 50).default([]),
  items: list(text, 50).default([]),
  places: list(text, 50).default([]),
  confidence: z.int().min(0).max(100),
  basis: text,
  expires: day,
  asks: text.exactOptional(),
})
const named = { by: member, alertId: text }
const MESSAGES = {
  end: z.strictObject({ alertId: text, reason: text }),
  sighting: z.strictObject({
    ...named,
    kind: z.enum(['seen', 'not-seen', 'false-positive']),
    count: z.int().positive().exactOptional(),
    window: text.exactOptional(),
  }),
} as const

export interface Sighting {
  readonly by: string
  readonly kind: 'seen' | 'not-seen' | 'false-positive'
  readonly count?: number
  readonly on?: LegalDate
}

export interface Alert extends z.output<typeof raised> {
  readonly issuer: string
  readonly kind: AlertKind
  readonly raisedOn?: LegalDate
  readonly ended?: string
  /** All of them; of each member the latest counts. */
  readonly sightings: readonly Sighting[]
}

export type AlertsState = Records<Alert>

const RAISING = ALERT_KINDS.map((kind) => [`alert.${kind}`, kind] as const)
export const ALERT_TYPES: readonly string[] = [
  ...RAISING.map(([type]) => type),
  'alert.end',
  'sighting',
]

/** What members warn each other of, and what others saw of it. */
export function alertsUnder(decays: AlertDecay): Subject<AlertsState> {
  return {
    types: ALERT_TYPES,
    empty: new Records<Alert>(),
    apply: (state, entry) => {
      const kind = RAISING.find(([type]) => type === entry.type)?.[1]
      if (kind !== undefined) return raise(state, entry, kind, decays)
      return entry.type === 'alert.end' ? end(state, entry) : see(state, entry)
    },
  }
}

function raise(
  state: AlertsState,
  entry: LedgerEntry,
  kind: AlertKind,
  decays: AlertDecay,
): Result<AlertsState> {
  const read = readBody(raised, entry)
  if (!read.ok) return read
  const { alertId, expires } = read.value
  if (state.get(entry.member, alertId) !== undefined)
    return refuse('alert.known', `${entry.member} has raised ${alertId} before.`)
  const on = witnessedDay(entry)
  const latest = daysAfter(on ?? saidOn(entry), decays[kind].longestDays)
  if (expires > latest) {
    const detail = `${alertId} would stand until ${expires}; an alert of its kind stands until ${latest} at most.`
    return refuse('alert.expires-too-late', detail, 'Name an earlier day, and raise it anew then.')
  }
  const seen = on === undefined ? {} : { raisedOn: on }
  const alert: Alert = { issuer: entry.member, kind, ...read.value, ...seen, sightings: [] }
  return ok(state.with(entry.member, alertId, alert))
}

/** While too few witnesses have seen it an alert stands by its author's day, which holds for no longer than its key. */
function saidOn({ createdAt }: LedgerEntry): LegalDate {
  return createdAt.slice(0, 10) as LegalDate
}

function end(state: AlertsState, entry: LedgerEntry): Result<AlertsState> {
  const read = readBody(MESSAGES.end, entry)
  if (!read.ok) return read
  const known = standing(state, entry.member, read.value.alertId, entry)
  if (!known.ok) return known
  return ok(
    state.with(entry.member, known.value.alertId, { ...known.value, ended: read.value.reason }),
  )
}

function see(state: AlertsState, entry: LedgerEntry): Result<AlertsState> {
  const read = readBody(MESSAGES.sighting, entry)
  if (!read.ok) return read
  const { by, alertId, kind, count } = read.value
  if (by === entry.member)
    return refuse('alert.own-sighting', `${by} raised ${alertId}; others say whether they saw it.`)
  const known = standing(state, by, alertId, entry)
  if (!known.ok) return known
  const on = witnessedDay(entry)
  const sighting: Sighting = {
    by: entry.member,
    kind,
    ...(count === undefined ? {} : { count }),
    ...(on === undefined ? {} : { on }),
  }
  const sightings = [...known.value.sightings, sighting]
  return ok(state.with(by, alertId, { ...known.value, sightings }))
}

function standing(
  state: AlertsState,
  by: string,
  alertId: string,
  entry: LedgerEntry,
): Result<Alert> {
  const known = state.get(by, alertId)
  if (known === undefined) return refuse('alert.unknown', `${by} has raised no ${alertId}.`)
  if (known.ended !== undefined) return refuse('alert.ended', `${alertId} was ended before.`)
  const on = witnessedDay(entry)
  if (on !== undefined && on > known.expires)
    return refuse('alert.expired', `${alertId} stood until ${known.expires}.`)
  return ok(known)
}

export interface AlertStanding {
  readonly state: 'standing' | 'expired' | 'ended'
  /** 0 to 100, as it is still worth on the day; 0 where it no longer stands. */
  readonly confidence: number
  /** The day it is counted from: raised, or last seen by another member. */
  readonly since?: LegalDate
  readonly seen: number
  readonly notSeen: number
  readonly falsePositive: number
}

/** In whole numbers, so that every node has the same. */
export function standingOfAlert(alert: Alert, on: LegalDate, decays: AlertDecay): AlertStanding {
  const { lifetimeDays, notSeenPoints, falsePositivePoints } = decays[alert.kind]
  const latest = [...new Map(alert.sightings.map((one) => [one.by, one])).values()]
  const of = (kind: Sighting['kind']): number => latest.filter((one) => one.kind === kind).length
  const counts = { seen: of('seen'), notSeen: of('not-seen'), falsePositive: of('false-positive') }
  const days = [
    alert.raisedOn,
    ...latest.flatMap(({ kind, on: seenOn }) => (kind === 'seen' ? [seenOn] : [])),
  ]
  const since = days
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1)
  const state = alert.ended === undefined ? (on > alert.expires ? 'expired' : 'standing') : 'ended'
  const age = since === undefined ? 0 : Math.max(0, daysBetween(since, on))
  const left = Math.floor((alert.confidence * Math.max(0, lifetimeDays - age)) / lifetimeDays)
  const worth = left - counts.notSeen * notSeenPoints - counts.falsePositive * falsePositivePoints
  return {
    state,
    confidence: state === 'standing' ? Math.max(0, worth) : 0,
    ...(since === undefined ? {} : { since }),
    ...counts,
  }
}
