import { fail, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import { foundingMembers } from '../charter.ts'
import type { Charter } from '../charter-format.ts'
import type { Message } from './messages.ts'
import { refusal, type Said } from './said.ts'
import { outcomeOf } from './standing.ts'
import type { Membership, ProposalsState } from './state.ts'
import { laterOf, notBefore, plusDays } from './times.ts'

/** Codes of the members in good standing at a time: founders, as changed by what the ledger holds. */
export function membersAt(charter: Charter, state: ProposalsState, at: string): readonly string[] {
  const members = new Set(
    foundingMembers(charter, at.slice(0, 10) as LegalDate).map(({ code }) => code),
  )
  for (const { member, change, from, until } of state.memberships) {
    if (!notBefore(at, from)) continue
    if (change === 'join') members.add(member)
    else if (until === undefined || !notBefore(at, until)) members.delete(member)
  }
  return [...members].toSorted()
}

/** A newcomer joins for itself, once its admission is adopted. */
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
  return ok(withChange(state, { member, change: 'join', from: laterOf(from, said.at) }))
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

/** Any member states a suspension that was decided; it begins no earlier than the decision. */
export function suspend(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'member.suspend'>>,
): Result<ProposalsState> {
  const { member, decidedBy, from, until } = said.body
  const refused = undecided(charter, state, said.at, decidedBy, 'member-suspend', member)
  if (refused !== undefined) return fail(refused)
  const change: Membership = {
    member,
    change: 'suspend',
    from: laterOf(from, said.at),
    ...(until === undefined ? {} : { until }),
  }
  return ok(withChange(state, change))
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
