import { type Encoding, type RowError, rowErrorTable } from '../catalogue/index.ts'
import { Sheet } from '../determination/index.ts'
import { type Problem, ProblemError } from '../kernel/index.ts'
import { DONE, type ExitCode, FAILED } from './exit-code.ts'
import { type Entry, openEntries, type TableReading } from './input/read-entries.ts'
import { writeRowErrors } from './output/row-errors.ts'
import { openWholeFile, type WholeFile } from './output/whole-file.ts'
import { startProgress } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

export interface Batch {
  readonly input: string
  /** Takes tables too, and reads them so. */
  readonly reading?: TableReading
  readonly encoding?: Encoding | undefined
  /** Where refused rows of a table go, with what is wrong: a name that ends in .xlsx, or CSV. */
  readonly rowErrors?: string | undefined
  /** `-` is standard output. */
  readonly output: string
  /** What a record is, in words: `transactions`. */
  readonly what: string
  /** The answer to one record, as JSON text. @throws ProblemError */
  answer(value: unknown): string
  /**
   * The answer to one line of JSON, written onto a sheet; false where {@link answer} is to be asked, as
   * for whatever is wrong.
   */
  line?(text: string, sheet: Sheet): boolean
  /**
   * The answers to many records at once, as threads give them; undefined for those that {@link answer}
   * is to be asked for, and for all records where there are few.
   */
  ahead?(values: readonly unknown[]): Promise<readonly (string | undefined)[]>
  /** Takes note of a record that could not be answered. */
  refused?(id: unknown, problem: Problem): void
  /** Called between pieces of work, for what the batch writes beside its output. */
  flush?(): Promise<void>
}

type Output = Omit<WholeFile, 'write'> & { write(piece: Buffer): Promise<void> }

/** Answers are handed to the disk in pieces of about this many bytes. */
const PIECE = 256 * 1024

/**
 * One record in (a line of JSON, a row of a table), one line of JSON out, in the same order. A record
 * that cannot be answered is answered with its problem. The output file appears when it is whole.
 * @throws ProblemError
 */
export async function runBatch(batch: Batch, surroundings: Surroundings): Promise<ExitCode> {
  const { input, reading, encoding, rowErrors } = batch
  const { pieces, table } = await openEntries(input, reading, encoding, surroundings)
  if (rowErrors !== undefined && table === undefined) throw new ProblemError(noRows())
  // The output is opened first: nothing is computed that could not be kept.
  const output = openOutput(batch.output, surroundings)
  const progress = startProgress(batch.what, surroundings)
  const errors: RowError[] = []
  let refused = 0
  const sheet = new Sheet()
  const handOver = async (): Promise<void> => {
    const piece = Buffer.from(sheet.from(0))
    sheet.backTo(0)
    await output.write(piece)
  }
  try {
    for await (const entries of pieces) {
      const ahead = (await batch.ahead?.(entries.map(readAhead))) ?? []
      for (const [at, entry] of entries.entries()) {
        const problems = answerEntry(entry, batch, ahead[at], sheet)
        if (problems.length > 0) refused += 1
        if (problems.length > 0 && rowErrors !== undefined)
          errors.push({ row: entry.line, problems })
        if (sheet.length > PIECE) await handOver()
      }
      await handOver()
      await batch.flush?.()
      progress.advance(entries.length)
      surroundings.interrupted.throwIfAborted()
    }
    await output.finish()
  } catch (error) {
    output.discard()
    throw surroundings.interrupted.aborted ? interrupted() : error
  }
  progress.end()
  if (rowErrors !== undefined && table !== undefined)
    await writeRowErrors(rowErrors, rowErrorTable(table, errors), surroundings)
  return refused === 0 ? DONE : FAILED
}

/** @returns what is wrong with it */
function answerEntry(
  entry: Entry,
  batch: Batch,
  ahead: string | undefined,
  sheet: Sheet,
): readonly Problem[] {
  const start = sheet.length
  if (ahead === undefined && entry.text !== undefined && batch.line?.(entry.text, sheet) === true) {
    sheet.text('\n')
    return []
  }
  sheet.backTo(start)
  const { text, problems } = answerValue(entry, batch, ahead)
  sheet.text(`${text}\n`)
  return problems
}

function answerValue(
  entry: Entry,
  batch: Batch,
  ahead: string | undefined,
): { readonly text: string; readonly problems: readonly Problem[] } {
  let id: unknown = null
  try {
    const value = entry.read()
    id = idOf(value)
    return { text: ahead ?? batch.answer(value), problems: [] }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const problems = error.problems.map((one) => ({
      ...one,
      where: { line: entry.line, ...one.where },
    }))
    const [problem = unreadable(entry)] = problems
    if (id === null && entry.id !== undefined) id = entry.id
    batch.refused?.(id, problem)
    return { text: JSON.stringify({ id, problem }), problems: [problem, ...problems.slice(1)] }
  }
}

/** What a record says; nothing where it cannot be read, which its answer will tell. */
function readAhead(entry: Entry): unknown {
  try {
    return entry.read()
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

function unreadable({ line }: Entry): Problem {
  return { code: 'input.unreadable', detail: 'The line cannot be read.', where: { line } }
}

function noRows(): Problem {
  return {
    code: 'options.contradict',
    detail: '--row-errors is of a table, and the input is JSON lines.',
    remedy: 'The output says of each line what is wrong with it.',
  }
}

function idOf(value: unknown): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function openOutput(file: string, surroundings: Surroundings): Output {
  if (file !== '-') return openWholeFile(file, surroundings)
  const { stdout } = surroundings
  return {
    async write(piece) {
      if (!stdout.write(piece.toString()))
        await new Promise<void>((done) => stdout.once('drain', done))
    },
    finish: () => Promise.resolve(),
    discard: () => undefined,
  }
}

function interrupted(): ProblemError {
  return new ProblemError({
    code: 'batch.interrupted',
    detail: 'The batch was interrupted; no output was kept.',
    remedy: 'Start it again.',
  })
}
