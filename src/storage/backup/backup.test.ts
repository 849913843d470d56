import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ok, unwrap } from '../../kernel/index.ts'
import type { Database } from '../database/database.ts'
import { DATABASES, emptyStore } from '../databases.fixture.ts'
import type { Queue } from '../jobs/job.ts'
import type { Sealed } from '../sealed/sealed.ts'
import type { Store } from '../store.ts'

const masterKey = createSecretKey(randomBytes(32))
const queues: readonly Queue[] = [
  { name: 'mail', retries: 3, retryAfterSeconds: 5, expireAfterSeconds: 60 },
]

const ways = DATABASES.flatMap((from) => DATABASES.map((to) => ({ from, to })))

describe('a backup', () => {
  let folder: string
  let file: string
  const opened: Database[] = []
  const databases = new Map<string, readonly [Database, Database]>()
  beforeAll(async () => {
    for (const { kind, there, open } of DATABASES) {
      if (!there) continue
      const pair = [await open(), await open()] as const
      opened.push(...pair)
      databases.set(kind, pair)
    }
  })
  afterAll(async () => {
    for (const database of opened) await database.close()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-backup-'))
    file = join(folder, 'store.backup')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const source = async (kind = 'pglite') => await filled(databases.get(kind)?.[0])
  const target = async (kind = 'pglite', parts = {}) =>
    await emptyStore(there(databases.get(kind)?.[1]), parts)

  it.for(ways)('of $from.kind restores into $to.kind as it was', async ({ from, to }, { skip }) => {
    skip(!from.there || !to.there, 'There is no PostgreSQL here.')
    const store = await source(from.kind)
    const written = await store.backup(file)
    const restored = await target(to.kind, { masterKey, queues })
    expect(await restored.restore(file)).toEqual(written)
    expect(await restored.backup(join(folder, 'again'))).toEqual(written)
    expect(await restored.readRecord()).toEqual(await store.readRecord())
    expect(await restored.verify()).toEqual(await store.verify())
    expect((await restored.verify()).problems).toEqual([])
    const [sealed, erased] = (await restored.readStream('party')).map(({ body }) => body as Sealed)
    expect(sealed && (await restored.unseal(sealed))).toEqual({ kind: 'open', value: 'Ünï' })
    expect(erased && (await restored.unseal(erased))).toMatchObject({ kind: 'destroyed' })
    expect(await restored.jobs.waiting('mail')).toBe(2)
    // It goes on where it was: the idempotency key is known, and positions continue.
    const repeated = await restored.once({ key: 'k', content: 1 }, async () => ok('anew'))
    expect(repeated).toEqual(ok('first'))
    const more = {
      stream: 'case',
      expectedVersion: 1_200,
      events: [{ type: 'x', body: 1 }],
      actor: 'p',
    }
    expect(unwrap(await restored.append(more))[0]?.position).toBe(1_203)
  })

  it('has the same bytes for the same content', async () => {
    const store = await source()
    await store.backup(file)
    await store.backup(join(folder, 'again'))
    expect(readFileSync(join(folder, 'again'))).toEqual(readFileSync(file))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['again', 'store.backup'])
  })

  it('is refused by a store that holds something', async () => {
    const store = await source()
    await store.backup(file)
    await expect(store.restore(file)).rejects.toThrow('[store.not-empty]')
  })

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['empty', () => ''],
    ['changed in a row', (text) => text.replace('person:7', 'person:8')],
    ['missing a row', (text) => text.replace(/navicert\.events .*\n/, '')],
    ['longer than it says', (text) => `${text}navicert.commands {}\n`],
    [
      'for a table that is not one',
      (text) => text.replace('navicert.events', 'pg_catalog.pg_class'),
    ],
    ['of another format', (text) => text.replace('navicert-store', 'other')],
    ['not JSON', (text) => text.replace('{', '[')],
  ])('that is %s restores nothing', async (_, change) => {
    await (await source()).backup(file)
    writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))))
    const restored = await target()
    await expect(restored.restore(file)).rejects.toThrow('[backup.broken]')
    expect(await restored.lastPosition()).toBe(0)
  })

  it('whose bytes are damaged restores nothing', async () => {
    await (await source()).backup(file)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.subarray(0, bytes.length / 2))
    const restored = await target()
    await expect(restored.restore(file)).rejects.toThrow('[backup.broken]')
    expect(await restored.lastPosition()).toBe(0)
    writeFileSync(file, 'no gzip')
    await expect(restored.restore(file)).rejects.toThrow('[backup.broken]')
    await expect(restored.restore(join(folder, 'none'))).rejects.toThrow('[backup.missing]')
  })

  it('of a newer release is refused', async () => {
    await (await source()).backup(file)
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    writeFileSync(file, gzipSync(text.replace(/"schema":\d+/, '"schema":99')))
    await expect((await target()).restore(file)).rejects.toThrow('[store.schema-newer]')
  })

  it('that cannot be written leaves no draft', async () => {
    const store = await source()
    await expect(store.backup(join(folder, 'none', 'x'))).rejects.toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
    expect(await store.lastPosition()).toBe(1_202)
  })
})

function there(database: Database | undefined): Database {
  if (database === undefined) throw new Error('the database is not there')
  return database
}

/** A store with some of everything, and more rows than are read at once. */
async function filled(database: Database | undefined): Promise<Store> {
  const store = await emptyStore(there(database), { masterKey, queues })
  const events = Array.from({ length: 1_200 }, (_, n) => ({
    type: 'case.noted',
    body: { n, text: 'line\nand "quote" \\ \u0000 株式会社' },
  }))
  unwrap(await store.append({ stream: 'case', expectedVersion: 0, events, actor: 'person:7' }))
  await store.work(async (work) => {
    const sealed = unwrap(await work.seal('person:1', 'Ünï'))
    const erased = unwrap(await work.seal('person:2', 'Ünï'))
    const named = [sealed, erased].map((body) => ({ type: 'party.named', body }))
    await work.append({ stream: 'party', expectedVersion: 0, events: named, actor: 'p' })
    await work.destroyKey('person:2')
    await work.enqueue({ queue: 'mail', data: { n: 1 } })
    await work.enqueue({ queue: 'mail', data: { n: 2 }, key: 'k' })
    return ok(null)
  })
  await store.once({ key: 'k', content: 1 }, async () => ok('first'))
  await store.jobs.schedule('mail', '0 6 * * *', { of: 'the morning' })
  return store
}
