import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { isSignedBy, keyIdOfEd25519, parseEnvelope, signEnvelope } from '../../exchange/index.ts'
import {
  type Digest,
  fail,
  ok,
  type Problem,
  parseShape,
  type Result,
  readJson,
} from '../../kernel/index.ts'
import type { LawFile } from '../../rulebook/index.ts'

const PAYLOAD_TYPE = 'application/vnd.navicert.edition+json'
const MAX_FILES = 5000

/** An edition of the law as one file: the texts of its folder, with their name and digest, under one signature. */
export interface EditionFile {
  readonly edition: string
  readonly digest: Digest
  readonly files: readonly LawFile[]
}

export const EDITION_NAME = /^(?:\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{8}$/
/** Plain names in folders below the law folder: nothing that could lead out of it. */
const PATH = /^(?:[a-z0-9][\w-]*\/){0,4}[a-z0-9][\w.-]*\.yaml$/i

const SHAPE = z.strictObject({
  format: z.literal(1),
  edition: z.string().regex(EDITION_NAME),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  files: z
    .array(z.strictObject({ path: z.string().max(200).regex(PATH), text: z.string() }))
    .min(1)
    .max(MAX_FILES),
})

/** DSSE over the exact bytes, with one Ed25519 signature. */
export function signEdition({ edition, digest, files }: EditionFile, key: KeyObject): Uint8Array {
  const payload = { format: 1, edition, digest, files }
  return signEnvelope(PAYLOAD_TYPE, Buffer.from(JSON.stringify(payload), 'utf8'), [key])
}

/**
 * What a file holds that one of the publishers signed; nothing in it is read before that is known.
 * @param publishers public keys, 32 bytes each, known from elsewhere
 */
export function readEdition(
  bytes: Uint8Array,
  publishers: readonly Uint8Array[],
): Result<EditionFile> {
  const envelope = parseEnvelope(bytes)
  if (!envelope.ok || envelope.value.payloadType !== PAYLOAD_TYPE) return fail(NOT_AN_EDITION)
  if (!publishers.some((key) => isSignedBy(envelope.value, key))) {
    return fail(notSigned(envelope.value.signatures.map(({ keyId }) => keyId)))
  }
  const json = readJson(envelope.value.payload.toString('utf8'))
  const shaped = json.ok ? parseShape(SHAPE, json.value) : json
  if (!shaped.ok) return shaped
  const { edition, digest, files } = shaped.value
  const paths = new Set(files.map(({ path }) => path.toLowerCase()))
  if (paths.size !== files.length) return fail(NOT_AN_EDITION)
  return ok({ edition, digest: digest as Digest, files })
}

/** As `navicert regime key` prints it: 32 bytes in base64. */
export function readPublisher(text: string): Result<Uint8Array> {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length === 32 && bytes.toString('base64') === text.trim()) return ok(bytes)
  return fail({
    code: 'law.not-a-key',
    detail: 'This is no public Ed25519 key.',
    remedy:
      'Write its 32 bytes in base64, as navicert regime key prints them: 44 signs that end with =.',
  })
}

export function nameOfPublisher(publisher: Uint8Array): Digest {
  return keyIdOfEd25519(publisher)
}

const NOT_AN_EDITION: Problem = {
  code: 'law.not-an-edition',
  detail: 'This is no signed edition of the law.',
  remedy: 'Take a file that navicert law publish wrote, whole.',
}

function notSigned(signers: readonly string[]): Problem {
  return {
    code: 'law.unknown-publisher',
    detail: `No publisher that is known here signed it; signed by ${signers.map((name) => name.slice(0, 80)).join(', ') || 'nobody'}.`,
    remedy:
      'Ask the publisher, by another way than the file came, for the public key, and name it once: --publisher KEY.',
  }
}
