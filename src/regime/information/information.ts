import { z } from 'zod'
import { type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { amount, country, day, list, member, text } from '../record-shapes.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'

const notice = z.strictObject({
  regime: text,
  /** The period that is summed up. */
  from: day,
  to: day,
  /** Empty: nothing was transferred in it. */
  transfers: list(
    z.strictObject({
      entry: text,
      destination: country,
      licences: z.int().positive().exactOptional(),
      quantity: z.strictObject({ amount, unit: text }).exactOptional(),
    }),
    2000,
  ),
})
const request = z.strictObject({
  requestId: text,
  to: list(member, 100).min(1, { error: 'Name at least one member that is asked' }),
  text,
  due: day.exactOptional(),
})
const reply = z.strictObject({
  by: member,
  requestId: text,
  answer: z.enum(['given', 'declined']),
  text,
})
const withdrawn = z.strictObject({ requestId: text, reason: text })

export const INFORMATION_TYPES: readonly string[] = [
  'transfer.notify',
  'info.request',
  'info.reply',
  'info.withdraw',
]

/** What a member let out in a period, summed up by entry and destination. */
export interface TransferNotice extends z.output<typeof notice> {
  readonly by: string
  /** Day on which witnesses first saw it. */
  readonly on?: LegalDate
}

export interface InfoReply extends Omit<z.output<typeof reply>, 'by' | 'requestId'> {
  readonly member: string
  readonly on?: LegalDate
}

export interface InfoRequest extends z.output<typeof request> {
  readonly by: string
  readonly on?: LegalDate
  readonly withdrawn?: string
  /** All of them; of each member the latest counts. */
  readonly replies: readonly InfoReply[]
}

export interface InformationState {
  readonly notices: Records<TransferNotice>
  readonly requests: Records<InfoRequest>
}

/** What members tell each other of what they let out, and ask each other. */
export const INFORMATION: Subject<InformationState> = {
  types: INFORMATION_TYPES,
  empty: { notices: new Records<TransferNotice>(), requests: new Records<InfoRequest>() },
  apply: (state, entry) => {
    switch (entry.type) {
      case 'transfer.notify':
        return notify(state, entry)
      case 'info.request':
        return ask(state, entry)
      case 'info.reply':
        return answer(state, entry)
      default:
        return withdraw(state, entry)
    }
  },
}

function notify(state: InformationState, entry: LedgerEntry): Result<InformationState> {
  const read = readBody(notice, entry)
  if (!read.ok) return read
  const { regime, from, to } = read.value
  if (to < from) return refuse('transfer.period', `The period ends on ${to}, before ${from}.`)
  const seen = seenOn(entry)
  if (seen.on !== undefined && to >= seen.on)
    return refuse(
      'transfer.not-over',
      `The period until ${to} was not over on ${seen.on}.`,
      'Notify it when it is over.',
    )
  const other = state.notices
    .of(entry.member)
    .find((one) => one.regime === regime && one.from <= to && from <= one.to)
  if (other !== undefined)
    return refuse(
      'transfer.notified',
      `${entry.member} has notified ${other.from} to ${other.to} in ${regime} before.`,
      'Put the new one in its place: regime log append --supersedes DIGEST.',
    )
  const made: TransferNotice = { ...read.value, by: entry.member, ...seen }
  const notices = state.notices.with(entry.member, JSON.stringify([regime, from]), made)
  return ok({ ...state, notices })
}

function ask(state: InformationState, entry: LedgerEntry): Result<InformationState> {
  const read = readBody(request, entry)
  if (!read.ok) return read
  const { requestId, to } = read.value
  if (state.requests.get(entry.member, requestId) !== undefined)
    return refuse('information.known', `${entry.member} has asked ${requestId} before.`)
  if (to.includes(entry.member))
    return refuse('information.of-itself', `${entry.member} asks itself in ${requestId}.`)
  return ok(put(state, { ...read.value, by: entry.member, replies: [], ...seenOn(entry) }))
}

function answer(state: InformationState, entry: LedgerEntry): Result<InformationState> {
  const read = readBody(reply, entry)
  if (!read.ok) return read
  const { by, requestId, ...said } = read.value
  const found = open(state, by, requestId)
  if (!found.ok) return found
  if (!found.value.to.includes(entry.member))
    return refuse('information.not-asked', `${entry.member} is not asked in ${requestId} of ${by}.`)
  const replies = [...found.value.replies, { ...said, member: entry.member, ...seenOn(entry) }]
  return ok(put(state, { ...found.value, replies }))
}

function withdraw(state: InformationState, entry: LedgerEntry): Result<InformationState> {
  const read = readBody(withdrawn, entry)
  if (!read.ok) return read
  const found = open(state, entry.member, read.value.requestId)
  return found.ok ? ok(put(state, { ...found.value, withdrawn: read.value.reason })) : found
}

function open(state: InformationState, by: string, requestId: string): Result<InfoRequest> {
  const known = state.requests.get(by, requestId)
  if (known === undefined)
    return refuse('information.unknown', `${by} has asked nothing called ${requestId}.`)
  if (known.withdrawn !== undefined)
    return refuse('information.withdrawn', `${by} has withdrawn ${requestId}.`)
  return ok(known)
}

function put(state: InformationState, made: InfoRequest): InformationState {
  return { ...state, requests: state.requests.with(made.by, made.requestId, made) }
}

function seenOn(entry: LedgerEntry): { readonly on?: LegalDate } {
  const on = witnessedDay(entry)
  return on === undefined ? {} : { on }
}

/** What came of a request at one of the members that it asks. */
export interface Asked {
  readonly member: string
  readonly state: 'open' | 'overdue' | 'answered' | 'declined' | 'withdrawn'
  /** Witnesses saw the answer after the day that was asked for. */
  readonly isLate: boolean
}

/** Of each member that is asked. What too few witnesses have seen is an answer, and is not yet late. */
export function askedOf(
  { to, due, replies, withdrawn: reason }: InfoRequest,
  on: LegalDate,
): readonly Asked[] {
  return to.map((one) => {
    const said = replies.findLast((found) => found.member === one)
    const first = replies.find((found) => found.member === one)
    const isLate = due !== undefined && (first === undefined ? on > due : (first.on ?? due) > due)
    if (said !== undefined)
      return { member: one, state: said.answer === 'given' ? 'answered' : 'declined', isLate }
    if (reason !== undefined) return { member: one, state: 'withdrawn', isLate: false }
    return { member: one, state: isLate ? 'overdue' : 'open', isLate }
  })
}
