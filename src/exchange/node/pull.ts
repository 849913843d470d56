import { digestOfBytes } from '../../kernel/index.ts'
import { sameHash } from '../merkle/hash.ts'
import { blobPath, missingBlobs, setMissing } from './absorb.ts'
import { hasOtherEvidence } from './evidence.ts'
import { parseEvidence, verifyFork } from './fork.ts'
import { parseHeads, type SeenHead } from './heads.ts'
import { type ImportReport, importLog } from './import-log.ts'
import type { ExchangeNode } from './node.ts'
import { isStanding, keepFork } from './settled.ts'
import type { PeerSource } from './source.ts'

/**
 * What a peer has that this node has not: its own log, and what it has seen of others where that is more
 * than, or other than, what is known here. Without news it costs one small read.
 */
export async function pull(node: ExchangeNode, peer: PeerSource): Promise<readonly ImportReport[]> {
  const first = await importLog(node, peer.member, peer.log(peer.member))
  const reports = [await withNewKeys(node, peer, first)]
  const { extensions = [] } = node.log(peer.member).head?.checkpoint ?? {}
  const isThere = first.outcome !== 'unreachable'
  if (isThere && hasOtherEvidence(node, extensions)) await pullEvidence(node, peer)
  for (const member of wantedOf(node, parseHeads(extensions))) {
    if (member !== peer.member) reports.push(await importLog(node, member, peer.log(member)))
  }
  await fetchBlobs(node, peer)
  return reports
}

/** A checkpoint by a key not known yet: perhaps the peer has the delegation. */
async function withNewKeys(
  node: ExchangeNode,
  peer: PeerSource,
  first: ImportReport,
): Promise<ImportReport> {
  if (first.outcome !== 'refused') return first
  node.learn(await peer.documents())
  return await importLog(node, peer.member, peer.log(peer.member))
}

/**
 * Logs of which the peer has seen more, or other, than is known here. A history that a root has settled on and that
 * is not here yet is asked of everybody: who has it may be one that cannot write now.
 */
function wantedOf(node: ExchangeNode, seen: readonly SeenHead[]): readonly string[] {
  const named = seen.filter((head) => !isKnown(node, head)).map(({ member }) => member)
  const settled = node.trust.settlements.map(({ document }) => document.member)
  return node.members.filter(
    (member) => named.includes(member) || (settled.includes(member) && !isStanding(node, member)),
  )
}

function isKnown(node: ExchangeNode, { member, size, root }: SeenHead): boolean {
  const log = node.log(member)
  return size <= log.size && sameHash(log.rootAt(size), root)
}

async function fetchBlobs(node: ExchangeNode, peer: PeerSource): Promise<void> {
  const missing = missingBlobs(node)
  if (missing.length === 0) return
  for (const digest of missing) {
    const bytes = await peer.blob(digest)
    if (bytes !== undefined && digestOfBytes(bytes) === digest) {
      node.files.write(blobPath(digest), bytes)
    }
  }
  setMissing(node, missing)
}

/**
 * Keys and proofs of forks that a peer has, which prove themselves: also from one that cannot write now.
 * `pull` asks where the peer's checkpoint says that it goes by others.
 */
export async function pullEvidence(node: ExchangeNode, peer: PeerSource): Promise<void> {
  node.learn(await peer.documents())
  for (const found of await peer.forks()) {
    const evidence = parseEvidence(found)
    if (evidence.ok && verifyFork(node, evidence.value).ok) keepFork(node, evidence.value)
  }
}
