import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'
import { OPERATIONS } from '../contract/operations.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function ask(line: string, payload?: object, token = server.tokens.admin) {
  const [method, url] = line.split(' ')
  const response = await server.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${token}`, 'x-request-id': 'request-7' },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, body: response.json() }
}

describe('people', () => {
  test('are shown as far as one’s organisation goes, to an auditor all; that is on record', async () => {
    const ids = async (token: string): Promise<readonly string[]> =>
      (await ask('GET /people?limit=500', undefined, token)).body.people.map(
        ({ id }: { id: string }) => id,
      )
    expect(await ids(server.elsewhere)).toEqual(['is-elsewhere'])
    expect(await ids(server.tokens.admin)).not.toContain('is-elsewhere')
    expect(await ids(server.roleTokens.auditor)).toContain('is-elsewhere')
    const noted = server.store.events.filter(({ type }) => type === 'audit.read')
    expect(noted.map(({ actor, body }) => [actor, body])).toEqual(
      ['is-elsewhere', 'administrator', 'is-auditor'].map((actor) => [
        actor,
        expect.objectContaining({ action: 'person.read', request: 'request-7' }),
      ]),
    )
  })

  test('are not shown where it cannot be put on record', async () => {
    const { note } = server.people.audit
    server.people.audit.note = async () => {
      throw new Error('the disk is full')
    }
    const { status, body } = await ask('GET /people')
    server.people.audit.note = note
    expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining('Some')])
  })

  test('of another organisation cannot be told from nobody', async () => {
    for (const id of ['is-sales', 'nobody']) {
      const reason = { reason: 'x' }
      const asked = await ask(`POST /people/${id}/suspend`, reason, server.elsewhere)
      expect([asked.status, asked.body.code]).toEqual([404, 'people.unknown'])
    }
  })

  test('are given roles by others, never by themselves', async () => {
    const roles = { roles: ['auditor'] }
    const changed = await ask('PUT /people/is-sales/roles', roles)
    expect(changed.body.memberships).toMatchObject([{ roles: ['auditor'], inForce: true }])
    const own = await ask('PUT /people/administrator/roles', { roles: ['countersigner'] })
    expect([own.status, own.body.code]).toEqual([403, 'people.oneself'])
    const past = await ask('PUT /people/is-sales/roles', { ...roles, until: '2026-06-01' })
    expect(past.body.memberships).toMatchObject([{ inForce: false }])
  })
})

describe('a token', () => {
  test('is made, used, seen to be used, and revoked', async () => {
    const { body } = await ask('POST /tokens', { name: 'mine', scopes: ['lists'] })
    expect((await ask('GET /lists', undefined, body.token)).status).toBe(200)
    expect((await ask('POST /screen', { name: 'A' }, body.token)).body.code).toBe('access.scope')
    const { body: list } = await ask('GET /tokens')
    expect(OPERATIONS.tokenList.answer.safeParse(list).error?.issues).toBeUndefined()
    const { tokens } = list
    expect(tokens).toContainEqual(
      expect.objectContaining({ id: body.id, person: 'administrator', lastUsed: '2026-06-02' }),
    )
    expect((await ask(`DELETE /tokens/${body.id}`)).status).toBe(200)
    expect((await ask('GET /lists', undefined, body.token)).status).toBe(401)
  })

  test('makes none that may more than itself', async () => {
    const { body } = await ask('POST /tokens', { name: 'narrow', scopes: ['people', 'check'] })
    const wide = { name: 'wide', scopes: ['admin'] }
    expect((await ask('POST /tokens', wide, body.token)).body.code).toBe('people.wider-token')
    const same = { name: 'same', scopes: ['check'] }
    expect((await ask('POST /tokens', same, body.token)).status).toBe(200)
  })

  test('of others is shown to whoever manages them alone', async () => {
    const own = await ask('GET /tokens', undefined, server.roleTokens.analyst)
    const owners = own.body.tokens.map(({ person }: { person: string }) => person)
    expect(new Set(owners)).toEqual(new Set(['is-analyst']))
    const { id } = own.body.tokens[0]
    expect((await ask(`DELETE /tokens/${id}`, undefined, server.elsewhere)).status).toBe(404)
  })
})
