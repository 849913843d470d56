import type { Charter } from '../charter-format.ts'
import type { NoUndercutTerms, TermsOfRegimes } from './terms.ts'

/**
 * The terms of a regime whose charter is at hand are those of its charter; what the charter leaves open, and
 * regimes without a charter, are as the table says. A charter that asks nobody to consult first stops nothing.
 */
export function termsWithCharters(
  table: TermsOfRegimes,
  charters: readonly Pick<Charter, 'charter' | 'also' | 'name' | 'terms'>[],
): TermsOfRegimes {
  const byName = new Map(
    charters.flatMap((one) =>
      [one.charter, ...one.also].map((name) => [name, termsOfCharter(one, table.of(name))]),
    ),
  )
  return { of: (regime) => byName.get(regime) ?? table.of(regime) }
}

function termsOfCharter(
  { name, terms }: Pick<Charter, 'name' | 'terms'>,
  otherwise: NoUndercutTerms,
): NoUndercutTerms {
  const { denials, undercut } = terms
  const { notification, validity, consultation } = otherwise
  const isAsked = undercut?.consultFirst === true
  return {
    ...otherwise,
    name,
    notification: within(notification, denials),
    validity: {
      years: denials?.validYears ?? validity.years,
      reviewDaysBefore: denials?.reviewReminderDays ?? validity.reviewDaysBefore,
    },
    consultation: {
      ...consultation,
      listed: undercut === undefined ? consultation.listed : isAsked ? 'must' : 'may',
      catchAll:
        undercut === undefined
          ? consultation.catchAll
          : isAsked && undercut.catchAllDenials === 'must-consult'
            ? 'must'
            : 'may',
      replyWorkingDays: undercut?.replyWorkingDays ?? consultation.replyWorkingDays,
      extensionWorkingDays: undercut?.extendWorkingDays ?? consultation.extensionWorkingDays,
    },
    undercut: within(otherwise.undercut, undercut),
  }
}

interface Notice {
  readonly preferablyWithinDays?: number
  readonly notifyWithinDays?: number
}

/** Due within the days of the charter; overdue when they are over and, unless it asks for it earlier, those of the table too. */
function within(
  { dueDays, latestDays }: NoUndercutTerms['undercut'],
  { preferablyWithinDays: due, notifyWithinDays: latest }: Notice = {},
): NoUndercutTerms['undercut'] {
  if (latest === undefined) return { dueDays, latestDays }
  if (due !== undefined) return { dueDays: due, latestDays: latest }
  return { dueDays: latest, latestDays: Math.max(latest, latestDays) }
}
