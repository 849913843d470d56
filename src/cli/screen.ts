import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'
import { readPartyQueries } from '../catalogue/index.ts'
import {
  engineVersion,
  type GivenList,
  partyQuerySchema,
  screenersOf,
  screeningAnswer,
} from '../desk/index.ts'
import { screeningPaper } from '../documents/index.ts'
import { type LegalDate, ProblemError, parseShape, unwrap } from '../kernel/index.ts'
import {
  type Hit,
  type ListScreener,
  PARTY_SCHEMAS,
  type PartyQuery,
  type ScreeningResult,
} from '../screening/index.ts'
import { type Page, paragraph } from './answer/page.ts'
import { runBatch } from './batch.ts'
import { DONE, type ExitCode, NOT_CLEAR } from './exit-code.ts'
import { givenList } from './given-list.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  type TableOptions,
  withData,
  withExamples,
  withJson,
  withLaw,
  withTables,
} from './options.ts'
import { type PaperOptions, printPaper, withPaper } from './print-paper.ts'
import { addScreenCompare } from './screen-compare.ts'
import { type AskedParty, answerParty, type ThreadSetup, threadCrew } from './screening-threads.ts'
import type { CommandAdder, Session } from './session.ts'

interface ScreenOptions extends LawOption, DataOption, JsonOption, TableOptions, PaperOptions {
  readonly country?: string
  readonly birth?: string
  readonly schema?: PartyQuery['schema']
  readonly address?: string
  readonly id: readonly (readonly [string, string])[]
  readonly asOf?: LegalDate
  readonly list: readonly GivenList[]
  readonly batch?: string
  readonly out?: string
  readonly threads?: number
}

const MOST_THREADS = 64

export const addScreen: CommandAdder = (program, session, finish) => {
  const command = program
    .command('screen')
    .description('Is this party on a list? Hits with their reasons and the row’s own rule.')
    .argument('[name]', 'the name, in any script')
    .option('--country <code>', 'country, two letters')
    .option('--birth <day>', 'date of birth, whole or in part')
    .addOption(new Option('--schema <what>', 'what it is').choices([...PARTY_SCHEMAS]))
    .option('--address <text>', 'address')
    .option('--id <kind=value>', 'identifier, as lei=… or imo=…; repeatable', identifier, [])
    .option('--as-of <day>', 'against the lists of this day (default: today)', day)
    .option(
      '--list <source:file@day>',
      'screen against an official file without importing it; repeatable',
      (text: string, before: readonly GivenList[]) => [...before, givenList(text)],
      [],
    )
    .option(
      '--batch <in>',
      'screen a file: JSON lines {id, name, country?, …}, or a table of parties (CSV, .xlsx)',
    )
    .option('--out <out>', 'where the answers of a batch go (default: standard output)')
    .option('--threads <n>', 'that screen a large batch (default: one for each core)', threadCount)
  withExamples(
    withJson(withPaper(withLaw(withData(withTables(command))))),
    'screen "Example Trading Co" --country HK',
    'screen "삼성전자" --country KR --pdf screening.pdf --language ko',
    'screen --batch customers.jsonl --out hits.jsonl',
    'screen --batch customers.xlsx --out hits.jsonl --row-errors wrong.xlsx',
    'screen compare --batch pairs.jsonl --out scores.jsonl',
  )
  command.action(async (name: string | undefined, options: ScreenOptions, self) => {
    if ((name === undefined) === (options.batch === undefined)) self.help({ error: true })
    if (options.batch !== undefined && options.pdf !== undefined)
      throw new ProblemError({
        code: 'options.contradict',
        detail: 'A batch has no document.',
        remedy: 'Screen a name alone to print its record.',
      })
    const screener = await screenerOf(options, session)
    finish(
      options.batch === undefined
        ? await screenOne(queryOf(name ?? '', options), screener, options, session)
        : await screenBatch(options.batch, screener, options, session),
    )
  })
  addScreenCompare(command, session, finish)
}

function threadCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_THREADS}.`)
  return count
}

function identifier(
  text: string,
  before: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new InvalidArgumentError('Write kind=value, as lei=….')
  return [...before, [text.slice(0, at), text.slice(at + 1)]]
}

/** What a screener is made of, so that threads make the same. */
function listsOf(
  options: ScreenOptions,
  { surroundings }: Session,
): Omit<ThreadSetup, 'shared' | 'lists'> {
  const { workingDirectory, today } = surroundings
  return {
    law: lawFolderOf(options, surroundings),
    data: dataFolderOf(options, surroundings),
    given: options.list,
    at: { workingDirectory, today },
    asOf: options.asOf ?? today,
  }
}

async function screenerOf(options: ScreenOptions, session: Session): Promise<ListScreener> {
  const { law, data, given, at, asOf } = listsOf(options, session)
  return (await screenersOf(law, data, given, at))(asOf, asOf)
}

function queryOf(name: string, options: ScreenOptions): PartyQuery {
  if (name.trim() === '') {
    throw new ProblemError({
      code: 'screen.no-name',
      detail: 'The name is empty.',
      remedy: 'Write the name in quotes: navicert screen "Example Trading Co".',
    })
  }
  const { country, birth, schema, address, id } = options
  return {
    name,
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
    ...(birth === undefined ? {} : { birthDate: birth }),
    ...(schema === undefined ? {} : { schema }),
    ...(address === undefined ? {} : { address }),
    ...(id.length === 0 ? {} : { identifiers: Object.fromEntries(id) }),
  }
}

async function screenOne(
  query: PartyQuery,
  screener: ListScreener,
  options: ScreenOptions,
  session: Session,
): Promise<ExitCode> {
  const { json, pdf, language } = options
  const result = screener.screen(query)
  // The record is written first: an answer that was printed was also kept.
  if (pdf !== undefined) {
    const asOf = options.asOf ?? session.surroundings.today
    const engine = { version: engineVersion() }
    const record = { query, result, lists: screener.lists, asOf, engine }
    await printPaper(screeningPaper(record, language), pdf, session)
  }
  const page = { width: session.surroundings.columns, paint: session.paint }
  if (json === true)
    session.print(
      JSON.stringify({ query, ...screeningAnswer(result), lists: screener.lists }, null, 2),
    )
  else session.print(...resultLines(page, query, result, screener))
  // A party that was not screened is not clear.
  return result.state === 'clear' ? DONE : NOT_CLEAR
}

async function screenBatch(
  input: string,
  screener: ListScreener,
  options: ScreenOptions,
  session: Session,
): Promise<ExitCode> {
  const { out = '-', encoding, rowErrors, threads = availableParallelism() } = options
  const answer = (party: AskedParty): string => answerParty(party, screener)
  const setup = {
    ...listsOf(options, session),
    shared: screener.names,
    lists: JSON.stringify(screener.lists),
  }
  const crew = threadCrew(setup, threads - 1, answer)
  const batch = { reading: readPartyQueries, encoding, rowErrors, what: 'parties' }
  try {
    return await runBatch(
      {
        ...batch,
        input,
        output: out,
        ahead: crew.ahead,
        answer: (value) => answer(unwrap(parseShape(partyQuerySchema, value))),
      },
      session.surroundings,
    )
  } finally {
    await crew.close()
  }
}

function resultLines(
  page: Page,
  query: PartyQuery,
  result: ScreeningResult,
  screener: ListScreener,
): readonly string[] {
  const words = {
    clear: 'NO HIT',
    hit: 'HIT',
    'not-screened': 'NOT SCREENED',
    stale: 'LISTS TOO OLD',
  }
  const colours = { clear: 'green', hit: 'red', 'not-screened': 'yellow', stale: 'yellow' } as const
  const word = words[result.state]
  return [
    ...paragraph(
      page,
      `${word}  `,
      query.name,
      `${page.paint(['bold', colours[result.state]], word)}  `,
    ),
    ...result.because.flatMap((reason) => paragraph(page, '  ', reason)),
    ...result.hits.flatMap((hit) => hitText(page, hit)),
    page.paint(
      'dim',
      `Lists: ${screener.lists.map(({ snapshot }) => snapshot).join(', ') || 'none'}`,
    ),
  ]
}

function hitText(
  page: Page,
  { party, probability, nameScore, matchedName, because }: Hit,
): readonly string[] {
  const alias = matchedName === party.name ? '' : `, as ${JSON.stringify(matchedName)}`
  const places = party.countries.length === 0 ? '' : ` · ${party.countries.join(' ')}`
  const { footnotes } = party.rule
  return [
    '',
    ...paragraph(page, '  ', `${party.name}${alias}`).map((line) => page.paint('bold', line)),
    ...paragraph(
      page,
      '  ',
      `${party.list} (${party.id})${places} · probability ${probability}, names alike ${nameScore}`,
    ),
    ...because.flatMap((reason) => paragraph(page, '    · ', reason)),
    ...(party.programmes.length === 0
      ? []
      : paragraph(page, '    Programmes: ', party.programmes.join(', '))),
    ...(footnotes.length === 0 ? [] : paragraph(page, '    Footnotes: ', footnotes.join(', '))),
  ]
}
