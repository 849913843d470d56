import { Option } from 'commander'
import { z } from 'zod'
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
  CHOICES,
  type Choice,
  electorateFor,
  foundingMembers,
  MATTERS,
  type Matter,
  questionProblems,
  ruleFor,
  ruleText,
  type Tally,
  tally,
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
import { utcTime } from './utc-time.ts'

interface TallyOptions extends LawOption, JsonOption {
  readonly charter: string
  readonly matter: Matter
  readonly technology?: string
  readonly concerns?: string
  readonly closes?: string
  readonly asOf?: LegalDate
}

const ballotLine = z.strictObject({
  member: z.string().regex(/^[A-Z]{2}$/),
  choice: z.enum(CHOICES).exactOptional(),
  reservation: z.enum(['substance', 'scrutiny']).exactOptional(),
  at: z.iso
    .datetime({ error: 'A time is written in UTC, as 2027-03-01T09:00:00Z' })
    .exactOptional(),
})
type BallotLine = z.output<typeof ballotLine>

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
    const { matter, technology, concerns } = options
    const members = foundingMembers(charter, options.asOf ?? surroundings.today)
    const codes = members.map(({ code }) => code)
    const question = {
      matter,
      ...(technology === undefined ? {} : { technology }),
      ...(concerns === undefined ? {} : { concerns }),
    }
    const strange = questionProblems(charter, codes, question)
    if (strange.length > 0) throw new ProblemError(...strange)
    const electorate = electorateFor(charter, codes, question)
    const rule = ruleFor(charter, matter)
    const lines = await readBallots(file, session)
    const voters = new Set(electorate.voters.map(({ code }) => code))
    const strangers = lines.filter(({ member }) => !voters.has(member)).map(({ member }) => member)
    const late = lines.filter((one) => isLate(one, options.closes)).map(({ member }) => member)
    const counted = tally(rule, electorate, positionsOf(lines, options.closes))
    if (options.json === true)
      session.print(
        JSON.stringify({ rule: rule.id, ...counted, late, withoutVote: strangers }, null, 2),
      )
    else session.print(...tallyLines(session, ruleText(rule), counted, late, strangers))
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

function isLate({ at }: BallotLine, closes: string | undefined): boolean {
  return closes !== undefined && at !== undefined && Date.parse(at) > Date.parse(closes)
}

function timeOf({ at }: BallotLine): number {
  return at === undefined ? 0 : Date.parse(at)
}

/** In the order of their times, those without one first, as in the file; the last of a member counts. */
function positionsOf(lines: readonly BallotLine[], closes: string | undefined) {
  const choices = new Map<string, Choice>()
  const reserved = new Set<string>()
  const inTime = lines
    .filter((one) => !isLate(one, closes))
    .toSorted((a, b) => timeOf(a) - timeOf(b))
  for (const { member, choice, reservation } of inTime) {
    if (choice !== undefined) choices.set(member, choice)
    if (reservation === 'substance') reserved.add(member)
  }
  return { choices, reserved }
}

function tallyLines(
  { paint, surroundings }: Session,
  ruleWords: string,
  counted: Tally,
  late: readonly string[],
  strangers: readonly string[],
): readonly string[] {
  const page = { width: surroundings.columns, paint }
  const side = (name: string, codes: readonly string[]): readonly string[] =>
    codes.length === 0
      ? []
      : paragraph(page, `  ${name.padEnd(12)}`, `${codes.length}: ${codes.join(' ')}`)
  return [
    paint('bold', counted.outcome),
    ...paragraph(page, '  ', ruleWords),
    ...counted.tests.flatMap(({ what, have, need, met }) =>
      paragraph(page, `  ${met ? 'met' : 'not met'}  `, `${what}: ${have}; needed ${need}`),
    ),
    ...side('in favour', counted.yes),
    ...side('against', counted.no),
    ...side('abstained', counted.abstain),
    ...side('silent', counted.silent),
    ...side('reserved', counted.reserved),
    ...side('binds', counted.binds),
    ...side('pivotal', counted.pivotal),
    ...side('late', late),
    ...(strangers.length === 0
      ? []
      : paragraph(page, '  ', `Without a vote on this: ${listing(strangers, 10)}.`)),
  ]
}
