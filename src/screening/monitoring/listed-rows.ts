import { contains, type Digest, digestOfBytes, type LegalDate } from '../../kernel/index.ts'
import type { ListedParty, Snapshot } from '../model.ts'
import type { ListPolicy } from '../policy.ts'

/** Rows by list and id; where a list gives one id twice, the later rows are told apart by their place. */
export type ListedRows = ReadonlyMap<string, ListedParty>

/** Of {@link chosenRows} those in force on a day. */
export function rowsInForce(
  snapshots: readonly Snapshot[],
  asOf: LegalDate,
  policy: ListPolicy,
): ListedRows {
  return keyed(chosenRows(snapshots, policy).filter((row) => contains(row, asOf)))
}

/**
 * The rows that are screened against: each list from the newest snapshot that holds it, of one day from the
 * source that the policy names first, as `createScreener` takes them.
 */
export function chosenRows(
  snapshots: readonly Snapshot[],
  policy: ListPolicy,
): readonly ListedParty[] {
  const order = ({ source }: Snapshot): number =>
    policy.sources.findIndex((known) => known.source === source)
  const preferred = snapshots.toSorted(
    (a, b) =>
      (a.published < b.published ? 1 : a.published > b.published ? -1 : 0) || order(a) - order(b),
  )
  const chosen = new Map<string, Snapshot>()
  for (const snapshot of preferred) {
    for (const list of snapshot.lists) if (!chosen.has(list)) chosen.set(list, snapshot)
  }
  return snapshots.flatMap((snapshot) =>
    snapshot.parties.filter((party) => chosen.get(party.list) === snapshot),
  )
}

export function keyed(rows: readonly ListedParty[]): ListedRows {
  const all = new Map<string, ListedParty>()
  for (const row of rows) {
    let { id } = row
    for (let again = 2; all.has(keyOf(row.list, id)); again += 1) id = `${row.id} ${again}`
    all.set(keyOf(row.list, id), id === row.id ? row : { ...row, id })
  }
  return all
}

export function keyOf(list: string, row: string): string {
  return `${list} ${row}`
}

/** Rows are not changed once they are made: a run that goes portion by portion asks for the digest of the same each time. */
const digests = new WeakMap<ListedRows, Digest>()

export function digestOfRows(rows: ListedRows): Digest {
  const known = digests.get(rows)
  if (known !== undefined) return known
  const digest = digestOfBytes(
    [...rows]
      .map(([key, row]) => `${key} ${JSON.stringify(row)}`)
      .toSorted()
      .join('\n'),
  )
  digests.set(rows, digest)
  return digest
}

/** What differs to the letter: a word printed otherwise may make or unmake a hit. */
export interface RowsDelta {
  /** Rows added and rows changed, as they are now. */
  readonly fresh: readonly ListedParty[]
  /** Keys of rows added, changed and removed. */
  readonly touched: ReadonlySet<string>
}

export function deltaOf(before: ListedRows, after: ListedRows): RowsDelta {
  const fresh: ListedParty[] = []
  const touched = new Set<string>()
  if (before === after) return { fresh, touched }
  for (const [key, row] of after) {
    const earlier = before.get(key)
    if (earlier !== undefined && JSON.stringify(earlier) === JSON.stringify(row)) continue
    fresh.push(row)
    touched.add(key)
  }
  for (const key of before.keys()) if (!after.has(key)) touched.add(key)
  return { fresh, touched }
}
