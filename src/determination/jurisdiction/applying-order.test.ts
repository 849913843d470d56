import { describe, expect, it } from 'vitest'
import type { JurisdictionFinding, NexusFinding } from '../model.ts'
import { holdOf, inOrderOfApplying } from './applying-order.ts'

const seat = (
  jurisdiction: string,
  ...nexus: readonly (readonly [string, NexusFinding['truth']])[]
): JurisdictionFinding =>
  ({
    jurisdiction,
    nexus: nexus.map(([kind, truth]) => ({ kind, truth, because: '', cite: '' })),
  }) as unknown as JurisdictionFinding

const asked = [
  seat('US', ['person', 'true']),
  seat('JP', ['de-minimis', 'true'], ['territory', 'false']),
  seat('GB', ['transit', 'true']),
  seat('NL', ['territory', 'true']),
]

describe('the order of applications', () => {
  it('starts where the goods leave from and ends with who acts', () => {
    expect(inOrderOfApplying(asked).map(({ jurisdiction }) => jurisdiction)).toEqual([
      'NL',
      'GB',
      'JP',
      'US',
    ])
  })
  it('keeps seats of equal standing as they are given', () => {
    const equal = [seat('NL', ['territory', 'true']), seat('EU', ['territory', 'true'])]
    expect(inOrderOfApplying(equal)).toEqual(equal)
  })
  it('reads a hold that is sure before one that is open', () => {
    expect(holdOf(seat('US', ['origin', 'true'], ['territory', 'unknown']))).toContain('reexport')
    expect(holdOf(seat('US', ['territory', 'unknown']))).toBe('where the goods leave from')
  })
  it('says of each why it is asked', () => {
    expect(inOrderOfApplying(asked).map(holdOf)).toEqual([
      'where the goods leave from',
      'through which the goods pass',
      'which holds them wherever they are (reexport)',
      'which holds those who act',
    ])
  })
})
