import type { SignedNote } from '../note/signed-note.ts'
import { rootAt } from '../trust/trust.ts'
import type { ExchangeNode } from './node.ts'
import { witnessTimes } from './witness-times.ts'

/** Of so many others, so many must have seen a checkpoint: two thirds, rounded up. */
export function quorumOf(others: number): number {
  return Math.max(1, Math.ceil((2 * others) / 3))
}

/**
 * When a checkpoint was witnessed (milliseconds): the median of the times of the others' witnesses, of the
 * two in the middle the later, so that one clock alone dates nothing back. Undefined without a quorum.
 */
export function quorumTime(
  node: ExchangeNode,
  member: string,
  note: SignedNote,
): number | undefined {
  const times = node.members
    .filter((witness) => witness !== member)
    .flatMap((witness) => {
      const seen = witnessTimes(node, witness, note)
      return seen.length === 0 ? [] : [{ witness, at: Math.min(...seen) }]
    })
    .sort((one, other) => one.at - other.at)
  const latest = times.at(-1)
  if (latest === undefined) return undefined
  const others = rootAt(node.trust, latest.at)
    .members.map((found) => found.member)
    .filter((found) => found !== member)
  const counted = times.filter(({ witness }) => others.includes(witness))
  if (counted.length < quorumOf(others.length)) return undefined
  return counted[Math.floor(counted.length / 2)]?.at
}
