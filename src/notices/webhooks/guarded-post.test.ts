import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEndpoint } from './endpoint.ts'
import { guardedPost } from './guarded-post.ts'
import { isPublicAddress } from './public-address.ts'

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('of the own network, or of none, is not public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.32.0.1', '172.15.255.255', '2606:4700::1111', '2a00:1450:4001::'])(
    'of the internet is public: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('a URL', () => {
  const strict = { ownNetwork: false }
  test.each([
    'http://erp.example.com/',
    'ftp://erp.example.com/',
    'file:///etc/passwd',
    'https://user:secret@erp.example.com/',
    'https://erp.example.com/#part',
    'erp.example.com',
    `https://erp.example.com/${'x'.repeat(2_000)}`,
    '',
  ])('that is not a plain place on the web is refused: %s', (text) => {
    expect(readEndpoint(text, strict)).toMatchObject({ problems: [{ code: 'webhook.url' }] })
  })

  test.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
  ])('that names an address of the own network, however spelt, is refused: %s', (text) => {
    expect(readEndpoint(text, strict)).toMatchObject({ problems: [{ code: 'webhook.not-public' }] })
    expect(readEndpoint(text, { ownNetwork: true }).ok).toBe(true)
  })
})

describe('a message', () => {
  let server: Server
  let port: number
  const seen: { headers: IncomingMessage['headers']; body: string; url: string }[] = []
  let answer: (response: ServerResponse) => void = (response) => response.end()

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      seen.push({ headers: request.headers, body, url: request.url ?? '' })
      answer(response)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const here = { ownNetwork: true, addressesOf: async () => ['127.0.0.1'] }
  const send = (options: Partial<Parameters<typeof guardedPost>[3]> = {}) =>
    guardedPost(
      new URL(`http://erp.example.com:${port}/hook?a=b`),
      '{"ö":1}',
      { 'x-a': 'b' },
      {
        ...here,
        ...options,
      },
    )

  test('arrives as it was given, at the address that was looked at', async () => {
    expect(await send()).toBe(200)
    expect(seen.at(-1)).toMatchObject({
      body: '{"ö":1}',
      url: '/hook?a=b',
      headers: {
        'content-type': 'application/json',
        'content-length': '8',
        'x-a': 'b',
        host: `erp.example.com:${port}`,
      },
    })
  })

  test('goes nowhere where any address of the name is of the own network', async () => {
    const before = seen.length
    const addressesOf = async () => ['8.8.8.8', '127.0.0.1']
    await expect(send({ ownNetwork: false, addressesOf })).rejects.toThrow('webhook.not-public')
    const literal = guardedPost(new URL(`http://127.0.0.1:${port}/`), '', {}, { ownNetwork: false })
    await expect(literal).rejects.toThrow('webhook.not-public')
    expect(seen.length).toBe(before)
  })

  test('is looked up once: a name that then stands for another address leads nowhere else', async () => {
    const addresses = [['127.0.0.1'], ['10.255.255.1']]
    const addressesOf = async () => addresses.shift() ?? []
    expect(await send({ addressesOf })).toBe(200)
    expect(addresses.length).toBe(1)
    await expect(send({ addressesOf: async () => [] })).rejects.toThrow('stands for no address')
  })

  test('does not follow a redirection', async () => {
    const before = seen.length
    answer = (response) => response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end()
    expect(await send()).toBe(307)
    expect(seen.length).toBe(before + 1)
  })

  test('is given up where no answer comes in time', async () => {
    answer = () => undefined
    await expect(send({ withinMilliseconds: 100 })).rejects.toThrow('no answer in time')
    const addressesOf = () => new Promise<never>(() => undefined)
    await expect(send({ withinMilliseconds: 50, addressesOf })).rejects.toThrow('no answer in time')
  })

  test('takes in no more than a little of an answer without end', async () => {
    answer = (response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) if (response.destroyed) return
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    expect(await send({ withinMilliseconds: 100_000 })).toBe(200)
  })
})
