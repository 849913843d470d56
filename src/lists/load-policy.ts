import type { ListPolicy } from '../screening/index.ts'

/** Reads `lists.yaml` of the law folder. @throws ProblemError with file, line and remedy */
export function loadListPolicy(_lawFolder: string): ListPolicy {
  throw new Error('Not written yet')
}
