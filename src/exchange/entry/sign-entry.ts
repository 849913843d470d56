import type { KeyObject } from 'node:crypto'
import { canonicalJson, type Digest, digestOfBytes, ok, type Result } from '../../kernel/index.ts'
import { MAX_ENTRY_BYTES } from '../merkle/entry-bundle.ts'
import { refuse } from '../refusal.ts'
import { signEnvelope } from './envelope.ts'
import type { EntryHeader } from './header.ts'

export const ENTRY_PAYLOAD_TYPE = 'application/vnd.navicert.exchange.entry+json'

/** What an author adds to its log; place, regime and issuer are the log's own. */
export interface EntryDraft {
  readonly id: string
  readonly type: string
  readonly schema: string
  readonly createdAt: string
  readonly audience?: EntryHeader['audience']
  readonly refs?: readonly Digest[]
  readonly supersedes?: Digest
  readonly handling?: EntryHeader['handling']
  readonly policyVersion?: number
  readonly listVersion?: string
  readonly body?: unknown
  readonly sealed?: EntryHeader['sealed']
}

export interface EntryPlace {
  readonly regime: string
  readonly issuer: string
  readonly seq: number
  readonly prev?: Digest
}

/** The bytes of an entry, signed by officer (where there is one) and node, as they stand for ever. */
export function signEntry(
  draft: EntryDraft,
  place: EntryPlace,
  keys: { readonly officer?: KeyObject; readonly node: KeyObject },
): Result<Buffer> {
  const { audience = { class: 'all' }, refs = [], handling = 'official', ...more } = draft
  const payload = Buffer.from(canonicalJson({ v: 1, ...place, ...more, audience, refs, handling }))
  const signers = keys.officer === undefined ? [keys.node] : [keys.officer, keys.node]
  const bytes = signEnvelope(ENTRY_PAYLOAD_TYPE, payload, signers)
  if (bytes.length > MAX_ENTRY_BYTES) {
    return refuse(
      'entry-too-large',
      `The signed entry has ${bytes.length} bytes of ${MAX_ENTRY_BYTES}.`,
      'Seal a large body to its recipients; it then stands beside the log.',
    )
  }
  return ok(bytes)
}

export function entryDigest(bytes: Uint8Array): Digest {
  return digestOfBytes(bytes)
}
