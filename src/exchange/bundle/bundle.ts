import { z } from 'zod'
import {
  canonicalJson,
  type Digest,
  digestOfBytes,
  ok,
  parseShape,
  type Result,
  readJson,
} from '../../kernel/index.ts'
import { isSignedBy, parseEnvelope, signEnvelope } from '../entry/envelope.ts'
import { parseHeader } from '../entry/header.ts'
import { hashesAt, type Tile, tilePath, tilesOf } from '../merkle/tile.ts'
import { readBlob } from '../node/absorb.ts'
import { forks } from '../node/fork.ts'
import type { ExchangeNode } from '../node/node.ts'
import type { PeerSource } from '../node/source.ts'
import { fromBase64 } from '../note/base64.ts'
import { printNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { delegationsOf } from '../trust/trust.ts'

const MANIFEST = z.strictObject({
  v: z.literal(1),
  regime: z.string(),
  /** Whose node made it. */
  from: z.string(),
  createdAt: z.iso.datetime(),
  /** What it brings of each log; `until` is also the receipt for what its maker holds. */
  logs: z.array(
    z.strictObject({
      member: z.string(),
      since: z.int().nonnegative(),
      until: z.int().nonnegative(),
    }),
  ),
  parts: z
    .array(
      z.strictObject({
        path: z.string().max(200),
        size: z.int().nonnegative(),
        digest: z.string(),
      }),
    )
    .max(1_000_000),
})

export type BundleManifest = z.infer<typeof MANIFEST>

const PAYLOAD_TYPE = 'application/vnd.navicert.exchange.bundle+json'

/** What a node holds beyond those sizes, in one file for where no network goes: signed by the node. */
export function exportBundle(
  node: ExchangeNode,
  since: ReadonlyMap<string, number> = new Map(),
): Buffer {
  const parts = new Map<string, Buffer>()
  const documents = node.documents().map((bytes) => bytes.toString('utf8'))
  parts.set('/trust', Buffer.from(JSON.stringify(documents)))
  parts.set('/forks', Buffer.from(JSON.stringify(forks(node))))
  const logs = node.members.map((member) => {
    // Who holds another history needs this one from where they part.
    const parted = forks(node).flatMap((one) => (one.member === member ? [one.common] : []))
    const from = Math.min(since.get(member) ?? 0, node.log(member).size, ...parted)
    addLog(node, member, from, parts)
    return { member, since: from, until: node.log(member).size }
  })
  const manifest: BundleManifest = {
    v: 1,
    regime: node.regime,
    from: node.member,
    createdAt: new Date(node.now()).toISOString(),
    logs,
    parts: [...parts].map(([path, bytes]) => {
      return { path, size: bytes.length, digest: digestOfBytes(bytes) }
    }),
  }
  const payload = Buffer.from(canonicalJson(manifest))
  const envelope = signEnvelope(PAYLOAD_TYPE, payload, [node.keys.node])
  return Buffer.concat([envelope, Buffer.from('\n'), ...parts.values()])
}

function addLog(
  node: ExchangeNode,
  member: string,
  since: number,
  parts: Map<string, Buffer>,
): void {
  const log = node.log(member)
  if (log.head === undefined) return
  parts.set(`/logs/${member}/checkpoint`, Buffer.from(printNote(log.head.note)))
  const tiles: Tile[] = since < log.size ? [...tilesOf('entries', log.size, since)] : []
  for (let level = 0; hashesAt(level, log.size) > 0; level += 1) {
    tiles.push(...tilesOf(level, log.size, level === 0 ? since : 0))
  }
  for (const tile of tiles) {
    const bytes = log.tile(tile)
    if (bytes !== undefined) parts.set(`/logs/${member}/${tilePath(tile)}`, bytes)
  }
  for (const bytes of log.entries(since)) {
    const envelope = parseEnvelope(bytes)
    const header = envelope.ok ? parseHeader(envelope.value.payload) : envelope
    const digest = header.ok ? header.value.sealed?.digest : undefined
    const blob = digest && readBlob(node, digest)
    if (digest !== undefined && blob !== undefined) parts.set(`/blob/${digest.slice(7)}`, blob)
  }
}

export interface Bundle {
  readonly manifest: BundleManifest
  /** What is in it, as its maker would serve it: to be imported as from a peer, and believed no more. */
  readonly peer: PeerSource
}

const AGAIN = 'Fetch the file again from who made it: navicert regime log export --out FILE.'

/** Reads a bundle: whole, unaltered, and signed by the node that it says made it. */
export function readBundle(node: ExchangeNode, bytes: Uint8Array): Result<Bundle> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = whole.indexOf(0x0a)
  const envelope = parseEnvelope(whole.subarray(0, Math.max(end, 0)))
  if (!envelope.ok || envelope.value.payloadType !== PAYLOAD_TYPE) {
    return refuse('bundle-malformed', 'The file is no bundle of the exchange.', AGAIN)
  }
  const json = readJson(envelope.value.payload.toString('utf8'))
  const manifest = json.ok ? parseShape(MANIFEST, json.value) : json
  if (!manifest.ok) return manifest
  const parts = partsOf(manifest.value, whole.subarray(end + 1))
  if (parts === undefined) {
    return refuse(
      'bundle-altered',
      'The parts of the bundle are not those that its maker signed.',
      AGAIN,
    )
  }
  const { from, regime } = manifest.value
  if (regime !== node.regime) {
    return refuse(
      'bundle-of-another-regime',
      `The bundle is of the regime ${regime.slice(0, 60)}, and this node of ${node.regime}.`,
      'Name the data folder of the node in that regime with --data.',
    )
  }
  // Judged by the keys that it brings along, of which nothing is kept unless it is taken.
  const trust = node.trustWith(textsOf(parts.get('/trust')))
  const isSigned = delegationsOf(trust, from).some(({ nodeKey }) =>
    isSignedBy(envelope.value, fromBase64(nodeKey) ?? Buffer.alloc(0)),
  )
  if (!isSigned) {
    return refuse(
      'bundle-not-signed',
      `No key that ${from.slice(0, 20)} delegated signed the bundle.`,
      'Ask its maker; take in its delegation first if it is new: navicert regime log learn FILE.',
    )
  }
  return ok({ manifest: manifest.value, peer: peerOf(from, parts) })
}

function partsOf(manifest: BundleManifest, bytes: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const parts = new Map<string, Buffer>()
  let at = 0
  for (const { path, size, digest } of manifest.parts) {
    const part = bytes.subarray(at, at + size)
    if (part.length !== size || digestOfBytes(part) !== digest) return undefined
    parts.set(path, part)
    at += size
  }
  return at === bytes.length ? parts : undefined
}

function peerOf(from: string, parts: ReadonlyMap<string, Buffer>): PeerSource {
  return {
    member: from,
    documents: async () => textsOf(parts.get('/trust')),
    forks: async () => listOf(parts.get('/forks')),
    log: (member) => ({
      checkpoint: async () => parts.get(`/logs/${member}/checkpoint`),
      tile: async (tile) => parts.get(`/logs/${member}/${tilePath(tile)}`),
    }),
    blob: async (digest: Digest) => parts.get(`/blob/${digest.slice(7)}`),
  }
}

function textsOf(part: Buffer | undefined): readonly Buffer[] {
  return listOf(part)
    .filter((text) => typeof text === 'string')
    .map((text) => Buffer.from(text))
}

function listOf(part: Buffer | undefined): readonly unknown[] {
  const json = readJson(part?.toString('utf8') ?? '[]')
  return json.ok && Array.isArray(json.value) ? (json.value as readonly unknown[]) : []
}
