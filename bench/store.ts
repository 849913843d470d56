import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { ok, unwrap } from 'navicert/kernel'
import { openStore, type Projection, type Store, type StorePlace } from 'navicert/storage'

type Figures = Record<string, number | string>
const APPENDS = 1_000
const EVENTS = 10_000
const body = { reference: 'NC-2026-000123', party: 'party:7', amount: '1250.00', lines: [1, 2, 3] }

interface Views {
  readonly bench_streams: { readonly stream: string; readonly events: number }
}

const counts: Projection<Views> = {
  name: 'bench',
  version: 1,
  tables: ['bench_streams'],
  async create(views) {
    await views.schema
      .createTable('bench_streams')
      .addColumn('stream', 'text', (column) => column.primaryKey())
      .addColumn('events', 'integer', (column) => column.notNull())
      .execute()
  },
  async apply({ stream }, views) {
    await views
      .insertInto('bench_streams')
      .values({ stream, events: 1 })
      .onConflict((conflict) =>
        conflict
          .column('stream')
          .doUpdateSet(({ eb }) => ({ events: eb('bench_streams.events', '+', 1) })),
      )
      .execute()
  },
}

/** Appends, projections, jobs and checks a second, in a folder and on DATABASE_URL where it is set. */
export async function benchmark(tell: (line: string) => void): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-bench-'))
  const url = process.env.DATABASE_URL
  try {
    const embedded = await measure('pglite', { folder }, tell)
    if (url !== undefined) return { ...embedded, ...(await measure('postgresql', { url }, tell)) }
    tell('DATABASE_URL is not set: PostgreSQL was not measured.')
    return embedded
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  kind: string,
  place: StorePlace,
  tell: (line: string) => void,
): Promise<Figures> {
  const opening = performance.now()
  const store = await openStore({ ...place, now: () => new Date(), projections: [counts] })
  const figures: Figures = { [`${kind}.openMilliseconds`]: Math.round(performance.now() - opening) }
  const rate = async (name: string, times: number, run: () => Promise<unknown>): Promise<void> => {
    const start = performance.now()
    await run()
    const perSecond = Math.round((times / (performance.now() - start)) * 1_000)
    figures[`${kind}.${name}PerSecond`] = perSecond
    tell(`${kind}: ${perSecond.toLocaleString('en')} ${name}/s`)
  }
  try {
    // A database that was measured before has these streams already.
    const run = `bench:${Date.now()}`
    await rate('appends', APPENDS, () => appendOneByOne(store, run))
    await rate('appendedInPortions', EVENTS, () => appendInPortions(store, `${run}:many`))
    await store.catchUp()
    await rate('projected', (await store.status()).events, () => store.rebuild('bench'))
    await rate('read', EVENTS, () => store.readStream(`${run}:many`))
    await rate('verified', (await store.status()).events, () => store.verify())
    const streams = await store.view((views: Kysely<Views>) =>
      views.selectFrom('bench_streams').selectAll().execute(),
    )
    tell(`${kind}: ${streams.length} streams`)
  } finally {
    await store.close()
  }
  return figures
}

async function appendOneByOne(store: Store, run: string): Promise<void> {
  for (let n = 0; n < APPENDS; n += 1) {
    const events = [{ type: 'bench', body }]
    const stream = `${run}:${n % 100}`
    const expectedVersion = Math.floor(n / 100)
    unwrap(await store.append({ stream, expectedVersion, events, actor: 'bench' }))
  }
}

async function appendInPortions(store: Store, stream: string): Promise<void> {
  const events = Array.from({ length: 500 }, () => ({ type: 'bench', body }))
  for (let expectedVersion = 0; expectedVersion < EVENTS; expectedVersion += events.length) {
    const done = await store.work(async (work) => {
      unwrap(await work.append({ stream, expectedVersion, events, actor: 'bench' }))
      return ok(null)
    })
    unwrap(done)
  }
}
