import { z } from 'zod'
import {
  type Decimal,
  decimal,
  formatDecimal,
  type LegalDate,
  ok,
  parseDecimal,
  type Result,
} from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { amount, day, list, member, text } from '../record-shapes.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'

const named = { by: member, measureId: text }

/** What is said of a joint measure, by type of entry. */
const MESSAGES = {
  'measure.propose': z.strictObject({
    measureId: text,
    kind: z.enum(['urgent-control', 'stock-release', 'substitution-offer', 'tariff-step']),
    what: text,
    /** Alerts it answers, each by its author. */
    because: list(z.strictObject({ by: member, alertId: text }), 50).default([]),
    proposal: text
      .exactOptional()
      .meta({ description: 'The vote that decides it, where one does.' }),
    joinBy: day,
    membersNeeded: z.int().positive().default(1),
    need: z.strictObject({ amount, unit: text }).exactOptional(),
  }),
  'measure.join': z.strictObject({ ...named, share: amount.exactOptional() }),
  'measure.decline': z.strictObject({ ...named, reason: text }),
  'measure.start': z.strictObject({ measureId: text }),
  'measure.report': z.strictObject({ ...named, done: amount, evidence: text }),
  'measure.end': z.strictObject({ measureId: text, outcome: text }),
  'measure.withdraw': z.strictObject({ measureId: text, reason: text }),
} as const

export const MEASURE_TYPES = Object.keys(MESSAGES) as readonly (keyof typeof MESSAGES)[]

/** A member's part: what it takes on, and what of it is done. */
export interface MeasurePart {
  readonly member: string
  readonly state: 'joined' | 'declined'
  readonly share?: string
  readonly reason?: string
  readonly done: readonly { readonly amount: string; readonly evidence: string }[]
}

export interface Measure extends z.output<(typeof MESSAGES)['measure.propose']> {
  readonly proposer: string
  readonly state: 'proposed' | 'running' | 'ended' | 'withdrawn'
  readonly outcome?: string
  readonly parts: ReadonlyMap<string, MeasurePart>
}

export type MeasuresState = Records<Measure>

/** Joint measures, from the proposal to the end, with who bears what. */
export const MEASURES: Subject<MeasuresState> = {
  types: MEASURE_TYPES,
  empty: new Records<Measure>(),
  apply: (state, entry) => {
    switch (entry.type) {
      case 'measure.propose':
        return propose(state, entry)
      case 'measure.join':
      case 'measure.decline':
        return answer(state, entry)
      case 'measure.report':
        return report(state, entry)
      default:
        return move(state, entry)
    }
  },
}

function propose(state: MeasuresState, entry: LedgerEntry): Result<MeasuresState> {
  const read = readBody(MESSAGES['measure.propose'], entry)
  if (!read.ok) return read
  const { measureId } = read.value
  if (state.get(entry.member, measureId) !== undefined)
    return refuse('measure.known', `${entry.member} has proposed ${measureId} before.`)
  const proposed = {
    ...read.value,
    proposer: entry.member,
    state: 'proposed',
    parts: new Map(),
  } as const
  return ok(state.with(entry.member, measureId, proposed))
}

/** Joining goes on while it runs; leaving too, with a reason: nobody is held in it. */
function answer(state: MeasuresState, entry: LedgerEntry): Result<MeasuresState> {
  const isJoining = entry.type === 'measure.join'
  const read: Result<{ by: string; measureId: string; share?: string; reason?: string }> = readBody(
    isJoining ? MESSAGES['measure.join'] : MESSAGES['measure.decline'],
    entry,
  )
  if (!read.ok) return read
  const { by, measureId, share, reason } = read.value
  const known = open(state, by, measureId)
  if (!known.ok) return known
  const { need, joinBy } = known.value
  const on = witnessedDay(entry)
  if (isJoining && known.value.state === 'proposed' && on !== undefined && on > joinBy)
    return refuse('measure.lapsed', `${measureId} could be joined until ${joinBy}.`)
  if (isJoining && need !== undefined && share === undefined)
    return refuse(
      'measure.no-share',
      `${entry.member} joins ${measureId} without a share in ${need.unit}.`,
    )
  const part: MeasurePart = {
    member: entry.member,
    state: isJoining ? 'joined' : 'declined',
    ...(share === undefined ? {} : { share }),
    ...(reason === undefined ? {} : { reason }),
    done: known.value.parts.get(entry.member)?.done ?? [],
  }
  return ok(put(state, known.value, part))
}

