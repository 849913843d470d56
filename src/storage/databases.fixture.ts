import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { createStore, type StoreParts } from './create-store.ts'
import type { Database } from './database/database.ts'
import { openMemory } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'
import { migrate } from './schema/migrate.ts'
import { JOBS_SCHEMA, VIEWS_SCHEMA, WORKER_ROLE } from './schema/migrations.ts'

/** A database of a kind, opened for the tests of a file; none where the kind is not there. */
export interface TestDatabase {
  readonly kind: Database['kind']
  readonly there: boolean
  open(): Promise<Database>
}

const postgres = inject('postgres')

/** Every test of this room runs on each of these. */
export const DATABASES: readonly TestDatabase[] = [
  { kind: 'pglite', there: true, open: openMemory },
  {
    kind: 'postgresql',
    there: postgres !== null,
    open: async () => await openPostgres(await createPostgresDatabase(), 5),
  },
]

/** A new, empty database on the PostgreSQL of this run, by its URL. */
export async function createPostgresDatabase(): Promise<string> {
  if (postgres === null) throw new Error('there is no PostgreSQL to test on')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: postgres })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres)
  url.pathname = `/${name}`
  return url.href
}

/** Runs SQL as the owner of the schema, on one connection, which is then back in its role. */
export async function asOwner(database: Database, ...statements: readonly string[]): Promise<void> {
  await database.sql.connection().execute(async (connection) => {
    await sql`reset role`.execute(connection)
    try {
      for (const statement of statements) await sql.raw(statement).execute(connection)
    } finally {
      await sql`reset all`.execute(connection)
      await sql.raw(`set role ${WORKER_ROLE}`).execute(connection)
    }
  })
}

/** A store with nothing in it, on a database that another test may have used. */
export async function emptyStore(
  database: Database,
  parts: Partial<StoreParts> = {},
): ReturnType<typeof createStore> {
  await database.sql.connection().execute(async (connection) => {
    await sql`reset role`.execute(connection)
    for (const schema of ['navicert', VIEWS_SCHEMA, JOBS_SCHEMA])
      await sql.raw(`drop schema if exists ${schema} cascade`).execute(connection)
    await migrate(connection)
    await sql.raw(`set role ${WORKER_ROLE}`).execute(connection)
  })
  return await createStore(database, { now: tickingClock(), ...parts })
}

/** A clock that goes on by a second each time it is read. */
export function tickingClock(start = '2026-01-01T00:00:00.000Z'): () => Date {
  let time = Date.parse(start)
  return () => {
    time += 1_000
    return new Date(time)
  }
}

/** Tests of an open database, on each kind; where one is not there its tests skip and say so. */
export function describeOnEach(what: string, tests: (database: () => Database) => void): void {
  describe.each(DATABASES)(`${what} on $kind`, ({ there, open }) => {
    const opened: { database?: Database } = {}
    beforeAll(async () => {
      if (there) opened.database = await open()
    })
    afterAll(async () => {
      await opened.database?.close()
    })
    beforeEach(({ skip }) => {
      if (!there) skip('there is no PostgreSQL to test on')
    })
    tests(() => {
      if (opened.database === undefined) throw new Error('the database is not open')
      return opened.database
    })
  })
}

/** All rows of a table, as one text that another table with the same rows has too. */
export async function contentOf(database: Database, table: string): Promise<string> {
  const { rows } = await sql<{ readonly content: string | null }>`
    select string_agg(to_jsonb(t)::text, e'\n' order by to_jsonb(t)::text) as content
    from ${sql.raw(table)} t`.execute(database.sql)
  return rows[0]?.content ?? ''
}
