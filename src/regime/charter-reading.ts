import { fail, ok, type Problem, parseShape, type Result, readDocument } from '../kernel/index.ts'
import type { LawFile } from '../rulebook/index.ts'
import { type CharterWords, checkCharter } from './charter-check.ts'
import { type Charter, charterFile } from './charter-format.ts'

/** Whether a file of the law folder is a charter, told by its path with forward slashes. */
export function isCharterFile(path: string): boolean {
  return /^charters\/[^/]+\.yaml$/.test(path)
}

/** The charters of a law folder, by name, or all that is wrong with them, each with file, line and column. */
export function parseCharters(
  files: readonly LawFile[],
  words: CharterWords,
): Result<readonly Charter[]> {
  const problems: Problem[] = []
  const charters: Charter[] = []
  for (const file of files) {
    const read = parseCharter(file, words)
    if (!read.ok) problems.push(...read.problems)
    else if (
      charters.some((one) => namesOf(one).some((name) => namesOf(read.value).includes(name)))
    )
      problems.push(twoOfOneName(file, read.value))
    else charters.push(read.value)
  }
  if (problems.length > 0) return fail(...problems)
  return ok(charters.toSorted((a, b) => (a.charter < b.charter ? -1 : 1)))
}

export function parseCharter(file: LawFile, words: CharterWords): Result<Charter> {
  const document = readDocument(file.text, file.path)
  if (!document.ok) return document
  const shaped = parseShape(charterFile, document.value.value, document.value)
  if (!shaped.ok) return shaped
  const faults = checkCharter(shaped.value, words)
  if (faults.length === 0) return shaped
  return fail(
    ...faults.map(({ path, problem }) => ({ ...problem, where: document.value.locate(path) })),
  )
}

function namesOf({ charter, also }: Charter): readonly string[] {
  return [charter, ...also]
}

function twoOfOneName(file: LawFile, one: Charter): Problem {
  return {
    code: 'charter.twice',
    detail: `Another file already holds a charter that is called ${namesOf(one).join(' or ')}.`,
    where: { file: file.path },
    remedy: 'Give each charter a name of its own.',
  }
}
