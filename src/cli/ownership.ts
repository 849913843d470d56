import { type GivenList, screenersOf } from '../desk/index.ts'
import { type LegalDate, type Problem, ProblemError, unwrap } from '../kernel/index.ts'
import {
  createOwnershipJudge,
  createPartyGraph,
  type GraphParty,
  isBods,
  listingsOf,
  type PartyOwnership,
  readBods,
  readGraph,
  readOwnershipRules,
  type Stake,
} from '../screening/index.ts'
import { count } from './answer/page.ts'
import { openRulebook } from './engine.ts'
import { DONE, type ExitCode, NOT_CLEAR } from './exit-code.ts'
import { givenList } from './given-list.ts'
import { inFile } from './input/placed.ts'
import { readInputDocument } from './input/read-input.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import { ownershipLines, ownershipVerdict } from './ownership-lines.ts'
import type { CommandAdder, Session } from './session.ts'

interface OwnershipOptions extends LawOption, DataOption, JsonOption {
  readonly of?: string
  readonly asOf?: LegalDate
  readonly list: readonly GivenList[]
}

interface ReadGraph {
  readonly parties: readonly GraphParty[]
  readonly stakes: readonly Stake[]
  readonly problems: readonly Problem[]
}

/** Who takes the status of the listed parties that own it. */
export const addOwnership: CommandAdder = (program, session, finish) => {
  const command = program
    .command('ownership')
    .description(
      'Who is owned by listed parties: shares together, by which paths, what is missing.',
    )
    .argument(
      '<file>',
      'parties and stakes, or Beneficial Ownership Data Standard JSON; - is standard input',
    )
    .option('--of <party>', 'answer for this party only: its id or its name')
    .option('--as-of <day>', 'stakes, lists and rules of this day (default: today)', day)
    .option(
      '--list <source:file@day>',
      'screen against an official file without importing it; repeatable',
      (text: string, before: readonly GivenList[]) => [...before, givenList(text)],
      [],
    )
  withExamples(
    withJson(withLaw(withData(command))),
    'ownership examples/ownership/two-quarters.yaml',
    'ownership examples/ownership/chain.bods.json --of "Saltmarsh Robotics GmbH" --as-of 2025-10-15',
  )
  command.action(async (file: string, options: OwnershipOptions) => {
    finish(await ownership(file, options, session))
  })
}

async function ownership(
  file: string,
  options: OwnershipOptions,
  session: Session,
): Promise<ExitCode> {
  const { surroundings } = session
  const asOf = options.asOf ?? surroundings.today
  const rules = unwrap(
    readOwnershipRules(openRulebook(options, surroundings).tables.get('us/ownership-rules')),
  )
  const { read, graph } = await inFile(file, async (open) => {
    const document = await readInputDocument(file, surroundings)
    open(document)
    const read = readAny(document.value)
    return { read, graph: unwrap(createPartyGraph(read.parties, read.stakes, asOf)) }
  })
  if (read.problems.length > 0) tellUnread(read.problems, file, session)
  const asked = options.of === undefined ? read.parties : [partyAsked(read.parties, options.of)]
  const law = lawFolderOf(options, surroundings)
  const data = dataFolderOf(options, surroundings)
  const screener = (await screenersOf(law, data, options.list, surroundings))(asOf, asOf)
  const listings = listingsOf(graph, screener, rules)
  const judge = createOwnershipJudge({ graph, listings, rules, asOf })
  const answers = asked.flatMap(({ id }) => judge.judge(id) ?? [])
  print(answers, read, asOf, screener.lists, options, session)
  return answers.every((answer) => ownershipVerdict(answer).isClear) ? DONE : NOT_CLEAR
}

function readAny(value: unknown): ReadGraph {
  if (isBods(value)) return unwrap(readBods(value))
  return { ...unwrap(readGraph(value)), problems: [] }
}

function tellUnread(problems: readonly Problem[], file: string, session: Session): void {
  const placed = problems.map((problem) => ({ ...problem, where: { file, ...problem.where } }))
  session.surroundings.stderr.write(printProblems(placed))
}

function partyAsked(parties: readonly GraphParty[], asked: string): GraphParty {
  const byId = parties.find(({ id }) => id === asked)
  if (byId !== undefined) return byId
  const named = parties.filter(({ name }) => name.toLowerCase() === asked.toLowerCase())
  const [found] = named
  if (found !== undefined && named.length === 1) return found
  const names = parties.slice(0, 8).map(({ id, name }) => `${name} (${id})`)
  throw new ProblemError({
    code: named.length > 1 ? 'ownership.ambiguous-party' : 'ownership.unknown-party',
    detail: `${named.length > 1 ? 'Several parties are' : 'No party is'} called ${JSON.stringify(asked.slice(0, 80))}.`,
    remedy: `Give the id; parties here: ${names.join(', ')}${parties.length > 8 ? ', …' : ''}.`,
  })
}

function print(
  answers: readonly PartyOwnership[],
  { parties }: ReadGraph,
  asOf: LegalDate,
  lists: readonly { readonly snapshot: string }[],
  { json }: OwnershipOptions,
  session: Session,
): void {
  if (json === true) {
    const verdicts = answers.map((answer) => ({
      verdict: ownershipVerdict(answer).word,
      ...answer,
    }))
    session.print(JSON.stringify({ asOf, parties: verdicts, lists }, null, 2))
    return
  }
  const page = { width: session.surroundings.columns, paint: session.paint }
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  session.print(
    ...answers.flatMap((answer) => [...ownershipLines(page, answer, names), '']),
    page.paint(
      'dim',
      `${count(answers.length, 'party', 'parties')} on ${asOf}. Lists: ${lists.map(({ snapshot }) => snapshot).join(', ') || 'none'}`,
    ),
  )
}
