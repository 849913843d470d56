import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLawFolder } from '../../rulebook/index.ts'
import { Lexicon } from './lexicon.ts'
import { crossCheckTables } from './tables.ts'

describe('places that a text names', () => {
  const rulebook = loadLawFolder(join(import.meta.dirname, '../../../law'))
  const tables = crossCheckTables(rulebook)
  if (tables === undefined) throw new Error('The law holds no tables to compare with')
  const lexicon = new Lexicon(tables, rulebook)
  const named = (text: string): readonly string[] =>
    lexicon.placesNamedIn(text).map(({ country, word }) => `${country} ${word}`)
  const addressed = (text: string): readonly string[] =>
    lexicon.placesOfAddress(text).map(({ country, word }) => `${country} ${word}`)

  it('are regions where law names them apart, by their towns', () => {
    expect(named('piling for the quay at Kerch')).toEqual(['UA-43 kerch'])
    expect(named('the works in Mariupol, by way of Rostov-on-Don').toSorted()).toEqual([
      'RU rostov on don',
      'UA-14 mariupol',
    ])
    expect(named('the hospital in Kramatorsk, Ukraine')).toEqual(['UA ukraine'])
  })

  it('are found in scripts that write without spaces, and in others by the whole word', () => {
    expect(named('貨物送往平壤辦公室')).toEqual(['KP 平壤'])
    expect(named('Доставка: Донецк, склад 4')).toEqual(['UA-14 донецк'])
    expect(named('Kerchner & Söhne')).toEqual([])
  })

  it('are what the longer name says, where one holds another', () => {
    expect(named('a mill near Moscow, Idaho')).toEqual(['US moscow idaho'])
    expect(named('from Moscow, Idaho, to Moscow').toSorted()).toEqual([
      'RU moscow',
      'US moscow idaho',
    ])
    expect(named('St. Petersburg, FL 33701')).toEqual(['US st petersburg fl'])
  })

  it('are bent as their language bends them', () => {
    expect(named('поставка в Челябинске, не в Алматы').toSorted()).toEqual([
      'KZ алматы',
      'RU челябинск',
    ])
    expect(named('завод в Крыму')).toEqual(['UA-43 крыму'])
    expect(named('从白俄罗斯')).toEqual(['BY 白俄罗斯'])
  })

  it('are where a telephone number and a domain of ones own lead', () => {
    const phone = (number: string): string | undefined => lexicon.countryOfPhone(number)
    expect(phone('+7 (495) 123 45 67')).toBe('RU')
    expect(phone('007 727 250 1234')).toBe('KZ')
    expect(phone('+7 365 222-33-44')).toBe('UA-43')
    expect(phone('+98 21 5512 3341')).toBe('IR')
    expect(phone('+968 2455 3341')).toBeUndefined()
    expect(phone('98 21 5512 3341')).toBeUndefined()
    const email = (address: string): string | undefined => lexicon.countryOfEmail(address)
    expect(email('zakupki@morava-alat.RU')).toBe('RU')
    expect(email('ivan@mail.ru')).toBeUndefined()
    expect(email('office@morava-alat.rs')).toBeUndefined()
  })

  it('stand by themselves in an address', () => {
    expect(addressed('Heroiv Street 4, 99011 Sevastopol')).toEqual(['UA-43 sevastopol'])
    expect(addressed('ul. Lenina 1; Simferopol; Russia').toSorted()).toEqual([
      'RU russia',
      'UA-43 simferopol',
    ])
    expect(addressed('152 Teheran-ro, Gangnam-gu, Seoul')).toEqual(['KR seoul'])
    expect(addressed('12 Main Street, Moscow, ID 83843')).toEqual([])
  })
})
