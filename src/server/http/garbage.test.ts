import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'
import { exampleDeal, exampleText } from '../contract/example-deals.ts'
import { OPERATIONS } from '../contract/operations.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ addressAMinute: 1e6, tokenAMinute: 1e6 })
})
afterAll(() => server.close())

function post(url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
  return server.app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      authorization: `Bearer ${server.tokens.admin}`,
      'content-type': 'application/json',
      ...headers,
    },
  })
}

const check = (payload: string | Buffer, headers = {}) => post('/api/v1/check', payload, headers)

describe('a body', () => {
  const cases: readonly (readonly [string, string | Buffer, number, string])[] = [
    ['that is not JSON', '{"a":', 400, 'input.not-json'],
    ['with a key twice', '{"kind":"export","kind":"transit"}', 400, 'input.not-json'],
    ['nested a million deep', `${'['.repeat(1e6)}${']'.repeat(1e6)}`, 400, 'input.too-deep'],
    ['that is not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400, 'input.not-text'],
    ['larger than is taken', `"${'x'.repeat(5e6)}"`, 413, 'input.too-large'],
    ['that is no object', '7', 422, 'input.wrong-shape'],
    ['that is null', 'null', 422, 'input.wrong-shape'],
    ['with __proto__ in it', '{"__proto__":{"polluted":1}}', 422, 'input.wrong-shape'],
  ]
  test.each(cases)('%s is a problem', async (_, payload, status, code) => {
    const response = await check(payload)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.json().instance).toContain(response.headers['x-request-id'])
    expect(response.body).not.toMatch(/node_modules|\.ts:|at .*\(/)
  })

  test('of another media type, or packed otherwise, is told which are read', async () => {
    const xml = await check('<a/>', { 'content-type': 'application/xml' })
    expect([xml.statusCode, xml.json().code]).toEqual([415, 'request.media-type'])
    const brotli = await check('{}', { 'content-encoding': 'br' })
    expect([brotli.statusCode, brotli.headers['accept-encoding']]).toEqual([415, 'gzip'])
  })

  test('may be packed, but not to unfold beyond the bound', async () => {
    const packed = { 'content-encoding': 'gzip' }
    const deal = JSON.stringify(exampleDeal('battery-cell'))
    expect((await check(gzipSync(deal), packed)).statusCode).toBe(200)
    const bomb = await check(gzipSync(Buffer.alloc(50e6, 32)), packed)
    expect([bomb.statusCode, bomb.json().code]).toEqual([413, 'input.too-large'])
    expect((await check('not packed', packed)).statusCode).toBe(400)
  })

  test('may be YAML, and is answered to the same bytes', async () => {
    const json = await check(JSON.stringify(exampleDeal('fpga-to-china')))
    const yaml = await check(exampleText('fpga-to-china'), { 'content-type': 'application/yaml' })
    expect(yaml.statusCode).toBe(200)
    expect(yaml.body).toBe(json.body)
  })
})

describe('a fault in a transaction', () => {
  test('is placed by JSON Pointer, and the key that was meant is named', async () => {
    const deal = exampleDeal('fpga-to-china') as { items: Record<string, unknown>[] }
    const [item = {}] = deal.items
    const faulty = { ...deal, items: [{ ...item, 'a/b~c.d': 1, kynd: 'ic.fpga' }] }
    const { errors } = (await check(JSON.stringify(faulty))).json()
    expect(errors).toContainEqual(expect.objectContaining({ pointer: '/items/0/a~1b~0c.d' }))
    expect(errors).toContainEqual(
      expect.objectContaining({
        pointer: '/items/0/kynd',
        remedy: expect.stringContaining('"kind"'),
      }),
    )
  })

  test('that only the law can see has its place too', async () => {
    const deal = exampleDeal('fpga-to-china') as { items: { characteristics: object }[] }
    const [item] = deal.items
    const faulty = { ...deal, items: [{ ...item, characteristics: { tpp: '3 metres' } }] }
    const response = await check(JSON.stringify(faulty))
    expect(response.statusCode).toBe(422)
    expect(response.json().errors[0].pointer).toBe('/items/0/characteristics/tpp')
    const places = await check(JSON.stringify({ ...deal, route: { from: 'US', to: 'QQ' } }))
    expect(places.json().errors[0].pointer).toBe('/route/to')
  })
})

describe('a path or a query', () => {
  const get = (url: string) => server.app.inject({ url })
  test.each([
    ['/api/v1/examples/..%2f..%2fpackage.json', 422],
    ['/api/v1/examples/%2e%2e%2fREADME', 422],
    ['/api/v1/examples/../../package.json', 404],
    ['/api/v1/examples/%c0%ae', 400],
    ['/api/v1/law/entries/US/%00', 404],
    [`/api/v1/law/entries/US/${'9'.repeat(500)}`, 400],
    ['/api/v1/law/entries?limit=0', 422],
    ['/api/v1/law/entries?limit=1&limit=2', 422],
    ['/api/v1/law/entries?cursor=none', 422],
    ['/api/v1/law/entries?asOf=2026-02-30', 422],
    ['/api/v1/law/changes', 422],
    ['/api/v1/law/changes?since=2024-01-01&__proto__=1', 422],
  ])('%s is refused with %i', async (url, status) => {
    const response = await get(url)
    expect([response.statusCode, response.json().status]).toEqual([status, status])
  })

  test('a misspelt parameter is told with the one meant', async () => {
    const { errors } = (await get('/api/v1/law/entries?as_of=2026-01-01')).json()
    expect(errors[0]).toMatchObject({
      parameter: 'as_of',
      remedy: expect.stringContaining('"asOf"'),
    })
  })

  test('another method than those there are is told which', async () => {
    const response = await server.app.inject({ method: 'DELETE', url: '/api/v1/check' })
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST'])
  })

  test.each([
    ['QUERY', '/api/v1/law', {}, 405],
    ['PATCH', '/api/v1/check', { 'content-type': 'application/xml' }, 405],
    ['PUT', '/api/v1/check', { 'content-type': 'application/json' }, 405],
    ['POST', '/api/v1/nothing', { 'content-type': 'application/json' }, 404],
  ] as const)('%s %s is told so whatever body it brings', async (method, url, headers, status) => {
    const payload = method === 'QUERY' ? {} : { payload: '{' }
    // Of the methods of HTTP the newest is not among the types of the injecting library yet.
    const response = await server.app.inject({ method: method as 'PUT', url, headers, ...payload })
    expect([response.statusCode, response.json().status]).toEqual([status, status])
  })
})

describe('headers', () => {
  test('an id of the request is taken over where it is plain, and never echoed where it is not', async () => {
    const idOf = async (id: string) =>
      (await server.app.inject({ url: '/health/live', headers: { 'x-request-id': id } })).headers[
        'x-request-id'
      ]
    expect(await idOf('order-4711.a')).toBe('order-4711.a')
    expect(await idOf('a b')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idOf('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('who has the bytes is sent none', async () => {
    const first = await server.app.inject('/api/v1/law/jurisdictions')
    const etag = String(first.headers.etag)
    for (const wanted of [etag, `W/${etag}, "other"`, '*']) {
      const again = await server.app.inject({
        url: '/api/v1/law/jurisdictions',
        headers: { 'if-none-match': wanted },
      })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    const earlier = await server.app.inject({
      url: '/api/v1/law/jurisdictions?asOf=2023-01-01',
      headers: { 'if-none-match': etag },
    })
    expect(earlier.statusCode).toBe(200)
  })

  test('an answer about a deal is not stored by anybody on the way', async () => {
    const response = await check(JSON.stringify(exampleDeal('battery-cell')))
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.headers.etag).toBeUndefined()
  })
})

test('too many requests in a minute are told when to come again', async () => {
  const small = await testServer({ addressAMinute: 3 })
  try {
    for (let at = 0; at < 3; at += 1)
      expect((await small.app.inject('/health/live')).statusCode).toBe(200)
    const response = await small.app.inject('/api/v1/law')
    expect([response.statusCode, response.json().code]).toEqual([429, 'request.too-many'])
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    const known = await small.app.inject({
      url: '/api/v1/law',
      headers: { authorization: `Bearer ${small.tokens.check}` },
    })
    expect(known.statusCode).toBe(200)
  } finally {
    await small.close()
  }
})

test('whatever JSON is sent, nothing fails inside', async () => {
  const posts = Object.values(OPERATIONS).filter(({ method }) => method === 'POST')
  const keys = fc.constantFrom(
    'id',
    'kind',
    'item',
    'items',
    'characteristics',
    'answers',
    'name',
    'asOf',
    'parties',
    'route',
    'queries',
    'schema',
    'properties',
    'constructor',
    '__proto__',
    'toString',
    '',
  )
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        null,
        true,
        0,
        -1,
        1e308,
        '',
        'export',
        '2026-06-01',
        'US',
        '\u0000',
        '\ud800',
      ),
      fc.string(),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(keys, tie('any'), { maxKeys: 5 }),
    ),
  })).any
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), value, async ({ path }, body) => {
      const response = await post(path.replace(/:[a-z]+/g, 'all'), JSON.stringify(body))
      expect([response.statusCode < 500, response.body]).toEqual([true, response.body])
    }),
    { numRuns: 300 },
  )
})
