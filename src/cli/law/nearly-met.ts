import type { Expression } from '../../rulebook/index.ts'

const ALWAYS: Expression = { not: { never: true } }
const NEVER: Expression = { never: true }

/**
 * True where one comparison alone, whichever, keeps the criterion from being true, and where it is true.
 * Nothing where it has none that a deal can miss.
 */
export function nearlyMet(criterion: Expression): Expression | undefined {
  const ways = eased(criterion, true)
  return ways.length === 0 ? undefined : { any: ways }
}

/** False where one comparison alone, whichever, makes the criterion true, and where it is false. */
export function nearlyMissed(criterion: Expression): Expression | undefined {
  const ways = mayBeTrue(criterion) ? eased(criterion, false) : []
  return ways.length === 0 ? undefined : { all: ways }
}

/** The criterion with one comparison taken as met (or as not met), in every way. What nobody read stays so. */
function eased(criterion: Expression, met: boolean): readonly Expression[] {
  if ('unread' in criterion || 'never' in criterion || isOfEverywhere(criterion)) return []
  if ('not' in criterion) return eased(criterion.not as Expression, !met).map((not) => ({ not }))
  for (const key of ['all', 'any'] as const) {
    if (!(key in criterion)) continue
    const limbs = (criterion as Readonly<Record<string, readonly Expression[]>>)[key] ?? []
    return limbs.flatMap((limb, index) =>
      eased(limb, met).map((way): Expression => {
        const others = limbs.map((one, place) => (place === index ? way : one))
        return key === 'all' ? { all: others } : { any: others }
      }),
    )
  }
  return [met ? ALWAYS : NEVER]
}

/** What every country meets is no condition. */
function isOfEverywhere(criterion: Expression): boolean {
  const [wanted] = Object.values(criterion)
  return Array.isArray(wanted) && wanted.includes('worldwide')
}

/** What holds a limb that nobody read is open at most. */
function mayBeTrue(criterion: Expression): boolean {
  if ('unread' in criterion) return false
  if ('all' in criterion) return (criterion.all as readonly Expression[]).every(mayBeTrue)
  return !('any' in criterion) || (criterion.any as readonly Expression[]).some(mayBeTrue)
}
