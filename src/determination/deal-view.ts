import type { Circumstances } from './circumstances.ts'
import type { AskedPlace } from './missing.ts'
import type { AssumptionFinding, CoverageFinding } from './model.ts'
import type { PartiesScreened } from './parties.ts'

/** A deal without its items as the law sees it: worked out once for all orders that state the same. */
export interface DealView {
  readonly circumstances: Circumstances
  readonly destinations: readonly (string | undefined)[]
  /** Stands for all that rules can see of it, and for the days. */
  readonly sight: number
  readonly screened: PartiesScreened
  readonly assumptions: readonly AssumptionFinding[]
  /** Law that is not decided here whatever the items are. */
  readonly areas: {
    readonly sentences: readonly string[]
    readonly coverage: readonly CoverageFinding[]
  }
  /** The parties as the answer has them, in JSON. */
  readonly parties: string
  /** Where a circumstance would be stated; `of` is the mark where that is the item. */
  places(circumstance: string): readonly AskedPlace[]
}
