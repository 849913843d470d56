import { type ImportReport, importLog, openHead } from './import-log.ts'
import type { ExchangeNode } from './node.ts'
import { noteRolledBack } from './own-log.ts'
import { settledName } from './settled.ts'
import type { PeerSource, Witness } from './source.ts'

/**
 * The own log as the others know it: what a node looks for when it starts, so that a disk that was put back is
 * noticed, and made whole, before it writes a second history. Mirrors have the entries; a witness may know that
 * there were more although nobody has them.
 */
export async function recoverOwnLog(
  node: ExchangeNode,
  peers: readonly (PeerSource & Witness)[],
): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = []
  for (const peer of peers) reports.push(await importLog(node, node.member, peer.log(node.member)))
  for (const peer of peers) await noteWitnessed(node, peer)
  return reports
}

/**
 * How much of the own log a witness has seen, believed for the own signature alone: a number that anybody may say
 * would keep an honest member from writing for ever.
 */
export async function noteWitnessed(node: ExchangeNode, witness: Witness): Promise<void> {
  const bytes = await witness.witnessed(settledName(node, node.member))
  const head = bytes && openHead(node, node.member, bytes)
  if (head?.ok) noteRolledBack(node, head.value.checkpoint.size)
}
