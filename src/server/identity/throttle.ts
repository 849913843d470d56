import { createHash } from 'node:crypto'
import {
  type Attempts,
  PER_ADDRESS,
  PER_NAME,
  type ThrottleLimits,
  waitOf,
  withFailure,
} from '../../people/index.ts'
import { Refusal } from '../http/refusal.ts'

const MOST_KEPT = 20_000

/** An attempt that counts as failed until it is said to have succeeded, so that many at once do not slip by. */
export interface Attempt {
  succeeded(): void
}

/** Slows guessing, by the name tried and by the address it comes from; names are kept as digests. */
export class SignInThrottle {
  readonly #names = new Map<string, Attempts>()
  readonly #addresses = new Map<string, Attempts>()
  readonly #clock: () => number

  /** @param clock milliseconds of a clock that does not go back */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  /** @throws Refusal where it is to wait */
  begin(name: string, address: string): Attempt {
    const now = this.#clock()
    const key = createHash('sha256').update(name).digest('base64')
    const [byName, byAddress] = [this.#names.get(key), this.#addresses.get(address)]
    const wait = Math.max(waitOf(byName, now, PER_NAME), waitOf(byAddress, now, PER_ADDRESS))
    if (wait > 0) throw tooMany(wait)
    count(this.#names, key, now, PER_NAME)
    count(this.#addresses, address, now, PER_ADDRESS)
    return {
      succeeded: () => {
        put(this.#names, key, undefined)
        put(this.#addresses, address, byAddress)
      },
    }
  }
}

function count(
  kept: Map<string, Attempts>,
  key: string,
  now: number,
  limits: ThrottleLimits,
): void {
  put(kept, key, withFailure(kept.get(key), now, limits))
}

function put(kept: Map<string, Attempts>, key: string, attempts: Attempts | undefined): void {
  kept.delete(key)
  if (attempts === undefined) return
  kept.set(key, attempts)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}

function tooMany(wait: number): Refusal {
  const seconds = Math.ceil(wait / 1000)
  const problem = {
    code: 'sign-in.too-many',
    detail: 'Too many attempts failed.',
    remedy: `Try again in ${seconds} s.`,
  }
  return new Refusal(429, problem, { 'retry-after': String(seconds) })
}
