import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { ProblemError } from '../../kernel/index.ts'
import { migrate } from '../schema/migrate.ts'
import { WORKER_ROLE } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import type { Database } from './database.ts'
import { assertOutsideWork } from './inside-work.ts'

const CONNECT_WITHIN_MS = 5_000
const LOCK_NOT_AVAILABLE = '55P03'

/** PostgreSQL by its URL; `connections` at most at once. @throws ProblemError */
export async function openPostgres(url: string, connections: number): Promise<Database> {
  const place = printable(url)
  const owner = connect(url, 1)
  try {
    await migrate(owner)
  } finally {
    await owner.destroy()
  }
  const db = connect(url, connections, WORKER_ROLE)
  return { kind: 'postgresql', place, sql: db, writeAnew, close: () => db.destroy() }
}

/** The log that PostgreSQL writes ahead is its operator's: archives, replicas and backups are made of it. */
async function writeAnew(owner: Kysely<Tables>, table: string): Promise<void> {
  // Whoever comes meanwhile waits behind this, so it waits for others briefly.
  await sql`set lock_timeout = '1s'`.execute(owner)
  try {
    await sql.raw(`vacuum full ${table}`).execute(owner)
  } catch (error) {
    if (Object(error).code !== LOCK_NOT_AVAILABLE) throw error
  } finally {
    await sql`reset lock_timeout`.execute(owner)
  }
}

function connect(url: string, max: number, role?: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    application_name: 'navicert',
  })
  // A server that goes away ends idle connections; the next query makes a new one, or says why not.
  pool.on('error', () => {})
  // So does it end those that are in use, whose query then fails: nobody else needs to hear of it.
  pool.on('connect', (client) => client.on('error', () => {}))
  const entered = new WeakSet<pg.PoolClient>()
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => {
          assertOutsideWork()
          const client = await pool.connect()
          if (role !== undefined && !entered.has(client)) await enter(client, role)
          entered.add(client)
          return client
        },
        end: () => pool.end(),
      },
    }),
  })
}

async function enter(client: pg.PoolClient, role: string): Promise<void> {
  try {
    await client.query(`set role ${role}`)
  } catch (error) {
    client.release(true)
    throw error
  }
}

function printable(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url)
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(protocol)
    return `${protocol}//${hostname}${port === '' ? '' : `:${port}`}${pathname}`
  } catch {
    throw new ProblemError({
      code: 'store.url',
      detail: 'This is not the URL of a PostgreSQL database.',
      remedy: 'Write it as postgres://user:password@host:5432/database.',
    })
  }
}
