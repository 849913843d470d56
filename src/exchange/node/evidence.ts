import { digestOf, digestOfBytes } from '../../kernel/index.ts'
import { forks } from './fork.ts'
import type { ExchangeNode } from './node.ts'

/**
 * Digest of the keys, settlements and proofs of forks that a node goes by. A node says it in its checkpoint: two
 * that say the same have nothing of these to ask each other for.
 */
export function evidenceDigest(node: ExchangeNode): string {
  return digestOf({
    documents: node.documents().map(digestOfBytes).sort(),
    forks: [...new Set(forks(node).map(({ member, common }) => `${member} ${common}`))].sort(),
  })
}

/** An extension line of a checkpoint: `evidence: sha256:…`. */
export function printEvidence(digest: string): string {
  return `evidence: ${digest}`
}

export function hasOtherEvidence(node: ExchangeNode, extensions: readonly string[]): boolean {
  const told = extensions.filter((line) => line.startsWith('evidence: '))
  return told.length > 0 && !told.includes(printEvidence(evidenceDigest(node)))
}
