import { daysAfter, type LegalDate, parseLegalDate } from '../../kernel/index.ts'

/** The same day so many years later; of 29 February, the 28th where the year has none. */
export function yearsAfter(day: LegalDate, years: number): LegalDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const same = parseLegalDate(`${year}${day.slice(4)}`)
  return same.ok ? same.value : yearsAfter(daysAfter(day, -1), years)
}
