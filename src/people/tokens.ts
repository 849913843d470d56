import { fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import { type Ordering, within } from './accounts.ts'
import { isAnothers } from './authorise.ts'
import type { Instant, PeopleEvent } from './people-event.ts'
import type { Person, Token } from './person.ts'
import type { Roster } from './roster.ts'

const MOST_TOKENS = 50

/** Gives an account a token: one's own, or one of somebody whom one manages. */
export function makeToken(
  by: Ordering,
  roster: Roster,
  person: string,
  { id: token, digest, name, scopes, made, organisation, expires }: Token,
): Result<readonly PeopleEvent[]> {
  const found = within(by, 'token.manage', roster, person)
  if (!found.ok) return found
  if (found.value.state !== 'active') return fail(NOT_ACTIVE)
  if (scopes.length === 0) return fail(NO_SCOPE)
  if (found.value.tokens.length >= MOST_TOKENS) return fail(TOO_MANY)
  // Another could act as them with it, unseen: whoever is a person makes their own.
  if (by !== 'operator' && by.id !== person && found.value.is === 'person') return fail(NOT_THEIRS)
  const end = expires === undefined ? {} : { expires }
  const where = organisation === undefined ? {} : { organisation }
  return ok([{ kind: 'token-made', person, token, digest, name, scopes, made, ...where, ...end }])
}

export function revokeToken(
  by: Ordering,
  roster: Roster,
  token: string,
): Result<readonly PeopleEvent[]> {
  const found = roster.token(token)
  if (found === undefined) return fail(NO_TOKEN)
  const entitled = within(by, 'token.manage', roster, found.person.id)
  if (!entitled.ok || !isTokenWithin(by, found)) return fail(NO_TOKEN)
  return ok([{ kind: 'token-revoked', person: found.person.id, token }])
}

/** Whether a token is one of those that act in the name of the organisation that the asker acts for. */
export function isTokenWithin(by: Ordering, { token }: { readonly token: Token }): boolean {
  return by === 'operator' || !isAnothers(by.organisation, token)
}

/** The first use of a day. */
export function noteUse(person: Person, token: Token, on: LegalDate): readonly PeopleEvent[] {
  if (token.lastUsed !== undefined && token.lastUsed >= on) return []
  return [{ kind: 'token-used', person: person.id, token: token.id, on }]
}

export function isTokenGood({ expires }: Token, person: Person, now: Instant): boolean {
  return person.state === 'active' && (expires === undefined || now <= expires)
}

const NOT_ACTIVE: Problem = {
  code: 'people.suspended',
  detail: 'The account is suspended.',
  remedy: 'Restore it first.',
}
const NO_SCOPE: Problem = {
  code: 'people.no-scope',
  detail: 'A token that may do nothing is of no use.',
  remedy: 'Name what it may.',
}
const TOO_MANY: Problem = {
  code: 'people.too-many-tokens',
  detail: `An account has at most ${MOST_TOKENS} tokens.`,
  remedy: 'Revoke one that is not used.',
}
const NOT_THEIRS: Problem = {
  code: 'people.not-entitled',
  detail: 'A person makes their own tokens.',
  remedy: 'Make an account of its own for a program.',
}
const NO_TOKEN: Problem = { code: 'people.no-token', detail: 'There is no such token.' }
