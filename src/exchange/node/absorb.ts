import { z } from 'zod'
import type { Digest } from '../../kernel/index.ts'
import { parseEnvelope } from '../entry/envelope.ts'
import { type EntryHeader, parseHeader } from '../entry/header.ts'
import { fromBase64 } from '../note/base64.ts'
import { parseEvidence, verifyFork } from './fork.ts'
import type { ExchangeNode } from './node.ts'
import { keepFork } from './settled.ts'

/** Messages of the exchange itself: whoever sends them, they prove themselves. */
export const DOCUMENT_TYPE = 'key.document'
export const FORK_TYPE = 'checkpoint.fork'
export const WITNESSED_TYPE = 'checkpoint.witnessed'

const DOCUMENT_BODY = z.object({ document: z.string() })

/** Reads new entries of a log for what the exchange itself goes by, and for blobs to fetch. */
export function absorb(node: ExchangeNode, member: string, from: number): void {
  const blobs: Digest[] = []
  for (const bytes of node.log(member).entries(from)) {
    const envelope = parseEnvelope(bytes)
    const header = envelope.ok ? parseHeader(envelope.value.payload) : envelope
    if (!header.ok) continue
    if (header.value.sealed !== undefined) blobs.push(header.value.sealed.digest)
    absorbMessage(node, header.value)
  }
  if (blobs.length > 0) setMissing(node, [...missingBlobs(node), ...blobs])
}

function absorbMessage(node: ExchangeNode, { type, body }: EntryHeader): void {
  if (type === DOCUMENT_TYPE) {
    const document = DOCUMENT_BODY.safeParse(body)
    const bytes = document.success ? fromBase64(document.data.document) : undefined
    if (bytes !== undefined) node.learn([bytes])
  }
  if (type === FORK_TYPE) {
    const evidence = parseEvidence(body)
    if (evidence.ok && verifyFork(node, evidence.value).ok) keepFork(node, evidence.value)
  }
}

const MISSING = 'blobs-missing.json'

/** Blobs that entries name and that have not come yet. */
export function missingBlobs(node: ExchangeNode): readonly Digest[] {
  return JSON.parse(node.files.read(MISSING)?.toString() ?? '[]') as Digest[]
}

export function setMissing(node: ExchangeNode, digests: readonly Digest[]): void {
  const missing = [...new Set(digests)].filter((digest) => readBlob(node, digest) === undefined)
  node.files.write(MISSING, Buffer.from(JSON.stringify(missing)))
}

export function readBlob(node: ExchangeNode, digest: Digest): Buffer | undefined {
  return node.files.read(blobPath(digest))
}

export function blobPath(digest: Digest): string {
  return `blobs/${digest.slice(7)}`
}
