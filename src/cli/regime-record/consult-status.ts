import type { LegalDate } from '../../kernel/index.ts'
import {
  type Consultation,
  type ConsultationRules,
  consultationsUnder,
  notReceived,
  readSubject,
  standingOfConsultation,
  timingOfUndercut,
  type Undercut,
} from '../../regime/index.ts'
import { count, paragraph } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { memberCode, withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type LedgerOptions, rulesOf, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

interface StatusOptions extends LedgerOptions {
  readonly member?: string
}

/** Who asked whom, until when an answer is waited for, and what was granted nevertheless. */
export const addConsult: CommandAdder = (regime, session, finish) => {
  const consult = regime
    .command('consult')
    .description('Consultations before a grant of what another member refused.')
  const command = consult
    .command('status')
    .description('Each consultation with its clock: open, answered, silent.')
    .option('--member <code>', 'those that this member opened or is asked in', memberCode)
  withExamples(
    withLedger(command),
    'regime consult status --ledger examples/regime/ledger.jsonl --on 2027-03-17',
    'regime consult status --ledger examples/regime/ledger.jsonl --member XA --json',
  )
  command.action(async (options: StatusOptions) => finish(await status(options, session)))
}

async function status(options: StatusOptions, session: Session): Promise<ExitCode> {
  const { surroundings } = session
  const { member } = options
  const rules = rulesOf(options, openRulebook(options, surroundings), surroundings)
  const on = options.on ?? surroundings.today
  const entries = await readLedger(options.ledger, surroundings, on)
  const { state, refused } = readSubject(consultationsUnder(rules), entries)
  const consultations = state.consultations
    .all()
    .filter((one) => member === undefined || [one.requester, one.denial.by].includes(member))
    .map((one) => ({ ...one, standing: standingOfConsultation(one, on, rules) }))
  const undercuts = state.undercuts
    .all()
    .filter((one) => member === undefined || [one.by, one.denial.by].includes(member))
    .map((one) => ({ ...one, timing: timingOfUndercut(one, rules) }))
  if (options.json === true) {
    session.print(JSON.stringify({ on, consultations, undercuts }, null, 2))
    return DONE
  }
  session.print(
    ...consultationLines(consultations, on, rules, session),
    ...undercutLines(undercuts, rules, session),
    session.paint('dim', `${count(consultations.length, 'consultation')} on ${on}.`),
  )
  tellRefused(refused, session)
  return DONE
}

function consultationLines(
  all: readonly Consultation[],
  on: LegalDate,
  rules: ConsultationRules,
  session: Session,
): readonly string[] {
  if (all.length === 0) return []
  const heading = ['Consultation', 'Case', 'By', 'Asked', 'About', 'Until', 'State']
  const rows = all.map((one) => {
    const { until, state, isClosed, holidaysNotGiven } = standingOfConsultation(one, on, rules)
    const remark = holidaysNotGiven.length === 0 || isClosed ? '' : ' (holidays not given)'
    return [
      one.consultId,
      one.caseRef,
      one.requester,
      one.denial.by,
      `${one.denial.regime} ${one.denial.denialId}`,
      until === undefined ? 'not received' : `${until}${remark}`,
      state.replaceAll('-', ' '),
    ]
  })
  return [...tableLines(heading, rows, session), ...unreceived(all, on, rules, session), '']
}

/** Whoever waits for an answer is told where none can come, and what to do. */
function unreceived(
  all: readonly Consultation[],
  on: LegalDate,
  rules: ConsultationRules,
  { surroundings, paint }: Session,
): readonly string[] {
  const page = { width: surroundings.columns, paint }
  return all
    .filter((one) => {
      const { state, until } = standingOfConsultation(one, on, rules)
      return state === 'requested' && until === undefined
    })
    .flatMap(({ consultId, denial: { by, regime, denialId } }) =>
      paragraph(
        page,
        `${consultId}  `,
        `${notReceived(by)} Ask for it at the contact of ${regime} ${denialId}, or withdraw the request.`,
      ),
    )
}

function undercutLines(
  all: readonly Undercut[],
  rules: ConsultationRules,
  session: Session,
): readonly string[] {
  if (all.length === 0) return []
  const rows = all.map((one) => {
    const { told, due } = timingOfUndercut(one, rules)
    const about = `${one.denial.regime} ${one.denial.denialId}`
    return [
      one.caseRef,
      one.by,
      about,
      one.decidedOn,
      due,
      told.replaceAll('-', ' '),
      one.reasons.join('; '),
    ]
  })
  const heading = ['Granted', 'By', 'Though refused as', 'On', 'To be told by', 'Told', 'Reasons']
  return [...tableLines(heading, rows, session), '']
}
