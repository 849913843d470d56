import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { transactionsOf } from '../../desk/index.ts'
import { reaches } from '../../people/index.ts'
import { type BatchState, batchState } from '../batch/batch-state.ts'
import { batchEvents, batchResult, batchStatus, checkBatch } from '../contract/batch-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { authorise } from '../identity/identity.ts'
import { takeInTable } from '../on-file/take-in-table.ts'
import { type Call, Printed, type Route, route, Streamed } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf } from './belonging.ts'

/** How often a follower looks for news, in milliseconds. */
const LOOK = 300
/** A line of silence, so that nobody on the way takes the connection for dead. */
const BEAT = 15_000

export function batchRoutes(services: Services): readonly Route[] {
  const { batches } = services
  const own = async (id: string, { identity, reach }: Call): Promise<BatchState> => {
    const state = await batches.find(id)
    const persons = state === undefined ? [] : [state.owner]
    if (state !== undefined && identity !== undefined && reaches(identity, reach, { persons }))
      return state
    throw new Refusal(404, { code: 'batch.unknown', detail: 'There is no such batch of yours.' })
  }
  return [
    route(checkBatch, async ({ query }, call) => {
      const { identity, table } = call
      if (identity === undefined) throw noLines()
      const lines = table === undefined ? call.upload : await shipmentLines(services, call)
      if (lines === undefined) throw noLines()
      if (lines instanceof Printed) return lines
      return shown(await batches.receive(identity.id, query, lines))
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
  ]
}

/** The transactions of a table of shipments, which names items and parties on file; or its refused rows. */
async function shipmentLines(services: Services, call: Call): Promise<Readable | Printed> {
  const { engine, house, today } = services
  const reach = authorise(call.identity, 'item.read')
  authorise(call.identity, 'party.read')
  await house.enter(callerOf(call), reach)
  const store = await house.store()
  const taken = await takeInTable({ store, engine, kind: 'order', today: today() }, call)
  if (taken instanceof Printed) return taken
  const transactions = await transactionsOf(store, taken.all)
  return Readable.from(transactions.map((one) => Buffer.from(`${JSON.stringify(one)}\n`)))
}

function shown({ id, state, bytes, answered, problems, verdicts }: BatchState): object {
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
