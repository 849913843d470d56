import { daysAfter, daysBetween, type LegalDate } from '../../kernel/index.ts'
import type { Denial } from './fold.ts'
import type { TermsOfRegimes } from './terms.ts'

/** How a denial stands on a day. */
export interface Standing {
  /** `expired`: nobody ended it, and its days are over. Only `in-force` asks anything of anybody. */
  readonly state: 'in-force' | 'expired' | 'lapsed' | 'revoked'
  readonly validUntil: LegalDate
  /** From this day its author is reminded to renew it or let it go. */
  readonly reviewFrom: LegalDate
  readonly isReviewDue: boolean
  /** How its notification kept to the regime's days, counted from the decision. */
  readonly notified: 'in-time' | 'late' | 'overdue' | 'not-yet-witnessed'
}

/** Valid on the last day still; from the day after it is expired, and blocks nothing. */
export function standingOf(denial: Denial, on: LegalDate, terms: TermsOfRegimes): Standing {
  const { validity, notification } = terms.of(denial.record.regime)
  const { validUntil } = denial
  const isOver = on > validUntil
  const state = denial.state === 'notified' ? (isOver ? 'expired' : 'in-force') : denial.state
  const reviewFrom = daysAfter(validUntil, -validity.reviewDaysBefore)
  return {
    state,
    validUntil,
    reviewFrom,
    isReviewDue: state === 'in-force' && on >= reviewFrom,
    notified: inDays(denial, notification),
  }
}

function inDays(
  { record, acts }: Denial,
  { dueDays, latestDays }: { readonly dueDays: number; readonly latestDays: number },
): Standing['notified'] {
  const seen = acts[0]?.on
  if (seen === undefined) return 'not-yet-witnessed'
  const days = daysBetween(record.decidedOn, seen)
  if (days <= dueDays) return 'in-time'
  return days <= latestDays ? 'late' : 'overdue'
}
