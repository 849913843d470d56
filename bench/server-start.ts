import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Benchmark, type Figures, round } from './figures.ts'
import { startServer } from './served.ts'

/** Of a second, in which Linux counts the time of processors. */
const TICKS = 100

/**
 * How soon a server of the demo answers, where nothing is there and once it is: in a folder, and on PostgreSQL
 * where DATABASE_URL names one on which a database may be made, which is removed again.
 */
export const benchmark: Benchmark = async (tell) => {
  const url = process.env.DATABASE_URL
  delete process.env.DATABASE_URL
  const embedded = await twice('folder', tell)
  if (url === undefined) {
    tell('DATABASE_URL is not set: PostgreSQL was not measured.')
    return embedded
  }
  const name = `navicert_bench_${randomUUID().slice(0, 8)}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
    process.env.DATABASE_URL = Object.assign(new URL(url), { pathname: `/${name}` }).href
    return { ...embedded, ...(await twice('PostgreSQL', tell)) }
  } finally {
    process.env.DATABASE_URL = url
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}

async function twice(where: string, tell: (line: string) => void): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-start-'))
  try {
    const figures: Record<string, number> = {}
    for (const how of ['new', 'again']) {
      const { child, readyAfter } = await startServer(folder, '--demo')
      const busy = processorSeconds(child.pid ?? 0)
      child.kill('SIGTERM')
      await once(child, 'exit')
      tell(
        `${where}, ${how}: ${(readyAfter / 1000).toFixed(2)} s by the clock, ${busy.toFixed(2)} s of processor`,
      )
      figures[`${where}, ${how}, seconds`] = round(readyAfter / 1000)
      figures[`${where}, ${how}, processor seconds`] = round(busy)
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** On Linux. */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / TICKS
}
