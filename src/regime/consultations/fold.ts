import { type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'
import {
  type Consultation,
  type ConsultationRules,
  type ConsultationsState,
  clockOf,
  type Undercut,
} from './consultation.ts'
import {
  CONSULTATION_MESSAGES,
  CONSULTATION_TYPES,
  type DenialNamed,
  isSameDenial,
} from './messages.ts'
import { notifyUndercut } from './undercut.ts'

/** Who asked whom about which refusal, what was answered, and what was granted nevertheless. */
export function consultationsUnder(rules: ConsultationRules): Subject<ConsultationsState> {
  return {
    types: CONSULTATION_TYPES,
    empty: { consultations: new Records<Consultation>(), undercuts: new Records<Undercut>() },
    apply: (state, entry) => {
      switch (entry.type) {
        case 'consult.request':
          return request(state, entry)
        case 'consult.receipt':
          return receipt(state, entry, rules)
        case 'consult.reply':
          return reply(state, entry, rules)
        case 'consult.extend':
          return extend(state, entry, rules)
        case 'consult.withdraw':
          return withdraw(state, entry, rules)
        default:
          return notifyUndercut(state, entry, rules)
      }
    },
  }
}

type Next = Result<ConsultationsState>

function request(state: ConsultationsState, entry: LedgerEntry): Next {
  const read = readBody(CONSULTATION_MESSAGES['consult.request'], entry)
  if (!read.ok) return read
  const { consultId, denial, caseRef, essence } = read.value
  if (denial.by === entry.member)
    return refuse(
      'consultation.with-itself',
      `${entry.member} asks itself about ${denial.denialId}.`,
    )
  if (state.consultations.get(entry.member, consultId) !== undefined)
    return refuse(
      'consultation.known',
      `${entry.member} has opened the consultation ${consultId} before.`,
      'Give the new one its own reference.',
    )
  const requestedOn = witnessedDay(entry)
  const opened: Consultation = {
    requester: entry.member,
    consultId,
    denial,
    caseRef,
    essence,
    state: 'requested',
    ...(requestedOn === undefined ? {} : { requestedOn }),
    acts: [],
  }
  return ok(put(state, opened, entry))
}

function receipt(state: ConsultationsState, entry: LedgerEntry, rules: ConsultationRules): Next {
  const read = readBody(CONSULTATION_MESSAGES['consult.receipt'], entry)
  if (!read.ok) return read
  const open = openFor(state, entry, read.value.requester, read.value.consultId, rules)
  if (!open.ok) return open
  if (open.value.state !== 'requested')
    return refuse('consultation.received', `${open.value.consultId} was received before.`)
  return ok(
    put(state, { ...open.value, state: 'received', ...receivedBy(open.value, entry) }, entry),
  )
}

function reply(state: ConsultationsState, entry: LedgerEntry, rules: ConsultationRules): Next {
  const read = readBody(CONSULTATION_MESSAGES['consult.reply'], entry)
  if (!read.ok) return read
  const { requester, consultId, identical, view, reason } = read.value
  const open = openFor(state, entry, requester, consultId, rules)
  if (!open.ok) return open
  // Who answers has received: an answer that comes before its receipt is not lost for want of one.
  const received = { ...open.value, ...receivedBy(open.value, entry) }
  if (identical === 'need-info') {
    const now = received.state === 'requested' ? 'received' : received.state
    return ok(put(state, { ...received, state: now, askedForMore: true }, entry))
  }
  if (identical === 'yes' && view === undefined)
    return refuse(
      'consultation.no-view',
      `The reply to ${consultId} says neither objection nor none.`,
      'Say in `view` whether there is an objection.',
    )
  const on = witnessedDay(entry)
  const answer = {
    identical,
    view: view ?? 'no-objection',
    ...(reason === undefined ? {} : { reason }),
    ...(on === undefined ? {} : { on }),
  }
  return ok(put(state, { ...received, state: 'replied', reply: answer }, entry))
}

function extend(state: ConsultationsState, entry: LedgerEntry, rules: ConsultationRules): Next {
  const read = readBody(CONSULTATION_MESSAGES['consult.extend'], entry)
  if (!read.ok) return read
  const { requester, consultId, newDate } = read.value
  const open = openFor(state, entry, requester, consultId, rules)
  if (!open.ok) return open
  const { until, atMost } = clockOf(open.value, rules)
  if (until === undefined || atMost === undefined)
    return refuse(
      'consultation.not-received',
      `${consultId} is not received, so its clock does not run.`,
      'Sign the receipt first.',
    )
  if (newDate <= until)
    return refuse('consultation.no-extension', `${consultId} runs until ${until} already.`)
  if (newDate > atMost)
    return refuse(
      'consultation.extended-too-far',
      `${consultId} may be extended to ${atMost}, not to ${newDate}.`,
    )
  return ok(put(state, { ...open.value, state: 'extended', extendedTo: newDate }, entry))
}

function withdraw(state: ConsultationsState, entry: LedgerEntry, rules: ConsultationRules): Next {
  const read = readBody(CONSULTATION_MESSAGES['consult.withdraw'], entry)
  if (!read.ok) return read
  const known = stillOpen(state, entry, entry.member, read.value.consultId, rules)
  return known.ok ? ok(put(state, { ...known.value, state: 'withdrawn' }, entry)) : known
}

function receivedBy(
  { receivedOn }: Consultation,
  entry: LedgerEntry,
): { readonly receivedOn?: LegalDate } {
  const on = receivedOn ?? witnessedDay(entry)
  return on === undefined ? {} : { receivedOn: on }
}

/** An open consultation that the author of the entry was asked in. */
function openFor(
  state: ConsultationsState,
  entry: LedgerEntry,
  requester: string,
  consultId: string,
  rules: ConsultationRules,
): Result<Consultation> {
  const open = stillOpen(state, entry, requester, consultId, rules)
  if (!open.ok || open.value.denial.by === entry.member) return open
  return refuse(
    'consultation.not-asked',
    `${consultId} asks ${open.value.denial.by}, not ${entry.member}.`,
  )
}

function stillOpen(
  { consultations }: ConsultationsState,
  entry: LedgerEntry,
  requester: string,
  consultId: string,
  rules: ConsultationRules,
): Result<Consultation> {
  const known = consultations.get(requester, consultId)
  if (known === undefined)
    return refuse('consultation.unknown', `${requester} has opened no consultation ${consultId}.`)
  if (known.state === 'replied' || known.state === 'withdrawn')
    return refuse('consultation.closed', `${consultId} was ${known.state} before.`)
  const on = witnessedDay(entry)
  const { until } = clockOf(known, rules)
  if (on === undefined || until === undefined || on <= until) return ok(known)
  return refuse(
    'consultation.clock-ended',
    `${consultId} ran until ${until}; this was first seen on ${on}.`,
    'What is said late stays in the log; the silence stands as it was recorded.',
  )
}

function put(
  state: ConsultationsState,
  consultation: Consultation,
  entry: LedgerEntry,
): ConsultationsState {
  const on = witnessedDay(entry)
  const act = { type: entry.type, by: entry.member, entry: entry.digest }
  const acts = [...consultation.acts, { ...act, ...(on === undefined ? {} : { on }) }]
  const { requester, consultId } = consultation
  const kept = { ...consultation, acts }
  return { ...state, consultations: state.consultations.with(requester, consultId, kept) }
}

/** The consultations of a member about one refusal for one case, the latest last. */
export function consultationsFor(
  { consultations }: ConsultationsState,
  member: string,
  caseRef: string,
  denial: DenialNamed,
): readonly Consultation[] {
  return consultations
    .of(member)
    .filter((one) => one.caseRef === caseRef && isSameDenial(one.denial, denial))
}
