import type { KeyObject } from 'node:crypto'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { parseCheckpoint } from './checkpoint.ts'
import { publicBytesOf, signEd25519, verifyEd25519 } from './ed25519.ts'
import { keyIdOf } from './note-key.ts'
import type { NoteSignature, NoteVerifier } from './signed-note.ts'

/** C2SP tlog-cosignature: a witness's Ed25519, and ML-DSA-44 for logs and witnesses alike. */
export const ED25519_COSIGNATURE = 0x04
export const ML_DSA_44_COSIGNATURE = 0x06

const ED25519_BYTES = 64
const ML_DSA_44_BYTES = 2420
export const ML_DSA_44_PUBLIC_BYTES = 1312

/** Seconds since 1970 at which the witness had seen nothing larger of that log. */
export function timeOfCosignature({ signature }: NoteSignature): number | undefined {
  if (signature.length < 8) return undefined
  const seconds = Buffer.from(signature).readBigUInt64BE()
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : undefined
}

export function cosign(text: string, name: string, key: KeyObject, seconds: number): NoteSignature {
  return {
    name,
    keyId: keyIdOf(name, ED25519_COSIGNATURE, publicBytesOf(key)),
    signature: Buffer.concat([timeBytes(seconds), signEd25519(ed25519Message(text, seconds), key)]),
  }
}

export function cosignatureVerifier(name: string, publicBytes: Uint8Array): NoteVerifier {
  return {
    name,
    keyId: keyIdOf(name, ED25519_COSIGNATURE, publicBytes),
    verify: (text, signature) => {
      const seconds = timeOf(signature, ED25519_BYTES)
      if (seconds === undefined) return false
      return verifyEd25519(ed25519Message(text, seconds), signature.subarray(8), publicBytes)
    },
  }
}

/** The signature of a log itself, with `seconds` zero, or of a witness: it holds against quantum computers. */
export function cosignMlDsa(
  text: string,
  name: string,
  key: { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array },
  seconds = 0,
): NoteSignature {
  const message = mlDsaMessage(text, name, seconds) ?? Buffer.alloc(0)
  return {
    name,
    keyId: keyIdOf(name, ML_DSA_44_COSIGNATURE, key.publicKey),
    signature: Buffer.concat([timeBytes(seconds), ml_dsa44.sign(message, key.secretKey)]),
  }
}

export function mlDsaVerifier(name: string, publicBytes: Uint8Array): NoteVerifier {
  return {
    name,
    keyId: keyIdOf(name, ML_DSA_44_COSIGNATURE, publicBytes),
    verify: (text, signature) => {
      const seconds = timeOf(signature, ML_DSA_44_BYTES)
      const message = seconds === undefined ? undefined : mlDsaMessage(text, name, seconds)
      if (message === undefined || publicBytes.length !== ML_DSA_44_PUBLIC_BYTES) return false
      return ml_dsa44.verify(signature.subarray(8), message, publicBytes)
    },
  }
}

function ed25519Message(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
}

/** The structure `cosigned_message` for a whole tree: extension lines are not part of it. */
function mlDsaMessage(text: string, name: string, seconds: number): Buffer | undefined {
  const checkpoint = parseCheckpoint(text)
  const cosigner = Buffer.from(name)
  if (!checkpoint.ok || cosigner.length > 255) return undefined
  const origin = Buffer.from(checkpoint.value.origin)
  if (origin.length > 255) return undefined
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    Buffer.from([cosigner.length]),
    cosigner,
    timeBytes(seconds),
    Buffer.from([origin.length]),
    origin,
    timeBytes(0),
    timeBytes(checkpoint.value.size),
    checkpoint.value.root,
  ])
}

function timeOf(signature: Uint8Array, bytes: number): number | undefined {
  if (signature.length !== 8 + bytes) return undefined
  return timeOfCosignature({ name: '', keyId: '', signature })
}

function timeBytes(seconds: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(seconds))
  return bytes
}
