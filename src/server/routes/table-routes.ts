import { KIND_TABLES, openStated } from '../../desk/index.ts'
import { unwrap } from '../../kernel/index.ts'
import { type Kind, pluralOf } from '../../on-file/index.ts'
import * as operations from '../contract/table-operations.ts'
import { tableFile, takeInTable } from '../on-file/take-in-table.ts'
import { type Call, Printed, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf } from './belonging.ts'

interface Query {
  readonly format: 'csv' | 'xlsx'
}

/** What is on file as tables, in and out. */
export function tableRoutes(services: Services): readonly Route[] {
  const { itemTableFile, itemTableExport, partyTableFile, partyTableExport } = operations
  const { toolTableFile, toolTableExport, ticketTableFile, ticketTableExport } = operations
  const takeIn = (kind: Kind) => (_: unknown, call: Call) => file(services, kind, call)
  const giveOut =
    (kind: Kind) =>
    ({ query }: { readonly query: Query }, call: Call) =>
      give(services, kind, query, call)
  return [
    route(itemTableFile, takeIn('item')),
    route(itemTableExport, giveOut('item')),
    route(partyTableFile, takeIn('party')),
    route(partyTableExport, giveOut('party')),
    route(toolTableFile, takeIn('tool')),
    route(toolTableExport, giveOut('tool')),
    route(ticketTableFile, takeIn('ticket')),
    route(ticketTableExport, giveOut('ticket')),
    route(operations.orderTableFile, takeIn('order')),
    route(operations.orderTableExport, giveOut('order')),
  ]
}

async function file(services: Services, kind: Kind, call: Call): Promise<object> {
  const { engine, house } = services
  const today = services.today()
  await house.enter(callerOf(call), call.reach, true)
  const taken = await takeInTable({ store: await house.store(), engine, kind, today }, call)
  if (taken instanceof Printed) return taken
  const { all, unread } = taken
  const shelf = await house.shelf(kind, callerOf(call))
  const { filed, changed } = unwrap(await shelf.file(all, today))
  // From now on there is something to be kept answered.
  await house.start()
  return { filed, changed, same: all.size - filed - changed, unread }
}

async function give(
  { house }: Services,
  kind: Kind,
  { format }: Query,
  call: Call,
): Promise<Printed> {
  await house.enter(callerOf(call), call.reach)
  const all = await openStated(await house.shelf(kind, callerOf(call)))
  return await tableFile(KIND_TABLES[kind].rows(all), pluralOf(kind), format)
}
