import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { namesPrintedWithin } from './names-printed-within.ts'

describe('another name that is printed within a listed one', () => {
  it.each([
    ['HALT (Halcyon Lattice Technology)', 'Halcyon Lattice Technology'],
    ['HAST (Applied Systems Technology)', 'Applied Systems Technology'],
    ['Halcyon Works Ltd. (Selene Marine Services)', 'Selene Marine Services'],
    ['Halcyon Works (f.k.a., Selene Lattice)', 'Halcyon Works', 'Selene Lattice'],
    ['HALCYON (AKA: SELENE)', 'HALCYON', 'SELENE'],
    ['Halcyon Works Ltd （霜晨科技有限公司）', '霜晨科技有限公司'],
    ['Halcyon -AKA- Selene', 'Halcyon', 'Selene'],
    ['Halcyon Works; Selene Lattice;HL 24', 'Halcyon Works', 'Selene Lattice', 'HL 24'],
    ['Halcyon LLC; and any successor, sub-unit, or subsidiary thereof', 'Halcyon LLC'],
    ['Halcyon Co., Ltd. Affiliated Entity: Selene Works', 'Selene Works'],
    ['Halcyon 13th Institute (H 13). Subordinate Institution - Selene Works', 'Selene Works'],
    ['Halcyon Navy/Marine halcyonienne', 'Halcyon Navy', 'Marine halcyonienne'],
    ['Halcyon Front (Selene Lattice Front) (SLF)', 'Selene Lattice Front'],
    ['Halcyon (Selene Front; Selene Lattice)', 'Selene Front', 'Selene Lattice'],
  ])('%s is read', (printed, ...names) => {
    expect(namesPrintedWithin(printed, 'Organization')).toEqual(names)
  })

  it.each([
    'Halcyon Lattice (Hong Kong)',
    'Halcyon Lattice (HL)',
    'Halcyon Bank (Public Joint-Stock Company)',
    'Halcyon Lattice (DPRK national)',
    'Halcyon Lattice (a subsidiary of Selene Works)',
    'Halcyon Lattice (Lebanon Branch)',
    'Halcyon (Selene Works) Cement Factory',
    'Selene (Halcyon Lattice',
    'Halcyon J/V Corporation',
    'Halcyon Lattice C/O Selene Works',
    'Halcyon Bank/HB',
  ])('%s has none', (printed) => {
    expect(namesPrintedWithin(printed, 'Organization')).toEqual([])
  })

  it('is not looked for behind persons, who are told by what stands there', () => {
    expect(namesPrintedWithin('Selene Halcyon (Harbour Watch)', 'Person')).toEqual([])
  })

  it.each(['(', 'a (', ') (a', ' ', ' aka ', ';'])(
    'is read in no time, be it "%s" without end',
    (part) => {
      expect(namesPrintedWithin(part.repeat(100_000)).length).toBeLessThanOrEqual(12)
    },
  )

  it('finds the party', () => {
    const listed = { name: 'HALT (Halcyon Lattice Technology)', schema: 'Organization' }
    const asked = { name: 'Halcyon Lattice Technology Co.', schema: 'Organization' }
    expect(compareParties(asked, listed).match).toBe(true)
  })
})
