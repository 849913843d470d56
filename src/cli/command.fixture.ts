import { run } from './run.ts'
import { testSurroundings } from './surroundings.fixture.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs one command line; the code and what was written on both streams. */
export async function runCommand(
  commandLine: readonly string[],
  changes: Partial<Surroundings> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const surroundings = testSurroundings(changes)
  const code = await run(commandLine, surroundings)
  return { code, ...surroundings.written }
}
