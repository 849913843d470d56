import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { ACTIONS, ROLES, SCOPES } from '../../people/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { ROUTE_ACTIONS } from '../route-actions.ts'
import { guardRoutes, identify } from './identify.ts'
import { makeSecret } from './secrets.ts'

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

/** The whole matrix: each route without a token, under one of each scope, and under one of each role. */
describe.each(Object.entries(ROUTE_ACTIONS))('%s (%s)', (line, action) => {
  const rule = ACTIONS.get(action)
  const isPublic = rule?.access === 'public'
  // Decisions are made by persons who have signed in, whatever a token's owner may do.
  const isByToken = rule?.access === 'role' && rule.effect !== 'decides'

  test('is answered to nobody who is not known, unless it is public', async () => {
    // Who signs in with nothing is refused as well, and not let through.
    if (action === 'account.enter') return
    expect((await statusFor(line)) === 401).toBe(!isPublic)
  })

  test.each(SCOPES)('lets in a token of scope %s if the table says so', async (scope) => {
    // Who started it first is the administrator, and decides on hits until somebody else does.
    const roles =
      scope === 'admin'
        ? (['administrator', 'compliance-officer'] as const)
        : (['service'] as const)
    const byRole = isByToken && roles.some((role) => rule.reach.has(role))
    const byScope = rule?.access === 'role' && (scope === 'admin' || scope === rule.scope)
    expect((await statusFor(line, server.tokens[scope])) === 403).toBe(
      !isPublic && !(byRole && byScope),
    )
  })

  test.each(ROLES)('lets in the role %s if the table says so', async (role) => {
    const may = isPublic || (isByToken && rule.reach.has(role))
    expect((await statusFor(line, server.roleTokens[role])) === 403).toBe(!may)
  })
})

describe('a route without an action', () => {
  test('is refused when it is added', async () => {
    const { default: fastify } = await import('fastify')
    const app = fastify()
    guardRoutes(app, { people: async () => server.people, site: () => server.app.site() })
    expect(() => app.get('/forgotten', () => 'open to all')).toThrow(/nobody decided who may/)
  })
})

describe('where it cannot be known who asks', () => {
  test('what is public is answered all the same, and nothing else', async () => {
    const { default: fastify } = await import('fastify')
    const app = fastify()
    const people = () => Promise.reject(new Error('the database is gone'))
    identify(app, { people, site: () => server.app.site() })
    for (const path of ['/health/live', '/api/v1/law', '/api/v1/tokens'])
      app.get(path, () => 'answered')
    const asked = async (url: string): Promise<number> =>
      (await app.inject({ url, headers: { authorization: 'Bearer some' } })).statusCode
    expect(await Promise.all(['/health/live', '/api/v1/law'].map(asked))).toEqual([200, 200])
    expect(await asked('/api/v1/tokens')).toBe(500)
  })
})

describe('a token', () => {
  const metrics = 'GET /metrics'
  const given = async (expires?: string): Promise<{ id: string; text: string }> => {
    const { text, ...made } = makeSecret('token')
    const token = { ...made, name: 'a', scopes: ['metrics'] as const, made: server.people.now() }
    const event = { kind: 'token-made', person: 'is-auditor', token: made.id } as const
    const end = expires === undefined ? {} : { expires }
    const { id: _id, ...rest } = token
    const events = [{ ...event, ...rest, ...end }]
    unwrap(await server.people.directory.change('t', () => ({ ok: true, value: events })))
    return { id: made.id, text }
  }

  test('stands in the record as a digest alone', () => {
    const record = JSON.stringify(server.store.events)
    for (const token of Object.values(server.tokens)) expect(record).not.toContain(token.slice(-43))
  })

  test.each(['', 'navicert_', 'x'.repeat(5000), `navicert_000000000000_${'A'.repeat(43)}`])(
    'that nobody made lets nobody in: %j',
    async (token) => {
      expect(await statusFor(metrics, token)).toBe(401)
    },
  )

  test('with one letter changed lets nobody in, nor does a link for one', async () => {
    const token = server.tokens.admin
    const last = token.endsWith('A') ? 'B' : 'A'
    expect(await statusFor(metrics, token.slice(0, -1) + last)).toBe(401)
    expect(await statusFor(metrics, token.replace('navicert_', 'navicert-link_'))).toBe(401)
  })

  test('is no good once it has expired or was revoked', async () => {
    const short = await given(new Date(server.clock.now.getTime() + 60_000).toISOString())
    expect(await statusFor(metrics, short.text)).toBe(200)
    server.clock.now = new Date(server.clock.now.getTime() + 120_000)
    expect(await statusFor(metrics, short.text)).toBe(401)

    const other = await given()
    expect(await statusFor(metrics, other.text)).toBe(200)
    const url = `/api/v1/tokens/${other.id}`
    const headers = { authorization: `Bearer ${server.tokens.admin}` }
    expect((await server.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200)
    expect((await server.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(404)
    expect(await statusFor(metrics, other.text)).toBe(401)
  })

  test('is no good while its owner is suspended, or once the membership is over', async () => {
    const token = server.roleTokens.analyst
    const [person, now] = ['is-analyst', server.clock.now]
    expect(await statusFor('GET /api/v1/lists', token)).toBe(200)
    const change = (kind: 'person-suspended' | 'person-restored') =>
      server.people.directory.change('t', () => ({
        ok: true,
        value: [{ kind, person, reason: 'left' }],
      }))
    await change('person-suspended')
    expect(await statusFor('GET /api/v1/lists', token)).toBe(401)
    await change('person-restored')
    expect(await statusFor('GET /api/v1/lists', token)).toBe(200)
    const until = new Date(now.getTime() - 1).toISOString()
    await server.people.directory.change('t', () => ({
      ok: true,
      value: [
        {
          kind: 'membership-granted',
          person,
          organisation: 'main',
          roles: ['analyst'],
          until,
        },
      ],
    }))
    expect(await statusFor('GET /api/v1/lists', token)).toBe(401)
  })
})
