import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Action } from './actions.ts'
import { type Acting, reaches, ruleOn } from './authorise.ts'
import type { Instant, PeopleEvent } from './people-event.ts'
import { actingAs, type Person } from './person.ts'
import { ROLES, type Role } from './role.ts'
import type { Roster } from './roster.ts'

/** Who gives an order: somebody known here, or the operator, who has the machine and its data folder. */
export type Ordering = Acting | 'operator'

export interface AddPerson {
  readonly id: string
  readonly is: Person['is']
  readonly name: string
  readonly signInName?: string
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly until?: Instant
}

export function addOrganisation(
  by: Ordering,
  roster: Roster,
  { organisation, name }: { readonly organisation: string; readonly name: string },
): Result<readonly PeopleEvent[]> {
  if (by !== 'operator') return fail(NOT_YOURS)
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(organisation) || !isPlain(name)) return fail(NO_NAME)
  if (roster.organisations.has(organisation)) return fail(TAKEN)
  return ok([{ kind: 'organisation-added', organisation, name }])
}

export function addPerson(
  by: Ordering,
  roster: Roster,
  command: AddPerson,
): Result<readonly PeopleEvent[]> {
  const { id, is, name, signInName, organisation, roles, until } = command
  const entitled = mayManage(by, roster, organisation)
  if (!entitled.ok) return entitled
  if (!isPlain(name)) return fail(NO_NAME)
  if (signInName !== undefined && !isPlain(signInName)) return fail(NO_NAME)
  const taken = signInName !== undefined && roster.bySignInName(signInName) !== undefined
  if (taken || roster.person(id) !== undefined) return fail(TAKEN)
  const fit = rolesFit(is, roles)
  if (!fit.ok) return fit
  return ok([
    {
      kind: 'person-added',
      person: id,
      is,
      name: name.trim(),
      ...(signInName === undefined ? {} : { signInName: signInName.trim() }),
    },
    granted({ person: id, organisation, roles, until }),
  ])
}

/** Gives somebody these roles in an organisation, in place of those they had; none ends the membership. */
export function setRoles(
  by: Ordering,
  roster: Roster,
  command: Pick<AddPerson, 'id' | 'organisation' | 'roles' | 'until'>,
): Result<readonly PeopleEvent[]> {
  const { id, organisation, roles, until } = command
  const entitled = mayManage(by, roster, organisation)
  if (!entitled.ok) return entitled
  const found = living(roster, id)
  if (!found.ok) return found
  if (by !== 'operator' && by.id === id) return fail(NOT_ONESELF)
  // Somebody else's people are not taken in unasked.
  if (by !== 'operator' && !belongsTo(found.value, by)) return fail(NO_SUCH)
  const fit = rolesFit(found.value.is, roles)
  if (!fit.ok) return fit
  return ok([
    roles.length === 0
      ? { kind: 'membership-ended', person: id, organisation }
      : granted({ person: id, organisation, roles, until }),
  ])
}

export function suspend(
  by: Ordering,
  roster: Roster,
  command: { readonly id: string; readonly reason: string },
): Result<readonly PeopleEvent[]> {
  return changeState(by, roster, command, 'person-suspended')
}

export function restore(
  by: Ordering,
  roster: Roster,
  command: { readonly id: string; readonly reason: string },
): Result<readonly PeopleEvent[]> {
  return changeState(by, roster, command, 'person-restored')
}

/** Has who somebody is erased, where law or they ask for it; what they did stays, under an id. */
export function erase(
  by: Ordering,
  roster: Roster,
  { id, reason }: { readonly id: string; readonly reason: string },
): Result<readonly PeopleEvent[]> {
  const found = managed(by, roster, id)
  if (!found.ok) return found
  return reason.trim() === ''
    ? fail(NO_REASON)
    : ok([{ kind: 'person-erased', person: id, reason }])
}

/** A one-time link for somebody to sign up, or to come back who lost what they sign in with. */
export function makeLink(
  by: Ordering,
  roster: Roster,
  command: {
    readonly id: string
    readonly link: string
    readonly digest: string
    readonly expires: Instant
  },
): Result<readonly PeopleEvent[]> {
  const { id: person, link, digest, expires } = command
  const found = managed(by, roster, person)
  if (!found.ok) return found
  if (found.value.is === 'service') return fail(NO_SERVICE)
  if (found.value.state !== 'active') return fail(NOT_ACTIVE)
  return ok([{ kind: 'link-made', person, link, digest, expires }])
}

/**
 * Somebody whom whoever orders may manage; of others nothing is said, not even that they are there. Who
 * works for another organisation too is the operator's to manage: what one of them could do to the account,
 * it would do to the other.
 */
export function managed(by: Ordering, roster: Roster, id: string): Result<Person> {
  const found = within(by, 'person.manage', roster, id)
  if (by === 'operator' || !found.ok) return found
  const isElsewhere = found.value.memberships.some((one) => one.organisation !== by.organisation)
  return isElsewhere ? fail(NOT_YOURS) : found
}

