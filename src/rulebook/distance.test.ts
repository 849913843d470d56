import { describe, expect, it } from 'vitest'
import { compiled, factsOf } from './engine.fixture.ts'

const distance = (criteria: unknown, stated: Readonly<Record<string, unknown>>): number =>
  compiled(criteria).distance(factsOf(stated))

describe('how far a finding stands from another', () => {
  it.each([
    [{ tpp: '>= 4000' }, { tpp: 3000 }, 25],
    [{ tpp: '>= 4000' }, { tpp: 5000 }, 25],
    [{ temp_C: '<= -50' }, { temp_C: -40 }, 20],
    [{ not: { tpp: '>= 4000' } }, { tpp: 3000 }, 25],
    [{ dco_nm: '> 3' }, { dco_nm: 2 }, 33],
  ])('%j with %j: in percent of the threshold', (criteria, stated, percent) => {
    expect(distance(criteria, stated)).toBe(percent)
  })

  const both = [{ tpp: '>= 4000' }, { dco_nm: '> 2' }]

  it('is the farthest of all that must change, the nearest of any', () => {
    const stated = { tpp: 3000, dco_nm: 1 }
    expect(distance({ all: both }, stated)).toBe(50)
    expect(distance({ any: both }, stated)).toBe(25)
  })

  it('counts what decides now, and nothing beside it', () => {
    expect(distance({ all: both }, { tpp: 3000, dco_nm: 100 })).toBe(25)
    expect(distance({ any: both }, { tpp: 3000, dco_nm: 100 })).toBe(4900)
  })

  it.each([
    [{ never: true }, {}],
    [{ unread: 'not read' }, {}],
    [{ gate_model: true }, { gate_model: false }],
    [{ tpp: '>= 4000' }, {}],
    [{ tpp: '>= 4000' }, { tpp: 'unknown' }],
    [{ tpp: '>= 0' }, { tpp: 5 }],
    [{ used_for: ['logic'] }, { used_for: ['memory'] }],
  ])('%j with %j: is infinite where no number decides', (criteria, stated) => {
    expect(distance(criteria, stated)).toBe(Number.POSITIVE_INFINITY)
  })
})
