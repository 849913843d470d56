import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { isPlain } from './accounts.ts'
import type { Instant, PeopleEvent } from './people-event.ts'
import type { Link, Passkey, Person } from './person.ts'
import type { Roster } from './roster.ts'

const MOST_PASSKEYS = 20

/** Sets a password; that it is a good one was judged before it was hashed. */
export function setPassword(person: Person, hash: string): Result<readonly PeopleEvent[]> {
  if (!maySignIn(person)) return fail(NO_ACCOUNT)
  return ok([{ kind: 'password-set', person: person.id, hash }])
}

/** Whether a link is good still: each once, and not for long. */
export function isLinkGood({ expires }: Link, person: Person, now: Instant): boolean {
  return maySignIn(person) && now <= expires
}

/** Uses up a link to set a password, and takes a name to sign in with where there is none yet. */
export function useLink(
  roster: Roster,
  id: string,
  hash: string,
  now: Instant,
): Result<readonly PeopleEvent[]> {
  const found = roster.link(id)
  if (found === undefined || !isLinkGood(found.link, found.person, now)) return fail(NO_LINK)
  const person = found.person.id
  return ok([
    { kind: 'link-used', person, link: id },
    { kind: 'password-set', person, hash },
  ])
}

export function addPasskey(
  roster: Roster,
  person: Person,
  { id: passkey, publicKey, counter, label }: Passkey,
): Result<readonly PeopleEvent[]> {
  if (!maySignIn(person)) return fail(NO_ACCOUNT)
  if (roster.byPasskey(passkey) !== undefined) return fail(KNOWN_PASSKEY)
  if (person.passkeys.length >= MOST_PASSKEYS) return fail(TOO_MANY_PASSKEYS)
  if (!isPlain(label)) return fail(NO_LABEL)
  const { id } = person
  return ok([{ kind: 'passkey-added', person: id, passkey, publicKey, counter, label }])
}

/**
 * A passkey was shown. One that counts, and counts no further than before, is a copy: it is refused
 * (WebAuthn §6.1.1). Those that do not count say nought, and nothing is kept of it.
 */
export function usePasskey(
  person: Person,
  passkey: string,
  counter: number,
): Result<readonly PeopleEvent[]> {
  const known = person.passkeys.find(({ id }) => id === passkey)
  if (known === undefined || !maySignIn(person)) return fail(NO_ACCOUNT)
  if (counter === 0 && known.counter === 0) return ok([])
  if (counter <= known.counter) return fail(COPIED)
  return ok([{ kind: 'passkey-used', person: person.id, passkey, counter }])
}

export function removePasskey(person: Person, passkey: string): Result<readonly PeopleEvent[]> {
  if (!person.passkeys.some(({ id }) => id === passkey)) return fail(NO_PASSKEY)
  const hasOther =
    person.passkeys.length > 1 || person.passwordHash !== undefined || person.identities.length > 0
  if (!hasOther) return fail(LAST_WAY_IN)
  return ok([{ kind: 'passkey-removed', person: person.id, passkey }])
}

/** Who signs in at a provider of identities is this person from now on. */
export function linkIdentity(
  roster: Roster,
  person: Person,
  identity: { readonly issuer: string; readonly subject: string },
): Result<readonly PeopleEvent[]> {
  if (!maySignIn(person)) return fail(NO_ACCOUNT)
  const known = roster.byIdentity(identity.issuer, identity.subject)
  if (known !== undefined) return known.id === person.id ? ok([]) : fail(KNOWN_IDENTITY)
  return ok([{ kind: 'identity-linked', person: person.id, ...identity }])
}

export function maySignIn({ is, state }: Person): boolean {
  return is === 'person' && state === 'active'
}

const NO_ACCOUNT: Problem = {
  code: 'people.no-account',
  detail: 'This account cannot sign in.',
}
const NO_LINK: Problem = {
  code: 'people.no-link',
  detail: 'The link is not good: it was used, is too old, or a newer one was made.',
  remedy: 'Ask an administrator for another.',
}
const KNOWN_PASSKEY: Problem = {
  code: 'people.passkey-known',
  detail: 'That passkey is registered already.',
}
const TOO_MANY_PASSKEYS: Problem = {
  code: 'people.too-many-passkeys',
  detail: `An account has at most ${MOST_PASSKEYS} passkeys.`,
  remedy: 'Remove one that is not used.',
}
const NO_LABEL: Problem = { code: 'people.no-name', detail: 'A passkey has a name to know it by.' }
const COPIED: Problem = {
  code: 'people.passkey-copied',
  detail: 'The passkey counts no further than when it was last shown: there may be a copy of it.',
  remedy: 'Sign in otherwise, remove it, and register another.',
}
const NO_PASSKEY: Problem = { code: 'people.no-passkey', detail: 'There is no such passkey.' }
const LAST_WAY_IN: Problem = {
  code: 'people.last-way-in',
  detail: 'There would be no way to sign in without it.',
  remedy: 'Set a password, or register another passkey first.',
}
const KNOWN_IDENTITY: Problem = {
  code: 'people.identity-known',
  detail: 'That identity belongs to another account.',
}
