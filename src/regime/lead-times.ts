import { monthsBetween } from './charter.ts'
import type { Charter } from './charter-format.ts'

/** How long members took to write a common text into their law, by what a charter publishes. */
export interface LeadTimes {
  readonly charter: string
  readonly name: string
  /** From the decision of the regime; or, where none decided, from the first member that had the text. */
  readonly from: 'decision' | 'first-member'
  readonly members: readonly { readonly member: string; readonly months: number }[]
}

/** Of every charter that publishes such days; of the technology asked about where there are some, else of all. */
export function leadTimes(
  charters: readonly Charter[],
  technology: string | undefined,
): readonly LeadTimes[] {
  return charters.flatMap((one) => {
    const { charter, name } = one
    const known = { charter, name }
    return [
      { ...known, from: 'decision' as const, members: sinceDecision(one) },
      { ...known, from: 'first-member' as const, members: sinceFirst(one, technology) },
    ].filter(({ members }) => members.length > 0)
  })
}

function sinceDecision({ experience }: Charter): LeadTimes['members'] {
  return experience
    .map(({ member, decided, inForce }) => ({ member, months: monthsBetween(decided, inForce) }))
    .toSorted(byMonths)
}

function sinceFirst(
  { recognition }: Charter,
  technology: string | undefined,
): LeadTimes['members'] {
  const named = recognition.filter((one) => one.technology === technology)
  const [shown] = named.length > 0 ? named : recognition
  const days = shown?.dates.map(({ from }) => from).toSorted() ?? []
  const [first] = days
  if (shown === undefined || first === undefined) return []
  return shown.dates
    .map(({ member, from }) => ({ member, months: monthsBetween(first, from) }))
    .toSorted(byMonths)
}

function byMonths(one: { months: number; member: string }, other: typeof one): number {
  return one.months - other.months || (one.member < other.member ? -1 : 1)
}
