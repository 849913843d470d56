import type { Readable, Writable } from 'node:stream'
import type { LegalDate } from '../kernel/index.ts'

/** All that the command takes from the process it runs in; tests give their own. */
export interface Surroundings {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Relative paths of files start here. */
  readonly workingDirectory: string
  /** The day of the run, in UTC: only for what has no day of its own. */
  readonly today: LegalDate
  /** The moment of the run in that day, an RFC 3339 time in UTC: for what a clock decides, as a close. */
  readonly moment: string
  /** Whether standard output is a terminal that takes colour. */
  readonly colour: boolean
  /** Columns to write in. */
  readonly columns: number
  /** Whether standard error is a terminal: progress is redrawn in place there. */
  readonly liveProgress: boolean
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal
  /** Milliseconds since some moment, for progress and benchmarks only. */
  readonly now: () => number
}
