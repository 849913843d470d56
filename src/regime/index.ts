export {
  type Alert,
  type AlertDecay,
  type AlertsState,
  alertsUnder,
  readAlertDecay,
  standingOfAlert,
} from './alerts/alerts.ts'
export {
  charterDigest,
  electorateFor,
  foundingMembers,
  monthsBetween,
  monthsToLaw,
  type Question,
  questionProblems,
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
export {
  type AskCaseBlock,
  type CaseBlock,
  type CaseStep,
  type CaseToApprove,
  createCaseBlock,
} from './consultations/case-block.ts'
export {
  type Consultation,
  type ConsultationRules,
  type ConsultationStanding,
  type ConsultationsState,
  notReceived,
  standingOfConsultation,
  type Undercut,
} from './consultations/consultation.ts'
export { consultationsUnder } from './consultations/fold.ts'
export { timingOfUndercut } from './consultations/undercut.ts'
export { readWorkingDays, type WorkingDays } from './consultations/working-days.ts'
export {
  type BallotLine,
  ballotLine,
  type CountedBallots,
  countBallots,
} from './count-ballots.ts'
export { termsWithCharters } from './denials/charter-terms.ts'
export { type DenialRow, type RefusedRow, readDenialRows } from './denials/denial-rows.ts'
export { type Denial, type DenialsState, denialsUnder } from './denials/fold.ts'
export type { DenialRecord } from './denials/record.ts'
export { type Standing, standingOf } from './denials/standing.ts'
export { type NoUndercutTerms, readNoUndercut, type TermsOfRegimes } from './denials/terms.ts'
export {
  type Affected,
  type FurtherEffect,
  type Impact,
  type ImpactInput,
  type ImpactPort,
  type ImpactPorts,
  type ItemChange,
  impactOf,
  type TransactionChange,
} from './impact.ts'
export {
  askedOf,
  INFORMATION,
  type InfoRequest,
  type InformationState,
  type TransferNotice,
} from './information/information.ts'
export { type LeadTimes, leadTimes } from './lead-times.ts'
export { inOrder, type RefusedEntry, readSubject, type Subject } from './ledger.ts'
export type { LedgerEntry } from './ledger-entry.ts'
export { ASSESSMENTS, type Assessment, type AssessmentsState } from './matching/assessments.ts'
export {
  createMatchFinder,
  type DenialMatch,
  type MatchingOptions,
} from './matching/find-matches.ts'
export {
  burdenOf,
  MEASURES,
  type Measure,
  type MeasuresState,
  stateOfMeasure,
} from './measures/measures.ts'
export { type MaySign, readOfficerRoles, readSupersedable } from './officers.ts'
export { type Power, type PowerTable, powerOf } from './power.ts'
export { type Game, gameOf } from './power-game.ts'
export { membersAt } from './proposals/membership.ts'
export { type Interpretation, type ProposalContent, proposalContent } from './proposals/messages.ts'
export { type InterpretationNote, notesOf } from './proposals/notes.ts'
export { disputedResults, type ImplementationRow, tracker } from './proposals/release-steps.ts'
export { type AsSeen, type Standing as ProposalStanding, standingAt } from './proposals/standing.ts'
export type { Proposal, ProposalsState } from './proposals/state.ts'
export { proposalsSubject } from './proposals/subject.ts'
export { hasMakers } from './proposals/whose-question.ts'
export { lawWith } from './proposed-law.ts'
export { Records } from './records.ts'
export { type Redline, redlineOf } from './redline.ts'
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
  strangersIn,
  summaryOf,
  type WhatIfAnswer,
  type WhatIfSummary,
  whatIf,
} from './what-if.ts'
export { type WhatIfSet, whatIfSet } from './what-if-format.ts'
export {
  recognisedBy,
  type TechnicalStandard,
  type TenderCriterion,
  tenderCriteria,
} from './workstreams/standards.ts'
export {
  type Commitment,
  isOverdue,
  readStreams,
  type Streams,
  type WorkstreamsState,
  workstreamsUnder,
} from './workstreams/workstreams.ts'
