import { resolve } from 'node:path'
import type { LegalDate } from '../kernel/index.ts'
import {
  type ImportReport,
  importList,
  keepIndexOf,
  LIST_SOURCES,
  type ListStatus,
  listStatus,
  loadListPolicy,
} from '../lists/index.ts'
import { type Page, paragraph } from './answer/page.ts'
import { DONE } from './exit-code.ts'
import { addListsDiff } from './lists-diff.ts'
import { addListsUpdate } from './lists-update.ts'
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
import type { CommandAdder } from './session.ts'

interface ImportOptions extends DataOption, JsonOption {
  readonly published?: LegalDate
  readonly list?: string
}

interface StatusOptions extends LawOption, DataOption, JsonOption {
  readonly asOf?: LegalDate
}

/** Official lists of parties: taken in from files, and how old they are. */
export const addLists: CommandAdder = (program, session, finish) => {
  const lists = program
    .command('lists')
    .description('Official party lists: fetch, import, freshness and changes.')
  addListsUpdate(lists, session, finish)
  addImport(lists, session, finish)
  addStatus(lists, session, finish)
  addListsDiff(lists, session, finish)
}

const addImport: CommandAdder = (lists, session, finish) => {
  const command = lists
    .command('import')
    .description('Takes a file in the official format into the data folder.')
    .argument('<source>', `one of ${LIST_SOURCES.join(' ')}`)
    .argument('<file...>', 'the file as published, .gz too; for us-ofac several, or their folder')
    .option('--published <day>', 'day of publication, where the file states none', day)
    .option('--list <id>', 'for csv: the id of your own list')
  withExamples(
    withJson(withData(command)),
    'lists import us-csl consolidated.csv --published 2026-05-28',
    'lists import us-bis ecfr-title-15-part-744.xml',
    'lists import csv refused-customers.csv --list own-refusals',
  )
  command.action(async (source: string, files: readonly string[], options: ImportOptions) => {
    const { surroundings } = session
    const dataFolder = dataFolderOf(options, surroundings)
    const report = await importList({
      dataFolder,
      source,
      files: files.map((file) => resolve(surroundings.workingDirectory, file)),
      today: surroundings.today,
      ...(options.published === undefined ? {} : { published: options.published }),
      ...(options.list === undefined ? {} : { list: options.list }),
    })
    if (options.json === true) session.print(JSON.stringify(report, null, 2))
    else {
      surroundings.stderr.write(printProblems([...report.rejections, ...report.warnings]))
      const page = { width: surroundings.columns, paint: session.paint }
      session.print(...reportLines(page, report))
    }
    keepIndexOf({ dataFolder, asOf: surroundings.today })
    finish(DONE)
  })
}

function reportLines(page: Page, report: ImportReport): readonly string[] {
  const rejected =
    report.rejected === 0 ? '' : `, ${report.rejected.toLocaleString('en')} rejected (above)`
  const dated = {
    file: 'the day the file states',
    given: 'the day you gave',
    'day of import': 'today, for the file states no day and none was given',
  }
  return [
    ...paragraph(
      page,
      '',
      `${report.snapshot}: ${report.rows.toLocaleString('en')} rows, ${report.parties.toLocaleString('en')} parties${rejected}.${report.already ? ' It was there already.' : ''}`,
    ),
    ...report.lists.flatMap(({ list, rows, parties }) =>
      paragraph(
        page,
        '  ',
        `${list}: ${rows.toLocaleString('en')} rows, ${parties.toLocaleString('en')} parties`,
      ),
    ),
    ...paragraph(
      page,
      '  ',
      `Published ${report.published} (${dated[report.publishedFrom]}); digest ${report.digest.slice(0, 19)}`,
    ),
  ]
}

const addStatus: CommandAdder = (lists, session, finish) => {
  const command = lists
    .command('status')
    .description('Which lists are here, how old they are, and where to get them.')
    .option('--as-of <day>', 'as a check of this day would find them (default: today)', day)
  withExamples(
    withJson(withLaw(withData(command))),
    'lists status',
    'lists status --as-of 2026-06-01',
  )
  command.action((options: StatusOptions) => {
    const { surroundings } = session
    const policy = loadListPolicy(lawFolderOf(options, surroundings))
    const data = dataFolderOf(options, surroundings)
    const status = listStatus(data, options.asOf ?? surroundings.today, policy)
    const page = { width: surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify(status, null, 2))
    else session.print(...status.flatMap((one) => statusLines(page, one)))
    finish(DONE)
  })
}

function statusLines(page: Page, one: ListStatus): readonly string[] {
  const { source, state, title, newest, ageDays, maxAgeDays, snapshots, url } = one
  const colour = { fresh: 'green', stale: 'yellow', missing: 'red' } as const
  const age =
    newest === undefined
      ? snapshots.length === 0
        ? `none here; published at ${url}`
        : `${snapshots.length} here, none published by that day`
      : `${newest.name}, ${ageDays ?? 0} days old (at most ${maxAgeDays}), ${newest.parties.toLocaleString('en')} parties`
  const head = `${source.padEnd(9)} ${state.padEnd(8)} `
  return [
    ...paragraph(
      page,
      head,
      title,
      `${source.padEnd(9)} ${page.paint(colour[state], state.padEnd(8))} `,
    ),
    ...paragraph(page, ' '.repeat(head.length), age),
  ]
}
