import { ok, type Problem, type Result } from '../../kernel/index.ts'
import { sameHash } from '../merkle/hash.ts'
import { printNote, type SignedNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { type Head, readHead } from '../store/log-store.ts'
import { evidenceOf, type ForkEvidence, verifyFork } from './fork.ts'
import type { ExchangeNode } from './node.ts'
import { quarantine } from './quarantine.ts'
import { firstDifference, overRemoteTree } from './remote-tree.ts'
import { isSignedStill, isStanding, keepFork, lastSettlement, openForks } from './settled.ts'
import type { LogSource } from './source.ts'
import { type Taken, takeEntries, takeStanding } from './take-entries.ts'
import { latestWitnessed } from './witness-times.ts'

/** What one look at one log brought. */
export interface ImportReport {
  readonly member: string
  readonly outcome: 'advanced' | 'no-news' | 'behind' | 'fork' | 'refused' | 'unreachable'
  readonly from: number
  readonly to: number
  readonly problems: readonly Problem[]
}

/**
 * Takes what is new in a log, from whoever serves it. In order: the root is in force, the checkpoint is the
 * member's, it goes on from the head known here, every entry stands in it; only then it becomes the head, in
 * one step. What the entries are worth is read from them afterwards, by `readLedger`.
 */
export async function importLog(
  node: ExchangeNode,
  member: string,
  source: LogSource,
): Promise<ImportReport> {
  const from = node.log(member).size
  const report = (outcome: ImportReport['outcome'], problems: readonly Problem[] = []) => ({
    member,
    outcome,
    from,
    to: node.log(member).size,
    problems,
  })
  if (node.isFrozen()) {
    return report('refused', refuse('root-expired', "The regime's root has expired.").problems)
  }
  const bytes = await source.checkpoint()
  if (bytes === undefined) return report('unreachable')
  const head = openHead(node, member, bytes)
  if (!head.ok) {
    quarantine(node, { member, problems: head.problems, content: bytes.toString('utf8') })
    return report('refused', head.problems)
  }
  const { size, root } = head.value.checkpoint
  const log = node.log(member)
  if (size > log.size) {
    const taken = await alone(node, member, () => takeEntries(node, member, source, head.value))
    if (taken === 'taken') return report('advanced', lostBefore(node, member))
    if (taken === 'moved') return report('refused')
    if (taken !== 'altered') return report('unreachable', taken.missing)
  } else if (sameHash(log.rootAt(size), root)) {
    if (size < log.size) return report('behind')
    refreshHead(node, member, head.value)
    return report('no-news')
  }
  const fork = await proveFork(node, member, source, head.value)
  if (fork === undefined) {
    const altered = refuse('entries-altered', 'What is served is not what the checkpoint covers.')
    quarantine(node, { member, problems: altered.problems, content: head.value.note.text })
    return report('refused', altered.problems)
  }
  const standing = await goOverTo(node, member, source, { head: head.value, fork })
  if (standing === 'taken') return report('advanced')
  const { common } = fork
  const detail = `${member} signed two histories that part after ${common} entries.`
  const isSettled = !openForks(node, member).some((one) => one.common <= common)
  return report(isSettled ? 'behind' : 'fork', isSettled ? [] : refuse('forked', detail).problems)
}

/** Nobody else writes in the own log: what came of it was here before, on this disk or another. */
function lostBefore(node: ExchangeNode, member: string): readonly Problem[] {
  if (member !== node.member) return []
  const detail = 'Entries of the own log came back from others: this disk did not have them.'
  return refuse('rolled-back', detail).problems
}

/** The history that is served, where the member's root has settled on it and on another than the one held here. */
async function goOverTo(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  found: { readonly head: Head; readonly fork: ForkEvidence },
): Promise<Taken | undefined> {
  const { head, fork } = found
  if (isStanding(node, member) || lastSettlement(node, member) === undefined) return undefined
  if (!isSignedStill(node, member, head)) return undefined
  const given = { head, common: fork.common }
  return await alone(node, member, () => takeStanding(node, member, source, given))
}

/** Two that write behind one head at once would write over each other. */
async function alone(
  node: ExchangeNode,
  member: string,
  take: () => Promise<Taken>,
): Promise<Taken> {
  if (node.importing.has(member)) return 'moved'
  node.importing.add(member)
  try {
    return await take()
  } finally {
    node.importing.delete(member)
  }
}

/** The checkpoint, if all keys of a delegation of that member signed it. */
export function openHead(node: ExchangeNode, member: string, bytes: Uint8Array): Result<Head> {
  const head = readHead(bytes)
  if (head === undefined) return refuse('checkpoint-malformed', 'It is no signed checkpoint.')
  if (head.checkpoint.origin !== node.originOf(member)) {
    return refuse(
      'checkpoint-of-another-log',
      `It is not a checkpoint of ${node.originOf(member)}.`,
    )
  }
  if (!isSignedStill(node, member, head)) {
    return refuse(
      'checkpoint-not-signed',
      `No key that ${member} has delegated, and not lost, signed the checkpoint.`,
    )
  }
  return ok(head)
}

/** That the member signed two histories, proven and kept; undefined where what came is not what it signed. */
async function proveFork(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  other: Head,
): Promise<ForkEvidence | undefined> {
  const log = node.log(member)
  const own = log.head
  const found =
    own &&
    (await overRemoteTree(source, other.checkpoint.size, (hashes): ForkEvidence | undefined => {
      const both = Math.min(log.size, other.checkpoint.size)
      const common = firstDifference(log.hashes(), hashes, both)
      if (common === undefined) return undefined
      return evidenceOf(
        member,
        common,
        { head: own, hashes: log.hashes() },
        { head: other, hashes },
      )
    }))
  if (found === undefined || !verifyFork(node, found).ok) return undefined
  keepFork(node, found)
  return found
}

/** The same tree, signed or witnessed again: the newer signatures are kept. */
function refreshHead(node: ExchangeNode, member: string, head: Head): void {
  const log = node.log(member)
  if (member === node.member) return
  const witnessed = (note: SignedNote) => latestWitnessed(node, member, note) ?? 0
  const { note } = log.head ?? {}
  const isOlder = note !== undefined && witnessed(head.note) < witnessed(note)
  const isSame = note !== undefined && printNote(note) === printNote(head.note)
  if (!isOlder && !isSame) log.commit(head.note)
}
