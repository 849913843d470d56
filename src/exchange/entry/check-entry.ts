import type { Problem } from '../../kernel/index.ts'
import { fromBase64 } from '../note/base64.ts'
import { compromisedAt, delegationsAt, type Trust } from '../trust/trust.ts'
import { type Envelope, isSignedBy, keyIdOfEd25519, parseEnvelope } from './envelope.ts'
import { type EntryHeader, parseHeader } from './header.ts'
import { ENTRY_PAYLOAD_TYPE, type EntryPlace } from './sign-entry.ts'

/** An entry's bytes, read: what it says, and what is wrong with its form or place. */
export interface ReadEntry {
  readonly header?: EntryHeader
  readonly envelope?: Envelope
  readonly problems: readonly Problem[]
}

/** Form and place of an entry: depends on its bytes and the entry before it alone. */
export function readEntry(bytes: Uint8Array, place: EntryPlace): ReadEntry {
  const envelope = parseEnvelope(bytes)
  if (!envelope.ok) return { problems: envelope.problems }
  if (envelope.value.payloadType !== ENTRY_PAYLOAD_TYPE) {
    return { problems: [problem('entry-unreadable', 'The envelope holds no entry.')] }
  }
  const header = parseHeader(envelope.value.payload)
  if (!header.ok) return { envelope: envelope.value, problems: header.problems }
  return {
    envelope: envelope.value,
    header: header.value,
    problems: placeProblems(header.value, place),
  }
}

function placeProblems(header: EntryHeader, place: EntryPlace): readonly Problem[] {
  const problems: Problem[] = []
  if (header.regime !== place.regime || header.issuer !== place.issuer) {
    const says = `${header.regime}/${header.issuer}`.slice(0, 100)
    problems.push(problem('entry-of-another-log', `The entry says that it is of ${says}.`))
  }
  if (header.seq !== place.seq) {
    problems.push(
      problem('entry-out-of-sequence', `It says ${header.seq} and stands at ${place.seq}.`),
    )
  }
  if (header.prev !== place.prev) {
    problems.push(
      problem('entry-not-chained', `Entry ${place.seq} does not follow the one before.`),
    )
  }
  return problems
}

/** Who signed, as far as keys delegated at that time tell. */
export interface Signers {
  readonly officerRoles: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Whether the node, and which officers, signed with keys that the member had delegated at that time and
 * not lost by then. `witnessed` says whether that time is the witnesses' or only the author's.
 */
export function signersOf(
  envelope: Envelope,
  trust: Trust,
  given: {
    readonly member: string
    readonly at: number
    readonly witnessed: boolean
    /** The member's root has said that the log stands with this entry in it, whichever node key signed it. */
    readonly isSettled?: boolean
  },
): Signers {
  const { member, at, witnessed, isSettled = false } = given
  const counts = (encoded: string, isVouchedFor = false) => {
    const key = fromBase64(encoded) ?? Buffer.alloc(0)
    const keyId = keyIdOfEd25519(key)
    if (!envelope.signatures.some((signature) => signature.keyId === keyId)) return false
    const lost = isVouchedFor ? undefined : compromisedAt(trust, member, keyId)
    if (lost !== undefined && (!witnessed || at >= lost)) return false
    return isSignedBy(envelope, key)
  }
  const delegations = delegationsAt(trust, member, at)
  const roles = delegations.flatMap(({ officerKeys }) =>
    Object.entries(officerKeys).flatMap(([role, keys]) =>
      keys.some((key) => counts(key)) ? [role] : [],
    ),
  )
  const node = delegations.some(({ nodeKey }) => counts(nodeKey, isSettled))
  return {
    officerRoles: [...new Set(roles)].sort(),
    problems: node
      ? []
      : [
          problem(
            'entry-not-signed',
            `No key that ${member} had delegated and kept signed it as its node.`,
          ),
        ],
  }
}

function problem(code: string, detail: string): Problem {
  return { code: `exchange.${code}`, detail }
}
