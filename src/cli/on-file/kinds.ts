import { addKind } from './on-file-commands.ts'
import { addRecheck } from './recheck.ts'

const ANSWER = 'Answer them: navicert recheck.'

export const addItems = addKind({
  kind: 'item',
  description: 'Items on file: classified again when the law changes.',
  input: 'a table of items (CSV, .xlsx), or items as JSON lines with an id',
  file: 'items.xlsx',
  ref: 'AC-100',
  next: ANSWER,
})

export const addParties = addKind({
  kind: 'party',
  description: 'Parties on file, whom orders and tools name by number; `monitor` screens them.',
  input: 'a table of parties (CSV, .xlsx), or JSON lines {id, name, country?, …}',
  file: 'parties.csv',
  ref: 'C-2001',
  next: 'Screen them: navicert monitor run.',
})

export const addTools = addKind({
  kind: 'tool',
  description: 'The installed base: tools that stand at customers, where, and what is made there.',
  input: 'a table of tools (CSV, .xlsx), or JSON lines {serial, item, site, owner, …}',
  file: 'tools.xlsx',
  ref: 'NXT-0417',
  next: 'File what is done for them: navicert tickets add.',
})

export const addTickets = addKind({
  kind: 'ticket',
  description:
    'Service tickets: each visit, part, remote session or key for a tool, checked by every member’s law.',
  input: 'a table of tickets (CSV, .xlsx), or JSON lines {id, tool, persons?, parts?, …}',
  file: 'tickets.xlsx',
  ref: 'T-9001',
  next: ANSWER,
})

export const addOrders = addKind(
  {
    kind: 'order',
    description:
      'Open orders on file: answered again when law or lists change, and what is different.',
    input: 'a table of shipments (CSV, .xlsx), or transactions as JSON lines with an id',
    file: 'shipments.xlsx --items items.csv --parties parties.csv',
    ref: 'SO-1001',
    next: 'Answer them: navicert recheck.',
  },
  addRecheck('orders recheck', 'order'),
)

export const addRecheckAll = addRecheck('recheck')
