import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClassifier } from 'navicert/classification'
import { createDeterminer, createTransactionParser } from 'navicert/determination'
import { type LegalDate, readJson, unwrap } from 'navicert/kernel'
import { importList, loadListPolicy, openScreener } from 'navicert/lists'
import { loadLawFolder } from 'navicert/rulebook'
import { type Benchmark, round } from './figures.ts'
import { generateListed, generateParties } from './generate-parties.ts'
import { generateTransactions } from './generate-transactions.ts'
import { post, startServer } from './served.ts'

const LAW = fileURLToPath(new URL('../../law', import.meta.url))
const CACHE = fileURLToPath(new URL('../law-cache.json', import.meta.url))
const PUBLISHED = '2026-06-01' as LegalDate
const DAY = '2026-06-02' as LegalDate
const LISTED = 20_000
const WARM_UP = 300
const COUNT = 2_000
/** Then as many more: by now the code of the server, too, runs as it does all day. */
const LATER = 2_000
const AT_ONCE = 16
const ALL = WARM_UP + COUNT + LATER

/**
 * Requests to the server from another process beside the bare call in this one: the same questions,
 * one after the other for the time of one, and several at once for how many a second. Client and server
 * share the machine's cores.
 */
export const benchmark: Benchmark = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-bench-'))
  const server = await startServer(await listedIn(folder))
  try {
    const figures: Record<string, number> = {}
    for (const task of [checking(folder), matching(folder)]) {
      const url = `${server.url}${task.path}`
      // A connection that stood idle through the bare calls is closed by now: each part has its own.
      const connected =
        (to: string, agent: Agent) =>
        (body: string): Promise<unknown> =>
          post(to, server.token, agent, body)
      const asked = task.questions.slice(0, WARM_UP + COUNT)
      const times = await pairedTimes(task, connected(url, connections()))
      const { bare, alone } = firstOf(times)
      const later = laterOf(times)
      // What was screened before is remembered: what is left is the server's own work.
      const again = await timesOf(asked, connected(url, connections()))
      const floor = await floorOf(task, connected)
      const perSecond = await throughput(asked, connected(url, connections()))
      const overhead = overheadOf({ bare, alone })
      const overheadLater = overheadOf(later)
      tell(
        `${task.name}: ${ms(median(alone))} ms at the median (bare call ${ms(median(bare))}, the server adds ${ms(overhead)}, of which node:http and the way there and back ${ms(floor)}; after ${WARM_UP + COUNT} requests ${ms(overheadLater)} on ${ms(median(later.bare))}; asked again ${ms(median(again))}), p95 ${ms(quantile(alone, 0.95))}; ${Math.round(perSecond)} a second with ${AT_ONCE} at once`,
      )
      figures[`${task.name}, bare call, median milliseconds`] = round(median(bare))
      figures[`${task.name}, request, median milliseconds`] = round(median(alone))
      figures[`${task.name}, request, p95 milliseconds`] = round(quantile(alone, 0.95))
      figures[`${task.name}, overhead, median milliseconds`] = round(overhead)
      figures[`${task.name}, overhead after warming, median milliseconds`] = round(overheadLater)
      figures[`${task.name}, bare call after warming, median milliseconds`] = round(
        median(later.bare),
      )
      figures[`${task.name}, asked again, median milliseconds`] = round(median(again))
      figures[`${task.name}, node:http alone, median milliseconds`] = round(floor)
      figures[`${task.name}, requests a second`] = round(perSecond)
    }
    return {
      listedParties: LISTED,
      requests: COUNT,
      requestsLater: LATER,
      atOnce: AT_ONCE,
      ...figures,
    }
  } finally {
    server.child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

function connections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: AT_ONCE })
}

interface Task {
  readonly name: string
  readonly path: string
  readonly questions: readonly string[]
  /** The same question to the library: text in, text out. */
  bare(question: string): string
}

function checking(dataFolder: string): Task {
  const rulebook = loadLawFolder(LAW, { cacheFile: CACHE })
  const parse = createTransactionParser(rulebook)
  const classifier = createClassifier(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: 'bench' })
  const screener = openScreener({ dataFolder, asOf: DAY, policy: loadListPolicy(LAW) })
  return {
    name: 'check',
    path: `/api/v1/check?asOf=${DAY}`,
    questions: [...generateTransactions(ALL, { catalogue: true })],
    bare: (question) =>
      unwrap(determiner.write(unwrap(parse(unwrap(readJson(question)))), { asOf: DAY, screener })),
  }
}

