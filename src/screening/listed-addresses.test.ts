import { describe, expect, it } from 'vitest'
import { ListedAddresses } from './listed-addresses.ts'
import { listed } from './snapshots.fixture.ts'

const rows = [
  listed('Halcyon Lattice Institute', {
    addresses: ['No. 54 Deya Road, Changsha, China', '47 Yanwachi, Kaifu District, Changsha'],
  }),
  listed('Orchid Wafer', { addresses: ['Longgang District, Shenzhen 518129, China', 'Shenzhen'] }),
]
const at = (address?: string) =>
  new ListedAddresses(() => rows)
    .at({ name: 'New Firm', ...(address === undefined ? {} : { address }) })
    .map(({ party, address: printed }) => [party.name, printed])

describe('a listed party at the same address', () => {
  it.each([
    'No. 54 Deya Road, Kaifu District, Changsha',
    'Deya Rd. 54, Changsha',
    'Room 3, No. 54, Deya Road, Kaifu, Changsha City, Hunan, P.R. China',
  ])('is found by house, street and town: %s', (address) => {
    expect(at(address)).toEqual([
      ['Halcyon Lattice Institute', 'No. 54 Deya Road, Changsha, China'],
    ])
  })
  it.each([
    ['another house', 'No. 56 Deya Road, Changsha'],
    ['another street', '54 Garden Road, Changsha'],
    ['a street without a house', 'Deya Road, Changsha'],
    ['a house and a town', '54, Changsha'],
    ['a district and a postcode', 'Longgang District, Shenzhen 518129'],
    ['a town', 'Shenzhen'],
  ])('is not found by %s', (_what, address) => {
    expect(at(address)).toEqual([])
  })
  it('is not looked for without an address', () => {
    expect(at()).toEqual([])
  })
  it('costs nothing until somebody with an address is asked for', () => {
    const asked: string[] = []
    const addresses = new ListedAddresses(() => {
      asked.push('rows')
      return rows
    })
    addresses.at({ name: 'New Firm' })
    addresses.at({ name: 'New Firm', address: 'Changsha' })
    expect(asked).toEqual([])
    addresses.at({ name: 'New Firm', address: '54 Deya Road, Changsha' })
    addresses.at({ name: 'New Firm', address: '54 Deya Road, Changsha' })
    expect(asked).toEqual(['rows'])
  })
})
