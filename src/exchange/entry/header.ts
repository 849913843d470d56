import { z } from 'zod'
import { type Digest, ok, type Result, readJson } from '../../kernel/index.ts'
import { refuse } from '../refusal.ts'

const DIGEST = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .transform((text) => text as Digest)

const SEALED = z.looseObject({
  /** Of the blob, an age file. */
  digest: DIGEST,
  size: z.int().positive(),
  alg: z.string().max(60),
  /** Digest of the salted plaintext, so that the signature speaks of it too. */
  commitment: DIGEST,
})

/** Loose: a field that this version does not know is kept and named. */
const HEADER = z.looseObject({
  v: z.literal(1),
  regime: z.string(),
  issuer: z.string(),
  seq: z.int().nonnegative(),
  /** Digest of the entry before; absent from the first. */
  prev: DIGEST.optional(),
  id: z.string().min(1).max(100),
  type: z.string().min(1).max(100),
  schema: z.string().max(100),
  createdAt: z.iso.datetime(),
  audience: z.looseObject({
    class: z.enum(['all', 'group', 'pair']),
    groupId: z.string().max(100).optional(),
    epoch: z.int().nonnegative().optional(),
  }),
  refs: z.array(DIGEST).max(200),
  supersedes: DIGEST.optional(),
  handling: z.enum(['official', 'sensitive', 'restricted']),
  policyVersion: z.int().nonnegative().optional(),
  listVersion: z.string().max(60).optional(),
  body: z.unknown().optional(),
  sealed: SEALED.optional(),
})

/** What an entry says of itself. */
export type EntryHeader = z.infer<typeof HEADER>
export type SealedBody = z.infer<typeof SEALED>

const KNOWN = new Set(Object.keys(HEADER.shape))

export function parseHeader(payload: Uint8Array): Result<EntryHeader> {
  const json = readJson(Buffer.from(payload).toString('utf8'))
  if (!json.ok) return refuse('entry-unreadable', 'The entry is not JSON.')
  const shaped = HEADER.safeParse(json.value)
  if (!shaped.success) {
    const paths = shaped.error.issues.map(({ path }) => path.join('.') || 'entry')
    return refuse(
      'entry-unreadable',
      `The entry does not fit: ${[...new Set(paths)].join(', ').slice(0, 200)}.`,
    )
  }
  if (shaped.data.body !== undefined && shaped.data.sealed !== undefined) {
    return refuse('entry-unreadable', 'The entry has both a plain and a sealed body.')
  }
  return ok(shaped.data)
}

/** Fields that this version does not know. */
export function unknownFields(header: EntryHeader): readonly string[] {
  return Object.keys(header).filter((key) => !KNOWN.has(key))
}
