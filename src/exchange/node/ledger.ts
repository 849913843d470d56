import { createHash } from 'node:crypto'
import { canonicalJson, type Digest, type Problem } from '../../kernel/index.ts'
import type { LedgerEntry } from '../../regime/index.ts'
import { readEntry, signersOf } from '../entry/check-entry.ts'
import { unknownFields } from '../entry/header.ts'
import { type EntryPlace, entryDigest } from '../entry/sign-entry.ts'
import { openBody } from '../sealed/seal.ts'
import { DOCUMENT_TYPE, FORK_TYPE, readBlob, WITNESSED_TYPE } from './absorb.ts'
import { type LoggedEntry, readLog } from './logged-entry.ts'
import { NamedElsewhere } from './named-elsewhere.ts'
import type { ExchangeNode } from './node.ts'
import { isStanding, lastSettlement } from './settled.ts'
import { WitnessedTimes } from './witnessed.ts'

/** One verified entry of one member's log, as the regime reads it. */
export interface VerifiedEntry extends LedgerEntry {
  /** Fields that this version does not know: kept in the log, and named. */
  readonly unknownFields?: readonly string[]
  /** Version of the root to whose members its body is sealed. */
  readonly sealedUnder?: number
}

/** An entry that stands in a log and counts for nothing, with the reason. */
export interface RefusedLogEntry {
  readonly member: string
  readonly sequence: number
  readonly digest: Digest
  readonly type?: string
  readonly problems: readonly Problem[]
}

export interface Ledger {
  readonly entries: readonly VerifiedEntry[]
  readonly refused: readonly RefusedLogEntry[]
}

/** Messages of the exchange itself, which the node sends alone. */
export const OWN_TYPES: readonly string[] = [DOCUMENT_TYPE, FORK_TYPE, WITNESSED_TYPE]

/**
 * All logs as this node holds them, each entry judged by keys, roles, times, references and policy: a
 * function of what it holds, and not of the order in which that came.
 */
export async function readLedger(node: ExchangeNode): Promise<Ledger> {
  const entries: VerifiedEntry[] = []
  const refused: RefusedLogEntry[] = []
  for await (const judged of judgeAll(node)) {
    if ('problems' in judged) refused.push(judged)
    else entries.push(judged)
  }
  return { entries, refused }
}

/**
 * As {@link readLedger}, one after the other: of the logs only times are held, and what entries say of each other,
 * so that millions of them take no more memory than thousands.
 */
export async function* judgeAll(
  node: ExchangeNode,
): AsyncGenerator<VerifiedEntry | RefusedLogEntry> {
  const named = new NamedElsewhere()
  const timesOf = new Map<string, WitnessedTimes>()
  for (const member of node.members) {
    const times = new WitnessedTimes(node, member)
    timesOf.set(member, times)
    const { size } = node.log(member)
    for (const one of readLog(node, member)) {
      times.see(one)
      named.see(member, one, size)
    }
    named.closeLog(member)
  }
  named.find(node)
  for (const [member, times] of timesOf) {
    const ids = new Set<string>()
    const standing = new Map<Digest, Standing>()
    const settled = isStanding(node, member) ? (lastSettlement(node, member)?.size ?? 0) : 0
    for (const one of readLog(node, member)) {
      yield await judge(node, member, one, {
        witnessedAt: times.of(one.sequence),
        named,
        ids,
        standing,
        isSettled: one.sequence < settled,
      })
    }
  }
}

/** What an entry would be worth where the own log ends, judged as all are, and as if witnesses saw it now. */
export async function judgeNext(
  node: ExchangeNode,
  bytes: Uint8Array,
  place: EntryPlace,
): Promise<VerifiedEntry | RefusedLogEntry> {
  const digest = entryDigest(bytes)
  const next = { ...readEntry(bytes, place), sequence: place.seq, digest, isDisputed: false }
  const named = new NamedElsewhere()
  for (const member of node.members) {
    const { size } = node.log(member)
    for (const one of readLog(node, member)) named.see(member, one, size)
  }
  named.see(node.member, next, 1)
  named.find(node)
  const so = {
    ...{ witnessedAt: node.now(), named, isSettled: false },
    ...{ ids: new Set<string>(), standing: new Map<Digest, Standing>() },
  }
  for (const one of readLog(node, node.member)) await judge(node, node.member, one, so)
  return await judge(node, node.member, next, so)
}

/** What every honest node agrees on: entries beyond dispute, with who signed and when they were seen. */
export function ledgerDigest({ entries }: Pick<Ledger, 'entries'>): Digest {
  const digest = new RunningDigest()
  for (const entry of entries) digest.see(entry)
  return digest.done()
}

/** As {@link ledgerDigest}, entry by entry: the text that is hashed, an array of them, is never held whole. */
export class RunningDigest {
  readonly #hash = createHash('sha256').update('[')
  #isFirst = true

  see({ body: _, ...entry }: VerifiedEntry): void {
    if (entry.disputed !== undefined) return
    this.#hash.update(`${this.#isFirst ? '' : ','}${canonicalJson(entry)}`)
    this.#isFirst = false
  }

  done(): Digest {
    return `sha256:${this.#hash.update(']').digest('hex')}` as Digest
  }
}

