import { type Document, type Problem, ProblemError, readPath } from '../../kernel/index.ts'

/** What is known by its path alone, at its line of the file. */
function placed(problem: Problem, file: string, document: Document | undefined): Problem {
  const { where = {} } = problem
  if (where.line !== undefined || (where.file !== undefined && where.file !== file)) return problem
  const found = where.path === undefined ? {} : (document?.locate(readPath(where.path)) ?? {})
  return { ...problem, where: { file, ...found, ...where } }
}

/**
 * Does a work over a file; its problems carry the file, and the line where the document is known.
 * @throws ProblemError
 */
export async function inFile<T>(
  file: string,
  work: (open: (document: Document) => void) => Promise<T>,
): Promise<T> {
  let known: Document | undefined
  try {
    return await work((document) => {
      known = document
    })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(...error.problems.map((one) => placed(one, file, known)))
  }
}
