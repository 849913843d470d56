import { CommanderError } from 'commander'
import { ProblemError } from '../kernel/index.ts'
import { DONE, type ExitCode, FAILED } from './exit-code.ts'
import { printProblems } from './output/print-problems.ts'
import { createProgram } from './program.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs one command line. Never throws: what goes wrong is told on standard error. */
export async function run(
  commandLine: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  let code: ExitCode = DONE
  try {
    const program = await createProgram(commandLine, surroundings, (result) => {
      code = result
    })
    await program.parseAsync([...commandLine], { from: 'user' })
    return code
  } catch (error) {
    return tell(error, surroundings)
  }
}

function tell(error: unknown, { stderr }: Surroundings): ExitCode {
  // commander has written its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : FAILED
  if (error instanceof ProblemError) {
    stderr.write(printProblems(error.problems))
    return FAILED
  }
  const { stack = String(error) } = error instanceof Error ? error : {}
  stderr.write(
    `navicert stopped on an error of its own: rely on nothing of this run.\n${stack}\nPlease report the lines above together with the command.\n`,
  )
  return FAILED
}
