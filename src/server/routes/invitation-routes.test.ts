import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'
import { SoftwareAuthenticator } from '../identity/authenticator.fixture.ts'

const PASSWORD = 'blue kettle harbour nine'
let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

type Headers = Readonly<Record<string, string>>

async function ask(line: string, payload?: object | string, headers: Headers = {}) {
  const [method, url] = line.split(' ')
  address += 1
  const response = await server.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers,
    remoteAddress: `10.0.1.${address % 250}`,
    ...(payload === undefined ? {} : { payload }),
  })
  const { statusCode: status, body: text } = response
  const cookies = [response.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0])
  return { status, text, body: text.startsWith('{') ? response.json() : {}, cookies }
}
let address = 0

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` })
const admin = (): Headers => bearer(server.tokens.admin)
const north = (): Headers => bearer(server.elsewhere)

type Asked = Awaited<ReturnType<typeof ask>>
const sessionOf = ({ body, cookies }: Asked): Headers => ({
  cookie: String(cookies.find((one) => one?.startsWith('navicert=')) ?? ''),
  'x-csrf-token': String(body.csrf),
})

async function invited(roles: readonly string[], by = admin()): Promise<string> {
  const made = await ask('POST /invitations', { roles }, by)
  expect(made.status).toBe(200)
  return String(made.body.invitation)
}

async function signedUp(name: string, roles: readonly string[], by = admin()): Promise<Headers> {
  const invitation = await invited(roles, by)
  const who = { invitation, name: `Person ${name}`, signInName: name, password: PASSWORD }
  const entered = await ask('POST /invitations/sign-up', who)
  expect(entered.status).toBe(200)
  return sessionOf(entered)
}

/** An agent for both, signed in for `main`. */
async function agent(name: string): Promise<Headers> {
  const mine = await signedUp(name, ['compliance-officer', 'countersigner'])
  const invitation = await invited(['compliance-officer', 'countersigner'], north())
  expect((await ask('POST /invitations/accept', { invitation }, mine)).status).toBe(200)
  return mine
}

async function switched(mine: Headers, organisation: string): Promise<Headers> {
  const gone = await ask('POST /session/organisation', { organisation }, mine)
  expect(gone.body).toMatchObject({ organisation })
  return sessionOf(gone)
}

describe('an invitation', () => {
  test('lets somebody new sign up with a password, once, with the roles it was made for', async () => {
    const invitation = await invited(['analyst'])
    const who = { invitation, name: 'Ines Example', signInName: 'ines', password: PASSWORD }
    const weak = await ask('POST /invitations/sign-up', { ...who, password: 'short' })
    expect(weak.body.code).toBe('password.length')
    const entered = await ask('POST /invitations/sign-up', who)
    expect(entered.body).toMatchObject({ organisation: 'main', roles: ['analyst'] })
    const again = await ask('POST /invitations/sign-up', { ...who, signInName: 'ines-2' })
    expect([again.status, again.body.code]).toEqual([401, 'people.no-invitation'])
    expect((await ask('POST /session', { name: 'ines', password: PASSWORD })).status).toBe(200)
  })

  test('lets somebody new sign up with a passkey, and sign in with it', async () => {
    const invitation = await invited(['analyst'])
    const who = { invitation, name: 'Pia Example', signInName: 'pia' }
    const begun = await ask('POST /invitations/sign-up/passkey', who)
    const key = new SoftwareAuthenticator()
    const passkey = { label: 'key', credential: key.create(begun.body) }
    const cookie = begun.cookies.join('; ')
    const entered = await ask('POST /invitations/sign-up', { ...who, passkey }, { cookie })
    expect(entered.body).toMatchObject({ person: { signInName: 'pia' }, roles: ['analyst'] })
    const both = { ...who, passkey, password: PASSWORD }
    expect((await ask('POST /invitations/sign-up', both)).status).toBe(422)
  })

  test('is made by an administrator for their own organisation alone, and not for a program', async () => {
    const refused = await ask(
      'POST /invitations',
      { roles: ['analyst'] },
      bearer(server.roleTokens.sales),
    )
    expect(refused.status).toBe(403)
    const theirs = { organisation: 'north', roles: ['analyst'] }
    expect((await ask('POST /invitations', theirs, admin())).body.code).toBe('people.not-entitled')
    expect((await ask('POST /invitations', { roles: ['service'] }, admin())).body.code).toBe(
      'people.no-role',
    )
  })

  test('is seen and withdrawn in its organisation, and is no good after that or after a week', async () => {
    const text = await invited(['analyst'])
    const id = text.split('_')[1] ?? ''
    const ids = async (by: Headers) =>
      (await ask('GET /invitations', undefined, by)).body.invitations.map(
        (one: { id: string }) => one.id,
      )
    expect(await ids(admin())).toContain(id)
    expect(await ids(north())).not.toContain(id)
    expect((await ask(`DELETE /invitations/${id}`, undefined, north())).status).toBe(404)
    expect((await ask(`DELETE /invitations/${id}`, undefined, admin())).status).toBe(200)
    const late = await invited(['analyst'])
    const { now } = server.clock
    server.clock.now = new Date(now.getTime() + 8 * 86_400_000)
    for (const invitation of [text, late, 'navicert-invitation_000000000000_x']) {
      const who = { invitation, name: 'Late', signInName: 'late', password: PASSWORD }
      expect((await ask('POST /invitations/sign-up', who)).status).toBe(401)
    }
    server.clock.now = now
  })

  test('gives its maker no roles, nor a member others', async () => {
    const maker = await signedUp('maker', ['administrator'])
    const invitation = await invited(['compliance-officer'], maker)
    const own = await ask('POST /invitations/accept', { invitation }, maker)
    expect(own.body.code).toBe('people.oneself')
    const member = await signedUp('member', ['sales'])
    const other = await ask('POST /invitations/accept', { invitation }, member)
    expect(other.body.code).toBe('people.member')
  })
})

describe('who works for two organisations', () => {
  test('sees in the name of the second nothing of the first, be it their own work, and gets back to it', async () => {
    const first = await agent('two')
    const lines = { ...first, 'content-type': 'application/x-ndjson' }
    const sent = await ask('POST /check/batch', '{"id":"t-1"}\n', lines)
    const batch = `GET /check/batch/${sent.body.id}`
    const token = await ask('POST /tokens', { name: 'of main', scopes: ['check'] }, first)
    expect((await ask(batch, undefined, first)).status).toBe(200)
    const second = await switched(first, 'north')
    expect((await ask(batch, undefined, second)).status).toBe(404)
    expect((await ask('GET /tokens', undefined, second)).text).not.toContain('of main')
    expect((await ask(`DELETE /tokens/${token.body.id}`, undefined, second)).status).toBe(404)
    expect((await ask('GET /items', undefined, second)).text).not.toContain('"items":[{')
    // The session of before has ended; a token goes on in the name that it was made in.
    expect((await ask('GET /session', undefined, first)).status).toBe(401)
    expect((await ask(batch, undefined, bearer(String(token.body.token)))).status).toBe(200)
    const back = await switched(second, 'main')
    expect((await ask(batch, undefined, back)).status).toBe(200)
    expect((await ask('GET /session', undefined, back)).body.organisations).toMatchObject([
      { id: 'main' },
      { id: 'north', name: 'Example North' },
    ])
  })

  test('cannot countersign in the name of the one what they decided in that of the other', async () => {
    const first = await agent('eyes')
    const party = { id: 'C-1', name: 'Halcyon Lattice Semiconductor', country: 'CN' }
    await ask('POST /parties', { records: [party] }, admin())
    await ask('POST /recheck', undefined, admin())
    const firstHit = async (): Promise<string> =>
      String((await ask('GET /hits?open', undefined, first)).body.hits?.[0]?.hit ?? '')
    await expect.poll(firstHit, { timeout: 110_000 }).not.toBe('')
    const hit = await firstHit()
    const decision = { outcome: 'true-match', reason: 'Same seat' }
    expect((await ask(`POST /hits/${hit}/decision`, decision, first)).status).toBe(200)
    const second = await switched(first, 'north')
    const refused = await ask(`POST /hits/${hit}/countersignature`, undefined, second)
    expect([refused.status, refused.body.code]).toEqual([403, 'file.another-organisation'])
    const back = await switched(second, 'main')
    const own = await ask(`POST /hits/${hit}/countersignature`, undefined, back)
    expect(own.body.code).toBe('monitoring.same-person')
  })

  test('stays no longer for switching, and nowhere that they are no member of', async () => {
    const first = await agent('long')
    const none = await ask('POST /session/organisation', { organisation: 'south' }, first)
    expect([none.status, none.body.code]).toEqual([403, 'people.no-member'])
    const begun = server.clock.now
    let mine = first
    for (let half = 1; half <= 23; half += 1) {
      server.clock.now = new Date(begun.getTime() + half * 30 * 60_000)
      mine = await switched(mine, half % 2 === 0 ? 'main' : 'north')
    }
    server.clock.now = new Date(begun.getTime() + 12 * 60 * 60_000 + 1)
    expect((await ask('GET /session', undefined, mine)).status).toBe(401)
    server.clock.now = begun
  })

  test('is nobody where their membership has ended, and not suddenly somebody of the other', async () => {
    const first = await agent('ended')
    const second = await switched(first, 'north')
    const id = (await ask('GET /session', undefined, second)).body.person.id
    const ended = await ask(`PUT /people/${id}/roles`, { roles: [] }, north())
    expect(ended.status).toBe(200)
    expect((await ask('GET /session', undefined, second)).status).toBe(401)
  })
})
