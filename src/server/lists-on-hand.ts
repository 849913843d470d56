import { createScreeners, type Screeners } from '../desk/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import { type ListStatus, listStatus, loadListPolicy } from '../lists/index.ts'
import type { ListPolicy } from '../screening/index.ts'

/** How long what was read of the data folder is taken as it was, in milliseconds. */
const LOOK_AGAIN = 1000

/**
 * The lists of the data folder. Another process may take one in at any time; from a second later it is
 * screened against.
 */
export class ListsOnHand {
  readonly policy: ListPolicy
  readonly dataFolder: string
  readonly screeners: Screeners

  constructor(lawFolder: string, dataFolder: string, now: () => Date) {
    this.dataFolder = dataFolder
    this.policy = loadListPolicy(lawFolder)
    this.screeners = createScreeners(this.policy, dataFolder, [], {
      after: LOOK_AGAIN,
      now: () => now().getTime(),
    })
  }

  status(on: LegalDate): readonly ListStatus[] {
    return listStatus(this.dataFolder, on, this.policy)
  }
}
