import { describe, expect, it } from 'vitest'
import type { ListedParty, Snapshot } from './model.ts'
import type { ListPolicy } from './policy.ts'
import { createScreener } from './screener.ts'
import { day, listed, snapshot, TEST_POLICY } from './snapshots.fixture.ts'

function screenerOf(snapshots: readonly Snapshot[], asOf = '2026-06-03', knownAt = asOf) {
  return createScreener(snapshots, { asOf: day(asOf), knownAt: day(knownAt), policy: TEST_POLICY })
}

const RULED = listed('Halcyon Lattice Corporation (HLC)', {
  aliases: ['Hai Kang Jing Ge'],
  countries: ['CN'],
  programmes: ['P1'],
  rule: {
    licenceRequirement: 'For all items subject to the EAR',
    reviewPolicy: 'Presumption of denial',
    footnotes: [4],
    citation: '88 FR 1',
  },
})

describe('a hit', () => {
  const screener = screenerOf([snapshot([RULED, listed('Zephyr Cascade')])])

  it.each([
    'Halcyon Lattice',
    'LATTICE, Halcyon',
    'Hálcyon Lattice Ltd',
    'haikang jingge',
    'HLC',
    'Halcyon Latice Corp',
  ])('is found for %s', (name) => {
    expect(screener.screen({ name }).hits.map(({ party }) => party.id)).toEqual([RULED.id])
  })

  it('says which name matched, how likely, from which snapshot, and what the row demands', () => {
    const [hit] = screener.screen({ name: 'Halcyon Lattice', country: 'CN' }).hits
    expect(hit).toMatchObject({
      party: RULED,
      snapshot: screener.lists[0]?.digest,
      matchedName: 'Halcyon Lattice Corporation (HLC)',
      probability: expect.any(Number),
      because: [
        '"Halcyon Lattice" against the listed "Halcyon Lattice Corporation (HLC)"',
        'Words that agree: halcyon, lattice',
        'For: the same country (CN)',
        'Listed on test-list (P1), 88 FR 1',
        'Licence required: For all items subject to the EAR',
        'Footnotes: 4',
        'Review policy: Presumption of denial',
      ],
    })
  })

  it('bears of its names that are equally like the one that stands first', () => {
    const misspelt = ['Halcyon Lattibe', 'Halcyon Lattime']
    for (const aliases of [misspelt, misspelt.toReversed()]) {
      const other = screenerOf([snapshot([listed('Marble Quarry', { aliases })])])
      const [hit] = other.screen({ name: 'Halcyon Lattide' }).hits
      expect(hit?.matchedName).toBe(aliases[0])
    }
  })

  it('stands among others that are equally likely by its list, its name and its id', () => {
    const twins = [
      listed('Zephyr Cascade', { id: '2' }),
      listed('Zephyr Cascade', { id: '1' }),
      listed('Zephyr Cascade', { id: '3', list: 'a-list' }),
      listed('Zephyr Cascade Ltd', { id: '0', aliases: ['Zephyr Cascade'] }),
    ]
    for (const parties of [twins, twins.toReversed()]) {
      const { hits } = screenerOf([snapshot(parties)]).screen({ name: 'Zephyr Cascade' })
      expect(
        new Set(hits.map(({ probability, nameScore }) => `${probability} ${nameScore}`)).size,
      ).toBe(1)
      expect(hits.map(({ party }) => party.id)).toEqual(['3', '1', '2', '0'])
    }
  })

  it('is found by another name of the query, and by a number alone', () => {
    const vessel = listed('Selene Dawn', { schema: 'Vessel', identifiers: { imo: ['9999993'] } })
    const other = screenerOf([snapshot([vessel])])
    expect(other.screen({ name: 'Unrelated', otherNames: ['Dawn Selene'] }).hits).toHaveLength(1)
    const [byNumber] = other.screen({ name: 'Renamed Ship', identifiers: { imo: '9999993' } }).hits
    expect(byNumber?.because).toContain('For: the same imo 9999993')
    expect(other.screen({ name: 'Renamed Ship', identifiers: { imo: '9999990' } }).hits).toEqual([])
  })

  it('is found at a listed address, whatever the name', () => {
    const address = listed('Address 01', {
      addresses: ['Unit 99, 98/F Imaginary Tower, 97 Nowhere Road, Hong Kong'],
    })
    const screened = screenerOf([snapshot([address])])
    const query = {
      name: 'New Company',
      address: '98/F Imaginary Tower, 97 Nowhere Road, Hong Kong',
    }
    expect(screened.screen(query).hits[0]).toMatchObject({
      matchedName: 'Address 01',
      nameScore: 0,
    })
    expect(screened.screen({ ...query, address: '1 Nowhere Road, Hong Kong' }).state).toBe('clear')
    expect(screened.screen({ name: 'New Company' }).state).toBe('clear')
  })

  it('has neighbours of other names, on the lists that the policy watches', () => {
    const row = listed('Zephyr Institute', { addresses: ['97 Nowhere Road, Limassol'] })
    const query = { name: 'New Company', address: '97 Nowhere Rd, Limassol' }
    const lists = [{ ...TEST_POLICY.lists[0], id: 'test-list', addresses: true }]
    const options = { asOf: day('2026-06-01'), policy: { ...TEST_POLICY, lists } as ListPolicy }
    const watched = createScreener([snapshot([row])], options)
    const { hits, neighbours = [] } = watched.screen(query)
    expect(hits).toEqual([])
    expect(neighbours.map(({ party, address }) => [party.name, address])).toEqual([
      ['Zephyr Institute', '97 Nowhere Road, Limassol'],
    ])
    expect(watched.screen({ ...query, name: 'Zephyr Institute' }).neighbours).toBeUndefined()
    expect(screenerOf([snapshot([row])]).screen(query).neighbours).toBeUndefined()
  })

  it('is told from a namesake born years apart', () => {
    const person = listed('TAVARIN, Orsolya', { schema: 'Person', birthDates: ['1971-04-30'] })
    const screened = screenerOf([snapshot([person])])
    expect(screened.screen({ name: 'Orsolya Tavarin', birthDate: '1971-04-30' }).hits).toHaveLength(
      1,
    )
    expect(screened.screen({ name: 'Orsolya Tavarin', birthDate: '2001-04-30' }).hits).toEqual([])
  })

  it.each(['CORP', 'Corporation', 'Trading', 'International', 'Ltd.', '', '!!!'])(
    'is not found for %j',
    (name) => {
      const parties = ['Halcyon Trading Corp', 'Zephyr International Ltd', 'Corp'].map((text) =>
        listed(text),
      )
      expect(screenerOf([snapshot(parties)]).screen({ name }).hits).toEqual([])
    },
  )

  it('stands first where it is likelier', () => {
    const parties = [listed('Halcyon Lattice (Beijing)'), listed('Halcyon Lattice')]
    const { hits } = screenerOf([snapshot(parties)]).screen({ name: 'Halcyon Lattice' })
    expect(hits.map(({ party }) => party.id)).toEqual([
      'Halcyon Lattice',
      'Halcyon Lattice (Beijing)',
    ])
  })
})

