import { parseLegalDate, unwrap } from 'navicert/kernel'
import { contentOfListed } from 'navicert/lists'
import {
  createScreener,
  FiledParties,
  fileParty,
  indexFiled,
  keyed,
  type ListedParty,
  type ListPolicy,
  type MonitoringEvent,
  type MonitoringPorts,
  projectMonitoring,
  rescreen,
  type Snapshot,
} from 'navicert/screening'
import { type Benchmark, round } from './figures.ts'
import { generateListed, generateParties } from './generate-parties.ts'

const PARTIES = Number(process.env.NAVICERT_BENCH_PARTIES ?? 100_000)
const FULL = 1000
const ROWS = 20_000
const DELTA = 155
const ON = unwrap(parseLegalDate('2026-06-01'))
const POLICY: ListPolicy = { sources: [], lists: [], always: [] }
const DIGEST = 'sha256:' as Snapshot['digest']

const PORTS: MonitoringPorts = {
  contentOf: contentOfListed,
  screenerOf: (parties) => createScreener([snapshotOf(parties)], { asOf: ON, policy: POLICY }),
}

/**
 * 100,000 parties on file (or as many as NAVICERT_BENCH_PARTIES says), and a list of 20,000 rows of which 155 come or change: what a run of
 * monitoring takes on one core, from the state in memory to the events, with the
 * parties indexed beforehand; and what screening each of them against the whole list, or against the
 * delta, would take (measured on 1,000).
 */
export const benchmark: Benchmark = async (tell) => {
  const before = keyed(generateListed(ROWS))
  const after = keyed(changed([...before.values()]))
  const empty = projectMonitoring([])
  const filed: MonitoringEvent[] = []
  for (const query of generateParties(PARTIES))
    filed.push(...unwrap(fileParty(empty, { party: `C-${filed.length}`, query, on: ON })))
  const baseline = { asOf: ON, engine: 'bench', snapshots: [] }
  const sample = projectMonitoring(filed.slice(0, FULL))
  const full = timed(() => rescreen(sample, { on: ON, baseline, rows: before }, PORTS))
  tell(`all against all rows: ${perSecond(FULL, full.milliseconds)} parties/s`)
  // All are on file and screened: without a screening of all parties first.
  const screened = screenedBefore(baselineRows(full.value.events))
  const command = { on: ON, baseline, rows: after, before }
  const some = projectMonitoring([...filed.slice(0, FULL), screened])
  const each = timed(() => rescreen(some, command, PORTS))
  const state = projectMonitoring([...filed, screened])
  const queries = [...state.parties.values()].map(({ query }) => query)
  const indexed = timed(() => indexFiled(queries))
  tell(`${PARTIES} parties indexed: ${round(indexed.milliseconds)} ms`)
  const onFile = new FiledParties(queries, indexed.value)
  const nearOf: MonitoringPorts['nearOf'] = (parties, rows) => {
    const near = onFile.near(rows)
    return parties.filter((_, at) => near.has(at))
  }
  const runs = [1, 2, 3].map(() => timed(() => rescreen(state, command, { ...PORTS, nearOf })))
  const best = Math.min(...runs.map(({ milliseconds }) => milliseconds))
  const [first] = runs
  const found = first?.value.events.flatMap((one) => (one.kind === 'screened' ? one.found : []))
  tell(`delta of ${first?.value.freshRows} rows: ${round(best)} ms, ${found?.length} hits found`)
  return {
    parties: PARTIES,
    rows: ROWS,
    delta: first?.value.freshRows ?? 0,
    scope: first?.value.scope ?? '',
    hitsFound: found?.length ?? 0,
    indexMilliseconds: round(indexed.milliseconds),
    firstMilliseconds: round(first?.milliseconds ?? 0),
    firstByTheClockMilliseconds: round(first?.clock ?? 0),
    deltaMilliseconds: round(best),
    eachPartiesPerSecond: perSecond(FULL, each.milliseconds),
    wholePartiesPerSecond: perSecond(FULL, full.milliseconds),
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round(count / (milliseconds / 1000))
}

/** 100 rows say something else and 55 are new. */
function changed(rows: readonly ListedParty[]): readonly ListedParty[] {
  const every = Math.floor(rows.length / 100)
  const renewed = rows.map((row, at) =>
    at % every === 0 ? { ...row, addresses: ['1 New Street'] } : row,
  )
  return [
    ...renewed,
    ...generateListed(DELTA - 100, 7).map((row) => ({ ...row, id: `n${row.id}` })),
  ]
}

type Baseline = Extract<MonitoringEvent, { kind: 'screened' }>['baseline']

function baselineRows(events: readonly MonitoringEvent[]): Baseline {
  const [screened] = events
  if (screened?.kind !== 'screened') throw new Error('a screening is told first')
  return screened.baseline
}

function screenedBefore(baseline: Baseline): MonitoringEvent {
  const nothing = { found: [], gone: [], parties: PARTIES }
  return { kind: 'screened', on: ON, scope: 'all', baseline, ...nothing }
}

interface Timed<T> {
  readonly value: T
  /** By the time of the processor, the collector's helpers among it, so that a busy machine gives about the same. */
  readonly milliseconds: number
  readonly clock: number
}

function timed<T>(work: () => T): Timed<T> {
  const from = process.cpuUsage()
  const began = performance.now()
  const value = work()
  const clock = performance.now() - began
  const { user, system } = process.cpuUsage(from)
  return { value, milliseconds: (user + system) / 1000, clock }
}

function snapshotOf(parties: readonly ListedParty[]): Snapshot {
  return {
    source: 'bench',
    name: 'bench',
    digest: DIGEST,
    fileDigest: DIGEST,
    published: ON,
    lists: ['bench-list'],
    parties,
  }
}
