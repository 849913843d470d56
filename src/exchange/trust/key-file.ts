import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { ok, type Result } from '../../kernel/index.ts'
import { toBase64 } from '../note/base64.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import { refuse } from '../refusal.ts'

/** A new Ed25519 key in PEM (PKCS #8). */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

export function readKey(pem: string): Result<KeyObject> {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return ok(key)
  } catch {
    // Said below.
  }
  return refuse(
    'key-unreadable',
    'It is no Ed25519 private key in PEM (PKCS #8).',
    'Make one: navicert regime key FILE.',
  )
}

/** The public half, as documents of trust name it: 32 bytes in base64. */
export function publicKeyText(key: KeyObject): string {
  return toBase64(publicBytesOf(key))
}
