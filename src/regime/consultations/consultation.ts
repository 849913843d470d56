import type { Digest, LegalDate } from '../../kernel/index.ts'
import type { TermsOfRegimes } from '../denials/terms.ts'
import type { Records } from '../records.ts'
import type { DenialNamed, Essence } from './messages.ts'
import type { WorkingDays } from './working-days.ts'

export interface ConsultationAct {
  readonly type: string
  readonly by: string
  readonly entry: Digest
  readonly on?: LegalDate
}

export interface ConsultationReply {
  readonly identical: 'yes' | 'no' | 'need-info'
  readonly view: 'no-objection' | 'objection'
  readonly reason?: string
  /** Absent while too few witnesses have seen it: whether it came in time is not settled. */
  readonly on?: LegalDate
}

/** Told to those who hold the refusal after a grant of the same. */
export interface Undercut {
  readonly by: string
  readonly denial: DenialNamed
  readonly caseRef: string
  readonly decidedOn: LegalDate
  readonly reasons: readonly string[]
  readonly on?: LegalDate
}

/** One member asks another about a refusal before it grants the same. */
export interface Consultation {
  readonly requester: string
  readonly consultId: string
  readonly denial: DenialNamed
  readonly caseRef: string
  /** What was asked about: an answer is to this, and to nothing that the case becomes later. */
  readonly essence: Essence
  readonly state: 'requested' | 'received' | 'extended' | 'replied' | 'withdrawn'
  readonly requestedOn?: LegalDate
  readonly receivedOn?: LegalDate
  /** As the member that was asked extended it. */
  readonly extendedTo?: LegalDate
  readonly reply?: ConsultationReply
  /** Asked for more, which is no answer yet. */
  readonly askedForMore?: true
  readonly acts: readonly ConsultationAct[]
}

export interface ConsultationsState {
  readonly consultations: Records<Consultation>
  readonly undercuts: Records<Undercut>
}

/** What consultations are counted by. */
export interface ConsultationRules {
  readonly terms: TermsOfRegimes
  readonly workingDays: WorkingDays
}

export interface ConsultationClock {
  /** The last day for an answer; absent while the request is not received. */
  readonly until?: LegalDate
  /** The last day to which it may be extended. */
  readonly atMost?: LegalDate
  readonly holidaysNotGiven: readonly string[]
}

/** How long an answer is waited for, by the calendar of the member that was asked. */
export function clockOf(
  { denial, receivedOn, requestedOn, extendedTo }: Consultation,
  { terms, workingDays }: ConsultationRules,
): ConsultationClock {
  const { consultation } = terms.of(denial.regime)
  const { deemedReceivedWorkingDays: deemed } = consultation
  const deemedOn =
    deemed === undefined || requestedOn === undefined
      ? undefined
      : workingDays(denial.by, requestedOn, deemed).day
  const start = receivedOn ?? deemedOn
  if (start === undefined) return { holidaysNotGiven: [] }
  const reply = workingDays(denial.by, start, consultation.replyWorkingDays)
  const most = workingDays(denial.by, start, consultation.extensionWorkingDays)
  const { holidaysNotGiven } = extendedTo === undefined ? reply : most
  return { until: extendedTo ?? reply.day, atMost: most.day, holidaysNotGiven }
}

export type ConsultationOutcome =
  | 'requested'
  | 'received'
  | 'extended'
  | 'reply-not-yet-witnessed'
  | 'no-objection'
  | 'objection'
  | 'silent'
  | 'unanswered'
  | 'withdrawn'

export interface ConsultationStanding extends ConsultationClock {
  readonly state: ConsultationOutcome
  /** Whether whoever asked may now decide. A withdrawn one is no consultation. */
  readonly isClosed: boolean
}

const CLOSED: ReadonlySet<ConsultationOutcome> = new Set([
  'no-objection',
  'objection',
  'silent',
  'unanswered',
])

/**
 * How a consultation stands on a day. Silence is what it is called: nobody objected, and nobody said so.
 * It never begins before the day after the last; nor while a reply is there whose time is not settled.
 */
export function standingOfConsultation(
  consultation: Consultation,
  on: LegalDate,
  rules: ConsultationRules,
): ConsultationStanding {
  const clock = clockOf(consultation, rules)
  const state = stateOn(consultation, on, clock)
  return { ...clock, state, isClosed: CLOSED.has(state) }
}

function stateOn(
  { state, reply, askedForMore }: Consultation,
  on: LegalDate,
  { until }: ConsultationClock,
): ConsultationOutcome {
  if (state === 'withdrawn') return 'withdrawn'
  if (reply !== undefined) return reply.on === undefined ? 'reply-not-yet-witnessed' : reply.view
  if (until !== undefined && on > until) return askedForMore ? 'unanswered' : 'silent'
  return state === 'replied' ? 'received' : state
}

/** Nothing else starts the clock, however long nobody answers: whoever waits must be told. */
export function notReceived(asked: string): string {
  return `${asked} has not signed a receipt (consult.receipt): no clock runs, and silence never closes this.`
}
