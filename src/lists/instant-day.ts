import { type LegalDate, parseLegalDate } from '../kernel/index.ts'

/**
 * The day of an instant, in UTC as the day of import is: `2026-08-05T23:30:00+02:00` is 2026-08-05,
 * and half an hour into the next day there is still the fifth here.
 */
export function dayOfInstant(text: string): LegalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return dayOrNothing(text.slice(0, 10))
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) return dayOrNothing(text.slice(0, 10))
  return dayOrNothing(instant.toISOString().slice(0, 10))
}

/** A day as ISO 8601 writes it, else nothing: a day that cannot be read takes no party off a list. */
export function dayOrNothing(text: string): LegalDate | undefined {
  const parsed = parseLegalDate(text.trim())
  return parsed.ok ? parsed.value : undefined
}

/** `29/06/2012`, `29-06-2012`, `29.06.2012`, `13-Feb-2026`: the day before the month. */
export function dayMonthYear(text: string): LegalDate | undefined {
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text.trim())
  if (numeric !== null) return fromParts(numeric[3], numeric[2], numeric[1])
  const named = /^(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s-](\d{4})/.exec(text.trim())
  const month = MONTHS.indexOf((named?.[2] ?? '').slice(0, 3).toLowerCase()) + 1
  return named === null ? undefined : fromParts(named[3], String(month), named[1])
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): LegalDate | undefined {
  return dayOrNothing(
    [year ?? '', (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-'),
  )
}
