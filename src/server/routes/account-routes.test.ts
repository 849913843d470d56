import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { setPassword } from '../../people/index.ts'
import { CHEAP, type TestServer, testServer } from '../app.fixture.ts'
import { Passwords } from '../identity/passwords.ts'
import { linkFor } from '../people/operator.ts'

const GOOD = 'blue kettle harbour nine'
const OTHER = 'seven quiet orange lamps'
let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

interface Asked {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookie: string
  readonly headers: Readonly<Record<string, unknown>>
}

async function ask(
  line: string,
  payload?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const [method, url] = line.split(' ')
  address += 1
  const response = await server.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers: headers,
    remoteAddress: `10.0.0.${address % 250}`,
    ...(payload === undefined ? {} : { payload }),
  })
  const cookie = String(response.headers['set-cookie'] ?? '')
  return { status: response.statusCode, body: response.json(), cookie, headers: response.headers }
}
let address = 0

/** An account with that password, and what it signs in with. */
async function account(name: string, password = GOOD): Promise<string> {
  const admin = { authorization: `Bearer ${server.tokens.admin}` }
  const roles = ['compliance-officer']
  const added = await ask(
    'POST /people',
    { name: `Person ${name}`, signInName: name, roles },
    admin,
  )
  const { link } = added.body
  expect((await ask('POST /links/redeem', { link, password })).status).toBe(200)
  return String((added.body.person as { id: string }).id)
}

async function signedIn(name: string, password = GOOD) {
  const { body, cookie } = await ask('POST /session', { name, password })
  const mine = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': String(body.csrf) }
  return { mine, cookie }
}

