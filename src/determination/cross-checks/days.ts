import type { LegalDate } from '../../kernel/index.ts'

const DAY = 86_400_000

/** From one day to another; negative where it lies before. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** Whole months from one day to another. */
export function monthsBetween(from: LegalDate, to: LegalDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth
  return toDay < fromDay ? months - 1 : months
}
