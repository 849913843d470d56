import { type Problem, ProblemError } from '../../kernel/index.ts'
import type { Entry } from './read-entries.ts'

const MOST_PROBLEMS = 20

/**
 * All records of a file by their numbers, or none: one passed over is one that nobody looks at.
 * @throws ProblemError with at most so many problems, each at its line
 */
export async function readAllOrNone<T>(
  file: string,
  pieces: AsyncIterable<readonly Entry[]>,
  read: (entry: Entry) => readonly [ref: string, value: T],
): Promise<ReadonlyMap<string, T>> {
  const all = new Map<string, T>()
  const problems: Problem[] = []
  for await (const entries of pieces) {
    for (const entry of entries) {
      try {
        const [ref, value] = read(entry)
        if (all.has(ref)) throw new ProblemError(twice(ref))
        all.set(ref, value)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        problems.push(...error.problems.map((one) => placed(one, file, entry.line)))
      }
    }
    if (problems.length >= MOST_PROBLEMS) break
  }
  if (problems.length > 0) throw new ProblemError(...problems.slice(0, MOST_PROBLEMS))
  return all
}

function placed(problem: Problem, file: string, line: number): Problem {
  return { ...problem, where: { line, ...problem.where, file } }
}

function twice(ref: string): Problem {
  return {
    code: 'input.twice',
    detail: `The number ${JSON.stringify(ref)} stands twice in the file.`,
    remedy: 'Give each a number of its own.',
  }
}
