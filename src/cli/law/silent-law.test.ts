import { describe, expect, it } from 'vitest'
import { projectLawCases } from '../../rulebook/project-law.fixture.ts'
import { openEngine } from '../engine.ts'
import { testSurroundings } from '../surroundings.fixture.ts'
import type { LawPiece } from './law-piece.ts'
import { lawPieces } from './law-pieces.ts'
import { silentPieces, unapproachedPieces } from './silent-law.ts'

const engine = openEngine({}, testSurroundings())
const cases = projectLawCases()
const pieces = lawPieces(engine.rulebook)
const named = (...ids: readonly string[]): readonly LawPiece[] =>
  pieces.filter(({ id }) => ids.includes(id))

describe('a piece of law left out', () => {
  it('is missed by the case that it decides', () => {
    const only = cases.filter(({ id }) => id === 'cell-to-ru')
    expect(silentPieces(only, engine, named('US:746.8'))).toEqual([])
  })
  it('is named, with the cases in which it speaks, where none misses it', () => {
    const only = cases.filter(({ id }) => id === 'cell-to-ru')
    expect(silentPieces(only, engine, named('US:746.2'))).toEqual([
      { what: 'rule', id: 'US:746.2', heard: 0 },
    ])
  })
  it('is looked for wherever a case names its country, not only where the goods go', () => {
    const only = cases.filter(({ id }) => id.startsWith('route-through-by'))
    expect(silentPieces(only, engine, named('BY diversion:embargoed from 2022-03-02'))).toEqual([])
  })
  it('leaves the rulebook it is taken from as it is', () => {
    const before = engine.rulebook.rules.map(({ requires }) => requires)
    for (const piece of named('US:746.8', 'US:RPL', 'US:740.2(a)(17)')) piece.without()
    expect(engine.rulebook.rules.map(({ requires }) => requires)).toEqual(before)
  })
})

describe('a piece of law with one condition taken as met', () => {
  it('is noticed by the case that it nearly decides', () => {
    const only = cases.filter(({ id }) => id === 'nearly-742-14')
    expect(unapproachedPieces(only, engine, named('US:742.14'))).toEqual([])
  })
  it('is named where every case is decided by it, or far from it', () => {
    const only = cases.filter(({ id }) => id === 'rule-742-14-speaks' || id === 'cell-to-ru')
    expect(unapproachedPieces(only, engine, named('US:742.14'))).toEqual([
      { what: 'rule', id: 'US:742.14' },
    ])
  })
  it('is not asked for where it has no condition', () => {
    expect(unapproachedPieces([], engine, named('JP:list'))).toEqual([])
  })
})