describe('the state of a screening', () => {
  const clean = [listed('Halcyon Lattice')]

  it('is clear only when every required list is there and fresh', () => {
    expect(screenerOf([snapshot(clean)]).screen({ name: 'Nobody Here' })).toEqual({
      state: 'clear',
      hits: [],
      because: [],
    })
  })

  it('is not-screened without a list, and names it', () => {
    const { state, because } = screenerOf([]).screen({ name: 'Nobody Here' })
    expect(state).toBe('not-screened')
    expect(because).toEqual(['Test list (test-list): no copy published by then has been imported.'])
  })

  it('is stale when the copy is too old on the day of knowledge', () => {
    const { state, because } = screenerOf([snapshot(clean)], '2026-06-03', '2026-06-09').screen({
      name: 'Nobody Here',
    })
    expect(state).toBe('stale')
    expect(because[0]).toBe(
      'Test list (test-list): test-source 2026-06-01 is 8 days old on 2026-06-09, more than 7.',
    )
  })

  it('is a hit even when the list is stale, and says so', () => {
    const { state, because } = screenerOf([snapshot(clean)], '2026-06-03', '2026-07-01').screen({
      name: 'Halcyon Lattice',
    })
    expect(state).toBe('hit')
    expect(because).toHaveLength(1)
  })

  it('asks for the lists of the jurisdictions named', () => {
    const screener = screenerOf([snapshot(clean)])
    expect(screener.screen({ name: 'Nobody Here' }, ['US', 'EU']).state).toBe('not-screened')
    expect(screener.gaps(['EU']).map(({ list }) => list)).toEqual(['eu-list'])
    expect(screener.gaps()).toEqual([])
  })

  it('never calls a source fresh that the policy does not know', () => {
    const screener = screenerOf([snapshot(clean, { source: 'unknown-source' })])
    expect(screener.screen({ name: 'Nobody Here' }).state).toBe('stale')
    expect(screener.covers('test-list')).toBe('false')
  })

  it('mentions rows that could not be read', () => {
    const screener = screenerOf([snapshot(clean, { unread: 3 })])
    expect(screener.screen({ name: 'Nobody Here' }).because).toEqual([
      'test-source 2026-06-01 was imported without 3 rows that could not be read.',
    ])
  })

  it('covers the lists that are there and fresh', () => {
    const screener = screenerOf([snapshot(clean)])
    expect([screener.covers('test-list'), screener.covers('eu-list')]).toEqual(['true', 'false'])
  })
})

