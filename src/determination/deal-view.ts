import type { Circumstances } from './circumstances.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { DealFlags } from './flag-rules.ts'
import type { Hold } from './holds.ts'
import type { AskedPlace } from './missing.ts'
import type { AssumptionFinding, CoverageFinding, PartyFinding, RedFlag } from './model.ts'
import type { SeatViews } from './seat-view.ts'

/** A deal without its items as the law sees it: worked out once for all orders that state the same. */
export interface DealView {
  readonly circumstances: Circumstances
  /** Stands for all that rules can see of it, and for the days. */
  readonly sight: number
  /** By who may hold it: how the law of each seat reads it. */
  readonly seatViews: Map<string, SeatViews>
  /** Those that were asked for last, with by whom it may be held. */
  readSeats: { readonly holds: readonly Hold[]; readonly seats: SeatViews } | undefined
  readonly assumptions: readonly AssumptionFinding[]
  /** Law that is not decided here whatever the items are. */
  readonly areas: {
    readonly sentences: readonly string[]
    readonly coverage: readonly CoverageFinding[]
  }
  readonly parties: readonly PartyFinding[]
  /** The same in JSON, and the names as they stand within it. */
  readonly partiesText: Uint8Array
  readonly names: readonly Uint8Array[]
  /** Raised by who takes part. */
  readonly flags: readonly RedFlag[]
  readonly resolver: FlagResolver
  /** By the jurisdictions that may hold it: flags that its items have no part in. */
  readonly flagged: Map<string, DealFlags>
  /**
   * Those that raise nothing by themselves, by the same and by what the names of the parties tell: one for
   * all deals that differ in names alone. None where names are held against something else.
   */
  readonly calm: Map<string, DealFlags> | undefined
  /** Stands for what the answer says of the deal beside what rules decide, but for names of parties. */
  readonly said: number
  /** Stands for where each circumstance would be stated, but for names of parties. */
  placesOfAll(): number
  /** Where a circumstance would be stated; `of` is the mark where that is the item. */
  places(circumstance: string): readonly AskedPlace[]
}

/** Every view is made here: what is always of one shape is read faster. */
export function dealViewOf(view: DealView): DealView {
  const { circumstances, sight, seatViews, readSeats, assumptions, areas, parties } = view
  const { partiesText, names, flags, resolver, flagged, calm, said, placesOfAll, places } = view
  return {
    circumstances,
    sight,
    seatViews,
    readSeats,
    assumptions,
    areas,
    parties,
    partiesText,
    names,
    flags,
    resolver,
    flagged,
    calm,
    said,
    placesOfAll,
    places,
  }
}