function report(state: MeasuresState, entry: LedgerEntry): Result<MeasuresState> {
  const read = readBody(MESSAGES['measure.report'], entry)
  if (!read.ok) return read
  const { by, measureId, done, evidence } = read.value
  const known = open(state, by, measureId)
  if (!known.ok) return known
  if (known.value.state !== 'running')
    return refuse('measure.not-running', `${measureId} has not been started.`)
  const part = known.value.parts.get(entry.member)
  if (part?.state !== 'joined')
    return refuse('measure.not-in-it', `${entry.member} takes no part in ${measureId}.`)
  return ok(put(state, known.value, { ...part, done: [...part.done, { amount: done, evidence }] }))
}

/** What its proposer alone does: starts, ends or withdraws it. */
function move(state: MeasuresState, entry: LedgerEntry): Result<MeasuresState> {
  const type = entry.type as 'measure.start' | 'measure.end' | 'measure.withdraw'
  const read: Result<{ measureId: string; outcome?: string }> = readBody(MESSAGES[type], entry)
  if (!read.ok) return read
  const { measureId, outcome } = read.value
  const known = open(state, entry.member, measureId)
  if (!known.ok) return known
  const before = known.value.state
  if (type === 'measure.start') {
    if (before === 'running') return refuse('measure.running', `${measureId} runs already.`)
    const { isCarried, members } = burdenOf(known.value)
    if (!isCarried)
      return refuse(
        'measure.not-carried',
        `${measureId} is joined by ${members}, and not carried yet.`,
        'Wait for the members and shares that it needs, or propose it anew with less.',
      )
  } else if ((type === 'measure.end') !== (before === 'running')) {
    return type === 'measure.end'
      ? refuse('measure.not-running', `${measureId} has not been started.`)
      : refuse('measure.running', `${measureId} runs; end it instead.`)
  }
  const next = {
    'measure.start': 'running',
    'measure.end': 'ended',
    'measure.withdraw': 'withdrawn',
  }
  const moved: Measure = {
    ...known.value,
    state: next[type] as Measure['state'],
    ...(outcome === undefined ? {} : { outcome }),
  }
  return ok(state.with(moved.proposer, measureId, moved))
}

function open(state: MeasuresState, by: string, measureId: string): Result<Measure> {
  const known = state.get(by, measureId)
  if (known === undefined) return refuse('measure.unknown', `${by} has proposed no ${measureId}.`)
  if (known.state === 'proposed' || known.state === 'running') return ok(known)
  return refuse('measure.over', `${measureId} was ${known.state} before.`)
}

function put(state: MeasuresState, measure: Measure, part: MeasurePart): MeasuresState {
  const parts = new Map(measure.parts).set(part.member, part)
  return state.with(measure.proposer, measure.measureId, { ...measure, parts })
}

/** Who bears how much of a measure, and how much of it is done; exact decimals. */
export interface Burden {
  readonly members: number
  readonly isCarried: boolean
  readonly need?: string
  readonly offered: string
  readonly done: string
  readonly shares: readonly {
    readonly member: string
    readonly share: string
    readonly done: string
  }[]
}

export function burdenOf({ parts, need, membersNeeded }: Measure): Burden {
  const joined = [...parts.values()]
    .filter(({ state }) => state === 'joined')
    .toSorted((one, other) => (one.member < other.member ? -1 : 1))
  const sum = (amounts: readonly string[]): Decimal =>
    amounts.map(numberOf).reduce((all, one) => all.plus(one), decimal(0))
  const shares = joined.map(({ member: code, share = '0', done }) => ({
    member: code,
    share,
    done: formatDecimal(sum(done.map((one) => one.amount))),
  }))
  const offered = sum(shares.map(({ share }) => share))
  const isEnough = need === undefined || offered.greaterThanOrEqualTo(numberOf(need.amount))
  return {
    members: joined.length,
    isCarried: joined.length >= membersNeeded && isEnough,
    ...(need === undefined ? {} : { need: `${need.amount} ${need.unit}` }),
    offered: formatDecimal(offered),
    done: formatDecimal(sum(shares.map(({ done }) => done))),
    shares,
  }
}

function numberOf(text_: string): Decimal {
  const read = parseDecimal(text_)
  return read.ok ? read.value : decimal(0)
}

/** `lapsed`: not enough had joined by the last day; nothing then starts by itself. */
export function stateOfMeasure(
  measure: Measure,
  on: LegalDate,
): Measure['state'] | 'carried' | 'lapsed' {
  if (measure.state !== 'proposed') return measure.state
  if (burdenOf(measure).isCarried) return 'carried'
  return on > measure.joinBy ? 'lapsed' : 'proposed'
}
