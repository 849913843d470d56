import type { Digest } from '../../kernel/index.ts'
import type { Choice, Electorate } from '../voting/electorate.ts'
import type { VotingRule } from '../voting/rule-format.ts'
import type { Message, ProposalContent } from './messages.ts'

/** A member's ballot as it was witnessed; all are kept, and the last in time before the close counts. */
export interface Ballot {
  readonly member: string
  readonly choice: Choice
  readonly at: string
  readonly entry: Digest
  readonly text: Digest
}

export interface Reservation {
  readonly member: string
  readonly position: 'scrutiny' | 'substance'
  readonly text: string
  readonly at: string
  readonly clearsBy?: string
}

export interface Comment {
  readonly member: string
  readonly text: string
  readonly at: string
}

/** What decides a question, taken when it was opened: what changes later does not change it. */
export interface Snapshot {
  readonly charter: Digest
  readonly rule: VotingRule
  readonly electorate: Electorate
}

export interface Proposal {
  readonly id: string
  readonly proposer: string
  readonly content: ProposalContent
  /** Of the content: ballots are bound to it. */
  readonly digest: Digest
  /** Texts that a ballot may name: this one, and those that differ from it by wording alone. */
  readonly texts: readonly Digest[]
  /** Texts before an amendment of substance, first to last. */
  readonly earlier: readonly Digest[]
  readonly openedAt: string
  readonly closesAt: string
  /** The close before a late quorum moved it. */
  readonly extendedFrom?: string
  readonly snapshot: Snapshot
  readonly ballots: readonly Ballot[]
  /** First witnessed after the close: kept and not counted. */
  readonly late: readonly Ballot[]
  readonly comments: readonly Comment[]
  readonly reservations: readonly Reservation[]
  readonly withdrawnAt?: string
}

export interface Membership {
  readonly member: string
  readonly change: 'join' | 'leave' | 'suspend'
  readonly from: string
  readonly until?: string
  /** The vote that it rests on; absent where a member leaves for itself. */
  readonly decidedBy?: string
}

export interface Release extends Message<'list.release'> {
  readonly member: string
  readonly at: string
}

export interface Implementation extends Message<'national.implementation'> {
  readonly member: string
  readonly at: string
}

export interface PublishedResult extends Message<'vote.result'> {
  readonly member: string
  readonly at: string
}

/** Plain data by id, so that it has a digest which every node can compare. */
export interface ProposalsState {
  readonly memberships: readonly Membership[]
  readonly proposals: Readonly<Record<string, Proposal>>
  readonly results: readonly PublishedResult[]
  readonly releases: Readonly<Record<string, Release>>
  readonly implementations: readonly Implementation[]
}

export const NOTHING_PROPOSED: ProposalsState = {
  memberships: [],
  proposals: {},
  results: [],
  releases: {},
  implementations: [],
}
