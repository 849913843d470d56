import { isSignedBy } from '../entry/envelope.ts'
import { fromBase64 } from '../note/base64.ts'
import type {
  DelegationDocument,
  RevocationDocument,
  RootDocument,
  SettlementDocument,
  SignedDocument,
} from './documents.ts'

/** Whose keys count, and when: read out of a set of signed documents, in whatever order they came. */
export interface Trust {
  /** From the pinned version on, oldest first. */
  readonly roots: readonly SignedDocument<RootDocument>[]
  readonly delegations: readonly SignedDocument<DelegationDocument>[]
  readonly revocations: readonly SignedDocument<RevocationDocument>[]
  readonly settlements: readonly SignedDocument<SettlementDocument>[]
  /** The threshold of some version signed two different next versions. */
  readonly rootForkedAt?: number
}

/** A delegation lasts so many months at most. */
const MAX_MONTHS = 13

/**
 * The chain of roots from the one that the operator pinned, each next version signed by the threshold of
 * both; and the delegations and revocations that member roots signed, as are settlements of forks.
 */
export function readTrust(
  pinned: SignedDocument<RootDocument>,
  documents: readonly SignedDocument[],
): Trust {
  const chain = chainOf(pinned, documents.filter(isRoot))
  const signedByMember = ({ document, envelope }: SignedDocument) => {
    if (document.type === 'regime-root') return false
    const holder = chain.roots.findLast((root) => memberOf(root.document, document.member))
    const member = holder && memberOf(holder.document, document.member)
    return (
      member !== undefined &&
      document.regime === pinned.document.regime &&
      hasThreshold(member, envelope)
    )
  }
  const signed = documents.filter(signedByMember)
  return {
    ...chain,
    delegations: signed.filter(isDelegation).filter(({ document }) => isShort(document)),
    revocations: signed.filter(isRevocation),
    settlements: signed.filter(isSettlement),
  }
}

/** A pinned root must carry the signatures of its own threshold. */
export function isSelfSigned({ document, envelope }: SignedDocument<RootDocument>): boolean {
  return isSignedByRegime(document, envelope)
}

export function currentRoot(trust: Trust): RootDocument {
  return (trust.roots.at(-1) as SignedDocument<RootDocument>).document
}

/** The root in force at a time: the newest one issued by then. */
export function rootAt(trust: Trust, at: number): RootDocument {
  const found = trust.roots.findLast(({ document }) => Date.parse(document.issued) <= at)
  return (found ?? (trust.roots[0] as SignedDocument<RootDocument>)).document
}

/** Codes of all members of any version, in order. */
export function allMembers(trust: Trust): readonly string[] {
  const members = trust.roots.flatMap(({ document }) => document.members)
  return [...new Set(members.map(({ member }) => member))].sort()
}

/** What a member's root lets its node do at a time (milliseconds). */
export function delegationsAt(
  trust: Trust,
  member: string,
  at: number,
): readonly DelegationDocument[] {
  return delegationsOf(trust, member).filter(
    ({ notBefore, expires }) => Date.parse(notBefore) <= at && at < Date.parse(expires),
  )
}

export function delegationsOf(trust: Trust, member: string): readonly DelegationDocument[] {
  return trust.delegations
    .map(({ document }) => document)
    .filter((document) => document.member === member)
}

/** All documents that count. */
export function countedDocuments(trust: Trust): readonly SignedDocument[] {
  return [...trust.roots, ...trust.delegations, ...trust.revocations, ...trust.settlements]
}

/** What a member's root said of which history of its log stands, the shortest first. */
export function settlementsOf(trust: Trust, member: string): readonly SettlementDocument[] {
  return trust.settlements
    .map(({ document }) => document)
    .filter((document) => document.member === member)
    .sort((one, other) => one.size - other.size || (one.root < other.root ? -1 : 1))
}

/** From when a key counts for nothing; undefined where it was not revoked. */
export function compromisedAt(trust: Trust, member: string, keyId: string): number | undefined {
  const times = trust.revocations
    .filter(({ document }) => document.member === member && document.keyId === keyId)
    .map(({ document }) => Date.parse(document.compromisedAt))
  return times.length === 0 ? undefined : Math.min(...times)
}

function chainOf(
  pinned: SignedDocument<RootDocument>,
  roots: readonly SignedDocument<RootDocument>[],
): Pick<Trust, 'roots' | 'rootForkedAt'> {
  const chain = [pinned]
  for (let last = pinned; ; ) {
    const { document } = last
    const next = roots.filter(
      (root) =>
        root.document.version === document.version + 1 &&
        root.document.regime === document.regime &&
        isSignedByRegime(document, root.envelope) &&
        isSignedByRegime(root.document, root.envelope),
    )
    const payloads = new Set(next.map(({ envelope }) => envelope.payload.toString('base64')))
    if (payloads.size > 1) return { roots: chain, rootForkedAt: document.version + 1 }
    const [following] = next
    if (following === undefined) return { roots: chain }
    chain.push(following)
    last = following
  }
}

function isSignedByRegime(root: RootDocument, envelope: SignedDocument['envelope']): boolean {
  const signed = root.members.filter((member) => hasThreshold(member, envelope))
  return signed.length >= root.threshold
}

function hasThreshold(
  member: RootDocument['members'][number],
  envelope: SignedDocument['envelope'],
): boolean {
  const keys = [...new Set(member.rootKeys)].map((key) => fromBase64(key) ?? Buffer.alloc(0))
  return keys.filter((key) => isSignedBy(envelope, key)).length >= member.threshold
}

function memberOf(root: RootDocument, code: string): RootDocument['members'][number] | undefined {
  return root.members.find(({ member }) => member === code)
}

function isShort({ notBefore, expires }: DelegationDocument): boolean {
  const latest = new Date(notBefore)
  latest.setUTCMonth(latest.getUTCMonth() + MAX_MONTHS)
  return Date.parse(expires) <= latest.getTime()
}

function isRoot(signed: SignedDocument): signed is SignedDocument<RootDocument> {
  return signed.document.type === 'regime-root'
}

function isDelegation(signed: SignedDocument): signed is SignedDocument<DelegationDocument> {
  return signed.document.type === 'node-delegation'
}

function isRevocation(signed: SignedDocument): signed is SignedDocument<RevocationDocument> {
  return signed.document.type === 'key-revocation'
}

function isSettlement(signed: SignedDocument): signed is SignedDocument<SettlementDocument> {
  return signed.document.type === 'fork-settlement'
}
