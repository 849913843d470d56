import { type RowError, rowErrorTable } from '../../catalogue/index.ts'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import { writeRowErrors } from '../output/row-errors.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Entry, EntrySource } from './read-entries.ts'

const MOST_PROBLEMS = 20

/** Where the records come from, and where refused rows of a table go. */
export interface AllOrNone {
  readonly file: string
  readonly source: EntrySource
  readonly rowErrors?: string | undefined
  readonly surroundings: Surroundings
}

/**
 * All records of a file by their numbers, or none: one passed over is one that nobody looks at.
 * @param check what is wrong with records that can be read, by number
 * @throws ProblemError with at most so many problems, each at its line
 */
export async function readAllOrNone<T>(
  { file, source, rowErrors, surroundings }: AllOrNone,
  read: (entry: Entry) => readonly [ref: string, value: T],
  check?: (all: ReadonlyMap<string, T>) => Promise<ReadonlyMap<string, readonly Problem[]>>,
): Promise<ReadonlyMap<string, T>> {
  const all = new Map<string, T>()
  const lines = new Map<string, number>()
  const errors: RowError[] = []
  const most = rowErrors === undefined ? MOST_PROBLEMS : Number.POSITIVE_INFINITY
  for await (const entries of source.pieces) {
    for (const entry of entries) {
      const found = readOne(entry, all, read)
      if (found.problems !== undefined) errors.push({ row: entry.line, problems: found.problems })
      else lines.set(found.ref, entry.line)
    }
    if (errors.length >= most) break
  }
  const checked = errors.length < most ? await check?.(all) : undefined
  for (const [ref, problems] of checked ?? []) errors.push({ row: lines.get(ref) ?? 0, problems })
  if (errors.length === 0) return all
  if (rowErrors !== undefined && source.table !== undefined)
    await writeRowErrors(rowErrors, rowErrorTable(source.table, errors), surroundings)
  const problems = errors.flatMap((error) =>
    error.problems.map((one) => placed(one, file, error.row)),
  )
  throw new ProblemError(...problems.slice(0, MOST_PROBLEMS))
}

type ReadOne =
  | { readonly ref: string; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] }

function readOne<T>(
  entry: Entry,
  all: Map<string, T>,
  read: (entry: Entry) => readonly [ref: string, value: T],
): ReadOne {
  try {
    const [ref, value] = read(entry)
    if (all.has(ref)) return { problems: [twice(ref)] }
    all.set(ref, value)
    return { ref }
  } catch (error) {
    if (error instanceof ProblemError) return { problems: error.problems }
    throw error
  }
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
