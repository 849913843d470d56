import { currentRoot } from '../trust/trust.ts'
import { missingBlobs } from './absorb.ts'
import { forks } from './fork.ts'
import { latestWitnessed } from './import-log.ts'
import type { Ledger } from './ledger.ts'
import type { ExchangeNode } from './node.ts'
import { rolledBackTo } from './own-log.ts'
import { quarantined } from './quarantine.ts'

/** A fault by its name, and whose it is. */
export interface Fault {
  readonly kind:
    | 'forked'
    | 'rolled-back'
    | 'stale'
    | 'back-dated'
    | 'key-compromised'
    | 'root-forked'
    | 'root-expired'
  readonly member: string
  readonly detail: string
}

export interface Health {
  readonly logs: readonly {
    readonly member: string
    readonly size: number
    readonly root: string
    /** When a witness last saw it. */
    readonly lastWitnessed?: string
  }[]
  readonly faults: readonly Fault[]
  /** What came and was not taken. */
  readonly quarantined: number
  readonly missingBlobs: number
}

const HOUR = 3_600_000
/** A log that no witness has seen for so long: off, or held back by somebody between. */
const STALE = 48 * HOUR

export function healthOf(node: ExchangeNode, ledger: Ledger): Health {
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
    faults: [...lastingFaults(node, ledger), ...passingFaults(node, logs)],
    quarantined: quarantined(node).length,
    missingBlobs: missingBlobs(node).length,
  }
}

/** Faults that every node names alike, since they follow from what all hold. */
export function lastingFaults(node: ExchangeNode, { entries }: Ledger): readonly Fault[] {
  const forked = new Map<string, number>()
  for (const { member, common } of forks(node)) {
    forked.set(member, Math.min(common, forked.get(member) ?? common))
  }
  const { rootForkedAt, revocations } = node.trust
  return [
    ...[...forked].sort().map(([member, common]): Fault => {
      return { kind: 'forked', member, detail: `two histories part after ${common} entries` }
    }),
    ...revocations.map(({ document: { member, keyId, compromisedAt } }): Fault => {
      return { kind: 'key-compromised', member, detail: `${keyId} from ${compromisedAt}` }
    }),
    ...entries.flatMap((entry): readonly Fault[] => {
      const { member, sequence, createdAt, witnessedAt, disputed } = entry
      if (witnessedAt === undefined || disputed === true) return []
      if (Date.parse(witnessedAt) - Date.parse(createdAt) <= STALE) return []
      const detail = `entry ${sequence} says ${createdAt} and was first seen ${witnessedAt}`
      return [{ kind: 'back-dated', member, detail }]
    }),
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
