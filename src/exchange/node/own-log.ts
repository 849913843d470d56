import type { KeyObject } from 'node:crypto'
import { ok, type Problem, type Result } from '../../kernel/index.ts'
import { type EntryDraft, entryDigest, signEntry } from '../entry/sign-entry.ts'
import { printCheckpoint } from '../note/checkpoint.ts'
import { cosignMlDsa } from '../note/cosignature.ts'
import { signNote } from '../note/note-key.ts'
import type { SignedNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { printHead } from './heads.ts'
import type { ExchangeNode } from './node.ts'

/** Adds an entry to the node's own log; it is on the disk, and signed, when this returns. */
export function append(
  node: ExchangeNode,
  draft: EntryDraft,
  officer?: KeyObject,
): Result<{ readonly sequence: number }> {
  const refusal = whyNot(node)
  if (refusal !== undefined) return { ok: false, problems: refusal }
  const log = node.log(node.member)
  const last = log.size === 0 ? undefined : entryDigest(log.entry(log.size - 1))
  const place = {
    regime: node.regime,
    issuer: node.member,
    seq: log.size,
    ...(last === undefined ? {} : { prev: last }),
  }
  const keys = officer === undefined ? { node: node.keys.node } : { node: node.keys.node, officer }
  const bytes = signEntry(draft, place, keys)
  if (!bytes.ok) return bytes
  const { size, root } = log.stage([bytes.value])
  log.commit(signedCheckpoint(node, size, root))
  return ok({ sequence: size - 1 })
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
  const text = printCheckpoint({ origin, size, root, extensions })
  const signatures = [signNote(text, origin, node.keys.node)]
  const { mlDsa44 } = node.keys
  if (mlDsa44 !== undefined) signatures.push(cosignMlDsa(text, origin, mlDsa44))
  return { text, signatures }
}

/** Where the node's disk was put back, its next entry would be a fork. */
const ROLLED_BACK = 'rolled-back'

export function noteRolledBack(node: ExchangeNode, knownSize: number): void {
  if (knownSize <= (rolledBackTo(node) ?? 0)) return
  node.files.write(ROLLED_BACK, Buffer.from(String(knownSize)))
}

/** The size that others have seen of this node's own log, where it is larger than the log itself. */
export function rolledBackTo(node: ExchangeNode): number | undefined {
  const known = Number(node.files.read(ROLLED_BACK)?.toString() ?? 0)
  return known > node.log(node.member).size ? known : undefined
}

function whyNot(node: ExchangeNode): readonly Problem[] | undefined {
  const known = rolledBackTo(node)
  if (known !== undefined) {
    return refuse(
      'rolled-back',
      `Others have seen ${known} entries of this log, which has ${node.log(node.member).size}.`,
      'Take it back from a member first: navicert regime log sync, or log import.',
    ).problems
  }
  if (!node.isDelegated()) {
    return refuse(
      'not-delegated',
      "This node's key is not delegated by its member's root now.",
      'Take in the signed delegation: navicert regime log learn FILE.',
    ).problems
  }
  return undefined
}
