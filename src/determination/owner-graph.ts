import { type Decimal, decimal } from '../kernel/index.ts'
import type { GraphParty, Stake } from '../screening/index.ts'
import { claimedNames, NOT_SCREENED, type ScreenedStatus } from './party-status.ts'
import type { Owner, Party } from './transaction-parties.ts'

/** Parties and stated owners as one graph: whoever has the same name is the same. */
export interface OwnerGraph {
  readonly parties: readonly GraphParty[]
  readonly stakes: readonly Stake[]
  /** Some share of some party is held by nobody stated. */
  readonly isUnstated: boolean
  idOf(name: string): string
  nameOf(id: string): string
}

interface Node {
  readonly name: string
  readonly country?: string
  readonly claimed: Set<string>
  isPerson: boolean
  readonly holders: Map<string, Range>
}

interface Range {
  least: Decimal
  most: Decimal
}

/** Owners of owners to this depth; deeper ones are not read, and their shares stay unstated. */
const DEEPEST = 20

export function ownerGraph(
  parties: readonly Party[],
  screened: ReadonlyMap<string, ScreenedStatus>,
  othersUnlisted: boolean,
): OwnerGraph {
  const nodes = new Map<string, Node>()
  for (const party of parties) addNode(nodes, party, 0)
  const mayBeListed = (id: string): boolean => {
    const node = nodes.get(id)
    if (node === undefined) return true
    const { holds, open } = screened.get(node.name) ?? NOT_SCREENED
    return node.claimed.size > 0 || holds.size > 0 || open.size > 0
  }
  return {
    parties: [...nodes].map(([id, node]) => ({
      id,
      name: node.name,
      kind: node.isPerson && node.holders.size === 0 ? 'person' : 'entity',
      ...(node.country === undefined ? {} : { country: node.country }),
      claimedLists: [...node.claimed],
      othersUnlisted: othersUnlisted && !above(nodes, id).some(mayBeListed),
    })),
    stakes: [...nodes].flatMap(([owned, { holders }]) =>
      [...holders].map(
        ([owner, share]): Stake => ({
          owner,
          owned,
          interest: 'ownership',
          share,
          directness: 'direct',
        }),
      ),
    ),
    isUnstated: [...nodes.values()].some(isPartlyStated),
    idOf,
    nameOf: (id) => nodes.get(id)?.name ?? id,
  }
}

function idOf(name: string): string {
  return name.trim().toLowerCase()
}

function addNode(nodes: Map<string, Node>, one: Party | Owner, depth: number): string {
  const id = idOf(one.name)
  const node = nodes.get(id) ?? {
    name: one.name,
    ...(one.country === undefined ? {} : { country: one.country }),
    claimed: new Set<string>(),
    isPerson: one.type === 'individual',
    holders: new Map<string, Range>(),
  }
  nodes.set(id, node)
  node.isPerson &&= one.type === 'individual'
  for (const name of claimedNames(one.claimedStatus)) node.claimed.add(name)
  if (depth >= DEEPEST) return id
  for (const owner of one.owners ?? []) {
    const holder = addNode(nodes, owner, depth + 1)
    const stated = owner.share === undefined ? undefined : decimal(owner.share)
    const share = { least: stated ?? decimal(0), most: stated ?? decimal(1) }
    const before = node.holders.get(holder)
    node.holders.set(holder, before === undefined ? share : widest(before, share))
  }
  return id
}

/** One party in two roles states its owners twice: where the shares differ, either may be right. */
function widest(one: Range, other: Range): Range {
  return {
    least: one.least.lessThan(other.least) ? one.least : other.least,
    most: one.most.greaterThan(other.most) ? one.most : other.most,
  }
}

/** Everybody stated above a party, each once. */
function above(nodes: ReadonlyMap<string, Node>, id: string): readonly string[] {
  const found = new Set<string>()
  const queue = [id]
  for (const next of queue) {
    for (const holder of nodes.get(next)?.holders.keys() ?? []) {
      if (found.has(holder)) continue
      found.add(holder)
      queue.push(holder)
    }
  }
  return [...found]
}

/** Who owns the last owner stated is not asked: that owner itself is screened. */
function isPartlyStated({ holders }: Node): boolean {
  if (holders.size === 0) return false
  const stated = [...holders.values()].reduce((sum, { least }) => sum.plus(least), decimal(0))
  return stated.lessThan(1)
}
