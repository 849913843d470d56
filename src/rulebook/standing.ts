import { contains, type Interval, type LegalDate } from '../kernel/index.ts'

/** A dated piece of law: an entry, a rule, an authorisation. */
export interface DatedLaw {
  readonly effective: Interval
  readonly coveredFrom?: LegalDate
  readonly suspended?: readonly Interval[]
}

/** `not-covered`: nobody read how the text stood on that day. */
export type Standing = 'in-force' | 'suspended' | 'not-covered' | 'not-in-force'

/** How a piece of law stands on a day. `coveredFrom` speaks only where no day of effect is known. */
export function standingOf(law: DatedLaw, day: LegalDate): Standing {
  const { effective, coveredFrom, suspended = [] } = law
  if (!contains(effective, day)) return 'not-in-force'
  if (effective.from === undefined && coveredFrom !== undefined && day < coveredFrom) {
    return 'not-covered'
  }
  return suspended.some((days) => contains(days, day)) ? 'suspended' : 'in-force'
}
