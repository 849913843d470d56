import type { Transaction } from '../../determination/index.ts'
import type { LegalDate } from '../../kernel/index.ts'
import type { DenialsState } from '../denials/fold.ts'
import type { DeniedItem } from '../denials/record.ts'
import { type Assessment, type AssessmentsState, assessmentsOf } from '../matching/assessments.ts'
import {
  askedOf,
  createMatchFinder,
  type DenialMatch,
  type MatchingOptions,
} from '../matching/find-matches.ts'
import { likenessOf } from '../matching/item-likeness.ts'
import {
  type Consultation,
  type ConsultationRules,
  type ConsultationStanding,
  type ConsultationsState,
  notReceived,
  standingOfConsultation,
} from './consultation.ts'
import { consultationsFor } from './fold.ts'
import type { DenialNamed } from './messages.ts'

/** A case that is about to be approved. */
export interface CaseToApprove {
  /** Whose case it is. */
  readonly member: string
  /** What consultations and assessments call it. */
  readonly caseRef: string
  readonly transaction: Transaction
}

/** What stands between a case and its approval because of one refusal. */
export interface CaseStep {
  readonly match: DenialMatch
  readonly state:
    | 'own-refusal'
    | 'related'
    | 'to-assess'
    | 'dismissed'
    | 'to-consult'
    | 'consulting'
    | 'consulted'
    | 'may-consult'
  readonly blocks: boolean
  /** In one sentence: why, and what comes next. */
  readonly says: string
  readonly assessment?: Assessment
  readonly consultation?: ConsultationStanding & { readonly consultId: string }
  /** After a grant: holders are told within so many days, at the latest within so many. */
  readonly undercut?: { readonly dueDays: number; readonly latestDays: number }
}

export interface CaseBlock {
  /** Whether the case may be approved as far as others' refusals go. A grant stays the member's own decision. */
  readonly mayBeApproved: boolean
  readonly steps: readonly CaseStep[]
}

/** The port through which case work asks: may this be approved? A composition root plugs it in. */
export type AskCaseBlock = (asked: CaseToApprove) => CaseBlock

/** What the answer rests on: the regime's record on a day. */
export interface CaseBlockSources extends MatchingOptions, ConsultationRules {
  readonly denials: DenialsState
  readonly consultations: ConsultationsState
  readonly assessments: AssessmentsState
}

/**
 * A case is blocked while a refusal of another member that must be consulted on is, or may be, of the same
 * transaction, and no person dismissed it and no consultation about it is closed. Only refusals in force are
 * looked at: one that expired, lapsed or was revoked never blocks.
 */
export function createCaseBlock(sources: CaseBlockSources): AskCaseBlock {
  const find = createMatchFinder(sources.denials.all(), sources)
  return (asked) => {
    const steps = find(asked.transaction).map((match) => stepFor(match, asked, sources))
    return { mayBeApproved: steps.every(({ blocks }) => !blocks), steps }
  }
}

function stepFor(match: DenialMatch, asked: CaseToApprove, sources: CaseBlockSources): CaseStep {
  const { denial, identical } = match
  if (denial.issuer === asked.member)
    return step(
      match,
      'own-refusal',
      'This is a refusal of your own: say why it is decided otherwise.',
    )
  if (match.isRelatedOnly)
    return step(match, 'related', 'Refused nearby, and not the same: no step is asked.')
  const named: DenialNamed = { by: denial.issuer, regime: denial.regime, denialId: denial.denialId }
  const all = assessmentsOf(sources.assessments, asked.member, asked.caseRef, named)
  const assessment = all.at(-1)
  const holds = assessment?.facts === match.facts
  if (holds && assessment.outcome === 'dismissed')
    return {
      ...step(match, 'dismissed', `Dismissed by ${assessment.person}: ${assessment.reason ?? ''}`),
      assessment,
    }
  const consulted = consultedStep(match, asked, named, sources)
  if (consulted !== undefined) return consulted
  if (denial.demand === 'may')
    return { ...step(match, 'may-consult', mayConsult(match)), ...undercutOf(match, sources) }
  if (identical !== 'true' && !(holds && assessment.outcome === 'identical')) {
    const changed = assessment !== undefined && !holds
    const says = `${changed ? 'What was compared has changed since it was assessed. ' : ''}It may be the same transaction: a person says whether it is, or dismisses it with a reason.`
    return { ...step(match, 'to-assess', says, true), ...(changed ? { assessment } : {}) }
  }
  const before = consultationsFor(sources.consultations, asked.member, asked.caseRef, named)
    .filter((one) => one.state !== 'withdrawn')
    .map(({ consultId }) => consultId)
  const other = before.length === 0 ? '' : `${before.join(', ')} asked about another item. `
  return step(
    match,
    'to-consult',
    `${other}Ask ${denial.issuer} before it is approved: ${denial.contact}.`,
    true,
  )
}

