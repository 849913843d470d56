import { ProblemError } from '../kernel/index.ts'
import { keepIndexOf, loadListPolicy, type UpdateReport, updateList } from '../lists/index.ts'
import type { ListPolicy, SourcePolicy } from '../screening/index.ts'
import { count, type Page, paragraph } from './answer/page.ts'
import { DONE, FAILED } from './exit-code.ts'
import {
  type DataOption,
  dataFolderOf,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import type { CommandAdder, Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

interface UpdateOptions extends LawOption, DataOption, JsonOption {
  readonly accept?: true
}

/** Fetches official lists; one that fails does not hold up the others, and what was here stays. */
export const addListsUpdate: CommandAdder = (lists, session, finish) => {
  const command = lists
    .command('update')
    .description('Fetches official lists from their publishers, only those that have changed.')
    .argument('[source...]', 'default: every source that is published as a file')
    .option('--accept', 'take a list that lost more than half of its parties, or an older copy')
  withExamples(
    withJson(withLaw(withData(command))),
    'lists update',
    'lists update us-csl un eu-fsf',
  )
  command.action(async (names: readonly string[], options: UpdateOptions) => {
    const policy = loadListPolicy(lawFolderOf(options, session.surroundings))
    const results = []
    for (const source of sourcesNamed(names, policy)) {
      results.push(await updateOne(source, options, session))
      if (session.surroundings.interrupted.aborted) break
    }
    if (options.json === true) session.print(JSON.stringify(results, null, 2))
    const { surroundings } = session
    if (results.some((result) => 'state' in result && result.state === 'updated'))
      keepIndexOf({
        dataFolder: dataFolderOf(options, surroundings),
        asOf: surroundings.today,
      })
    finish(results.some((result) => 'problems' in result) ? FAILED : DONE)
  })
}

/** @throws ProblemError for a source that the policy does not name */
function sourcesNamed(names: readonly string[], { sources }: ListPolicy): readonly SourcePolicy[] {
  const published = sources.filter(({ downloads }) => downloads !== undefined)
  if (names.length === 0) return published
  return names.map((name) => {
    const source = sources.find((one) => one.source === name)
    if (source !== undefined) return source
    throw new ProblemError({
      code: 'list.unknown-source',
      detail: `${JSON.stringify(name.slice(0, 40))} is not a source of lists.`,
      remedy: `Published as files: ${published.map((one) => one.source).join(', ')}.`,
    })
  })
}

type Result =
  | UpdateReport
  | { readonly source: string; readonly problems: ProblemError['problems'] }

async function updateOne(
  source: SourcePolicy,
  options: UpdateOptions,
  session: Session,
): Promise<Result> {
  const { surroundings } = session
  const page = { width: surroundings.columns, paint: session.paint }
  try {
    const report = await updateList({
      dataFolder: dataFolderOf(options, surroundings),
      source,
      today: surroundings.today,
      fetch: (url, request) => fetch(url, request),
      accept: options.accept === true,
      signal: surroundings.interrupted,
      progress: bytesTold(source.source, surroundings),
    })
    if (surroundings.liveProgress) surroundings.stderr.write('\r\u001b[K')
    const { rejections = [], warnings = [] } = report.report ?? {}
    if (options.json !== true) {
      surroundings.stderr.write(printProblems([...rejections, ...warnings]))
      session.print(...reportLines(page, report))
    }
    return report
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (surroundings.liveProgress) surroundings.stderr.write('\r\u001b[K')
    surroundings.stderr.write(printProblems(error.problems))
    return { source: source.source, problems: error.problems }
  }
}

const TELL_EVERY_MS = 250
const MEGABYTE = 1024 * 1024

/** Redrawn in place on a terminal; off one, nothing, for a line follows when the list is there. */
function bytesTold(
  source: string,
  { stderr, liveProgress, now }: Surroundings,
): (bytes: number, total: number | undefined) => void {
  let told = now()
  return (bytes, total) => {
    if (!liveProgress || now() - told < TELL_EVERY_MS) return
    told = now()
    const of = total === undefined ? '' : ` of ${(total / MEGABYTE).toFixed(1)}`
    stderr.write(`\r${source}: ${(bytes / MEGABYTE).toFixed(1)}${of} MB\u001b[K`)
  }
}

function reportLines(
  page: Page,
  { state, source, snapshot, delta }: UpdateReport,
): readonly string[] {
  const head = `${source.padEnd(9)} ${state.padEnd(10)}`
  const painted = `${source.padEnd(9)} ${page.paint(state === 'updated' ? 'green' : 'bold', state.padEnd(10))}`
  const since = snapshot.since === undefined ? '' : `, content of ${snapshot.since}`
  const changes =
    delta === undefined
      ? ''
      : `; ${delta.added} added, ${delta.removed} removed, ${delta.changed} changed in substance`
  const text = `${snapshot.name}: ${count(snapshot.parties, 'party', 'parties')}${since}${changes}`
  return paragraph(page, head, text, painted)
}
