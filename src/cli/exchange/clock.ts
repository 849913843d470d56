import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ProblemError } from '../../kernel/index.ts'
import type { Surroundings } from '../surroundings.ts'

/**
 * Milliseconds since 1970 by the clock of the machine, or, for rehearsals, as the file says that
 * `NAVICERT_CLOCK_FILE` names; it is read each time. One clock decides nothing at the others: they go by the median
 * of the times of their witnesses.
 */
export function clockOf({ environment, workingDirectory }: Surroundings): () => number {
  const file = environment.NAVICERT_CLOCK_FILE
  if (file === undefined || file === '') return Date.now
  return () => {
    const path = resolve(workingDirectory, file)
    const at = Date.parse(readFileSync(path, 'utf8').trim())
    if (Number.isFinite(at)) return at
    throw new ProblemError({
      code: 'exchange.clock-unreadable',
      detail: 'The file of the clock holds no time.',
      where: { file },
      remedy: 'Write one as 2027-02-01T09:00:00Z, or leave NAVICERT_CLOCK_FILE out.',
    })
  }
}
