import type { Instant, OfOrganisation, OfPerson, PeopleEvent } from './people-event.ts'
import { applyToPerson, type Link, type Person, type Token } from './person.ts'
import type { Role } from './role.ts'

export interface Invitation {
  readonly id: string
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly digest: string
  readonly expires: Instant
  readonly until?: Instant
  readonly by?: string
}

/** Everybody and every organisation, as the events leave them; found by what they show of themselves. */
export class Roster {
  readonly organisations = new Map<string, string>()
  readonly #persons = new Map<string, Person>()
  readonly #signInNames = new Map<string, string>()
  readonly #tokens = new Map<string, string>()
  readonly #passkeys = new Map<string, string>()
  readonly #identities = new Map<string, string>()
  readonly #links = new Map<string, string>()
  readonly #invitations = new Map<string, Invitation>()

  apply(event: PeopleEvent): void {
    if (isOfOrganisation(event)) this.#applyToOrganisation(event)
    else this.#applyToPerson(event)
  }

  #applyToOrganisation(event: OfOrganisation): void {
    if (event.kind === 'organisation-added') this.organisations.set(event.organisation, event.name)
    else if (event.kind === 'invitation-made') {
      const { kind: _kind, invitation: id, ...rest } = event
      this.#invitations.set(id, { id, ...rest })
    } else this.#invitations.delete(event.invitation)
  }

  #applyToPerson(event: OfPerson): void {
    const before = this.#persons.get(event.person)
    const after = applyToPerson(before, event)
    if (before !== undefined) this.#forget(before)
    if (after === undefined) return
    this.#persons.set(after.id, after)
    this.#remember(after)
  }

  persons(): readonly Person[] {
    return [...this.#persons.values()]
  }

  person(id: string): Person | undefined {
    return this.#persons.get(id)
  }

  bySignInName(name: string): Person | undefined {
    return this.#of(this.#signInNames.get(foldName(name)))
  }

  byPasskey(id: string): Person | undefined {
    return this.#of(this.#passkeys.get(id))
  }

  byIdentity(issuer: string, subject: string): Person | undefined {
    return this.#of(this.#identities.get(identityKey(issuer, subject)))
  }

  token(id: string): { readonly person: Person; readonly token: Token } | undefined {
    const person = this.#of(this.#tokens.get(id))
    const token = person?.tokens.find((one) => one.id === id)
    return person === undefined || token === undefined ? undefined : { person, token }
  }

  link(id: string): { readonly person: Person; readonly link: Link } | undefined {
    const person = this.#of(this.#links.get(id))
    const link = person?.links.find((one) => one.id === id)
    return person === undefined || link === undefined ? undefined : { person, link }
  }

  /** Those that were neither accepted nor withdrawn; they may be too old. */
  invitations(): readonly Invitation[] {
    return [...this.#invitations.values()]
  }

  invitation(id: string): Invitation | undefined {
    return this.#invitations.get(id)
  }

  #of(id: string | undefined): Person | undefined {
    return id === undefined ? undefined : this.#persons.get(id)
  }

  #forget({ signInName, tokens, passkeys, identities, links }: Person): void {
    if (signInName !== undefined) this.#signInNames.delete(foldName(signInName))
    for (const { id } of tokens) this.#tokens.delete(id)
    for (const { id } of passkeys) this.#passkeys.delete(id)
    for (const { issuer, subject } of identities)
      this.#identities.delete(identityKey(issuer, subject))
    for (const { id } of links) this.#links.delete(id)
  }

  #remember({ id, signInName, tokens, passkeys, identities, links }: Person): void {
    if (signInName !== undefined) this.#signInNames.set(foldName(signInName), id)
    for (const token of tokens) this.#tokens.set(token.id, id)
    for (const passkey of passkeys) this.#passkeys.set(passkey.id, id)
    for (const { issuer, subject } of identities)
      this.#identities.set(identityKey(issuer, subject), id)
    for (const link of links) this.#links.set(link.id, id)
  }
}

const OF_ORGANISATION: ReadonlySet<string> = new Set<OfOrganisation['kind']>([
  'organisation-added',
  'invitation-made',
  'invitation-accepted',
  'invitation-withdrawn',
])

export function isOfOrganisation(event: PeopleEvent): event is OfOrganisation {
  return OF_ORGANISATION.has(event.kind)
}

/** Case and compatibility forms make no other name to sign in with. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

function identityKey(issuer: string, subject: string): string {
  return JSON.stringify([issuer, subject])
}
