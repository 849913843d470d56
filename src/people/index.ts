// Who works here, what they may do, and what happened to their accounts.
export { ACTIONS, type Action, type Rule } from './actions.ts'
export { type Acting, type Belonging, type Ruling, reaches, ruleOn } from './authorise.ts'
export { type FourEyes, fourEyes, HIT_DECISION } from './four-eyes.ts'
export { REACHES, type Reach, ROLES, type Role, SCOPES, type Scope } from './role.ts'
