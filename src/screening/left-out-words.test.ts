import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { isPatronymic } from './patronymics.ts'

const person = (name: string) => ({ name, schema: 'Person' })
const match = (asked: string, listed: string) => compareParties(person(asked), person(listed)).match

describe('words that most people leave out', () => {
  it.each(['ivanovich', 'anatoliyovych', 'petrovna', 'mykolaivna', 'aleksandrovitch', 'oglu'])(
    'hold %s for a father',
    (text) => {
      expect(isPatronymic(text)).toBe(true)
    },
  )

  it.each(['petrovic', 'ivanova', 'vladivostok', 'milosevic'])('hold %s for no father', (text) => {
    expect(isPatronymic(text)).toBe(false)
  })

  it('may be a patronymic, across scripts and with another word mistyped', () => {
    expect(match('Tavarin Orest', 'Orest Zakharovich Tavarin')).toBe(true)
    expect(match('Orest Tavarin', 'Орест Захарович Таварин')).toBe(true)
  })

  it('may be a chain of fathers', () => {
    expect(match('Harun bin Zubayri', 'Hārūn bin Mustafa ibn Salih ibn Zubayri')).toBe(true)
  })

  it('may be a family name filled in twice', () => {
    expect(match('Tavarin Tavarin Orest', 'Orest Tavarin')).toBe(true)
  })

  it('do not make sons of two fathers one, nor sisters of two mothers', () => {
    expect(match('Orest Zakharovich Tavarin', 'Orest Mikhailovich Tavarin')).toBe(false)
    expect(match('FELIZARO FELIZARO, Victor', 'FELIZARO QUIMBELA, Anselmo')).toBe(false)
  })

  it('may be that a firm is a group or a holding', () => {
    const firm = (name: string) => ({ name, schema: 'Organization' })
    const isFound = (asked: string, listed: string) =>
      compareParties(firm(asked), firm(listed)).match
    expect(isFound('Halcyon Lattice', 'Halcyon Lattice Holdings Limited')).toBe(true)
    expect(isFound('Halcyon Lattice Group', 'Halcyon Lattice Holding Group')).toBe(true)
    expect(isFound('Halcyon Lattice Insurance', 'Halcyon Lattice Limited')).toBe(false)
  })
})
