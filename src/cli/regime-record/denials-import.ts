import { readDenials, rowErrorTable } from '../../catalogue/index.ts'
import { digestOf, type Problem, ProblemError } from '../../kernel/index.ts'
import {
  type DenialRow,
  denialsUnder,
  type LedgerEntry,
  readDenialRows,
  readSubject,
} from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { type EntrySource, openEntries } from '../input/read-entries.ts'
import { memberCode, type TableOptions, withExamples, withTables } from '../options.ts'
import { writeRowErrors } from '../output/row-errors.ts'
import { writeWholeFile } from '../output/whole-file.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type LedgerOptions, termsOf, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'

interface ImportOptions extends LedgerOptions, TableOptions {
  readonly member: string
  readonly out: string
}

/** A member's file of refusals as entries of its log: all of them, or none. */
export const addDenialsImport: CommandAdder = (denials, session, finish) => {
  const command = denials
    .command('import')
    .description('Takes a file of refusals (CSV, Excel, JSON lines): every row, or none.')
    .argument('<file>', 'the refusals; `navicert template denials` prints the columns')
    .requiredOption('--member <code>', 'whose refusals they are', memberCode)
    .requiredOption('--out <file>', 'where the entries go that follow in that member’s log')
  withExamples(
    withTables(withLedger(command)),
    'regime denials import denials.csv --member NL --ledger ledger.jsonl --out new.jsonl',
    'regime denials import denials.csv --member NL --ledger ledger.jsonl --out new.jsonl --row-errors wrong.csv',
  )
  command.action(async (file: string, options: ImportOptions) =>
    finish(await importDenials(file, options, session)),
  )
}

const MOST_PROBLEMS = 20

async function importDenials(
  file: string,
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const { surroundings } = session
  const { member, ledger, out, json } = options
  const terms = termsOf(options, surroundings)
  const known = await readLedger(ledger, surroundings)
  const { state } = readSubject(denialsUnder(terms), known)
  const source = await openEntries(file, readDenials, options.encoding, surroundings)
  const { records, refused } = readDenialRows(await rowsOf(source), member, state, terms)
  if (refused.length > 0) {
    if (options.rowErrors !== undefined && source.table !== undefined)
      await writeRowErrors(options.rowErrors, rowErrorTable(source.table, refused), surroundings)
    throw new ProblemError(...problemsIn(file, refused))
  }
  const first = known.filter((entry) => entry.member === member).length
  const lines = records.map((body, at) => {
    const entry: Omit<LedgerEntry, 'digest'> = {
      member,
      sequence: first + at,
      type: 'denial.notify',
      createdAt: `${options.on ?? surroundings.today}T00:00:00Z`,
      references: [],
      body,
    }
    return JSON.stringify({ ...entry, digest: digestOf(entry) })
  })
  await writeWholeFile(out, lines.map((line) => `${line}\n`).join(''), surroundings)
  if (json === true) session.print(JSON.stringify({ member, loaded: records.length, out }))
  else session.print(`${count(records.length, 'refusal')} of ${member} as entries in ${out}.`)
  return DONE
}

async function rowsOf(source: EntrySource): Promise<readonly DenialRow[]> {
  const rows: DenialRow[] = []
  for await (const piece of source.pieces)
    for (const { line: row, read } of piece) {
      try {
        rows.push({ row, value: read() })
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        rows.push({ row, problems: error.problems })
      }
    }
  return rows
}

function problemsIn(
  file: string,
  refused: ReturnType<typeof readDenialRows>['refused'],
): readonly Problem[] {
  const all = refused.flatMap(({ row, problems }) =>
    problems.map((one): Problem => ({ ...one, where: { line: row, ...one.where, file } })),
  )
  return [
    ...all.slice(0, MOST_PROBLEMS),
    {
      code: 'denials.nothing-loaded',
      detail: `${count(refused.length, 'row')} cannot be taken, so nothing was loaded.`,
      where: { file },
      remedy: 'Mend them, or send them apart with --row-errors, and import again.',
    },
  ]
}
