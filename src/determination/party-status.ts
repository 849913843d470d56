import type { Listing } from '../screening/index.ts'
import { ANYTHING, type KnownSet } from './circumstances.ts'
import type { ClaimedStatus, Party } from './transaction-parties.ts'

/** What screening found of one party's name, reduced to what rules ask. */
export interface ScreenedStatus {
  /** Lists (with `-fn5` for a footnote) that it stands on. */
  readonly holds: ReadonlySet<string>
  /** Lists that it may stand on; `*` where nobody looked. */
  readonly open: ReadonlySet<string>
  /** What the rows demand that were hit. */
  readonly rows?: Listing['rows']
}

export const NOT_SCREENED: ScreenedStatus = { holds: new Set(), open: ANYTHING }

/** `us-entity-list` and, for its footnotes, `us-entity-list-fn5`. */
export function statusNames(list: string, footnotes: readonly number[]): readonly string[] {
  return [list, ...footnotes.map((number) => `${list}-fn${number}`)]
}

export function claimedNames(claimed: readonly ClaimedStatus[] | undefined): readonly string[] {
  return (claimed ?? []).flatMap(({ list, footnotes = [] }) => statusNames(list, footnotes))
}

/** Lists on which any party stands. Without parties nothing is said. */
export function partyStatus(
  parties: readonly Party[],
  screened: (name: string) => ScreenedStatus,
): KnownSet | undefined {
  if (parties.length === 0) return undefined
  const members = new Set<string>()
  const undecided = new Set<string>()
  for (const party of parties) {
    for (const name of claimedNames(party.claimedStatus)) members.add(name)
    const found = screened(party.name)
    for (const name of found.holds) members.add(name)
    for (const name of found.open) undecided.add(name)
  }
  return { members, undecided }
}
