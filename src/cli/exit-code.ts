/**
 * What the process says to the shell. 0: done, and what was checked is clear; 2: checked, and not
 * clear, a hit or a difference; 1: bad input or failure.
 */
export type ExitCode = 0 | 1 | 2

export const DONE = 0
export const FAILED = 1
export const NOT_CLEAR = 2
