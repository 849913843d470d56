import { createSecretKey, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, unwrap } from '../../kernel/index.ts'
import { createStore } from '../create-store.ts'
import { asOwner, contentOf, describeOnEach, emptyStore } from '../databases.fixture.ts'
import type { Store } from '../store.ts'
import { masterKeyOf, openMasterKey } from './master-key.ts'
import type { Sealed } from './sealed.ts'

const masterKey = createSecretKey(randomBytes(32))
const PERSON = { name: '山田 太郎', born: '1970-01-01' }

describeOnEach('sealed personal data', (database) => {
  let store: Store
  beforeEach(async () => {
    store = await emptyStore(database(), { masterKey })
  })

  const record = async (subject: string, value = PERSON): Promise<Sealed> =>
    unwrap(
      await store.work(async (work) => {
        const sealed = unwrap(await work.seal(subject, value))
        const expectedVersion = (await work.readStream(subject)).length
        const events = [{ type: 'party.named', body: sealed }]
        unwrap(await work.append({ stream: subject, expectedVersion, events, actor: 'p' }))
        return ok(sealed)
      }),
    )
  const destroy = async (subject: string) =>
    unwrap(await store.work(async (work) => ok(await work.destroyKey(subject))))

  it('are read again, and stand nowhere in clear', async () => {
    await record('party:1')
    const [event] = await store.readStream('party:1')
    expect(await store.unseal(event?.body as Sealed)).toEqual({ kind: 'open', value: PERSON })
    const everything = `${await contentOf(database(), 'navicert.events')}${await contentOf(database(), 'navicert.subject_keys')}`
    expect(everything).not.toContain('山田')
    expect(everything).not.toContain('1970')
  })

  it('are gone with their key, and the record is as whole as before', async () => {
    const sealed = await record('party:1')
    const other = await record('party:2')
    const before = await store.verify()
    expect(await destroy('party:1')).toBe(true)
    expect(await destroy('party:1')).toBe(false)
    expect(await store.unseal(sealed)).toEqual({
      kind: 'destroyed',
      at: '2026-01-01T00:00:03.000Z',
    })
    expect(await store.unseal(other)).toEqual({ kind: 'open', value: PERSON })
    expect(await store.verify()).toEqual(before)
    expect(before.problems).toEqual([])
  })

  it('are not sealed again for one whose key was destroyed', async () => {
    await record('party:1')
    await destroy('party:1')
    const again = await store.work((work) => work.seal('party:1', PERSON))
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'store.subject-destroyed' }] })
  })

  it('look different each time, under one key for a subject', async () => {
    const [first, second] = [await record('party:1'), await record('party:1')]
    expect(first.sealed).not.toBe(second.sealed)
    expect(await store.unseal(first)).toEqual(await store.unseal(second))
  })

  it('do not open as another’s, nor changed', async () => {
    const sealed = await record('party:1')
    await record('party:2')
    await expect(store.unseal({ ...sealed, subject: 'party:2' })).rejects.toThrow()
    const bytes = Buffer.from(sealed.sealed, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await expect(store.unseal({ ...sealed, sealed: bytes.toString('base64') })).rejects.toThrow()
    await expect(store.unseal({ ...sealed, subject: 'party:9' })).rejects.toThrow(
      '[store.subject-unknown]',
    )
  })

  it('tell another master key at once', async () => {
    const other = { now: () => new Date(), masterKey: createSecretKey(randomBytes(32)) }
    await expect(createStore(database(), other)).rejects.toThrow('[store.wrong-key]')
    await createStore(database(), { ...other, masterKey })
  })

  it('have keys that are destroyed or kept, and nothing else', async () => {
    await record('party:1')
    const change = `update navicert.subject_keys set wrapped = 'x' where subject = 'party:1'`
    await expect(sql.raw(change).execute(database().sql)).rejects.toThrow('never changed')
    await expect(asOwner(database(), change)).rejects.toThrow('never changed')
    for (const attempt of ['delete from', 'truncate'].map(
      (verb) => `${verb} navicert.subject_keys`,
    )) {
      await expect(sql.raw(attempt).execute(database().sql)).rejects.toThrow('permission denied')
      await expect(asOwner(database(), attempt)).rejects.toThrow('never changed')
    }
    await destroy('party:1')
    const back = `update navicert.subject_keys set wrapped = 'x', destroyed_at = null`
    await expect(sql.raw(back).execute(database().sql)).rejects.toThrow('never changed')
  })
})

describe('the master key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is made on first use, for its owner alone, and found again', () => {
    const file = join(folder, 'keys', 'store-key')
    const made = openMasterKey(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(openMasterKey(file).equals(made)).toBe(true)
    expect(masterKeyOf(readFileSync(file, 'utf8')).equals(made)).toBe(true)
  })

  it('is refused where others may read it', () => {
    const file = join(folder, 'store-key')
    openMasterKey(file)
    chmodSync(file, 0o640)
    expect(() => openMasterKey(file)).toThrow('[store.key-too-open]')
  })

  it('is refused where it is not one', () => {
    const file = join(folder, 'store-key')
    writeFileSync(file, 'c2hvcnQ=', { mode: 0o600 })
    expect(() => openMasterKey(file)).toThrow('[store.key-unreadable]')
  })
})
