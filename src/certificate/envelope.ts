import { type KeyObject, sign } from 'node:crypto'
import { canonicalJson } from '../kernel/index.ts'
import { keyIdOf, publicJwkOf } from './keys.ts'
import { type CertificatePayload, type Envelope, PAYLOAD_SHAPE, PAYLOAD_TYPE } from './model.ts'

/**
 * Pre-authentication encoding of DSSE 1: type and length stand under the signature, so that bytes
 * signed as one thing are never read as another.
 */
export function preAuthenticationEncoding(payloadType: string, body: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, 'utf8')
  const head = `DSSEv1 ${type.length} ${payloadType} ${body.length} `
  return Buffer.concat([Buffer.from(head, 'utf8'), body])
}

/**
 * The bytes of a certificate file: one line of canonical JSON. The same content and key give the same
 * bytes (Ed25519 is deterministic, and no time of signing stands in it).
 */
export function issueCertificate(
  content: Omit<CertificatePayload, 'type' | 'signer'>,
  privateKey: KeyObject,
): Uint8Array {
  const signer = publicJwkOf(privateKey)
  const payload: CertificatePayload = { ...content, type: PAYLOAD_SHAPE, signer }
  const body = Buffer.from(canonicalJson(payload), 'utf8')
  const signature = sign(null, preAuthenticationEncoding(PAYLOAD_TYPE, body), privateKey)
  const envelope: Envelope = {
    payload: body.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid: keyIdOf(signer), sig: signature.toString('base64') }],
  }
  return Buffer.from(`${canonicalJson(envelope)}\n`, 'utf8')
}