describe('signing in', () => {
  test('gives a session in a cookie that no script reads, and says who one is', async () => {
    const id = await account('ada')
    const { mine, cookie } = await signedIn('ADA')
    expect(cookie).toMatch(
      new RegExp(`^navicert=${id}\\.[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax$`),
    )
    const { body, headers } = await ask('GET /session', undefined, mine)
    expect(body).toMatchObject({ person: { id }, roles: ['compliance-officer'] })
    expect(body.may).toContain('hit.decide')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('is refused alike, whatever is wrong', async () => {
    const id = await account('bob')
    await ask(
      'POST /people',
      { name: 'New', signInName: 'no-password', roles: ['sales'] },
      {
        authorization: `Bearer ${server.tokens.admin}`,
      },
    )
    await account('gone')
    const suspended = server.people.directory.roster.bySignInName('gone')?.id ?? ''
    await ask(
      `POST /people/${suspended}/suspend`,
      { reason: 'left' },
      { authorization: `Bearer ${server.tokens.admin}` },
    )
    const answers = await Promise.all(
      [
        { name: 'bob', password: OTHER },
        { name: 'nobody-here', password: GOOD },
        { name: 'gone', password: GOOD },
        { name: 'no-password', password: GOOD },
        { name: id, password: GOOD },
      ].map((one) => ask('POST /session', one)),
    )
    for (const { status, body, cookie } of answers) {
      const { instance: _instance, ...rest } = body
      expect([status, cookie, rest]).toEqual([
        401,
        '',
        expect.objectContaining({ code: 'sign-in.refused' }),
      ])
    }
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1)
  })

  test('hashes for a name that is not there as for one that is', async () => {
    const hashed: (string | undefined)[] = []
    const passwords = new (class extends Passwords {
      override async fits(password: string, kept: string | undefined): Promise<boolean> {
        hashed.push(kept)
        return super.fits(password, kept)
      }
    })(CHEAP)
    expect(await passwords.fits(GOOD, undefined)).toBe(false)
    expect(await passwords.fits('a password of nobody', undefined)).toBe(false)
    expect(hashed).toEqual([undefined, undefined])
  })

  test('slows down with each failure of a name, wherever it comes from', async () => {
    await account('slow')
    const wrong = { name: 'slow', password: OTHER }
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries += 1)
      statuses.push((await ask('POST /session', wrong)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    const last = await ask('POST /session', { name: ' SLOW ', password: GOOD })
    expect([last.status, last.headers['retry-after']]).toEqual([429, '1'])
    // So does a name that is nobody's.
    const none = { name: 'nobody-at-all', password: OTHER }
    for (let tries = 0; tries < 5; tries += 1) await ask('POST /session', none)
    expect((await ask('POST /session', none)).status).toBe(429)
  })

  test('makes the hash anew where it was made at another cost', async () => {
    const id = await account('old')
    const weak = await hash(GOOD, { memoryCost: 16, timeCost: 1, parallelism: 1 })
    const person = server.people.directory.roster.person(id)
    if (person === undefined) throw new Error('the account is there')
    unwrap(await server.people.directory.change(id, () => setPassword(person, weak)))
    await signedIn('old')
    const now = server.people.directory.roster.person(id)?.passwordHash ?? ''
    expect(now).not.toBe(weak)
    expect(now).toContain(`m=${CHEAP.memoryCost},`)
  })

  test('is not done from the page of another site, nor in a form', async () => {
    await account('csrf')
    const body = { name: 'csrf', password: GOOD }
    for (const from of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8642' },
    ])
      expect((await ask('POST /session', body, from)).body.code).toBe('access.other-site')
    const own = { origin: 'http://127.0.0.1:8642', 'sec-fetch-site': 'same-origin' }
    expect((await ask('POST /session', body, own)).status).toBe(200)
  })
})

describe('a session', () => {
  test('is a new one at each sign-in, and the one before ends: nobody is handed one', async () => {
    await account('fix')
    const planted = `navicert=${'a'.repeat(8)}.${'B'.repeat(43)}`
    const body = { name: 'fix', password: GOOD }
    const first = await ask('POST /session', body, { cookie: planted })
    expect(first.cookie).not.toContain('B'.repeat(43))
    const old = first.cookie.split(';')[0] ?? ''
    const second = await ask('POST /session', body, { cookie: old })
    expect(second.cookie.split(';')[0]).not.toBe(old)
    expect((await ask('GET /session', undefined, { cookie: old })).status).toBe(401)
    expect((await ask('GET /session', undefined, { cookie: planted })).status).toBe(401)
  })

  test('changes something only with the token that our own pages can read', async () => {
    await account('own')
    const { mine } = await signedIn('own')
    const { cookie } = mine
    const wrong = { cookie, 'x-csrf-token': 'A'.repeat(43) }
    for (const headers of [{ cookie }, wrong])
      expect((await ask('DELETE /sessions', undefined, headers)).body.code).toBe('access.csrf')
    const elsewhere = { ...mine, 'sec-fetch-site': 'cross-site' }
    expect((await ask('DELETE /sessions', undefined, elsewhere)).body.code).toBe(
      'access.other-site',
    )
    expect((await ask('GET /session', undefined, { cookie })).status).toBe(200)
    expect((await ask('DELETE /sessions', undefined, mine)).body).toEqual({ ended: 2 })
  })

  test('is listed, and ended one by one or all at once', async () => {
    await account('many')
    const [one, two] = [await signedIn('many'), await signedIn('many')]
    const list = await ask('GET /sessions', undefined, one.mine)
    const sessions = list.body.sessions as readonly { id: string; isThis: boolean }[]
    // The link signed in as well.
    expect(sessions.map(({ isThis }) => isThis)).toEqual([false, true, false])
    expect(JSON.stringify(list.body)).not.toContain(two.mine.cookie.slice(-43))
    await ask(`DELETE /sessions/${sessions[0]?.id}`, undefined, one.mine)
    expect((await ask('GET /session', undefined, two.mine)).status).toBe(401)
    expect((await ask('DELETE /session', undefined, one.mine)).cookie).toContain('Max-Age=0')
    expect((await ask('GET /session', undefined, one.mine)).status).toBe(401)
  })

  test('is over when its clock says so, and stays over when the clock is set back', async () => {
    await account('clock')
    const { mine } = await signedIn('clock')
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 61 * 60_000)
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
    server.clock.now = before
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
  })

  test('ends at once with the account', async () => {
    const id = await account('left')
    const { mine } = await signedIn('left')
    const admin = { authorization: `Bearer ${server.tokens.admin}` }
    const path = `/people/${id}`
    expect((await ask(`POST ${path}/suspend`, { reason: 'left' }, admin)).status).toBe(200)
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
    await ask(`POST ${path}/restore`, { reason: 'back' }, admin)
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
    const again = await signedIn('left')
    await ask(`POST ${path}/erase`, { reason: 'asked' }, admin)
    expect((await ask('GET /session', undefined, again.mine)).status).toBe(401)
    expect((await ask('GET /people', undefined, admin)).body).not.toContain('left')
  })

  test('is not taken from a token: it asks for who signed in', async () => {
    const token = { authorization: `Bearer ${server.tokens.admin}` }
    expect((await ask('GET /session', undefined, token)).body.code).toBe('access.not-by-token')
    const body = { next: OTHER }
    expect((await ask('PUT /session/password', body, token)).body.code).toBe('access.not-by-token')
  })
})

