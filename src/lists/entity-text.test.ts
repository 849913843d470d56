import { describe, expect, it } from 'vitest'
import { BLOCK, partiesIn, takeName } from './entity-text.ts'

describe('partiesIn', () => {
  it('takes a name, its listed aliases and its addresses apart', () => {
    const text = `Halcyon Laboratory, a.k.a., the following two aliases:
—Hal Cyon Lab; and
—HCL.

 No. 2 Invented Street, Shenzhen, China; and Building 8, Made-up Road, Shenzhen, China. (See alternate address under Singapore).`
    expect(partiesIn(text)).toEqual([
      {
        name: 'Halcyon Laboratory',
        aliases: ['Hal Cyon Lab', 'HCL'],
        addresses: [
          'No. 2 Invented Street, Shenzhen, China',
          'Building 8, Made-up Road, Shenzhen, China',
        ],
      },
    ])
  })

  it('keeps a legal form behind a comma with the name', () => {
    expect(partiesIn('Halcyon Etch Co., Ltd., Room 5, Shanghai, China.')[0]).toEqual({
      name: 'Halcyon Etch Co., Ltd.',
      aliases: [],
      addresses: ['Room 5, Shanghai, China'],
    })
  })

  it('keeps an institute behind a comma with the academy it belongs to, and not with a person', () => {
    const academy = 'Invented Academy of Sciences, Institute of Lattices, 1 Road, Beijing, China'
    expect(partiesIn(academy)[0]?.name).toBe('Invented Academy of Sciences, Institute of Lattices')
    const person = 'Orsolya Tavarin, Invented Research Institute, Box 1, Tehran, Iran'
    expect(partiesIn(person)[0]?.name).toBe('Orsolya Tavarin')
  })

  it('reads aliases inside the line', () => {
    const party = partiesIn('Halcyon Tek, a.k.a. Nouvelle Maille, 1305 Rue Inventée, Canada')[0]
    expect(party?.aliases).toEqual(['Nouvelle Maille'])
    expect(party?.addresses).toEqual(['1305 Rue Inventée, Canada'])
  })

  it('reads aliases in brackets', () => {
    const party = partiesIn(
      'Tavarin Orsolya (a.k.a., Orsola T, Orsi T and O. Tavarin), 17 Road, Iran',
    )[0]
    expect(party?.name).toBe('Tavarin Orsolya')
    expect(party?.aliases).toEqual(['Orsola T', 'Orsi T', 'O. Tavarin'])
  })

  it('reads an alias on the line of its announcement', () => {
    const party = partiesIn(
      'Halcyon Parts, a.k.a., the following alias:—TTSN\nNo. 22 Road, Iran',
    )[0]
    expect(party).toMatchObject({ name: 'Halcyon Parts', aliases: ['TTSN'] })
  })

  it('goes on with aliases that lost their dash', () => {
    const party = partiesIn(
      'H Marine Co., Ltd., a.k.a., the following aliases:\n—H Marine;\nHMN; and\nHM Tech.\nBuilding R4, Dongguan',
    )[0]
    expect(party?.aliases).toEqual(['H Marine', 'HMN', 'HM Tech.'])
  })

  it('makes a party of each subordinate institution set apart', () => {
    const text = `Second Academy, a.k.a., the following one alias:\n—2A.\n${BLOCK}\n201 Institute, a.k.a., the following one alias:\n—Center 201.\n${BLOCK}\n202 Factory.`
    expect(partiesIn(text).map(({ name }) => name)).toEqual([
      'Second Academy',
      '201 Institute',
      '202 Factory',
    ])
  })

  it('names no one for reserved rows and headings', () => {
    expect(partiesIn('[Reserved]')).toEqual([])
    expect(partiesIn(`${BLOCK}`)).toEqual([])
    expect(partiesIn('The following eight subordinate institutions of Some Company:')).toEqual([])
    expect(partiesIn('')).toEqual([])
  })

  it('keeps a listed address as the name the publisher gives it', () => {
    expect(partiesIn('Address 01,\nUnit D, 16/F One Place, Wan Chai, Hong Kong.')).toEqual([
      {
        name: 'Address 01',
        aliases: [],
        addresses: ['Unit D, 16/F One Place, Wan Chai, Hong Kong'],
      },
    ])
  })
})

describe('takeName', () => {
  it('stops before an address that stands on the legal form without a comma', () => {
    expect(takeName('Halcyon Ander Co., Ltd. No. C22, Yu Road')).toEqual({
      name: 'Halcyon Ander Co., Ltd.',
      rest: 'No. C22, Yu Road',
    })
  })

  it('takes an abbreviation in brackets behind the legal form', () => {
    expect(takeName('Halcyon Electronics Co., Ltd. (HEC), 5 Road').name).toBe(
      'Halcyon Electronics Co., Ltd. (HEC)',
    )
  })
})
