import { type Problem, ProblemError, readJson, unwrap } from '../kernel/index.ts'
import { DONE, type ExitCode, FAILED } from './exit-code.ts'
import { type Line, readLines, unreadableLine } from './input/read-lines.ts'
import { openWholeFile, type WholeFile } from './output/whole-file.ts'
import { startProgress } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

export interface Batch {
  readonly input: string
  /** `-` is standard output. */
  readonly output: string
  /** What a line holds, in words: `transactions`. */
  readonly what: string
  /** The answer to one line, as JSON text. @throws ProblemError */
  answer(value: unknown): string
  /** Takes note of a line that could not be answered. */
  refused?(id: unknown, problem: Problem): void
  /** Called between pieces of work, for what the batch writes beside its output. */
  flush?(): Promise<void>
}

/** Answers are handed to the disk in pieces of about this many characters. */
const PIECE = 256 * 1024

/**
 * One line of JSON in, one line of JSON out, in the same order. A line that cannot be answered is
 * answered with its problem. The output file appears when it is whole. @throws ProblemError
 */
export async function runBatch(batch: Batch, surroundings: Surroundings): Promise<ExitCode> {
  // The output is opened first: nothing is computed that could not be kept.
  const output = openOutput(batch.output, surroundings)
  const progress = startProgress(batch.what, surroundings)
  let problems = 0
  try {
    for await (const lines of readLines(batch.input, surroundings)) {
      let piece = ''
      for (const line of lines) {
        const { text, refused } = answerLine(line, batch)
        if (refused) problems += 1
        piece += `${text}\n`
        if (piece.length > PIECE) {
          await output.write(piece)
          piece = ''
        }
      }
      await output.write(piece)
      await batch.flush?.()
      progress.advance(lines.length)
      surroundings.interrupted.throwIfAborted()
    }
    await output.finish()
  } catch (error) {
    output.discard()
    throw surroundings.interrupted.aborted ? interrupted() : error
  }
  progress.end()
  return problems === 0 ? DONE : FAILED
}

function answerLine(line: Line, batch: Batch): { text: string; refused: boolean } {
  let id: unknown = null
  try {
    if (!('text' in line)) throw unreadableLine(line)
    const value = unwrap(readJson(line.text))
    id = idOf(value)
    return { text: batch.answer(value), refused: false }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [first = { code: 'input.unreadable', detail: 'The line cannot be read.' }] =
      error.problems
    const problem: Problem = { ...first, where: { ...first.where, line: line.number } }
    batch.refused?.(id, problem)
    return { text: JSON.stringify({ id, problem }), refused: true }
  }
}

function idOf(value: unknown): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function openOutput(file: string, surroundings: Surroundings): WholeFile {
  if (file !== '-') return openWholeFile(file, surroundings)
  const { stdout } = surroundings
  return {
    async write(text) {
      if (!stdout.write(text)) await new Promise<void>((done) => stdout.once('drain', done))
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
