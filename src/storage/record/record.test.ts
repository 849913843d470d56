import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fail, ok, unwrap } from '../../kernel/index.ts'
import type { Database } from '../database/database.ts'
import { asOwner, DATABASES, emptyStore } from '../databases.fixture.ts'
import type { Store } from '../store.ts'

const ACTOR = 'person:7'
const opened = { type: 'case.opened', body: { reference: 'NC-1' } }
const closed = { type: 'case.closed', body: { reason: 'withdrawn' } }

describe.each(DATABASES)('the record on $kind', ({ there, open }) => {
  let database: Database
  let store: Store
  beforeAll(async () => {
    if (there) database = await open()
  })
  afterAll(async () => {
    if (there) await database.close()
  })
  beforeEach(async ({ skip }) => {
    if (!there) skip('no PostgreSQL')
    store = await emptyStore(database)
  })

  const append = async (
    stream: string,
    expectedVersion: number,
    ...events: (typeof opened | typeof closed)[]
  ) => await store.append({ stream, expectedVersion, events, actor: ACTOR })

  describe('appending', () => {
    it('gives what was appended as it is read again', async () => {
      const appended = unwrap(await append('case:1', 0, opened, closed))
      expect(appended).toEqual([
        {
          position: 1,
          stream: 'case:1',
          version: 1,
          ...opened,
          at: '2026-01-01T00:00:01.000Z',
          actor: ACTOR,
          previous: null,
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        },
        {
          position: 2,
          stream: 'case:1',
          version: 2,
          ...closed,
          at: '2026-01-01T00:00:01.000Z',
          actor: ACTOR,
          previous: appended[0]?.digest,
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        },
      ])
      expect(await store.readStream('case:1')).toEqual(appended)
      expect(await store.readRecord()).toEqual(appended)
    })

    it('answers a conflict where someone else was quicker, and keeps nothing', async () => {
      unwrap(await append('case:1', 0, opened))
      const late = await append('case:1', 0, opened)
      expect(late).toMatchObject({ ok: false, problems: [{ code: 'store.conflict' }] })
      expect(late.ok ? '' : late.problems[0]?.detail).toContain('at version 1, not 0')
      expect(await append('case:2', 1, opened)).toMatchObject({ ok: false })
      expect(await store.lastPosition()).toBe(1)
    })

    it('takes exactly one of many that race for the same version', async () => {
      const results = await Promise.all(
        Array.from({ length: 8 }, () => append('case:1', 0, opened)),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await store.readStream('case:1')).toHaveLength(1)
    })

    it('numbers the record without a gap under racing writers', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          append(`case:${index}`, 0, opened, ...(index % 2 === 0 ? [closed] : [])),
        ),
      )
      await append('case:1', 5, opened)
      unwrap(await append('case:1', 1, closed))
      const positions = (await store.readRecord()).map(({ position }) => position)
      expect(positions).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
    })

    it('keeps every text and number as it was', async () => {
      const body = {
        nul: 'a\u0000b',
        half: '\ud800',
        script: '株式会社 Ünïcødé',
        large: 1e21,
        small: 5e-324,
        exact: '1.5000000000000000001',
        nothing: null,
        nested: [{ z: 1, a: [] }],
      }
      unwrap(
        await store.append({
          stream: 'odd "stream"; drop table events',
          expectedVersion: 0,
          events: [{ type: 'x', body }],
          actor: ACTOR,
        }),
      )
      expect((await store.readRecord())[0]?.body).toEqual(body)
      expect((await store.verify()).problems).toEqual([])
    })

    it('keeps its order when the clock goes back', async () => {
      const times = ['2026-03-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z']
      store = await emptyStore(database, { now: () => new Date(times.shift() ?? 0) })
      unwrap(await append('case:1', 0, opened))
      unwrap(await append('case:1', 1, closed))
      const record = await store.readRecord()
      expect(record.map(({ type }) => type)).toEqual(['case.opened', 'case.closed'])
      expect(record.map(({ at }) => at.slice(0, 4))).toEqual(['2026', '2025'])
      expect((await store.verify()).problems).toEqual([])
    })
  })

  describe('reading', () => {
    it('tells of the one character that it cannot hold', async () => {
      await expect(store.readStream('a\u0000b')).rejects.toThrow('[store.not-text]')
    })

    beforeEach(async () => {
      for (let version = 0; version < 3; version += 1) {
        unwrap(await append('case:1', version, opened))
        unwrap(await append('case:2', version, closed))
      }
    })

    it('begins and ends a stream where it is told', async () => {
      const versions = (events: readonly { version: number }[]) => events.map((e) => e.version)
      expect(versions(await store.readStream('case:1', { from: 2 }))).toEqual([2, 3])
      expect(versions(await store.readStream('case:1', { from: 2, limit: 1 }))).toEqual([2])
      expect(await store.readStream('case:9')).toEqual([])
    })

    it('begins the record after a position', async () => {
      const portion = await store.readRecord({ after: 2, limit: 3 })
      expect(portion.map(({ position }) => position)).toEqual([3, 4, 5])
      expect(await store.readRecord({ after: 6 })).toEqual([])
      expect(await store.lastPosition()).toBe(6)
    })
  })

  describe('a work', () => {
    it('keeps all of its appends, and reads its own', async () => {
      const result = await store.work(async (work) => {
        unwrap(
          await work.append({ stream: 'a', expectedVersion: 0, events: [opened], actor: ACTOR }),
        )
        unwrap(
          await work.append({ stream: 'b', expectedVersion: 0, events: [opened], actor: ACTOR }),
        )
        unwrap(
          await work.append({ stream: 'a', expectedVersion: 1, events: [closed], actor: ACTOR }),
        )
        return ok((await work.readStream('a')).length)
      })
      expect(result).toEqual(ok(2))
      expect(await store.lastPosition()).toBe(3)
    })

    it('that refuses leaves nothing, and its refusal is its answer', async () => {
      const problem = { code: 'case.not-yours', detail: 'This case is another’s.' }
      const result = await store.work(async (work) => {
        unwrap(
          await work.append({ stream: 'a', expectedVersion: 0, events: [opened], actor: ACTOR }),
        )
        return fail(problem)
      })
      expect(result).toEqual(fail(problem))
      expect(await store.lastPosition()).toBe(0)
    })

    it('that throws leaves nothing', async () => {
      const work = store.work(async (inWork) => {
        await inWork.append({ stream: 'a', expectedVersion: 0, events: [opened], actor: ACTOR })
        throw new Error('a bug')
      })
      await expect(work).rejects.toThrow('a bug')
      expect(await store.lastPosition()).toBe(0)
    })

    it('that goes past itself is told so, instead of waiting for itself', async () => {
      await expect(store.work(async () => await append('a', 0, opened))).rejects.toThrow(
        'goes through it, not past it',
      )
      unwrap(await append('a', 0, opened))
    })

    it('that swallowed a failed statement is not acknowledged', async () => {
      const work = database.sql.transaction().execute(async (transaction) => {
        await sql`select 1 / 0`.execute(transaction).catch(() => {})
        await sql`set constraints all immediate`.execute(transaction)
      })
      await expect(work).rejects.toThrow('current transaction is aborted')
    })
  })

  describe('an idempotency key', () => {
    const command = {
      stream: 'case:1',
      expectedVersion: 0,
      events: [opened],
      actor: ACTOR,
      key: 'k1',
    }

    it('gives the second delivery what the first got', async () => {
      const first = unwrap(await store.append(command))
      unwrap(await append('case:1', 1, closed))
      expect(unwrap(await store.append(command))).toEqual(first)
      expect(await store.lastPosition()).toBe(2)
    })

    it('makes one of many deliveries at once', async () => {
      const results = await Promise.all(Array.from({ length: 6 }, () => store.append(command)))
      expect(new Set(results.map((result) => unwrap(result)[0]?.digest)).size).toBe(1)
      expect(await store.lastPosition()).toBe(1)
    })

    it('refuses another command', async () => {
      unwrap(await store.append(command))
      const other = await store.append({ ...command, events: [closed] })
      expect(other).toMatchObject({ ok: false, problems: [{ code: 'store.key-reused' }] })
    })

    it('is free again after a refusal', async () => {
      const late = { ...command, expectedVersion: 1 }
      expect((await store.append(late)).ok).toBe(false)
      unwrap(await append('case:1', 0, opened))
      expect((await store.append(late)).ok).toBe(true)
    })

    it('holds for whatever a work gives', async () => {
      let runs = 0
      const carryOut = () =>
        store.once({ key: 'k2', content: { do: 'this' } }, async () => {
          runs += 1
          return ok({ licence: 'A/1', lines: [1, 2] })
        })
      expect(await carryOut()).toEqual(ok({ licence: 'A/1', lines: [1, 2] }))
      expect(await carryOut()).toEqual(ok({ licence: 'A/1', lines: [1, 2] }))
      expect(runs).toBe(1)
    })
  })

  describe('the role the program works as', () => {
    beforeEach(async () => {
      unwrap(
        await store.append({
          stream: 'a',
          expectedVersion: 0,
          events: [opened],
          actor: ACTOR,
          key: 'k',
        }),
      )
    })
    const attempts = [
      `update navicert.events set actor = 'someone else'`,
      `delete from navicert.events`,
      `truncate navicert.events`,
      `update navicert.commands set result = '1'`,
      `delete from navicert.commands`,
      `truncate navicert.commands cascade`,
      `drop table navicert.events`,
      `alter table navicert.events disable trigger all`,
      `alter table navicert.events add column x int`,
      `create or replace function navicert.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$`,
      `drop schema navicert cascade`,
      `update navicert.schema_version set version = 99`,
      `insert into navicert.events values (1, 'a', 2, 't', now(), 'x', '{}', 'p', 'd')`,
      `insert into navicert.events values (2, 'a', 1, 't', now(), 'x', '{}', null, 'd')`,
      `merge into navicert.events e using (select 1) s on true when matched then delete`,
      `with gone as (delete from navicert.events returning *) select * from gone`,
      `insert into navicert.events select * from navicert.events on conflict (position) do update set actor = 'x'`,
    ]

    it.each(attempts)('may not %s', async (attempt) => {
      const before = await store.readRecord()
      await expect(sql.raw(attempt).execute(database.sql)).rejects.toThrow(
        /permission denied|must be owner|duplicate key/,
      )
      expect(await store.readRecord()).toEqual(before)
    })

    it.each(attempts.slice(0, 6))(
      'nor may the owner, while the trigger is there, %s',
      async (attempt) => {
        await expect(asOwner(database, attempt)).rejects.toThrow('the record is never changed')
        await expect(
          asOwner(database, `set session_replication_role = replica`, attempt),
        ).rejects.toThrow('the record is never changed')
      },
    )
  })

  describe('verifying', () => {
    beforeEach(async () => {
      store = await emptyStore(database)
      unwrap(await append('a', 0, opened, closed, opened))
      unwrap(await append('b', 0, opened, closed))
    })
    const tamper = async (...statements: readonly string[]) =>
      await asOwner(
        database,
        'alter table navicert.events disable trigger all',
        'alter table navicert.events drop constraint if exists events_check',
        ...statements,
      )
    const codes = async () => [...new Set((await store.verify()).problems.map(({ code }) => code))]

    it('finds a record that nobody touched whole', async () => {
      const { problems, digest, ...counts } = await store.verify()
      expect({ problems, counts }).toEqual({ problems: [], counts: { events: 5, streams: 2 } })
      expect(await store.verify({ events: 5, digest })).toMatchObject({ problems: [] })
    })

    it.each([
      ['body', `body = '{"reference":"NC-2"}'`],
      ['actor', `actor = 'person:8'`],
      ['type', `type = 'case.reopened'`],
      ['time', `at = at + interval '1 millisecond'`],
    ])('finds a changed %s', async (_, change) => {
      await tamper(`update navicert.events set ${change} where position = 1`)
      expect(await codes()).toEqual(['store.event-changed'])
    })

    it('finds a change that made its own digest anew', async () => {
      await tamper(`update navicert.events set digest = 'sha256:00' where position = 2`)
      expect(await codes()).toEqual(['store.event-changed', 'store.chain-broken'])
    })

    it('finds an event that is missing', async () => {
      await tamper('delete from navicert.events where position = 2')
      expect(await codes()).toEqual(['store.event-missing'])
    })

    it('finds a whole stream that is missing', async () => {
      await tamper(`delete from navicert.events where stream = 'a'`)
      expect(await codes()).toEqual(['store.event-missing'])
    })

    it('finds the last event missing by what was noted', async () => {
      const { events, digest } = await store.verify()
      await tamper('delete from navicert.events where position = 5')
      expect((await store.verify()).problems).toEqual([])
      const { problems } = await store.verify({ events, digest })
      expect(problems).toMatchObject([{ code: 'store.not-as-noted' }])
    })

    it('finds two events that changed places', async () => {
      await tamper(
        'update navicert.events set position = 99, version = 99 where position = 1',
        'update navicert.events set position = 1, version = 1 where position = 3',
        'update navicert.events set position = 3, version = 3 where position = 99',
      )
      expect(await codes()).toContain('store.chain-broken')
    })

    it('finds an event that moved to another stream', async () => {
      await tamper(`update navicert.events set stream = 'b', version = 3 where position = 3`)
      expect(await codes()).toContain('store.event-changed')
    })
  })
})
