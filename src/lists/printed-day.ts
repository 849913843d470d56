import { type LegalDate, parseLegalDate } from '../kernel/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as US publishers print it: `2022-04-07`, `06/29/2056`, `12/5/24`, `March 25, 1996`,
 * `28 Dec 1949`. Two digits of a year are of 1950 to 2049, as no list is older.
 */
export function printedDay(text: string): LegalDate | undefined {
  const trimmed = text.trim()
  const numeric = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(trimmed)
  if (numeric !== null) return day(fullYear(numeric[3]), numeric[1], numeric[2])
  const american = /^([A-Z][a-z]+)\.? (\d{1,2}), (\d{4})$/.exec(trimmed)
  if (american !== null) return day(american[3], month(american[1]), american[2])
  const british = /^(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})$/.exec(trimmed)
  if (british !== null) return day(british[3], month(british[2]), british[1])
  const parsed = parseLegalDate(trimmed)
  return parsed.ok ? parsed.value : undefined
}

const DAYS_IN_TEXT = /\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b|[A-Z][a-z]+\.? \d{1,2}, \d{4}/g

/** All days named in a running text, as in `76 FR 71869, 11/21/11. 85 FR 83769, 12/23/20.` */
export function daysIn(text: string): readonly LegalDate[] {
  return [...text.matchAll(DAYS_IN_TEXT)]
    .map((match) => printedDay(match[0]))
    .filter((found) => found !== undefined)
    .toSorted()
}

/** Days of birth: a day, else what is printed without `circa`, so that the year can still speak. */
export function birthDays(text: string): readonly string[] {
  return text
    .split(/; ?/)
    .map((part) => part.replace(/^(?:circa|approximately)\s+/i, '').trim())
    .filter((part) => part !== '')
    .map((part) => printedDay(part) ?? monthOf(part) ?? part)
}

/** `Dec 1949` is 1949-12. */
function monthOf(text: string): string | undefined {
  const match = /^([A-Z][a-z]{2,8}) (\d{4})$/.exec(text)
  const number = month(match?.[1])
  return match === null || number === undefined ? undefined : `${match[2]}-${number}`
}

function month(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? undefined : String(index + 1).padStart(2, '0')
}

function fullYear(year: string | undefined): string | undefined {
  if (year === undefined || year.length === 4) return year
  return `${Number(year) < 50 ? '20' : '19'}${year}`
}

function day(
  year: string | undefined,
  monthNumber: string | undefined,
  dayNumber: string | undefined,
): LegalDate | undefined {
  const text = [year ?? '', monthNumber?.padStart(2, '0'), dayNumber?.padStart(2, '0')].join('-')
  const parsed = parseLegalDate(text)
  return parsed.ok ? parsed.value : undefined
}
