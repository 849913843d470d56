import { describe, expect, it } from 'vitest'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { createGroupTable } from './groups.ts'
import type { Place } from './model.ts'
import type { Group, GroupFacts } from './tables-model.ts'

const source = { cite: '15 CFR 740 Supp. 1', mark: 'text' } as const
const places = new Map(
  ['AE', 'CN', 'FR', 'FR-OT', 'HK', 'NL', 'UA', 'UA-43', 'UA-09'].map((code): [string, Place] => [
    code,
    { code, name: code, aliases: [] },
  ]),
)

function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

function group(name: string, members: readonly string[], more: Partial<Group> = {}): Group {
  return { name, jurisdiction: 'US', effective: {}, members, without: [], ...source, ...more }
}

function table(facts: Partial<GroupFacts>) {
  return createGroupTable({ groups: [], moves: [], held: [], treated: [], ...facts }, places)
}

const covered = { coveredFrom: day('2026-06-01') }

describe('a group', () => {
  const groups = table({ groups: [group('D:5', ['CN'], covered)] })

  it('has its members from the day it is covered', () => {
    expect(groups.membership('D:5', 'CN', day('2026-06-01'))).toBe('true')
    expect(groups.membership('D:5', 'NL', day('2026-06-01'))).toBe('false')
  })

  it('is unknown before that day, for members and others', () => {
    expect(groups.membership('D:5', 'CN', day('2026-05-31'))).toBe('unknown')
    expect(groups.membership('D:5', 'NL', day('2026-05-31'))).toBe('unknown')
  })

  it('without such a day is known for every day', () => {
    const always = table({ groups: [group('EU', ['NL'])] })
    expect(always.membership('EU', 'NL', day('1999-01-01'))).toBe('true')
    expect(always.membership('EU', 'CN', day('1999-01-01'))).toBe('false')
  })

  it('that nobody defined is unknown, and so is a country that is on no map', () => {
    expect(groups.membership('D:9', 'CN', day('2026-06-01'))).toBe('unknown')
    expect(groups.membership('D:5', 'XX', day('2026-06-01'))).toBe('unknown')
  })

  it('has nobody on days on which it does not exist', () => {
    const effective = { from: day('2024-12-02'), to: day('2026-12-31') }
    const dated = table({ groups: [group('742 Supp. 4', ['NL'], { ...covered, effective })] })
    expect(dated.membership('742 Supp. 4', 'NL', day('2024-12-01'))).toBe('false')
    expect(dated.membership('742 Supp. 4', 'NL', day('2024-12-02'))).toBe('unknown')
    expect(dated.membership('742 Supp. 4', 'NL', day('2026-12-31'))).toBe('true')
    expect(dated.membership('742 Supp. 4', 'NL', day('2027-01-01'))).toBe('false')
  })
})

describe('a country code as a group', () => {
  const groups = table({})

  it('holds itself, and not what is elsewhere', () => {
    expect(groups.membership('CN', 'CN', day('2020-01-01'))).toBe('true')
    expect(groups.membership('CN', 'HK', day('2020-01-01'))).toBe('false')
    expect(groups.membership('UA-43', 'UA-43', day('2020-01-01'))).toBe('true')
  })

  it('may hold its regions, while a region does not hold the country', () => {
    expect(groups.membership('UA', 'UA-43', day('2020-01-01'))).toBe('unknown')
    expect(groups.membership('UA-43', 'UA', day('2020-01-01'))).toBe('false')
    expect(groups.membership('UA-43', 'UA-09', day('2020-01-01'))).toBe('false')
    expect(groups.membership('FR', 'UA-43', day('2020-01-01'))).toBe('false')
  })
})

describe('worldwide', () => {
  it('is built in and holds every country on every day', () => {
    const groups = table({ groups: [group('D:5', [])] })
    expect(groups.names).toEqual(['D:5', 'worldwide'])
    expect(groups.membership('worldwide', 'NL', day('1950-01-01'))).toBe('true')
    expect(groups.membership('worldwide', 'XX', day('1950-01-01'))).toBe('true')
  })
})

describe('moves', () => {
  const move = (from?: string, to?: string, country = 'AE') => ({
    country,
    group: 'A:5',
    effective: {
      ...(from === undefined ? {} : { from: day(from) }),
      ...(to === undefined ? {} : { to: day(to) }),
    },
    ...source,
  })

  it('say for every day whether their country was in, before the table is covered too', () => {
    const groups = table({
      groups: [group('A:5', ['AE', 'NL'], covered)],
      moves: [move('2026-07-10'), move('2018-08-03', undefined, 'NL')],
    })
    expect(groups.membership('A:5', 'AE', day('2026-07-10'))).toBe('true')
    expect(groups.membership('A:5', 'AE', day('2026-07-09'))).toBe('false')
    expect(groups.membership('A:5', 'AE', day('2020-01-01'))).toBe('false')
    expect(groups.membership('A:5', 'NL', day('2020-01-01'))).toBe('true')
    expect(groups.membership('A:5', 'NL', day('2018-08-02'))).toBe('false')
    expect(groups.membership('A:5', 'FR', day('2020-01-01'))).toBe('unknown')
  })

  it('out of a group leave the days before them in', () => {
    const groups = table({ groups: [group('A:5', [])], moves: [move(undefined, '2019-05-31')] })
    expect(groups.membership('A:5', 'AE', day('2019-05-31'))).toBe('true')
    expect(groups.membership('A:5', 'AE', day('2019-06-01'))).toBe('false')
  })

  it('there and back leave the days between out', () => {
    const groups = table({
      groups: [group('A:5', ['AE'])],
      moves: [move('2010-01-01', '2012-12-31'), move('2015-01-01')],
    })
    expect(groups.membership('A:5', 'AE', day('2012-12-31'))).toBe('true')
    expect(groups.membership('A:5', 'AE', day('2013-01-01'))).toBe('false')
    expect(groups.membership('A:5', 'AE', day('2015-01-01'))).toBe('true')
  })

  it('speak of their own group only', () => {
    const groups = table({
      groups: [group('A:5', ['AE']), group('A:6', ['AE'])],
      moves: [move('2026-07-10')],
    })
    expect(groups.membership('A:6', 'AE', day('2020-01-01'))).toBe('true')
  })
})

