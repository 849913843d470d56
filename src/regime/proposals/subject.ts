import type { z } from 'zod'
import { fail, ok, parseShape, type Result } from '../../kernel/index.ts'
import type { Charter } from '../charter-format.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { cast, comment, reserve } from './ballot-steps.ts'
import { join, leave, suspend } from './membership.ts'
import { MESSAGES, type Message, type MessageType } from './messages.ts'
import { amend, open, withdraw } from './proposal-steps.ts'
import { implement, publishResult, release } from './release-steps.ts'
import { refusal, type Said } from './said.ts'
import { NOTHING_PROPOSED, type ProposalsState } from './state.ts'

type Step<T extends MessageType> = (
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<T>>,
) => Result<ProposalsState>

const STEPS: { readonly [T in MessageType]: Step<T> } = {
  'member.join': join,
  'member.leave': leave,
  'member.suspend': suspend,
  'list.proposal.open': open,
  'list.proposal.amend': amend,
  'list.proposal.withdraw': (_charter, state, said) => withdraw(state, said),
  'list.comment': comment,
  'list.reservation': (_charter, state, said) => reserve(state, said),
  'vote.cast': (_charter, state, said) => cast(state, said),
  'vote.result': (_charter, state, said) => publishResult(state, said),
  'list.release': release,
  'national.implementation': (_charter, state, said) => implement(state, said),
}

/** Members, proposals, votes, releases and what came of them, under one charter. */
export function proposalsSubject(charter: Charter): Subject<ProposalsState> {
  return {
    types: Object.keys(MESSAGES),
    empty: NOTHING_PROPOSED,
    apply: (state, entry) => apply(charter, state, entry),
  }
}

function apply(
  charter: Charter,
  state: ProposalsState,
  entry: LedgerEntry,
): Result<ProposalsState> {
  if (entry.witnessedAt === undefined)
    return fail(
      refusal(
        'regime.not-witnessed',
        'Too few witnesses have seen this entry, so that its time is not known.',
        'It counts once they have.',
      ),
    )
  const said = { member: entry.member, at: entry.witnessedAt, entry: entry.digest }
  // The types of the subject are the keys of both tables.
  return step(charter, state, entry.type as MessageType, said, entry.body)
}

function step<T extends MessageType>(
  charter: Charter,
  state: ProposalsState,
  type: T,
  said: Omit<Said<unknown>, 'body'>,
  content: unknown,
): Result<ProposalsState> {
  const shaped = parseShape(MESSAGES[type] as unknown as z.ZodType<Message<T>>, content)
  if (!shaped.ok) return shaped
  const applied = STEPS[type](charter, state, { ...said, body: shaped.value })
  return applied.ok ? ok(applied.value) : applied
}