interface Circumstances {
  /** Milliseconds. */
  readonly witnessedAt: number | undefined
  readonly named: NamedElsewhere
  /** Of this log so far, those that may stand in it twice. */
  readonly ids: Set<string>
  /** Entries of this log so far that others are put in the place of, and nothing yet. */
  readonly standing: Map<Digest, Standing>
  readonly isSettled: boolean
}

interface Standing {
  readonly type: string
  readonly isDisputed: boolean
}

async function judge(
  node: ExchangeNode,
  member: string,
  one: LoggedEntry,
  { witnessedAt, named, ids, standing, isSettled }: Circumstances,
): Promise<VerifiedEntry | RefusedLogEntry> {
  const { sequence, digest, header, envelope } = one
  const refusal = (problems: readonly Problem[]): RefusedLogEntry => ({
    member,
    sequence,
    digest,
    ...(header === undefined ? {} : { type: header.type }),
    problems,
  })
  if (header === undefined || envelope === undefined || one.problems.length > 0) {
    return refusal(one.problems)
  }
  const at = witnessedAt ?? Date.parse(header.createdAt)
  const given = { member, at, witnessed: witnessedAt !== undefined, isSettled }
  const { officerRoles, problems } = signersOf(envelope, node.trust, given)
  const [officerRole] = officerRoles
  const own = OWN_TYPES.includes(header.type)
  const reasons = [
    ...problems,
    ...(own || node.policy.mayEnter(header.type, officerRoles) ? [] : [notEntitled(header.type)]),
    ...(ids.has(header.id) ? [twice(header.id)] : []),
    ...supersededWrongly(node, one, standing),
    ...header.refs.filter((reference) => !named.isThere(reference)).map(unknownReference),
  ]
  if (reasons.length > 0) return refusal(reasons)
  if (named.mayRepeat(member, header.id)) ids.add(header.id)
  const body = await bodyOf(node, one)
  const wrong =
    own || body.value === undefined ? [] : node.policy.check(header.type, header.schema, body.value)
  if (body.problems.length + wrong.length > 0) return refusal([...body.problems, ...wrong])
  const { supersedes } = header
  if (supersedes !== undefined) standing.delete(supersedes)
  if (named.isReplaced(digest))
    standing.set(digest, { type: header.type, isDisputed: one.isDisputed })
  const unknown = unknownFields(header)
  const epoch = header.sealed === undefined ? undefined : header.audience.epoch
  return {
    member,
    sequence,
    digest,
    type: header.type,
    createdAt: header.createdAt,
    ...(witnessedAt === undefined ? {} : { witnessedAt: new Date(witnessedAt).toISOString() }),
    ...(officerRole === undefined ? {} : { officerRole }),
    references: header.refs,
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(body.value === undefined ? {} : { body: body.value }),
    ...(one.isDisputed ? { disputed: true } : {}),
    ...(epoch === undefined ? {} : { sealedUnder: epoch }),
    ...(unknown.length === 0 ? {} : { unknownFields: unknown }),
  }
}

/** An entry takes the place only of one of its own log and type that stands there, and where the regime lets it. */
function supersededWrongly(
  node: ExchangeNode,
  { header, isDisputed }: LoggedEntry,
  standing: ReadonlyMap<Digest, Standing>,
): readonly Problem[] {
  if (header?.supersedes === undefined) return []
  const before = standing.get(header.supersedes)
  const fits = before?.type === header.type && node.policy.maySupersede(header.type)
  // What is in dispute takes the place of nothing that is not.
  if (fits && (before.isDisputed || !isDisputed)) return []
  const detail = `It cannot stand in the place of ${header.supersedes}: no entry of this log and type that stands, or a type that stays as it was said.`
  return [{ code: 'exchange.supersedes-nothing', detail }]
}

interface OpenedBody {
  /** Absent where it is sealed to others, or has not come. */
  readonly value?: unknown
  readonly problems: readonly Problem[]
}

async function bodyOf(node: ExchangeNode, { header }: LoggedEntry): Promise<OpenedBody> {
  const sealed = header?.sealed
  if (sealed === undefined) return { value: header?.body, problems: [] }
  if (node.opened.has(sealed.digest)) return { value: node.opened.get(sealed.digest), problems: [] }
  const blob = readBlob(node, sealed.digest)
  if (blob === undefined || node.keys.seal === undefined) return { problems: [] }
  const opened = await openBody(blob, sealed, node.keys.seal)
  if (!opened.ok) return { problems: opened.problems }
  node.opened.set(sealed.digest, opened.value?.body, sealed.size)
  return { value: opened.value?.body, problems: [] }
}

export function notEntitled(type: string): Problem {
  return {
    code: 'exchange.not-entitled',
    detail: `Nobody who signed it may send ${JSON.stringify(type)}, or this version does not know it.`,
  }
}

function twice(id: string): Problem {
  return {
    code: 'exchange.entry-twice',
    detail: `The log has an entry ${JSON.stringify(id)} already.`,
  }
}

function unknownReference(reference: Digest): Problem {
  return {
    code: 'exchange.reference-missing',
    detail: `It speaks of ${reference}, which has not come.`,
  }
}
