import { parseEnvelope } from '../entry/envelope.ts'
import { parseHeader } from '../entry/header.ts'
import { consistencyProof } from '../merkle/tree.ts'
import { printAddCheckpoint } from '../note/add-checkpoint.ts'
import { isSizeText } from '../note/checkpoint.ts'
import { type NoteSignature, parseSignatureLines, printNote } from '../note/signed-note.ts'
import { FORK_TYPE, WITNESSED_TYPE } from './absorb.ts'
import { forks } from './fork.ts'
import type { ExchangeNode } from './node.ts'
import { append, freshCheckpoint, rolledBackTo } from './own-log.ts'
import { noteWitnessed } from './put-back.ts'
import { quorumTime } from './quorum.ts'
import type { Witness } from './source.ts'
import { latestWitnessed, witnessTimes } from './witness-times.ts'

export interface Publication {
  readonly size: number
  /** Members whose witnesses cosigned. */
  readonly cosigned: readonly string[]
  readonly hasQuorum: boolean
  readonly rolledBackTo?: number
}

/**
 * Has the others witness the own log as it stands. With a quorum, the cosigned checkpoint becomes an entry of
 * the log, so that every node reads the same times out of it for ever.
 */
export async function publish(
  node: ExchangeNode,
  witnesses: readonly Witness[],
): Promise<Publication> {
  publishForks(node)
  const log = node.log(node.member)
  // Also one that has said nothing yet tells what it has seen of others.
  if (node.isDelegated() && rolledBackTo(node) === undefined) freshCheckpoint(node)
  if (log.size === 0) return { size: 0, cosigned: [], hasQuorum: false }
  const first = await gather(node, witnesses)
  const mayWrite = rolledBackTo(node) === undefined && node.isDelegated()
  if (!first.hasQuorum || !mayWrite || !hasUnwitnessed(node)) return first
  recordWitnessed(node)
  // The record is witnessed too, so that the head carries cosignatures; it needs no record of its own.
  await gather(node, witnesses)
  return first
}

/** Cosignatures on the head as it is, which are kept with it. */
async function gather(node: ExchangeNode, witnesses: readonly Witness[]): Promise<Publication> {
  const log = node.log(node.member)
  const { head } = log
  if (head === undefined) return { size: 0, cosigned: [], hasQuorum: false }
  const signatures = [...head.note.signatures]
  const cosigned: string[] = []
  for (const witness of witnesses) {
    const given = await askWitness(node, witness)
    if (given.length > 0) cosigned.push(witness.member)
    signatures.push(...given)
  }
  const known = rolledBackTo(node)
  const whole = { text: head.note.text, signatures }
  const isStill = log.head?.note.text === head.note.text
  if (cosigned.length > 0 && isStill) log.commit(whole)
  return {
    size: head.checkpoint.size,
    cosigned,
    hasQuorum: isStill && quorumTime(node, node.member, whole) !== undefined,
    ...(known === undefined ? {} : { rolledBackTo: known }),
  }
}

/** Every fork found here is told in the own log, once. */
function publishForks(node: ExchangeNode): void {
  const known = forks(node).filter(({ member }) => member !== node.member)
  if (known.length === 0) return
  const told = new Set(
    [...node.log(node.member).entries(0)].flatMap((bytes) => {
      const header = headerOf(bytes)
      if (header?.type !== FORK_TYPE) return []
      const { member, common } = header.body as { readonly member: string; readonly common: number }
      return [`${member} ${common}`]
    }),
  )
  for (const evidence of known) {
    const { member, common } = evidence
    if (told.has(`${member} ${common}`)) continue
    append(node, draftOf(node, FORK_TYPE, `fork-${member}-${common}`, evidence))
  }
}

async function askWitness(node: ExchangeNode, witness: Witness): Promise<readonly NoteSignature[]> {
  const path = `witnessed-by/${witness.member}`
  let oldSize = Number(node.files.read(path)?.toString() ?? 0)
  for (const _ of [1, 2]) {
    const head = node.log(node.member).head
    if (head === undefined || oldSize > head.checkpoint.size) break
    const { size } = head.checkpoint
    const proof = consistencyProof(node.log(node.member).hashes(), oldSize, size)
    const note = { text: head.note.text, signatures: ownSignatures(node, head.note.signatures) }
    const body = Buffer.from(printAddCheckpoint({ oldSize, proof, note }))
    const answer = await witness.addCheckpoint(body)
    if (answer?.status === 200) {
      const given = cosignaturesOf(node, witness.member, note.text, answer.body)
      if (given.length > 0) node.files.write(path, Buffer.from(String(size)))
      return given
    }
    const told = answer?.body.trim() ?? ''
    if (answer?.status !== 409 || !isSizeText(told)) break
    oldSize = Number(told)
    if (oldSize > size) await noteWitnessed(node, witness)
  }
  return []
}

function ownSignatures(
  node: ExchangeNode,
  signatures: readonly NoteSignature[],
): readonly NoteSignature[] {
  return signatures.filter(({ name }) => name === node.originOf(node.member))
}

function cosignaturesOf(
  node: ExchangeNode,
  member: string,
  text: string,
  lines: string,
): readonly NoteSignature[] {
  const parsed = parseSignatureLines(lines)
  if (!parsed.ok) return []
  return parsed.value.filter(
    (signature) => witnessTimes(node, member, { text, signatures: [signature] }).length > 0,
  )
}

/** Whether the log ends in anything but a record of what was witnessed: only then there is more to record. */
function hasUnwitnessed(node: ExchangeNode): boolean {
  const log = node.log(node.member)
  return log.size > 0 && headerOf(log.entry(log.size - 1))?.type !== WITNESSED_TYPE
}

function recordWitnessed(node: ExchangeNode): void {
  const { head } = node.log(node.member)
  if (head === undefined) return
  const at = latestWitnessed(node, node.member, head.note) ?? 0
  const body = { checkpoint: printNote(head.note) }
  append(node, draftOf(node, WITNESSED_TYPE, `witnessed-${head.checkpoint.size}-${at}`, body))
}

function draftOf(node: ExchangeNode, type: string, id: string, body: unknown) {
  return { id, type, schema: `${type}/1`, createdAt: new Date(node.now()).toISOString(), body }
}

function headerOf(bytes: Uint8Array) {
  const envelope = parseEnvelope(bytes)
  const header = envelope.ok ? parseHeader(envelope.value.payload) : envelope
  return header.ok ? header.value : undefined
}
