import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Problem, ProblemError, type Result, unwrap } from '../../kernel/index.ts'
import { growingMonitoring, type MonitoringEvent, readEventLog } from '../../screening/index.ts'
import type { Json, Store, Work } from '../../storage/index.ts'
import {
  appendPartyEvents,
  hitsByParty,
  MONITORING,
  partyEvents,
  SCREENED,
} from './party-events.ts'

/** The record of monitoring as it was kept before there was a store. */
export function oldRecordOf(dataFolder: string): string {
  return join(dataFolder, 'monitoring', 'events.jsonl')
}

/**
 * Takes the old record into the store, once; it is read as it was written, so that every decision stands. The
 * file stays, under another name. @returns that its last line was cut @throws ProblemError where it cannot be relied on
 */
export async function takeInOldRecord(
  store: Store,
  dataFolder: string,
  actor: string,
): Promise<Problem | undefined> {
  const file = oldRecordOf(dataFolder)
  if (!existsSync(file)) return undefined
  const { events, head, broken, torn } = readEventLog(readFileSync(file, 'utf8'))
  const inFile = (problem: Problem): Problem => ({ ...problem, where: { ...problem.where, file } })
  if (broken !== undefined) throw new ProblemError(inFile(broken))
  const [begun] = await store.readRecord({ streams: ['party:', MONITORING], limit: 1 })
  if (begun === undefined) unwrap(await store.work((work) => takeAll(work, actor, events, head)))
  else if ((begun.body as { readonly head?: unknown } | null)?.head !== head)
    throw new ProblemError(inFile(TWO_RECORDS))
  renameSync(file, `${file}.taken-in`)
  return torn === undefined ? undefined : inFile(torn)
}

/** All in one work: killed in the middle, it is taken in from the beginning. */
async function takeAll(
  work: Work,
  actor: string,
  events: readonly MonitoringEvent[],
  head: string | null,
): Promise<Result<void>> {
  const versions = new Map<string, number>()
  const state = growingMonitoring()
  let pending: MonitoringEvent[] = []
  const flush = async (): Promise<Result<void>> => {
    const kept = await appendPartyEvents(work, actor, partyEvents(pending, state), versions)
    if (!kept.ok) return kept
    for (const [stream, version] of kept.value) versions.set(stream, version)
    pending = []
    return ok(undefined)
  }
  const ofAll = async (type: string, body: Json): Promise<Result<void>> => {
    const expectedVersion = versions.get(MONITORING) ?? 0
    versions.set(MONITORING, expectedVersion + 1)
    const events = [{ type, body }]
    const kept = await work.append({ stream: MONITORING, expectedVersion, events, actor })
    return kept.ok ? ok(undefined) : kept
  }
  const begun = await ofAll('monitoring-taken-in', { head })
  if (!begun.ok) return begun
  for (const event of events) {
    // A screening is of the parties before it: its place among theirs is kept.
    const parts = event.kind === 'screened' ? hitsByParty(event, state) : [event]
    pending.push(...parts)
    const kept = event.kind === 'screened' ? await flush() : ok(undefined)
    if (!kept.ok) return kept
    state.apply(event, 0)
    if (event.kind !== 'screened') continue
    const { kind: _kind, found, gone, ...rest } = event
    const counts = { found: found.length, gone: gone.length }
    const screened = await ofAll(SCREENED, { ...rest, counts } as unknown as Json)
    if (!screened.ok) return screened
  }
  return await flush()
}

const TWO_RECORDS: Problem = {
  code: 'monitoring.two-records',
  detail: 'Parties are on file in the store already, and an old record lies beside it.',
  remedy: 'Look which of them counts; move the file away, and put on file what only it holds.',
}
