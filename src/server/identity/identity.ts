import { type Acting, type Action, type Reach, ruleOn } from '../../people/index.ts'
import { Refusal } from '../http/refusal.ts'

/** Who asks, once that is known. */
export interface Identity extends Acting {
  /** For those who read what was done; never decided upon. */
  readonly name: string
  /** Of a token, its id. */
  readonly token?: string
  /** Of who has signed in. */
  readonly session?: SessionMark
}

export interface SessionMark {
  readonly id: string
  /** What our own pages send along with what changes something. */
  readonly csrf: string
}

/** How far whoever asks may do this. @throws Refusal where they may not */
export function authorise(identity: Identity | undefined, action: Action): Reach {
  const ruling = ruleOn(identity, action)
  if (ruling.allowed) return ruling.reach
  if (ruling.because === 'scope') throw outOfScope(ruling.scope)
  throw ruling.because === 'unknown' ? unknown() : denied(ruling.because)
}

function unknown(): Refusal {
  const problem = {
    code: 'access.no-token',
    detail: 'This asks for a token that is known and has not expired, or for a session.',
    remedy:
      'Send a token as `Authorization: Bearer …` (`navicert serve --new-token` makes one), or sign in.',
  }
  return new Refusal(401, problem, { 'www-authenticate': 'Bearer realm="navicert"' })
}

function outOfScope(scope: string): Refusal {
  const problem = {
    code: 'access.scope',
    detail: `The token may not do this: it lacks the scope ${scope}.`,
    remedy: 'Use a token that has it.',
  }
  return new Refusal(403, problem, {
    'www-authenticate': `Bearer realm="navicert", error="insufficient_scope", scope="${scope}"`,
  })
}

function denied(because: 'session' | 'role'): Refusal {
  return because === 'session'
    ? new Refusal(403, {
        code: 'access.not-by-token',
        detail: 'This is for whoever has signed in, not for a token.',
        remedy: 'Sign in.',
      })
    : new Refusal(403, {
        code: 'access.role',
        detail: 'None of the roles held now may do this.',
        remedy: 'Ask an administrator, if it should be so.',
      })
}
