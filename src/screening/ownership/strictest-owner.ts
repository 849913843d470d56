import type { GraphParty, ListedRow, StrictestOwner } from './model.ts'
import type { OwnershipRules } from './rules.ts'

interface OwnedRow {
  readonly owner: GraphParty
  readonly row: ListedRow
}

/**
 * Of several listed owners the one whose row is the most restrictive, by the order of words that the
 * law's table gives. A row whose words stand in no order leaves the answer to a reader.
 */
export function strictestOwner(
  rows: readonly OwnedRow[],
  { strictest }: OwnershipRules,
): StrictestOwner | undefined {
  const ordered = rows
    .map((one) => ({ ...one, rank: rankOf(one.row, strictest) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank) || (orderOf(a) < orderOf(b) ? -1 : 1))
  const [first] = ordered
  if (first === undefined) return undefined
  const others = [...new Set(ordered.slice(1).map(({ owner }) => owner.id))]
  const unread = ordered.some(({ rank }) => rank.some((place) => place === UNREAD))
  return {
    owner: first.owner.id,
    row: first.row,
    ranked: ordered.length === 1 || !unread,
    others: others.filter((id) => id !== first.owner.id),
  }
}

const UNREAD = Number.MAX_SAFE_INTEGER

function rankOf(
  { rule }: ListedRow,
  words: OwnershipRules['strictest'],
): readonly [number, number] {
  return [
    placeOf(rule.licenceRequirement, words.requirement),
    placeOf(rule.reviewPolicy, words.policy),
  ]
}

function placeOf(printed: string | undefined, words: readonly string[]): number {
  const text = printed?.toLowerCase() ?? ''
  const at = words.findIndex((word) => text.includes(word))
  return at < 0 ? UNREAD : at
}

function compareRanks(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1]
}

function orderOf({ owner, row }: OwnedRow): string {
  return `${owner.id} ${row.list} ${row.name}`
}
