import { describe, expect, it } from 'vitest'
import { isChecked, isUniqueNumber, plainNumber } from './identifiers.ts'

describe('isChecked', () => {
  it.each([
    ['imo', '9074729'],
    ['imo', 'IMO 9074729'],
    ['lei', '5493001KJTIIGC8Y1R12'],
    ['inn', '7707083893'],
    ['tax', '500100732259'],
    ['ogrn', '1027700132195'],
    ['registration', '304500116000157'],
  ])('confirms %s %s by its check digits', (kind, value) => {
    expect(isChecked(kind, value)).toBe(true)
  })

  it.each([
    ['imo', '9074728'],
    ['imo', '907472'],
    ['lei', '5493001KJTIIGC8Y1R13'],
    ['inn', '7707083894'],
    ['inn', '500100732250'],
    ['ogrn', '1027700132196'],
    ['passport', '9074729'],
    ['lei', ''],
  ])('does not confirm %s %j', (kind, value) => {
    expect(isChecked(kind, value)).toBe(false)
  })
})

describe('plainNumber', () => {
  it('leaves letters and figures', () => {
    expect(plainNumber(' ab-12/3 ')).toBe('AB123')
  })

  it('drops the word IMO before seven figures only', () => {
    expect(plainNumber('IMO 9074729')).toBe('9074729')
    expect(plainNumber('IMO 12')).toBe('IMO12')
  })
})

describe('isUniqueNumber', () => {
  it('knows of which numbers a party has one', () => {
    expect(['imo', 'lei', 'passport', 'mmsi'].map(isUniqueNumber)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
