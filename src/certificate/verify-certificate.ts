import { verify } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson, type Digest, readJson } from '../kernel/index.ts'
import { preAuthenticationEncoding } from './envelope.ts'
import { keyIdOf, publicKeyOf } from './keys.ts'
import { type CertificatePayload, type Envelope, PAYLOAD_TYPE } from './model.ts'
import { envelopeShape, payloadShape } from './payload-shape.ts'

/** One thing that must hold, in the order in which it is checked. */
export interface Check {
  readonly check:
    | 'canonical envelope'
    | 'payload type'
    | 'canonical payload'
    | 'key identity'
    | 'signature'
  readonly holds: boolean
  readonly detail: string
}

export type Verification =
  | {
      readonly genuine: true
      readonly checks: readonly Check[]
      readonly payload: CertificatePayload
      /** Whose signature it is: whether that key is trusted is for the reader to say. */
      readonly keyid: Digest
    }
  /** The last check is the one that does not hold; those after it were not made. */
  | { readonly genuine: false; readonly checks: readonly Check[] }

/**
 * Whether a certificate is what its signer wrote, byte for byte. There is one spelling of every
 * certificate (canonical JSON, canonical base64, one line feed at the end), so any altered byte fails.
 */
export function verifyCertificate(bytes: Uint8Array): Verification {
  const checks: Check[] = []
  const note = (check: Check['check'], holds: boolean, detail: string): boolean => {
    checks.push({ check, holds, detail })
    return holds
  }
  const failed = (): Verification => ({ genuine: false, checks })

  const envelope = readEnvelope(bytes)
  if (!note('canonical envelope', envelope.ok, envelope.detail) || !envelope.ok) return failed()
  const { payloadType, payload: encoded, signatures } = envelope.value
  const rightType = payloadType === PAYLOAD_TYPE
  if (!note('payload type', rightType, payloadType)) return failed()
  const body = bytesOfBase64(encoded)
  const payload = readPayload(body)
  if (!note('canonical payload', payload.ok, payload.detail) || body === undefined || !payload.ok)
    return failed()
  const { signer } = payload.value
  const keyid = keyIdOf(signer)
  const sameKey = signatures[0].keyid === keyid
  if (!note('key identity', sameKey, sameKey ? keyid : `${signatures[0].keyid} is not ${keyid}`))
    return failed()
  const signed = isSigned(body, payload.value, signatures[0].sig)
  const detail = signed
    ? 'Ed25519 over the payload'
    : 'the signature is not of this payload and key'
  if (!note('signature', signed, detail)) return failed()
  return { genuine: true, checks, payload: payload.value, keyid }
}

type Read<T> =
  | { readonly ok: true; readonly value: T; readonly detail: string }
  | { readonly ok: false; readonly detail: string }

function readEnvelope(bytes: Uint8Array): Read<Envelope> {
  const text = textOf(bytes)
  if (text === undefined) return { ok: false, detail: 'it is not UTF-8 text' }
  if (!text.endsWith('\n')) return { ok: false, detail: 'it does not end with one line feed' }
  return readCanonical(text.slice(0, -1), envelopeShape, 'a signed envelope of canonical JSON')
}

function readPayload(body: Uint8Array | undefined): Read<CertificatePayload> {
  const text = body === undefined ? undefined : textOf(body)
  if (text === undefined) return { ok: false, detail: 'it is not canonical base64 of UTF-8 text' }
  return readCanonical(text, payloadShape, 'a determination in canonical JSON')
}

function readCanonical<T>(text: string, shape: z.ZodType<T>, what: string): Read<T> {
  const json = readJson(text)
  if (!json.ok) return { ok: false, detail: 'it is not JSON' }
  const parsed = shape.safeParse(json.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
  }
  if (canonicalJson(json.value) !== text)
    return { ok: false, detail: 'it is not spelt in canonical form' }
  return { ok: true, value: parsed.data, detail: what }
}

function isSigned(body: Uint8Array, payload: CertificatePayload, sig: string): boolean {
  const signature = bytesOfBase64(sig)
  if (signature?.length !== 64) return false
  try {
    const key = publicKeyOf(payload.signer)
    return verify(null, preAuthenticationEncoding(PAYLOAD_TYPE, body), key, signature)
  } catch {
    // A key that is no point of the curve: OpenSSL refuses to build it.
    return false
  }
}

/** Only the one canonical spelling (RFC 4648 §3.5): no stray bits, padding complete. */
function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A byte order mark is kept, so that it is found not to be canonical. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
