import {
  exportRows,
  ITEMS,
  itemCells,
  PARTIES,
  partyCells,
  type ReadRows,
  readItems,
  readParties,
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

/** How each kind stands in a table. */
export interface KindTable {
  readonly template: Template
  readonly read: (table: Table) => Result<ReadRows<object>>
  /** The rows of a table that reads to the same again. */
  readonly rows: (all: readonly Stated[]) => readonly (readonly string[])[]
}

const kindTable = (
  template: Template,
  read: KindTable['read'],
  cells: Parameters<typeof exportRows>[2],
): KindTable => ({ template, read, rows: (all) => exportRows(template, all, cells, read) })

/** An order refers to tables of its own, and is taken out as JSON lines. */
export const KIND_TABLES: Readonly<Record<Exclude<Kind, 'order'>, KindTable>> = {
  item: kindTable(ITEMS, readItems, itemCells),
  party: kindTable(PARTIES, readParties, partyCells),
  tool: kindTable(TOOLS, readTools, toolCells),
  ticket: kindTable(TICKETS, readTickets, ticketCells),
}

export const TEMPLATES = {
  items: ITEMS,
  parties: PARTIES,
  shipments: SHIPMENTS,
  tools: TOOLS,
  tickets: TICKETS,
} as const
