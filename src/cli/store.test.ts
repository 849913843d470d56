import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { createPostgresDatabase } from '../storage/databases.fixture.ts'
import { openStore } from '../storage/index.ts'
import { runCommand } from './command.fixture.ts'

const now = () => new Date('2026-01-01T00:00:00Z')

describe('navicert store', () => {
  let workingDirectory: string
  beforeAll(async () => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'navicert-store-'))
    const store = await openStore({ folder: join(workingDirectory, '.navicert/store'), now })
    const events = [{ type: 'case.opened', body: { reference: 'NC-1' } }]
    unwrap(await store.append({ stream: 'case:1', expectedVersion: 0, events, actor: 'person:7' }))
    await store.close()
  })
  afterAll(() => rmSync(workingDirectory, { recursive: true }))

  const store = async (...words: readonly string[]) =>
    await runCommand(['store', ...words], { workingDirectory })
  const onPostgres = async (url: string, ...words: readonly string[]) =>
    await runCommand(['store', ...words], { workingDirectory, environment: { DATABASE_URL: url } })

  it('says where it is and what it holds', async () => {
    const { code, out } = await store('status')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^pglite at .*\.navicert\/store, schema \d+\n1 event\n$/),
    })
    const { out: json } = await store('status', '--json')
    expect(JSON.parse(json)).toMatchObject({ kind: 'pglite', events: 1, projections: [] })
  })

  it('checks the record, also against what was noted', async () => {
    const { code, out } = await store('verify')
    expect(code).toBe(0)
    expect(out).toContain('1 event in 1 stream: the record is whole.')
    const noted = /Note elsewhere: (\S+)/.exec(out)?.[1] ?? ''
    expect((await store('verify', '--noted', noted)).code).toBe(0)
    const cut = await store('verify', '--noted', noted.replace('1:', '2:'))
    expect(cut.code).toBe(2)
    expect(cut.err).toContain('[store.not-as-noted]')
    expect((await store('verify', '--noted', 'x')).err).toContain('[store.noted]')
  })

  it('carries a store from a folder to PostgreSQL and back', async ({ skip }) => {
    if (inject('postgres') === null) skip('no PostgreSQL')
    const url = await createPostgresDatabase()
    const written = await store('backup', 'a.backup')
    expect(written).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 row written.*\nsha256:/),
    })
    const digest = written.out.split('\n')[1]
    expect((await onPostgres(url, 'restore', 'a.backup')).out).toContain(digest)
    expect((await onPostgres(url, 'status')).out).toMatch(/^postgresql at .*\n1 event\n$/)
    await onPostgres(url, 'backup', 'b.backup')
    const back = await store('restore', 'b.backup', '--data', 'other')
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining(digest ?? '') })
    expect((await store('restore', 'b.backup')).err).toContain('[store.not-empty]')
  })

  it('makes none to look at it', async () => {
    const { code, err } = await store('status', '--data', 'nowhere')
    expect(code).toBe(1)
    expect(err).toContain('[store.missing]')
  })
})