function matching(dataFolder: string): Task {
  const screener = openScreener({ dataFolder, asOf: DAY, policy: loadListPolicy(LAW) })
  const parties = generateParties(ALL, 5)
  return {
    name: 'match',
    path: `/api/v1/match/csv?asOf=${DAY}`,
    questions: parties.map(({ name, country = '' }) =>
      JSON.stringify({
        queries: { q: { schema: 'Company', properties: { name: [name], country: [country] } } },
      }),
    ),
    bare(question) {
      const { queries } = JSON.parse(question) as {
        readonly queries: { q: { properties: { name: string[]; country: string[] } } }
      }
      const { name, country } = queries.q.properties
      const query = {
        name: name[0] ?? '',
        country: country[0] ?? '',
        schema: 'Organization' as const,
      }
      return JSON.stringify(screener.screen(query))
    },
  }
}

/** A list of one's own, invented, in the data folder. */
async function listedIn(dataFolder: string): Promise<string> {
  const rows = generateListed(LISTED).map(
    ({ id, name, aliases, addresses, countries }) =>
      `${id},"${name}","${aliases.join('; ')}","${addresses.join('; ')}",${countries.join('; ')}`,
  )
  const file = join(dataFolder, 'listed.csv')
  writeFileSync(file, ['id,name,aliases,addresses,countries', ...rows, ''].join('\n'))
  await importList({ dataFolder, source: 'csv', files: [file], published: PUBLISHED, today: DAY })
  return dataFolder
}

/** Each question to the library and to the server, one right after the other: what else runs falls on both. */
async function pairedTimes(
  { questions, bare }: Task,
  ask: (question: string) => Promise<unknown>,
): Promise<Times> {
  const spent: { bare: number; alone: number }[] = []
  for (const question of questions) {
    const from = performance.now()
    bare(question)
    const between = performance.now()
    await ask(question)
    spent.push({ bare: between - from, alone: performance.now() - between })
  }
  return { bare: spent.map((one) => one.bare), alone: spent.map((one) => one.alone) }
}

/** In milliseconds, of the same questions in the same order. */
interface Times {
  readonly bare: readonly number[]
  readonly alone: readonly number[]
}

function firstOf({ bare, alone }: Times): Times {
  const end = WARM_UP + COUNT
  return { bare: bare.slice(WARM_UP, end), alone: alone.slice(WARM_UP, end) }
}

function laterOf({ bare, alone }: Times): Times {
  return { bare: bare.slice(WARM_UP + COUNT), alone: alone.slice(WARM_UP + COUNT) }
}

function overheadOf({ bare, alone }: Times): number {
  return median(alone.map((one, at) => one - (bare[at] ?? 0)))
}

/** What the same bytes take to and from a bare node:http in a process of its own that does nothing else. */
const ECHO = `
  const bytes = Buffer.alloc(Number(process.argv[1]), 120)
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => response.end(bytes))
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)))
`

async function floorOf(
  { questions, bare }: Task,
  connected: (to: string, agent: Agent) => (body: string) => Promise<unknown>,
): Promise<number> {
  const length = Buffer.byteLength(bare(questions[0] ?? ''))
  const child: ChildProcess = spawn(process.execPath, ['-e', ECHO, String(length)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = child.stdout === null ? [] : await once(child.stdout, 'data')
    const url = `http://127.0.0.1:${String(port)}/`
    return median(await timesOf(questions, connected(url, connections())))
  } finally {
    child.kill()
  }
}

async function timesOf(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<number[]> {
  const spent: number[] = []
  for (const question of questions) {
    const from = performance.now()
    await ask(question)
    spent.push(performance.now() - from)
  }
  return spent.slice(WARM_UP)
}

async function throughput(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<number> {
  const left = [...questions]
  const from = performance.now()
  const client = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await ask(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
  return questions.length / ((performance.now() - from) / 1000)
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function ms(value: number): string {
  return value.toFixed(2)
}
