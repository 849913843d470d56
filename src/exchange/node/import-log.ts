import { ok, type Problem, type Result } from '../../kernel/index.ts'
import { parseEntryBundle } from '../merkle/entry-bundle.ts'
import { sameHash } from '../merkle/hash.ts'
import { hashesAt, TILE_WIDTH } from '../merkle/tile.ts'
import { timeOfCosignature } from '../note/cosignature.ts'
import { openNote, printNote, type SignedNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { type Head, readHead } from '../store/log-store.ts'
import { absorb } from './absorb.ts'
import { evidenceOf, type ForkEvidence, keepFork, verifyFork } from './fork.ts'
import type { ExchangeNode } from './node.ts'
import { noteRolledBack } from './own-log.ts'
import { quarantine } from './quarantine.ts'
import { firstDifference, overRemoteTree } from './remote-tree.ts'
import type { LogSource } from './source.ts'

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
    const problem = await takeEntries(node, member, source, head.value)
    return problem === undefined ? report('advanced') : report(problem.outcome, problem.problems)
  }
  if (sameHash(log.rootAt(size), root)) {
    if (size < log.size) return report('behind')
    refreshHead(node, member, head.value)
    return report('no-news')
  }
  const fork = await proveFork(node, member, source, head.value)
  return report(fork.outcome, fork.problems)
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
  const isSigned = node.everyCheckpointKey(member).some((needed) => {
    const opened = openNote(head.note, needed)
    return opened.ok && opened.value.length === needed.length
  })
  if (!isSigned) {
    return refuse(
      'checkpoint-not-signed',
      `No key that ${member} has delegated signed the checkpoint.`,
    )
  }
  return ok(head)
}

/** The last time at which another member's witness saw it (milliseconds). */
export function latestWitnessed(
  node: ExchangeNode,
  member: string,
  note: SignedNote,
): number | undefined {
  const times = node.members
    .filter((witness) => witness !== member)
    .flatMap((witness) => witnessTimes(node, witness, note))
  return times.length === 0 ? undefined : Math.max(...times)
}

/** When that member's witness saw the checkpoint, by a key it had then. */
export function witnessTimes(
  node: ExchangeNode,
  witness: string,
  note: SignedNote,
): readonly number[] {
  return note.signatures.flatMap((signature) => {
    const seconds = timeOfCosignature(signature)
    if (seconds === undefined || !signature.name.endsWith('/witness')) return []
    const key = node
      .witnessKeys(witness, seconds * 1000)
      .find(({ name, keyId }) => name === signature.name && keyId === signature.keyId)
    return key?.verify(note.text, signature.signature) === true ? [seconds * 1000] : []
  })
}

interface Failure {
  readonly outcome: 'fork' | 'refused' | 'unreachable'
  readonly problems: readonly Problem[]
}

async function takeEntries(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  head: Head,
): Promise<Failure | undefined> {
  const log = node.log(member)
  const from = log.size
  const entries = await fetchEntries(source, from, head.checkpoint.size)
  if (!entries.ok) return { outcome: 'unreachable', problems: entries.problems }
  // Others may have moved the log on while this waited.
  if (log.size !== from) return { outcome: 'refused', problems: [] }
  const staged = log.stage(entries.value)
  if (!sameHash(staged.root, head.checkpoint.root)) {
    return await proveFork(node, member, source, head)
  }
  if (member === node.member) noteRolledBack(node, head.checkpoint.size)
  log.commit(head.note)
  absorb(node, member, from)
  return undefined
}

/** Entries from one size to another, as they are served: not verified yet. */
async function fetchEntries(
  source: LogSource,
  from: number,
  to: number,
): Promise<Result<readonly Buffer[]>> {
  const entries: Buffer[] = []
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index += 1) {
    const width = Math.min(TILE_WIDTH, hashesAt('entries', to) - index * TILE_WIDTH)
    const bytes = await source.tile({ level: 'entries', index, width })
    const parsed = bytes && parseEntryBundle(bytes, width)
    if (parsed?.ok !== true) {
      const missing = Math.max(from, index * TILE_WIDTH)
      return refuse('entries-missing', `Entries from ${missing} of ${to} do not come.`)
    }
    entries.push(...parsed.value.slice(Math.max(0, from - index * TILE_WIDTH)))
  }
  return ok(entries)
}

/** Either the member signed two histories, or what came is not what it signed. */
async function proveFork(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  other: Head,
): Promise<Failure> {
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
  const verified = found && verifyFork(node, found)
  if (verified?.ok === true) {
    keepFork(node, verified.value)
    const detail = `${member} signed two histories that part after ${verified.value.common} entries.`
    return { outcome: 'fork', problems: refuse('forked', detail).problems }
  }
  const problems = refuse(
    'entries-altered',
    'What is served is not what the checkpoint covers.',
  ).problems
  quarantine(node, { member, problems, content: other.note.text })
  return { outcome: 'refused', problems }
}

/** The same tree, signed or witnessed again: the newer signatures are kept. */
function refreshHead(node: ExchangeNode, member: string, head: Head): void {
  const log = node.log(member)
  if (member === node.member || log.head === undefined) return
  const known = latestWitnessed(node, member, log.head.note) ?? 0
  const isOlder = (latestWitnessed(node, member, head.note) ?? 0) < known
  if (!isOlder && printNote(log.head.note) !== printNote(head.note)) log.commit(head.note)
}