describe('held throughout', () => {
  const groups = table({
    groups: [group('D:5', ['CN'], covered), group('D:1', ['CN'], covered)],
    held: [{ country: 'CN', groups: ['D:5'], effective: { from: day('2017-01-15') }, ...source }],
  })

  it('makes a membership known before the table is', () => {
    expect(groups.membership('D:5', 'CN', day('2017-01-15'))).toBe('true')
  })

  it('says nothing of other days, groups and countries', () => {
    expect(groups.membership('D:5', 'CN', day('2017-01-14'))).toBe('unknown')
    expect(groups.membership('D:1', 'CN', day('2018-01-01'))).toBe('unknown')
    expect(groups.membership('D:5', 'HK', day('2018-01-01'))).toBe('unknown')
  })
})

describe('treated as another', () => {
  const treated = [
    {
      jurisdiction: 'US',
      country: 'HK',
      as: 'CN',
      effective: { from: day('2020-12-23') },
      ...source,
    },
  ]

  it('stands as that country does, its moves and held days included', () => {
    const groups = table({
      groups: [group('D:5', ['CN'], covered), group('A:1', ['NL'])],
      held: [{ country: 'CN', groups: ['D:5'], effective: { from: day('2017-01-15') }, ...source }],
      treated,
    })
    expect(groups.membership('D:5', 'HK', day('2026-06-01'))).toBe('true')
    expect(groups.membership('D:5', 'HK', day('2020-12-23'))).toBe('true')
    expect(groups.membership('A:1', 'HK', day('2026-06-01'))).toBe('false')
  })

  it('was on its own before, in rows that the table does not have', () => {
    const groups = table({ groups: [group('D:5', ['CN'])], treated })
    expect(groups.membership('D:5', 'HK', day('2020-12-22'))).toBe('unknown')
    const listed = table({ groups: [group('B', ['HK'])], treated })
    expect(listed.membership('B', 'HK', day('2020-12-22'))).toBe('true')
  })

  it('is so in the groups of that jurisdiction, not in others, nor as a country', () => {
    const groups = table({ groups: [group('EU set', ['CN'], { jurisdiction: 'EU' })], treated })
    expect(groups.membership('EU set', 'HK', day('2026-06-01'))).toBe('false')
    expect(groups.membership('CN', 'HK', day('2026-06-01'))).toBe('false')
  })
})

describe('a region', () => {
  it('is unknown in a group that has its country and does not speak of it', () => {
    const groups = table({ groups: [group('A:5', ['FR', 'UA'])] })
    expect(groups.membership('A:5', 'FR-OT', day('2026-06-01'))).toBe('unknown')
    expect(groups.membership('A:5', 'UA-43', day('2026-06-01'))).toBe('unknown')
  })

  it('is out of a group that does not have its country, unless it is named', () => {
    const groups = table({ groups: [group('E:2', ['CN']), group('embargoed', ['UA-43'])] })
    expect(groups.membership('E:2', 'UA-43', day('2026-06-01'))).toBe('false')
    expect(groups.membership('embargoed', 'UA-43', day('2026-06-01'))).toBe('true')
    expect(groups.membership('embargoed', 'UA-09', day('2026-06-01'))).toBe('false')
    expect(groups.membership('embargoed', 'UA', day('2026-06-01'))).toBe('false')
  })

  it('is out where the group says so', () => {
    const groups = table({ groups: [group('customs territory', ['FR'], { without: ['FR-OT'] })] })
    expect(groups.membership('customs territory', 'FR-OT', day('2026-06-01'))).toBe('false')
    expect(groups.membership('customs territory', 'FR', day('2026-06-01'))).toBe('true')
  })

  it('is in where it is treated as its country', () => {
    const groups = table({
      groups: [group('B', ['UA'])],
      treated: [{ jurisdiction: 'US', country: 'UA-43', as: 'UA', effective: {}, ...source }],
    })
    expect(groups.membership('B', 'UA-43', day('2026-06-01'))).toBe('true')
  })

  it('is what a row or a move of its own says, whatever it is treated as', () => {
    const treated = [
      { jurisdiction: 'US', country: 'UA-43', as: 'UA', effective: {}, ...source },
      { jurisdiction: 'US', country: 'UA-09', as: 'UA', effective: {}, ...source },
    ]
    const effective = { from: day('2014-12-19') }
    const groups = table({
      groups: [
        group('embargoed', ['UA-09']),
        group('moved', []),
        group('B', ['UA'], { without: ['UA-43'] }),
      ],
      moves: [{ country: 'UA-43', group: 'moved', effective, ...source }],
      treated,
    })
    expect(groups.membership('embargoed', 'UA-09', day('2026-06-01'))).toBe('true')
    expect(groups.membership('embargoed', 'UA-43', day('2026-06-01'))).toBe('false')
    expect(groups.membership('moved', 'UA-43', day('2014-12-18'))).toBe('false')
    expect(groups.membership('moved', 'UA-43', day('2014-12-19'))).toBe('true')
    expect(groups.membership('B', 'UA-43', day('2026-06-01'))).toBe('false')
    expect(groups.membership('B', 'UA-09', day('2026-06-01'))).toBe('true')
  })
})
