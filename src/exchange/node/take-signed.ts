import { fail, ok, type Problem, type Result } from '../../kernel/index.ts'
import { type Envelope, parseEnvelope, signEnvelope } from '../entry/envelope.ts'
import { parseHeader } from '../entry/header.ts'
import { ENTRY_PAYLOAD_TYPE, type EntryPlace, entryDigest } from '../entry/sign-entry.ts'
import { MAX_ENTRY_BYTES } from '../merkle/entry-bundle.ts'
import { refuse } from '../refusal.ts'
import { readBlob } from './absorb.ts'
import { BACK_DATED } from './health.ts'
import { judgeNext, notEntitled, OWN_TYPES, type VerifiedEntry } from './ledger.ts'
import type { ExchangeNode } from './node.ts'
import { appendBytes, mayAppend } from './own-log.ts'

/** Where the next entry of the own log stands: its officer signs that too. */
export function nextPlace(node: ExchangeNode): EntryPlace {
  const { size } = node.log(node.member)
  const place = { regime: node.regime, issuer: node.member, seq: size }
  return size === 0 ? place : { ...place, prev: entryDigest(node.log(node.member).entry(size - 1)) }
}

export interface TakenEntry {
  readonly sequence: number
  readonly digest: string
  /** False where it stood in the log already: the same thing sent twice is added once. */
  readonly added: boolean
}

/**
 * Adds an entry that an officer signed elsewhere to the own log, under the node's signature beside. It is judged as
 * one that came from another member would be, and what would count for nothing is not added. `object` says what
 * the regime has against it.
 */
export async function appendSigned(
  node: ExchangeNode,
  bytes: Uint8Array,
  object: (entry: VerifiedEntry) => readonly Problem[] = () => [],
): Promise<Result<TakenEntry>> {
  const envelope = parseEnvelope(bytes)
  if (!envelope.ok) return envelope
  const before = standingAlready(node, envelope.value)
  if (before !== undefined) return ok(before)
  const allowed = mayAppend(node)
  if (!allowed.ok) return allowed
  const { payload, payloadType, signatures } = envelope.value
  const signed = signEnvelope(payloadType, payload, [node.keys.node], signatures)
  if (signed.length > MAX_ENTRY_BYTES) {
    return refuse(
      'entry-too-large',
      `The signed entry has ${signed.length} bytes of ${MAX_ENTRY_BYTES}.`,
    )
  }
  const judged = await judgeNext(node, signed, nextPlace(node))
  const [first, ...rest] =
    'problems' in judged
      ? judged.problems
      : [...ownProblems(node, payload, judged), ...object(judged)]
  if (first !== undefined) return fail(first, ...rest)
  const added = appendBytes(node, signed, judged.sequence)
  return added.ok ? ok({ sequence: judged.sequence, digest: judged.digest, added: true }) : added
}

/** The entry of the own log that says the same, to the byte, at the place that it names. */
function standingAlready(
  node: ExchangeNode,
  { payload, payloadType }: Envelope,
): TakenEntry | undefined {
  const header = parseHeader(payload)
  const log = node.log(node.member)
  if (!header.ok || payloadType !== ENTRY_PAYLOAD_TYPE || header.value.seq >= log.size) return
  const sequence = header.value.seq
  const bytes = log.entry(sequence)
  const there = parseEnvelope(bytes)
  if (!there.ok || !there.value.payload.equals(payload)) return
  return { sequence, digest: entryDigest(bytes), added: false }
}

/** What others would hold against the node that took it in. */
function ownProblems(
  node: ExchangeNode,
  payload: Buffer,
  { type, officerRole }: VerifiedEntry,
): readonly Problem[] {
  const header = parseHeader(payload)
  if (!header.ok) return header.problems
  const { createdAt, sealed } = header.value
  const problems: Problem[] = []
  if (officerRole === undefined || OWN_TYPES.includes(type)) problems.push(notEntitled(type))
  if (node.now() - Date.parse(createdAt) > BACK_DATED) {
    problems.push({
      code: 'exchange.entry-dated-back',
      detail: `It says ${createdAt}, and all would name it as dated back.`,
      remedy: 'Sign it with the time of now.',
    })
  }
  if (sealed !== undefined && readBlob(node, sealed.digest) === undefined) {
    problems.push({
      code: 'exchange.blob-missing',
      detail: 'The sealed body that it speaks of is not on this node.',
      remedy: 'Seal it where the node is: navicert regime log append --to MEMBER.',
    })
  }
  return problems
}
