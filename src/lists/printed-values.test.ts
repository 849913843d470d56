import { describe, expect, it } from 'vitest'
import { countryCode, countryNamed, countryOfAddress } from './country-names.ts'
import { gatherIdentifiers, identifierKind, identifierValue } from './identifiers.ts'
import { identityOf } from './identity.ts'
import { birthDays, daysIn, printedDay } from './printed-day.ts'
import { usListNamed } from './us-list-names.ts'

describe('days as printed', () => {
  it.each([
    ['2022-04-07', '2022-04-07'],
    ['06/29/2056', '2056-06-29'],
    ['12/5/24', '2024-12-05'],
    ['3/25/96', '1996-03-25'],
    ['March 25, 1996', '1996-03-25'],
    ['28 Dec 1949', '1949-12-28'],
  ])('reads %s', (text, expected) => {
    expect(printedDay(text)).toBe(expected)
  })

  it.each(['', '2022-02-30', '13/13/2020', 'soon', '28 Dez 1949'])('does not read %j', (text) => {
    expect(printedDay(text)).toBeUndefined()
  })

  it('finds the days of a running citation in order', () => {
    expect(daysIn('85 FR 83769, 12/23/20. 75 FR 7359, 2/19/10.')).toEqual([
      '2010-02-19',
      '2020-12-23',
    ])
    expect(daysIn('85 FR 64017, October 9, 2020.')).toEqual(['2020-10-09'])
  })

  it('keeps a year of birth where there is no day', () => {
    expect(birthDays('circa 1958; Dec 1949; 03 May 1938; 1950 to 1951')).toEqual([
      '1958',
      '1949-12',
      '1938-05-03',
      '1950 to 1951',
    ])
  })
})

describe('countries as printed', () => {
  it.each([
    ["CHINA, PEOPLE'S REPUBLIC OF", 'CN'],
    ['TÜRKIYE', 'TR'],
    ['TURKEY', 'TR'],
    ['Korea, North', 'KP'],
    ['CRIMEA REGION OF UKRAINE', 'UA-43'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Cote d Ivoire', 'CI'],
  ])('knows %s', (name, code) => {
    expect(countryNamed(name)).toBe(code)
  })

  it('does not guess', () => {
    expect(countryNamed('Atlantis')).toBeUndefined()
    expect(countryCode('XX')).toBeUndefined()
  })

  it.each([
    ['Room 1, Tsuen Wan, New Territories, Hong Kong', 'HK'],
    ['46 Falaki St., Cairo, EG', 'EG'],
    ['SY', 'SY'],
    ['Ostrov 363 01, Czech Republic', 'CZ'],
    ['987 Silom Road, Bangkok, Thailand, 10500.', 'TH'],
    ['1 Road, Kuala Lumpur, Malaysia 50450', 'MY'],
    ['1 Road, Tehran, Iran (See alternate address under China)', 'IR'],
    ['somewhere', undefined],
  ])('finds the country at the end of %s', (address, code) => {
    expect(countryOfAddress(address)).toBe(code)
  })
})

describe('identifiers as printed', () => {
  it.each([
    ['Passport', 'passport'],
    ['Vessel Registration Identification', 'imo'],
    ['SWIFT/BIC', 'bic'],
    ['Tax ID No.', 'tax'],
    ['Unified Social Credit Code (USCC)', 'registration'],
    ['Gender', undefined],
    ['Additional Sanctions Information -', undefined],
  ])('takes %s for %s', (label, kind) => {
    expect(identifierKind(label)).toBe(kind)
  })

  it('reads IMO numbers without their letters', () => {
    expect(identifierValue('imo', 'IMO 8898831')).toBe('8898831')
  })

  it('keeps each number once and drops empty ones', () => {
    const found = [
      ['tax', '1'],
      ['tax', '1'],
      ['tax', '2'],
      ['imo', ''],
    ] as const
    expect(gatherIdentifiers(found)).toEqual({ tax: ['1', '2'] })
  })
})

describe('ids of rows without a number', () => {
  it('is blind to punctuation and counts equal rows', () => {
    const first = identityOf()
    const second = identityOf()
    expect(first('CHINA', 'Halcyon Co., Ltd.')).toBe(second('china', 'Halcyon  Co Ltd'))
    expect(first('CHINA', 'Halcyon Co., Ltd.')).toMatch(/^[0-9a-f]{16}-2$/)
  })
})

describe('lists of the Consolidated Screening List', () => {
  it.each([
    ['Entity List (EL) - Bureau of Industry and Security', 'us-entity-list'],
    ['Capta List (CAP) - Treasury Department', 'us-cap'],
    ['Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department', 'us-mbs'],
    ['Military End User (MEU) List - Bureau of Industry and Security', 'us-meu'],
    ['ITAR Debarred (DTC) - State Department', 'us-dtc'],
  ])('knows %s', (source, list) => {
    expect(usListNamed(source)).toEqual({ list, known: true })
  })

  it('keeps a list it does not know under its name', () => {
    expect(usListNamed('Brand New List (BNL2024X) - Some Department')).toEqual({
      list: 'us-brand-new-list-bnl2024x',
      known: false,
    })
  })
})
