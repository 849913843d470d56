import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ListedParty } from 'navicert/screening'
import { type Benchmark, round } from './figures.ts'
import { generateListed, generateParties } from './generate-parties.ts'
import { PROGRAM, type Served, startServer } from './served.ts'

const PARTIES = Number(process.env.NAVICERT_BENCH_PARTIES ?? 50_000)
const ORDERS = 1_200
const ITEMS = 200
const ROWS = 20_000
const SHAPE = fileURLToPath(
  new URL('../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
const DAY_MS = 86_400_000
const [YESTERDAY = '', TODAY = ''] = [Date.now() - DAY_MS, Date.now()].map((time) =>
  new Date(time).toISOString().slice(0, 10),
)

/**
 * 50,000 invented parties on file (or as many as NAVICERT_BENCH_PARTIES says) and 1,200 orders that name them, with
 * a list of 20,000 rows: what the server needs to screen and answer all of them for the first time, and then again
 * when 100 rows change and 55 come, 20 of them with the name of a party on file; and what a command of its own needs
 * for a second such change, which has to open the parties first.
 */
export const benchmark: Benchmark = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-bench-'))
  try {
    importList(folder, YESTERDAY, generateListed(ROWS))
    const filing = fill(folder)
    tell(
      `${PARTIES} parties and ${ORDERS} orders put on file: ${round(filing)} s of processor time`,
    )
    const server = await startServer(folder)
    try {
      const first = await recheck(server, 0)
      tell(`first run: ${shown(first)}`)
      importList(folder, TODAY, changed(3))
      const delta = await recheck(server, 1)
      tell(`after 155 rows: ${shown(delta)}`)
      server.child.kill('SIGTERM')
      await once(server.child, 'exit')
      importList(folder, TODAY, changed(5))
      const cold = command(folder, 'recheck', '--json')
      tell(`a command after 155 rows more: ${round(cold)} s of processor time`)
      return {
        ...{ parties: PARTIES, orders: ORDERS, rows: ROWS, delta: 155 },
        firstProcessorSeconds: round(first.processor),
        firstSeconds: round(first.seconds),
        deltaProcessorSeconds: round(delta.processor),
        deltaSeconds: round(delta.seconds),
        ordersAnsweredAgain: delta.affected,
        commandProcessorSeconds: round(cold),
      }
    } finally {
      server.child.kill('SIGTERM')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly seconds: number
  readonly processor: number
  readonly affected: number
}

function shown({ seconds, processor, affected }: Run): string {
  return `${round(processor)} s of processor time, ${round(seconds)} s by the clock, ${affected} answered`
}

/** From the request until the run is done, the time that it waits in the queue with it. */
async function recheck({ url, token, child }: Served, runs: number): Promise<Run> {
  const headers = { authorization: `Bearer ${token}` }
  const [from, used] = [performance.now(), processorOf(child.pid ?? 0)]
  await fetch(`${url}/api/v1/recheck`, { method: 'POST', headers })
  for (;;) {
    await wait(50)
    // A server that is busy for long closes what it takes for idle.
    const answer = await fetch(`${url}/api/v1/recheck`, { headers }).catch(() => undefined)
    if (answer === undefined) continue
    const { last } = (await answer.json()) as {
      readonly last?: { readonly run: number; readonly state: string; readonly affected: number }
    }
    if (last === undefined || last.run <= runs || last.state !== 'done') continue
    return {
      seconds: (performance.now() - from) / 1000,
      processor: processorOf(child.pid ?? 0) - used,
      affected: last.affected,
    }
  }
}

/** Hundredths of a second in user and system mode; on Linux. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** @returns the seconds of the processor that the command took */
function command(folder: string, ...line: readonly string[]): number {
  const words = [process.execPath, PROGRAM, ...line, '--data', folder]
  const ran = spawnSync('sh', ['-c', '"$@" > /dev/null 2>&1; times', 'sh', ...words], {
    encoding: 'utf8',
  })
  const [, children = ''] = ran.stdout.split('\n')
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
}

function fill(folder: string): number {
  const file = (kind: string, records: readonly object[]): number => {
    const lines = join(folder, `${kind}.jsonl`)
    writeFileSync(lines, records.map((one) => `${JSON.stringify(one)}\n`).join(''))
    return command(folder, kind, 'add', lines)
  }
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    ...{ id: `I-${at}`, name: `Item ${at}` },
    kind: at % 2 === 0 ? 'ic.processor' : 'battery',
  }))
  const orders = Array.from({ length: ORDERS }, (_, at) => ({
    ...{ id: `SO-${at}`, kind: 'export', route: { from: 'NL', to: 'KR' } },
    items: [{ onFile: `I-${at % ITEMS}` }],
    parties: [
      { role: 'exporter', name: 'Northwind Instruments', country: 'NL' },
      { role: 'end-user', onFile: `C-${(at * 41) % PARTIES}` },
    ],
  }))
  const parties = generateParties(PARTIES).map((party, at) => ({ id: `C-${at}`, ...party }))
  return file('parties', parties) + file('items', items) + file('orders', orders)
}

/** 100 rows say something else and 55 are new, 20 of them named as parties on file are. */
function changed(seed: number): readonly ListedParty[] {
  const rows = generateListed(ROWS)
  const parties = generateParties(PARTIES)
  const renewed = rows.map((row, at) =>
    at % (ROWS / 100) === 0 ? { ...row, addresses: [`${seed} New Street`] } : row,
  )
  const come = generateListed(55, seed).map((row, at) => ({
    ...row,
    id: `n${row.id}`,
    name: at < 20 ? (parties[(at * 41 * seed) % PARTIES]?.name ?? row.name) : row.name,
  }))
  return [...renewed, ...come]
}

/** Takes rows in as an issue of the consolidated list, in the columns of its example. */
function importList(folder: string, published: string, rows: readonly ListedParty[]): void {
  const [heading = '', example = ''] = readFileSync(SHAPE, 'utf8').split('\n')
  const columns = heading.split(',')
  const lines = rows.map(({ id, name, aliases, addresses, countries }) => {
    const cells: Readonly<Record<string, string>> = {
      ...{ _id: id, name, alt_names: aliases.join('; '), start_date: '2023-03-06' },
      source: example.split(',')[1] ?? '',
      addresses: `${addresses[0]}, Town, ${countries[0]}`,
    }
    return columns.map((column) => quoted(cells[column] ?? '')).join(',')
  })
  const file = join(folder, 'list.csv')
  writeFileSync(file, `${[heading, ...lines].join('\n')}\n`)
  command(folder, 'lists', 'import', 'us-csl', file, '--published', published)
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
