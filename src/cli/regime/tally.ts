import { Option } from 'commander'
import { charterNamed } from '../../desk/index.ts'
import {
  fail,
  type LegalDate,
  ok,
  ProblemError,
  parseShape,
  type Result,
  unwrap,
} from '../../kernel/index.ts'
import {
  type BallotLine,
  ballotLine,
  type CountedBallots,
  countBallots,
  hasMakers,
  MATTERS,
  type Matter,
  ruleText,
} from '../../regime/index.ts'
import { listing, paragraph } from '../answer/page.ts'
import { DONE, NOT_CLEAR } from '../exit-code.ts'
import { type Entry, openEntries } from '../input/read-entries.ts'
import {
  day,
  type JsonOption,
  type LawOption,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { chartersOf } from './charters-of.ts'
import { tallyLines } from './tally-lines.ts'
import { utcTime } from './utc-time.ts'

interface TallyOptions extends LawOption, JsonOption {
  readonly charter: string
  readonly matter: Matter
  readonly technology?: string
  readonly concerns?: string
  readonly closes?: string
  readonly asOf?: LegalDate
}

export const addTally: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('tally')
    .description(
      'Counts ballots by a charter: the outcome, each condition, whom it binds, who is pivotal.',
    )
    .argument(
      '<file>',
      'JSON lines: {"member": "NL", "choice": "yes", "at": "2027-03-01T09:00:00Z"}',
    )
    .requiredOption('--charter <name>', 'whose rules and members')
    .addOption(
      new Option('--matter <matter>', 'what is decided').choices(MATTERS).makeOptionMandatory(),
    )
    .option('--technology <id>', 'of the charter: whose makers have a chamber of their own')
    .option('--concerns <member>', 'the member that it is about')
    .option('--closes <time>', 'ballots witnessed after it are late and not counted', utcTime)
    .option('--as-of <day>', 'members of this day (default: today)', day)
  withExamples(
    withJson(withLaw(command)),
    'regime tally examples/regime/ballots.jsonl --charter compact --matter list-add --technology lithography',
  )
  command.action(async (file: string, options: TallyOptions) => {
    const { surroundings } = session
    const charters = chartersOf(options, surroundings)
    const charter = charterNamed(charters, options.charter)
    const { matter, technology, concerns, closes } = options
    const question = {
      matter,
      ...(technology === undefined ? {} : { technology }),
      ...(concerns === undefined ? {} : { concerns }),
    }
    const on = options.asOf ?? surroundings.today
    const count = (lines: readonly BallotLine[]) =>
      unwrap(
        countBallots(charter, lines, {
          question,
          on,
          ...(closes === undefined ? {} : { closes }),
        }),
      )
    // A question that the charter does not know is refused before the file is read.
    count([])
    const { rule, counted } = count(await readBallots(file, session))
    if (options.json === true) session.print(JSON.stringify({ rule: rule.id, ...counted }, null, 2))
    else {
      const isWithoutMakers = technology === undefined && hasMakers(rule)
      session.print(...countedLines(session, ruleText(rule), counted, isWithoutMakers))
    }
    finish(['adopted', 'provisional', 'coalition'].includes(counted.outcome) ? DONE : NOT_CLEAR)
  })
}

async function readBallots(
  file: string,
  { surroundings }: Session,
): Promise<readonly BallotLine[]> {
  const { pieces } = await openEntries(file, undefined, undefined, surroundings)
  const found: BallotLine[] = []
  for await (const entries of pieces)
    for (const entry of entries) found.push(unwrap(ballotOf(entry, file)))
  return found
}

function ballotOf(entry: Entry, file: string): Result<BallotLine> {
  const where = { file, line: entry.line }
  try {
    const shaped = parseShape(ballotLine, entry.read())
    if (shaped.ok) return ok(shaped.value)
    return fail(...shaped.problems.map((one) => ({ ...one, where: { ...one.where, ...where } })))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return fail(...error.problems.map((one) => ({ ...one, where: { ...one.where, ...where } })))
  }
}

const WITHOUT_MAKERS =
  'No technology is named with --technology, so that its makers have no vote of their own here.'

function countedLines(
  { paint, surroundings }: Session,
  ruleWords: string,
  counted: CountedBallots,
  isWithoutMakers: boolean,
): readonly string[] {
  const page = { width: surroundings.columns, paint }
  return [
    paint('bold', counted.outcome),
    ...tallyLines(page, ruleWords, counted, counted.late),
    ...(isWithoutMakers ? paragraph(page, '  ', WITHOUT_MAKERS) : []),
    ...(counted.withoutVote.length === 0
      ? []
      : paragraph(page, '  ', `Without a vote on this: ${listing(counted.withoutVote, 10)}.`)),
  ]
}
