import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { rowErrorTable, writeTable } from '../../catalogue/index.ts'
import { transactionsOf } from '../../desk/index.ts'
import { type BatchState, batchState } from '../batch/batch-state.ts'
import type { RefusedRows } from '../batch/batches.ts'
import {
  batchEvents,
  batchRefused,
  batchResult,
  batchStatus,
  checkBatch,
} from '../contract/batch-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { authorise } from '../identity/identity.ts'
import { readSentTable, refused } from '../on-file/take-in-table.ts'
import { type Call, Printed, type Route, route, Streamed } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf, isWithin } from './belonging.ts'

/** How often a follower looks for news, in milliseconds. */
const LOOK = 300
/** A line of silence, so that nobody on the way takes the connection for dead. */
const BEAT = 15_000

export function batchRoutes(services: Services): readonly Route[] {
  const { batches } = services
  const own = async (id: string, call: Call): Promise<BatchState> => {
    const state = await batches.find(id)
    if (state !== undefined && isWithin(call, state)) return state
    throw new Refusal(404, { code: 'batch.unknown', detail: 'There is no such batch of yours.' })
  }
  return [
    route(checkBatch, async ({ query }, call) => {
      const { identity, table } = call
      if (identity === undefined) throw noLines()
      if (table !== undefined) {
        const sent = await shipmentLines(services, call)
        if (sent instanceof Printed) return sent
        return shown(await batches.receive(identity, query, sent.lines, sent.refused))
      }
      if (call.upload === undefined) throw noLines()
      return shown(await batches.receive(identity, query, call.upload))
    }),
    route(batchStatus, async ({ params }, call) => shown(await own(params.id, call))),
    route(batchEvents, async ({ params }, call) => {
      await own(params.id, call)
      return new Streamed(Readable.from(follow(params.id, after(call), services)))
    }),
    route(batchResult, async ({ params }, call) => {
      const { state } = await own(params.id, call)
      const answers = state === 'done' ? batches.result(params.id) : undefined
      if (answers !== undefined) return new Streamed(answers)
      if (state === 'done') throw removed()
      throw new Refusal(409, {
        code: 'batch.not-done',
        detail: `The batch is ${state}.`,
        remedy: 'Follow its events, and ask again when it is done.',
      })
    }),
    route(batchRefused, async ({ params }, call) => {
      await own(params.id, call)
      const rows = batches.refused(params.id)
      if (rows !== undefined) return new Streamed(rows)
      throw new Refusal(404, { code: 'batch.none-refused', detail: 'No rows of it were refused.' })
    }),
  ]
}

/**
 * The transactions of a table of shipments, which names items and parties on file, and the rows that are none;
 * where all rows are refused, these alone.
 */
async function shipmentLines(
  services: Services,
  call: Call,
): Promise<Printed | { readonly lines: Readable; readonly refused?: RefusedRows }> {
  const { engine, house, today } = services
  const reach = authorise(call.identity, 'item.read')
  authorise(call.identity, 'party.read')
  await house.enter(callerOf(call), reach)
  const store = await house.store()
  const sent = await readSentTable({ store, engine, kind: 'order', today: today() }, call)
  const { table, all, errors } = sent
  if (all.size === 0) return await refused(sent, call)
  const transactions = await transactionsOf(store, all)
  const lines = Readable.from(transactions.map((one) => Buffer.from(`${JSON.stringify(one)}\n`)))
  if (errors.length === 0) return { lines }
  const bytes = await writeTable(rowErrorTable(table, errors), 'csv')
  return { lines, refused: { bytes, rows: new Set(errors.map(({ row }) => row)).size } }
}

function shown({
  id,
  state,
  bytes,
  answered,
  problems,
  verdicts,
  refusedRows = 0,
}: BatchState): object {
  const here = `/api/v1/check/batch/${id}`
  return {
    id,
    state,
    bytes,
    answered,
    problems,
    verdicts,
    events: `${here}/events`,
    result: `${here}/result`,
    ...(refusedRows === 0 ? {} : { refused: refusedRows, refusedRows: `${here}/refused` }),
  }
}

function after({ lastEventId }: Call): number {
  return /^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0
}

/** What happened after a version, as it happens, until the batch or the server ends. */
async function* follow(
  id: string,
  seen: number,
  { batches, isStopping }: Services,
): AsyncGenerator<string> {
  let version = seen
  let silent = 0
  yield 'retry: 1000\n\n'
  while (!isStopping()) {
    const events = await batches.events(id)
    for (const event of events.filter((one) => one.version > version)) {
      const state = batchState(id, events.slice(0, events.indexOf(event) + 1))
      if (state === undefined) return
      version = event.version
      silent = 0
      yield `id: ${version}\nevent: ${event.type.replace('batch.', '')}\ndata: ${JSON.stringify(shown(state))}\n\n`
    }
    const last = events.at(-1)
    if (last?.type === 'batch.finished' || last?.type === 'batch.failed') return
    await pause(LOOK)
    silent += LOOK
    if (silent >= BEAT) {
      silent = 0
      yield ': still here\n\n'
    }
  }
}

function removed(): Refusal {
  return new Refusal(410, {
    code: 'batch.removed',
    detail: 'The answers were removed, for the batch was done long ago.',
    remedy: 'Send it again; or let the operator keep batches longer (--keep-batches).',
  })
}

function noLines(): Refusal {
  return new Refusal(415, {
    code: 'request.media-type',
    detail: 'This route takes JSON lines.',
    remedy: 'Send them as application/x-ndjson, or a table as text/csv.',
  })
}
