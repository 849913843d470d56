import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { assert } from '../../kernel/index.ts'

const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const PUBLIC_BYTES = 32

/** The private key with that seed of 32 bytes (RFC 8032). */
export function privateKeyOfSeed(seed: Uint8Array): KeyObject {
  const key = Buffer.concat([SEED_PREFIX, seed])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

export function publicBytesOf(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length)
}

export function signEd25519(message: Uint8Array, key: KeyObject): Buffer {
  return sign(null, message, key)
}

/** Keys are read once: a mirror checks thousands of signatures by each. */
const known = new Map<string, KeyObject>()

export function verifyEd25519(
  message: Uint8Array,
  signature: Uint8Array,
  publicBytes: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicBytes.length !== PUBLIC_BYTES) return false
  const digest = hash('sha256', message, 'buffer')
  const name = Buffer.concat([publicBytes, signature, digest]).toString('latin1')
  if (verified.has(name)) return true
  const holds = verify(null, message, publicKeyOf(publicBytes), signature)
  if (verified.size >= MOST_VERIFIED) verified.clear()
  if (holds) verified.add(name)
  return holds
}

/** What verified once verifies again: the same signatures are met whenever a log is read. */
const verified = new Set<string>()
const MOST_VERIFIED = 50_000

function publicKeyOf(publicBytes: Uint8Array): KeyObject {
  const name = Buffer.from(publicBytes).toString('hex')
  const found = known.get(name)
  if (found !== undefined) return found
  assert(publicBytes.length === PUBLIC_BYTES, 'an Ed25519 key has 32 bytes')
  const key = Buffer.concat([PUBLIC_PREFIX, publicBytes])
  const made = createPublicKey({ key, format: 'der', type: 'spki' })
  if (known.size > 10_000) known.clear()
  known.set(name, made)
  return made
}
