import { type FiledRow, readAllStated } from '../../desk/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import type { Kind, RecordEvent } from '../../on-file/index.ts'
import * as operations from '../contract/on-file-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { pageOf } from '../page.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf } from './belonging.ts'

/** What is on file of each kind, by the same four operations. */
export function onFileRoutes(services: Services): readonly Route[] {
  const { itemList, itemFile, itemShow, itemRemove, partyList, partyFile, partyShow } = operations
  const { partyRemove, orderList, orderFile, orderShow, orderRemove } = operations
  const { toolList, toolFile, toolShow, toolRemove } = operations
  const { ticketList, ticketFile, ticketShow, ticketRemove } = operations
  const of = (kind: Kind) => new KindRoutes(services, kind)
  const [items, parties, orders] = [of('item'), of('party'), of('order')]
  const [tools, tickets] = [of('tool'), of('ticket')]
  return [
    route(itemList, ({ query }, call) => items.list(query, call)),
    route(itemFile, ({ body }, call) => items.file(body.records, call)),
    route(itemShow, ({ params }, call) => items.show(params.ref, call)),
    route(itemRemove, ({ params, query }, call) => items.remove(params.ref, query, call)),
    route(partyList, ({ query }, call) => parties.list(query, call)),
    route(partyFile, ({ body }, call) => parties.file(body.records, call)),
    route(partyShow, ({ params }, call) => parties.show(params.ref, call)),
    route(partyRemove, ({ params, query }, call) => parties.remove(params.ref, query, call)),
    route(orderList, ({ query }, call) => orders.list(query, call)),
    route(orderFile, ({ body }, call) => orders.file(body.records, call)),
    route(orderShow, ({ params }, call) => orders.show(params.ref, call)),
    route(orderRemove, ({ params, query }, call) => orders.remove(params.ref, query, call)),
    route(toolList, ({ query }, call) => tools.list(query, call)),
    route(toolFile, ({ body }, call) => tools.file(body.records, call)),
    route(toolShow, ({ params }, call) => tools.show(params.ref, call)),
    route(toolRemove, ({ params, query }, call) => tools.remove(params.ref, query, call)),
    route(ticketList, ({ query }, call) => tickets.list(query, call)),
    route(ticketFile, ({ body }, call) => tickets.file(body.records, call)),
    route(ticketShow, ({ params }, call) => tickets.show(params.ref, call)),
    route(ticketRemove, ({ params, query }, call) => tickets.remove(params.ref, query, call)),
  ]
}

interface ListQuery {
  readonly all?: boolean
  readonly limit: number
  readonly cursor?: string
}

class KindRoutes {
  readonly #services: Services
  readonly #kind: Kind

  constructor(services: Services, kind: Kind) {
    this.#services = services
    this.#kind = kind
  }

  async list({ all = false, limit, cursor }: ListQuery, call: Call): Promise<object> {
    const shelf = await this.#shelf(call)
    const rows = [...(await shelf.rows()).values()].filter(({ is_open }) => all || is_open)
    const { items, next } = pageOf(rows, ({ ref }) => ref, { limit, cursor })
    return { records: items.map(shown), ...(next === undefined ? {} : { next }) }
  }

  async file(records: readonly unknown[], call: Call): Promise<object> {
    const { engine, house, today } = this.#services
    const shelf = await this.#shelf(call, true)
    const parts = { store: await house.store(), engine, kind: this.#kind, today: today() }
    const lines = records.map((record, line) => ({ line, read: () => record }))
    const { all, errors } = await readAllStated(parts, [lines])
    const problems = errors.flatMap(({ row, problems: found }) =>
      found.map((one) => placed(one, row)),
    )
    if (problems.length > 0) throw new ProblemError(...problems.slice(0, 100))
    const { filed, changed } = unwrap(await shelf.file(all, today()))
    // From now on there is something to be kept answered.
    await house.start()
    return { filed, changed, same: all.size - filed - changed }
  }

  async show(ref: string, call: Call): Promise<object> {
    const shelf = await this.#shelf(call)
    const row = (await shelf.rows([ref])).get(ref)
    if (row === undefined) throw this.#unknown(ref)
    const stated = (await shelf.stated([row])).get(ref)
    const history = await shelf.historyOf(ref)
    return {
      ref,
      isOpen: row.is_open,
      ...(stated === undefined ? {} : { stated }),
      history: history.map(happening),
    }
  }

  async remove(
    ref: string,
    { reason, erase = false }: { readonly reason: string; readonly erase?: boolean },
    call: Call,
  ): Promise<object> {
    const shelf = await this.#shelf(call)
    if (!(await shelf.rows([ref])).has(ref)) throw this.#unknown(ref)
    const on = this.#services.today()
    unwrap(erase ? await shelf.erase(ref, reason, on) : await shelf.close(ref, reason, on))
    return { ref, isOpen: false, isErased: erase }
  }

  async #shelf(call: Call, puts = false) {
    const { house } = this.#services
    await house.enter(callerOf(call), call.reach, puts)
    return await house.shelf(this.#kind, callerOf(call))
  }

  #unknown(ref: string): Refusal {
    return new Refusal(404, {
      code: `${this.#kind}.not-on-file`,
      detail: `No ${this.#kind} ${JSON.stringify(ref)} is on file.`,
    })
  }
}

function shown({ ref, filed_on, is_open, standing, answered_on }: FiledRow): object {
  return {
    ref,
    filedOn: filed_on,
    isOpen: is_open,
    ...(standing === null ? {} : { standing }),
    ...(answered_on === null ? {} : { answeredOn: answered_on }),
  }
}

function happening(event: RecordEvent): object {
  const { kind, on } = event
  if (kind === 'filed') return { kind, on }
  if (kind !== 'answered') return { kind, on, reason: event.reason }
  const { answer, difference } = event
  return { kind, on, answer, ...(difference === undefined ? {} : { difference }) }
}

function placed(problem: Problem, at: number): Problem {
  return { ...problem, where: { path: `/records/${at}` } }
}
