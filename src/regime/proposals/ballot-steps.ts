import { fail, ok, type Result } from '../../kernel/index.ts'
import type { Charter } from '../charter-format.ts'
import { sidesOf } from '../voting/sides.ts'
import { quorumTest } from '../voting/tally.ts'
import { membersAt } from './membership.ts'
import type { Message } from './messages.ts'
import { notThatText, openProposal, withProposal } from './proposal-steps.ts'
import { refusal, type Said } from './said.ts'
import { positionsOf } from './standing.ts'
import type { Ballot, Proposal, ProposalsState } from './state.ts'
import { notBefore, plusDays } from './times.ts'

/**
 * A ballot on the text it names. A later one of the same member takes its place until the close; one first
 * witnessed after the close is kept as late and counts for nothing, whatever its author dated it.
 */
export function cast(
  state: ProposalsState,
  said: Said<Message<'vote.cast'>>,
): Result<ProposalsState> {
  const { proposal: id, proposalDigest, choice } = said.body
  const proposal = state.proposals[id]
  if (proposal === undefined)
    return fail(refusal('proposal.unknown', `No proposal is called ${id}.`))
  const { voters, excluded } = proposal.snapshot.electorate
  if (!voters.some(({ code }) => code === said.member)) {
    const why = excluded.find(({ code }) => code === said.member)?.why
    return fail(
      refusal(
        'ballot.no-vote',
        `${said.member} has no vote on ${id}. ${why ?? 'It was no member when the vote was opened.'}`,
      ),
    )
  }
  const ballot: Ballot = {
    member: said.member,
    choice,
    at: said.at,
    entry: said.entry,
    text: proposalDigest,
  }
  if (proposal.withdrawnAt === undefined && !notBefore(proposal.closesAt, said.at))
    return ok(withProposal(state, { ...proposal, late: [...proposal.late, ballot] }))
  const found = openProposal(state, id, said.at)
  if (!found.ok) return found
  if (!proposal.texts.includes(proposalDigest)) return fail(notThatText(proposal))
  const ballots = [...proposal.ballots.filter(({ member }) => member !== said.member), ballot]
  return ok(withProposal(state, withLateQuorum({ ...proposal, ballots }, proposal, said.at)))
}

/** Reached in the last days, a quorum leaves the others time to answer: once. */
function withLateQuorum(after: Proposal, before: Proposal, at: string): Proposal {
  const late = after.snapshot.rule.quorum?.late
  if (late === undefined || after.extendedFrom !== undefined) return after
  const reached = (one: Proposal): boolean => {
    const { rule, electorate } = one.snapshot
    return quorumTest(rule, electorate, sidesOf(electorate, positionsOf(one)))?.met === true
  }
  if (reached(before) || !reached(after)) return after
  if (!notBefore(at, plusDays(after.closesAt, -late.withinDays))) return after
  const extended = plusDays(at, late.extendDays)
  if (notBefore(after.closesAt, extended)) return after
  return { ...after, closesAt: extended, extendedFrom: after.closesAt }
}

export function comment(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'list.comment'>>,
): Result<ProposalsState> {
  const found = openProposal(state, said.body.proposal, said.at)
  if (!found.ok) return found
  const observers = charter.observers.map(({ code }) => code)
  const heard = [...membersAt(charter, state, said.at), ...observers]
  if (!heard.includes(said.member))
    return fail(refusal('regime.no-member', `${said.member} is neither member nor observer.`))
  const { text } = said.body
  const comments = [...found.value.comments, { member: said.member, text, at: said.at }]
  return ok(withProposal(state, { ...found.value, comments }))
}

/** Of scrutiny or of substance, in the place of an earlier one of the same member; or lifted. */
export function reserve(
  state: ProposalsState,
  said: Said<Message<'list.reservation'>>,
): Result<ProposalsState> {
  const { proposal: id, proposalDigest, position, text, clearsBy } = said.body
  const found = openProposal(state, id, said.at)
  if (!found.ok) return found
  const proposal = found.value
  if (!proposal.snapshot.electorate.voters.some(({ code }) => code === said.member))
    return fail(refusal('ballot.no-vote', `${said.member} has no vote on ${id}.`))
  if (position !== 'lifted' && !proposal.texts.includes(proposalDigest))
    return fail(notThatText(proposal))
  const others = proposal.reservations.filter(({ member }) => member !== said.member)
  const own =
    position === 'lifted'
      ? []
      : [
          {
            member: said.member,
            position,
            text,
            at: said.at,
            ...(clearsBy === undefined ? {} : { clearsBy }),
          },
        ]
  return ok(withProposal(state, { ...proposal, reservations: [...others, ...own] }))
}
