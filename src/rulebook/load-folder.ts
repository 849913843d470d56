import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fail, ProblemError, type Result, unwrap } from '../kernel/index.ts'
import { deserialiseRulebook, serialiseRulebook, sourceDigest } from './law-cache.ts'
import { type LawCase, parseLawCases } from './law-cases.ts'
import { kindOfLawFile } from './law-format.ts'
import type { Rulebook } from './model.ts'
import { type LawFile, parseLaw } from './parse-law.ts'

export interface LoadOptions {
  /** Where {@link writeLawCache} put a parsed rulebook; used where the files are still the same. */
  readonly cacheFile?: string
}

/**
 * The rulebook of a law folder.
 * @throws ProblemError with every problem of every file, each with file, line and column
 */
export function loadLawFolder(directory: string, options: LoadOptions = {}): Rulebook {
  const files = readLawFiles(directory, isOfEdition)
  const cached = options.cacheFile === undefined ? undefined : readText(options.cacheFile)
  if (cached !== undefined) {
    const rulebook = deserialiseRulebook(cached, sourceDigest(files))
    if (rulebook.ok) return rulebook.value
  }
  return rulebookOfFiles(directory, files)
}

/** Parses the folder and stores the result, so that {@link loadLawFolder} need not. */
export function writeLawCache(directory: string, cacheFile: string): Rulebook {
  const files = readLawFiles(directory, isOfEdition)
  const rulebook = rulebookOfFiles(directory, files)
  mkdirSync(dirname(cacheFile), { recursive: true })
  const half = `${cacheFile}.new`
  writeFileSync(half, serialiseRulebook(rulebook, sourceDigest(files)))
  renameSync(half, cacheFile)
  return rulebook
}

/**
 * The cases beside the rules of a law folder.
 * @throws ProblemError with every problem of every file of cases
 */
export function loadLawCases(directory: string): readonly LawCase[] {
  const files = readLawFiles(directory, (path) => kindOfLawFile(path) === 'cases')
  return unwrap(prefixed(directory, parseLawCases(files)))
}

/** Whatever is no file of cases and no charter, so that a file nobody reads is a problem and not silence. */
function isOfEdition(path: string): boolean {
  const kind = kindOfLawFile(path)
  return kind !== 'cases' && kind !== 'charter'
}

/** The YAML files under the folder that are wanted, by path there with forward slashes, in order. */
export function readLawFiles(
  directory: string,
  isWanted: (path: string) => boolean = () => true,
): readonly LawFile[] {
  let paths: readonly string[]
  try {
    paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    throw new ProblemError({
      code: 'law.no-folder',
      detail: `The law folder cannot be read: ${(error as Error).message}.`,
      where: { file: directory },
      remedy: 'Name the folder that holds characteristics.yaml and kinds.yaml.',
    })
  }
  return paths
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => path.split(sep).join('/'))
    .filter(isWanted)
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }))
}

function rulebookOfFiles(directory: string, files: readonly LawFile[]): Rulebook {
  return unwrap(prefixed(directory, parseLaw(files)))
}

/** Problems name files as the caller can open them. */
function prefixed<T>(directory: string, result: Result<T>): Result<T> {
  if (result.ok) return result
  return fail(
    ...result.problems.map((problem) => {
      const file = problem.where?.file
      if (file === undefined) return problem
      return { ...problem, where: { ...problem.where, file: join(directory, file) } }
    }),
  )
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
