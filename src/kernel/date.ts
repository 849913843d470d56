import { fail, ok, type Result } from './problem.ts'

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`; compares as text. Law changes by days. */
export type LegalDate = string & { readonly __brand: 'LegalDate' }

/** Days of legal effect, both ends inclusive; an absent end is open. */
export interface Interval {
  readonly from?: LegalDate
  readonly to?: LegalDate
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

export function parseLegalDate(text: string): Result<LegalDate> {
  const match = FORM.exec(text)
  if (match !== null) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const date = new Date(0)
    date.setUTCFullYear(year, month - 1, day) // Date.UTC takes the years 0 to 99 for 1900 to 1999
    // A day that the month does not have falls into another month.
    if (date.getUTCMonth() === month - 1) return ok(text as LegalDate)
  }
  return fail({
    code: 'date.invalid',
    detail: `${JSON.stringify(text)} is not a day of the calendar.`,
    remedy: 'Write the day as YYYY-MM-DD, for example 2026-06-01.',
  })
}

export function contains(interval: Interval, day: LegalDate): boolean {
  if (interval.from !== undefined && day < interval.from) return false
  return interval.to === undefined || day <= interval.to
}

const DAY_MS = 86_400_000

/** The day so many days later; earlier where the number is negative. */
export function daysAfter(day: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as LegalDate
}

/** Days from one to the other; negative where the other is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}
