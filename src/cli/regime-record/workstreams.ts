import { closest } from 'fastest-levenshtein'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import {
  isOverdue,
  readStreams,
  readSubject,
  recognisedBy,
  tenderCriteria,
  workstreamsUnder,
} from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { memberCode, withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type LedgerOptions, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

interface WorkOptions extends LedgerOptions {
  readonly stream?: string
  readonly buyers?: readonly string[]
}

/** What members promised, minutes of their meetings, standards they recognise. */
export const addWorkstreams: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('workstreams')
    .description('Commitments with owner, day, evidence and state; minutes; recognised standards.')
    .option('--stream <name>', 'of this field only, as batteries')
    .option(
      '--buyers <codes>',
      'standards that these members all recognise, as tender criteria',
      (text: string) => text.split(',').map((one) => memberCode(one.trim())),
    )
  withExamples(
    withLedger(command),
    'regime workstreams --ledger examples/regime/ledger.jsonl --on 2027-07-01',
    'regime workstreams --ledger examples/regime/ledger.jsonl --buyers XA,XB --json',
  )
  command.action(async (options: WorkOptions) => finish(await workstreams(options, session)))
}

async function workstreams(options: WorkOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print, paint } = session
  const on = options.on ?? surroundings.today
  const { tables } = openRulebook(options, surroundings)
  const streams = unwrap(readStreams(tables.get('tables/workstreams')))
  if (options.stream !== undefined && streams[options.stream] === undefined)
    throw new ProblemError(unknownStream(options.stream, Object.keys(streams)))
  const entries = await readLedger(options.ledger, surroundings, on)
  const { state, refused } = readSubject(workstreamsUnder(streams), entries)
  const isAsked = ({ stream }: { readonly stream: string }): boolean =>
    (options.stream ?? stream) === stream
  const commitments = state.commitments
    .all()
    .filter(isAsked)
    .map((one) => ({ ...one, isOverdue: isOverdue(one, on) }))
  const standards = state.standards
    .all()
    .filter(isAsked)
    .map((one) => ({ ...one, recognition: undefined, recognisedBy: recognisedBy(one, on) }))
  const criteria = tenderCriteria(state.standards, options.buyers ?? [], on)
  const minutes = state.minutes.all()
  if (options.json === true) {
    print(JSON.stringify({ on, commitments, minutes, standards, criteria }, null, 2))
    return DONE
  }
  const section = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [...tableLines(heading, rows, session), '']
  print(
    ...section(
      ['Commitment', 'Field', 'Owner', 'Due', 'State', 'Evidence', 'What'],
      commitments.map((one) => [
        one.commitmentId,
        streams[one.stream] ?? one.stream,
        one.owner,
        one.due,
        one.isOverdue ? `${one.state}, overdue` : one.state,
        one.evidence.map(({ what }) => what).join('; ') || '–',
        one.text,
      ]),
    ),
    ...section(
      ['Meeting', 'On', 'Present', 'Decided'],
      minutes.map((one) => [
        one.meetingId,
        one.heldOn,
        one.present.join(' '),
        one.decisions.join('; '),
      ]),
    ),
    ...section(
      ['Standard', 'Edition', 'Recognised by', 'Title'],
      standards.map((one) => [
        one.standardId,
        one.edition,
        one.recognisedBy.join(' ') || '–',
        one.title,
      ]),
    ),
    ...section(
      ['Criterion for a tender', 'Field'],
      criteria.map((one) => [one.text, streams[one.stream] ?? one.stream]),
    ),
    paint('dim', `${count(commitments.length, 'commitment')} on ${on}.`),
  )
  tellRefused(refused, session)
  return DONE
}

function unknownStream(name: string, known: readonly string[]): Problem {
  const text = name.slice(0, 80)
  return {
    code: 'workstream.unknown-stream',
    detail: `There is no workstream ${JSON.stringify(text)}.`,
    remedy: `Did you mean ${closest(text, known)}? Workstreams: ${known.join(', ')}.`,
  }
}
