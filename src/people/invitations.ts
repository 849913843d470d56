import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { addPerson, granted, mayManage, type Ordering, rolesFit } from './accounts.ts'
import { addPasskey, maySignIn } from './credentials.ts'
import type { Instant, InvitationMade, PeopleEvent } from './people-event.ts'
import { applyToPerson, type Passkey, type Person } from './person.ts'
import type { Invitation, Roster } from './roster.ts'

const MOST_OPEN = 1_000

/** Invites whoever is given its text into an organisation, with these roles. */
export function invite(
  by: Ordering,
  roster: Roster,
  invitation: Omit<InvitationMade, 'kind' | 'by'>,
): Result<readonly PeopleEvent[]> {
  const { organisation, roles } = invitation
  const entitled = mayManage(by, roster, organisation)
  if (!entitled.ok) return entitled
  const fit = rolesFit('person', roles)
  if (!fit.ok) return fit
  if (roles.length === 0) return fail(NO_ROLE)
  const open = roster.invitations().filter((one) => one.organisation === organisation)
  if (open.length >= MOST_OPEN) return fail(TOO_MANY)
  const inviting = by === 'operator' ? {} : { by: by.id }
  return ok([{ kind: 'invitation-made', ...invitation, ...inviting }])
}

export function withdrawInvitation(
  by: Ordering,
  roster: Roster,
  invitation: string,
): Result<readonly PeopleEvent[]> {
  const found = roster.invitation(invitation)
  // Of those of other organisations nothing is said, not even that they are there.
  if (found === undefined || !mayManage(by, roster, found.organisation).ok)
    return fail(NO_INVITATION)
  return ok([{ kind: 'invitation-withdrawn', invitation }])
}

/** Whether an invitation can still be accepted: who invited may be gone, what they may was judged then. */
export function isInvitationGood({ expires }: Invitation, now: Instant): boolean {
  return now <= expires
}

/** What somebody new will sign in with. */
export type FirstCredential = { readonly hash: string } | { readonly passkey: Passkey }

export interface Newcomer {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly credential: FirstCredential
}

/** Somebody new accepts: an account with a way to sign in, and the membership. */
export function signUp(
  roster: Roster,
  invitation: string,
  { credential, ...newcomer }: Newcomer,
  now: Instant,
): Result<readonly PeopleEvent[]> {
  const found = roster.invitation(invitation)
  if (found === undefined || !isInvitationGood(found, now)) return fail(NO_INVITATION)
  const { organisation, roles, until } = found
  const end = until === undefined ? {} : { until }
  // It was entitled when it was made; the operator's word stands for that here.
  const added = addPerson('operator', roster, {
    ...{ ...newcomer, is: 'person', organisation, roles },
    ...end,
  })
  if (!added.ok) return added
  const { id: person } = newcomer
  const first = firstCredential(roster, person, added.value, credential)
  if (!first.ok) return first
  return ok([{ kind: 'invitation-accepted', invitation, person }, ...added.value, ...first.value])
}

function firstCredential(
  roster: Roster,
  person: string,
  added: readonly PeopleEvent[],
  credential: FirstCredential,
): Result<readonly PeopleEvent[]> {
  if ('hash' in credential) return ok([{ kind: 'password-set', person, hash: credential.hash }])
  const [event] = added
  const account = event?.kind === 'person-added' ? applyToPerson(undefined, event) : undefined
  return account === undefined
    ? fail(NO_INVITATION)
    : addPasskey(roster, account, credential.passkey)
}

/** Who has an account accepts with it, and has one account in two organisations: two would count as two persons. */
export function acceptInvitation(
  roster: Roster,
  invitation: string,
  person: Person,
  now: Instant,
): Result<readonly PeopleEvent[]> {
  const found = roster.invitation(invitation)
  if (found === undefined || !isInvitationGood(found, now) || !maySignIn(person))
    return fail(NO_INVITATION)
  if (found.by === person.id) return fail(OWN_INVITATION)
  const { organisation, roles, until } = found
  const isMember = person.memberships.some((one) => one.organisation === organisation)
  if (isMember) return fail(MEMBER)
  return ok([
    { kind: 'invitation-accepted', invitation, person: person.id },
    granted({ person: person.id, organisation, roles, until }),
  ])
}

const NO_INVITATION: Problem = {
  code: 'people.no-invitation',
  detail: 'The invitation is not good: it was accepted, withdrawn, or is too old.',
  remedy: 'Ask who invited for another.',
}
const OWN_INVITATION: Problem = {
  code: 'people.oneself',
  detail: 'Nobody accepts an invitation of their own making.',
  remedy: 'Have another administrator invite.',
}
const MEMBER: Problem = {
  code: 'people.member',
  detail: 'The account is a member of that organisation already.',
  remedy: 'An administrator there sets its roles.',
}
const NO_ROLE: Problem = {
  code: 'people.no-role',
  detail: 'Who has no role may do nothing.',
  remedy: 'Name a role at least.',
}
const TOO_MANY: Problem = {
  code: 'people.too-many-invitations',
  detail: `An organisation has at most ${MOST_OPEN} open invitations.`,
  remedy: 'Withdraw those that nobody will accept.',
}
