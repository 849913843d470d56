import { z } from 'zod'
import { daysAfter, type LegalDate, ok, parseShape, type Result } from '../../kernel/index.ts'
import { day } from '../record-shapes.ts'

/** In the order of `Date.getUTCDay`. */
const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

const calendar = z.strictObject({
  weekend: z.array(z.enum(WEEKDAYS)).max(6),
  holidays: z.record(z.string().regex(/^\d{4}$/), z.array(day)).default({}),
  cite: z.string().min(1),
  mark: z.string().min(1),
})

const table = z.strictObject({
  otherwise: calendar,
  members: z.record(z.string().min(1), calendar),
})

/** The end of a term of working days. */
export interface TermEnd {
  /** The last day on which an answer is in time. */
  readonly day: LegalDate
  /** Years of the term whose holidays are not given: only weekends are left out of them. */
  readonly holidaysNotGiven: readonly string[]
}

/** The day so many working days after another, by the calendar of a member. */
export type WorkingDays = (member: string, after: LegalDate, days: number) => TermEnd

/** The table `working-days` of the law. */
export function readWorkingDays(value: unknown): Result<WorkingDays> {
  const read = parseShape(table, value)
  if (!read.ok) return read
  const { otherwise, members } = read.value
  const calendars = new Map(Object.entries(members))
  return ok((member, after, days) => count(calendars.get(member) ?? otherwise, after, days))
}

/** The day of the receipt is not counted: the first working day is one after it. */
function count(
  { weekend, holidays }: z.output<typeof calendar>,
  after: LegalDate,
  days: number,
): TermEnd {
  const free = new Set(Object.values(holidays).flat())
  const rests = new Set<string>(weekend)
  const years = new Set<string>()
  let [day, left] = [after, days]
  while (left > 0) {
    day = daysAfter(day, 1)
    years.add(day.slice(0, 4))
    const weekday = WEEKDAYS[new Date(day).getUTCDay()] ?? ''
    if (!rests.has(weekday) && !free.has(day)) left -= 1
  }
  return { day, holidaysNotGiven: [...years].filter((year) => holidays[year] === undefined) }
}
