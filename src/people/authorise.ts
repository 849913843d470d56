import { ACTIONS, type Action } from './actions.ts'
import { REACHES, type Reach, type Role, type Scope } from './role.ts'

/** Who asks, as far as what they may do hangs on it. */
export interface Acting {
  /** A token does what its scopes and its owner's roles both allow; a session what the roles do. */
  readonly kind: 'session' | 'token'
  /** Of the account; an id, never a name. */
  readonly id: string
  /** In whose name; none where the account stands outside of any. */
  readonly organisation?: string
  /** In that organisation, at this moment: none where suspended or the membership is over. */
  readonly roles: readonly Role[]
  /** Of a token. */
  readonly scopes?: readonly Scope[]
}

export type Ruling =
  | { readonly allowed: true; readonly reach: Reach }
  | { readonly allowed: false; readonly because: 'unknown' | 'session' | 'role' }
  | { readonly allowed: false; readonly because: 'scope'; readonly scope: Scope }

/** Whether somebody may do something, and how far; whoever is not allowed to is denied. */
export function ruleOn(who: Acting | undefined, action: Action): Ruling {
  const rule = ACTIONS.get(action)
  if (rule === undefined) return { allowed: false, because: 'unknown' }
  if (rule.access === 'public') return { allowed: true, reach: 'own' }
  if (who === undefined) return { allowed: false, because: 'unknown' }
  if (rule.access === 'session') {
    return who.kind === 'session'
      ? { allowed: true, reach: 'own' }
      : { allowed: false, because: 'session' }
  }
  const { scope, reach, effect } = rule
  if (who.kind === 'token' && effect === 'decides') return { allowed: false, because: 'session' }
  if (who.kind === 'token' && !holds(who.scopes ?? [], scope))
    return { allowed: false, because: 'scope', scope }
  const far = widest(who.roles.flatMap((role) => reach.get(role) ?? []))
  return far === undefined ? { allowed: false, because: 'role' } : { allowed: true, reach: far }
}

/** What a thing belongs to: whose work it is, and of which organisation. */
export interface Belonging {
  readonly persons?: readonly string[]
  readonly organisation?: string
}

/** Whether what somebody may do goes as far as this thing. */
export function reaches(
  { id, organisation }: Pick<Acting, 'id' | 'organisation'>,
  reach: Reach,
  thing: Belonging,
): boolean {
  if (reach === 'all') return true
  if (isAnothers(organisation, thing)) return false
  if ((thing.persons ?? []).includes(id)) return true
  return (
    reach === 'organisation' && organisation !== undefined && organisation === thing.organisation
  )
}

/**
 * Whether a thing is of another organisation than the one in whose name somebody asks: who works for two
 * sees in the name of one nothing of the other, be it their own work.
 */
export function isAnothers(
  mine: string | undefined,
  { organisation }: Pick<Belonging, 'organisation'>,
): boolean {
  return mine !== undefined && organisation !== undefined && mine !== organisation
}

function holds(scopes: readonly Scope[], wanted: Scope): boolean {
  return scopes.includes('admin') || scopes.includes(wanted)
}

function widest(reaches: readonly Reach[]): Reach | undefined {
  return REACHES.findLast((reach) => reaches.includes(reach))
}
