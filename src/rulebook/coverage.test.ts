import { describe, expect, it } from 'vitest'
import { type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import { coverageOf } from './coverage.ts'
import { coverageReport } from './coverage-report.ts'
import { exampleRulebook } from './example-law.fixture.ts'

function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

describe('coverage of a kind', () => {
  const rulebook = exampleRulebook({
    'us/jurisdiction.yaml': [
      'partly: {ic: 2023-11-17,',
      'partly: {ic: 2023-11-17, ic.processor: {from: 2020-01-01, to: 2023-11-16},',
    ],
  })
  const state = (kind: string, on: string) => coverageOf(rulebook, 'US', kind, day(on))

  it('is complete from its day, partly before it, none before that', () => {
    expect(state('ic.processor', '2023-11-17')).toBe('complete')
    expect(state('ic.processor', '2023-11-16')).toBe('partly')
    expect(state('ic.processor', '2019-12-31')).toBe('none')
  })

  it('ends where its interval ends', () => {
    expect(state('sme.litho', '2030-12-31')).toBe('partly')
    expect(state('sme.litho', '2031-01-01')).toBe('none')
  })

  it('is not handed down to other kinds', () => {
    expect(state('ic', '2024-01-01')).toBe('partly')
    expect(state('ic.processor.gpu', '2024-01-01')).toBe('none')
  })

  it('is none where it is said so, and where nobody encoded the jurisdiction', () => {
    expect(state('sme', '2024-01-01')).toBe('none')
    expect(coverageOf(rulebook, 'AU', 'ic.processor', day('2024-01-01'))).toBe('none')
  })
})

describe('the report on coverage', () => {
  const rulebook = exampleRulebook({
    'us/jurisdiction.yaml': ['undecidable: []', 'undecidable: [sme]'],
    'us/entries/3a.yaml': [
      '    mark: text\n',
      '    mark: text\n    suspended: [{from: 2024-01-01, to: 2024-01-31}]\n    incomplete: a limb was not read\n',
    ],
  })

  it('says of each kind its state and since when', () => {
    const [us] = coverageReport(rulebook, day('2024-06-01')).jurisdictions
    expect(us?.kinds).toEqual([
      { kind: 'ic', state: 'partly', since: '2023-11-17' },
      { kind: 'ic.processor', state: 'complete', since: '2023-11-17' },
      { kind: 'sme', state: 'none', undecidable: true },
      { kind: 'sme.litho', state: 'partly', since: '2019-01-01' },
    ])
  })

  it.each([
    ['2024-06-01', { inForce: 1, suspended: 0, notCovered: 0, notInForce: 1 }],
    ['2024-01-15', { inForce: 0, suspended: 1, notCovered: 0, notInForce: 1 }],
    ['2022-10-07', { inForce: 1, suspended: 0, notCovered: 0, notInForce: 1 }],
    ['2022-10-06', { inForce: 0, suspended: 0, notCovered: 1, notInForce: 1 }],
  ])('counts entries as they stand on %s', (on, counts) => {
    const [us] = coverageReport(rulebook, day(on)).jurisdictions
    expect(us?.entries).toEqual({
      ...counts,
      incomplete: 1,
      byMark: { text: 1, secondary: 1, derived: 0, unverified: 0 },
    })
  })

  it('names the edition, the tables with their days, and what is set aside', () => {
    const report = coverageReport(rulebook, day('2024-06-01'))
    expect(report).toMatchObject({
      edition: rulebook.edition,
      digest: rulebook.digest,
      day: '2024-06-01',
      eccnReasons: { covered: 1, notCovered: 1 },
      tables: ['lists', 'us/de-minimis'],
      jurisdictions: [
        {
          jurisdiction: 'US',
          name: 'United States',
          binding: true,
          rules: 2,
          authorisations: 1,
          groups: [
            { name: 'A:5', coveredFrom: '2026-06-01' },
            { name: 'D:5', coveredFrom: '2026-06-01' },
            { name: 'chart:NS2', coveredFrom: '2025-11-12' },
          ],
          setAside: 'Items of military design.',
          notes: 'An example.',
        },
      ],
    })
  })
})

describe('the report on coverage of two jurisdictions', () => {
  const flag = (id: string) =>
    `flags:\n  - {id: ${id}, title: t, raises: r, when: {destination: [CN]}, cite: c 1, mark: text}\n`
  const entry =
    '  - {code: 3B001.l, family: f, title: t, criteria: {kind: [sme]}, cite: c 1, mark: derived}\n'
  const rulebook = exampleRulebook({
    'nl/jurisdiction.yaml':
      'jurisdiction: NL\nname: Netherlands\nauthority: CDIU\nterritory: [NL]\nbinding: false\ncoverage: {setAside: Nothing., notes: n, complete: {}, partly: {ic: {to: 2025-01-01}}, none: [ic.processor, sme, sme.litho], undecidable: [sme]}\n',
    'nl/groups.yaml': 'groups:\n  near: {members: [FR], cite: c 1, mark: text}\n',
    'nl/entries/3b.yaml': `list: l\njurisdiction: NL\nentries:\n${entry}${entry.replace('001.l', '001.m').replace('derived', 'unverified')}`,
    'nl/red-flags.yaml': flag('own'),
    'us/red-flags.yaml': flag('theirs'),
    'red-flags.yaml': flag('all'),
  })
  const reported = () => coverageReport(rulebook, day('2024-06-01'))

  it('counts for each what is its own', () => {
    const report = reported()
    expect(report.sharedRedFlags).toBe(1)
    expect(report.jurisdictions).toMatchObject([
      {
        jurisdiction: 'NL',
        binding: false,
        entries: {
          inForce: 2,
          incomplete: 0,
          byMark: { text: 0, secondary: 0, derived: 1, unverified: 1 },
        },
        rules: 0,
        authorisations: 0,
        redFlags: 1,
        setAside: 'Nothing.',
      },
      {
        jurisdiction: 'US',
        binding: true,
        entries: { inForce: 1, incomplete: 0 },
        rules: 2,
        authorisations: 1,
        redFlags: 1,
      },
    ])
    expect(report.jurisdictions.map(({ groups }) => groups.map(({ name }) => name))).toEqual([
      ['near'],
      ['A:5', 'D:5', 'chart:NS2'],
    ])
  })

  it('names no first day where none is known', () => {
    const [netherlands] = reported().jurisdictions
    expect(netherlands?.groups).toEqual([{ name: 'near' }])
    expect(netherlands?.kinds).toEqual([
      { kind: 'ic', state: 'partly' },
      { kind: 'ic.processor', state: 'none' },
      { kind: 'sme', state: 'none', undecidable: true },
      { kind: 'sme.litho', state: 'none' },
    ])
  })
})
