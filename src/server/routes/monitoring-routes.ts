import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { findRun, type RecheckState } from '../../desk/index.ts'
import { unwrap } from '../../kernel/index.ts'
import { isOpen, type MonitoredHit, type MonitoringEvent, statusOf } from '../../screening/index.ts'
import {
  hitCountersign,
  hitDecide,
  hitList,
  recheckEvents,
  recheckStart,
  recheckStatus,
} from '../contract/monitoring-operations.ts'
import { type Call, type Route, route, Streamed } from '../route.ts'
import type { Services } from '../services.ts'
import { callerOf } from './belonging.ts'

/** How often a follower looks for news, in milliseconds. */
const LOOK = 300
/** A line of silence, so that nobody on the way takes the connection for dead. */
const BEAT = 15_000

export function monitoringRoutes(services: Services): readonly Route[] {
  const { house, today } = services
  const enter = (call: Call): Promise<void> => house.enter(callerOf(call), call.reach)
  return [
    route(recheckStart, async (_, call) => {
      await enter(call)
      const queued = await house.queue()
      return { queued, ...lastOf(await house.last()) }
    }),
    route(recheckStatus, async (_, call) => {
      await enter(call)
      return { waiting: await house.waiting(), ...lastOf(await house.last()) }
    }),
    route(recheckEvents, async (_, call) => {
      await enter(call)
      return new Streamed(Readable.from(follow(call, services)))
    }),
    route(hitList, async ({ query }, call) => {
      await enter(call)
      const { hits } = (await house.parties()).state
      const all = [...hits.values()].filter(
        (hit) => hit.isPresent && (query.open !== true || isOpen(hit)),
      )
      return { hits: all.map(shown) }
    }),
    route(hitDecide, async ({ params, body }, call) => {
      const who = await person(call)
      const book = await house.parties()
      const command = { hit: params.hit, ...body, by: who, on: today() }
      return decided(book.state.hits, unwrap(await book.decide(command, who)))
    }),
    route(hitCountersign, async ({ params }, call) => {
      const who = await person(call)
      const book = await house.parties()
      const command = { hit: params.hit, by: who, on: today() }
      return decided(book.state.hits, unwrap(await book.countersign(command, who)))
    }),
  ]

  async function person(call: Call): Promise<string> {
    await enter(call)
    return callerOf(call).id
  }
}

function decided(
  hits: ReadonlyMap<string, MonitoredHit>,
  events: readonly MonitoringEvent[],
): object {
  const [hit] = events.flatMap((event) => ('hit' in event ? (hits.get(event.hit) ?? []) : []))
  if (hit === undefined) throw new Error('a hit that was decided is there')
  return shown(hit)
}

function shown(hit: MonitoredHit): object {
  const { hit: id, party, list, row, listedName, matchedName, percent, decision } = hit
  const status = statusOf(hit)
  const base = { hit: id, status, party, list, row, listedName, matchedName, percent }
  if (decision === undefined) return base
  const { outcome, on, by, reason, second } = decision
  return {
    ...base,
    decision: { outcome, on, by, reason, ...(second === undefined ? {} : { second }) },
  }
}

function lastOf(state: RecheckState | undefined): object {
  return state === undefined ? {} : { last: runOf(state) }
}

function runOf(state: RecheckState): object {
  const { run, on, world, toAnswer, onFile, affected, answered, first, failed, effects } = state
  const because = [...new Set(toAnswer.flatMap((one) => one.because))].slice(0, 50)
  const counts = { onFile, affected, answered, first, failed, effects }
  return { run, state: state.state, on, edition: world.edition, because, ...counts }
}

/** What runs do from now on, or after an event that was seen, until no run goes on or waits, or the server ends. */
async function* follow(
  { lastEventId = '' }: Call,
  { house, isStopping }: Services,
): AsyncGenerator<string> {
  const store = await house.store()
  let after = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : await store.lastPosition()
  let silent = 0
  yield 'retry: 1000\n\n'
  while (!isStopping()) {
    const events = await store.readRecord({ after, streams: ['recheck:'] })
    for (const { position, stream, type } of events) {
      after = position
      if (!type.startsWith('recheck.')) continue
      silent = 0
      const state = await findRun(store, Number(stream.slice('recheck:'.length)))
      if (state === undefined) continue
      yield `id: ${position}\nevent: ${type.slice('recheck.'.length)}\ndata: ${JSON.stringify(runOf(state))}\n\n`
    }
    // What was told last may be of before the job was done with.
    if (events.length === 0 && (await house.waiting()) === 0) return
    await pause(LOOK)
    silent += LOOK
    if (silent >= BEAT) {
      silent = 0
      yield ': still here\n\n'
    }
  }
}
