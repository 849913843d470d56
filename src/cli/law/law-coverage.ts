import type { LegalDate } from '../../kernel/index.ts'
import {
  type CoverageReport,
  coverageMarkdown,
  coverageReport,
  type JurisdictionReport,
} from '../../rulebook/index.ts'
import { heading, type Page, paragraph } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import {
  day,
  type JsonOption,
  type LawOption,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder } from '../session.ts'

interface CoverageOptions extends LawOption, JsonOption {
  readonly asOf?: LegalDate
  readonly markdown?: boolean
}

export const addLawCoverage: CommandAdder = (law, session, finish) => {
  const command = law
    .command('coverage')
    .description('What is encoded, since when, and what is not.')
    .argument('[jurisdiction...]', 'as US or EU; all where none is named')
    .option('--markdown', 'the table for all laws, as published in docs/coverage.md')
    .option('--as-of <day>', 'how it stands on a day (default: today)', day)
  withExamples(withJson(withLaw(command)), 'law coverage', 'law coverage US --as-of 2025-12-01')
  command.action((named: readonly string[], options: CoverageOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    if (options.markdown === true) {
      session.print(coverageMarkdown(rulebook).trimEnd())
      return finish(DONE)
    }
    const report = coverageReport(rulebook, options.asOf ?? session.surroundings.today)
    const wanted = named.map((code) => code.toUpperCase())
    const jurisdictions = report.jurisdictions.filter(
      ({ jurisdiction }) => wanted.length === 0 || wanted.includes(jurisdiction),
    )
    const page = { width: session.surroundings.columns, paint: session.paint }
    if (options.json === true) session.print(JSON.stringify({ ...report, jurisdictions }, null, 2))
    else session.print(...coveragePage(page, report, jurisdictions))
    finish(DONE)
  })
}

function coveragePage(
  page: Page,
  { edition, digest, day: asOf, tables, eccnReasons, sharedRedFlags }: CoverageReport,
  jurisdictions: readonly JurisdictionReport[],
): readonly string[] {
  return [
    ...paragraph(page, '', `Edition ${edition} (${digest.slice(0, 19)}), as of ${asOf}`),
    ...jurisdictions.flatMap((one) => jurisdictionLines(page, one)),
    ...heading(page, 'Red flags'),
    ...paragraph(page, '  ', `Rules that hold whatever the jurisdiction: ${sharedRedFlags}.`),
    ...heading(page, 'Tables'),
    ...paragraph(page, '  ', tables.join(', ')),
    ...paragraph(
      page,
      '  ',
      `Reasons for control: ${eccnReasons.covered} codes read, ${eccnReasons.notCovered} not.`,
    ),
  ]
}

function jurisdictionLines(page: Page, one: JurisdictionReport): readonly string[] {
  const { entries, kinds } = one
  const bound = one.binding ? '' : ' (a reference list, binds no exporter)'
  const state = (wanted: string): readonly string[] =>
    kinds
      .filter(({ state: is }) => is === wanted)
      .map(({ kind, since }) => (since === undefined ? kind : `${kind} since ${since}`))
  const none = kinds.filter(({ state: is }) => is === 'none').length
  const marks = Object.entries(entries.byMark).map(([mark, number]) => `${number} ${mark}`)
  return [
    ...heading(page, `${one.jurisdiction} ${one.name}${bound}`),
    ...paragraph(
      page,
      '  ',
      `Entries: ${entries.inForce} in force, ${entries.suspended} suspended, ${entries.notCovered} whose text of that day was not read, ${entries.notInForce} not in force; ${entries.incomplete} not fully encoded. Checked: ${marks.join(', ')}.`,
    ),
    ...paragraph(
      page,
      '  ',
      `Rules: ${one.rules}; general authorisations and exceptions: ${one.authorisations}; red flags of its own: ${one.redFlags}; groups: ${one.groups.length}.`,
    ),
    ...paragraph(page, '  Complete: ', state('complete').join(', ') || 'no kind'),
    ...paragraph(page, '  In part: ', state('partly').join(', ') || 'no kind'),
    ...paragraph(page, '  Nothing: ', `${none} kinds`),
    ...(one.setAside === '' ? [] : paragraph(page, '  Set aside: ', one.setAside)),
  ]
}
