import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { openStore } from '../open-store.ts'
import { SCHEMA_VERSION } from '../schema/migrate.ts'
import { beginFromEmptyStore, emptyStoreFile } from './empty-store.ts'
import { writeEmptyStore } from './open-pglite.ts'

const now = () => new Date('2026-01-01T00:00:00Z')
const event = { type: 'x', body: null }
const append = { stream: 'a', expectedVersion: 0, events: [event], actor: 'person:1' }

describe('a folder that begins as a copy of the empty store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-empty-'))
  let image = emptyStoreFile()
  beforeAll(async () => {
    if (existsSync(image)) return
    image = join(folder, 'image.tar.gz')
    await writeEmptyStore(image)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is a store of this schema with an empty record, jobs and the lock on the record', async () => {
    const place = join(folder, 'new')
    mkdirSync(place)
    await beginFromEmptyStore(join(place, 'pglite'), image)
    expect(readdirSync(place)).toEqual(['pglite'])
    const queue = { name: 'q', retries: 0, retryAfterSeconds: 0, expireAfterSeconds: 60 }
    const first = await openStore({ folder: place, queues: [queue], now })
    expect(await first.status()).toMatchObject({ schema: SCHEMA_VERSION, events: 0 })
    const appended = unwrap(await first.append(append))
    expect(await first.jobs.enqueue({ queue: 'q', data: {} })).toBe(true)
    await first.close()

    const second = await openStore({ folder: place, queues: [queue], now })
    expect(await second.readRecord()).toEqual(appended)
    expect(await second.jobs.waiting('q')).toBe(1)
    await second.close()
  })

  it('is begun anew where a process died in the middle', async () => {
    const place = join(folder, 'died')
    mkdirSync(join(place, 'pglite.draft'), { recursive: true })
    writeFileSync(join(place, 'pglite.draft/half'), '')
    await beginFromEmptyStore(join(place, 'pglite'), image)
    expect(readdirSync(place)).toEqual(['pglite'])
    expect(existsSync(join(place, 'pglite/half'))).toBe(false)
  })

  it('leaves what is there alone', async () => {
    const dataDir = join(folder, 'there/pglite')
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(join(dataDir, 'kept'), '')
    await beginFromEmptyStore(dataDir, image)
    expect(readdirSync(dataDir)).toEqual(['kept'])
  })

  it('is left to the migrations where there is no image of this program', async () => {
    await beginFromEmptyStore(join(folder, 'none'), join(folder, 'no-such-image'))
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('leaves nothing that looks begun where the image is cut off', async () => {
    const torn = join(folder, 'torn.tar.gz')
    writeFileSync(torn, Buffer.from('1f8b0800', 'hex'))
    await expect(beginFromEmptyStore(join(folder, 'torn'), torn)).rejects.toThrow()
    expect(existsSync(join(folder, 'torn'))).toBe(false)
  })
})
