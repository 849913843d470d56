import { Refusal } from '../http/refusal.ts'
import { ACTIONS, type Action, type Scope } from '../route-actions.ts'

/** Who asks, once that is known. */
export interface Identity {
  readonly kind: 'token'
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Nobody may do anything but what is public; a token may do what its scopes say. @throws Refusal */
export function authorise(identity: Identity | undefined, action: Action): void {
  const rule = ACTIONS[action]
  if (rule.access === 'public') return
  if (identity === undefined) {
    const problem = {
      code: 'access.no-token',
      detail: 'This asks for a token that is known and has not expired.',
      remedy: 'Send it as `Authorization: Bearer …`; `navicert serve --new-token` makes one.',
    }
    throw new Refusal(401, problem, { 'www-authenticate': 'Bearer realm="navicert"' })
  }
  const { scopes } = identity
  if (scopes.includes('admin') || scopes.includes(rule.scope)) return
  const problem = {
    code: 'access.scope',
    detail: `The token may not do this: it lacks the scope ${rule.scope}.`,
    remedy: 'Use a token that has it.',
  }
  throw new Refusal(403, problem, {
    'www-authenticate': `Bearer realm="navicert", error="insufficient_scope", scope="${rule.scope}"`,
  })
}
