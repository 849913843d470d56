import { hash } from 'node:crypto'

export const HASH_BYTES = 32

/** RFC 6962 §2.1: leaves and inner nodes are hashed apart, so that neither is taken for the other. */
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer')

export function leafHash(data: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, data]), 'buffer')
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer')
}

export function sameHash(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0
}