function mayConsult({ denial: { issuer, contact } }: DenialMatch): string {
  return `${issuer} may be asked (${contact}); nothing waits for it. Whoever grants the same tells those who hold the refusal.`
}

/** The step by the latest consultation that was not withdrawn. */
function consultedStep(
  match: DenialMatch,
  { member, caseRef, transaction }: CaseToApprove,
  named: DenialNamed,
  sources: CaseBlockSources,
): CaseStep | undefined {
  const standings = consultationsFor(sources.consultations, member, caseRef, named)
    .filter((one) => isAbout(one, transaction, sources))
    .map((one) => ({
      consultId: one.consultId,
      saysOther: one.reply?.identical === 'no',
      ...standingOfConsultation(one, sources.on, sources),
    }))
    .filter(({ state }) => state !== 'withdrawn')
  // One answer is enough: another request about the same does not open what is closed.
  const latest = standings.find(({ isClosed }) => isClosed) ?? standings.at(-1)
  if (latest === undefined) return undefined
  const { saysOther, ...consultation } = latest
  const isMust = match.denial.demand === 'must'
  if (!consultation.isClosed) {
    const says = waiting(match.denial, consultation)
    return { ...step(match, 'consulting', says, isMust), consultation }
  }
  const says = answered(match.denial.issuer, consultation, saysOther)
  const undercut = saysOther ? {} : undercutOf(match, sources)
  return { ...step(match, 'consulted', says), consultation, ...undercut }
}

/** Whether an item of the deal is, as it stands now, essentially what was asked about, or may be. */
function isAbout(
  { essence, denial }: Consultation,
  { items }: Transaction,
  sources: CaseBlockSources,
): boolean {
  const { identical } = sources.terms.of(denial.regime)
  const characteristics = essence.characteristics as DeniedItem['characteristics']
  const question: DeniedItem = { description: '', ...essence, characteristics }
  return items.some(
    (item) =>
      likenessOf(askedOf(item, sources), question, identical, sources.dictionary).truth !== 'false',
  )
}

function waiting(
  { issuer, contact }: DenialMatch['denial'],
  { state, until }: ConsultationStanding,
): string {
  if (state === 'reply-not-yet-witnessed')
    return `${issuer} has replied; whether in time is settled when witnesses have seen it.`
  return until === undefined
    ? `${notReceived(issuer)} Ask for it: ${contact}.`
    : `${issuer} answers until ${until}.`
}

function answered(
  issuer: string,
  { state, until }: ConsultationStanding,
  saysOther: boolean,
): string {
  if (saysOther) return `${issuer} says that it is not essentially identical.`
  switch (state) {
    case 'objection':
      return `${issuer} objects. The decision is yours: nobody has a veto.`
    case 'silent':
      return `${issuer} was silent until ${until as LegalDate}: recorded as silence, no objection.`
    case 'unanswered':
      return `${issuer} asked for more and gave no answer until ${until as LegalDate}.`
    default:
      return `${issuer} has no objection.`
  }
}

function undercutOf(
  { denial }: DenialMatch,
  { terms }: CaseBlockSources,
): Pick<Required<CaseStep>, 'undercut'> {
  return { undercut: terms.of(denial.regime).undercut }
}

function step(
  match: DenialMatch,
  state: CaseStep['state'],
  says: string,
  blocks = false,
): CaseStep {
  return { match, state, blocks, says }
}
