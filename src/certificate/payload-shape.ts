import { z } from 'zod'
import { type Digest, type LegalDate, parseLegalDate } from '../kernel/index.ts'
import { type CertificatePayload, type Envelope, PAYLOAD_SHAPE } from './model.ts'

const digest = z.custom<Digest>(
  (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value),
  'This is not a SHA-256 digest',
)
const day = z.custom<LegalDate>(
  (value) => typeof value === 'string' && parseLegalDate(value).ok,
  'This is not a day of the calendar',
)

export const payloadShape: z.ZodType<CertificatePayload> = z.strictObject({
  type: z.literal(PAYLOAD_SHAPE),
  verdict: z.enum([
    'clear',
    'clear-with-conditions',
    'undetermined',
    'hold',
    'licence-required',
    'prohibited',
  ]),
  asOf: day,
  knownAt: day,
  engine: z.strictObject({ version: z.string().min(1) }),
  digests: z.strictObject({
    answer: digest,
    input: digest,
    rulebook: digest,
    snapshots: z.array(z.strictObject({ source: z.string().min(1), digest, published: day })),
  }),
  signer: z.strictObject({
    crv: z.literal('Ed25519'),
    kty: z.literal('OKP'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
})

export const envelopeShape: z.ZodType<Envelope> = z.strictObject({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.string() })]),
})
