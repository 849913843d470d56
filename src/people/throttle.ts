/** Failed attempts of one account name or one address. */
export interface Attempts {
  readonly failed: number
  /** The last, in milliseconds of a clock that does not go back. */
  readonly last: number
}

export interface ThrottleLimits {
  /** So many failures are free. */
  readonly free: number
  /** The wait after the first that is not; each further one doubles it. */
  readonly firstWait: number
  readonly longestWait: number
  /** After so long without one they are forgotten. */
  readonly forgetAfter: number
}

const MINUTE = 60_000
/** Of one name: a hundred guesses take a day. It slows and never locks: else anybody could lock anybody out. */
export const PER_NAME: ThrottleLimits = {
  free: 5,
  firstWait: 1000,
  longestWait: 15 * MINUTE,
  forgetAfter: 60 * MINUTE,
}
/** Of one address: many people may stand behind it. */
export const PER_ADDRESS: ThrottleLimits = { ...PER_NAME, free: 30 }

/** How long whoever failed so is to wait yet, in milliseconds. */
export function waitOf(
  attempts: Attempts | undefined,
  now: number,
  { free, firstWait, longestWait, forgetAfter }: ThrottleLimits,
): number {
  if (attempts === undefined || attempts.failed < free || now - attempts.last > forgetAfter)
    return 0
  const wait = Math.min(firstWait * 2 ** (attempts.failed - free), longestWait)
  return Math.max(0, attempts.last + wait - now)
}

export function withFailure(
  attempts: Attempts | undefined,
  now: number,
  { forgetAfter }: ThrottleLimits,
): Attempts {
  const isForgotten = attempts === undefined || now - attempts.last > forgetAfter
  return { failed: isForgotten ? 1 : attempts.failed + 1, last: now }
}
