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
