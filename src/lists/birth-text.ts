import { parseLegalDate } from '../kernel/index.ts'

/**
 * Days of birth in free text, as Commonwealth, UN and European publishers write them: day before
 * month. `a) 19/03/1967; b) Approximately 1955-1958`, `Between Aug. and Sep. 1977`, `dd/mm/1945`,
 * `1962 (approximative)`. What is known in part is given in part: `1977-09`, `1945`. A range of years
 * is given as its years, for any of them may be the true one.
 */
export function birthDaysIn(text: string): readonly string[] {
  const found = [...text.matchAll(BIRTH)].flatMap(({ groups = {} }) => readBirth(groups))
  return [...new Set(found)]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(?:${MONTHS.join('|')})[a-z]*`

const BIRTH = new RegExp(
  [
    String.raw`(?<iso>\b\d{4}-\d{2}-\d{2}\b)`,
    String.raw`(?<isoMonth>\b\d{4}-\d{2}\b(?!\d|[-/]))`,
    String.raw`(?<day>\b\d{1,2}|\bdd)\s*[/.-]\s*(?<month>\d{1,2}|mm)\s*[/.-]\s*(?<year>\d{4})\b`,
    String.raw`(?:\b(?<dayOfMonth>\d{1,2})(?:st|nd|rd|th)?\s+)?\b(?<monthName>${MONTH})\.?,?\s+(?<monthYear>\d{4})\b`,
    String.raw`\b(?<fromYear>\d{4})\s*(?:-|–|to|and)\s*(?<toYear>\d{4})\b`,
    String.raw`\b(?<only>\d{4})\b`,
  ].join('|'),
  'gi',
)

type Groups = Readonly<Record<string, string | undefined>>

function readBirth(groups: Groups): readonly string[] {
  const { iso, isoMonth, year, monthYear, fromYear, toYear, only } = groups
  if (iso !== undefined) return partialDay(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8))
  if (isoMonth !== undefined) return partialDay(isoMonth.slice(0, 4), isoMonth.slice(5), undefined)
  if (year !== undefined) return partialDay(year, groups.month, groups.day)
  if (monthYear !== undefined) {
    const month = MONTHS.indexOf((groups.monthName ?? '').slice(0, 3).toLowerCase()) + 1
    return partialDay(monthYear, String(month), groups.dayOfMonth)
  }
  if (fromYear !== undefined && toYear !== undefined) return yearsBetween(fromYear, toYear)
  return partialDay(only ?? '', undefined, undefined)
}

/** What is certain of a day: `1945` where month or day are placeholders or impossible. */
export function partialDay(
  year: string,
  month: string | undefined,
  day: string | undefined,
): readonly string[] {
  if (!isYearOfBirth(year)) return []
  const number = Number(month)
  if (!Number.isInteger(number) || number < 1 || number > 12) return [year]
  const yearMonth = `${year}-${String(number).padStart(2, '0')}`
  const whole = parseLegalDate(`${yearMonth}-${(day ?? '').padStart(2, '0')}`)
  return [whole.ok ? whole.value : yearMonth]
}

const MAX_YEARS = 20

/** `1955` to `1958` are four years; a range too wide to tell anyone apart is left out. */
export function yearsBetween(from: string, to: string): readonly string[] {
  if (!isYearOfBirth(from) || !isYearOfBirth(to)) return []
  const years = Number(to) - Number(from) + 1
  if (years < 1 || years > MAX_YEARS) return []
  return Array.from({ length: years }, (_, index) => String(Number(from) + index))
}

/** Years of other calendars (1402 of the Hijra) and numbers of documents are none. */
function isYearOfBirth(text: string): boolean {
  return /^\d{4}$/.test(text) && text >= '1850' && text <= '2049'
}
