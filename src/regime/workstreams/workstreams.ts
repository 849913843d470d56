import { z } from 'zod'
import { type LegalDate, ok, parseShape, type Result } from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { day, list, member, text } from '../record-shapes.ts'
import { Records } from '../records.ts'
import { applyStandard, STANDARD_TYPES, type TechnicalStandard } from './standards.ts'

const table = z.strictObject({
  streams: z.record(z.string(), z.string()),
  cite: z.string(),
  mark: z.string(),
})

/** The fields of work and their titles; the table `workstreams` of the law. */
export type Streams = Readonly<Record<string, string>>

export function readStreams(value: unknown): Result<Streams> {
  const read = parseShape(table, value)
  return read.ok ? ok(read.value.streams) : read
}

const MESSAGES = {
  'workstream.commit': z.strictObject({
    commitmentId: text,
    stream: text,
    text,
    due: day,
    meetingId: text.exactOptional(),
  }),
  'workstream.evidence': z.strictObject({
    commitmentId: text,
    what: text,
    where: text.exactOptional(),
  }),
  'workstream.state': z.strictObject({
    commitmentId: text,
    state: z.enum(['on-track', 'at-risk', 'done', 'dropped']),
    reason: text.exactOptional(),
  }),
  'workstream.confirm': z.strictObject({
    by: member,
    commitmentId: text,
    note: text.exactOptional(),
  }),
  'minutes.publish': z.strictObject({
    meetingId: text,
    heldOn: day,
    place: text.exactOptional(),
    present: list(member, 100),
    decisions: list(text, 200),
  }),
} as const

export const WORKSTREAM_TYPES: readonly string[] = [...Object.keys(MESSAGES), ...STANDARD_TYPES]

/** What a member took upon itself. `confirmed`: done, and another member says so. */
export interface Commitment extends z.output<(typeof MESSAGES)['workstream.commit']> {
  readonly owner: string
  readonly state: 'open' | 'on-track' | 'at-risk' | 'done' | 'confirmed' | 'dropped'
  readonly reason?: string
  readonly evidence: readonly { readonly what: string; readonly where?: string }[]
  readonly confirmedBy: readonly string[]
}

export interface Minutes extends z.output<(typeof MESSAGES)['minutes.publish']> {
  readonly by: string
}

export interface WorkstreamsState {
  readonly commitments: Records<Commitment>
  readonly minutes: Records<Minutes>
  readonly standards: Records<TechnicalStandard>
}

/** What members promised each other, with evidence; minutes of their ministers; standards they recognise. */
export function workstreamsUnder(streams: Streams): Subject<WorkstreamsState> {
  return {
    types: WORKSTREAM_TYPES,
    empty: {
      commitments: new Records<Commitment>(),
      minutes: new Records<Minutes>(),
      standards: new Records<TechnicalStandard>(),
    },
    apply: (state, entry) => {
      switch (entry.type) {
        case 'workstream.commit':
          return commit(state, entry, streams)
        case 'workstream.evidence':
        case 'workstream.state':
          return move(state, entry)
        case 'workstream.confirm':
          return confirm(state, entry)
        case 'minutes.publish':
          return publish(state, entry)
        default: {
          const standards = applyStandard(state.standards, entry)
          return standards.ok ? ok({ ...state, standards: standards.value }) : standards
        }
      }
    },
  }
}

function commit(
  state: WorkstreamsState,
  entry: LedgerEntry,
  streams: Streams,
): Result<WorkstreamsState> {
  const read = readBody(MESSAGES['workstream.commit'], entry)
  if (!read.ok) return read
  const { commitmentId, stream } = read.value
  if (streams[stream] === undefined)
    return refuse(
      'workstream.unknown-stream',
      `There is no workstream ${JSON.stringify(stream)}.`,
      `Workstreams: ${Object.keys(streams).join(', ')}.`,
    )
  if (state.commitments.get(entry.member, commitmentId) !== undefined)
    return refuse('commitment.known', `${entry.member} has made ${commitmentId} before.`)
  const made: Commitment = {
    ...read.value,
    owner: entry.member,
    state: 'open',
    evidence: [],
    confirmedBy: [],
  }
  return ok(put(state, made))
}

function move(state: WorkstreamsState, entry: LedgerEntry): Result<WorkstreamsState> {
  if (entry.type === 'workstream.evidence') {
    const read = readBody(MESSAGES['workstream.evidence'], entry)
    if (!read.ok) return read
    const { commitmentId, ...evidence } = read.value
    const known = open(state, entry.member, commitmentId)
    if (!known.ok) return known
    return ok(put(state, { ...known.value, evidence: [...known.value.evidence, evidence] }))
  }
  const read = readBody(MESSAGES['workstream.state'], entry)
  if (!read.ok) return read
  const { commitmentId, state: next, reason } = read.value
  const known = open(state, entry.member, commitmentId)
  if (!known.ok) return known
  if (next === 'done' && known.value.evidence.length === 0)
    return refuse('commitment.no-evidence', `${commitmentId} is called done without evidence.`)
  if ((next === 'at-risk' || next === 'dropped') && reason === undefined)
    return refuse('commitment.no-reason', `${commitmentId} is ${next} without a reason.`)
  const said = reason === undefined ? {} : { reason }
  return ok(put(state, { ...known.value, state: next, ...said }))
}

function confirm(state: WorkstreamsState, entry: LedgerEntry): Result<WorkstreamsState> {
  const read = readBody(MESSAGES['workstream.confirm'], entry)
  if (!read.ok) return read
  const { by, commitmentId } = read.value
  const known = state.commitments.get(by, commitmentId)
  if (known === undefined)
    return refuse('commitment.unknown', `${by} has made no commitment ${commitmentId}.`)
  if (by === entry.member)
    return refuse('commitment.own-word', `${by} cannot confirm its own ${commitmentId}.`)
  if (known.state !== 'done' && known.state !== 'confirmed')
    return refuse('commitment.not-done', `${commitmentId} is not done.`)
  const confirmedBy = [...new Set([...known.confirmedBy, entry.member])]
  return ok(put(state, { ...known, state: 'confirmed', confirmedBy }))
}

function publish(state: WorkstreamsState, entry: LedgerEntry): Result<WorkstreamsState> {
  const read = readBody(MESSAGES['minutes.publish'], entry)
  if (!read.ok) return read
  const { meetingId } = read.value
  if (state.minutes.get(entry.member, meetingId) !== undefined)
    return refuse('minutes.known', `${entry.member} has published minutes of ${meetingId} before.`)
  const minutes = state.minutes.with(entry.member, meetingId, { ...read.value, by: entry.member })
  return ok({ ...state, minutes })
}

/** A commitment of the entry's author that is not closed. */
function open(state: WorkstreamsState, owner: string, commitmentId: string): Result<Commitment> {
  const known = state.commitments.get(owner, commitmentId)
  if (known === undefined)
    return refuse('commitment.unknown', `${owner} has made no commitment ${commitmentId}.`)
  if (known.state === 'open' || known.state === 'on-track' || known.state === 'at-risk')
    return ok(known)
  return refuse('commitment.closed', `${commitmentId} was ${known.state} before.`)
}

function put(state: WorkstreamsState, one: Commitment): WorkstreamsState {
  return { ...state, commitments: state.commitments.with(one.owner, one.commitmentId, one) }
}

/** Past its day and neither done nor dropped. */
export function isOverdue({ state, due }: Commitment, on: LegalDate): boolean {
  return on > due && !['done', 'confirmed', 'dropped'].includes(state)
}
