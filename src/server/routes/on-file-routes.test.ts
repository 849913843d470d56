import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import { importList } from '../../lists/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  as = 'admin',
) {
  const token = as === 'admin' || as === 'check' ? server.tokens[as] : ''
  const response = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

const FAB = { id: 'C-1', name: 'Example Fab Co', country: 'KR', headquarters: 'KR' }
const TOOL = {
  serial: 'NXT-1',
  item: { onFile: 'SC-193' },
  site: { country: 'KR' },
  owner: { onFile: 'C-1' },
}

describe('what is on file', () => {
  test('is put there, named by number, answered by a recheck, and told of with its history', async () => {
    const scanner = { id: 'SC-193', name: 'Scanner', kind: 'sme.litho.scanner' }
    expect((await ask('POST', '/items', { records: [scanner] })).body).toEqual({
      filed: 1,
      changed: 0,
      same: 0,
    })
    const early = await ask('POST', '/tools', { records: [TOOL] })
    expect([early.status, early.body.code]).toEqual([422, 'party.not-on-file'])
    expect(early.body.errors[0].pointer).toBe('/records/0')
    await ask('POST', '/parties', { records: [FAB] })
    expect((await ask('POST', '/tools', { records: [TOOL] })).status).toBe(200)
    const visit = {
      id: 'T-1',
      tool: 'NXT-1',
      from: 'NL',
      persons: [{ nationalities: ['NL'], employerHeadquarters: 'NL' }],
    }
    expect((await ask('POST', '/tickets', { records: [visit] })).status).toBe(200)

    expect((await ask('POST', '/recheck')).body).toMatchObject({ queued: true })
    const events = await server.app.inject({
      url: '/api/v1/recheck/events',
      headers: { authorization: `Bearer ${server.tokens.admin}`, 'last-event-id': '0' },
    })
    expect(events.body).toMatch(/event: begun[\s\S]*event: finished/)
    expect((await ask('GET', '/recheck')).body.last).toMatchObject({ state: 'done', failed: 0 })

    const shown = (await ask('GET', '/tickets/T-1')).body
    expect(shown.history.map(({ kind }: { kind: string }) => kind)).toEqual(['filed', 'answered'])
    expect(shown.history[1].answer.verdict).toBeDefined()
    const list = await ask('GET', '/tickets')
    expect(list.body.records).toMatchObject([{ ref: 'T-1', isOpen: true }])
    expect(list.headers.etag).toMatch(/^"/)
  })

  test('is taken off with a reason, and erased after that', async () => {
    await ask('POST', '/parties', { records: [{ id: 'C-2', name: 'Somebody' }] })
    expect((await ask('DELETE', '/parties/C-2?reason=asked&erase')).body.code).toBe(
      'party.not-closed',
    )
    expect((await ask('DELETE', '/parties/C-2?reason=asked')).body).toMatchObject({
      isErased: false,
    })
    expect((await ask('DELETE', '/parties/C-2?reason=asked&erase')).status).toBe(200)
    expect((await ask('GET', '/parties/C-2')).body).not.toHaveProperty('stated')
    expect((await ask('GET', '/parties/C-9')).status).toBe(404)
    expect((await ask('DELETE', '/parties/C-9?reason=x')).status).toBe(404)
  })

  test('is refused as a whole where one record is wrong, and to whoever may not', async () => {
    const records = [{ id: 'C-5', name: 'One' }, { id: 'C-5', name: 'Two' }, { id: 'C-6' }]
    const wrong = await ask('POST', '/parties', { records })
    expect(wrong.status).toBe(422)
    expect((await ask('GET', '/parties/C-5')).status).toBe(404)
    expect((await ask('GET', '/orders', undefined, 'check')).status).toBe(403)
    expect((await ask('GET', '/orders', undefined, 'nobody')).status).toBe(401)
  })

  test('hits are shown, and no token decides one', async () => {
    await ask('POST', '/parties', {
      records: [{ id: 'C-3', name: 'Halcyon Lattice Semiconductor' }],
    })
    await ask('POST', '/recheck')
    await expect
      .poll(async () => (await ask('GET', '/hits?open')).body.hits, { timeout: 110_000 })
      .toHaveLength(1)
    const { hits } = (await ask('GET', '/hits?open')).body
    expect(hits).toMatchObject([{ party: 'C-3', status: 'open' }])
    const decision = { outcome: 'clear', reason: 'Another seat' }
    expect((await ask('POST', `/hits/${hits[0].hit}/decision`, decision)).status).toBe(403)
  })
})

describe('a recheck', () => {
  const LIST = resolve(import.meta.dirname, '../../../examples/lists/fictional-screening-list.csv')
  const rechecked = async (): Promise<void> => {
    const before = (await ask('GET', '/recheck')).body.last?.run ?? 0
    await ask('POST', '/recheck')
    const last = async () => (await ask('GET', '/recheck')).body.last
    await expect
      .poll(last, { timeout: 110_000 })
      .toMatchObject({ run: before + 1, state: 'done', failed: 0 })
  }

  test('answers by the list that it says it was under, however soon that came after another', async () => {
    // The clock of this server stands still: no time passes in which a list would be looked at again.
    const order = {
      ...{ id: 'SO-1', kind: 'export', route: { from: 'US', to: 'CN' } },
      items: [{ name: 'desk lamp' }],
      parties: [{ role: 'end-user', name: 'Auburn Teapot', country: 'CN' }],
    }
    await ask('POST', '/orders', { records: [order] })
    await rechecked()
    const file = join(server.dataFolder, 'later.csv')
    const text = readFileSync(LIST, 'utf8').replaceAll('Zephyr Cascade Computing', 'Auburn Teapot')
    writeFileSync(file, text)
    const today = '2026-06-02' as LegalDate
    const { dataFolder } = server
    await importList({ dataFolder, source: 'us-csl', files: [file], published: today, today })
    await rechecked()
    const { history } = (await ask('GET', '/orders/SO-1')).body
    const [party] = history.at(-1).answer.parties
    expect(party.screening).toMatchObject({ state: 'hit', hits: [{}] })
  })
})
