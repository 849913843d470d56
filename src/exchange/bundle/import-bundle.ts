import { ok, type Result } from '../../kernel/index.ts'
import { type ImportReport, importLog } from '../node/import-log.ts'
import type { ExchangeNode } from '../node/node.ts'
import { pull, pullEvidence } from '../node/pull.ts'
import { type BundleManifest, readBundle } from './bundle.ts'

export interface BundleReport {
  readonly manifest: BundleManifest
  readonly logs: readonly ImportReport[]
}

/** Takes what is new in a bundle, checked as from a network; a second time it changes nothing. */
export async function importBundle(
  node: ExchangeNode,
  bytes: Uint8Array,
): Promise<Result<BundleReport>> {
  const bundle = readBundle(node, bytes)
  if (!bundle.ok) return bundle
  const { manifest, peer } = bundle.value
  await pullEvidence(node, peer)
  const logs: ImportReport[] = []
  for (const { member } of manifest.logs) {
    if (node.members.includes(member)) logs.push(await importLog(node, member, peer.log(member)))
  }
  // Once more as from a peer, for the blobs that new entries name.
  await pull(node, peer)
  return ok({ manifest, logs })
}

/** Of each log, how much the maker of a bundle held: a receipt for what it was sent. */
export function receiptOf(
  node: ExchangeNode,
  bytes: Uint8Array,
): Result<ReadonlyMap<string, number>> {
  const bundle = readBundle(node, bytes)
  if (!bundle.ok) return bundle
  return ok(new Map(bundle.value.manifest.logs.map(({ member, until }) => [member, until])))
}
