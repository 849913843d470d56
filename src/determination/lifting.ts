import type { ExceptionFinding, LicenceFinding } from './model.ts'

/**
 * Exceptions that can be used or may be, of items for which they lift, all together, everything that is
 * required: one that lifts a part and leaves the rest standing helps nobody.
 */
export function liftingAll({ by, exceptions }: LicenceFinding): readonly ExceptionFinding[] {
  const open = exceptions.filter(({ usable }) => usable !== false)
  return open.filter(({ item }) => {
    const lifted = new Set(
      open.filter((one) => one.item === item).flatMap(({ overcomes }) => overcomes),
    )
    return by
      .filter((rule) => rule.item === item && rule.truth === 'true' && REQUIRES.has(rule.effect))
      .every(({ rule }) => lifted.has(rule))
  })
}

const REQUIRES: ReadonlySet<string> = new Set(['licence-required', 'prohibited'])
