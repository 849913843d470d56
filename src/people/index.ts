// Who works here, what they may do, and what happened to their accounts.
export {
  type AddPerson,
  addOrganisation,
  addPerson,
  belongingsOf,
  erase,
  hasAdministrator,
  makeLink,
  managed,
  type Ordering,
  restore,
  setRoles,
  suspend,
  within,
} from './accounts.ts'
export { ACTIONS, type Action, type Rule } from './actions.ts'
export { type Acting, type Belonging, type Ruling, reaches, ruleOn } from './authorise.ts'
export {
  addPasskey,
  isLinkGood,
  linkIdentity,
  maySignIn,
  removePasskey,
  setPassword,
  useLink,
  usePasskey,
} from './credentials.ts'
export {
  acceptInvitation,
  type FirstCredential,
  invite,
  isInvitationGood,
  signUp,
  withdrawInvitation,
} from './invitations.ts'
export { judgePassword } from './password-policy.ts'
export { type Instant, PERSONAL, type PeopleEvent } from './people-event.ts'
export {
  actingAs,
  erased,
  type Link,
  type Membership,
  type Passkey,
  type Person,
  type Token,
} from './person.ts'
export { REACHES, type Reach, ROLES, type Role, SCOPES, type Scope } from './role.ts'
export { type Invitation, isOfOrganisation, Roster } from './roster.ts'
export {
  applyToSessions,
  isOver,
  SESSION_LIMITS,
  type Session,
  type SessionEvent,
  type SessionLimits,
  type Sessions,
  type SignInMeans,
  seeSession,
} from './session.ts'
export {
  type Attempts,
  PER_ADDRESS,
  PER_NAME,
  type ThrottleLimits,
  waitOf,
  withFailure,
} from './throttle.ts'
export { isTokenGood, isTokenWithin, makeToken, noteUse, revokeToken } from './tokens.ts'
