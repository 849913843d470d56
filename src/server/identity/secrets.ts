import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * `navicert_<id>_<secret>`: an API token, told apart by scanners for leaked secrets; `navicert-link_…`: a
 * link to sign up with, `navicert-invitation_…`: one into an organisation; each good once.
 */
const PREFIXES = {
  token: 'navicert',
  link: 'navicert-link',
  invitation: 'navicert-invitation',
} as const
type Kind = keyof typeof PREFIXES

export interface MadeSecret {
  /** Shown once. */
  readonly text: string
  readonly id: string
  /** SHA-256 of the secret, in hexadecimal: it is random, so nothing slower is needed. */
  readonly digest: string
}

export function makeSecret(kind: Kind): MadeSecret {
  const id = randomBytes(6).toString('hex')
  const secret = randomSecret()
  return { text: `${PREFIXES[kind]}_${id}_${secret}`, id, digest: digestOfSecret(secret) }
}

export function readSecret(
  kind: Kind,
  text: string,
): { readonly id: string; readonly digest: string } | undefined {
  const [, prefix, id, secret] = /^([a-z-]+)_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  if (prefix !== PREFIXES[kind] || id === undefined || secret === undefined) return undefined
  return { id, digest: digestOfSecret(secret) }
}

/** 256 bits that nobody guesses. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Takes as long for a wrong one as for the right one. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
