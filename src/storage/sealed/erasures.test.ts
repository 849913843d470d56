import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { ok, unwrap } from '../../kernel/index.ts'
import { createStore } from '../create-store.ts'
import type { Database } from '../database/database.ts'
import { openFolder } from '../database/open-pglite.ts'
import { openPostgres } from '../database/open-postgres.ts'
import { createPostgresDatabase, describeOnEach, emptyStore } from '../databases.fixture.ts'
import type { Store } from '../store.ts'
import { masterKeyOf } from './master-key.ts'

const PARTS = {
  now: () => new Date('2026-06-01T12:00:00Z'),
  masterKey: masterKeyOf(Buffer.alloc(32, 7).toString('base64')),
}

const sealFor = async (store: Store, ...subjects: readonly string[]) =>
  unwrap(
    await store.work((work) => work.sealAll(subjects.map((subject) => ({ subject, value: 1 })))),
  )
const destroy = async (store: Store, ...subjects: readonly string[]) =>
  unwrap(
    await store.work(async (work) => {
      for (const subject of subjects) await work.destroyKey(subject)
      return ok(undefined)
    }),
  )
const wrapped = async ({ sql: db }: Database, subject: string): Promise<string> => {
  const keys = db.selectFrom('navicert.subject_keys').select('wrapped')
  return (await keys.where('subject', '=', subject).executeTakeFirstOrThrow()).wrapped ?? ''
}
const due = async ({ sql: db }: Database): Promise<number> =>
  (await db.selectFrom('navicert.erasures_due').select('id').execute()).length

describe('the key of whom is erased, in a folder', () => {
  let folder: string
  let database: Database
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-erasure-'))
    database = await openFolder(folder)
    store = await createStore(database, PARTS)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })

  const filesWith = (text: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
      const file = join(folder, name)
      return statSync(file).isFile() && readFileSync(file).includes(text)
    })

  it('is gone from every file when the erasure is acknowledged, and others are kept', async () => {
    await sealFor(store, 'party:1', 'party:2')
    const [gone, kept] = [await wrapped(database, 'party:1'), await wrapped(database, 'party:2')]
    expect(filesWith(gone)).not.toEqual([])
    await destroy(store, 'party:1')
    expect(filesWith(gone)).toEqual([])
    expect(filesWith(kept)).not.toEqual([])
    const [sealed] = await sealFor(store, 'party:2')
    expect(sealed === undefined ? undefined : await store.unseal(sealed)).toMatchObject({
      value: 1,
    })
  })

  it('is gone after the next opening where a process died before it was', async () => {
    await sealFor(store, 'party:1')
    const gone = await wrapped(database, 'party:1')
    // As the work leaves it, and nothing after it was done.
    await database.sql.transaction().execute(async (transaction) => {
      const keys = transaction.updateTable('navicert.subject_keys')
      await keys
        .set({ wrapped: null, destroyed_at: PARTS.now() })
        .where('subject', '=', 'party:1')
        .execute()
      await transaction.insertInto('navicert.erasures_due').defaultValues().execute()
    })
    await store.close()
    expect(filesWith(gone)).not.toEqual([])
    database = await openFolder(folder)
    store = await createStore(database, PARTS)
    expect(filesWith(gone)).toEqual([])
    expect(await due(database)).toBe(0)
  })
})

describeOnEach('the table of keys after an erasure', (database) => {
  const fileOf = async (): Promise<string | undefined> => {
    const { rows } = await sql<{ readonly file: string }>`
      select pg_relation_filepath('navicert.subject_keys') as file`.execute(database().sql)
    return rows[0]?.file
  }

  it('is written anew, not once for each of many that are erased at a time', async () => {
    const store = await emptyStore(database(), PARTS)
    const subjects = Array.from({ length: 20 }, (_, n) => `party:${n}`)
    await sealFor(store, ...subjects)
    const before = await fileOf()
    const writeAnew = vi.spyOn(database(), 'writeAnew')
    await Promise.all(subjects.map((subject) => destroy(store, subject)))
    expect(writeAnew.mock.calls.length).toBeLessThan(subjects.length)
    expect(await fileOf()).not.toBe(before)
    expect(await due(database())).toBe(0)
  })

  it('stays as it is where no key was destroyed', async () => {
    const store = await emptyStore(database(), PARTS)
    await sealFor(store, 'party:1')
    const before = await fileOf()
    await destroy(store, 'party:unknown')
    expect(await fileOf()).toBe(before)
  })
})

describe.skipIf(inject('postgres') === null)(
  'a reader on PostgreSQL that sees what was before an erasure',
  () => {
    it('hinders it, which is told, and it is done at the next opening', async () => {
      const database = await openPostgres(await createPostgresDatabase(), 5)
      try {
        const told: unknown[] = []
        const store = await emptyStore(database, { ...PARTS, tell: (error) => told.push(error) })
        await sealFor(store, 'party:1')
        await database.sql
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(async (reader) => {
            await sql`select 1 from navicert.events`.execute(reader)
            await destroy(store, 'party:1')
          })
        expect(String(told)).toContain('[store.erasure-incomplete]')
        expect(await due(database)).toBe(1)
        await createStore(database, PARTS)
        expect(await due(database)).toBe(0)
      } finally {
        await database.close()
      }
    })
  },
)
