import { daysBetween, fail, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { Charter } from '../charter-format.ts'
import { membersAt } from './membership.ts'
import type { Message } from './messages.ts'
import { refusal, type Said } from './said.ts'
import { type AsSeen, outcomeOf, standingAt } from './standing.ts'
import type { ProposalsState, PublishedResult } from './state.ts'

/** A list with what was adopted, as a signed edition that every member can install. */
export function release(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'list.release'>>,
): Result<ProposalsState> {
  const { version, proposals } = said.body
  if (state.releases[version] !== undefined)
    return fail(refusal('release.known', `The list ${version} was released before.`))
  if (!membersAt(charter, state, said.at).includes(said.member))
    return fail(refusal('regime.no-member', `${said.member} is no member in good standing.`))
  const without = proposals.filter((id) => {
    const outcome = outcomeOf(charter, state, id, { at: said.at })
    return outcome !== 'adopted' && outcome !== 'coalition' && outcome !== 'provisional'
  })
  if (without.length > 0)
    return fail(
      refusal(
        'release.not-adopted',
        `Not adopted, or not final yet: ${without.join(', ')}.`,
        'Release what was decided, after its time of grace.',
      ),
    )
  const released = { ...said.body, member: said.member, at: said.at }
  return ok({ ...state, releases: { ...state.releases, [version]: released } })
}

/** A member says what it made of a decision in its own law; a later word replaces an earlier one. */
export function implement(
  state: ProposalsState,
  said: Said<Message<'national.implementation'>>,
): Result<ProposalsState> {
  const { release: version, proposal } = said.body
  if (state.releases[version]?.proposals.includes(proposal) !== true)
    return fail(refusal('release.unknown', `The list ${version} holds no ${proposal}.`))
  const others = state.implementations.filter(
    (one) => one.member !== said.member || one.release !== version || one.proposal !== proposal,
  )
  const own = { ...said.body, member: said.member, at: said.at }
  return ok({ ...state, implementations: [...others, own] })
}

export function publishResult(
  state: ProposalsState,
  said: Said<Message<'vote.result'>>,
): Result<ProposalsState> {
  if (state.proposals[said.body.proposal] === undefined)
    return fail(refusal('proposal.unknown', `No proposal is called ${said.body.proposal}.`))
  const own = { ...said.body, member: said.member, at: said.at }
  return ok({ ...state, results: [...state.results, own] })
}

/** Results that members published and that this node's own count does not bear out: an alarm. */
export function disputedResults(
  charter: Charter,
  state: ProposalsState,
  seen: AsSeen,
): readonly PublishedResult[] {
  return state.results.filter((result) => {
    const proposal = state.proposals[result.proposal]
    if (proposal === undefined) return false
    const { phase, outcome, tally } = standingAt(charter, state, proposal, seen)
    if (phase === 'open' || phase === 'tallying') return false
    const ownWords = new Set([outcome, phase === 'withdrawn' ? 'withdrawn' : tally.outcome])
    return result.proposalDigest !== proposal.digest || !ownWords.has(result.outcome)
  })
}

/** What one member made of one decision. */
export interface ImplementationRow {
  readonly release: string
  readonly proposal: string
  readonly member: string
  readonly state: 'in-force' | 'dated' | 'adopted' | 'not-adopted' | 'silent'
  readonly from?: LegalDate
  /** From the close of the vote to force; to today where it is not in force yet. */
  readonly days: number
  /** Later than the charter allows. */
  readonly late: boolean
  readonly withChanges: boolean
  readonly legalReference?: string
}

/** Every decision released, and every member that it binds: in force since when, after how many days. */
export function tracker(
  charter: Charter,
  state: ProposalsState,
  seen: AsSeen,
): readonly ImplementationRow[] {
  const today = seen.at.slice(0, 10) as LegalDate
  return Object.values(state.releases).flatMap(({ version, proposals }) =>
    proposals.flatMap((id) => {
      const proposal = state.proposals[id]
      if (proposal === undefined) return []
      const { tally } = standingAt(charter, state, proposal, seen)
      const decided = proposal.closesAt.slice(0, 10) as LegalDate
      return tally.binds.map((member) => rowOf(charter, state, version, id, member, decided, today))
    }),
  )
}

function rowOf(
  charter: Charter,
  state: ProposalsState,
  version: string,
  proposal: string,
  member: string,
  decided: LegalDate,
  today: LegalDate,
): ImplementationRow {
  const said = state.implementations.find(
    (one) => one.member === member && one.release === version && one.proposal === proposal,
  )
  const { from } = said ?? {}
  const isAdopted = said !== undefined && said.state !== 'not-adopted'
  const days = daysBetween(decided, isAdopted && from !== undefined ? from : today)
  const within = charter.terms.implementation?.withinDays
  return {
    release: version,
    proposal,
    member,
    state: stateOf(said?.state, from, today),
    ...(from === undefined ? {} : { from }),
    days,
    late: within !== undefined && days > within,
    withChanges: said?.state === 'adopted-with-changes',
    ...(said === undefined ? {} : { legalReference: said.legalReference }),
  }
}

function stateOf(
  said: Message<'national.implementation'>['state'] | undefined,
  from: LegalDate | undefined,
  today: LegalDate,
): ImplementationRow['state'] {
  if (said === undefined) return 'silent'
  if (said === 'not-adopted') return 'not-adopted'
  if (from === undefined) return 'adopted'
  return from <= today ? 'in-force' : 'dated'
}
