import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action } from './actions.ts'
import { type Acting, reaches, ruleOn } from './authorise.ts'
import { ROLES, type Role, SCOPES } from './role.ts'

const actions = [...ACTIONS.keys()]
const ruled = [...ACTIONS].flatMap(([action, rule]) =>
  rule.access === 'role' ? [{ action, ...rule }] : [],
)

function person(...roles: readonly Role[]): Acting {
  return { kind: 'session', id: 'p-1', organisation: 'o-1', roles }
}

function may(who: Acting | undefined, action: Action): boolean {
  return ruleOn(who, action).allowed
}

describe('the table of who may do what', () => {
  test('has a letter for each role, and each role can do something', () => {
    for (const role of ROLES) expect(ruled.some(({ reach }) => reach.has(role))).toBe(true)
    expect(new Set(actions).size).toBe(actions.length)
  })

  test('an auditor sees whatever is kept, all of it, and changes nothing', () => {
    for (const { action, effect, reach } of ruled) {
      if (effect === 'changes' || effect === 'decides')
        expect([action, reach.get('auditor')]).toEqual([action, undefined])
      else expect([action, reach.get('auditor')]).toEqual([action, 'all'])
    }
  })

  test('neither sales nor a program nor an administrator as such decides a hit', () => {
    for (const role of ['sales', 'service', 'administrator', 'auditor', 'analyst'] as const) {
      expect(may(person(role), 'hit.decide')).toBe(false)
      expect(may(person(role), 'hit.countersign')).toBe(false)
    }
    expect(may(person('compliance-officer'), 'hit.decide')).toBe(true)
    expect(may(person('countersigner'), 'hit.countersign')).toBe(true)
  })

  test('a decision is a person’s: no token makes one, whatever its owner may do and its scopes', () => {
    const token = { ...person('compliance-officer', 'countersigner'), kind: 'token' } as const
    const decisions = ruled.filter(({ effect }) => effect === 'decides')
    expect(decisions.map(({ action }) => action)).toEqual(['hit.decide', 'hit.countersign'])
    for (const { action } of decisions) {
      expect(ruleOn({ ...token, scopes: ['admin'] }, action)).toEqual({
        allowed: false,
        because: 'session',
      })
    }
  })

  test('only an administrator manages persons, and only those of the own organisation', () => {
    const managers = ROLES.filter((role) => may(person(role), 'person.manage'))
    expect(managers).toEqual(['administrator'])
    expect(ruleOn(person('administrator'), 'person.manage')).toEqual({
      allowed: true,
      reach: 'organisation',
    })
  })
})

describe('whoever', () => {
  test('is not known may do what is public and nothing else', () => {
    const open = actions.filter((action) => may(undefined, action))
    expect(open.toSorted()).toEqual([
      'account.enter',
      'example.read',
      'law.read',
      'service.observe',
    ])
  })

  test('has no role, or one that is not in the table, may do nothing that asks for one', () => {
    const nobody = person(...(['root'] as unknown as Role[]))
    for (const { action } of ruled) {
      expect(ruleOn(person(), action)).toEqual({ allowed: false, because: 'role' })
      expect(may(nobody, action)).toBe(false)
    }
  })

  test('asks for an action that is not there is denied', () => {
    const action = 'everything' as Action
    expect(may(person(...ROLES), action)).toBe(false)
  })
})

describe('a token', () => {
  const token = (scopes: Acting['scopes'], ...roles: readonly Role[]): Acting => ({
    kind: 'token',
    id: 'p-1',
    roles,
    ...(scopes === undefined ? {} : { scopes }),
  })

  test('never does more than its owner, and never what its scopes do not name', () => {
    const any = fc.record({
      roles: fc.subarray([...ROLES]),
      scopes: fc.subarray([...SCOPES]),
      action: fc.constantFrom(...actions),
    })
    fc.assert(
      fc.property(any, ({ roles, scopes, action }) => {
        const rule = ACTIONS.get(action)
        const given = ruleOn(token(scopes, ...roles), action)
        if (rule?.access !== 'role') return given.allowed === (rule?.access === 'public')
        const inScope = scopes.includes('admin') || scopes.includes(rule.scope)
        const isDecision = rule.effect === 'decides'
        return given.allowed === (inScope && !isDecision && may(person(...roles), action))
      }),
    )
  })

  test('without scopes does nothing, and is told which one it lacks', () => {
    expect(ruleOn(token(undefined, 'administrator'), 'list.read')).toEqual({
      allowed: false,
      because: 'scope',
      scope: 'lists',
    })
  })

  test('does not touch the account that it belongs to', () => {
    expect(ruleOn(token(['admin'], 'administrator'), 'account.own')).toEqual({
      allowed: false,
      because: 'session',
    })
  })
})

describe('how far it goes', () => {
  const who = { id: 'p-1', organisation: 'o-1' }

  test('is the widest of the roles', () => {
    expect(ruleOn(person('sales', 'auditor'), 'order.read')).toEqual({
      allowed: true,
      reach: 'all',
    })
  })

  test.each([
    ['own', { persons: ['p-1'] }, true],
    ['own', { persons: ['p-2'], organisation: 'o-1' }, false],
    ['own', {}, false],
    ['organisation', { persons: ['p-2'], organisation: 'o-1' }, true],
    ['organisation', { persons: ['p-2'], organisation: 'o-2' }, false],
    ['organisation', { persons: ['p-2'] }, false],
    ['all', {}, true],
  ] as const)('%s reaches %j: %s', (reach, thing, expected) => {
    expect(reaches(who, reach, thing)).toBe(expected)
  })

  test('who stands outside of any organisation does not share what is of none', () => {
    expect(reaches({ id: 'p-1' }, 'organisation', {})).toBe(false)
  })
})
