import type { JurisdictionFinding } from '../model.ts'

/** Where the goods are, before those who hold them from afar, before those who hold the persons. */
const RANK: Readonly<Record<string, number>> = { territory: 0, transit: 1, person: 3 }
const FROM_AFAR = 2

/**
 * The order in which licences are asked for: first where the goods leave from, since nothing moves
 * without that one, then from seats that hold them as a reexport, last from those that hold who acts.
 */
export function inOrderOfApplying(
  jurisdictions: readonly JurisdictionFinding[],
): readonly JurisdictionFinding[] {
  return jurisdictions
    .map((one) => ({ one, rank: rankOf(one) }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ one }) => one)
}

/** In words: why a licence of this seat is asked for. */
export function holdOf(jurisdiction: JurisdictionFinding): string {
  const rank = rankOf(jurisdiction)
  if (rank === 0) return 'where the goods leave from'
  if (rank === 1) return 'through which the goods pass'
  return rank === FROM_AFAR
    ? 'which holds them wherever they are (reexport)'
    : 'which holds those who act'
}

/** By the strongest hold: one that is sure before one that is open. */
function rankOf({ nexus }: JurisdictionFinding): number {
  const sure = nexus.filter(({ truth }) => truth === 'true')
  const holds = sure.length > 0 ? sure : nexus.filter(({ truth }) => truth === 'unknown')
  return Math.min(...holds.map(({ kind }) => RANK[kind] ?? FROM_AFAR), 4)
}
