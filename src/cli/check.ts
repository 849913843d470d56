import type { Command } from 'commander'
import {
  type Checker,
  createChecker,
  type Engine,
  type GivenList,
  screenersOf,
  stepsOf,
} from '../desk/index.ts'
import type { Determination, Sheet, Transaction } from '../determination/index.ts'
import { determinationPaper } from '../documents/index.ts'
import { contains, ProblemError, unwrap } from '../kernel/index.ts'
import type { RequirementRule } from '../rulebook/index.ts'
import { answerPage } from './answer/answer-page.ts'
import { reasonLines } from './answer/reason-lines.ts'
import { isClear } from './answer/verdict-words.ts'
import { runBatch } from './batch.ts'
import { certify } from './certify.ts'
import { openEngine } from './engine.ts'
import { DONE, type ExitCode, FAILED, NOT_CLEAR } from './exit-code.ts'
import { givenList } from './given-list.ts'
import { inFile } from './input/placed.ts'
import { readInputDocument } from './input/read-input.ts'
import { shipmentReading } from './input/shipment-tables.ts'
import {
  type DataOption,
  type DayOptions,
  dataFolderOf,
  type JsonOption,
  type LawOption,
  type TableOptions,
  withData,
  withDays,
  withExamples,
  withJson,
  withLaw,
  withTables,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import { type PaperOptions, printPaper, withPaper } from './print-paper.ts'
import type { CommandAdder, Session } from './session.ts'
import { openSummary } from './summary-csv.ts'

interface CheckOptions
  extends LawOption,
    DataOption,
    DayOptions,
    JsonOption,
    TableOptions,
    PaperOptions {
  readonly items?: string
  readonly parties?: string
  readonly certificate?: string
  readonly explain?: true
  readonly batch?: string
  readonly out?: string
  readonly summary?: string
  readonly list: readonly GivenList[]
  readonly screening: boolean
}

export const addCheck: CommandAdder = (program, session, finish) => {
  const command = program
    .command('check')
    .description('May this go there, to them, for that? Answers transactions (YAML or JSON).')
    .argument('[file...]', 'transactions; - reads standard input')
    .option('--certificate <out>', 'write the signed record of the answer')
    .option('--explain', 'show the reasons down to the facts')
    .option(
      '--batch <in>',
      'check a file: a transaction a line of JSON (.gz too), or a table of shipments (CSV, .xlsx)',
    )
    .option('--items <file>', 'of a table of shipments: the table of its items')
    .option('--parties <file>', 'of a table of shipments: the table of its parties')
    .option('--out <out>', 'where the answers of a batch go (default: standard output)')
    .option('--summary <csv>', 'with --batch: a line a transaction, for a spreadsheet')
    .option(
      '--list <source:file@day>',
      'screen against an official file published on a day, without importing it; repeatable',
      (text: string, before: readonly GivenList[]) => [...before, givenList(text)],
      [],
    )
    .option('--no-screening', 'screen no party; nothing is clear then')
  withExamples(
    withJson(withPaper(withDays(withLaw(withData(withTables(command)))))),
    'check examples/accelerator-to-singapore.yaml',
    'check examples/battery-cell.yaml --list us-csl:examples/lists/fictional-screening-list.csv@2026-05-28',
    'check order.yaml --as-of 2026-06-01 --certificate order.navicert.json',
    'check order.yaml --explain --pdf order.pdf --language de',
    'check --batch orders.jsonl.gz --out answers.jsonl --summary answers.csv',
    'check --batch shipments.xlsx --items items.csv --parties parties.csv --summary answers.csv',
  )
  command.action(async (files: readonly string[], options: CheckOptions, self: Command) => {
    if (files.length === 0 && options.batch === undefined) self.help({ error: true })
    finish(await check(files, options, session))
  })
}

async function check(
  files: readonly string[],
  options: CheckOptions,
  session: Session,
): Promise<ExitCode> {
  refuseContradictions(files, options)
  const engine = openEngine(options, session.surroundings)
  const checker = await openChecker(engine, options, session)
  return options.batch === undefined
    ? checkFiles(files, options, engine, checker, session)
    : checkBatch(options.batch, options, engine, checker, session)
}

async function openChecker(
  engine: Engine,
  options: CheckOptions,
  { surroundings }: Session,
): Promise<Checker> {
  const { asOf, knownAt, explain, screening } = options
  const dataFolder = dataFolderOf(options, surroundings)
  const screeners = screening
    ? await screenersOf(engine.lawFolder, dataFolder, options.list, surroundings)
    : undefined
  return createChecker(engine, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(screeners === undefined ? {} : { screeners }),
    explain: explain === true,
  })
}

async function checkFiles(
  files: readonly string[],
  options: CheckOptions,
  engine: Engine,
  checker: Checker,
  session: Session,
): Promise<ExitCode> {
  let code: ExitCode = DONE
  for (const [at, file] of files.entries()) {
    if (at > 0 && options.json === undefined)
      session.print('', '─'.repeat(session.surroundings.columns), '')
    try {
      const clear = await checkFile(file, files.length, options, { engine, checker, session })
      if (code === DONE && !clear) code = NOT_CLEAR
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      session.surroundings.stderr.write(printProblems(error.problems))
      code = FAILED
    }
  }
  return code
}

