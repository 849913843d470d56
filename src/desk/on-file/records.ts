import type { StatedItem, StatedParty } from '../../catalogue/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { Kind, Lookup, Stated, StatedTool } from '../../on-file/index.ts'
import { transactionOf, usesOf } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import type { FiledRow } from './index-projection.ts'
import { Shelf } from './shelf.ts'

/** What is answered with the whole of the law. */
export const DEALS = ['order', 'ticket'] as const
export type DealKind = (typeof DEALS)[number]

/** All deals that are open, with what they name on file, opened: what a recheck looks through. */
export class OpenRecords {
  /** By kind and number, of everything open and of what it names. */
  readonly rows: ReadonlyMap<string, FiledRow>
  readonly #stated: ReadonlyMap<string, Stated>

  private constructor(rows: ReadonlyMap<string, FiledRow>, stated: ReadonlyMap<string, Stated>) {
    this.rows = rows
    this.#stated = stated
  }

  /** Of parties only those that a deal or a tool names are opened: of them there are most. */
  static async open(store: Store): Promise<OpenRecords> {
    const rows = new Map<string, FiledRow>()
    const stated = new Map<string, Stated>()
    const take = async (kind: Kind, refs?: readonly string[]): Promise<void> => {
      const shelf = new Shelf(store, kind, 'nobody')
      const found = [...(await shelf.rows(refs)).values()].filter(
        (row) => !row.is_erased && (row.is_open || refs !== undefined),
      )
      for (const row of found) rows.set(`${kind}:${row.ref}`, row)
      for (const [ref, one] of await shelf.stated(found)) stated.set(`${kind}:${ref}`, one)
    }
    const named = (kind: Kind, by: readonly Kind[]): readonly string[] => [
      ...new Set(
        [...stated].flatMap(([key, one]) => {
          const of = by.find((user) => key.startsWith(`${user}:`))
          const uses = of === undefined ? [] : usesOf(of, one)
          return uses.flatMap((use) => (use.kind === kind ? [use.ref] : []))
        }),
      ),
    ]
    await take('order')
    await take('ticket')
    await take('tool', named('tool', ['ticket']))
    await take('item')
    await take(
      'item',
      named('item', ['order', 'ticket', 'tool']).filter((ref) => !rows.has(`item:${ref}`)),
    )
    await take('party', named('party', ['order', 'ticket', 'tool']))
    return new OpenRecords(rows, stated)
  }

  /** Those of a kind that are open. */
  openOf(kind: Kind): readonly FiledRow[] {
    return [...this.rows.values()].filter((row) => row.kind === kind && row.is_open)
  }

  stated(kind: Kind, ref: string): Stated | undefined {
    return this.#stated.get(`${kind}:${ref}`)
  }

  /** The transaction that a deal is, with what it names put in its place. */
  transaction(kind: DealKind, ref: string): Result<Stated> {
    return transactionOf(kind, this.stated(kind, ref) ?? {}, this.#lookup)
  }

  /** What a deal names, what that names, and so on. */
  allUses(kind: Kind, ref: string): readonly FiledRow[] {
    const stated = this.stated(kind, ref)
    if (stated === undefined) return []
    return usesOf(kind, stated).flatMap((use) => {
      const row = this.rows.get(`${use.kind}:${use.ref}`)
      return [...(row === undefined ? [] : [row]), ...this.allUses(use.kind, use.ref)]
    })
  }

  /** They were held against their shapes when they were filed. */
  readonly #lookup: Lookup = {
    item: (ref) => this.stated('item', ref) as StatedItem | undefined,
    party: (ref) => this.stated('party', ref) as unknown as StatedParty | undefined,
    tool: (ref) => this.stated('tool', ref) as unknown as StatedTool | undefined,
  }
}
