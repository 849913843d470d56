import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { SoftwareAuthenticator } from '../identity/authenticator.fixture.ts'
import { linkFor } from '../people/operator.ts'

let server: TestServer
let address = 0
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

interface Browser {
  ask(
    line: string,
    payload?: object,
  ): Promise<{
    readonly status: number
    readonly body: Readonly<Record<string, string>>
  }>
  /** Forgets what it was given. */
  forget(): void
}

/** Keeps cookies as a browser does, and sends the token of our pages. */
function browser(): Browser {
  const cookies = new Map<string, string>()
  let csrf = ''
  return {
    async ask(line, payload) {
      const [method, url] = line.split(' ')
      address += 1
      const response = await server.app.inject({
        method: method as 'POST',
        url: `/api/v1${url}`,
        remoteAddress: `10.0.1.${address % 250}`,
        headers: {
          origin: 'http://localhost:8642',
          'x-csrf-token': csrf,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(payload === undefined ? {} : { payload }),
      })
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(String(response.headers['set-cookie'])) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
      const body = response.json()
      csrf = body.csrf ?? csrf
      return { status: response.statusCode, body }
    },
    forget: () => cookies.clear(),
  }
}

async function withPasskey(counter = 0) {
  const [key, page] = [new SoftwareAuthenticator(), browser()]
  key.counter = counter
  const link = unwrap(await linkFor(server.people, 'operator', 'is-sales'))
  await page.ask('POST /links/redeem', { link, password: 'blue kettle harbour nine' })
  const options = await page.ask('POST /passkeys/options')
  const credential = key.create(options.body as { challenge: string } & typeof options.body)
  const added = await page.ask('POST /passkeys', { label: 'My key', credential })
  return { key, page, added, credential }
}

async function signIn(page: Browser, key: SoftwareAuthenticator) {
  const options = await page.ask('POST /session/passkey/options')
  const credential = key.get({ challenge: options.body.challenge ?? '' })
  return { credential, ...(await page.ask('POST /session/passkey', { credential })) }
}

describe('a passkey', () => {
  let made: Awaited<ReturnType<typeof withPasskey>>
  beforeEach(async () => {
    made = await withPasskey()
  })

  test('is registered, listed, signs in without a name, and is removed', async () => {
    const id = made.key.id.toString('base64url')
    expect(made.added).toEqual({ status: 200, body: { id, label: 'My key' } })
    const other = browser()
    const { status, body } = await signIn(other, made.key)
    expect([status, body.person]).toEqual([200, expect.objectContaining({ id: 'is-sales' })])
    const list = await other.ask('GET /passkeys')
    expect(list.body.passkeys).toContainEqual({ id, label: 'My key' })
    expect((await other.ask(`DELETE /passkeys/${id}`)).body).toEqual({ removed: id })
    expect((await signIn(browser(), made.key)).body.code).toBe('sign-in.refused')
  })

  test('is not registered twice, nor by an answer to another question', async () => {
    const again = { label: 'again', credential: made.credential }
    expect((await made.page.ask('POST /passkeys', again)).body.code).toBe('sign-in.not-begun')
    await made.page.ask('POST /passkeys/options')
    expect((await made.page.ask('POST /passkeys', again)).body.code).toBe('passkey.not-verified')
  })

  test.each<[string, (key: SoftwareAuthenticator) => void]>([
    [
      'for another site',
      (key) => {
        key.rpId = 'evil.example'
      },
    ],
    [
      'on the page of another site',
      (key) => {
        key.origin = 'https://evil.example'
      },
    ],
    [
      'without PIN or finger',
      (key) => {
        key.verifies = false
      },
    ],
  ])('does not sign in %s', async (_, change) => {
    change(made.key)
    expect((await signIn(browser(), made.key)).body.code).toBe('sign-in.refused')
  })

  test('of another authenticator under the same id does not sign in', async () => {
    const forged = new SoftwareAuthenticator()
    Object.assign(forged, { id: made.key.id })
    expect((await signIn(browser(), forged)).body.code).toBe('sign-in.refused')
  })

  test('signs in once for each question, in the browser that was asked, and not late', async () => {
    const page = browser()
    const { credential } = await signIn(page, made.key)
    const replayed = await page.ask('POST /session/passkey', { credential })
    expect(replayed.body.code).toBe('sign-in.not-begun')
    const other = await browser().ask('POST /session/passkey', { credential })
    expect(other.body.code).toBe('sign-in.not-begun')
    const { body } = await page.ask('POST /session/passkey/options')
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 301_000)
    const late = { credential: made.key.get({ challenge: body.challenge ?? '' }) }
    expect((await page.ask('POST /session/passkey', late)).body.code).toBe('sign-in.not-begun')
    server.clock.now = before
  })

  test('that does not count on is taken for a copy', async () => {
    const { key } = await withPasskey(5)
    expect((await signIn(browser(), key)).status).toBe(200)
    key.counter -= 2
    const copied = await signIn(browser(), key)
    expect([copied.status, copied.body.code]).toEqual([422, 'people.passkey-copied'])
  })
})
