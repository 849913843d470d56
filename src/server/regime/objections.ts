import type { Problem } from '../../kernel/index.ts'
import {
  ASSESSMENTS,
  alertsUnder,
  consultationsUnder,
  denialsUnder,
  INFORMATION,
  type LedgerEntry,
  MEASURES,
  type ProposalsState,
  proposalsSubject,
  readSubject,
  type Subject,
  workstreamsUnder,
} from '../../regime/index.ts'
import type { RegimeLaw } from './regime-law.ts'

/**
 * What the regime has against an entry that is not yet in its log, as if witnesses saw it now: what would count for
 * nothing need not be added. Nothing is said of a type that no subject reads.
 */
export function objectionsTo(
  trial: LedgerEntry,
  entries: readonly LedgerEntry[],
  { charters, rules, decays, streams }: RegimeLaw,
): readonly Problem[] {
  const refusedBy = <State>(
    subject: Subject<State>,
    without: (state: State) => readonly Problem[] = () => [],
  ): readonly Problem[] => {
    if (!subject.types.includes(trial.type)) return []
    const { state, refused } = readSubject(subject, [...entries, trial])
    const found = refused.find(({ entry }) => entry.digest === trial.digest)
    return found?.problems ?? without(state)
  }
  const underCharters = charters.map((charter) =>
    refusedBy(proposalsSubject(charter), (state) => lateIn(state, trial)),
  )
  return [
    ...refusedBy(denialsUnder(rules.terms)),
    ...refusedBy(consultationsUnder(rules)),
    ...refusedBy(ASSESSMENTS),
    ...refusedBy(alertsUnder(decays)),
    ...refusedBy(INFORMATION),
    ...refusedBy(MEASURES),
    ...refusedBy(workstreamsUnder(streams)),
    // A log does not say under which charter a proposal is: it counts where one of them takes it.
    ...(underCharters.every((problems) => problems.length > 0) ? mostTelling(underCharters) : []),
  ]
}

/** Of what several charters say against it, what one says that knows its proposal. */
function mostTelling(all: readonly (readonly Problem[])[]): readonly Problem[] {
  const knowing = all.find((problems) => problems.every(({ code }) => code !== 'proposal.unknown'))
  return knowing ?? all[0] ?? []
}

/** A ballot after the close is kept as late, and not counted. */
function lateIn({ proposals }: ProposalsState, { digest }: LedgerEntry): readonly Problem[] {
  return Object.values(proposals)
    .filter(({ late }) => late.some(({ entry }) => entry === digest))
    .map(({ id, closesAt }) => ({
      code: 'ballot.late',
      detail: `The vote on ${id} closed at ${closesAt}.`,
    }))
}
