import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { assert } from './assert.ts'

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = string & { readonly __brand: 'Digest' }

/** RFC 8785. Numbers in signed documents are integers or decimal strings, so that no float is printed. */
export function canonicalJson(value: unknown): string {
  const text = (canonicalize as unknown as (value: unknown) => string | undefined)(value)
  assert(text !== undefined, 'a value to be signed is JSON')
  return text
}

export function digestOfBytes(bytes: Uint8Array | string): Digest {
  return `sha256:${hash('sha256', bytes)}` as Digest
}

export function digestOf(value: unknown): Digest {
  return digestOfBytes(canonicalJson(value))
}
