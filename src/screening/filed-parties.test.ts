import { describe, expect, it } from 'vitest'
import { FiledParties } from './filed-parties.ts'
import type { ListedParty, PartyQuery } from './model.ts'
import { createScreener } from './screener.ts'
import { day, listed, snapshot, TEST_POLICY } from './snapshots.fixture.ts'

function screened(parties: readonly PartyQuery[], rows: readonly ListedParty[]): readonly number[] {
  const screener = createScreener([snapshot(rows)], {
    asOf: day('2026-06-03'),
    policy: TEST_POLICY,
  })
  return parties.flatMap((party, at) => (screener.screen(party).hits.length > 0 ? [at] : []))
}

const near = (parties: readonly PartyQuery[], rows: readonly ListedParty[]): readonly number[] =>
  [...new FiledParties(parties).near(rows)].toSorted((a, b) => a - b)

const ROWS = [
  listed('Vladimir Vladimirovich Kuznetsov', { schema: 'Person', birthDates: ['1961-04-02'] }),
  listed('Halcyon Lattice Microelectronics Co., Ltd.', {
    schema: 'Organization',
    aliases: ['HLM', 'Хальцион Латтис'],
    countries: ['CN'],
  }),
  listed('Nimbus Quillmere Shipping 7', { schema: 'Organization', weakAliases: ['Quillmere'] }),
  listed('Zephyr Star', { schema: 'Vessel', identifiers: { imo: ['9074729'] } }),
  listed('北京海淀光电研究所', { schema: 'Organization', countries: ['CN'] }),
  listed('State Research Centre Halcyon Engine Orion Works', { schema: 'Organization' }),
  // A word (`Optical`) is like one of another (`Tactical`), though not clearly.
  listed('Tactical Lattice Corporation, Azov Optical and Mechanical Plant'),
  listed('Ali Hassan', { schema: 'Person', countries: ['SY'] }),
]

/** Every listed name as written, mistyped, turned round, joined, shortened, with and without what else is known. */
function variants(): readonly PartyQuery[] {
  return ROWS.flatMap(({ name, aliases, weakAliases }) => [name, ...aliases, ...weakAliases])
    .flatMap((name) => [
      name,
      name.slice(0, 3) + name.slice(4),
      name.split(' ').toReversed().join(' '),
      name.replace(' ', ''),
      name.split(' ').slice(1).join(' ') || name,
      `${name} Trading`,
      `${name} 12`,
      `Xi'an ${name}`,
      `Poznań ${name}`,
      `${name.slice(0, 1)} ${name.split(' ').at(-1) ?? ''}`,
      name.slice(0, Math.ceil(name.length / 2)),
      name.slice(0, 30).trim(),
      name.slice(0, 35).trim(),
      `${name.split(' ').slice(0, 3).join(' ')} Joint Stock`,
    ])
    .flatMap((name): readonly PartyQuery[] => [
      { name },
      { name, schema: 'Person', birthDate: '1961-04-02' },
      { name, birthDate: '1963-01-01' },
      { name, schema: 'Organization', country: 'CN' },
      { name: 'Ostrava Bolts', otherNames: [name], country: 'DE' },
    ])
}

describe('parties on file, searched by listed row', () => {
  it('gives every party that screening each of them finds something for', () => {
    const parties = variants()
    const hits = screened(parties, ROWS)
    const found = new Set(near(parties, ROWS))
    expect(hits.length).toBeGreaterThan(100)
    expect(hits.filter((at) => !found.has(at))).toEqual([])
  })

  it('gives a party with an initial, born in another year', () => {
    const rows = [listed('Mochammad Achwan', { schema: 'Person', birthDates: ['1948-05-04'] })]
    const parties = [{ name: 'M Achwan', birthDate: '1950-01-01' }]
    expect(screened(parties, rows)).toEqual([0])
    expect(near(parties, rows)).toEqual([0])
  })

  it('leaves out the parties that no row is like', () => {
    const others = ['Ostrava Bolts', 'Perlmutt Gear Works', 'Ingrid Solheim'].map((name) => ({
      name,
    }))
    expect(near([...others, { name: 'Halcyon Lattice Microelectronics' }], ROWS)).toEqual([3])
  })

  it('gives a party that shares a number and no name, however the number is printed', () => {
    const parties = [
      { name: 'Ostrava Bolts', identifiers: { imo: 'IMO 9074729' } },
      { name: 'Ostrava Nuts', identifiers: { imo: '9074731' } },
    ]
    expect(near(parties, ROWS)).toEqual([0])
    expect(screened(parties, ROWS)).toEqual([0])
  })

  it('gives a party at an address that is listed without a name', () => {
    const rows = [
      listed('Address 01', {
        addresses: ['Room 1605, 16F, 88 Queensway Road, Admiralty, Hong Kong'],
      }),
    ]
    const parties = [
      { name: 'Ostrava Bolts', address: '88 Queensway Road, Room 1605, 16F, Admiralty, Hong Kong' },
      { name: 'Ostrava Nuts', address: '89 Queensway Road, Admiralty, Hong Kong' },
      { name: 'Ostrava Screws' },
    ]
    expect(near(parties, rows)).toEqual([0])
    expect(screened(parties, rows)).toEqual([0])
  })

  it('gives a party at the address of a row of another name', () => {
    const rows = [listed('Zephyr Institute', { addresses: ['88 Queensway Road, Limassol'] })]
    const parties = [
      { name: 'Ostrava Bolts', address: 'Queensway Road 88, Limassol' },
      { name: 'Ostrava Nuts', address: '89 Queensway Road, Limassol' },
    ]
    expect(near(parties, rows)).toEqual([0])
  })
})
