import type { LegalDate } from '../kernel/index.ts'
import type { Role, Scope } from './role.ts'

/** A moment in UTC, as `2026-06-01T12:00:00.000Z`: in this form moments are ordered as text. */
export type Instant = string

/** What happens to organisations, accounts, what they may, and what they sign in with. */
export type PeopleEvent = OfOrganisation | OfPerson

/** What happens to an organisation; who answers an invitation is said besides. */
export type OfOrganisation =
  | OrganisationAdded
  | InvitationMade
  | InvitationAccepted
  | InvitationWithdrawn

export type OfPerson =
  | PersonAdded
  | MembershipGranted
  | MembershipEnded
  | PersonSuspended
  | PersonErased
  | PasswordSet
  | PasskeyAdded
  | PasskeyUsed
  | PasskeyRemoved
  | IdentityLinked
  | LinkMade
  | LinkUsed
  | TokenMade
  | TokenRevoked
  | TokenUsed

export interface OrganisationAdded {
  readonly kind: 'organisation-added'
  readonly organisation: string
  readonly name: string
}

/** Whoever has its text may become a member, once: somebody new, or who has an account already. */
export interface InvitationMade {
  readonly kind: 'invitation-made'
  readonly invitation: string
  readonly organisation: string
  readonly roles: readonly Role[]
  readonly digest: string
  readonly expires: Instant
  /** The last moment of the membership; absent: until it is ended. */
  readonly until?: Instant
  /** Who invites; nobody where the operator does. */
  readonly by?: string
}

export interface InvitationAccepted {
  readonly kind: 'invitation-accepted'
  readonly invitation: string
  readonly person: string
}

export interface InvitationWithdrawn {
  readonly kind: 'invitation-withdrawn'
  readonly invitation: string
}

export interface PersonAdded {
  readonly kind: 'person-added'
  readonly person: string
  /** A service is a program's account: it has tokens and never signs in. */
  readonly is: 'person' | 'service'
  readonly name: string
  /** What one signs in with; none for who signs in elsewhere, or not yet. */
  readonly signInName?: string
}

export interface MembershipGranted {
  readonly kind: 'membership-granted'
  readonly person: string
  readonly organisation: string
  readonly roles: readonly Role[]
  /** The last moment of it; absent: until it is ended. */
  readonly until?: Instant
}

export interface MembershipEnded {
  readonly kind: 'membership-ended'
  readonly person: string
  readonly organisation: string
}

export interface PersonSuspended {
  readonly kind: 'person-suspended' | 'person-restored'
  readonly person: string
  readonly reason: string
}

/** Who it was can be read no more; that there was somebody, and what they did, can. */
export interface PersonErased {
  readonly kind: 'person-erased'
  readonly person: string
  readonly reason: string
}

export interface PasswordSet {
  readonly kind: 'password-set'
  readonly person: string
  /** With its salt and parameters. */
  readonly hash: string
}

export interface PasskeyAdded {
  readonly kind: 'passkey-added'
  readonly person: string
  /** The credential's id, as the authenticator gave it, in base64url. */
  readonly passkey: string
  readonly publicKey: string
  readonly counter: number
  readonly label: string
}

export interface PasskeyUsed {
  readonly kind: 'passkey-used'
  readonly person: string
  readonly passkey: string
  readonly counter: number
}

export interface PasskeyRemoved {
  readonly kind: 'passkey-removed'
  readonly person: string
  readonly passkey: string
}

/** Who one is at a provider of identities. */
export interface IdentityLinked {
  readonly kind: 'identity-linked'
  readonly person: string
  readonly issuer: string
  readonly subject: string
}

export interface LinkMade {
  readonly kind: 'link-made'
  readonly person: string
  readonly link: string
  readonly digest: string
  readonly expires: Instant
}

export interface LinkUsed {
  readonly kind: 'link-used'
  readonly person: string
  readonly link: string
}

export interface TokenMade {
  readonly kind: 'token-made'
  readonly person: string
  readonly token: string
  /** SHA-256 of the secret: it is random, so nothing slower is needed. */
  readonly digest: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly made: Instant
  /** In whose name it acts; absent: in that of the first membership. */
  readonly organisation?: string
  /** The last moment at which it is good; absent: until revoked. */
  readonly expires?: Instant
}

export interface TokenRevoked {
  readonly kind: 'token-revoked'
  readonly person: string
  readonly token: string
}

/** Once a day at most: which tokens are idle is to be seen, not what somebody does all day. */
export interface TokenUsed {
  readonly kind: 'token-used'
  readonly person: string
  readonly token: string
  readonly on: LegalDate
}

/**
 * What of an event says who somebody is, or would let another be them: it is sealed under the person's own
 * key, and goes with it.
 */
export const PERSONAL: Readonly<Partial<Record<PeopleEvent['kind'], readonly string[]>>> = {
  'person-added': ['name', 'signInName'],
  'person-suspended': ['reason'],
  'person-restored': ['reason'],
  'password-set': ['hash'],
  'passkey-added': ['passkey', 'publicKey', 'counter', 'label'],
  'passkey-used': ['passkey', 'counter'],
  'passkey-removed': ['passkey'],
  'identity-linked': ['issuer', 'subject'],
  'token-made': ['name'],
}
