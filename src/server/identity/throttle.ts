import { createHmac, type KeyObject } from 'node:crypto'
import { type Attempts, PER_ADDRESS, PER_NAME, waitOf, withFailure } from '../../people/index.ts'
import type { Tallies, Tally } from '../../storage/index.ts'
import { Refusal } from '../http/refusal.ts'

/** An attempt that counts as failed until it is said to have succeeded, so that many at once do not slip by. */
export interface Attempt {
  succeeded(): Promise<void>
}

/**
 * Slows guessing, by the name tried and by the address it comes from, over all processes on the store. What was
 * typed as a name may have been a password: it is kept as a digest that nobody makes without the key of the store.
 */
export class SignInThrottle {
  readonly #tallies: Tallies
  readonly #key: KeyObject

  constructor(tallies: Tallies, key: KeyObject) {
    this.#tallies = tallies
    this.#key = key
  }

  /** @throws Refusal where it is to wait */
  async begin(name: string, address: string): Promise<Attempt> {
    const [ofName, ofAddress] = [this.#digest('name', name), this.#digest('address', address)]
    const both = [ofName, ofAddress]
    const begun = await this.#tallies.change(both, (tallies, now) => {
      const byName = attemptsOf(tallies.get(ofName), now)
      const byAddress = attemptsOf(tallies.get(ofAddress), now)
      const wait = Math.max(waitOf(byName, now, PER_NAME), waitOf(byAddress, now, PER_ADDRESS))
      const put = new Map(
        wait > 0
          ? []
          : [
              [ofName, tallyOf(withFailure(byName, now, PER_NAME))],
              [ofAddress, tallyOf(withFailure(byAddress, now, PER_ADDRESS))],
            ],
      )
      return { value: { wait, at: now, before: tallies.get(ofAddress)?.last ?? now }, put }
    })
    if (begun.wait > 0) throw tooMany(begun.wait)
    const { at, before } = begun
    return {
      succeeded: () =>
        this.#tallies.change(both, (tallies) => {
          const { count = 0, last = at } = tallies.get(ofAddress) ?? {}
          // Others may have failed from there meanwhile; this one has not.
          const without = { count: count - 1, last: last === at ? before : last }
          const put = new Map([
            [ofName, undefined],
            [ofAddress, without.count > 0 ? without : undefined],
          ])
          return { value: undefined, put }
        }),
    }
  }

  #digest(of: 'name' | 'address', text: string): string {
    return createHmac('sha256', this.#key).update(`attempt ${of} ${text}`).digest('base64')
  }
}

/** Where the clock of the database was set back, what was last lies not in the future: nobody waits for that. */
function attemptsOf(tally: Tally | undefined, now: number): Attempts | undefined {
  return tally && { failed: tally.count, last: Math.min(tally.last, now) }
}

function tallyOf({ failed, last }: Attempts): Tally {
  return { count: failed, last }
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
