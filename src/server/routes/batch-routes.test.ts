import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../people/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { exampleDeal } from '../contract/example-deals.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ uploadBytes: 2_000_000 })
})
afterAll(() => server.close())

function ask(
  method: 'GET' | 'POST',
  url: string,
  options: { payload?: string | Buffer; headers?: object; as?: Scope } = {},
) {
  const { payload, headers = {}, as = 'check' } = options
  return server.app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${server.tokens[as]}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/x-ndjson' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
}

const deal = JSON.stringify(exampleDeal('fpga-to-china'))
const LINES = [deal, '{"id": "order-2"}', '', '{"id":', deal].join('\n')

/** Events of a stream that ended, as their id, kind and state. */
async function followed(url: string, lastEventId?: string) {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const { body, headers: got } = await ask('GET', url, { headers })
  expect(got['content-type']).toBe('text/event-stream')
  return [...body.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)$/gm)].map(
    ([, id, kind, data]) => ({
      id,
      kind,
      state: JSON.parse(data ?? ''),
    }),
  )
}

describe('a batch', () => {
  test('is acknowledged, followed to its end, and answered line by line', async () => {
    const received = await ask('POST', '/api/v1/check/batch', { payload: LINES })
    expect([received.statusCode, received.json().state]).toEqual([202, 'waiting'])
    const { events, result, id } = received.json()

    const told = await followed(events)
    expect(told[0]).toMatchObject({ id: '1', kind: 'received', state: { state: 'waiting' } })
    const end = { state: 'done', answered: 4, problems: 2, verdicts: { 'licence-required': 2 } }
    expect(told.at(-1)).toMatchObject({ kind: 'finished', state: end })
    expect((await ask('GET', `/api/v1/check/batch/${id}`)).json()).toMatchObject(end)

    // Broken off after the first, it goes on with the second.
    expect(await followed(events, '1')).toEqual(told.slice(1))

    const lines = (await ask('GET', result)).body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const single = await ask('POST', '/api/v1/check', {
      payload: deal,
      headers: { 'content-type': 'application/json' },
    })
    expect(lines[0]).toEqual(single.json())
    expect(lines[1]).toMatchObject({ id: 'order-2', problem: { where: { line: 2 } } })
    expect(lines[2]).toMatchObject({
      id: null,
      problem: { code: 'input.not-json', where: { line: 4 } },
    })
    expect(lines[3]).toEqual(lines[0])
  })

  test('is nobody else’s, but an administrator’s', async () => {
    const { events, result, id } = (
      await ask('POST', '/api/v1/check/batch', { payload: deal, as: 'admin' })
    ).json()
    for (const url of [`/api/v1/check/batch/${id}`, events, result]) {
      const response = await ask('GET', url)
      expect([response.statusCode, response.json().code]).toEqual([404, 'batch.unknown'])
    }
    const mine = (await ask('POST', '/api/v1/check/batch', { payload: deal })).json()
    expect((await ask('GET', `/api/v1/check/batch/${mine.id}`, { as: 'admin' })).statusCode).toBe(
      200,
    )
  })

  test('that was done long ago is removed, and said to be', async () => {
    const { events, result, id } = (
      await ask('POST', '/api/v1/check/batch', { payload: deal })
    ).json()
    await followed(events)
    const wait = server.clock.now
    expect(server.batches.sweep()).toBe(0)
    server.clock.now = new Date(Date.now() + 31 * 24 * 3600 * 1000)
    expect(server.batches.sweep()).toBeGreaterThanOrEqual(2)
    server.clock.now = wait
    const late = await ask('GET', result)
    expect([late.statusCode, late.json().code]).toEqual([410, 'batch.removed'])
    expect((await ask('GET', `/api/v1/check/batch/${id}`)).json().state).toBe('done')
  })

  test('that is too large leaves nothing behind', async () => {
    const response = await ask('POST', '/api/v1/check/batch', {
      payload: `${deal}\n`.repeat(2_000),
    })
    expect([response.statusCode, response.json().code]).toEqual([413, 'input.too-large'])
  })

  test.each([
    [{ 'content-type': 'application/json' }, 415],
    [{ 'content-encoding': 'gzip' }, 415],
  ])('is refused with %j', async (headers, status) => {
    expect((await ask('POST', '/api/v1/check/batch', { payload: '{}', headers })).statusCode).toBe(
      status,
    )
  })

  test('is not what the other routes read', async () => {
    expect((await ask('POST', '/api/v1/check', { payload: deal })).statusCode).toBe(415)
  })

  test.each(['../../etc/passwd', '0', '00000000-0000-0000-0000-000000000000'])(
    'that nobody sent is not there: %s',
    async (id) => {
      const { statusCode } = await ask(
        'GET',
        `/api/v1/check/batch/${encodeURIComponent(id)}/result`,
      )
      expect([404, 422]).toContain(statusCode)
    },
  )
})
