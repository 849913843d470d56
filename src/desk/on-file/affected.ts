import { screenedQueries } from '../../determination/index.ts'
import type { Kind } from '../../on-file/index.ts'
import type { PartyQuery } from '../../screening/index.ts'
import type { Engine } from '../engine.ts'
import type { FiledRow } from './index-projection.ts'
import { mayAnswerAnew, mayClassifyAnew, reachOf } from './law-pieces.ts'
import { DEALS, type DealKind, type OpenRecords } from './records.ts'
import type { WorldChange } from './world.ts'

/** One thing on file that must be answered again, and why. */
export interface Affected {
  readonly kind: Kind
  readonly ref: string
  readonly because: readonly string[]
}

export interface LastRun {
  /** Up to where in the record it had looked. */
  readonly position: number
  /** What it could not answer. */
  readonly failed: ReadonlySet<string>
}

export interface Looking {
  readonly records: OpenRecords
  readonly engine: Engine
  /** Nothing: this is the first run, and everything is answered. */
  readonly change?: WorldChange
  readonly last?: LastRun
  /** Which parties the lists may screen otherwise; nothing where it may be any. */
  readonly near?: (queries: readonly PartyQuery[]) => ReadonlySet<number>
}

/** What on file may be answered otherwise than it was, and nothing else. */
export function affectedOf(looking: Looking): readonly Affected[] {
  const { records } = looking
  const items = records.openOf('item').map((row) => ({ row, causes: itemCauses(row, looking) }))
  const deals = DEALS.flatMap((kind) => records.openOf(kind))
  const listed = listCauses(deals, looking)
  const dealt = deals.map((row) => ({
    row,
    causes: [...dealCauses(row, looking), ...(listed.get(row) ?? [])],
  }))
  return [...items, ...dealt].flatMap(({ row: { kind, ref }, causes }) =>
    causes.length === 0 ? [] : [{ kind, ref, because: [...new Set(causes)] }],
  )
}

function ownCauses(row: FiledRow, { change, last }: Looking): readonly string[] {
  if (row.answered_at === null && !last?.failed.has(keyOf(row))) return ['It was not answered yet.']
  return [
    ...(last?.failed.has(keyOf(row)) === true ? ['It could not be answered before.'] : []),
    ...(last === undefined || row.filed_at > last.position ? ['It was changed.'] : []),
    ...(change?.everything ?? []),
  ]
}

function itemCauses(row: FiledRow, looking: Looking): readonly string[] {
  const own = ownCauses(row, looking)
  const { pieces = [], law = [] } = looking.change ?? {}
  if (own.length > 0 || pieces.length === 0) return own
  const reach = reachOf([looking.records.stated('item', row.ref)])
  return pieces.some((piece) => mayClassifyAnew(piece, reach)) ? law : []
}

function dealCauses(row: FiledRow, looking: Looking): readonly string[] {
  const { records, change, last } = looking
  const own = ownCauses(row, looking)
  const changed = records
    .allUses(row.kind, row.ref)
    .filter((used) => last !== undefined && used.filed_at > last.position)
    .map((used) => `The ${used.kind} ${used.ref} was changed.`)
  if (own.length + changed.length > 0 || change === undefined) return [...own, ...changed]
  const { pieces, law, isAnotherDay } = change
  if (pieces.length === 0 && !isAnotherDay) return []
  const transaction = records.transaction(row.kind as DealKind, row.ref)
  if (!transaction.ok) return ['What it names on file is there no more.']
  const { items, date: _own, ...rest } = transaction.value
  const reach = reachOf(Array.isArray(items) ? items : [])
  const holds = (row.holds ?? '').split(' ')
  return [
    ...(pieces.some((piece) => mayAnswerAnew(piece, reach, holds)) ? law : []),
    // A licence that runs out, a statement that grows old: days of its own count on.
    ...(isAnotherDay && DAY.test(JSON.stringify([items, rest]))
      ? ['A day passed that it names or counts from.']
      : []),
  ]
}

const DAY = /"\d{4}-\d{2}-\d{2}"/

/** Every party of every deal at once: most stand in several. */
function listCauses(
  deals: readonly FiledRow[],
  { records, engine, change, near }: Looking,
): ReadonlyMap<FiledRow, readonly string[]> {
  if (change === undefined || (change.lists.length === 0 && !change.isAnotherDay)) return new Map()
  const causes =
    change.lists.length > 0 ? change.lists : ['A day passed on which a listing begins or ends.']
  if (near === undefined)
    return change.lists.length === 0 ? new Map() : new Map(deals.map((row) => [row, causes]))
  const queries = new Map<string, { readonly query: PartyQuery; readonly rows: Set<FiledRow> }>()
  for (const row of deals) {
    const stated = records.transaction(row.kind as DealKind, row.ref)
    const read = stated.ok ? engine.parseTransaction(stated.value) : stated
    for (const query of read.ok ? screenedQueries(read.value) : []) {
      const key = JSON.stringify(query)
      const known = queries.get(key) ?? { query, rows: new Set() }
      queries.set(key, { query, rows: known.rows.add(row) })
    }
  }
  const all = [...queries.values()]
  const found = near(all.map(({ query }) => query))
  return new Map(
    all.flatMap(({ rows }, at) =>
      found.has(at) ? [...rows].map((row) => [row, causes] as const) : [],
    ),
  )
}

export function keyOf({ kind, ref }: { readonly kind: Kind; readonly ref: string }): string {
  return `${kind}:${ref}`
}
