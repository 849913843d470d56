import { DENIALS } from './denials.ts'
import { ITEMS } from './items.ts'
import { PARTIES } from './parties.ts'
import { SHIPMENTS } from './shipments.ts'
import { TICKETS } from './tickets.ts'
import { TOOLS } from './tools.ts'

/** Every table that people fill in. */
export const TEMPLATES = {
  items: ITEMS,
  parties: PARTIES,
  shipments: SHIPMENTS,
  tools: TOOLS,
  tickets: TICKETS,
  denials: DENIALS,
} as const
