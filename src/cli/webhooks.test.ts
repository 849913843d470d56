import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './command.fixture.ts'

describe('navicert webhooks', () => {
  let workingDirectory: string
  let receiver: Server
  let url: string
  let status = 200
  beforeAll(async () => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'navicert-webhooks-'))
    receiver = createServer((_, response) => response.writeHead(status).end())
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    receiver.closeAllConnections()
    receiver.close()
    rmSync(workingDirectory, { recursive: true })
  })
  const webhooks = (...words: readonly string[]) =>
    runCommand(['webhooks', ...words], { workingDirectory })

  it('adds, tries, lists what was sent, and removes', async () => {
    const refused = await webhooks('add', url)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('webhook.url') })
    const added = await webhooks('add', url, '--own-network', '--events', 'change.told', '--json')
    const { webhook, secret } = JSON.parse(added.out)
    expect(secret).toMatch(/^whsec_/)
    expect((await webhooks('list')).out).toContain(`${webhook.id}  ${url}  change.told`)

    const tried = await webhooks('test', webhook.id, '--own-network')
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('delivered after 1 try') })
    status = 503
    const failed = await webhooks('test', webhook.id, '--own-network')
    expect(failed).toMatchObject({ code: 1, out: expect.stringContaining('answered 503') })
    const guarded = await webhooks('test', webhook.id)
    expect(guarded).toMatchObject({ code: 1, out: expect.stringContaining('not an address') })

    const sent = await webhooks('deliveries', webhook.id)
    expect(sent.out).toMatch(/\n3 messages\n$/)
    expect((await webhooks('deliveries', webhook.id, '--state', 'delivered')).out).toMatch(
      /1 message\n$/,
    )
    expect((await webhooks('remove', webhook.id)).code).toBe(0)
    expect((await webhooks('remove', webhook.id)).err).toContain('webhook.unknown')
    expect((await webhooks('test', webhook.id)).err).toContain('webhook.unknown')
  })

  it('names the events there are', async () => {
    const { code, err } = await webhooks('add', url, '--events', 'everything')
    expect([code, err]).toEqual([1, expect.stringContaining('batch.finished')])
  })
})
