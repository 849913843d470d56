import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import { changesBetween } from './changes.ts'
import { exampleRulebook } from './example-law.fixture.ts'

type Changes = Parameters<typeof exampleRulebook>[0]

/** `day what id change` of what changes in the example between two days. */
function changes(since: string, until: string, law: Changes = {}): readonly string[] {
  return changesBetween(exampleRulebook(law), since as LegalDate, until as LegalDate).map(
    ({ on, what, id, change }) => `${on} ${what} ${id} ${change}`,
  )
}

describe('the changes of a small law', () => {
  it('are each piece under the day on which it began, and groups under that of a move', () => {
    expect(changes('2000-01-01', '2030-01-01')).toEqual([
      '2017-01-15 group D:5 changed',
      '2020-12-23 group D:5 changed',
      '2023-11-17 entry US:3A090.a changed',
      '2023-11-17 rule US:742.6 added',
      '2023-11-17 authorisation US NAC added',
      '2025-05-13 rule US:742.6 changed',
      '2026-07-10 group A:5 changed',
    ])
  })

  it('leave the first day out and take the last in', () => {
    const rule = ['2025-05-13 rule US:742.6 changed']
    expect(changes('2025-05-12', '2025-05-13')).toEqual(rule)
    expect(changes('2025-05-13', '2025-05-14')).toEqual([])
    expect(changes('2025-05-11', '2025-05-12')).toEqual([])
  })

  it('hold the first day of a suspension and the day after its last', () => {
    const suspended = '    mark: text\n    suspended: [{from: 2024-01-01, to: 2024-01-31}]\n'
    expect(
      changes('2023-12-01', '2024-12-31', {
        'us/entries/3a.yaml': ['    mark: text\n', suspended],
      }),
    ).toEqual(['2024-01-01 entry US:3A090.a changed', '2024-02-01 entry US:3A090.a changed'])
    expect(
      changes('2023-12-01', '2024-12-31', {
        'us/requirements.yaml': ['    mark: text\n  - id', `${suspended}  - id`],
      }),
    ).toEqual(['2024-01-01 rule US:742.6 changed', '2024-02-01 rule US:742.6 changed'])
  })

  it('hold restrictions and red flags as they come and go', () => {
    const days = 'effective: {from: 2024-03-01, to: 2024-03-31}, cite: c 1, mark: text'
    expect(
      changes('2024-01-01', '2024-12-31', {
        'us/authorisations.yaml': [
          'authorisations:\n',
          `restrictions:\n  - {id: 'US:r', title: t, only: [NAC], bars: {destination: [CN]}, ${days}}\nauthorisations:\n`,
        ],
      }),
    ).toEqual(['2024-03-01 restriction US:r added', '2024-04-01 restriction US:r removed'])
    expect(
      changes('2024-01-01', '2024-12-31', {
        'red-flags.yaml': `flags:\n  - {id: far, title: t, raises: r, when: {destination: [CN]}, ${days}}\n`,
      }),
    ).toEqual(['2024-03-01 red-flag far added', '2024-04-01 red-flag far removed'])
  })

  it('hold a group that ends, and a treatment that ends', () => {
    expect(
      changes('2027-01-01', '2030-01-01', {
        'us/groups.yaml': ['D:5: {', 'D:5: {effective: {to: 2028-06-30}, '],
      }),
    ).toEqual(['2028-07-01 group D:5 changed'])
    expect(
      changes('2027-01-01', '2030-01-01', {
        'us/groups.yaml': ['as: CN, from: 2020-12-23', 'as: CN, from: 2020-12-23, to: 2028-06-30'],
      }),
    ).toEqual([
      '2028-07-01 group A:5 changed',
      '2028-07-01 group D:5 changed',
      '2028-07-01 group chart:NS2 changed',
    ])
  })
})
