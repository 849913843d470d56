import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, LIST, navicert } from './navicert.ts'
import { serving } from './server.ts'

const [SOURCE = '', FILE = ''] = LIST.split(/[:@]/)

test('an order that a new list holds is told to whoever subscribed, signed, once the server runs', async () => {
  const received: { readonly signature: string; readonly body: string }[] = []
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ signature: String(request.headers['webhook-signature']), body })
    response.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  await inFolder(async (folder) => {
    const run = async (...line: readonly string[]) => {
      const ran = await navicert(folder, line)
      expect([line, ran.err]).toEqual([line, expect.not.stringContaining('[')])
      return ran.out
    }
    const list = readFileSync(FILE, 'utf8')
    const without = join(folder, 'before.csv')
    writeFileSync(
      without,
      list
        .split('\n')
        .filter((line) => !line.includes('Halcyon'))
        .join('\n'),
    )
    await run('lists', 'import', SOURCE, without, '--published', '2026-06-01')
    const deal = {
      id: 'SO-1',
      kind: 'export',
      date: '2026-06-02',
      route: { from: 'US', to: 'CN' },
      items: [{ name: 'desk lamp' }],
      parties: [{ role: 'end-user', name: 'Halcyon Lattice', country: 'CN' }],
    }
    writeFileSync(join(folder, 'orders.jsonl'), `${JSON.stringify(deal)}\n`)
    expect(await run('orders', 'add', 'orders.jsonl')).toContain('1 order')
    await run('recheck')
    await run('webhooks', 'add', url, '--own-network', '--events', 'change.told')
    await run('lists', 'import', SOURCE, FILE, '--published', '2026-06-02')
    await navicert(folder, ['recheck'])
    const served = await serving(folder, '--webhooks-own-network')
    await expect.poll(() => received.length, { timeout: 110_000, interval: 50 }).toBeGreaterThan(0)
    expect(await served.stop()).toBe(0)
    expect(received.length).toBe(1)
    expect(received[0]?.signature).toMatch(/^v1,/)
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'change.told',
      data: { changes: [{ of: 'order', ref: 'SO-1' }] },
    })
  })
  receiver.closeAllConnections()
  receiver.close()
})
