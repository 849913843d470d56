import { ProblemError } from '../kernel/index.ts'
import type { Surroundings } from './surroundings.ts'

/** A work that keeps what it does as it goes: whoever stops it in the middle is told how it goes on. */
export async function goneOnWith<T>(
  work: Promise<T>,
  { interrupted }: Surroundings,
  command: string,
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!interrupted.aborted || error !== interrupted.reason) throw error
    throw new ProblemError({
      code: 'run.stopped',
      detail: 'It was stopped in the middle; what was done until then is kept.',
      remedy: `\`navicert ${command}\` goes on with the rest.`,
    })
  }
}
