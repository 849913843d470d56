import type { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { createPaint, type Paint } from './output/paint.ts'
import type { Surroundings } from './surroundings.ts'

/** What a command works with. */
export interface Session {
  readonly surroundings: Surroundings
  readonly paint: Paint
  /** Prints lines on standard output. */
  print(...lines: readonly string[]): void
}

export function createSession(surroundings: Surroundings): Session {
  return {
    surroundings,
    paint: createPaint(surroundings.colour),
    print: (...lines) => {
      surroundings.stdout.write(lines.map((line) => `${line}\n`).join(''))
    },
  }
}

/** Adds one command to the program. */
export type CommandAdder = (
  program: Command,
  session: Session,
  finish: (code: ExitCode) => void,
) => void
