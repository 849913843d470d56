import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '../../people/index.ts'

/** A token as it is kept: never the secret, only its digest. */
export interface KeptToken {
  readonly id: string
  readonly name: string
  /** SHA-256 of the secret: it is random, so nothing slower is needed. */
  readonly digest: string
  readonly scopes: readonly Scope[]
  readonly made: string
  /** The last moment at which it is good; absent: until revoked. */
  readonly expires?: string
}

/** `navicert_<id>_<secret>`: told apart by scanners for leaked secrets. */
const FORM = /^navicert_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

export interface MadeToken {
  /** Shown once. */
  readonly text: string
  readonly kept: KeptToken
}

export function makeToken(
  about: Pick<KeptToken, 'name' | 'scopes' | 'made' | 'expires'>,
): MadeToken {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { text: `navicert_${id}_${secret}`, kept: { ...about, id, digest: digestOf(secret) } }
}

export function readToken(
  text: string,
): { readonly id: string; readonly digest: string } | undefined {
  const [, id, secret] = FORM.exec(text) ?? []
  return id === undefined || secret === undefined ? undefined : { id, digest: digestOf(secret) }
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
