import { hash, type KeyObject } from 'node:crypto'
import { unwrap } from '../kernel/index.ts'
import { toBase64 } from './note/base64.ts'
import { privateKeyOfSeed, publicBytesOf } from './note/ed25519.ts'
import {
  type DelegationDocument,
  parseDocument,
  type RootDocument,
  type SignedDocument,
  signDocument,
} from './trust/documents.ts'

/** A regime of members whose keys are drawn from their names. */
export const REGIME = 'allies'

export function keyOf(name: string): KeyObject {
  return privateKeyOfSeed(hash('sha256', name, 'buffer'))
}

export function publicOf(name: string): string {
  return toBase64(publicBytesOf(keyOf(name)))
}

export function rootOfRegime(
  members: readonly string[],
  more: Partial<RootDocument> = {},
): RootDocument {
  return {
    type: 'regime-root',
    regime: REGIME,
    version: 1,
    issued: '2027-01-01T00:00:00Z',
    expires: '2030-01-01T00:00:00Z',
    threshold: Math.floor(members.length / 2) + 1,
    members: members.map((member) => ({
      member,
      rootKeys: [1, 2, 3].map((at) => publicOf(`${member} root ${at}`)),
      threshold: 2,
    })),
    ...more,
  }
}

/** Two of three root keys of each. */
export function rootKeys(...members: readonly string[]): readonly KeyObject[] {
  return members.flatMap((member) => [keyOf(`${member} root 1`), keyOf(`${member} root 3`)])
}

export function delegationOf(
  member: string,
  more: Partial<DelegationDocument> = {},
): DelegationDocument {
  return {
    type: 'node-delegation',
    regime: REGIME,
    member,
    nodeKey: publicOf(`${member} node`),
    witnessKey: publicOf(`${member} witness`),
    officerKeys: {
      delegate: [publicOf(`${member} delegate`)],
      licensing: [publicOf(`${member} licensing`)],
    },
    notBefore: '2027-01-01T00:00:00Z',
    expires: '2028-01-31T00:00:00Z',
    ...more,
  }
}

export function signedRoot(
  document: RootDocument,
  keys: readonly KeyObject[],
): SignedDocument<RootDocument> {
  return unwrap(parseDocument(signDocument(document, keys))) as SignedDocument<RootDocument>
}

export function signed(
  document: Parameters<typeof signDocument>[0],
  keys: readonly KeyObject[],
): SignedDocument {
  return unwrap(parseDocument(signDocument(document, keys)))
}

/** The pinned root and a delegation of each member. */
export function regimeOf(
  members: readonly string[],
  regime = REGIME,
): {
  readonly pinned: SignedDocument<RootDocument>
  readonly documents: readonly SignedDocument[]
} {
  return {
    pinned: signedRoot(rootOfRegime(members, { regime }), rootKeys(...members)),
    documents: members.map((member) => signed(delegationOf(member, { regime }), rootKeys(member))),
  }
}
