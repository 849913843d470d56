import type { KeyObject } from 'node:crypto'
import { ok, type Result } from '../../kernel/index.ts'
import { type EntryDraft, entryDigest, signEntry } from '../entry/sign-entry.ts'
import { printCheckpoint } from '../note/checkpoint.ts'
import { cosignMlDsa } from '../note/cosignature.ts'
import { signNote } from '../note/note-key.ts'
import type { SignedNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { evidenceDigest, printEvidence } from './evidence.ts'
import { printHead } from './heads.ts'
import type { ExchangeNode } from './node.ts'
import { isStanding, settledName } from './settled.ts'

/** Adds an entry to the node's own log; it is on the disk, and signed, when this returns. */
export function append(
  node: ExchangeNode,
  draft: EntryDraft,
  officer?: KeyObject,
): Result<{ readonly sequence: number }> {
  const { size } = node.log(node.member)
  const added = appendAll(node, [draft], officer)
  return added.ok ? ok({ sequence: size }) : added
}

/** Adds several under one checkpoint: all of them, or none. */
export function appendAll(
  node: ExchangeNode,
  drafts: Iterable<EntryDraft>,
  officer?: KeyObject,
): Result<undefined> {
  const allowed = mayAppend(node)
  if (!allowed.ok) return allowed
  const log = node.log(node.member)
  const keys = officer === undefined ? { node: node.keys.node } : { node: node.keys.node, officer }
  const staging = log.staging()
  let last = log.size === 0 ? undefined : entryDigest(log.entry(log.size - 1))
  for (const draft of drafts) {
    const place = {
      regime: node.regime,
      issuer: node.member,
      seq: staging.size(),
      ...(last === undefined ? {} : { prev: last }),
    }
    const bytes = signEntry(draft, place, keys)
    if (!bytes.ok) return bytes
    staging.append(bytes.value)
    last = entryDigest(bytes.value)
  }
  const { size, root } = staging.finish()
  log.commit(signedCheckpoint(node, size, root))
  return ok(undefined)
}

/** Adds an entry signed already, where the log still ends before its place. */
export function appendBytes(
  node: ExchangeNode,
  bytes: Uint8Array,
  sequence: number,
): Result<undefined> {
  const allowed = mayAppend(node)
  if (!allowed.ok) return allowed
  const log = node.log(node.member)
  if (log.size !== sequence) {
    return refuse(
      'entry-out-of-sequence',
      `The log has ${log.size} entries by now, and it says ${sequence}.`,
    )
  }
  const { size, root } = log.stage([bytes])
  log.commit(signedCheckpoint(node, size, root))
  return ok(undefined)
}

/** The checkpoint of the own log as it stands, with what is known of the others' now. */
export function freshCheckpoint(node: ExchangeNode): void {
  const log = node.log(node.member)
  log.commit(signedCheckpoint(node, log.size, log.rootAt(log.size)))
}

function signedCheckpoint(node: ExchangeNode, size: number, root: Buffer): SignedNote {
  const origin = node.originOf(node.member)
  const extensions = node.members
    .filter((member) => member !== node.member && node.log(member).size > 0)
    .map((member) => {
      const { size: seen, head } = node.log(member)
      return printHead({ member, size: seen, root: head?.checkpoint.root ?? Buffer.alloc(32) })
    })
  extensions.push(printEvidence(evidenceDigest(node)))
  const text = printCheckpoint({ origin, size, root, extensions })
  const signatures = [signNote(text, origin, node.keys.node)]
  const { mlDsa44 } = node.keys
  if (mlDsa44 !== undefined) signatures.push(cosignMlDsa(text, origin, mlDsa44))
  return { text, signatures }
}

/** Where the node's disk was put back, its next entry would be a fork, unless its root settles on what is left. */
function rolledBackFile(node: ExchangeNode): string {
  return `rolled-back/${settledName(node, node.member)}`
}

export function noteRolledBack(node: ExchangeNode, knownSize: number): void {
  if (knownSize <= (rolledBackTo(node) ?? 0)) return
  node.files.write(rolledBackFile(node), Buffer.from(String(knownSize)))
}

/** The size that others have seen of this node's own log, where it is larger than the log itself. */
export function rolledBackTo(node: ExchangeNode): number | undefined {
  const known = Number(node.files.read(rolledBackFile(node))?.toString() ?? 0)
  return known > node.log(node.member).size ? known : undefined
}

/** Whether this node may write in its member's name now. */
export function mayAppend(node: ExchangeNode): Result<undefined> {
  const known = rolledBackTo(node)
  if (known !== undefined) {
    return refuse(
      'rolled-back',
      `Others have seen ${known} entries of this log, which has ${node.log(node.member).size}.`,
      'Take it back from a member first: navicert regime log sync, or log import.',
    )
  }
  if (!isStanding(node, node.member)) {
    return refuse(
      'settled-otherwise',
      'The root of this member has settled on another history of its log than this one.',
      'Take that one from a member first: navicert regime log sync, or log import.',
    )
  }
  if (node.importing.has(node.member)) {
    return refuse('own-log-comes', 'The own log is being taken back from another member.')
  }
  if (!node.isDelegated()) {
    return refuse(
      'not-delegated',
      "This node's key is not delegated by its member's root now.",
      'Take in the signed delegation: navicert regime log learn FILE.',
    )
  }
  return ok(undefined)
}
