import { describe, expect, it } from 'vitest'
import { bracketedNames } from './bracketed-names.ts'
import { compareParties } from './compare-parties.ts'

describe('a name in brackets behind a listed one', () => {
  it.each([
    ['HALT (Halcyon Lattice Technology)', 'Halcyon Lattice Technology'],
    ['HAST (Applied Systems Technology)', 'Applied Systems Technology'],
    ['Halcyon Works Ltd. (Selene Marine Services)', 'Selene Marine Services'],
    ['Halcyon Works (f.k.a., Selene Lattice)', 'Selene Lattice'],
    ['HALCYON (AKA: SELENE)', 'SELENE'],
    ['Halcyon Front (Selene Lattice Front) (SLF)', 'Selene Lattice Front'],
    ['Halcyon (Selene Front; Selene Lattice)', 'Selene Front', 'Selene Lattice'],
  ])('%s is read', (printed, ...names) => {
    expect(bracketedNames(printed, 'Organization')).toEqual(names)
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
  ])('%s has none', (printed) => {
    expect(bracketedNames(printed, 'Organization')).toEqual([])
  })

  it('is not looked for behind persons, who are told by what stands there', () => {
    expect(bracketedNames('Selene Halcyon (Harbour Watch)', 'Person')).toEqual([])
  })

  it.each(['(', 'a (', ') (a'])('is read in no time, be it "%s" without end', (part) => {
    expect(bracketedNames(part.repeat(100_000))).toEqual([])
  })

  it('finds the party', () => {
    const listed = { name: 'HALT (Halcyon Lattice Technology)', schema: 'Organization' }
    const asked = { name: 'Halcyon Lattice Technology Co.', schema: 'Organization' }
    expect(compareParties(asked, listed).match).toBe(true)
  })
})
