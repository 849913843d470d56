import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sendTo } from './peer.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Answers, but closes the connection instead for the first so many requests. */
async function listening(closing: number): Promise<{ address: string; asked: () => number }> {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    if (asked <= closing) request.socket.destroy()
    else response.end('here')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  stops.push(() => server.close())
  stops.push(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, asked: () => asked }
}

describe('a request to a peer', () => {
  it('is sent again where the connection was lost, and once only', async () => {
    const { address } = await listening(1)
    const answer = await sendTo(address)('GET', '/checkpoint', 100)
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('here') })
    const lost = await listening(9)
    const reasons: string[] = []
    const send = sendTo(lost.address, (reason) => reasons.push(reason))
    expect(await send('GET', '/checkpoint', 100)).toBeUndefined()
    expect(lost.asked()).toBe(2)
    // Who did not answer is not asked again.
    expect(await send('GET', '/trust', 100)).toBeUndefined()
    expect(lost.asked()).toBe(2)
    expect(reasons).toHaveLength(1)
  })

  it('takes no more than it asked for', async () => {
    const { address } = await listening(0)
    const reasons: string[] = []
    expect(await sendTo(address, (reason) => reasons.push(reason))('GET', '/x', 3)).toBeUndefined()
    expect(reasons).toEqual(['the answer is too long'])
  })
})
