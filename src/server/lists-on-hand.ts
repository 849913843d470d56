import { createScreeners, Recent, type Screeners } from '../desk/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import { type ListStatus, listStatus, loadListPolicy } from '../lists/index.ts'
import type { ListPolicy } from '../screening/index.ts'

/** How long what was read of the data folder is taken as it was, in milliseconds. */
const LOOK_AGAIN = 1000
/** Days whose status is kept. */
const MOST_DAYS = 16

/**
 * The lists of the data folder. Another process may take one in at any time; from a second later it is
 * screened against.
 */
export class ListsOnHand {
  readonly policy: ListPolicy
  readonly dataFolder: string
  readonly screeners: Screeners
  readonly #clock: () => number
  #ahead = 0
  readonly #status = new Recent<{ readonly at: number; readonly status: readonly ListStatus[] }>(
    MOST_DAYS,
  )

  /** @param clock milliseconds of a clock that does not go back: else a list would not be looked at until it is there again */
  constructor(lawFolder: string, dataFolder: string, clock = () => performance.now()) {
    this.dataFolder = dataFolder
    this.policy = loadListPolicy(lawFolder)
    this.#clock = () => clock() + this.#ahead
    const look = { after: LOOK_AGAIN, now: this.#clock }
    this.screeners = createScreeners(this.policy, dataFolder, [], look)
  }

  /** What was read a moment ago counts no more: for who has seen by another way which lists are here. */
  lookAgain(): void {
    this.#ahead += LOOK_AGAIN
  }

  status(on: LegalDate): readonly ListStatus[] {
    const at = this.#clock()
    const before = this.#status.get(on)
    if (before !== undefined && at - before.at < LOOK_AGAIN) return before.status
    const status = listStatus(this.dataFolder, on, this.policy)
    this.#status.keep(on, { at, status })
    return status
  }
}
