import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { createStore } from './create-store.ts'
import type { Database } from './database/database.ts'
import { openFolder } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'
import { asOwner, createPostgresDatabase, DATABASES, emptyStore } from './databases.fixture.ts'
import { openStore } from './index.ts'
import { migrate, SCHEMA_VERSION, schemaVersion } from './schema/migrate.ts'

const now = () => new Date('2026-01-01T00:00:00Z')
const append = {
  stream: 'a',
  expectedVersion: 0,
  events: [{ type: 'x', body: null }],
  actor: 'person:1',
}
const [, postgres] = DATABASES

describe('a store in a folder', () => {
  it('keeps what was appended, and is refused to a second opener', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'navicert-store-'))
    const first = await openStore({ folder, now })
    const appended = unwrap(await first.append(append))
    await expect(openStore({ folder, now })).rejects.toThrow('[store.in-use]')
    await first.close()
    expect(readdirSync(folder)).toEqual(['pglite'])
    const second = await openStore({ folder, now })
    expect(await second.readRecord()).toEqual(appended)
    await second.close()
    rmSync(folder, { recursive: true })
  })

  it('has the jobs done at once that a process was at when it died', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'navicert-store-'))
    const queues = [{ name: 'mail', retries: 1, retryAfterSeconds: 0, expireAfterSeconds: 3_600 }]
    const killed = await openFolder(folder)
    const { jobs } = await createStore(killed, { now, queues })
    await jobs.enqueue({ queue: 'mail', data: { n: 1 } })
    const taken = sql`update navicert_jobs.job set state = 'active', started_on = now()`
    await taken.execute(killed.sql)
    await killed.close()
    const store = await openStore({ folder, now, queues })
    const done = await new Promise((tell) =>
      store.jobs.work('mail', async ({ data }) => tell(data), { everyMilliseconds: 20 }),
    )
    expect(done).toEqual({ n: 1 })
    await store.close()
    rmSync(folder, { recursive: true })
  })
})

describe.each(DATABASES)('opening on $kind', ({ there, open }) => {
  let database: Database
  beforeAll(async () => {
    if (there) database = await open()
  })
  afterAll(async () => {
    if (there) await database.close()
  })

  it('works in the restricted role', async ({ skip }) => {
    if (!there) skip('no PostgreSQL')
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.sql)
    expect(rows).toEqual([{ role: 'navicert_work' }])
  })

  it('leaves a schema alone that is up to date', async ({ skip }) => {
    if (!there) skip('no PostgreSQL')
    await emptyStore(database)
    // The restricted role could not change it.
    await migrate(database.sql)
    expect(await schemaVersion(database.sql)).toBe(SCHEMA_VERSION)
  })

  it('refuses a schema that is newer than the program', async ({ skip }) => {
    if (!there) skip('no PostgreSQL')
    await emptyStore(database)
    await asOwner(database, `insert into navicert.schema_version values (999, 'of the future')`)
    await expect(migrate(database.sql)).rejects.toThrow(
      `The store has schema 999; this program knows ${SCHEMA_VERSION}`,
    )
    await emptyStore(database)
  })
})

describe.skipIf(postgres?.there !== true)('opening PostgreSQL', () => {
  it('serves two processes that start at once', async () => {
    const url = await createPostgresDatabase()
    const stores = await Promise.all([openStore({ url, now }), openStore({ url, now })])
    for (const [index, store] of stores.entries()) {
      unwrap(await store.append({ ...append, expectedVersion: index }))
    }
    expect(await stores[0].readRecord()).toEqual(await stores[1].readRecord())
    await Promise.all(stores.map((store) => store.close()))
  })

  it('serves a login that owns nothing, once the schema is there', async () => {
    const url = await createPostgresDatabase()
    await (await openStore({ url, now })).close()
    const login = `runner_${url.slice(-8)}`
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    await admin.query(`create role ${login} login in role navicert_work`)
    const runner = new URL(url)
    runner.username = login
    const store = await openStore({ url: runner.href, now })
    unwrap(await store.append(append))
    await store.close()
    const client = new pg.Client({ connectionString: runner.href })
    await client.connect()
    await expect(client.query('delete from navicert.events')).rejects.toThrow('permission denied')
    await client.end()
    await admin.query(`drop role ${login}`)
    await admin.end()
  })

  it('never prints the password', async () => {
    const url = new URL(await createPostgresDatabase())
    url.password = 'secret'
    const database = await openPostgres(url.href, 1)
    expect(database.place).not.toContain('secret')
    expect(database.place).toContain(url.pathname)
    await database.close()
  })

  it('says that there is no server', async () => {
    const opening = openStore({ url: 'postgres://someone@127.0.0.1:1/none', now })
    await expect(opening).rejects.toThrow('[store.unavailable]')
  })

  it('says what a URL looks like', async () => {
    await expect(openStore({ url: 'mysql://x/y', now })).rejects.toThrow('[store.url]')
  })
})
