export {
  charterDigest,
  electorateFor,
  foundingMembers,
  type Question,
  ruleFor,
  ruleOf,
} from './charter.ts'
export type { CharterWords } from './charter-check.ts'
export {
  type Charter,
  charterJsonSchemas,
  MATTERS,
  type Matter,
  type Technology,
} from './charter-format.ts'
export { isCharterFile, parseCharter, parseCharters } from './charter-reading.ts'
export { inOrder, type RefusedEntry, readSubject, type Subject } from './ledger.ts'
export type { LedgerEntry } from './ledger-entry.ts'
export { type Power, type PowerTable, powerOf } from './power.ts'
export { type Game, gameOf } from './power-game.ts'
export { membersAt } from './proposals/membership.ts'
export { type ProposalContent, proposalContent } from './proposals/messages.ts'
export { disputedResults, type ImplementationRow, tracker } from './proposals/release-steps.ts'
export { type AsSeen, type Standing, standingAt } from './proposals/standing.ts'
export type { Proposal, ProposalsState } from './proposals/state.ts'
export { proposalsSubject } from './proposals/subject.ts'
export {
  CHOICES,
  type Choice,
  type Electorate,
  type Positions,
  type Voter,
} from './voting/electorate.ts'
export type { VotingRule } from './voting/rule-format.ts'
export { ruleText } from './voting/rule-text.ts'
export { type Outcome, type Tally, tally } from './voting/tally.ts'
export {
  passes,
  powerUnder,
  summaryOf,
  type WhatIfAnswer,
  type WhatIfSummary,
  whatIf,
} from './what-if.ts'
export { type WhatIfSet, whatIfSet } from './what-if-format.ts'
