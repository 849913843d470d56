import { describe, expect, it } from 'vitest'
import { createFlagResolver } from './flag-resolver.ts'
import type { Resolution } from './transaction.ts'

const CLEARANCE = {
  mayResolve: ['compliance', 'export control', 'legal', '輸出管理'],
  mayNotResolve: ['sales', 'account manag*'],
  cite: '732 Supp. 3',
  mark: 'derived',
} as const
const raised = {
  id: 'hs-not-of-kind/gpu',
  rule: 'hs-not-of-kind',
  because: 'The HS code is not one.',
  cite: 'HS 2022',
  raises: 'Which is wrong.',
}
const by = (role: string, flag = raised.id): Resolution => ({ flag, by: 'P', role, reason: 'seen' })

describe('who resolves a flag', () => {
  it.each([
    'compliance',
    'Head of Trade Compliance',
    'EXPORT CONTROL manager',
    'Legal',
    '輸出管理部長',
  ])('may be: %s', (role) => {
    const flag = createFlagResolver(CLEARANCE, [by(role)]).flagOf(raised)
    expect(flag).toEqual({ ...raised, state: 'resolved', resolvedBy: `P (${role}): seen` })
  })

  it.each([
    'sales',
    'Sales and Compliance',
    'account manager, legal',
    'executive',
    'CEO',
    'illegal',
  ])('may not be: %s, and the attempt is shown', (role) => {
    const resolver = createFlagResolver(CLEARANCE, [by(role)])
    const flag = resolver.flagOf(raised)
    expect(flag).toEqual({ ...raised, state: 'open' })
    expect(resolver.unfit([flag])).toEqual([
      {
        because: `The flag hs-not-of-kind/gpu was set aside by P (${role}: “seen”), whose role may not resolve it.`,
        cite: '732 Supp. 3',
        id: 'resolution-not-fit/hs-not-of-kind/gpu',
        rule: 'resolution-not-fit',
        state: 'open',
      },
    ])
  })

  it.each([raised.id, raised.rule, 'the hs code is not one'])('names it as %s', (named) => {
    const { flagOf } = createFlagResolver(CLEARANCE, [by('legal', named)])
    expect(flagOf(raised).state).toBe('resolved')
  })

  it('speaks of no other flag', () => {
    const resolver = createFlagResolver(CLEARANCE, [
      by('legal', 'hs-not-of-kind/cpu'),
      by('sales', 'other'),
    ])
    expect(resolver.flagOf(raised).state).toBe('open')
    expect(resolver.unfit([resolver.flagOf(raised)])).toEqual([])
  })

  it('is enough beside one who may not', () => {
    const resolver = createFlagResolver(CLEARANCE, [by('sales'), by('legal')])
    const flag = resolver.flagOf(raised)
    expect(flag.state).toBe('resolved')
    expect(resolver.unfit([flag])).toEqual([])
  })

  it('is nobody where the law folder names nobody', () => {
    expect(createFlagResolver(undefined, [by('compliance')]).flagOf(raised).state).toBe('open')
  })
})
