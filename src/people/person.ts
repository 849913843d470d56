import type { LegalDate } from '../kernel/index.ts'
import type { Acting } from './authorise.ts'
import type { Instant, OfPerson } from './people-event.ts'
import type { Role, Scope } from './role.ts'

export interface Membership {
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly until?: Instant
}

export interface Passkey {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly label: string
}

export interface Token {
  readonly id: string
  readonly digest: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly made: Instant
  /** In whose name it acts; absent: in that of the first membership. */
  readonly organisation?: string
  readonly expires?: Instant
  readonly lastUsed?: LegalDate
}

export interface Link {
  readonly id: string
  readonly digest: string
  readonly expires: Instant
}

/** An account, as its events leave it. */
export interface Person {
  readonly id: string
  readonly is: 'person' | 'service'
  readonly state: 'active' | 'suspended' | 'erased'
  readonly name: string
  readonly signInName?: string
  readonly memberships: readonly Membership[]
  readonly passwordHash?: string
  readonly passkeys: readonly Passkey[]
  readonly identities: readonly { readonly issuer: string; readonly subject: string }[]
  readonly tokens: readonly Token[]
  readonly links: readonly Link[]
}

/** One event of a person taken in; what was erased stays as an id and no more. */
export function applyToPerson(person: Person | undefined, event: OfPerson): Person | undefined {
  if (event.kind === 'person-added') return added(event)
  if (person === undefined || person.state === 'erased') return person
  switch (event.kind) {
    case 'person-erased':
      return erased(person.id, person.is)
    case 'person-suspended':
      // Whoever is let in again begins with new sessions and links; tokens are theirs to keep.
      return { ...person, state: 'suspended', links: [] }
    case 'person-restored':
      return { ...person, state: 'active' }
    case 'membership-granted':
    case 'membership-ended':
      return { ...person, memberships: withMembership(person.memberships, event) }
    case 'token-made':
    case 'token-revoked':
    case 'token-used':
      return { ...person, tokens: withToken(person.tokens, event) }
    default:
      return withCredential(person, event)
  }
}

/** What is left of somebody whose data was erased. */
export function erased(id: string, is: Person['is']): Person {
  return {
    id,
    is,
    state: 'erased',
    name: 'erased',
    memberships: [],
    passkeys: [],
    identities: [],
    tokens: [],
    links: [],
  }
}

function added(event: Extract<OfPerson, { kind: 'person-added' }>): Person {
  const { person, is, name, signInName } = event
  const { state: _state, ...empty } = erased(person, is)
  return {
    ...empty,
    state: 'active',
    name,
    ...(signInName === undefined ? {} : { signInName }),
  }
}

function withMembership(
  memberships: readonly Membership[],
  event: Extract<OfPerson, { kind: 'membership-granted' | 'membership-ended' }>,
): readonly Membership[] {
  const { organisation } = event
  const others = memberships.filter((one) => one.organisation !== organisation)
  if (event.kind === 'membership-ended') return others
  const { roles, until } = event
  return [...others, { organisation, roles, ...(until === undefined ? {} : { until }) }]
}

function withToken(
  tokens: readonly Token[],
  event: Extract<OfPerson, { kind: 'token-made' | 'token-revoked' | 'token-used' }>,
): readonly Token[] {
  if (event.kind === 'token-made') {
    const { kind: _kind, person: _person, token: id, ...rest } = event
    return [...tokens, { id, ...rest }]
  }
  if (event.kind === 'token-revoked') return tokens.filter(({ id }) => id !== event.token)
  return tokens.map((one) => (one.id === event.token ? { ...one, lastUsed: event.on } : one))
}

type CredentialEvent = Extract<
  OfPerson,
  {
    kind:
      | 'password-set'
      | 'passkey-added'
      | 'passkey-used'
      | 'passkey-removed'
      | 'identity-linked'
      | 'link-made'
      | 'link-used'
  }
>

function withCredential(person: Person, event: CredentialEvent): Person {
  const { passkeys, identities, links } = person
  switch (event.kind) {
    case 'password-set':
      return { ...person, passwordHash: event.hash }
    case 'passkey-added': {
      const { passkey: id, publicKey, counter, label } = event
      return { ...person, passkeys: [...passkeys, { id, publicKey, counter, label }] }
    }
    case 'passkey-used': {
      const { passkey, counter } = event
      const used = passkeys.map((one) => (one.id === passkey ? { ...one, counter } : one))
      return { ...person, passkeys: used }
    }
    case 'passkey-removed':
      return { ...person, passkeys: passkeys.filter(({ id }) => id !== event.passkey) }
    case 'identity-linked': {
      const { issuer, subject } = event
      return { ...person, identities: [...identities, { issuer, subject }] }
    }
    case 'link-made': {
      // A newer link is the only good one.
      const { link: id, digest, expires } = event
      return { ...person, links: [{ id, digest, expires }] }
    }
    case 'link-used':
      return { ...person, links: links.filter(({ id }) => id !== event.link) }
  }
}

/**
 * As whom an account acts now: in the organisation asked for and no other, or, where none is asked for, the first
 * it is a member of. Suspended or erased, or where the membership is over, it has no role, and so may do nothing.
 */
export function actingAs(
  { id, state, memberships }: Person,
  now: Instant,
  wanted?: string,
): Omit<Acting, 'kind'> {
  if (state !== 'active') return { id, roles: [] }
  const membership = memberships.find(
    ({ organisation, until }) =>
      (until === undefined || now <= until) && (wanted === undefined || organisation === wanted),
  )
  if (membership === undefined) return { id, roles: [] }
  const { organisation, roles } = membership
  return { id, organisation, roles }
}
