import type { Command } from 'commander'
import { readItems } from '../catalogue/index.ts'
import type { Classification } from '../classification/index.ts'
import {
  type ClassificationRequest,
  classificationAnswer,
  type Engine,
  readClassificationRequests,
} from '../desk/index.ts'
import { ProblemError, unwrap } from '../kernel/index.ts'
import { classificationPage } from './answer/classification-page.ts'
import { runBatch } from './batch.ts'
import { openEngine } from './engine.ts'
import { DONE, type ExitCode, FAILED } from './exit-code.ts'
import { inFile } from './input/placed.ts'
import { readInputDocument } from './input/read-input.ts'
import {
  type DayOptions,
  type JsonOption,
  type LawOption,
  type TableOptions,
  withDays,
  withExamples,
  withJson,
  withLaw,
  withTables,
} from './options.ts'
import { printProblems } from './output/print-problems.ts'
import type { CommandAdder, Session } from './session.ts'

interface ClassifyOptions extends LawOption, DayOptions, JsonOption, TableOptions {
  readonly batch?: string
  readonly out?: string
}

export const addClassify: CommandAdder = (program, session, finish) => {
  const command = program
    .command('classify')
    .description('Which entries of which lists is it on? Answers items under every list encoded.')
    .argument('[file...]', 'an item, {id, item}, or a transaction; - reads standard input')
    .option(
      '--batch <in>',
      'classify a file: JSON lines {id, item, asOf?} (.gz too), or a table of items (CSV, .xlsx)',
    )
    .option('--out <out>', 'where the answers of a batch go (default: standard output)')
  withExamples(
    withJson(withDays(withLaw(withTables(command)))),
    'classify examples/fpga-to-china.yaml',
    'classify item.yaml --as-of 2026-06-01 --json',
    'classify --batch items.jsonl --out codes.jsonl',
    'classify --batch items.xlsx --out codes.jsonl --row-errors wrong.xlsx',
  )
  command.action(async (files: readonly string[], options: ClassifyOptions, self: Command) => {
    if (files.length === 0 && options.batch === undefined) self.help({ error: true })
    const engine = openEngine(options, session.surroundings)
    finish(
      options.batch === undefined
        ? await classifyFiles(files, options, engine, session)
        : await classifyBatch(options.batch, options, engine, session),
    )
  })
}

async function classifyFiles(
  files: readonly string[],
  options: ClassifyOptions,
  engine: Engine,
  session: Session,
): Promise<ExitCode> {
  let code: ExitCode = DONE
  const page = { width: session.surroundings.columns, paint: session.paint }
  for (const file of files) {
    try {
      await inFile(file, async (open) => {
        const document = await readInputDocument(file, session.surroundings)
        open(document)
        for (const request of unwrap(readClassificationRequests(document.value, document))) {
          const answer = classifyOne(request, options, engine, session)
          session.print(
            ...(options.json === true
              ? [JSON.stringify(classificationAnswer(request.id, answer), null, 2)]
              : classificationPage(page, request.id ?? request.item.name ?? 'item', answer)),
          )
        }
      })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      session.surroundings.stderr.write(printProblems(error.problems))
      code = FAILED
    }
  }
  return code
}

function classifyBatch(
  input: string,
  options: ClassifyOptions,
  engine: Engine,
  session: Session,
): Promise<ExitCode> {
  return runBatch(
    {
      input,
      reading: readItems,
      encoding: options.encoding,
      rowErrors: options.rowErrors,
      output: options.out ?? '-',
      what: 'items',
      answer(value) {
        const [request] = unwrap(readClassificationRequests(value))
        if (request === undefined) throw new Error('a read line holds an item')
        const answer = classifyOne(request, options, engine, session)
        return JSON.stringify(classificationAnswer(request.id, answer))
      },
    },
    session.surroundings,
  )
}

/** An item has no day of its own: without one asked for, the law of today. */
function classifyOne(
  { item, asOf: stated }: ClassificationRequest,
  { asOf, knownAt }: ClassifyOptions,
  { classifier }: Engine,
  { surroundings }: Session,
): Classification {
  const day = asOf ?? stated ?? surroundings.today
  return unwrap(
    classifier.classify(item, { asOf: day, ...(knownAt === undefined ? {} : { knownAt }) }),
  )
}
