import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import {
  type Digest,
  digestOfBytes,
  ok,
  parseShape,
  type Result,
  readJson,
} from '../../kernel/index.ts'
import { fromBase64, toBase64 } from '../note/base64.ts'
import { publicBytesOf, signEd25519, verifyEd25519 } from '../note/ed25519.ts'
import { refuse } from '../refusal.ts'

/** DSSE 1.0: signatures over exact bytes. What was signed is stored as it came and never written anew. */
export interface Envelope {
  readonly payloadType: string
  readonly payload: Buffer
  readonly signatures: readonly { readonly keyId: string; readonly signature: Buffer }[]
}

const MAX_SIGNATURES = 300

const SHAPE = z.strictObject({
  payloadType: z.string().min(1).max(200),
  payload: z.string(),
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(200), sig: z.string().max(10_000) }))
    .max(MAX_SIGNATURES),
})

/** Name of an Ed25519 key: the digest of its 32 bytes. */
export function keyIdOfEd25519(publicBytes: Uint8Array): Digest {
  return digestOfBytes(publicBytes)
}

/** The envelope's bytes, with one Ed25519 signature by each key, after those that it had. */
export function signEnvelope(
  payloadType: string,
  payload: Uint8Array,
  keys: readonly KeyObject[],
  before: Envelope['signatures'] = [],
): Buffer {
  const message = preAuthentication(payloadType, payload)
  const added = keys.map((key) => ({
    keyid: keyIdOfEd25519(publicBytesOf(key)),
    sig: toBase64(signEd25519(message, key)),
  }))
  const renewed = new Set<string>(added.map(({ keyid }) => keyid))
  const kept = before
    .filter(({ keyId }) => !renewed.has(keyId))
    .map(({ keyId, signature }) => ({ keyid: keyId, sig: toBase64(signature) }))
  const signatures = [...kept, ...added]
  return Buffer.from(JSON.stringify({ payloadType, payload: toBase64(payload), signatures }))
}

export function parseEnvelope(bytes: Uint8Array): Result<Envelope> {
  const text = Buffer.from(bytes).toString('utf8')
  const json = readJson(text)
  const shaped = json.ok ? parseShape(SHAPE, json.value) : json
  if (!shaped.ok) return refuse('envelope-malformed', 'The bytes are not a signed envelope.')
  const { payloadType, payload, signatures } = shaped.value
  const decoded = signatures.map(({ keyid, sig }) => ({ keyId: keyid, signature: fromBase64(sig) }))
  const whole = decoded.flatMap(({ keyId, signature }) =>
    signature === undefined ? [] : [{ keyId, signature }],
  )
  const body = fromBase64(payload)
  if (body === undefined || whole.length !== decoded.length) {
    return refuse('envelope-malformed', 'The envelope is not in standard base64.')
  }
  return ok({ payloadType, payload: body, signatures: whole })
}

/** Whether that key, known from elsewhere, signed: no key inside a message verifies it. */
export function isSignedBy(envelope: Envelope, publicBytes: Uint8Array): boolean {
  const keyId = keyIdOfEd25519(publicBytes)
  const found = envelope.signatures.find((signature) => signature.keyId === keyId)
  if (found === undefined) return false
  const message = preAuthentication(envelope.payloadType, envelope.payload)
  return verifyEd25519(message, found.signature, publicBytes)
}

/** DSSE's pre-authentication encoding: type and bytes cannot run into each other. */
export function preAuthentication(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType)
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ])
}
