import type { EntryFinding } from '../../classification/index.ts'
import {
  conjoin,
  disjoin,
  FALSE,
  isAtOrBelow,
  negate,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../../kernel/index.ts'
import { codeMatches, isKindWithin, type Rulebook } from '../../rulebook/index.ts'
import { isConfirmed } from '../subjects.ts'
import type { ProductScope } from './reach-tables.ts'
import { anyOf, type ReachedItem } from './reached-item.ts'

export interface ScopeContext {
  readonly rulebook: Rulebook
  readonly jurisdiction: string
  /** Of a worked case: beside an entry surely met, entries not decided are left out. */
  readonly metAlone: boolean
}

/** Whether an item is one of those that a rule speaks of; a scope that asks nothing holds everything. */
export function isInScope(
  scope: ProductScope,
  reached: ReachedItem,
  context: ScopeContext,
): TruthCode {
  const decided = context.metAlone ? decidedOfMet : decidedOfAll
  let scopes = decided.get(reached)
  if (scopes === undefined) {
    scopes = new Map()
    decided.set(reached, scopes)
  }
  const known = scopes.get(scope)
  if (known !== undefined) return known
  const truth = decide(scope, reached, context)
  scopes.set(scope, truth)
  return truth
}

/** By the item, and the scope, which belongs to one table of one jurisdiction: the deal has no part in it. */
type Decided = WeakMap<ReachedItem, Map<ProductScope, TruthCode>>
const decidedOfAll: Decided = new WeakMap()
const decidedOfMet: Decided = new WeakMap()

function decide(scope: ProductScope, reached: ReachedItem, context: ScopeContext): TruthCode {
  const kind = conjoin(isOfKind(scope, reached, context), isOfClass(scope, reached, context))
  if (kind === FALSE) return FALSE
  const listed = isListed(scope, reached, context)
  return conjoin(kind, listed === FALSE && scope.unread !== undefined ? UNKNOWN : listed)
}

function isOfKind({ kinds }: ProductScope, { item }: ReachedItem, _context: ScopeContext) {
  const { kind } = item
  if (kinds === undefined) return TRUE
  if (kind === undefined || kind === 'unknown') return UNKNOWN
  return kinds.some((one) => isKindWithin(kind, one)) ? TRUE : FALSE
}

function isOfClass(
  { classes }: ProductScope,
  { item }: ReachedItem,
  { rulebook }: ScopeContext,
): TruthCode {
  if (classes === undefined) return TRUE
  const kind = item.kind === undefined ? undefined : rulebook.kinds.get(item.kind)
  if (kind === undefined) return UNKNOWN
  return classes.includes(kind.class) ? TRUE : FALSE
}

/** By the entries it is on; what nobody can say whether anything lists is open. */
function isListed(
  scope: ProductScope,
  { item, facts }: ReachedItem,
  { jurisdiction, metAlone }: ScopeContext,
): TruthCode {
  if (scope.entries === undefined && scope.reasons === undefined) return TRUE
  const classification = facts.byJurisdiction.get(jurisdiction)
  if (classification === undefined) return UNKNOWN
  const { met, undecided } = classification
  const surely = anyOf(met, (finding) => isNamed(scope, finding))
  if (surely === TRUE) return TRUE
  if (metAlone && met.some(({ provisional }) => !provisional)) return surely
  const perhaps = anyOf(undecided, (finding) => conjoin(UNKNOWN, isNamed(scope, finding)))
  const claimed = item.claims.some((claim) => claim.jurisdiction === jurisdiction)
  const rest = isConfirmed(classification, claimed) ? FALSE : UNKNOWN
  return Math.max(surely, perhaps, rest) as TruthCode
}

function isNamed(
  { entries, perhaps = [], except, reasons }: ProductScope,
  finding: EntryFinding,
): TruthCode {
  const { entry } = finding
  const listed = entries === undefined ? TRUE : matches(entry.code, entries)
  const named = disjoin(listed, conjoin(UNKNOWN, matches(entry.code, perhaps)))
  const released = except === undefined ? FALSE : matches(entry.code, except)
  return conjoin(conjoin(named, negate(released)), isFor(reasons, finding))
}

/** A head (`3B001`, as claimed) is perhaps in a paragraph that is named. */
export function matches(code: string, patterns: readonly string[]): TruthCode {
  if (patterns.some((pattern) => codeMatches(code, pattern))) return TRUE
  return patterns.some((pattern) => isAtOrBelow(pattern, code)) ? UNKNOWN : FALSE
}

/** An entry without any reason is one whose reasons nobody read; a reason may hold for a part of it. */
function isFor(reasons: readonly string[] | undefined, { entry }: EntryFinding): TruthCode {
  if (reasons === undefined) return TRUE
  if (entry.reasons.length === 0) return UNKNOWN
  const found = entry.reasons.filter(({ reason }) => reasons.includes(reason))
  if (found.length === 0) return FALSE
  return found.some(({ when }) => when === undefined) ? TRUE : UNKNOWN
}
