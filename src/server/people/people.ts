import type { KeyObject } from 'node:crypto'
import {
  AuditBook,
  Directory,
  type PeopleStore,
  RecordWatch,
  SessionBook,
  type SessionStore,
} from '../../desk/index.ts'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { actingAs, isTokenGood, noteUse } from '../../people/index.ts'
import type { Tallies } from '../../storage/index.ts'
import type { Identity } from '../identity/identity.ts'
import { PASSWORD_COST, type PasswordCost, Passwords } from '../identity/passwords.ts'
import { Pending } from '../identity/pending.ts'
import { digestOfSecret, isSameDigest, readSecret } from '../identity/secrets.ts'
import { SignInThrottle } from '../identity/throttle.ts'

export type StoreForPeople = PeopleStore &
  SessionStore &
  ConstructorParameters<typeof AuditBook>[0] & { readonly tallies: Tallies }

export interface PeopleOptions {
  /** Of the store: what is under way while somebody signs in is sealed under a key made of it. */
  readonly masterKey: KeyObject
  readonly now: () => Date
  /** For tests alone: `serve` has no such option. */
  readonly passwordCost?: PasswordCost
  /** Hears of what could not be noted beside a request. */
  readonly tell?: (error: unknown) => void
}

/** Who is known here: their accounts, sessions and tokens, and what they did. */
export class People {
  readonly directory: Directory
  readonly sessions: SessionBook
  readonly audit: AuditBook
  readonly passwords: Passwords
  readonly throttle: SignInThrottle
  readonly pending: Pending
  readonly #now: () => Date
  readonly #tell: (error: unknown) => void
  #beside: Promise<unknown> = Promise.resolve()

  private constructor(store: StoreForPeople, directory: Directory, options: PeopleOptions) {
    this.directory = directory
    this.sessions = new SessionBook(store, new RecordWatch(store))
    this.audit = new AuditBook(store, options.now)
    this.passwords = new Passwords(options.passwordCost ?? PASSWORD_COST)
    this.throttle = new SignInThrottle(store.tallies, options.masterKey)
    this.pending = new Pending(options.masterKey)
    this.#now = options.now
    this.#tell = options.tell ?? (() => undefined)
  }

  static async open(store: StoreForPeople, options: PeopleOptions): Promise<People> {
    return new People(store, await Directory.open(store), options)
  }

  /** When what was noted beside requests is kept. */
  async settled(): Promise<void> {
    await this.#beside
  }

  now(): string {
    return this.#now().toISOString()
  }

  /** Whose token this is, as far as they may act now. */
  async byToken(text: string): Promise<Identity | undefined> {
    const shown = readSecret('token', text)
    if (shown === undefined) return undefined
    const roster = await this.directory.fresh()
    const found = roster.token(shown.id)
    if (found === undefined || !isSameDigest(shown.digest, found.token.digest)) return undefined
    const { person, token } = found
    const now = this.now()
    if (!isTokenGood(token, person, now)) return undefined
    const used = noteUse(person, token, now.slice(0, 10) as LegalDate)
    // Which tokens are idle is a convenience: no request waits for it, none fails by it.
    if (used.length > 0)
      this.#beside = this.directory
        .change(person.id, () => ({ ok: true, value: used }))
        .then(unwrap)
        .catch(this.#tell)
    const acting = actingAs(person, now, token.organisation)
    if (acting.roles.length === 0) return undefined
    return { kind: 'token', ...acting, scopes: token.scopes, name: person.name, token: token.id }
  }

  /** Who is signed in with this cookie, `<person>.<secret>`. */
  async byCookie(text: string): Promise<Identity | undefined> {
    const [, id = '', secret = ''] = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? []
    const roster = await this.directory.fresh()
    const person = roster.person(id)
    if (person?.state !== 'active') return undefined
    const now = this.now()
    const session = await this.sessions.find(id, digestOfSecret(secret), now)
    if (session === undefined) return undefined
    const acting = actingAs(person, now, session.organisation)
    if (acting.roles.length === 0) return undefined
    const csrf = csrfOf(secret)
    return { kind: 'session', ...acting, name: person.name, session: { id: session.id, csrf } }
  }
}

/** What our own pages send along to show that they can read our answers; other sites cannot. */
export function csrfOf(secret: string): string {
  return digestOfSecret(`csrf ${secret}`).slice(0, 43)
}
