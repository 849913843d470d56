import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fail, ok, type Problem, type Result } from '../../kernel/index.ts'
import {
  actingAs,
  addOrganisation,
  addPerson,
  erase,
  invite,
  makeLink,
  makeToken,
  type Ordering,
  type PeopleEvent,
  type Person,
  ROLES,
  type Roster,
  restore,
  revokeToken,
  SCOPES,
  setRoles,
  suspend,
  withdrawInvitation,
} from '../../people/index.ts'
import type { Json } from '../../storage/index.ts'
import { makeSecret } from '../identity/secrets.ts'
import type { People } from './people.ts'

/** The organisation that a data folder begins with. */
export const OWN_ORGANISATION = 'main'
/** How long a link is good, in milliseconds. */
const LINK_LASTS = 3 * 24 * 60 * 60_000
const INVITATION_LASTS = 7 * 24 * 60 * 60_000

const who = z.string().min(1)
const organisation = z.string().default(OWN_ORGANISATION)
const roles = z.array(z.enum(ROLES))
const until = z.string().exactOptional()
const reason = z.string()

/** What the operator asks for, who has the machine and the data folder, and needs no account. */
export const operatorCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({ do: z.literal('add-organisation'), organisation: z.string(), name: z.string() }),
  z.strictObject({
    do: z.literal('add'),
    name: z.string(),
    signInName: z.string(),
    organisation,
    roles,
    until,
  }),
  z.strictObject({ do: z.literal('invite'), organisation, roles, until }),
  z.strictObject({ do: z.literal('withdraw'), invitation: z.string() }),
  z.strictObject({ do: z.literal('role'), who, organisation, roles, until }),
  z.strictObject({ do: z.literal('suspend'), who, reason }),
  z.strictObject({ do: z.literal('restore'), who, reason }),
  z.strictObject({ do: z.literal('reset'), who }),
  z.strictObject({ do: z.literal('erase'), who, reason }),
  z.strictObject({
    do: z.literal('new-token'),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    until,
    for: who.exactOptional(),
  }),
  z.strictObject({ do: z.literal('revoke-token'), which: z.string() }),
])
export type OperatorCommand = z.input<typeof operatorCommand>
type Command = z.output<typeof operatorCommand>

/** Carries out what the operator asks for; what it answers is for their eyes: a link or token stands in it. */
export async function performForOperator(people: People, command: Command): Promise<Result<Json>> {
  const roster = await people.directory.fresh()
  switch (command.do) {
    case 'list':
      return ok(roster.persons().map((person) => shownPerson(person, people.now())))
    case 'add-organisation': {
      const added = await change(people, (now) => addOrganisation('operator', now, command))
      return added.ok ? ok(command.organisation) : added
    }
    case 'add':
      return await addWithLink(people, command)
    case 'invite': {
      const { organisation: into, roles: given, until: end } = command
      const made = await invitationFrom(people, 'operator', {
        ...{ organisation: into, roles: given },
        ...(end === undefined ? {} : { until: end }),
      })
      return made.ok ? ok({ ...made.value }) : made
    }
    case 'withdraw': {
      const { invitation } = command
      const gone = await change(people, (now) => withdrawInvitation('operator', now, invitation))
      return gone.ok ? ok(invitation) : gone
    }
    case 'new-token':
      return await newToken(people, command)
    case 'revoke-token': {
      const [, id = command.which] = /^navicert_([0-9a-f]{12})_/.exec(command.which) ?? []
      const revoked = await change(people, (now) => revokeToken('operator', now, id))
      return revoked.ok ? ok(id) : revoked
    }
    default:
      return await changePerson(people, command)
  }
}

type OfPerson = Extract<Command, { do: 'role' | 'suspend' | 'restore' | 'reset' | 'erase' }>

async function changePerson(people: People, command: OfPerson): Promise<Result<Json>> {
  const person = findPerson(await people.directory.fresh(), command.who)
  if (person === undefined) return fail(nobody(command.who))
  const { id } = person
  if (command.do === 'reset') return await newLink(people, id)
  const changed = await change(people, (roster) => {
    if (command.do === 'suspend') return suspend('operator', roster, { id, reason: command.reason })
    if (command.do === 'restore') return restore('operator', roster, { id, reason: command.reason })
    if (command.do === 'erase') return erase('operator', roster, { id, reason: command.reason })
    const { organisation: where, roles: given, until: end } = command
    const last = end === undefined ? {} : { until: end }
    return setRoles('operator', roster, { id, organisation: where, roles: given, ...last })
  })
  if (!changed.ok) return changed
  if (command.do === 'suspend') await people.sessions.end(id, people.now(), 'suspended')
  return ok(id)
}

async function addWithLink(
  people: People,
  command: Extract<Command, { do: 'add' }>,
): Promise<Result<Json>> {
  const { do: _do, ...person } = command
  const id = randomUUID()
  const added = await change(people, (roster) =>
    addPerson('operator', roster, { id, is: 'person', ...person }),
  )
  return added.ok ? await newLink(people, id) : added
}

