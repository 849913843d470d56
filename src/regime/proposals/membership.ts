import { fail, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import { foundingMembers } from '../charter.ts'
import type { Charter } from '../charter-format.ts'
import type { Message } from './messages.ts'
import { refusal, type Said } from './said.ts'
import { outcomeOf } from './standing.ts'
import type { Membership, ProposalsState } from './state.ts'
import { instantOf, laterOf, notBefore, plusDays } from './times.ts'

/** Codes of the members in good standing at a time: founders, as changed by what the ledger holds. */
export function membersAt(charter: Charter, state: ProposalsState, at: string): readonly string[] {
  const members = new Set(
    foundingMembers(charter, at.slice(0, 10) as LegalDate).map(({ code }) => code),
  )
  // By the time from which each holds: what was announced for later does not undo what came meanwhile.
  const changes = state.memberships.toSorted((a, b) => instantOf(a.from) - instantOf(b.from))
  for (const { member, change, from, until } of changes) {
    if (!notBefore(at, from)) break
    if (change === 'join') members.add(member)
    else if (until === undefined || !notBefore(at, until)) members.delete(member)
  }
  return [...members].toSorted()
}

/** A newcomer joins for itself, once its admission is adopted; whoever leaves or is suspended needs another. */
export function join(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'member.join'>>,
): Result<ProposalsState> {
  const { member, admittedBy, from } = said.body
  if (member !== said.member)
    return fail(refusal('regime.not-your-own', `${said.member} cannot join for ${member}.`))
  const refused = undecided(charter, state, said.at, admittedBy, 'member-admit', member)
  if (refused !== undefined) return fail(refused)
  if (statedBefore(state, admittedBy) !== undefined) return fail(used(admittedBy))
  return ok(
    withChange(state, {
      member,
      change: 'join',
      from: laterOf(from, said.at),
      decidedBy: admittedBy,
    }),
  )
}

/** A member leaves for itself, not before its notice has run. */
export function leave(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'member.leave'>>,
): Result<ProposalsState> {
  const { member, from } = said.body
  if (member !== said.member)
    return fail(refusal('regime.not-your-own', `${said.member} cannot leave for ${member}.`))
  const notice = charter.terms.withdrawal?.noticeDays ?? 0
  const earliest = plusDays(said.at, notice)
  return ok(withChange(state, { member, change: 'leave', from: laterOf(from, earliest) }))
}

/**
 * Any member states a suspension that was decided. It begins no earlier than it is stated, of several statements
 * with the first to begin, and ends when the text says that was voted: nobody puts it off, cuts it short or
 * says it again when it is over.
 */
export function suspend(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'member.suspend'>>,
): Result<ProposalsState> {
  const { member, decidedBy, from, until } = said.body
  const refused = undecided(charter, state, said.at, decidedBy, 'member-suspend', member)
  if (refused !== undefined) return fail(refused)
  const voted = state.proposals[decidedBy]?.content.until
  if (until !== undefined && (voted === undefined || instantOf(until) !== instantOf(voted)))
    return fail(
      refusal(
        'regime.other-term',
        `${decidedBy} was voted ${voted === undefined ? 'without an end' : `until ${voted}`}, not until ${until}.`,
        'Leave until away: the text that was voted says it.',
      ),
    )
  const change: Membership = {
    member,
    change: 'suspend',
    from: laterOf(from, said.at),
    ...(voted === undefined ? {} : { until: voted }),
    decidedBy,
  }
  const before = statedBefore(state, decidedBy)
  if (before === undefined) return ok(withChange(state, change))
  if (notBefore(change.from, before.from)) return fail(used(decidedBy))
  const others = state.memberships.filter((one) => one !== before)
  return ok(withChange({ ...state, memberships: others }, change))
}

function statedBefore(state: ProposalsState, id: string): Membership | undefined {
  return state.memberships.find(({ decidedBy }) => decidedBy === id)
}

function used(id: string): ReturnType<typeof refusal> {
  return refusal(
    'regime.decision-used',
    `What ${id} decided was stated before, and has had its effect.`,
    'What is to be decided again is proposed and voted on again.',
  )
}

function undecided(
  charter: Charter,
  state: ProposalsState,
  at: string,
  id: string,
  matter: 'member-admit' | 'member-suspend',
  member: string,
): ReturnType<typeof refusal> | undefined {
  const proposal = state.proposals[id]
  const fits = proposal?.content.matter === matter && proposal.content.concerns === member
  if (fits && outcomeOf(charter, state, id, { at }) === 'adopted') return undefined
  return refusal(
    'regime.not-decided',
    `No adopted ${matter} of ${member} is called ${id}.`,
    'Wait until the vote is closed and its time of grace is over.',
  )
}

function withChange(state: ProposalsState, change: Membership): ProposalsState {
  return { ...state, memberships: [...state.memberships, change] }
}