describe('several snapshots', () => {
  const inList = (name: string, source: string): ListedParty => listed(name, { source })

  it('take each list from the newest that holds it', () => {
    const old = snapshot([inList('Delisted Halcyon', 'first-source')], {
      source: 'first-source',
      published: '2026-05-30',
    })
    const young = snapshot([inList('Listed Zephyr', 'test-source')])
    const screener = screenerOf([old, young])
    expect(screener.screen({ name: 'Delisted Halcyon' }).state).toBe('clear')
    expect(screener.screen({ name: 'Listed Zephyr' }).state).toBe('hit')
    expect(screener.lists.map(({ snapshot: name }) => name)).toEqual(['test-source 2026-06-01'])
  })

  it('of one day take it from the source that the policy names first', () => {
    const first = snapshot([inList('Halcyon', 'first-source')], { source: 'first-source' })
    const second = snapshot([inList('Zephyr', 'test-source')])
    const screener = screenerOf([second, first])
    expect(screener.screen({ name: 'Halcyon' }).state).toBe('hit')
    expect(screener.screen({ name: 'Zephyr' }).state).toBe('clear')
  })

  it('use both where each holds a list of its own', () => {
    const one = snapshot([inList('Halcyon', 'first-source')], { source: 'first-source' })
    const other = snapshot([listed('Zephyr', { list: 'second-list' })], { lists: ['second-list'] })
    expect(screenerOf([one, other]).lists).toHaveLength(2)
  })
})

describe('days of a row', () => {
  const row = listed('Corvin Pell', { from: day('2020-01-01'), to: day('2026-06-30') })
  const stateOn = (asOf: string) =>
    screenerOf([snapshot([row], { published: '2019-01-01' })], asOf).screen({ name: 'Corvin Pell' })
      .hits.length

  it('decide whether it is in force, first and last day included', () => {
    expect(['2019-12-31', '2020-01-01', '2026-06-30', '2026-07-01'].map(stateOn)).toEqual([
      0, 1, 1, 0,
    ])
  })
})
