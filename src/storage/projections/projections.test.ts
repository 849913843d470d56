import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { createStore } from '../create-store.ts'
import { contentOf, describeOnEach, emptyStore } from '../databases.fixture.ts'
import type { RecordedEvent } from '../record/event.ts'
import type { Store } from '../store.ts'
import type { Projection } from './projection.ts'

interface Views {
  readonly balances: { readonly account: string; readonly amount: number; readonly seen: number }
  readonly owners: { readonly account: string; readonly owner: string }
}

/** An account moves by an amount; who opened it owns it; a closed one is gone. */
const balances: Projection<Views> = {
  name: 'balances',
  version: 1,
  tables: ['balances', 'owners'],
  async create(views) {
    await views.schema
      .createTable('balances')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('amount', 'integer', (column) => column.notNull())
      .addColumn('seen', 'integer', (column) => column.notNull())
      .execute()
    await sql`create table owners (account text references balances on delete cascade, owner text)`.execute(
      views,
    )
  },
  async apply({ stream, type, actor, position, body }, views) {
    if (type === 'opened') {
      await views
        .insertInto('balances')
        .values({ account: stream, amount: 0, seen: position })
        .execute()
      await sql`insert into owners values (${stream}, ${actor})`.execute(views)
    } else if (type === 'closed') {
      await views.deleteFrom('balances').where('account', '=', stream).execute()
    } else {
      await views
        .updateTable('balances')
        .set(({ eb }) => ({ amount: eb('amount', '+', Number(body)), seen: position }))
        .where('account', '=', stream)
        .execute()
    }
  },
}

/** Opened, moved some times, and perhaps closed: with the version each account is at. */
const histories = fc.array(
  fc.record({ account: fc.integer({ min: 0, max: 3 }), step: fc.constantFrom('move', 'close') }),
  { maxLength: 12 },
)

describeOnEach('projections', (database) => {
  let store: Store
  beforeEach(async () => {
    store = await emptyStore(database(), { projections: [balances] })
  })

  const content = async () =>
    `${await contentOf(database(), 'navicert_views.balances')}|${await contentOf(database(), 'navicert_views.owners')}`
  const add = async (stream: string, type: string, body: number | null = null) => {
    const expectedVersion = (await store.readStream(stream)).length
    unwrap(
      await store.append({
        stream,
        expectedVersion,
        events: [{ type, body }],
        actor: `of ${stream}`,
      }),
    )
  }

  it('take in what happened, and answer queries by name', async () => {
    await add('a', 'opened')
    await add('a', 'moved', 5)
    await add('b', 'opened')
    await add('a', 'moved', -2)
    await store.catchUp()
    const amounts = await store.view((views: Kysely<Views>) =>
      views.selectFrom('balances').select(['account', 'amount']).orderBy('account').execute(),
    )
    expect(amounts).toEqual([
      { account: 'a', amount: 3 },
      { account: 'b', amount: 0 },
    ])
    expect((await store.status()).projections).toEqual([
      { name: 'balances', version: 1, position: 4, of: 4 },
    ])
  })

  it('built anew are what they were, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        store = await emptyStore(database(), { projections: [balances] })
        for (const { account, step } of history) {
          const stream = `account:${account}`
          const last = (await store.readStream(stream)).at(-1)
          if (last === undefined || last.type === 'closed') await add(stream, 'opened')
          else await add(stream, step === 'move' ? 'moved' : 'closed', 7)
          // Lived: it follows as things happen.
          await store.catchUp()
        }
        await store.catchUp()
        const lived = await content()
        await store.rebuild('balances')
        expect(await content()).toBe(lived)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('take each event once, whoever of several follows', async () => {
    await add('a', 'opened')
    for (let index = 0; index < 5; index += 1) {
      await add('a', 'moved', 1)
      await Promise.all([store.catchUp(), store.catchUp(), store.catchUp()])
    }
    expect(await contentOf(database(), 'navicert_views.balances')).toContain('"amount": 5')
  })

  it('go on after a failure where they were, with nothing half applied', async () => {
    await add('a', 'opened')
    await store.catchUp()
    await add('a', 'moved', 1)
    await add('a', 'moved', 10)
    const before = await content()
    const breaking = failingAt(3)
    const broken = await openAgain(breaking)
    await expect(broken.catchUp()).rejects.toThrow(
      'The projection balances failed on the event at 3: out of order',
    )
    expect(await content()).toBe(before)
    await store.catchUp()
    expect(await contentOf(database(), 'navicert_views.balances')).toContain('"amount": 11')
  })

  it('tell how far they are, and are built anew for a new version', async () => {
    const events = Array.from({ length: 1_200 }, () => ({ type: 'moved', body: 1 }))
    await add('a', 'opened')
    unwrap(await store.append({ stream: 'a', expectedVersion: 1, events, actor: 'x' }))
    await store.catchUp()
    const twice: Projection<Views> = {
      ...balances,
      version: 2,
      apply: async (event, views) => {
        await balances.apply(event.type === 'moved' ? { ...event, body: 2 } : event, views)
      },
    }
    const newer = await openAgain(twice)
    expect((await newer.status()).projections).toMatchObject([
      { version: 2, position: 0, of: 1_201 },
    ])
    const told: number[] = []
    await newer.catchUp((_, position) => told.push(position))
    expect(told).toEqual([500, 1_000, 1_201])
    expect(await contentOf(database(), 'navicert_views.balances')).toContain('"amount": 2400')
    // The older program leaves the newer one’s tables alone.
    await expect(store.catchUp()).rejects.toThrow('[store.projection-newer]')
  })

  it('have tables and names of their own', async () => {
    const clash = { ...balances, name: 'other' }
    await expect(emptyStore(database(), { projections: [balances, clash] })).rejects.toThrow(
      'tables of its own',
    )
  })

  /** Another program over the same tables. */
  async function openAgain(projection: Projection<Views>): Promise<Store> {
    return await createStore(database(), { now: () => new Date(0), projections: [projection] })
  }

  function failingAt(position: number): Projection<Views> {
    return {
      ...balances,
      apply: async (event: RecordedEvent, views) => {
        if (event.position === position) throw new Error('out of order')
        await balances.apply(event, views)
      },
    }
  }
})
