import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Benchmark, round } from './figures.ts'
import { generateTransactions } from './generate-transactions.ts'
import { post, resident, type Served, startServer } from './served.ts'

const MINUTES = Number(process.env.NAVICERT_BENCH_MINUTES ?? 10)
const A_SECOND = 20
const STREAMS = 200
const LINES = 3_000
const DAY = '2026-06-02'

/**
 * A server of the demo under a steady load: how soon it answers, whether its memory stays as it is, and
 * whether many can follow a batch at once.
 */
export const benchmark: Benchmark = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-soak-'))
  const server = await startServer(folder, '--demo')
  try {
    tell(`ready after ${Math.round(server.readyAfter)} ms`)
    const agent = new Agent({ keepAlive: true, maxSockets: 8 })
    const deals = [...generateTransactions(2_000, { catalogue: true })]
    const followed = await follow(server, deals, agent)
    tell(
      `${followed.ended} of ${STREAMS} followers of a batch saw its end, ${followed.lastAfter} ms apart`,
    )
    const sampled = await soak(server, deals, agent, tell)
    const [first = 0] = sampled
    const last = sampled.at(-1) ?? 0
    tell(`${Math.round(first)} MB after 1 minute, ${Math.round(last)} MB after ${MINUTES}`)
    return {
      'ready after, milliseconds': Math.round(server.readyAfter),
      'followers that saw the end': followed.ended,
      'last follower behind the first, milliseconds': followed.lastAfter,
      'MB after 1 minute': round(first),
      [`MB after ${MINUTES} minutes`]: round(last),
      'grown, percent': round((last / first - 1) * 100),
    }
  } finally {
    server.child.kill('SIGTERM')
    if (server.child.exitCode === null) await once(server.child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function soak(
  { url, token, child }: Served,
  deals: readonly string[],
  agent: Agent,
  tell: (line: string) => void,
): Promise<readonly number[]> {
  const sampled: number[] = []
  const start = performance.now()
  let sent = 0
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    while (performance.now() - start < minute * 60_000) {
      const deal = deals[sent % deals.length] ?? ''
      sent += 1
      const name = JSON.stringify({ name: `Halcyon Lattice ${sent % 500}`, country: 'CN' })
      await Promise.all([
        post(`${url}/api/v1/check?asOf=${DAY}`, token, agent, deal),
        post(`${url}/api/v1/screen?asOf=${DAY}`, token, agent, name),
        wait(2_000 / A_SECOND),
      ])
    }
    sampled.push(resident(child))
    tell(`minute ${minute}: ${Math.round(sampled.at(-1) ?? 0)} MB, ${sent * 2} requests`)
  }
  return sampled
}

/** Many who follow one batch to its end. */
async function follow(
  { url, token }: Served,
  deals: readonly string[],
  agent: Agent,
): Promise<{ readonly ended: number; readonly lastAfter: number }> {
  const lines = Array.from({ length: LINES }, (_, at) => deals[at % deals.length] ?? '').join('\n')
  const how = { type: 'application/x-ndjson', status: 202 }
  const batch = `${url}/api/v1/check/batch?asOf=${DAY}`
  const { events } = JSON.parse(await post(batch, token, agent, lines, how)) as { events: string }
  const ends = await Promise.all(
    Array.from({ length: STREAMS }, () => endOf(`${url}${events}`, token)),
  )
  const seen = ends.filter((end) => end > 0)
  return {
    ended: seen.length,
    lastAfter: seen.length === 0 ? 0 : Math.round(Math.max(...seen) - Math.min(...seen)),
  }
}

/** When the end of the batch was told; 0: never. */
function endOf(url: string, token: string): Promise<number> {
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${token}` }
    get(url, { agent: false, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => done(text.includes('event: finished') ? performance.now() : 0))
    }).on('error', failed)
  })
}
