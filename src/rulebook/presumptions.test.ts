import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import { PRESUMED_ABSENT } from './criteria-model.ts'
import { CONTEXT, DAY, RADIATION, read, truthIn, VOCABULARY } from './engine.fixture.ts'
import { createFactReader } from './facts.ts'

describe('a presumption', () => {
  const slots = ['tid_Gy_Si', 'neutron_fluence'].map((id) => VOCABULARY.slot(id) ?? -1)
  const family = (
    stated: Readonly<Record<string, unknown>>,
    day: LegalDate = DAY,
  ): readonly unknown[] => {
    const { facts, presumed } = read(stated, day)
    const values = slots.map((slot) => facts.slots[slot])
    return [
      presumed.map((it) => it.id),
      ...values.map((value) => (typeof value === 'symbol' ? value.description : typeof value)),
    ]
  }

  it('reads a family of which nothing is stated as absent, and says so', () => {
    expect(family({})).toEqual([['radiation'], 'presumed absent', 'presumed absent'])
    expect(family({ tpp: 5 })).toEqual([['radiation'], 'presumed absent', 'presumed absent'])
    expect(truthIn({ tid_Gy_Si: '>= 5000' }, {})).toBe('false')
  })

  it.each([
    ['a value', '500 krad(Si)', 'object'],
    ['unknown', 'unknown', 'unknown'],
    ['none', 'none', 'none'],
    ['zero', 0, 'object'],
  ])('is lifted from the whole family by %s for one member', (_, stated, value) => {
    expect(family({ tid_Gy_Si: stated })).toEqual([[], value, 'undefined'])
    expect(truthIn({ neutron_fluence: '>= 1' }, { tid_Gy_Si: stated })).toBe('unknown')
  })

  it.each([
    ['2019-12-31', []],
    ['2020-01-01', ['radiation']],
    ['2026-12-31', ['radiation']],
    ['2027-01-01', []],
  ])('holds on its days: %s', (day, presumed) => {
    expect(family({}, day as LegalDate)[0]).toEqual(presumed)
  })

  it.each([
    [{ kind: 'sme.litho' }, ['radiation']],
    [{ kind: 'sme.dep.cvd' }, ['radiation']],
    [{ kind: 'sme' }, []],
    [{ kind: 'ic.processor' }, []],
    [{}, []],
  ])('that names kinds is read of these and of those below them: %j', (stated, presumed) => {
    const kinds = ['sme.litho', 'sme.dep']
    const reader = createFactReader(CONTEXT, [{ ...RADIATION, kinds }])
    expect(unwrap(reader(stated, DAY)).presumed.map(({ id }) => id)).toEqual(presumed)
  })

  it.each([
    [{ tpp: 2000 }, []],
    [{ tpp: 1999 }, ['radiation']],
    [{ tpp: 'unknown' }, ['radiation']],
    [{ tpp: 'none' }, ['radiation']],
    [{}, ['radiation']],
  ])('does not stand where what is stated makes it improbable: %j', (stated, presumed) => {
    const reader = createFactReader(CONTEXT, [{ ...RADIATION, unless: { tpp: '>= 2000' } }])
    const { presumed: found, facts } = unwrap(reader(stated, DAY))
    expect(found.map(({ id }) => id)).toEqual(presumed)
    const [slot = -1] = slots
    expect(facts.slots[slot]).toBe(presumed.length === 0 ? undefined : PRESUMED_ABSENT)
  })

  it('reads what makes another improbable before any of them is read as absent', () => {
    const second = { ...RADIATION, id: 'second', parameters: ['tpp'], unless: { tid_Gy_Si: '< 1' } }
    const third = { ...second, id: 'third', parameters: ['na_max'], unless: { mrf_nm: '< 1000' } }
    const reader = createFactReader(CONTEXT, [RADIATION, second, third])
    expect(unwrap(reader({}, DAY)).presumed).toEqual([RADIATION, second, third])
    const stated = { wavelength_nm: 193, mrf_nm: 38 }
    expect(unwrap(reader(stated, DAY)).presumed).toEqual([RADIATION, second])
  })

  it('is lifted by a derived value too', () => {
    const presumption = read({}).presumed[0]
    expect(presumption).toBeDefined()
    if (presumption === undefined) return
    const reader = createFactReader(CONTEXT, [{ ...presumption, parameters: ['mrf_nm'] }])
    const stated = { wavelength_nm: 193, na_max: 1.35 }
    expect(reader(stated, DAY)).toMatchObject({ value: { presumed: [] } })
    expect(reader({ wavelength_nm: 193 }, DAY)).toMatchObject({
      value: { presumed: [{ id: 'radiation' }] },
    })
  })
})

describe('a presumption that is taken back', () => {
  const readPresuming = createFactReader(CONTEXT, [RADIATION])
  const slot = VOCABULARY.slot('tid_Gy_Si') ?? -1

  it('leaves its parameters open, where without it they are read as absent', () => {
    const presumed = unwrap(readPresuming({}, DAY))
    expect(presumed.presumed).toEqual([RADIATION])
    expect(presumed.facts.slots[slot]).toBe(PRESUMED_ABSENT)
    const open = unwrap(readPresuming({}, DAY, [RADIATION]))
    expect(open.presumed).toEqual([])
    expect(open.facts.slots[slot]).toBeUndefined()
  })
})
