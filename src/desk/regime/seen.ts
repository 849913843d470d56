import type { LegalDate } from '../../kernel/index.ts'
import type { AsSeen, LedgerEntry } from '../../regime/index.ts'

/** A day is looked at from its end; today from now, since its end would close a vote that is still open. */
export function timeOn(on: LegalDate, today: LegalDate, moment: string): string {
  return on === today ? moment : `${on}T23:59:59Z`
}

/** What witnesses had seen by a day, and what too few have seen yet: a refusal holds from its first word. */
export function entriesBy<E extends LedgerEntry>(
  entries: readonly E[],
  on: LegalDate,
): readonly E[] {
  return entries.filter(({ witnessedAt = '' }) => witnessedAt.slice(0, 10) <= on)
}

/** How far each member's log is seen: until it is seen to the close, a ballot may still come out of it. */
export function seenAt(at: string, entries: readonly LedgerEntry[]): AsSeen {
  const heads: Record<string, string> = {}
  for (const { member, witnessedAt = '' } of entries) {
    if (witnessedAt > (heads[member] ?? '')) heads[member] = witnessedAt
  }
  return { at, heads }
}
