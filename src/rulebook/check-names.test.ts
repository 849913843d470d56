import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

function problemsOf(changes: Parameters<typeof exampleFiles>[0]): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

const NETHERLANDS =
  'jurisdiction: NL\nname: Netherlands\nauthority: CDIU\nterritory: [NL]\nbinding: true\ncoverage: {setAside: s, notes: n, complete: {}, partly: {}, none: [], undecidable: []}\n'

describe('a restriction', () => {
  const restriction = (keys: string) => ({
    'us/authorisations.yaml': [
      'authorisations:\n',
      `restrictions:\n  - {id: 'US:r', title: t, ${keys}, cite: c 1, mark: text}\nauthorisations:\n`,
    ] as const,
  })

  it('names no authorisation of another jurisdiction, which it would bar in silence', () => {
    expect(
      problemsOf({
        ...restriction('only: [NL001], bars: {destination: [CN]}'),
        'nl/jurisdiction.yaml': NETHERLANDS,
        'nl/authorisations.yaml':
          'jurisdiction: NL\nauthorisations:\n  - {id: NL001, title: t, available: {never: true}, cite: c 1, mark: text}\n',
      }),
    ).toEqual([
      expect.stringMatching(
        /restrictions\[0\]\.only\[0\]: There is no authorisation "NL001" in the authorisations\.yaml files\. .*\[law\.unknown-authorisation\]$/,
      ),
    ])
  })

  it('is named by file and line where what it bars is wrong', () => {
    expect(problemsOf(restriction('only: [NAC], bars: {nowhere: true}'))).toEqual([
      expect.stringMatching(
        /^us\/authorisations\.yaml:3:\d+: restrictions\[0\]\.bars\.nowhere: "nowhere" is not in/,
      ),
    ])
  })
})

describe('what is known of an earlier text', () => {
  it('is held against the circumstances, at its place', () => {
    const earlier = '    coveredFrom: 2025-11-12\n'
    expect(
      problemsOf({
        'us/requirements.yaml': [
          earlier,
          `${earlier}    earlier: {atMost: {nowhere: true}, why: w, mark: text}\n`,
        ],
      }),
    ).toEqual([
      expect.stringMatching(
        /^us\/requirements\.yaml:\d+:\d+: rules\[1\]\.earlier\.atMost\.nowhere: "nowhere" is not in/,
      ),
    ])
  })
})

describe('ids that stand twice', () => {
  const twice = (changes: Parameters<typeof exampleFiles>[0]) =>
    problemsOf(changes).map((line) => /: (\S+): (.*) stands in the law files twice\./.exec(line))

  it.each<[string, Parameters<typeof exampleFiles>[0], string, string]>([
    [
      'of authorisations',
      {
        'us/authorisations.yaml': [
          'authorisations:\n',
          'authorisations:\n  - {id: NAC, title: t, available: {never: true}, cite: c 1, mark: text}\n',
        ],
      },
      'authorisations[1].id',
      'US NAC',
    ],
    [
      'of restrictions',
      {
        'us/authorisations.yaml': [
          'authorisations:\n',
          `restrictions:\n${"  - {id: 'US:r', title: t, only: [NAC], bars: {destination: [CN]}, cite: c 1, mark: text}\n".repeat(2)}authorisations:\n`,
        ],
      },
      'restrictions[1].id',
      'US:r',
    ],
    [
      'of red flags',
      {
        'us/red-flags.yaml': `flags:\n${'  - {id: far, title: t, raises: r, when: {destination: [CN]}, cite: c 1, mark: text}\n'.repeat(2)}`,
      },
      'flags[1].id',
      'far',
    ],
  ])('%s are refused at the second', (_what, changes, path, name) => {
    expect(twice(changes)).toEqual([expect.objectContaining({ 1: path, 2: name })])
  })

  it('do not hinder two pieces with ids of their own', () => {
    const line = (id: string) =>
      `  - {id: '${id}', title: t, only: [NAC], bars: {destination: [CN]}, cite: c 1, mark: text}\n`
    expect(
      problemsOf({
        'us/authorisations.yaml': [
          'authorisations:\n',
          `restrictions:\n${line('US:r')}${line('US:s')}authorisations:\n`,
        ],
      }),
    ).toEqual([])
  })
})

describe('a name that a group may not have', () => {
  it('is to be replaced by one of its own', () => {
    expect(
      problemsOf({
        'us/groups.yaml': ['  D:5: {', '  CN: {members: [], cite: c 1, mark: text}\n  D:5: {'],
      }),
    ).toEqual([expect.stringContaining('. Give the group a name of its own. [law.group-name')])
  })
})
