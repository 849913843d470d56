import { randomUUID } from 'node:crypto'
import { digestOf, fail, ok, type Problem, type Result, unwrap } from '../../kernel/index.ts'
import type { Job, Queue, Store, Work } from '../../storage/index.ts'
import type { Change } from '../change.ts'
import type { Notice } from '../notice.ts'
import type { Subscriber } from '../webhooks/webhooks.ts'
import { readAddress } from './address.ts'
import { changeMail, type MailText, testMail } from './change-mail.ts'
import type { Mailer } from './mailer.ts'
import { type MailSubscription, mailsOf, sentOf } from './subscription.ts'
import type { MailLanguage } from './words.ts'

/** Tried again after 1 min, 2 min, 4 min …: for about a day. */
export const MAIL_QUEUE: Queue = {
  name: 'mail',
  retries: 10,
  retryAfterSeconds: 60,
  expireAfterSeconds: 120,
}

const MAILS = 'mails'
const MOST = 500
/** At most one mail in so many seconds goes to a person; what happens in between is told together. */
const APART_SECONDS = 3_600
/** What one run finds comes in portions: a mail waits so long for the rest. */
const GATHER_SECONDS = 30

/** Changes of what is on file after a place in the record, and up to where they were looked for. */
export interface ChangesSince {
  readonly changes: readonly Change[]
  readonly upTo: number
}

export interface MailsOptions {
  readonly store: Store
  readonly now: () => Date
  /** None: there is no mail server, and nobody can subscribe. */
  readonly mailer: Mailer | undefined
  readonly changesSince: (
    position: number,
    organisation: string | undefined,
  ) => Promise<ChangesSince>
  readonly retries?: number
  readonly apartSeconds?: number
  readonly gatherSeconds?: number
}

export interface NewMail {
  readonly address: string
  readonly language: MailLanguage
}

/** Who is told of changes by mail. The address is sealed, and goes with the subscription. */
export class Mails {
  readonly #options: MailsOptions

  constructor(options: MailsOptions) {
    this.#options = options
  }

