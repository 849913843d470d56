import {
  exportRows,
  ITEMS,
  itemCells,
  orderCells,
  PARTIES,
  partyCells,
  type ReadRows,
  readItems,
  readParties,
  readShipments,
  readTickets,
  readTools,
  SHIPMENTS,
  type Table,
  type Template,
  TICKETS,
  TOOLS,
  ticketCells,
  toolCells,
} from '../../catalogue/index.ts'
import type { Result } from '../../kernel/index.ts'
import type { Kind, Stated } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import { Shelf } from './shelf.ts'

/** How each kind stands in a table. */
interface KindTable {
  readonly read: (table: Table) => Result<ReadRows<object>>
  /** The rows of a table that reads to the same again. */
  readonly rows: (all: readonly Stated[]) => readonly (readonly string[])[]
}

const kindTable = (
  template: Template,
  read: KindTable['read'],
  cells: Parameters<typeof exportRows>[2],
): KindTable => ({ read, rows: (all) => exportRows(template, all, cells, read) })

/** Whatever an order names was on file when it came there. */
const NAMED = { has: () => true, get: (ref: string) => ({ onFile: ref }) }

export const KIND_TABLES: Readonly<Record<Kind, KindTable>> = {
  item: kindTable(ITEMS, readItems, itemCells),
  party: kindTable(PARTIES, readParties, partyCells),
  tool: kindTable(TOOLS, readTools, toolCells),
  ticket: kindTable(TICKETS, readTickets, ticketCells),
  order: kindTable(
    SHIPMENTS,
    (table) => readShipments(table, { items: NAMED, parties: NAMED }),
    orderCells,
  ),
}

/** How a table of a kind is read; orders name items and parties that are on file. */
export async function tableReadingOf(store: Store, kind: Kind): Promise<KindTable['read']> {
  if (kind !== 'order') return KIND_TABLES[kind].read
  const beside = {
    items: await numbersOnFile(store, 'item'),
    parties: await numbersOnFile(store, 'party'),
  }
  return (table) => readShipments(table, beside)
}

/** What a table may name of what is on file, each standing for itself. */
export async function numbersOnFile(
  store: Store,
  kind: Kind,
): Promise<ReadonlyMap<string, { readonly onFile: string }>> {
  const rows = await new Shelf(store, kind, 'nobody').rows()
  return new Map([...rows.keys()].map((ref) => [ref, { onFile: ref }]))
}

/** What is on file of a kind now, as it was stated. */
export async function openStated(shelf: Shelf): Promise<readonly Stated[]> {
  const open = [...(await shelf.rows()).values()].filter(({ is_open }) => is_open)
  const stated = await shelf.stated(open)
  return open.flatMap(({ ref }): readonly Stated[] => {
    const one = stated.get(ref)
    return one === undefined ? [] : [one]
  })
}
