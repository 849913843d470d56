import { type Decimal, decimal, parseDecimal } from '../kernel/index.ts'
import { ANYTHING, type KnownSet } from './circumstances.ts'
import type { ClaimedStatus, Owner, Party } from './transaction-parties.ts'

/** What screening found of one party's name, reduced to what rules ask. */
export interface ScreenedStatus {
  /** Lists (with `-fn5` for a footnote) that it stands on. */
  readonly holds: ReadonlySet<string>
  /** Lists that it may stand on; `*` where nobody looked. */
  readonly open: ReadonlySet<string>
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

/**
 * Lists on which owners stand whose shares reach the threshold of the law together, for any party.
 * Shares that nobody stated may be anybody's: they leave a list open that they could carry over it.
 */
export function ownerStatus(
  parties: readonly Party[],
  screened: (name: string) => ScreenedStatus,
  threshold: string | undefined,
): KnownSet | undefined {
  if (parties.length === 0) return undefined
  const limit = threshold === undefined ? undefined : parseDecimal(threshold)
  if (limit?.ok !== true) return { members: new Set(), undecided: ANYTHING }
  const members = new Set<string>()
  const undecided = new Set<string>()
  for (const { owners, type } of parties) {
    // A natural person is nobody's property.
    if (type === 'individual') continue
    if (owners === undefined) undecided.add('*')
    else addOwned(owners, screened, limit.value, members, undecided)
  }
  return { members, undecided }
}

/**
 * Shares on one list add up to a member. Shares on several lists together only leave those lists open:
 * whether the law adds them up is for its own words.
 */
function addOwned(
  owners: readonly Owner[],
  screened: (name: string) => ScreenedStatus,
  limit: Decimal,
  members: Set<string>,
  undecided: Set<string>,
): void {
  const held = new Map<string, Decimal>()
  const open = new Set<string>()
  let stated = decimal(0)
  let listed = decimal(0)
  for (const owner of owners) {
    const share = decimal(owner.share ?? 0)
    const found = screened(owner.name)
    const names = new Set([...claimedNames(owner.claimedStatus), ...found.holds])
    stated = stated.plus(share)
    if (names.size > 0 || found.open.size > 0) listed = listed.plus(share)
    for (const name of names) held.set(name, (held.get(name) ?? decimal(0)).plus(share))
    for (const name of found.open) open.add(name)
  }
  const rest = decimal(1).minus(stated)
  for (const [name, share] of held) {
    if (share.greaterThanOrEqualTo(limit)) members.add(name)
    else open.add(name)
  }
  if (rest.greaterThanOrEqualTo(limit)) undecided.add('*')
  if (listed.plus(rest).lessThan(limit)) return
  for (const name of open) undecided.add(name)
}
