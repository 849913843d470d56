import { assert } from '../../kernel/index.ts'
import type { Charter } from '../charter-format.ts'
import type { Positions } from '../voting/electorate.ts'
import { type Outcome, type Tally, tally } from '../voting/tally.ts'
import type { Proposal, ProposalsState } from './state.ts'
import { notBefore, plusDays } from './times.ts'

export interface AsSeen {
  readonly at: string
  /** How far each member's log is witnessed here; without it a tally is final when grace is over. */
  readonly heads?: Readonly<Record<string, string>>
}

/** Where a proposal stands at a time, as a node sees it that holds these entries. */
export interface Standing {
  /** `tallying`: closed, but a member's log may still hold a ballot that was seen in time. */
  readonly phase: 'open' | 'tallying' | 'decided' | 'withdrawn'
  /** Of the votes so far; of the final ones once decided. */
  readonly tally: Tally
  /** Once decided: the outcome, with what ratification and the end of a term made of it. */
  readonly outcome?: Outcome | 'withdrawn'
  readonly closesAt: string
  /** Members whose logs are not seen up to the close. */
  readonly awaited: readonly string[]
  /** When it ends unless ratified or renewed. */
  readonly endsAt?: string
  readonly reviewBy?: string
}

export function standingAt(
  charter: Charter,
  state: ProposalsState,
  proposal: Proposal,
  seen: AsSeen,
): Standing {
  const counted = tally(proposal.snapshot.rule, proposal.snapshot.electorate, positionsOf(proposal))
  const { closesAt } = proposal
  const shown = { tally: counted, closesAt, awaited: [] }
  if (proposal.withdrawnAt !== undefined)
    return { ...shown, phase: 'withdrawn', outcome: 'withdrawn' }
  // A ballot seen in the second of the close still counts, so the vote is over after it.
  if (notBefore(closesAt, seen.at)) return { ...shown, phase: 'open' }
  const awaited = awaitedMembers(charter, proposal, seen)
  if (awaited.length > 0) return { ...shown, awaited, phase: 'tallying' }
  return { ...shown, phase: 'decided', ...afterwards(charter, state, proposal, counted, seen) }
}

/** The outcome of a proposal that is decided; undefined while it is not. */
export function outcomeOf(
  charter: Charter,
  state: ProposalsState,
  id: string,
  seen: AsSeen,
): Standing['outcome'] {
  const proposal = state.proposals[id]
  return proposal === undefined ? undefined : standingAt(charter, state, proposal, seen).outcome
}

/** The last ballot of each member on the text as it stands, and reservations of substance not expired. */
export function positionsOf(proposal: Proposal): Positions {
  const { ballots, reservations, closesAt } = proposal
  return {
    choices: new Map(ballots.map(({ member, choice }) => [member, choice])),
    reserved: new Set(
      reservations
        .filter(({ position }) => position === 'substance')
        .filter(({ clearsBy }) => clearsBy === undefined || notBefore(clearsBy, closesAt))
        .map(({ member }) => member),
    ),
  }
}

function awaitedMembers(charter: Charter, proposal: Proposal, seen: AsSeen): readonly string[] {
  if (notBefore(seen.at, plusDays(proposal.closesAt, charter.graceDays))) return []
  return proposal.snapshot.electorate.voters
    .map(({ code }) => code)
    .filter((code) => {
      const head = seen.heads?.[code]
      return head === undefined || !notBefore(head, proposal.closesAt)
    })
}

type Afterwards = Pick<Standing, 'outcome' | 'endsAt' | 'reviewBy'>

function afterwards(
  charter: Charter,
  state: ProposalsState,
  proposal: Proposal,
  counted: Tally,
  seen: AsSeen,
): Afterwards {
  const { outcome } = counted
  const { rule } = proposal.snapshot
  if (outcome === 'provisional') {
    assert(rule.provisional !== undefined, 'a provisional outcome comes of a provisional rule')
    const endsAt = plusDays(proposal.closesAt, rule.provisional.days)
    if (isRatified(charter, state, proposal.id, endsAt, seen)) return { outcome: 'adopted' }
    return { outcome: notBefore(seen.at, endsAt) ? 'lapsed' : 'provisional', endsAt }
  }
  if (rule.sunset === undefined || (outcome !== 'adopted' && outcome !== 'coalition'))
    return { outcome }
  return {
    outcome,
    endsAt: plusDays(proposal.closesAt, rule.sunset.days),
    reviewBy: plusDays(proposal.closesAt, rule.sunset.reviewDays),
  }
}

function isRatified(
  charter: Charter,
  state: ProposalsState,
  id: string,
  before: string,
  seen: AsSeen,
): boolean {
  return Object.values(state.proposals).some(
    (one) =>
      one.content.ratifies === id &&
      notBefore(before, one.closesAt) &&
      standingAt(charter, state, one, seen).outcome === 'adopted',
  )
}