  async add(
    { address, language }: NewMail,
    { id: owner, organisation }: Subscriber,
  ): Promise<Result<MailSubscription>> {
    const known = readAddress(address)
    if (!known.ok) return known
    if (this.#options.mailer === undefined) return fail(noMailServer())
    const id = randomUUID()
    return await this.#options.store.work(async (work) => {
      const events = await work.readStream(MAILS)
      if (mailsOf(events).size >= MOST) return fail(tooMany())
      const sealed = await work.seal(streamOf(id), known.value)
      if (!sealed.ok) return sealed
      const body = {
        id,
        language,
        address: sealed.value,
        ...(organisation === undefined ? {} : { organisation }),
      }
      const added = await work.append({
        stream: MAILS,
        expectedVersion: events.length,
        events: [{ type: 'mail.added', body }],
        actor: owner,
      })
      if (!added.ok) return added
      const mail = mailsOf(added.value).get(id)
      return mail === undefined ? fail(unknown()) : ok(mail)
    })
  }

  async all(): Promise<readonly MailSubscription[]> {
    return [...mailsOf(await this.#options.store.readStream(MAILS)).values()]
  }

  async find(id: string): Promise<MailSubscription | undefined> {
    return mailsOf(await this.#options.store.readStream(MAILS)).get(id)
  }

  /** Who it goes to; nothing where the address was erased. */
  async addressOf({ address }: MailSubscription): Promise<string | undefined> {
    const opened = await this.#options.store.unseal(address)
    return opened.kind === 'open' ? String(opened.value) : undefined
  }

  async remove(id: string, by: string): Promise<Result<void>> {
    return await this.#options.store.work(async (work) => {
      const events = await work.readStream(MAILS)
      if (!mailsOf(events).has(id)) return fail(unknown())
      const append = { stream: MAILS, expectedVersion: events.length, actor: by }
      const removed = await work.append({
        ...append,
        events: [{ type: 'mail.removed', body: { id } }],
      })
      if (!removed.ok) return removed
      await work.destroyKey(streamOf(id))
      return ok(undefined)
    })
  }

  /** Sends a mail that says that it is a test. @throws where it was not taken */
  async test(mail: MailSubscription): Promise<void> {
    await this.#send(mail, testMail(mail.language), `test-${randomUUID()}`)
  }

  /** Has a mail written to everybody who is told of this; one that waits already tells of it too. */
  async announce(work: Work, notice: Notice): Promise<Result<void>> {
    if (notice.type !== 'change.told') return ok(undefined)
    const { gatherSeconds = GATHER_SECONDS } = this.#options
    for (const { id, position, organisation } of mailsOf(await work.readStream(MAILS)).values()) {
      const isOthers = organisation !== undefined && notice.organisation !== undefined
      if (notice.position <= position || (isOthers && organisation !== notice.organisation))
        continue
      const sent = sentOf(await work.readStream(streamOf(id)))
      const afterSeconds = Math.max(gatherSeconds, this.#waitAfter(sent.at))
      await work.enqueue({ queue: MAIL_QUEUE.name, data: { id }, key: id, afterSeconds })
    }
    return ok(undefined)
  }

  /** Writes and sends one mail, as a job. @throws where it was not taken, so that it is tried again */
  async attempt({ data, retried }: Pick<Job, 'data' | 'retried'>): Promise<void> {
    const { store, retries = MAIL_QUEUE.retries } = this.#options
    const id = String(data.id)
    const mail = await this.find(id)
    if (mail === undefined) return
    const events = await store.readStream(streamOf(id))
    const sent = sentOf(events)
    const afterSeconds = this.#waitAfter(sent.at)
    if (afterSeconds > 0) {
      await store.jobs.enqueue({ queue: MAIL_QUEUE.name, data: { id }, key: id, afterSeconds })
      return
    }
    const from = Math.max(mail.position, sent.upTo)
    const { changes, upTo } = await this.#options.changesSince(from, mail.organisation)
    if (changes.length === 0) return
    const message = digestOf([id, from]).slice('sha256:'.length, 'sha256:'.length + 32)
    const keep = async (type: string, body: { readonly [key: string]: string | number }) => {
      const expectedVersion = events.length
      const append = { stream: streamOf(id), expectedVersion, events: [{ type, body }] }
      await store.append({ ...append, actor: 'server' })
    }
    try {
      await this.#send(mail, changeMail(changes, mail.language), message)
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 300) : 'it was not taken'
      if (retried >= retries) await keep('mail.given-up', { message, reason })
      throw error
    }
    await keep('mail.sent', { message, upTo, of: changes.length })
  }

  async #send(mail: MailSubscription, text: MailText, id: string): Promise<void> {
    const { mailer } = this.#options
    if (mailer === undefined) unwrap(fail(noMailServer()))
    const to = await this.addressOf(mail)
    if (to !== undefined) await mailer?.send({ ...text, to, id })
  }

  /** A clock that went back makes nobody wait longer than from now. */
  #waitAfter(last: string | undefined): number {
    const { now, apartSeconds = APART_SECONDS } = this.#options
    if (last === undefined) return 0
    const since = (now().getTime() - Date.parse(last)) / 1_000
    return since < 0 ? 0 : Math.max(0, Math.ceil(apartSeconds - since))
  }
}

function streamOf(id: string): string {
  return `mail:${id}`
}

function unknown(): Problem {
  return { code: 'mail.unknown', detail: 'Nobody is told by mail under this id.' }
}

function noMailServer(): Problem {
  return {
    code: 'mail.no-server',
    detail: 'This server was not told through which mail server to send.',
    remedy: 'Start it with SMTP_URL, as smtp://user:password@mail.example.com:587, and MAIL_FROM.',
  }
}

function tooMany(): Problem {
  return {
    code: 'mail.too-many',
    detail: `${MOST} addresses are told already.`,
    remedy: 'Remove one that is not needed, or subscribe a list.',
  }
}
