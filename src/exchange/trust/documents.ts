import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import {
  canonicalJson,
  ok,
  parseShape,
  printPath,
  type Result,
  readJson,
  type ShapeSource,
} from '../../kernel/index.ts'
import { type Envelope, parseEnvelope, signEnvelope } from '../entry/envelope.ts'
import { fromBase64 } from '../note/base64.ts'
import { refuse } from '../refusal.ts'

const ED25519 = z
  .string()
  .refine((text) => fromBase64(text)?.length === 32, 'An Ed25519 public key is 32 bytes in base64')
  .meta({ description: 'Ed25519 public key: 32 bytes in base64' })
const ML_DSA_44 = z
  .string()
  .refine((text) => fromBase64(text)?.length === 1312, 'An ML-DSA-44 key is 1312 bytes in base64')
  .meta({ description: 'ML-DSA-44 public key: 1312 bytes in base64' })
const ROOT_HASH = z
  .string()
  .refine((text) => fromBase64(text)?.length === 32, 'A root hash is 32 bytes in base64')
  .meta({ description: 'Root hash of a tree: 32 bytes in base64' })
const TIME = z.iso.datetime()
const MEMBER = z.string().regex(/^[A-Z]{2,8}$/)
const COUNT = z.int().min(1).max(1000)

/** Whoever had two seats, or a key in two, would reach a threshold for others. */
function isOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}

const ROOT = z.strictObject({
  type: z.literal('regime-root'),
  regime: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  version: COUNT,
  issued: TIME,
  expires: TIME,
  /** How many members must sign it, each by the threshold of its own root keys. */
  threshold: COUNT,
  members: z
    .array(
      z.strictObject({
        member: MEMBER,
        rootKeys: z.array(ED25519).min(1).max(20),
        threshold: COUNT,
        /** Its log is verified on; what is sealed while this root is in force is not sealed to it. */
        suspended: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(200)
    .refine((members) => isOnce(members.map(({ member }) => member)), 'A member stands here twice')
    .refine(
      (members) => isOnce(members.flatMap(({ rootKeys }) => rootKeys)),
      'A root key stands here twice',
    ),
  /** Of the charter under which they decide. */
  policyDigest: z.string().optional(),
})

const DELEGATION = z.strictObject({
  type: z.literal('node-delegation'),
  regime: z.string(),
  member: MEMBER,
  nodeKey: ED25519,
  /** Signs checkpoints beside the Ed25519 key, so that a log holds against quantum computers. */
  nodeKeyMlDsa44: ML_DSA_44.optional(),
  witnessKey: ED25519,
  /** An age recipient. */
  sealKey: z.string().max(4000).optional(),
  officerKeys: z.record(z.string().max(60), z.array(ED25519).max(50)),
  notBefore: TIME,
  expires: TIME,
})

const REVOCATION = z.strictObject({
  type: z.literal('key-revocation'),
  regime: z.string(),
  member: MEMBER,
  /** Name of the node, witness or officer key. */
  keyId: z.string(),
  /** Signatures first witnessed from then on count for nothing. */
  compromisedAt: TIME,
})

const SETTLEMENT = z.strictObject({
  type: z.literal('fork-settlement'),
  regime: z.string(),
  member: MEMBER,
  /** The history of its log that stands: the one whose first `size` entries have that root. */
  size: z.int().nonnegative(),
  root: ROOT_HASH,
})

const DOCUMENT = z.discriminatedUnion('type', [ROOT, DELEGATION, REVOCATION, SETTLEMENT])

/** The shape of what is signed, for `schemas/`. */
export function trustJsonSchemas(): Readonly<Record<string, object>> {
  return { 'trust-document': z.toJSONSchema(DOCUMENT, { io: 'input' }) }
}

const SIGN = 'Sign a draft first: navicert regime sign DRAFT --key KEY --out FILE.'

/** Where the shape is described. */
const SOURCE: ShapeSource = {
  locate: (path) => ({ path: printPath(path) }),
  shapeRemedy: 'See schemas/trust-document.schema.json.',
}

export type RootDocument = z.infer<typeof ROOT>
export type DelegationDocument = z.infer<typeof DELEGATION>
export type RevocationDocument = z.infer<typeof REVOCATION>
export type SettlementDocument = z.infer<typeof SETTLEMENT>
export type TrustDocument = z.infer<typeof DOCUMENT>

export interface SignedDocument<T extends TrustDocument = TrustDocument> {
  readonly document: T
  readonly envelope: Envelope
  /** As they came. */
  readonly bytes: Buffer
}

const PAYLOAD_TYPE = 'application/vnd.navicert.exchange.trust+json'

export function signDocument(document: TrustDocument, keys: readonly KeyObject[]): Buffer {
  return signEnvelope(PAYLOAD_TYPE, Buffer.from(canonicalJson(document)), keys)
}

/**
 * The document with these signatures more: members sign one after the other, each at its own place.
 * @param bytes a draft in JSON, or a document that others signed
 */
export function countersign(bytes: Uint8Array, keys: readonly KeyObject[]): Result<Buffer> {
  const signed = parseDocument(bytes)
  const draft = signed.ok ? ok(signed.value.document) : parseDraft(bytes)
  if (!draft.ok) return draft
  const before = signed.ok ? signed.value.envelope : undefined
  const payload = before?.payload ?? Buffer.from(canonicalJson(draft.value))
  return ok(signEnvelope(PAYLOAD_TYPE, payload, keys, before?.signatures))
}

function parseDraft(bytes: Uint8Array): Result<TrustDocument> {
  const json = readJson(Buffer.from(bytes).toString('utf8'))
  return json.ok ? parseShape(DOCUMENT, json.value, SOURCE) : json
}

/** Reads a document; whether its signatures suffice is for `readTrust`. */
export function parseDocument(bytes: Uint8Array): Result<SignedDocument> {
  const envelope = parseEnvelope(bytes)
  if (!envelope.ok) return refuse('document-not-signed', 'It is no signed document.', SIGN)
  if (envelope.value.payloadType !== PAYLOAD_TYPE) {
    return refuse(
      'document-type',
      'The envelope holds no document of trust.',
      'Name a signed root, delegation or revocation.',
    )
  }
  const json = readJson(envelope.value.payload.toString('utf8'))
  if (!json.ok) return json
  const shaped = parseShape(DOCUMENT, json.value, SOURCE)
  if (!shaped.ok) return shaped
  return ok({ document: shaped.value, envelope: envelope.value, bytes: Buffer.from(bytes) })
}
