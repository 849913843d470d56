import { join } from 'node:path'
import { fail, nearWord, ProblemError, type Result, unwrap } from '../../kernel/index.ts'
import { type Charter, isCharterFile, parseCharters } from '../../regime/index.ts'
import { type Rulebook, readLawFiles } from '../../rulebook/index.ts'

/** The charters of a law folder. @throws ProblemError with every problem, by file and line */
export function openCharters(lawFolder: string, rulebook: Rulebook): readonly Charter[] {
  const words = {
    places: new Set(rulebook.places.keys()),
    kinds: new Set(rulebook.kinds.keys()),
  }
  return unwrap(placed(lawFolder, parseCharters(readLawFiles(lawFolder, isCharterFile), words)))
}

/** @throws ProblemError with the nearest name */
export function charterNamed(charters: readonly Charter[], name: string): Charter {
  const found = charters.find(({ charter }) => charter === name)
  if (found !== undefined) return found
  const names = charters.map(({ charter }) => charter)
  const near = nearWord(name, names)
  throw new ProblemError({
    code: 'charter.unknown',
    detail: `There is no charter ${JSON.stringify(name.slice(0, 80))}.`,
    remedy:
      names.length === 0
        ? 'The law folder has none under charters/.'
        : `${near === undefined ? '' : `Did you mean ${near}? `}Charters: ${names.join(', ')}.`,
  })
}

function placed<T>(folder: string, result: Result<T>): Result<T> {
  if (result.ok) return result
  return fail(
    ...result.problems.map((problem) => ({
      ...problem,
      where: { ...problem.where, file: join(folder, problem.where?.file ?? '') },
    })),
  )
}
