import { hash, type KeyObject } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import { publicBytesOf, signEd25519, verifyEd25519 } from './ed25519.ts'
import { isKeyName, type NoteSignature, type NoteVerifier } from './signed-note.ts'

/** C2SP signed-note: the byte that names the algorithm within a key id. */
export const ED25519_NOTE = 0x01

/** First four bytes of the digest of name, algorithm and key. */
export function keyIdOf(name: string, algorithm: number, publicBytes: Uint8Array): string {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([algorithm]), publicBytes])
  return hash('sha256', named).slice(0, 8)
}

/** `name+keyid+base64(algorithm and key)`, as Go's note package prints a key. */
export function printVerifierKey(name: string, algorithm: number, publicBytes: Uint8Array): string {
  const key = toBase64(Buffer.concat([Buffer.from([algorithm]), publicBytes]))
  return `${name}+${keyIdOf(name, algorithm, publicBytes)}+${key}`
}

/** The Ed25519 key that such a text names; undefined where it names none. */
export function parseVerifierKey(text: string): NoteVerifier | undefined {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const key = fromBase64(encoded)
  if (key === undefined || key.length !== 33 || key[0] !== ED25519_NOTE) return undefined
  const verifier = noteVerifier(name, key.subarray(1))
  return isKeyName(name) && verifier.keyId === keyId ? verifier : undefined
}

export function noteVerifier(name: string, publicBytes: Uint8Array): NoteVerifier {
  return {
    name,
    keyId: keyIdOf(name, ED25519_NOTE, publicBytes),
    verify: (text, signature) => verifyEd25519(Buffer.from(text), signature, publicBytes),
  }
}

export function signNote(text: string, name: string, key: KeyObject): NoteSignature {
  return {
    name,
    keyId: keyIdOf(name, ED25519_NOTE, publicBytesOf(key)),
    signature: signEd25519(Buffer.from(text), key),
  }
}
