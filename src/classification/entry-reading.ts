import { type Expression, isKindWithin } from '../rulebook/index.ts'

/** What the engine itself adds to an item's facts while it reads the entries of one jurisdiction. */
export const CONTAINS_CODE = 'contains_code'
export const MEETS = 'meets'
export const ALSO_MEETS = 'also_meets'

/**
 * The kinds an expression can hold of, read from its limbs: undefined where it says nothing about
 * kinds. Outside them it is false whatever else is stated, so that nobody need evaluate it.
 */
export function kindsSpokenOf(expression: Expression): readonly string[] | undefined {
  if (isList(expression, 'all')) {
    const limbs = expression.all.map(kindsSpokenOf).filter((kinds) => kinds !== undefined)
    return limbs.toSorted((a, b) => a.length - b.length)[0]
  }
  if (isList(expression, 'any')) {
    const limbs = expression.any.map(kindsSpokenOf)
    return limbs.every((kinds) => kinds !== undefined) ? [...new Set(limbs.flat())] : undefined
  }
  if ('never' in expression) return []
  const kinds = (expression as Readonly<Record<string, unknown>>).kind
  if (typeof kinds === 'string') return [kinds]
  return Array.isArray(kinds) ? (kinds as readonly string[]) : undefined
}

/** Whether a stated kind lies in one of those spoken of, or is only a prefix of one (`sme` for `sme.dep`). */
export function mayBeOfKind(kind: string, spokenOf: readonly string[]): boolean {
  return spokenOf.some((wanted) => isKindWithin(kind, wanted) || isKindWithin(wanted, kind))
}

/** Codes that the comparisons with one computed parameter ask for. */
export function codesAskedFor(expression: Expression, parameter: string): readonly string[] {
  if (isList(expression, 'all')) return expression.all.flatMap((it) => codesAskedFor(it, parameter))
  if (isList(expression, 'any')) return expression.any.flatMap((it) => codesAskedFor(it, parameter))
  if ('not' in expression) return codesAskedFor(expression.not as Expression, parameter)
  const wanted = (expression as Readonly<Record<string, unknown>>)[parameter]
  if (typeof wanted === 'string') return [wanted]
  return Array.isArray(wanted) ? (wanted as readonly string[]) : []
}

function isList<K extends 'all' | 'any'>(
  expression: Expression,
  key: K,
): expression is Expression & Readonly<Record<K, readonly Expression[]>> {
  return Array.isArray((expression as Readonly<Record<string, unknown>>)[key])
}
