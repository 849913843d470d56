import { type Line, linesOf, unreadableLine } from '../../desk/index.ts'
import { type Problem, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { type BatchCounts, NOTHING_ANSWERED } from './batch-state.ts'

/** Requests wait no longer than this for the line that is being answered, in milliseconds. */
const PATIENCE = 10
const PIECE = 256 * 1024

export interface AnsweredPiece {
  readonly text: string
  readonly counts: BatchCounts
}

/**
 * A line of JSON in, a line of JSON out, in the same order; a line that cannot be answered is answered
 * with its problem. Whoever waits for a single answer is let in between.
 */
export async function* answerLines(
  chunks: AsyncIterable<Buffer>,
  answer: (value: unknown) => { readonly text: string; readonly verdict: string },
): AsyncGenerator<AnsweredPiece> {
  let { answered, problems }: BatchCounts = NOTHING_ANSWERED
  const verdicts: Record<string, number> = {}
  let text = ''
  let since = performance.now()
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) {
      const one = answerLine(line, answer)
      answered += 1
      if (one.verdict === undefined) problems += 1
      else verdicts[one.verdict] = (verdicts[one.verdict] ?? 0) + 1
      text += `${one.text}\n`
      if (performance.now() - since < PATIENCE && text.length < PIECE) continue
      yield { text, counts: { answered, problems, verdicts: { ...verdicts } } }
      text = ''
      await new Promise((next) => setImmediate(next))
      since = performance.now()
    }
  }
  yield { text, counts: { answered, problems, verdicts } }
}

function answerLine(
  line: Line,
  answer: (value: unknown) => { readonly text: string; readonly verdict: string },
): { readonly text: string; readonly verdict?: string } {
  let id: unknown = null
  try {
    if (!('text' in line)) throw unreadableLine(line)
    const value = unwrap(readJson(line.text))
    id = idOf(value)
    return answer(value)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [first = UNREADABLE] = error.problems
    const problem: Problem = { ...first, where: { ...first.where, line: line.number } }
    return { text: JSON.stringify({ id, problem }) }
  }
}

const UNREADABLE: Problem = { code: 'input.unreadable', detail: 'The line cannot be read.' }

function idOf(value: unknown): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
