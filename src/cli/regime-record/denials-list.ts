import type { LegalDate } from '../../kernel/index.ts'
import {
  type Denial,
  denialsUnder,
  readSubject,
  type Standing,
  standingOf,
  type TermsOfRegimes,
} from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { memberCode, withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type LedgerOptions, termsOf, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

interface ListOptions extends LedgerOptions {
  readonly regime?: string
  readonly issuer?: string
  readonly all?: true
}

/** What was refused, by whom, in which regimes, and until when it stands. */
export const addDenialsList: CommandAdder = (denials, session, finish) => {
  const command = denials
    .command('list')
    .description('Refusals in force, each with its reference, contact and end in each regime.')
    .option('--regime <name>', 'of this regime only')
    .option('--issuer <member>', 'of this member only', memberCode)
    .option('--all', 'those too that expired, lapsed or were revoked')
  withExamples(
    withLedger(command),
    'regime denials list --ledger examples/regime/ledger.jsonl --on 2027-03-01',
    'regime denials list --ledger examples/regime/ledger.jsonl --on 2027-03-01 --all --json',
  )
  command.action(async (options: ListOptions) => finish(await listDenials(options, session)))
}

async function listDenials(options: ListOptions, session: Session): Promise<ExitCode> {
  const { surroundings } = session
  const terms = termsOf(options, surroundings)
  const on = options.on ?? surroundings.today
  const entries = await readLedger(options.ledger, surroundings, on)
  const { state, refused } = readSubject(denialsUnder(terms), entries)
  const rows = state
    .all()
    .filter(({ record }) => (options.regime ?? record.regime) === record.regime)
    .filter(({ issuer }) => (options.issuer ?? issuer) === issuer)
    .map((denial) => ({ denial, standing: standingOf(denial, on, terms) }))
    .filter(({ standing }) => options.all === true || standing.state === 'in-force')
  if (options.json === true) {
    const denials = rows.map(({ denial, standing }) => ({ ...denial, standing }))
    session.print(JSON.stringify({ on, denials, refused: refused.length }, null, 2))
    return DONE
  }
  session.print(...denialLines(rows, on, terms, session))
  tellRefused(refused, session)
  return DONE
}

interface Row {
  readonly denial: Denial
  readonly standing: Standing
}

function denialLines(
  rows: readonly Row[],
  on: LegalDate,
  terms: TermsOfRegimes,
  session: Session,
): readonly string[] {
  const heading = ['Regime', 'Reference', 'By', 'Refusal', 'Until', 'State', 'Consult', 'Contact']
  const cells = rows.map(({ denial: { issuer, record }, standing }) => [
    record.regime,
    record.denialId,
    issuer,
    record.nationalRef,
    standing.validUntil,
    [standing.state, ...remarksOf(standing)].join(', '),
    terms.of(record.regime).consultation[record.catchAll ? 'catchAll' : 'listed'],
    record.contact,
  ])
  const refusals = new Set(
    rows.map(({ denial }) => `${denial.issuer} ${denial.record.nationalRef}`),
  )
  const summary = `${count(rows.length, 'notification')} of ${count(refusals.size, 'refusal')} on ${on}.`
  return [
    ...(rows.length === 0 ? [] : [...tableLines(heading, cells, session), '']),
    session.paint('dim', summary),
  ]
}

function remarksOf({ isReviewDue, reviewFrom, notified }: Standing): readonly string[] {
  return [
    ...(isReviewDue ? [`review due since ${reviewFrom}`] : []),
    ...(notified === 'in-time' ? [] : [`notified ${notified.replaceAll('-', ' ')}`]),
  ]
}
