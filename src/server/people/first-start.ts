import { unwrap } from '../../kernel/index.ts'
import type { PeopleEvent, Person, Role } from '../../people/index.ts'
import type { KeptToken } from '../identity/token-file.ts'
import { linkFor, OWN_ORGANISATION, performForOperator } from './operator.ts'
import type { People } from './people.ts'

/** What a start shows while nobody can sign in, or call, yet. */
export interface FirstStart {
  /** For the administrator to sign up with: until they have, each start makes another. */
  readonly signUpLink?: string
  /** The administrator's: where there is no token at all. */
  readonly token?: string
}

const ADMINISTRATOR = 'administrator'

/**
 * Where nobody is known yet: an organisation and its administrator. Tokens of a file of an earlier release
 * are taken in, each with an account of its own.
 */
export async function begin(people: People, tokens: readonly KeptToken[]): Promise<void> {
  const begun = await people.directory.change('operator', (roster) => {
    const known = tokens.filter(({ id }) => roster.token(id) === undefined)
    const isBegun = roster.organisations.size > 0
    return { ok: true, value: [...(isBegun ? [] : beginning()), ...known.flatMap(takenIn)] }
  })
  unwrap(begun)
}

/** The ways in that are to be told of at a start. */
export async function waysIn(people: People): Promise<FirstStart> {
  const roster = await people.directory.fresh()
  const administrator = roster.person(ADMINISTRATOR)
  const isWaiting = administrator?.state === 'active' && !canSignIn(administrator)
  const hasToken = roster.persons().some(({ tokens }) => tokens.length > 0)
  return {
    ...(isWaiting ? { signUpLink: unwrap(await linkFor(people, 'operator', ADMINISTRATOR)) } : {}),
    ...(hasToken ? {} : { token: await administratorToken(people, ADMINISTRATOR) }),
  }
}

/** A token of the administrator that may do all they may. */
export async function administratorToken(
  people: People,
  name: string,
  until?: string,
): Promise<string> {
  const made = await performForOperator(people, {
    do: 'new-token',
    name,
    scopes: ['admin'],
    ...(until === undefined ? {} : { until }),
  })
  return String((unwrap(made) as { readonly token: string }).token)
}

function canSignIn({ passwordHash, passkeys, identities }: Person): boolean {
  return passwordHash !== undefined || passkeys.length + identities.length > 0
}

function beginning(): readonly PeopleEvent[] {
  const organisation = OWN_ORGANISATION
  const person = ADMINISTRATOR
  return [
    { kind: 'organisation-added', organisation, name: 'Own organisation' },
    { kind: 'person-added', person, is: 'person', name: 'Administrator', signInName: person },
    // Alone at first, the administrator must be able to do the work too.
    member(person, 'administrator', 'compliance-officer'),
  ]
}

function takenIn({ id: token, ...rest }: KeptToken): readonly PeopleEvent[] {
  const made = { kind: 'token-made', token, ...rest } as const
  if (rest.scopes.includes('admin')) return [{ ...made, person: ADMINISTRATOR }]
  // What an account sent before, it finds again: the token's id was its name.
  return [
    { kind: 'person-added', person: token, is: 'service', name: rest.name },
    member(token, 'service'),
    { ...made, person: token },
  ]
}

function member(person: string, ...roles: readonly Role[]): PeopleEvent {
  return { kind: 'membership-granted', person, organisation: OWN_ORGANISATION, roles }
}
