import { createSecretKey } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { contentOf, describeOnEach, emptyStore } from '../../storage/databases.fixture.ts'
import type { Store } from '../../storage/index.ts'
import type { Change } from '../change.ts'
import { readAddress } from './address.ts'
import { changeMail } from './change-mail.ts'
import { smtpMailer } from './mailer.ts'
import { MAIL_QUEUE, Mails } from './mails.ts'
import { MAIL_LANGUAGES } from './words.ts'

const because = ['The list us-csl: of 2026-06-01 became that of 2026-06-02.']
function change(ref: string, changed: Partial<Change> = {}): Change {
  return { kind: 'order', ref, effect: 'held', before: 'clear', after: 'hold', because, ...changed }
}

describe('a mail of changes', () => {
  const three = [
    change('SO-1'),
    change('SO-2'),
    change('SO-3'),
    change('SO-4', { effect: 'released', before: 'hold', after: 'clear' }),
  ]

  it('says how many are held and released, because of what, and which', () => {
    const { subject, text } = changeMail(three, 'en')
    expect(subject).toBe('Navicert: 3 orders now held, 1 order released')
    expect(text).toContain(`\nBecause:\n- ${because[0]}\n`)
    expect(text).toContain('\n3 orders now held:\n- order SO-1: clear → hold\n')
    expect(text).toContain('\n1 order released:\n- order SO-4: hold → clear\n')
  })

  it.each([
    ['de', 'Navicert: 3 Aufträge jetzt angehalten, 1 Auftrag freigegeben'],
    ['ja', 'Navicert: 注文3件が新たに保留、注文1件が保留解除'],
    ['ko', 'Navicert: 주문 3건 새로 보류, 주문 1건 보류 해제'],
  ] as const)('says so in %s', (language, subject) => {
    expect(changeMail(three, language).subject).toBe(subject)
  })

  it('has words for every sort of change in every language', () => {
    for (const language of MAIL_LANGUAGES)
      for (const kind of ['order', 'ticket', 'tool', 'item', 'party'] as const)
        for (const effect of [
          'held',
          'released',
          'worse',
          'better',
          'other-reasons',
          'hits',
        ] as const)
          expect(changeMail([change('X', { kind, effect })], language).subject).not.toMatch(
            /undefined/,
          )
  })

  it('names some of many, and no number begins a line or a header of its own', () => {
    const many = Array.from({ length: 70 }, (_, at) => change(`SO-${at}`))
    expect(changeMail(many, 'en').text).toContain('\n… and 20 more\n')
    const bad = change('X\r\nBcc: all@example.com\u2028\u202E', { because: ['a\n\nb'] })
    const { subject, text } = changeMail([bad], 'en')
    expect(subject).toBe('Navicert: 1 order now held')
    expect(text).toContain('- order X Bcc: all@example.com : clear → hold\n')
    expect(text).toContain('- a b\n')
  })
})

describe('an address', () => {
  it.each(['export@example.com', 'a.b+c@sub.example.co.jp', 'x@localhost', 'x@xn--bcher-kva.de'])(
    'of a mailbox is taken: %s',
    (text) => {
      expect(readAddress(text)).toEqual({ ok: true, value: text })
    },
  )
  it.each([
    '',
    'example.com',
    'Anna <a@example.com>',
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com\nb',
    '"a b"@example.com',
    'a@b@example.com',
    'a@-example.com',
    'a@example..com',
    `${'a'.repeat(65)}@example.com`,
    'ü@example.com',
    'a@[127.0.0.1]',
  ])('that is more or less than one is refused: %j', (text) => {
    expect(readAddress(text)).toMatchObject({ ok: false, problems: [{ code: 'mail.address' }] })
  })
})

