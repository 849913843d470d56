import { digestOf, ok, type Result } from '../../kernel/index.ts'
import { sameHash } from '../merkle/hash.ts'
import { fromBase64, toBase64 } from '../note/base64.ts'
import { openNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { type Head, readHead } from '../store/log-store.ts'
import type { SettlementDocument } from '../trust/documents.ts'
import { settlementsOf } from '../trust/trust.ts'
import { type ForkEvidence, forks } from './fork.ts'
import type { ExchangeNode } from './node.ts'

/** The last word of a member's root on its log; undefined where there was none to say. */
export function lastSettlement(node: ExchangeNode, member: string): SettlementDocument | undefined {
  return settlementsOf(node.trust, member).at(-1)
}

/** What its root would sign for the history of a log that this node holds to stand, up to a size. */
export function settlementDraft(
  node: ExchangeNode,
  member: string,
  size?: number,
): Result<SettlementDocument> {
  if (!node.members.includes(member)) {
    return refuse(
      'not-a-member',
      `There is no member ${member.slice(0, 20)}.`,
      `Members: ${node.members.join(', ')}.`,
    )
  }
  const log = node.log(member)
  const upTo = size ?? log.size
  if (upTo > log.size) {
    return refuse(
      'log-shorter',
      `The log has ${log.size} entries here.`,
      'Name no more with --size.',
    )
  }
  const root = toBase64(log.rootAt(upTo))
  return ok({ type: 'fork-settlement', regime: node.regime, member, size: upTo, root })
}

/** Name of the history that a member's root has settled on: that of its settlements together. */
export function settledName(node: ExchangeNode, member: string): string {
  const settled = settlementsOf(node.trust, member)
  return settled.length === 0 ? member : `${member}.${digestOf(settled).slice(7, 23)}`
}

/** Whether a tree of that size begins as the member's root says, wherever it said so. */
export function agrees(
  node: ExchangeNode,
  member: string,
  size: number,
  rootAt: (size: number) => Uint8Array | undefined,
): boolean {
  return settlementsOf(node.trust, member).every(
    (settled) => settled.size <= size && sameHash(rootAt(settled.size), fromBase64(settled.root)),
  )
}

/** Whether the history that is held here is the one that the member's root says stands. */
export function isStanding(node: ExchangeNode, member: string): boolean {
  const log = node.log(member)
  return (
    agrees(node, member, log.size, (size) => log.rootAt(size)) &&
    (log.head === undefined || isSignedStill(node, member, log.head))
  )
}

/** Whether all keys of some delegation that count at its size signed it. */
export function isSignedStill(
  node: ExchangeNode,
  member: string,
  { note, checkpoint }: Head,
  keys = Number.POSITIVE_INFINITY,
): boolean {
  return node.everyCheckpointKey(member, checkpoint.size).some((all) => {
    const needed = all.slice(0, keys)
    const opened = openNote(note, needed)
    return opened.ok && opened.value.length === needed.length
  })
}

/** Forks of a member that its root has not settled, as this node holds its log. */
export function openForks(node: ExchangeNode, member: string): readonly ForkEvidence[] {
  const own = forks(node).filter((evidence) => evidence.member === member)
  if (!isStanding(node, member)) return own
  return own.filter((evidence) => !isBefore(node, evidence) && isBinding(node, evidence))
}

/** Keeps evidence that holds; false where it shows nothing that was not known. */
export function keepFork(node: ExchangeNode, evidence: ForkEvidence): boolean {
  const { member, common } = evidence
  if (!isBefore(node, evidence) && !isBinding(node, evidence)) return false
  const known = forks(node).some(
    (one) =>
      one.member === member &&
      one.common <= common &&
      isBefore(node, one) === isBefore(node, evidence),
  )
  if (known) return false
  const name = `forks/${member}-${common}-${digestOf(evidence).slice(7, 23)}.json`
  node.files.write(name, Buffer.from(JSON.stringify(evidence)))
  return true
}

/** Whether the histories part where the member's root has said how it went on. */
function isBefore(node: ExchangeNode, { member, common }: ForkEvidence): boolean {
  return common < (lastSettlement(node, member)?.size ?? 0)
}

/** What a lost key signed beyond the settled size is no history of the member. */
function isBinding(node: ExchangeNode, { member, branches }: ForkEvidence): boolean {
  return branches.every(({ checkpoint }) => {
    const head = readHead(Buffer.from(checkpoint))
    return head !== undefined && isSignedStill(node, member, head, 1)
  })
}

/** How many entries of a member's log are beyond dispute; undefined where all are. */
export function undisputed(node: ExchangeNode, member: string): number | undefined {
  const common = openForks(node, member).map((evidence) => evidence.common)
  const settled = lastSettlement(node, member)
  // The standing history has not come yet.
  if (settled !== undefined && !isStanding(node, member)) common.push(settled.size)
  return common.length === 0 ? undefined : Math.min(...common)
}
