import { z } from 'zod'
import { ok, parseShape, type Result } from '../../kernel/index.ts'
import { verifyConsistency, verifyInclusion } from '../merkle/proof.ts'
import { consistencyProof, inclusionProof, rootOf, type SubtreeHash } from '../merkle/tree.ts'
import { fromBase64, toBase64 } from '../note/base64.ts'
import type { Checkpoint } from '../note/checkpoint.ts'
import { openNote, printNote, type SignedNote } from '../note/signed-note.ts'
import { refuse } from '../refusal.ts'
import { type Head, readHead } from '../store/log-store.ts'
import type { ExchangeNode } from './node.ts'

const HASHES = z.array(z.string().max(44)).max(64)
const BRANCH = z.strictObject({
  /** A checkpoint that the member signed. */
  checkpoint: z.string().max(20_000),
  /** From the last common size. */
  consistency: HASHES,
  /** The first leaf that differs. */
  leaf: z.string().max(44),
  inclusion: HASHES,
})
const EVIDENCE = z.strictObject({
  member: z.string().max(20),
  /** How many entries the two histories share. */
  common: z.int().nonnegative(),
  /** The root over those. */
  root: z.string().max(44),
  branches: z.tuple([BRANCH, BRANCH]),
})

/**
 * Two checkpoints of one log that cannot both be true. It proves itself: both are signed by the member, both
 * trees begin with the same root over `common` entries, and the next entry differs.
 */
export type ForkEvidence = z.infer<typeof EVIDENCE>

export function parseEvidence(value: unknown): Result<ForkEvidence> {
  return parseShape(EVIDENCE, value)
}

/** One of two histories: its signed head and its tree. */
interface History {
  readonly head: Head
  readonly hashes: SubtreeHash
}

export function evidenceOf(
  member: string,
  common: number,
  one: History,
  other: History,
): ForkEvidence {
  const root = toBase64(rootOf(one.hashes, common))
  return { member, common, root, branches: [branchOf(one, common), branchOf(other, common)] }
}

function branchOf({ head, hashes }: History, common: number): ForkEvidence['branches'][0] {
  const { size, origin } = head.checkpoint
  const signatures = head.note.signatures.filter(({ name }) => name === origin)
  return {
    checkpoint: printNote({ text: head.note.text, signatures }),
    consistency: consistencyProof(hashes, common, size).map(toBase64),
    leaf: toBase64(hashes(0, common)),
    inclusion: inclusionProof(hashes, common, size).map(toBase64),
  }
}

/** Whether the evidence holds, by the keys that the member's root delegated at any time. */
export function verifyFork(node: ExchangeNode, evidence: ForkEvidence): Result<ForkEvidence> {
  const { common, branches, member } = evidence
  const root = fromBase64(evidence.root)
  const leaves = branches.map(({ leaf }) => fromBase64(leaf))
  const [one, other] = leaves
  if (root === undefined || one === undefined || other === undefined || one.equals(other)) {
    return refuse('fork-not-proven', 'The two histories do not differ there.')
  }
  for (const branch of branches) {
    const head = readHead(Buffer.from(branch.checkpoint))
    const isOwn = head !== undefined && isSignedBy(node, member, head.note, head.checkpoint)
    if (!isOwn || !holds(branch, head.checkpoint, common, root)) {
      return refuse(
        'fork-not-proven',
        `A branch is not proven to be signed by ${member.slice(0, 20)}.`,
      )
    }
  }
  return ok(evidence)
}

function isSignedBy(
  node: ExchangeNode,
  member: string,
  note: SignedNote,
  { origin }: Checkpoint,
): boolean {
  const keys = node.everyCheckpointKey(member).flatMap(([ed25519]) => ed25519 ?? [])
  return origin === node.originOf(member) && openNote(note, keys).ok
}

function holds(
  branch: ForkEvidence['branches'][0],
  checkpoint: Checkpoint,
  common: number,
  root: Buffer,
): boolean {
  const consistency = branch.consistency.map((hash) => fromBase64(hash) ?? Buffer.alloc(0))
  const inclusion = branch.inclusion.map((hash) => fromBase64(hash) ?? Buffer.alloc(0))
  const leaf = fromBase64(branch.leaf) ?? Buffer.alloc(0)
  return (
    (common > 0 || root.equals(rootOf(noHash, 0))) &&
    verifyConsistency(common, checkpoint.size, consistency, root, checkpoint.root) &&
    verifyInclusion(leaf, common, checkpoint.size, inclusion, checkpoint.root)
  )
}

function noHash(): Buffer {
  return Buffer.alloc(0)
}

/** Forks that this node holds proof of. */
export function forks(node: ExchangeNode): readonly ForkEvidence[] {
  return node.files.list('forks').flatMap((name) => {
    const text = node.files.read(`forks/${name}`)?.toString() ?? 'null'
    const evidence = parseEvidence(JSON.parse(text))
    return evidence.ok ? [evidence.value] : []
  })
}