describeOnEach('mails', (database) => {
  let smtp: SMTPServer
  let url: string
  let taken: { readonly to: string; readonly raw: string }[] = []
  let refuse = false
  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => done(refuse ? new Error('no such mailbox') : null),
      onData(stream, { envelope }, done) {
        let raw = ''
        stream.on('data', (chunk: Buffer) => {
          raw += chunk.toString('utf8')
        })
        stream.on('end', () => {
          taken.push({ to: envelope.rcptTo.map(({ address }) => address).join(), raw })
          done()
        })
      },
    })
    smtp.listen(0, '127.0.0.1')
    await once(smtp.server, 'listening')
    url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise<void>((done) => void smtp.close(done)))

  let store: Store
  let mails: Mails
  let clock: Date
  let changes: readonly Change[]
  beforeEach(async () => {
    const masterKey = createSecretKey(Buffer.alloc(32, 1))
    clock = new Date('2026-06-01T08:00:00Z')
    const now = (): Date => clock
    store = await emptyStore(database(), { queues: [MAIL_QUEUE], masterKey, now })
    changes = [change('SO-1')]
    mails = new Mails({
      store,
      now,
      mailer: smtpMailer({ url, from: 'navicert@example.com' }),
      changesSince: async (position) => ({ changes, upTo: position + 10 }),
      retries: 1,
      gatherSeconds: 0,
    })
    taken = []
    refuse = false
  })

  const subscribe = async () =>
    unwrap(await mails.add({ address: 'anna@example.com', language: 'de' }, { id: 'admin' }))
  const waiting = () => store.jobs.waiting(MAIL_QUEUE.name)
  const announce = async (position: number) =>
    unwrap(
      await store.work((work) =>
        mails.announce(work, { type: 'change.told', position, at: '', data: {} }),
      ),
    )

  it('tell what changed, once for what happens together', async () => {
    const { id } = await subscribe()
    await announce(5)
    await announce(6)
    expect(await waiting()).toBe(1)
    await mails.attempt({ data: { id }, retried: 0 })
    expect(taken.length).toBe(1)
    expect(taken[0]?.to).toBe('anna@example.com')
    expect(taken[0]?.raw).toMatch(/^Subject: Navicert: 1 Auftrag jetzt angehalten\r$/m)
    expect(taken[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(taken[0]?.raw).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.com>\r$/m)
  })

  it('come at most once an hour, also where a job is done twice or the clock goes back', async () => {
    const { id } = await subscribe()
    const at = async (time: string): Promise<number> => {
      clock = new Date(`2026-06-01T${time}:00Z`)
      await mails.attempt({ data: { id }, retried: 0 })
      return taken.length
    }
    expect(await at('08:00')).toBe(1)
    expect(await at('08:01')).toBe(1)
    expect(await at('08:59')).toBe(1)
    expect(await waiting()).toBe(1)
    expect(await at('09:00')).toBe(2)
    expect(await at('07:00')).toBe(3)
  })

  it('are not sent where nothing changed, or the address is gone', async () => {
    const { id } = await subscribe()
    changes = []
    await mails.attempt({ data: { id }, retried: 0 })
    changes = [change('SO-1')]
    unwrap(await mails.remove(id, 'admin'))
    await mails.attempt({ data: { id }, retried: 0 })
    expect(taken).toEqual([])
    expect(await contentOf(database(), 'navicert.events')).not.toContain('anna')
  })

  it('that are not taken are tried again with the same id, and given up on record', async () => {
    const { id } = await subscribe()
    refuse = true
    const failing = mails.attempt({ data: { id }, retried: 0 })
    await expect(failing).rejects.toThrow('no such mailbox')
    await expect(mails.attempt({ data: { id }, retried: 1 })).rejects.toThrow()
    const [given] = await store.readStream(`mail:${id}`)
    expect(given).toMatchObject({ type: 'mail.given-up' })
    refuse = false
    await mails.attempt({ data: { id }, retried: 0 })
    const sent = (await store.readStream(`mail:${id}`)).at(-1)
    const message = (event: typeof sent) =>
      (event?.body as { message?: string } | undefined)?.message
    expect(message(sent)).toBe(message(given))
    expect(taken.length).toBe(1)
  })

  it('can be tried, and cannot be asked for where there is no mail server', async () => {
    await mails.test(await subscribe())
    expect(taken[0]?.raw).toContain('Das ist ein Versuch')
    const none = new Mails({
      store,
      now: () => clock,
      mailer: undefined,
      changesSince: async () => ({ changes, upTo: 0 }),
    })
    const asked = await none.add({ address: 'a@example.com', language: 'en' }, { id: 'admin' })
    expect(asked).toMatchObject({ ok: false, problems: [{ code: 'mail.no-server' }] })
  })
})
