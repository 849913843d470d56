import { chmodSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, SCOPES } from '../../people/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { ROUTE_ACTIONS } from '../route-actions.ts'
import { guardRoutes } from './identify.ts'
import { makeToken } from './token.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function statusFor(line: string, token?: string): Promise<number> {
  const [method, path = ''] = line.split(' ')
  const response = await server.app.inject({
    method: method as 'GET' | 'POST',
    url: path.replace(/:[A-Za-z]+/g, 'none'),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
  return response.statusCode
}

/** The whole matrix: each route under no token and under a token of each scope. */
describe.each(Object.entries(ROUTE_ACTIONS))('%s (%s)', (line, action) => {
  const rule = ACTIONS.get(action)
  const letsIn = (scope: string): boolean => {
    if (rule?.access !== 'role') return rule?.access === 'public'
    const role = scope === 'admin' ? 'administrator' : 'service'
    return rule.reach.has(role) && (scope === 'admin' || scope === rule.scope)
  }
  test('lets in whom the table lets in, and nobody else', async () => {
    const withNone = await statusFor(line)
    expect(withNone === 401).toBe(rule?.access !== 'public')
    for (const scope of SCOPES) {
      const status = await statusFor(line, server.tokens[scope])
      expect([scope, status === 403]).toEqual([scope, !letsIn(scope)])
      expect(status).not.toBe(401)
    }
  })
})

describe('a route without an action', () => {
  test('is refused when it is added', async () => {
    const { default: fastify } = await import('fastify')
    const app = fastify()
    guardRoutes(app)
    expect(() => app.get('/forgotten', () => 'open to all')).toThrow(/nobody decided who may/)
  })
})

describe('a token', () => {
  const metrics = 'GET /metrics'

  test('is kept as a digest, for its owner alone', () => {
    const text = readFileSync(server.kept.file, 'utf8')
    for (const token of Object.values(server.tokens)) expect(text).not.toContain(token.slice(-43))
    expect(statSync(server.kept.file).mode & 0o777).toBe(0o600)
  })

  test.each(['', 'navicert_', 'x'.repeat(5000), `navicert_000000000000_${'A'.repeat(43)}`])(
    'that nobody made lets nobody in: %j',
    async (token) => {
      expect(await statusFor(metrics, token)).toBe(401)
    },
  )

  test('with one letter changed lets nobody in', async () => {
    const token = server.tokens.admin
    const last = token.endsWith('A') ? 'B' : 'A'
    expect(await statusFor(metrics, token.slice(0, -1) + last)).toBe(401)
  })

  test('is no good any more once it has expired or was revoked', async () => {
    const expires = new Date(server.clock.now.getTime() + 60_000).toISOString()
    const made = makeToken({ name: 'short', scopes: ['metrics'], made: '', expires })
    server.kept.add(made.kept)
    expect(await statusFor(metrics, made.text)).toBe(200)
    server.clock.now = new Date(server.clock.now.getTime() + 120_000)
    expect(await statusFor(metrics, made.text)).toBe(401)

    const other = makeToken({ name: 'other', scopes: ['metrics'], made: '' })
    server.kept.add(other.kept)
    expect(await statusFor(metrics, other.text)).toBe(200)
    expect(server.kept.revoke(other.kept.id)).toBe(true)
    expect(server.kept.revoke(other.kept.id)).toBe(false)
    expect(await statusFor(metrics, other.text)).toBe(401)
  })

  test('is not looked up in a file that others may write', async () => {
    chmodSync(server.kept.file, 0o666)
    expect(() => server.kept.all()).toThrow(/token\.too-open/)
    expect(await statusFor(metrics, server.tokens.admin)).toBeGreaterThanOrEqual(400)
    chmodSync(server.kept.file, 0o600)
  })
})