describe('a password', () => {
  test('is changed with the one before, and every other session ends', async () => {
    await account('change')
    const [here, there] = [await signedIn('change'), await signedIn('change')]
    const wrong = { current: OTHER, next: OTHER }
    expect((await ask('PUT /session/password', wrong, here.mine)).status).toBe(401)
    const poor = { current: GOOD, next: 'passwordpassword' }
    expect((await ask('PUT /session/password', poor, here.mine)).body.code).toBe('password.common')
    const changed = await ask('PUT /session/password', { current: GOOD, next: OTHER }, here.mine)
    const mine = { cookie: changed.cookie.split(';')[0] ?? '' }
    expect((await ask('GET /session', undefined, mine)).status).toBe(200)
    expect((await ask('GET /session', undefined, there.mine)).status).toBe(401)
    expect((await signedIn('change')).cookie).toBe('')
    expect((await signedIn('change', OTHER)).cookie).not.toBe('')
  })

  test('is set by a link though somebody guesses at others', async () => {
    const id = await account('calm')
    const link = unwrap(await linkFor(server.people, 'operator', id))
    for (let tries = 0; tries < 8; tries += 1) {
      const guess = `navicert-link_00000000000${tries}_${'A'.repeat(43)}`
      await ask('POST /links/redeem', { link: guess, password: GOOD })
    }
    expect((await ask('POST /links/redeem', { link, password: GOOD })).status).toBe(200)
  })

  test('is set anew by a link, once, which ends all sessions', async () => {
    const id = await account('lost')
    const { mine } = await signedIn('lost')
    const link = unwrap(await linkFor(server.people, 'operator', id))
    const poor = await ask('POST /links/redeem', { link, password: 'too short' })
    expect(poor.body.code).toBe('password.length')
    const body = { link, password: OTHER }
    const both = await Promise.all([1, 2].map(() => ask('POST /links/redeem', body)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
  })
})

describe('what is secret', () => {
  test('stands in no record, no answer to others, no path', async () => {
    await account('secret', 'unrepeatable cobalt weather')
    const { mine } = await signedIn('secret', 'unrepeatable cobalt weather')
    const admin = { authorization: `Bearer ${server.tokens.admin}` }
    const told = JSON.stringify([
      (await ask('GET /people', undefined, admin)).body,
      (await ask('GET /tokens', undefined, admin)).body,
      (await ask('GET /session', undefined, mine)).body,
      server.store.events.filter(({ stream }) => stream !== 'people'),
    ])
    const cookie = mine.cookie.split('.')[1] ?? 'no cookie'
    for (const secret of ['cobalt', 'argon2', cookie, server.tokens.admin.slice(-43)])
      expect(told).not.toContain(secret)
    const paths = Object.values(server.app.swagger().paths ?? {})
    expect(JSON.stringify(paths)).not.toMatch(/"in":"query","name":"(token|link|password)"/)
  })

  test.each(['../etc/passwd', '..%2f..%2fetc', 'a%00b', 'x'.repeat(100), "1' or '1'='1"])(
    'is not reached by an id that is none: %s',
    async (id) => {
      const admin = { authorization: `Bearer ${server.tokens.admin}` }
      const asked = await ask(`POST /people/${encodeURIComponent(id)}/reset`, undefined, admin)
      expect(asked.status).toBe(422)
    },
  )
})
