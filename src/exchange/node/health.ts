import type { Digest } from '../../kernel/index.ts'
import { currentRoot, rootAt } from '../trust/trust.ts'
import { missingBlobs, WITNESSED_TYPE } from './absorb.ts'
import { type ForkEvidence, forks } from './fork.ts'
import { judgeAll, type Ledger, RunningDigest, type VerifiedEntry } from './ledger.ts'
import type { ExchangeNode } from './node.ts'
import { rolledBackTo } from './own-log.ts'
import { quarantined } from './quarantine.ts'
import { openForks } from './settled.ts'
import { latestWitnessed } from './witness-times.ts'

/** A fault by its name, and whose it is. */
export interface Fault {
  readonly kind:
    | 'forked'
    | 'rolled-back'
    | 'stale'
    | 'back-dated'
    | 'epoch-passed'
    | 'key-compromised'
    | 'root-forked'
    | 'root-expired'
  readonly member: string
  readonly detail: string
}

/** Where two histories of a member's log part. */
export interface Parting {
  readonly member: string
  readonly common: number
}

export interface Health {
  readonly logs: readonly {
    readonly member: string
    readonly size: number
    readonly root: string
    /** When a witness last saw it. */
    readonly lastWitnessed?: string
  }[]
  /** Of what counts: two nodes that hold the same say the same. */
  readonly digest: Digest
  readonly faults: readonly Fault[]
  /** Forks that the member's root has settled. */
  readonly settled: readonly Parting[]
  /** What came and was not taken. */
  readonly quarantined: number
  readonly missingBlobs: number
}

const HOUR = 3_600_000
/** A log that no witness has seen for so long: off, or held back by somebody between. */
const STALE = 48 * HOUR
/** An entry that witnesses first saw so long after the time that it says. */
export const BACK_DATED = 48 * HOUR

export function healthOf(node: ExchangeNode, { entries }: Pick<Ledger, 'entries'>): Health {
  return healthBy(node, entriesRead(node, entries))
}

/** As {@link healthOf}, of all that this node holds, which is read entry by entry and never held. */
export async function readHealth(node: ExchangeNode): Promise<Health> {
  const read = new EntriesRead(node)
  for await (const judged of judgeAll(node)) if (!('problems' in judged)) read.see(judged)
  return healthBy(node, read)
}

function healthBy(node: ExchangeNode, read: EntriesRead): Health {
  const logs = node.members.map((member) => {
    const { head, size } = node.log(member)
    const seen = head && latestWitnessed(node, member, head.note)
    return {
      member,
      size,
      root: head?.checkpoint.root.toString('hex') ?? '',
      ...(seen === undefined ? {} : { lastWitnessed: new Date(seen).toISOString() }),
    }
  })
  return {
    logs,
    digest: read.digest.done(),
    faults: [...faultsBy(node, read), ...passingFaults(node, logs)],
    settled: settledForks(node),
    quarantined: quarantined(node).length,
    missingBlobs: missingBlobs(node).length,
  }
}

/** What of each entry health goes by, taken as it is read. */
class EntriesRead {
  readonly digest = new RunningDigest()
  readonly backDated: Fault[] = []
  readonly epochPassed: Fault[] = []
  readonly #node: ExchangeNode

  constructor(node: ExchangeNode) {
    this.#node = node
  }

  see(entry: VerifiedEntry): void {
    this.digest.see(entry)
    const { member, sequence, type, createdAt, witnessedAt, sealedUnder, disputed } = entry
    if (witnessedAt === undefined || disputed === true) return
    const late = Date.parse(witnessedAt) - Date.parse(createdAt)
    // What its witnesses saw is recorded after they did, and seen with the next news: days later in a quiet log.
    if (type !== WITNESSED_TYPE && late > BACK_DATED) {
      const detail = `entry ${sequence} says ${createdAt} and was first seen ${witnessedAt}`
      this.backDated.push({ kind: 'back-dated', member, detail })
    }
    if (sealedUnder === undefined) return
    const { version } = rootAt(this.#node.trust, Date.parse(witnessedAt))
    if (sealedUnder >= version) return
    const detail = `entry ${sequence} was sealed under root version ${sealedUnder}, and version ${version} was in force`
    this.epochPassed.push({ kind: 'epoch-passed', member, detail })
  }
}

function entriesRead(node: ExchangeNode, entries: readonly VerifiedEntry[]): EntriesRead {
  const read = new EntriesRead(node)
  for (const entry of entries) read.see(entry)
  return read
}

/** Faults that every node names alike, since they follow from what all hold. */
export function lastingFaults(
  node: ExchangeNode,
  { entries }: Pick<Ledger, 'entries'>,
): readonly Fault[] {
  return faultsBy(node, entriesRead(node, entries))
}

function faultsBy(
  node: ExchangeNode,
  { backDated, epochPassed }: Pick<EntriesRead, 'backDated' | 'epochPassed'>,
): readonly Fault[] {
  const forked = partings(forks(node).filter((one) => isOpen(node, one)))
  const { rootForkedAt, revocations } = node.trust
  return [
    ...forked.map(({ member, common }): Fault => {
      return { kind: 'forked', member, detail: `two histories part after ${common} entries` }
    }),
    ...revocations.map(({ document: { member, keyId, compromisedAt } }): Fault => {
      return { kind: 'key-compromised', member, detail: `${keyId} from ${compromisedAt}` }
    }),
    ...backDated,
    ...epochPassed,
    ...(rootForkedAt === undefined
      ? []
      : [
          {
            kind: 'root-forked' as const,
            member: '',
            detail: `two roots of version ${rootForkedAt}`,
          },
        ]),
  ]
}

/** Where each member's histories first part. */
function partings(found: readonly ForkEvidence[]): readonly Parting[] {
  const first = new Map<string, number>()
  for (const { member, common } of found) {
    first.set(member, Math.min(common, first.get(member) ?? common))
  }
  return [...first].map(([member, common]) => ({ member, common })).sort(byMember)
}

function byMember(one: Parting, other: Parting): number {
  return one.member < other.member ? -1 : 1
}

/** Forks that their member's root has ended by saying which history stands: past faults, never forgotten. */
export function settledForks(node: ExchangeNode): readonly Parting[] {
  return partings(forks(node).filter((one) => !isOpen(node, one)))
}

function isOpen(node: ExchangeNode, { member, common }: ForkEvidence): boolean {
  return openForks(node, member).some((one) => one.common === common)
}

function passingFaults(node: ExchangeNode, logs: Health['logs']): readonly Fault[] {
  const now = node.now()
  const known = rolledBackTo(node)
  const { expires } = currentRoot(node.trust)
  return [
    ...logs.flatMap(({ member, lastWitnessed }): readonly Fault[] => {
      if (lastWitnessed !== undefined && now - Date.parse(lastWitnessed) <= STALE) return []
      const detail =
        lastWitnessed === undefined ? 'never witnessed' : `last witnessed ${lastWitnessed}`
      return [{ kind: 'stale', member, detail }]
    }),
    ...(known === undefined
      ? []
      : [
          {
            kind: 'rolled-back' as const,
            member: node.member,
            detail: `others have seen ${known} entries of it, and ${node.log(node.member).size} are here`,
          },
        ]),
    ...(node.isFrozen()
      ? [{ kind: 'root-expired' as const, member: '', detail: `the root expired ${expires}` }]
      : []),
  ]
}
