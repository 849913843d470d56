import { randomBytes } from 'node:crypto'
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { canonicalJson, digestOfBytes, ok, type Result, readJson } from '../../kernel/index.ts'
import type { SealedBody } from '../entry/header.ts'
import { toBase64 } from '../note/base64.ts'
import { refuse } from '../refusal.ts'

/** Sizes of blobs: what stands in one tells nothing but which of these it fits. */
const BUCKETS = [4, 16, 64, 256].map((kilobytes) => kilobytes * 1024)

/** ML-KEM-768 with X25519: age's hybrid recipients. */
const ALGORITHM = 'age/mlkem768x25519'

export interface Sealed {
  readonly blob: Buffer
  readonly sealed: SealedBody
}

/**
 * A body that only the recipients read: an age file with a stanza for each, and for as many nobodies as
 * make their number a power of two, padded to a bucket.
 */
export async function sealBody(
  body: unknown,
  recipients: readonly string[],
): Promise<Result<Sealed>> {
  const encrypter = new Encrypter()
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient)
  } catch {
    return refuse('recipient-unknown', 'A seal key is no age recipient.')
  }
  const stanzas = recipients.length === 0 ? 0 : 2 ** Math.ceil(Math.log2(recipients.length))
  if (stanzas === 0) return refuse('recipient-unknown', 'A sealed body needs a recipient.')
  const nobody = await identityToRecipient(await generateHybridIdentity())
  for (let at = recipients.length; at < stanzas; at += 1) encrypter.addRecipient(nobody)
  const plaintext = Buffer.from(canonicalJson({ body, salt: toBase64(randomBytes(32)) }))
  const length = plaintext.length + LENGTH_BYTES
  const bucket = BUCKETS.find((size) => fits(length, stanzas, size))
  if (bucket === undefined) return refuse('body-too-large', 'The body fits no bucket.')
  const padded = Buffer.alloc(paddedLength(stanzas, bucket))
  padded.writeUInt32BE(plaintext.length)
  plaintext.copy(padded, LENGTH_BYTES)
  const blob = Buffer.from(await encrypter.encrypt(padded))
  const sealed: SealedBody = {
    digest: digestOfBytes(blob),
    size: blob.length,
    alg: ALGORITHM,
    commitment: digestOfBytes(plaintext),
  }
  return ok({ blob, sealed })
}

/** The body, where one of the identities is a recipient; undefined where none is. */
export async function openBody(
  blob: Uint8Array,
  sealed: SealedBody,
  identity: string,
): Promise<Result<{ readonly body: unknown } | undefined>> {
  if (digestOfBytes(blob) !== sealed.digest)
    return refuse('blob-altered', 'The blob is another one.')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const plain = await decrypter.decrypt(blob).then(Buffer.from, () => undefined)
  if (plain === undefined) return ok(undefined)
  const end = plain.length < LENGTH_BYTES ? 0 : LENGTH_BYTES + plain.readUInt32BE()
  const plaintext = plain.subarray(LENGTH_BYTES, end)
  if (end > plain.length || digestOfBytes(plaintext) !== sealed.commitment) {
    return refuse('body-not-as-signed', 'The sealed body is not the one that was signed.')
  }
  const json = readJson(plaintext.toString('utf8'))
  if (!json.ok) return json
  return ok({ body: (json.value as { readonly body?: unknown } | null)?.body })
}

export async function generateSealIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateHybridIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
}

const LENGTH_BYTES = 4

/** Of age's format: its first line, MAC line and nonce; a hybrid stanza; a tag for each 64 KiB. */
const HEADER_BYTES = 22 + 48 + 16
const STANZA_BYTES = 1557
const CHUNK = 65_536
const TAG = 16

function fits(length: number, stanzas: number, bucket: number): boolean {
  return paddedLength(stanzas, bucket) >= length
}

/** How long the plaintext of a file of that size is. */
function paddedLength(stanzas: number, bucket: number): number {
  const payload = bucket - HEADER_BYTES - stanzas * STANZA_BYTES
  return payload - Math.ceil(payload / (CHUNK + TAG)) * TAG
}
