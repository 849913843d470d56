import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { assert, type Digest, digestOf } from '../kernel/index.ts'
import type { PublicJwk } from './model.ts'

export function generateSigningKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey
}

export function publicJwkOf(key: KeyObject): PublicJwk {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const { crv, kty, x } = publicKey.export({ format: 'jwk' })
  assert(crv === 'Ed25519' && kty === 'OKP' && x !== undefined, 'a signing key is Ed25519')
  return { crv, kty, x }
}

/** RFC 7638: the digest of the required members in canonical form. */
export function keyIdOf(key: PublicJwk): Digest {
  return digestOf({ crv: key.crv, kty: key.kty, x: key.x })
}

export function publicKeyOf(key: PublicJwk): KeyObject {
  return createPublicKey({ key: { ...key }, format: 'jwk' })
}