/** For who is new, or lost what they sign in with: used, it sets a password and ends their sessions. */
async function newLink(people: People, id: string): Promise<Result<Json>> {
  const made = await linkFor(people, 'operator', id)
  return made.ok ? ok({ id, link: made.value }) : made
}

/** Invites whoever is handed the text, which is shown once. */
export async function invitationFrom(
  people: People,
  by: Ordering,
  into: Pick<Parameters<typeof invite>[2], 'organisation' | 'roles' | 'until'>,
): Promise<Result<{ readonly id: string; readonly invitation: string; readonly expires: string }>> {
  const { text, id, digest } = makeSecret('invitation')
  const expires = new Date(Date.parse(people.now()) + INVITATION_LASTS).toISOString()
  const actor = by === 'operator' ? by : by.id
  const made = await people.directory.change(actor, (roster) =>
    invite(by, roster, { invitation: id, digest, expires, ...into }),
  )
  return made.ok ? ok({ id, invitation: text, expires }) : made
}

/** Makes a one-time link for somebody; its text, which is shown once. */
export async function linkFor(
  people: People,
  by: Parameters<typeof makeLink>[0],
  id: string,
): Promise<Result<string>> {
  const { text, id: link, digest } = makeSecret('link')
  const expires = new Date(Date.parse(people.now()) + LINK_LASTS).toISOString()
  const actor = by === 'operator' ? by : by.id
  const made = await people.directory.change(actor, (roster) =>
    makeLink(by, roster, { id, link, digest, expires }),
  )
  return made.ok ? ok(text) : made
}

/** A token for an account of that name, which is made where there is none; of everything: an administrator's. */
async function newToken(
  people: People,
  command: Extract<Command, { do: 'new-token' }>,
): Promise<Result<Json>> {
  const { name, scopes, until: expires } = command
  const made = makeSecret('token')
  const fresh = randomUUID()
  const kept = await change(people, (roster) => {
    const owner = ownerOf(roster, command, people.now())
    if (owner === undefined && command.for !== undefined) return fail(nobody(command.for))
    const added: Result<readonly PeopleEvent[]> =
      owner === undefined
        ? addPerson('operator', roster, {
            id: fresh,
            is: 'service',
            name,
            organisation: OWN_ORGANISATION,
            roles: ['service'],
          })
        : ok([])
    if (!added.ok) return added
    // Who is only now added is not on the roster yet.
    const token = { name, scopes, made: people.now(), id: made.id, digest: made.digest }
    const end = expires === undefined ? {} : { expires }
    if (owner === undefined) {
      const { id, ...rest } = token
      return ok([...added.value, { kind: 'token-made', person: fresh, token: id, ...rest, ...end }])
    }
    return makeToken('operator', roster, owner.id, { ...token, ...end })
  })
  return kept.ok ? ok({ token: made.text }) : kept
}

function ownerOf(
  roster: Roster,
  { name, scopes, for: wanted }: Extract<Command, { do: 'new-token' }>,
  now: string,
): Person | undefined {
  if (wanted !== undefined) return findPerson(roster, wanted)
  const persons = roster.persons().filter(({ state }) => state === 'active')
  if (scopes.includes('admin'))
    return persons.find(
      (one) => one.is === 'person' && actingAs(one, now).roles.includes('administrator'),
    )
  return persons.find((one) => one.is === 'service' && one.name === name)
}

function findPerson(roster: Roster, wanted: string): Person | undefined {
  const person = roster.person(wanted) ?? roster.bySignInName(wanted)
  return person?.state === 'erased' ? undefined : person
}

function change(
  people: People,
  decide: (roster: Roster) => Result<readonly PeopleEvent[]>,
): Promise<Result<readonly PeopleEvent[]>> {
  return people.directory.change('operator', decide)
}

/** An account as it is shown: nothing that one could sign in with. */
export function shownPerson(person: Person, now: string) {
  const { id, is, state, name, signInName, memberships, passkeys, tokens } = person
  return {
    id,
    is,
    state,
    name,
    ...(signInName === undefined ? {} : { signInName }),
    memberships: memberships.map(({ organisation: where, roles: held, until: end }) => ({
      organisation: where,
      roles: [...held],
      ...(end === undefined ? {} : { until: end }),
      inForce: state === 'active' && (end === undefined || now <= end),
    })),
    signsInWith: [
      ...(person.passwordHash === undefined ? [] : ['password']),
      ...(passkeys.length === 0 ? [] : ['passkey']),
      ...(person.identities.length === 0 ? [] : ['provider']),
    ],
    tokens: tokens.length,
  }
}

function nobody(wanted: string): Problem {
  return {
    code: 'people.unknown',
    detail: `There is nobody ${JSON.stringify(wanted)} here.`,
    remedy: '`navicert people list` shows who there is.',
  }
}
