import { Recent } from '../../desk/index.ts'

interface Window {
  readonly since: number
  count: number
}

/** Addresses and accounts that are counted at most. */
const MOST = 10_000

/**
 * How many requests came of each asker, for `@fastify/rate-limit`: in this process, by a clock that does not go
 * back. By the clock of the wall, which its own store goes by, one that is set back shuts people out for as long.
 */
export class RateWindows {
  readonly #windows = new Recent<Window>(MOST)

  incr(
    asker: string,
    done: (
      error: Error | null,
      result?: { readonly current: number; readonly ttl: number },
    ) => void,
    milliseconds: number,
  ): void {
    const now = performance.now()
    const before = this.#windows.get(asker)
    const window =
      before === undefined || now - before.since >= milliseconds ? { since: now, count: 0 } : before
    window.count += 1
    this.#windows.keep(asker, window)
    done(null, { current: window.count, ttl: milliseconds - (now - window.since) })
  }

  /** No route has limits of its own. */
  child(): RateWindows {
    return this
  }
}
