import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { canonicalJson, fail, ok, ProblemError, type Result } from '../../kernel/index.ts'
import type { Json } from '../record/event.ts'
import type { Tables } from '../schema/tables.ts'
import { decrypt, encrypt } from './cipher.ts'

/** Data about a person, to be put into an event: it can be read while the person's key is there. */
export interface Sealed {
  readonly [key: string]: Json
  /** Whose data it is; an id, never a name. */
  readonly subject: string
  /** AES-256-GCM under the subject's key: nonce, tag and text in base64. */
  readonly sealed: string
}

export type Unsealed =
  | { readonly kind: 'open'; readonly value: Json }
  | { readonly kind: 'destroyed'; readonly at: string }

const KEY_BYTES = 32
/** Under this name a key is kept by which another master key is noticed. */
export const CHECK_SUBJECT = 'navicert:check'

/** Seals a value under the key of its subject, which is made when it is first needed. */
export async function seal(
  db: Kysely<Tables>,
  master: KeyObject,
  subject: string,
  value: Json,
): Promise<Result<Sealed>> {
  const bytes = randomBytes(KEY_BYTES)
  await db
    .insertInto('navicert.subject_keys')
    .values({ subject, wrapped: encrypt(master, bytes, subject), destroyed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const key = await subjectKey(db, master, subject)
  if (key === undefined || key.kind === 'destroyed') return destroyed(subject)
  const text = Buffer.from(canonicalJson(value))
  return ok({ subject, sealed: encrypt(key.key, text, subject) })
}

/** Opens what was sealed, or says since when nobody can. */
export async function unseal(
  db: Kysely<Tables>,
  master: KeyObject,
  { subject, sealed }: Sealed,
): Promise<Unsealed> {
  const key = await subjectKey(db, master, subject)
  if (key === undefined) throw missingKey(subject)
  if (key.kind === 'destroyed') return { kind: 'destroyed', at: key.at }
  const text = decrypt(key.key, sealed, subject).toString('utf8')
  return { kind: 'open', value: JSON.parse(text) as Json }
}

/** Destroys the key of a subject, for good. @returns whether there was one to destroy */
export async function destroyKey(db: Kysely<Tables>, subject: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('navicert.subject_keys')
    .set({ wrapped: null, destroyed_at: now })
    .where('subject', '=', subject)
    .where('wrapped', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @throws ProblemError where the keys of this store were wrapped under another master key */
export async function checkMasterKey(db: Kysely<Tables>, master: KeyObject): Promise<void> {
  const any = await db
    .selectFrom('navicert.subject_keys')
    .select('subject')
    .where('wrapped', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  // Where there is none yet, one is made, so that the next opening has something to try.
  if (any === undefined) await seal(db, master, CHECK_SUBJECT, null)
  else await subjectKey(db, master, any.subject)
}

type SubjectKey =
  | { readonly kind: 'there'; readonly key: KeyObject }
  | { readonly kind: 'destroyed'; readonly at: string }

async function subjectKey(
  db: Kysely<Tables>,
  master: KeyObject,
  subject: string,
): Promise<SubjectKey | undefined> {
  const row = await db
    .selectFrom('navicert.subject_keys')
    .selectAll()
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.wrapped === null) {
    return { kind: 'destroyed', at: row.destroyed_at?.toISOString() ?? '' }
  }
  try {
    return { kind: 'there', key: createSecretKey(decrypt(master, row.wrapped, subject)) }
  } catch {
    throw new ProblemError({
      code: 'store.wrong-key',
      detail: 'The personal data of this store is sealed under another key.',
      remedy: 'Give the key that was made with the store, from its backup if need be.',
    })
  }
}

function destroyed(subject: string): Result<never> {
  return fail({
    code: 'store.subject-destroyed',
    detail: `The data of ${JSON.stringify(subject)} was erased, and its key does not come back.`,
    remedy: 'Give the person a new id.',
  })
}

function missingKey(subject: string): ProblemError {
  return new ProblemError({
    code: 'store.subject-unknown',
    detail: `This store has no key of ${JSON.stringify(subject)}, and none was destroyed here.`,
    remedy: 'Open it in the store that sealed it.',
  })
}
