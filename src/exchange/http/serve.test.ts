import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Members } from '../node/nodes.fixture.ts'
import { MAX_REQUEST_BYTES } from './routes.ts'
import { type ServedExchange, type ServeOptions, serveExchange } from './serve.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function served(
  more: Partial<ServeOptions> = {},
  before: () => void = () => undefined,
): Promise<ServedExchange> {
  const members = new Members(['JP', 'NL', 'US'])
  await members.say('NL', 2)
  const open = () => {
    before()
    return members.node('NL')
  }
  const exchange = await serveExchange(open, {
    port: 0,
    host: '127.0.0.1',
    failed: () => undefined,
    ...more,
  })
  stops.push(exchange.stop)
  return exchange
}

/** What comes back for bytes sent as they are, until the other side ends it. */
function exchangeBytes(address: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  let told = ''
  socket.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  socket.write(bytes)
  return new Promise((ended) => socket.on('close', () => ended(told)).on('error', () => undefined))
}

describe('a served node', () => {
  it('answers, and says what a path or a body is that it does not take', async () => {
    const { address } = await served()
    const status = async (path: string, init?: RequestInit) =>
      (await fetch(address + path, init)).status
    expect(await status('/checkpoint')).toBe(200)
    expect(await status('/nothing')).toBe(404)
    expect(await status('/%zz')).toBe(404)
    expect(await status('/checkpoint', { method: 'DELETE' })).toBe(405)
    const large = 'x'.repeat(MAX_REQUEST_BYTES + 1)
    expect(await status('/witness/add-checkpoint', { method: 'POST', body: large })).toBe(413)
    const told = await exchangeBytes(
      address,
      `POST /witness/add-checkpoint HTTP/1.1\r\nHost: n\r\nContent-Length: 999999999\r\n\r\n${large}`,
    )
    expect(told).toMatch(/^HTTP\/1.1 413 /)
    expect(
      await exchangeBytes(address, 'GET http://[ HTTP/1.1\r\nHost: n\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1.1 400 /)
  })

  it('waits for no slow body, and tells nobody what failed', async () => {
    const failures: unknown[] = []
    const { address } = await served({ patience: 150, failed: (error) => failures.push(error) })
    const slow = 'POST /hint HTTP/1.1\r\nHost: n\r\nContent-Length: 100\r\n\r\nx'
    expect(await exchangeBytes(address, slow)).toMatch(/^HTTP\/1.1 408 /)
    expect(failures).toEqual([])
    const broken = await served({ failed: (error) => failures.push(error) }, () => {
      throw new Error('disk full at /secret')
    })
    const answer = await fetch(`${broken.address}/checkpoint`)
    expect([answer.status, await answer.text()]).toEqual([500, 'The node could not answer.\n'])
    expect(failures).toHaveLength(1)
  })

  it('looks again where a head was put in place of another meanwhile', async () => {
    let times = 0
    const { address } = await served({}, () => {
      times += 1
      if (times === 1) throw new Error('half old, half new')
    })
    expect((await fetch(`${address}/checkpoint`)).status).toBe(200)
  })

  it('ends what it answers before it stops, and waits no longer than its patience', async () => {
    const { address, stop } = await served({ patience: 150 })
    const hanging = exchangeBytes(address, 'GET /checkpoint HTTP/1.1\r\nHost: n\r\n')
    await fetch(`${address}/checkpoint`)
    await stop()
    expect(await hanging).not.toContain('HTTP/1.1 200')
    await expect(fetch(`${address}/checkpoint`)).rejects.toThrow()
  })
})
