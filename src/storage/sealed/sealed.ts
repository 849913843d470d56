import { type KeyObject, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { assert, canonicalJson, fail, ok, ProblemError, type Result } from '../../kernel/index.ts'
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
  const sealed = await sealAll(db, master, [{ subject, value }])
  if (!sealed.ok) return sealed
  const [one] = sealed.value
  assert(one !== undefined, 'one value is sealed to one')
  return ok(one)
}

/** What is to be sealed, under whose key. */
export interface ToSeal {
  readonly subject: string
  readonly value: Json
}

/** As {@link seal}, many in few statements; of one whose key is gone nothing is sealed. */
export async function sealAll(
  db: Kysely<Tables>,
  master: KeyObject,
  values: readonly ToSeal[],
): Promise<Result<readonly Sealed[]>> {
  const subjects = [...new Set(values.map(({ subject }) => subject))]
  const before = await subjectKeys(db, master, subjects)
  const missing = subjects.filter((subject) => !before.has(subject))
  for (let at = 0; at < missing.length; at += TOGETHER) {
    const rows = missing.slice(at, at + TOGETHER).map((subject) => ({
      subject,
      wrapped: encrypt(master, randomBytes(KEY_BYTES), subject),
      destroyed_at: null,
    }))
    const make = db.insertInto('navicert.subject_keys').values(rows)
    await make.onConflict((conflict) => conflict.doNothing()).execute()
  }
  const keys = new Map([...before, ...(await subjectKeys(db, master, missing))])
  const sealed: Sealed[] = []
  for (const { subject, value } of values) {
    const key = keys.get(subject)
    if (key === undefined || key.kind === 'destroyed') return destroyed(subject)
    sealed.push({
      subject,
      sealed: encrypt(key.key, Buffer.from(canonicalJson(value)), subject),
    })
  }
  return ok(sealed)
}

/** Keys made with one statement. */
const TOGETHER = 1_000

/** Opens what was sealed, or says since when nobody can. */
export async function unseal(
  db: Kysely<Tables>,
  master: KeyObject,
  sealed: Sealed,
): Promise<Unsealed> {
  const [opened] = await unsealAll(db, master, [sealed])
  assert(opened !== undefined, 'one value is opened to one')
  return opened
}

/** As {@link unseal}, many with one statement. */
export async function unsealAll(
  db: Kysely<Tables>,
  master: KeyObject,
  values: readonly Sealed[],
): Promise<readonly Unsealed[]> {
  const subjects = [...new Set(values.map(({ subject }) => subject))]
  const keys = await subjectKeys(db, master, subjects)
  return values.map(({ subject, sealed }) => {
    const key = keys.get(subject)
    if (key === undefined) throw missingKey(subject)
    if (key.kind === 'destroyed') return { kind: 'destroyed', at: key.at }
    const text = decrypt(key.key, sealed, subject).toString('utf8')
    return { kind: 'open', value: JSON.parse(text) as Json }
  })
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
  else await subjectKeys(db, master, [any.subject])
}

type SubjectKey =
  | { readonly kind: 'there'; readonly key: Uint8Array }
  | { readonly kind: 'destroyed'; readonly at: string }

async function subjectKeys(
  db: Kysely<Tables>,
  master: KeyObject,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SubjectKey>> {
  if (subjects.length === 0) return new Map()
  // As one value: of many a row each takes longer to take apart than to open.
  const { rows } = await sql<{ readonly keys: string | null }>`
    select json_agg(json_build_array(subject, wrapped, destroyed_at))::text as keys
    from navicert.subject_keys where subject = any(${subjects}::text[])`.execute(db)
  const keys = JSON.parse(rows[0]?.keys ?? '[]') as readonly KeyRow[]
  return new Map(keys.map((row) => [row[0], subjectKey(master, row)]))
}

type KeyRow = readonly [subject: string, wrapped: string | null, destroyedAt: string | null]

function subjectKey(master: KeyObject, [subject, wrapped, at]: KeyRow): SubjectKey {
  if (wrapped === null)
    return { kind: 'destroyed', at: at === null ? '' : new Date(at).toISOString() }
  try {
    return { kind: 'there', key: decrypt(master, wrapped, subject) }
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
