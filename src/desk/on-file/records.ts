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

  /** Everything open, and what it names. Of parties only these are opened: of them there are most. */
  static async open(store: Store): Promise<OpenRecords> {
    const gathering = new Gathering(store)
    await gathering.take('order')
    await gathering.take('ticket')
    await gathering.take('tool')
    await gathering.take('item')
    await gathering.takeNamed()
    return new OpenRecords(gathering.rows, gathering.stated)
  }

  /** These, which are not on file yet, and what they name. */
  static async around(
    store: Store,
    kind: Kind,
    stated: ReadonlyMap<string, Stated>,
  ): Promise<OpenRecords> {
    const gathering = new Gathering(store)
    for (const [ref, one] of stated) gathering.stated.set(`${kind}:${ref}`, one)
    await gathering.takeNamed()
    return new OpenRecords(gathering.rows, gathering.stated)
  }

  /** Those of a kind that are open. */
  openOf(kind: Kind): readonly FiledRow[] {
    return [...this.rows.values()].filter((row) => row.kind === kind && row.is_open)
  }

  stated(kind: Kind, ref: string): Stated | undefined {
    return this.#stated.get(`${kind}:${ref}`)
  }

  has(kind: Kind, ref: string): boolean {
    return this.#stated.has(`${kind}:${ref}`)
  }

  /** The transaction that a deal is, with what it names put in its place. */
  transaction(kind: DealKind, ref: string): Result<Stated> {
    return this.transactionOf(kind, this.stated(kind, ref) ?? {})
  }

  transactionOf(kind: DealKind, stated: Stated): Result<Stated> {
    return transactionOf(kind, stated, this.#lookup)
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

class Gathering {
  readonly rows = new Map<string, FiledRow>()
  readonly stated = new Map<string, Stated>()
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** These, or all that are open. */
  async take(kind: Kind, refs?: readonly string[]): Promise<void> {
    const shelf = new Shelf(this.#store, kind, 'nobody')
    const found = [...(await shelf.rows(refs)).values()].filter(
      (row) => !row.is_erased && (row.is_open || refs !== undefined),
    )
    for (const row of found) this.rows.set(`${kind}:${row.ref}`, row)
    for (const [ref, one] of await shelf.stated(found)) this.stated.set(`${kind}:${ref}`, one)
  }

  /** What is named and not here yet: tools first, for they name items and parties in turn. */
  async takeNamed(): Promise<void> {
    for (const kind of ['tool', 'item', 'party'] as const) {
      const named = [...this.stated].flatMap(([key, one]) =>
        usesOf(kindOf(key), one).flatMap((use) =>
          use.kind === kind && !this.stated.has(`${kind}:${use.ref}`) ? [use.ref] : [],
        ),
      )
      if (named.length > 0) await this.take(kind, [...new Set(named)])
    }
  }
}

function kindOf(key: string): Kind {
  return key.slice(0, key.indexOf(':')) as Kind
}