/** Somebody as far as the asker may do this with them. */
export function within(by: Ordering, action: Action, roster: Roster, id: string): Result<Person> {
  const found = living(roster, id)
  if (by === 'operator' || !found.ok) return found
  const ruling = ruleOn(by, action)
  if (!ruling.allowed) return fail(NOT_YOURS)
  const isWithin = belongingsOf(found.value).some((thing) => reaches(by, ruling.reach, thing))
  return isWithin ? found : fail(NO_SUCH)
}

function changeState(
  by: Ordering,
  roster: Roster,
  { id, reason }: { readonly id: string; readonly reason: string },
  kind: 'person-suspended' | 'person-restored',
): Result<readonly PeopleEvent[]> {
  const found = managed(by, roster, id)
  if (!found.ok) return found
  if (reason.trim() === '') return fail(NO_REASON)
  if (by !== 'operator' && by.id === id) return fail(NOT_ONESELF)
  const already = kind === 'person-suspended' ? 'suspended' : 'active'
  return ok(found.value.state === already ? [] : [{ kind, person: id, reason }])
}

export function mayManage(by: Ordering, roster: Roster, organisation: string): Result<void> {
  if (by !== 'operator') {
    const ruling = ruleOn(by, 'person.manage')
    if (!ruling.allowed || !reaches(by, ruling.reach, { organisation })) return fail(NOT_YOURS)
  }
  return roster.organisations.has(organisation) ? ok(undefined) : fail(NO_ORGANISATION)
}

function living(roster: Roster, id: string): Result<Person> {
  const person = roster.person(id)
  return person === undefined || person.state === 'erased' ? fail(NO_SUCH) : ok(person)
}

function belongsTo(person: Person, { organisation }: Acting): boolean {
  return person.memberships.some((one) => one.organisation === organisation)
}

/** Where somebody belongs: themselves, and each organisation of theirs. */
export function belongingsOf({ id, memberships }: Person) {
  return [
    { persons: [id] },
    ...memberships.map(({ organisation }) => ({ persons: [id], organisation })),
  ]
}

/** Whether anybody is left who could let the others in. */
export function hasAdministrator(roster: Roster, now: Instant): boolean {
  return roster
    .persons()
    .some((one) => one.is === 'person' && actingAs(one, now).roles.includes('administrator'))
}

export function rolesFit(is: Person['is'], roles: readonly Role[]): Result<void> {
  const known = roles.every((role) => ROLES.includes(role))
  if (!known || new Set(roles).size !== roles.length) return fail(NO_ROLE)
  // A program decides nothing: it has the role of one, and no person has.
  const fits = roles.every((role) => (role === 'service') === (is === 'service'))
  return fits ? ok(undefined) : fail(NO_ROLE)
}

export function granted({
  person,
  organisation,
  roles,
  until,
}: {
  readonly person: string
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly until: Instant | undefined
}): PeopleEvent {
  const end = until === undefined ? {} : { until }
  return { kind: 'membership-granted', person, organisation, roles, ...end }
}

/** Of what is shown to others: something to be read, on one line. */
export function isPlain(text: string): boolean {
  return text.trim() !== '' && text.length <= 200 && !/\p{C}/u.test(text)
}

const NOT_YOURS: Problem = {
  code: 'people.not-entitled',
  detail: 'None of the roles held now may do this here.',
  remedy: 'Ask an administrator of that organisation.',
}
const NO_SUCH: Problem = {
  code: 'people.unknown',
  detail: 'There is nobody of that id here.',
  remedy: '`navicert people list` shows who there is.',
}
const NO_ORGANISATION: Problem = {
  code: 'people.no-organisation',
  detail: 'There is no such organisation here.',
}
const TAKEN: Problem = {
  code: 'people.taken',
  detail: 'That name to sign in with, or that id, belongs to somebody.',
  remedy: 'Take another.',
}
const NO_NAME: Problem = {
  code: 'people.no-name',
  detail:
    'A name is one line of at most 200 characters; an id of an organisation is a-z, 0-9 and -.',
}
const NO_REASON: Problem = {
  code: 'people.no-reason',
  detail: 'This is done with a reason.',
  remedy: 'Say why: it stands in the record.',
}
const NO_ROLE: Problem = {
  code: 'people.no-role',
  detail: 'That is no role, or not one that this account can have.',
  remedy: `Roles: ${ROLES.join(', ')}.`,
}
const NO_SERVICE: Problem = {
  code: 'people.service',
  detail: 'A program does not sign in.',
  remedy: 'Make it a token.',
}
const NOT_ACTIVE: Problem = {
  code: 'people.suspended',
  detail: 'The account is suspended.',
  remedy: 'Restore it first.',
}
const NOT_ONESELF: Problem = {
  code: 'people.oneself',
  detail: 'Nobody sets their own roles, or suspends themselves.',
  remedy: 'Have another administrator do it.',
}
