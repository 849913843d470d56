import type { Command } from 'commander'
import { z } from 'zod'
import { readItems } from '../catalogue/index.ts'
import {
  type Classification,
  type EntryFinding,
  type Item,
  itemSchema,
} from '../classification/index.ts'
import {
  type LegalDate,
  ProblemError,
  parseLegalDate,
  parseShape,
  type Result,
  unwrap,
} from '../kernel/index.ts'
import { classificationPage } from './answer/classification-page.ts'
import { runBatch } from './batch.ts'
import { type Engine, openEngine } from './engine.ts'
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

/** What is classified: an item, or items of a transaction file. */
interface Request {
  readonly id: string | null
  readonly item: Item
  readonly asOf?: LegalDate
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
        for (const request of unwrap(readRequests(document.value, document))) {
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
        const [request] = unwrap(readRequests(value))
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
  { item, asOf: stated }: Request,
  { asOf, knownAt }: ClassifyOptions,
  { classifier }: Engine,
  { surroundings }: Session,
): Classification {
  const day = asOf ?? stated ?? surroundings.today
  return unwrap(
    classifier.classify(item, { asOf: day, ...(knownAt === undefined ? {} : { knownAt }) }),
  )
}

const day = z
  .string()
  .refine((value) => parseLegalDate(value).ok, { error: 'This is not a day of the calendar' })
  .transform((value) => value as LegalDate)
const wrapped = z.strictObject({
  id: z.union([z.string(), z.number().transform(String)]).exactOptional(),
  item: itemSchema,
  asOf: day.exactOptional(),
})
/** Of a transaction file only the items and the day are read here. */
const transactionItems = z.looseObject({ date: day.exactOptional(), items: z.array(itemSchema) })

function readRequests(
  value: unknown,
  document?: Parameters<typeof parseShape>[2],
): Result<readonly Request[]> {
  const isObject = typeof value === 'object' && value !== null
  if (isObject && 'items' in value) {
    const read = parseShape(transactionItems, value, document)
    if (!read.ok) return read
    const { date, items } = read.value
    const asOf = date === undefined ? {} : { asOf: date }
    return { ok: true, value: items.map((item) => ({ id: item.id ?? null, item, ...asOf })) }
  }
  if (isObject && 'item' in value) {
    const read = parseShape(wrapped, value, document)
    return read.ok ? { ok: true, value: [{ ...read.value, id: read.value.id ?? null }] } : read
  }
  const read = parseShape(itemSchema, value, document)
  return read.ok ? { ok: true, value: [{ id: read.value.id ?? null, item: read.value }] } : read
}

/** The answer of CONTRACTS: entries true or unknown, best first, per jurisdiction. */
function classificationAnswer(id: string | null, answer: Classification): object {
  return {
    id,
    asOf: answer.asOf,
    byJurisdiction: Object.fromEntries(
      [...answer.byJurisdiction].map(([code, one]) => [code, one.entries.map(entryAnswer)]),
    ),
    listed: Object.fromEntries([...answer.byJurisdiction].map(([code, one]) => [code, one.listed])),
    contradictions: [...answer.byJurisdiction.values()].flatMap((one) => one.contradictions),
    questions: answer.questions,
    assumptions: answer.assumptions,
    derived: answer.derived,
    content: answer.content.map((one, at) => classificationAnswer(`content[${at}]`, one)),
  }
}

function entryAnswer(finding: EntryFinding): object {
  return {
    code: finding.entry.code,
    version: finding.entry.version,
    truth: finding.truth,
    basis: finding.basis,
    ...(finding.claim === undefined ? {} : { claimed: finding.claim }),
    ...(finding.suspended ? { suspended: true } : {}),
    margins: finding.margins,
    missing: finding.missing,
    cite: finding.entry.cite,
  }
}