/** @returns whether it is clear @throws ProblemError with the file and, where known, the line */
function checkFile(
  file: string,
  files: number,
  options: CheckOptions,
  { engine, checker, session }: { engine: Engine; checker: Checker; session: Session },
): Promise<boolean> {
  return inFile(file, async (open) => {
    const document = await readInputDocument(file, session.surroundings)
    open(document)
    const transaction = unwrap(engine.parseTransaction(document.value, document))
    const answer = checker.determine(transaction)
    // The record is written first: an answer that was printed was also kept.
    await record(answer, transaction, options, session)
    show(answer, transaction, files, options, engine, session)
    return isClear(answer.verdict)
  })
}

/** The certificate and the document that are asked for; the document names the certificate. */
async function record(
  answer: Determination,
  transaction: Transaction,
  options: CheckOptions,
  session: Session,
): Promise<void> {
  const { certificate: out, pdf, language } = options
  const dataFolder = dataFolderOf(options, session.surroundings)
  const certificate =
    out === undefined ? undefined : await certify(answer, out, dataFolder, session)
  if (pdf === undefined) return
  const steps = stepsOf(answer)
  const signed = certificate === undefined ? {} : { certificate }
  const paper = determinationPaper({ answer, transaction, steps, ...signed }, language)
  await printPaper(paper, pdf, session)
}

function show(
  answer: Determination,
  transaction: Transaction,
  files: number,
  { json, explain }: CheckOptions,
  { classifier, rulebook }: Engine,
  { print, paint, surroundings }: Session,
): void {
  if (json === true) {
    print(files === 1 ? JSON.stringify(answer, null, 2) : JSON.stringify(answer))
    return
  }
  const page = { width: surroundings.columns, paint }
  const { asOf, knownAt } = answer
  const subjects = transaction.items.map((item, at) => ({
    name: item.id ?? `items[${at}]`,
    item,
    classification: unwrap(classifier.classify(item, { asOf, knownAt })),
  }))
  const ruleOf = (id: string): RequirementRule | undefined => {
    const texts = rulebook.rules.filter((rule) => rule.id === id)
    return texts.find(({ effective }) => contains(effective, asOf)) ?? texts[0]
  }
  print(...answerPage(page, { answer, transaction, subjects, steps: stepsOf(answer), ruleOf }))
  if (explain === true) print(...reasonLines(page, answer.reasons ?? []))
}

async function checkBatch(
  input: string,
  options: CheckOptions,
  engine: Engine,
  checker: Checker,
  { surroundings }: Session,
): Promise<ExitCode> {
  const reading = await shipmentReading(options, surroundings)
  const summary = openSummary(options.summary, surroundings)
  try {
    const code = await runBatch(
      {
        input,
        reading,
        encoding: options.encoding,
        rowErrors: options.rowErrors,
        output: options.out ?? '-',
        what: 'transactions',
        answer(value) {
          const answer = checker.write(unwrap(engine.parseTransaction(value)))
          summary.answered(() => JSON.parse(answer) as Determination)
          return answer
        },
        // Beside a summary each answer is read again.
        ...(options.summary === undefined
          ? { line: (text, sheet) => writeLine(text, sheet, engine, checker) }
          : {}),
        refused: (id, problem) => summary.refused(id, problem),
        flush: () => summary.flush(),
      },
      surroundings,
    )
    await summary.finish()
    return code
  } catch (error) {
    summary.discard()
    throw error
  }
}

function writeLine(text: string, sheet: Sheet, engine: Engine, checker: Checker): boolean {
  const transaction = engine.parseTransaction.line(text)
  return transaction.ok && checker.writeTo(sheet, transaction.value).ok
}

function refuseContradictions(files: readonly string[], options: CheckOptions): void {
  const { batch, certificate, out, pdf, summary } = options
  const refuse = (detail: string, remedy: string): never => {
    throw new ProblemError({ code: 'options.contradict', detail, remedy })
  }
  if (batch !== undefined && files.length > 0)
    refuse(
      'Both files and --batch are given.',
      'Check the files and the batch one after the other.',
    )
  if (batch !== undefined && certificate !== undefined)
    refuse('A batch has no certificate.', 'Check a transaction alone to certify its answer.')
  if (batch !== undefined && pdf !== undefined)
    refuse('A batch has no document.', 'Check a transaction alone to print its answer.')
  if (pdf !== undefined && files.length > 1)
    refuse('A document is of one transaction.', 'Check the files one by one.')
  if (certificate !== undefined && files.length > 1)
    refuse('A certificate is of one transaction.', 'Check the files one by one.')
  if (batch === undefined && (out !== undefined || summary !== undefined))
    refuse('--out and --summary are of a batch.', 'Give the JSON lines with --batch.')
}
