import { fileURLToPath } from 'node:url'
import { type LawCase, loadLawCases, loadLawFolder, type Rulebook } from './index.ts'

export const PROJECT_LAW = fileURLToPath(new URL('../../law', import.meta.url))
const CACHE = fileURLToPath(new URL('../../dist/law-cache.json', import.meta.url))

let law: Rulebook | undefined
let cases: readonly LawCase[] | undefined

/** The law of this project, read once for all test files of a worker, and from the build where that is of the same files. */
export function projectLaw(): Rulebook {
  law ??= loadLawFolder(PROJECT_LAW, { cacheFile: CACHE })
  return law
}

/** The cases beside it, read once as well. */
export function projectLawCases(): readonly LawCase[] {
  cases ??= loadLawCases(PROJECT_LAW)
  return cases
}
