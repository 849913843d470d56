import { describe, expect, it } from 'vitest'
import type { Expression } from '../../rulebook/index.ts'
import { nearlyMet, nearlyMissed } from './nearly-met.ts'

/** Two-valued reading of a criterion over the conditions that hold. */
function holds(criterion: Expression, met: ReadonlySet<string>): boolean {
  if ('all' in criterion)
    return (criterion.all as readonly Expression[]).every((one) => holds(one, met))
  if ('any' in criterion)
    return (criterion.any as readonly Expression[]).some((one) => holds(one, met))
  if ('not' in criterion) return !holds(criterion.not as Expression, met)
  if ('never' in criterion || 'unread' in criterion) return false
  return Object.keys(criterion).every((id) => met.has(id))
}

const RULE: Expression = {
  all: [{ person: true }, { any: [{ place: true }, { maker: true }] }, { not: { relief: true } }],
}
const isNear = (...met: readonly string[]): boolean => {
  const near = nearlyMet(RULE)
  return near !== undefined && holds(near, new Set(met))
}

describe('what nearly meets a criterion', () => {
  it('lacks one comparison of an `all`', () => {
    expect(isNear('place')).toBe(true)
    expect(isNear('person')).toBe(true)
  })
  it('lacks two and is far from it', () => {
    expect(isNear()).toBe(false)
    expect(isNear('relief', 'person')).toBe(false)
  })
  it('is kept from it by one exclusion alone', () => {
    expect(isNear('person', 'place', 'relief')).toBe(true)
    expect(isNear('place', 'relief')).toBe(false)
  })
  it('meets it, as a special case', () => {
    expect(isNear('person', 'maker')).toBe(true)
  })
})

describe('what a criterion nearly misses', () => {
  const isNearlyReleased = (
    criterion: Expression,
    ...met: readonly string[]
  ): boolean | undefined => {
    const near = nearlyMissed(criterion)
    return near === undefined ? undefined : !holds(near, new Set(met))
  }
  it('is excluded by one comparison alone', () => {
    expect(isNearlyReleased({ any: [{ first: true }, { second: true }] }, 'first')).toBe(true)
  })
  it('is excluded by two, of which losing one changes nothing', () => {
    expect(isNearlyReleased({ any: [{ first: true }, { second: true }] }, 'first', 'second')).toBe(
      false,
    )
  })
  it('is nothing that a limb nobody read keeps from ever being true', () => {
    expect(isNearlyReleased({ all: [{ first: true }, { unread: 'not read' }] })).toBeUndefined()
  })
})

describe('a criterion without conditions', () => {
  it.each<readonly [string, Expression]>([
    ['everywhere', { destination: ['worldwide'] }],
    ['what nobody read', { unread: 'not read' }],
    ['what never holds', { never: true }],
    ['both of them', { all: [{ unread: 'not read' }, { destination: ['worldwide'] }] }],
  ])('is %s', (_, criterion) => {
    expect(nearlyMet(criterion)).toBeUndefined()
  })
})
