import { describe, expect, it } from 'vitest'
import { exampleRulebook } from './example-law.fixture.ts'

type Changes = Parameters<typeof exampleRulebook>[0]

/** The digest of the example with two more pieces, in the one order and in the other. */
function digests(
  path: string,
  before: string,
  first: string,
  second: string,
): readonly [string, string] {
  const [one, other] = [`${first}${second}`, `${second}${first}`].map((lines) => {
    const changes = { [path]: [before, `${before}${lines}`] } as Changes
    return exampleRulebook(changes).digest
  })
  return [one ?? '', other ?? '']
}

describe('an edition does not depend on the order in which a file has', () => {
  const sourced = 'cite: c 1, mark: text'
  it.each([
    [
      'characteristics',
      'characteristics.yaml',
      (id: string) => `  ${id}: {type: boolean, definition: d}\n`,
    ],
    [
      'circumstances',
      'circumstances.yaml',
      (id: string) => `  ${id}: {type: boolean, definition: d}\n`,
    ],
    [
      'presumptions',
      'presumptions.yaml',
      (id: string) =>
        `  - {id: ${id}, what: w, parameters: [gate_model], effective: {}, ${sourced}}\n`,
    ],
    [
      'rules',
      'us/requirements.yaml',
      (id: string) =>
        `  - {id: 'US:${id}', title: t, effect: prohibited, reach: general, requires: {never: true}, ${sourced}}\n`,
    ],
    [
      'authorisations',
      'us/authorisations.yaml',
      (id: string) => `  - {id: ${id}, title: t, available: {never: true}, ${sourced}}\n`,
    ],
  ])('%s', (key, path, line) => {
    const head = key === 'rules' ? 'rules:\n' : `${key}:\n`
    const [one, other] = digests(path, head, line('a'), line('b'))
    expect(one).toBe(other)
    expect(one).not.toBe(exampleRulebook().digest)
  })

  it('places', () => {
    const [one, other] = digests(
      'places.yaml',
      'places:\n',
      '  JP: {name: Japan}\n',
      '  BE: {name: Belgium}\n',
    )
    expect(one).toBe(other)
  })

  it.each([
    [
      'moves',
      (day: string) => `  - {country: HK, group: A:5, from: ${day}, to: ${day}, ${sourced}}\n`,
    ],
    [
      'held',
      (day: string) => `  - {country: NL, groups: [A:5], from: ${day}, to: ${day}, ${sourced}}\n`,
    ],
    [
      'treated',
      (day: string) => `  - {country: FR-OT, as: FR, from: ${day}, to: ${day}, ${sourced}}\n`,
    ],
  ])('%s of one country', (key, line) => {
    const [one, other] = digests(
      'us/groups.yaml',
      `${key}:\n`,
      line('2019-01-01'),
      line('2018-01-01'),
    )
    expect(one).toBe(other)
  })
})

describe('membership by the days of a file', () => {
  const membership = (key: string, lines: string, group: string, country: string, day: string) =>
    exampleRulebook({
      'us/groups.yaml': [`${key}:\n`, `${key}:\n${lines}`],
    }).groups.membership(group, country, day as never)

  it('is held on the days of each interval and on no other', () => {
    const held =
      '  - {country: FR, groups: [A:5], from: 2018-01-01, to: 2018-12-31, cite: c 1, mark: text}\n  - {country: FR, groups: [A:5], from: 2020-01-01, to: 2020-12-31, cite: c 1, mark: text}\n'
    const on = (day: string) => membership('held', held, 'A:5', 'FR', day)
    expect(['2018-06-01', '2019-06-01', '2020-12-31', '2021-01-01'].map(on)).toEqual([
      'true',
      'unknown',
      'true',
      'unknown',
    ])
  })

  it('ends with a treatment', () => {
    const treated =
      '  - {country: FR-OT, as: CN, from: 2027-01-01, to: 2027-12-31, cite: c 1, mark: text}\n'
    const on = (day: string) => membership('treated', treated, 'D:5', 'FR-OT', day)
    expect(['2027-01-01', '2027-12-31', '2028-01-01'].map(on)).toEqual(['true', 'true', 'unknown'])
  })
})
