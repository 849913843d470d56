import { describe, expect, it } from 'vitest'
import { KINDS, PARAMETERS } from './engine.fixture.ts'
import { createVocabulary, isKindWithin } from './vocabulary.ts'

describe('a vocabulary', () => {
  it('gives each parameter a slot of its own, and back', () => {
    const vocabulary = createVocabulary(PARAMETERS, KINDS)
    const slots = PARAMETERS.map(({ id }) => vocabulary.slot(id))
    expect(slots).toEqual(PARAMETERS.map((_, index) => index))
    expect(PARAMETERS.map((_, slot) => vocabulary.parameter(slot))).toEqual(PARAMETERS)
    expect(vocabulary.parameters).toEqual(PARAMETERS)
    expect(vocabulary.kinds).toBe(KINDS)
  })

  it('has no slot for a stranger', () => {
    const vocabulary = createVocabulary(PARAMETERS, KINDS)
    expect(vocabulary.slot('dco')).toBeUndefined()
    expect(vocabulary.slot('constructor')).toBeUndefined()
    expect(() => vocabulary.parameter(99)).toThrow('This is a bug: a slot belongs to a parameter')
  })

  it.each([
    ['performance_density', ['tpp', 'applicable_die_area_mm2']],
    ['mrf_nm', ['wavelength_nm', 'na_max']],
    ['top_tpp', ['ops']],
    ['tpp', ['tpp']],
    ['stranger', ['stranger']],
  ])('knows what %s is made of', (id, inputs) => {
    expect(createVocabulary(PARAMETERS, KINDS).inputsOf(id)).toEqual(inputs)
  })

  it('names an input once, and no function as one', () => {
    const number = { type: 'number', definition: '' } as const
    const vocabulary = createVocabulary(
      [
        { ...number, id: 'x' },
        { ...number, id: 'y', formula: 'x * log2(x) + 1e5' },
      ],
      new Map(),
    )
    expect(vocabulary.inputsOf('y')).toEqual(['x'])
  })
})

describe('a kind within another', () => {
  it.each([
    ['sme.dep', 'sme.dep', true],
    ['sme.dep.cvd', 'sme.dep', true],
    ['sme.dep.cvd', 'sme', true],
    ['sme.depot', 'sme.dep', false],
    ['sme', 'sme.dep', false],
    ['ic', 'sme', false],
  ])('%s in %s: %s', (kind, ancestor, within) => {
    expect(isKindWithin(kind, ancestor)).toBe(within)
  })
})
