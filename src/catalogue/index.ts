// Tables of items, parties and shipments, as people keep them, to what the program checks, and back.

export { DENIALS, readDenials } from './denials.ts'
export { exportRows } from './export-rows.ts'
export { ITEMS, itemCells, readItems, type StatedItem } from './items.ts'
export { orderCells } from './order-cells.ts'
export {
  namesOf,
  PARTIES,
  type PartyNames,
  partyCells,
  partyInRole,
  readParties,
  readPartyQueries,
  type StatedParty,
} from './parties.ts'
export type { ReadRow, ReadRows } from './read-rows.ts'
export { readTable } from './read-table.ts'
export { isZip } from './read-workbook.ts'
export { type RowError, rowErrorTable } from './row-errors.ts'
export { SHIPMENTS } from './shipments.ts'
export type { Table } from './table.ts'
export { type Template, templateRows } from './template.ts'
export { TEMPLATES } from './templates.ts'
export { ENCODINGS, type Encoding } from './text-encoding.ts'
export { readTickets, TICKETS, ticketCells } from './tickets.ts'
export { readTools, TOOLS, toolCells } from './tools.ts'
export { type OnFile, readShipments, type StatedTransaction } from './transactions.ts'
export { csvLine, writeTable } from './write-table.ts'
