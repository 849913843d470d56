import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'
import { Provider, type ProviderSettings } from '../identity/provider.ts'

const CALLBACK = 'http://localhost:8642/api/v1/session/provider/callback'
/** Who is what, over there. */
const groups: Record<string, readonly string[]> = {}
let server: TestServer
let issuer: Server
let settings: ProviderSettings
beforeAll(async () => {
  issuer = createServer().listen(0, '127.0.0.1')
  await once(issuer, 'listening')
  const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
  const provider = new OidcProvider(url, {
    clients: [
      {
        client_id: 'navicert',
        client_secret: 'a secret of this test',
        redirect_uris: [CALLBACK],
        post_logout_redirect_uris: ['http://localhost:8642/'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    conformIdTokenClaims: false,
    cookies: { keys: ['of this test'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Known as ${id}`, groups: [...(groups[id] ?? [])] }),
    }),
  })
  issuer.on('request', provider.callback())
  settings = {
    issuer: url,
    clientId: 'navicert',
    clientSecret: 'a secret of this test',
    scope: 'openid profile groups',
    organisation: 'main',
    rolesClaim: 'groups',
    roles: { 'export control': ['compliance-officer'], boards: ['service', 'auditor'] },
  }
  server = await testServer({}, new Provider(settings))
})
afterAll(async () => {
  issuer.closeAllConnections()
  issuer.close()
  await server.close()
})
beforeEach(() => {
  groups.ada = ['export control', 'canteen']
})

/** Goes through the pages of the provider as a browser does, to where it sends one back. */
async function signInThere(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let [url, body]: [string, string | undefined] = [start, undefined]
  for (let page = 0; page < 12; page += 1) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? ''
      body = new URLSearchParams({ prompt, login, password: 'any' }).toString()
    } else {
      const to: URL = new URL(next, url)
      if (to.href.startsWith(CALLBACK)) return to
      ;[url, body] = [to.href, undefined]
    }
  }
  throw new Error('the provider never came back')
}

let address = 0
async function get(path: string, cookie = '') {
  address += 1
  const remoteAddress = `10.0.2.${address % 250}`
  return await server.app.inject({ url: `/api/v1${path}`, headers: { cookie }, remoteAddress })
}

function cookieIn(response: Awaited<ReturnType<typeof get>>): string {
  return String(response.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}

async function begin() {
  const begun = await get('/session/provider')
  return { to: String(begun.headers.location), pending: cookieIn(begun), status: begun.statusCode }
}

async function signIn(login: string) {
  const { to, pending } = await begin()
  const back = await signInThere(to, login)
  const path = `/session/provider/callback${back.search}`
  return { path, pending, back, answer: await get(path, pending) }
}

describe('signing in at a provider', () => {
  test('asks with PKCE, state and nonce, and lets in by issuer and subject', async () => {
    const { to, status } = await begin()
    expect(status).toBe(303)
    const asked = new URL(to).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toBeTruthy()

    const { answer } = await signIn('ada')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    const me = (await get('/session', cookieIn(answer))).json()
    expect(me).toMatchObject({
      person: { name: 'Known as ada' },
      organisation: 'main',
      roles: ['compliance-officer'],
    })
    const again = (await get('/session', cookieIn((await signIn('ada')).answer))).json()
    expect(again.person.id).toBe(me.person.id)
  })

  test('gives the roles that its word stands for now, and a person never that of a program', async () => {
    groups.ada = ['boards']
    const me = await get('/session', cookieIn((await signIn('ada')).answer))
    expect(me.json().roles).toEqual(['auditor'])
    groups.ada = ['canteen']
    expect((await signIn('ada')).answer.json().code).toBe('sign-in.refused')
    expect((await signIn('stranger')).answer.json().code).toBe('sign-in.refused')
  })

  test('does not let in who is suspended here', async () => {
    const me = (await get('/session', cookieIn((await signIn('ada')).answer))).json()
    const event = { kind: 'person-suspended', person: me.person.id, reason: 'left' } as const
    await server.people.directory.change('t', () => ({ ok: true, value: [event] }))
    expect((await signIn('ada')).answer.json().code).toBe('sign-in.refused')
    const back = { ...event, kind: 'person-restored' } as const
    await server.people.directory.change('t', () => ({ ok: true, value: [back] }))
  })

  test('is good once, in the browser that began it, with what it was given', async () => {
    const { path, pending } = await signIn('ada')
    const other = await signIn('ada')
    const forged = other.path.replace(/state=[^&]+/, 'state=another')
    for (const [where, cookie] of [
      [path, pending],
      [other.path, ''],
      [forged, (await begin()).pending],
      [other.path, (await begin()).pending],
    ] as const)
      expect((await get(where, cookie)).json().code).toBe('sign-in.refused')
  })

  test('does not take the word of another issuer for it', async () => {
    const { to, pending } = await begin()
    const back = await signInThere(to, 'ada')
    back.searchParams.set('iss', 'https://evil.example')
    const answer = await get(`/session/provider/callback${back.search}`, pending)
    expect(answer.json().code).toBe('sign-in.refused')
  })

  test('tells where one signs out there too', async () => {
    const cookie = cookieIn((await signIn('ada')).answer)
    const { csrf } = (await get('/session', cookie)).json()
    const left = await server.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie, 'x-csrf-token': csrf },
    })
    expect(left.json()).toMatchObject({ ended: 1, goOn: expect.stringContaining('/session/end') })
  })

  test('is said not to be possible where the provider is away, or none is named', async () => {
    const away = await testServer({}, new Provider({ ...settings, issuer: 'http://127.0.0.1:9/' }))
    const none = await testServer()
    const url = '/api/v1/session/provider'
    expect((await away.app.inject({ url })).json().code).toBe('sign-in.provider-away')
    expect((await none.app.inject({ url })).json().code).toBe('sign-in.no-provider')
    await away.close()
    await none.close()
  })
})
