import type { Digest, LegalDate } from '../kernel/index.ts'

/** The media type that the envelope's signature covers beside the payload. */
export const PAYLOAD_TYPE = 'application/vnd.navicert.determination+json'

/** Version of the payload's shape; a reader refuses one that it does not know. */
export const PAYLOAD_SHAPE = 'navicert.determination/1'

/** An Ed25519 public key as RFC 8037 writes it. */
export interface PublicJwk {
  readonly crv: 'Ed25519'
  readonly kty: 'OKP'
  /** 32 bytes in base64url. */
  readonly x: string
}

export interface CertifiedSnapshot {
  readonly source: string
  readonly digest: Digest
  readonly published: LegalDate
}

export type CertifiedVerdict =
  | 'clear'
  | 'clear-with-conditions'
  | 'undetermined'
  | 'hold'
  | 'licence-required'
  | 'prohibited'

/**
 * What a certificate says: the verdict and the digests of all that made it, and nothing of the deal
 * itself, so that it can be shown to a stranger and recomputed by whoever holds the transaction.
 */
export interface CertificatePayload {
  readonly type: typeof PAYLOAD_SHAPE
  readonly verdict: CertifiedVerdict
  readonly asOf: LegalDate
  readonly knownAt: LegalDate
  readonly engine: { readonly version: string }
  readonly digests: CertifiedDigests
  readonly signer: PublicJwk
}

export interface CertifiedDigests {
  readonly answer: Digest
  readonly input: Digest
  readonly rulebook: Digest
  readonly snapshots: readonly CertifiedSnapshot[]
}

/** Dead Simple Signing Envelope 1.0.2, as JSON. */
export interface Envelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly [{ readonly keyid: string; readonly sig: string }]
}
