import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../people/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { exampleDeal } from '../contract/example-deals.ts'

let server: TestServer
let receiver: Server
let url: string
let other: string
const received: { readonly id: string; readonly body: string }[] = []
beforeAll(async () => {
  server = await testServer()
  other = server.elsewhere
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ id: String(request.headers['webhook-id']), body })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await server.close()
})

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  as: Scope | 'other' = 'admin',
) {
  const response = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${as === 'other' ? other : server.tokens[as]}` },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, ...response.json() }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(isSo, { timeout: 110_000 }).toBe(true)
}

describe('somebody who is told by mail', () => {
  test('is put on the list, tried, and taken off it', async () => {
    const made = await ask('POST', '/mails', { address: 'anna@example.com', language: 'de' })
    expect(made).toMatchObject({ status: 201, address: 'anna@example.com' })
    expect(await ask('POST', `/mails/${made.id}/test`)).toMatchObject({ sent: true })
    expect(server.sent.at(-1)).toContain('Versuch')
    expect((await ask('GET', '/mails')).mails).toMatchObject([{ address: 'anna@example.com' }])
    expect((await ask('GET', '/mails', undefined, 'other')).mails).toEqual([])
    const others = await ask('DELETE', `/mails/${made.id}`, undefined, 'other')
    expect(others).toMatchObject({ status: 404, code: 'mail.unknown' })
    expect(await ask('DELETE', `/mails/${made.id}`)).toMatchObject({ removed: true })
    expect((await ask('GET', '/mails')).mails).toEqual([])
  })
})

describe('a webhook', () => {
  test('is told that a batch is done, and what was sent is on file and can be sent again', async () => {
    const made = await ask('POST', '/webhooks', { url, events: ['batch.finished'] })
    expect(made).toMatchObject({ status: 201, secret: expect.stringMatching(/^whsec_/) })
    const batch = await server.app.inject({
      method: 'POST',
      url: '/api/v1/check/batch',
      headers: {
        authorization: `Bearer ${server.tokens.admin}`,
        'content-type': 'application/x-ndjson',
      },
      payload: JSON.stringify(exampleDeal('battery-cell')),
    })
    await until(() => received.length > 0)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'batch.finished',
      data: { id: batch.json().id, answered: 1, problems: 0 },
    })

    const here = `/webhooks/${made.webhook.id}/deliveries`
    await until(async () => (await ask('GET', here)).deliveries[0].tries === 1)
    const { deliveries } = await ask('GET', here)
    expect(deliveries).toMatchObject([{ id: received[0]?.id, state: 'delivered', tries: 1 }])
    const again = await ask('POST', `${here}/${received[0]?.id}/redeliver`)
    expect(again).toMatchObject({ status: 202, state: 'due' })
    await until(() => received.length > 1)
    expect(received[1]).toEqual(received[0])
  })

  test('is tried with a ping, and removed', async () => {
    const { webhook } = await ask('POST', '/webhooks', { url, events: ['change.told'] })
    const before = received.length
    expect(await ask('POST', `/webhooks/${webhook.id}/test`)).toMatchObject({ type: 'ping' })
    await until(() => received.length > before)
    expect(JSON.parse(received.at(-1)?.body ?? '')).toMatchObject({ type: 'ping', data: {} })
    expect(await ask('DELETE', `/webhooks/${webhook.id}`)).toMatchObject({ removed: true })
    const left = (await ask('GET', '/webhooks')).webhooks
    expect(left.map(({ id }: { id: string }) => id)).not.toContain(webhook.id)
    expect(await ask('POST', `/webhooks/${webhook.id}/test`)).toMatchObject({ status: 404 })
  })

  test('of another token is not there', async () => {
    const { webhook } = await ask('POST', '/webhooks', { url, events: ['change.told'] })
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/test'],
      ['GET', '/deliveries'],
      ['POST', `/deliveries/msg_${'0'.repeat(32)}/redeliver`],
    ] as const) {
      expect(await ask(method, `/webhooks/${webhook.id}${path}`, undefined, 'other')).toMatchObject(
        {
          status: 404,
          code: 'webhook.unknown',
        },
      )
    }
    expect((await ask('GET', '/webhooks', undefined, 'other')).webhooks).toEqual([])
  })

  test('is made by who may, which a program’s token may not', async () => {
    const body = { url, events: ['change.told'] }
    expect(await ask('POST', '/webhooks', body, 'notify')).toMatchObject({ code: 'access.role' })
    expect(await ask('GET', '/webhooks', undefined, 'other')).toMatchObject({ webhooks: [] })
  })

  test.each([
    [{ url: 'gopher://a/', events: ['change.told'] }, 'webhook.url'],
    [{ url: 'https://a.example/', events: [] }, 'input.wrong-shape'],
    [{ url: 'https://a.example/', events: ['all'] }, 'input.wrong-shape'],
    [{ url: 'https://a.example/', events: ['change.told'], secret: 'x' }, 'webhook.secret'],
  ])('that cannot be is refused: %j', async (payload, code) => {
    expect(await ask('POST', '/webhooks', payload)).toMatchObject({ status: 422, code })
  })
})
