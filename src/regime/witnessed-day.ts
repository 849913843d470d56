import { type LegalDate, parseLegalDate } from '../kernel/index.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/**
 * The day, in UTC, on which witnesses first saw an entry; absent while too few have. The author's own
 * clock is never asked: whoever could date an entry back could move a deadline.
 */
export function witnessedDay({ witnessedAt }: LedgerEntry): LegalDate | undefined {
  if (witnessedAt === undefined) return undefined
  const day = parseLegalDate(witnessedAt.slice(0, 10))
  return day.ok ? day.value : undefined
}
