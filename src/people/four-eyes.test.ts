import { describe, expect, test } from 'vitest'
import type { Acting } from './authorise.ts'
import { fourEyes, HIT_DECISION } from './four-eyes.ts'
import type { Role } from './role.ts'

const one = (id: string, ...roles: readonly Role[]): Acting => ({ kind: 'session', id, roles })
const codeOf = (first: Acting, second: Acting): string | undefined => {
  const decided = fourEyes(first, second, HIT_DECISION)
  return decided.ok ? undefined : decided.problems[0]?.code
}

describe('four eyes', () => {
  const officer = one('p-1', 'compliance-officer')

  test('are two persons who may each do their part', () => {
    expect(codeOf(officer, one('p-2', 'countersigner'))).toBeUndefined()
    expect(codeOf(officer, one('p-2', 'compliance-officer'))).toBeUndefined()
  })

  test('are not one person with both roles', () => {
    const both = one('p-1', 'compliance-officer', 'countersigner')
    expect(codeOf(both, both)).toBe('people.same-person')
    expect(codeOf(officer, one('p-1', 'countersigner'))).toBe('people.same-person')
  })

  test('are not a person and a program, nor one behind a token', () => {
    const token: Acting = { kind: 'token', id: 'p-2', roles: ['countersigner'], scopes: ['admin'] }
    expect(codeOf(officer, token)).toBe('people.no-person')
    expect(codeOf({ ...officer, kind: 'token' }, one('p-2', 'countersigner'))).toBe(
      'people.no-person',
    )
  })

  test.each([
    ['the first', one('p-3', 'sales'), one('p-2', 'countersigner')],
    ['the second', officer, one('p-2', 'sales')],
    ['the second, whose roles are gone since', officer, one('p-2')],
  ])('are refused where %s may not', (_, first, second) => {
    expect(codeOf(first, second)).toBe('people.not-entitled')
  })
})
