import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

function problemsOf(changes: Parameters<typeof exampleFiles>[0]): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

const moved = (...moves: readonly string[]) =>
  problemsOf({
    'us/groups.yaml': [
      'moves:\n',
      `moves:\n${moves.map((days) => `  - {${days}, cite: c 1, mark: text}\n`).join('')}`,
    ],
  })

describe('moves of one country', () => {
  it('into one group say nothing of another', () => {
    expect(
      moved(
        'country: NL, group: A:5, to: 2020-01-01',
        'country: NL, group: D:5, from: 2021-01-01, to: 2027-01-01',
      ),
    ).toEqual([
      expect.stringContaining('moves[0]: The table has NL in A:5, and its moves have it out.'),
    ])
  })

  it('that end with it in want it in the table, whatever went before', () => {
    const found = 'The table does not have HK in A:5, and its moves have it in.'
    expect(
      moved('country: HK, group: A:5, to: 2010-01-01', 'country: HK, group: A:5, from: 2012-01-01'),
    ).toEqual([
      expect.stringContaining(`moves[0]: ${found}`),
      expect.stringContaining(`moves[1]: ${found}`),
    ])
  })
})

describe('the names of groups', () => {
  it('are told by the nearest where one is unknown', () => {
    expect(problemsOf({ 'us/groups.yaml': ['groups: [D:5]', 'groups: [D:6]'] })).toEqual([
      expect.stringContaining('Did you mean "D:5"? Correct the name, or add it there.'),
    ])
  })
})

describe('treatments', () => {
  it('of two jurisdictions make no chain', () => {
    expect(
      problemsOf({
        'eu/groups.yaml':
          'groups: {}\ntreated:\n  - {country: CN, as: NL, cite: c 1, mark: text}\n',
      }),
    ).toEqual([])
  })
})
