import { daysAfter, daysBetween, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { witnessedDay } from '../witnessed-day.ts'
import {
  type ConsultationRules,
  type ConsultationsState,
  standingOfConsultation,
  type Undercut,
} from './consultation.ts'
import { CONSULTATION_MESSAGES, isSameDenial } from './messages.ts'

/** A grant of what another refused, told to those who hold the refusal: with reasons, after the answer. */
export function notifyUndercut(
  state: ConsultationsState,
  entry: LedgerEntry,
  rules: ConsultationRules,
): Result<ConsultationsState> {
  const read = readBody(CONSULTATION_MESSAGES['undercut.notify'], entry)
  if (!read.ok) return read
  const { denial, caseRef, consultId, decidedOn, reasons } = read.value
  if (reasons.length === 0)
    return refuse(
      'undercut.no-reasons',
      `The grant in ${caseRef} is told without a reason.`,
      'Say in `reasons` why it was granted although it was refused elsewhere.',
    )
  const seen = witnessedDay(entry)
  // A day later than that of UTC is today somewhere. Dated ahead, a grant would find silence where a clock still runs.
  if (seen !== undefined && decidedOn > daysAfter(seen, 1))
    return refuse(
      'undercut.decided-later',
      `The grant in ${caseRef} says ${decidedOn}, and was first seen on ${seen}.`,
      'Tell it when it is granted.',
    )
  const id = JSON.stringify([caseRef, denial.by, denial.regime, denial.denialId])
  if (state.undercuts.get(entry.member, id) !== undefined)
    return refuse('undercut.known', `The grant in ${caseRef} was told before.`)
  if (consultId !== undefined) {
    const asked = state.consultations.get(entry.member, consultId)
    if (asked === undefined)
      return refuse('consultation.unknown', `${entry.member} has opened no ${consultId}.`)
    if (asked.caseRef !== caseRef || !isSameDenial(asked.denial, denial))
      return refuse(
        'undercut.other-consultation',
        `${consultId} is about ${asked.denial.denialId} of ${asked.denial.by} for ${asked.caseRef}.`,
        'Name the consultation about this refusal for this case.',
      )
    if (!standingOfConsultation(asked, decidedOn, rules).isClosed)
      return refuse(
        'undercut.consultation-open',
        `${consultId} was not closed on ${decidedOn}, the day of the grant.`,
      )
  }
  const told: Undercut = {
    by: entry.member,
    denial,
    caseRef,
    decidedOn,
    reasons,
    ...(seen === undefined ? {} : { on: seen }),
  }
  return ok({ ...state, undercuts: state.undercuts.with(entry.member, id, told) })
}

export interface UndercutTiming {
  readonly due: LegalDate
  readonly latest: LegalDate
  readonly told: 'in-time' | 'late' | 'overdue' | 'not-yet-witnessed'
}

/** When a grant is told, counted from the decision. */
export function timingOfUndercut(
  { decidedOn, denial, on }: Pick<Undercut, 'decidedOn' | 'denial' | 'on'>,
  { terms }: ConsultationRules,
): UndercutTiming {
  const { dueDays, latestDays } = terms.of(denial.regime).undercut
  const days = on === undefined ? undefined : daysBetween(decidedOn, on)
  return {
    due: daysAfter(decidedOn, dueDays),
    latest: daysAfter(decidedOn, latestDays),
    told:
      days === undefined
        ? 'not-yet-witnessed'
        : days <= dueDays
          ? 'in-time'
          : days <= latestDays
            ? 'late'
            : 'overdue',
  }
}
