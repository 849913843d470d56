import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { parseLawCases } from './law-cases.ts'

const CASE = `cases:
  - id: scanner-k025-boundary
    what: At the boundary the limb is met.
    asOf: 2025-12-01
    knownAt: 2025-12-02
    item: {kind: sme.litho.scanner, characteristics: {dco_nm: 1.5}}
    transaction: {kind: export}
    expect:
      entries: {US: [3B001.f.1.b], EU: []}
      undecided: {US: [3A001.a.1]}
      licence: {US: true, NL: unknown}
      asAdministered: {US: false}
      rules: {US: ['US:chart:NS2']}
      authorisations: {EU: [EU001]}
      missing: [dco_nm]
      contradiction: true
      verdict: licence-required
    source: 15 CFR 774 Supp. 1
`

function parse(...texts: readonly string[]) {
  return parseLawCases(texts.map((text, index) => ({ path: `us/cases/${index}.yaml`, text })))
}

function problemsOf(...texts: readonly string[]): readonly string[] {
  const result = parse(...texts)
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('a file of cases', () => {
  it('is read whole, each case with its file', () => {
    expect(parse(CASE)).toEqual({
      ok: true,
      value: [
        {
          id: 'scanner-k025-boundary',
          what: 'At the boundary the limb is met.',
          asOf: '2025-12-01',
          knownAt: '2025-12-02',
          item: { kind: 'sme.litho.scanner', characteristics: { dco_nm: 1.5 } },
          transaction: { kind: 'export' },
          expect: {
            entries: { US: ['3B001.f.1.b'], EU: [] },
            undecided: { US: ['3A001.a.1'] },
            licence: { US: true, NL: 'unknown' },
            asAdministered: { US: false },
            rules: { US: ['US:chart:NS2'] },
            authorisations: { EU: ['EU001'] },
            missing: ['dco_nm'],
            contradiction: true,
            verdict: 'licence-required',
          },
          source: '15 CFR 774 Supp. 1',
          file: 'us/cases/0.yaml',
        },
      ],
    })
  })

  it.each([
    [
      'asOf: 2025-12-01',
      'asOf: 2025-13-01',
      /0\.yaml:4:5: cases\[0\]\.asOf: "2025-13-01" is not a day/,
    ],
    ['verdict: licence-required', 'verdict: denied', /0\.yaml:17:7: cases\[0\]\.expect\.verdict: /],
    [
      'licence: {US: true, NL: unknown}',
      'licence: {US: maybe}',
      /0\.yaml:11:17: cases\[0\]\.expect\.licence\.US: Neither true, false nor unknown\./,
    ],
    [
      'entries: {US: [3B001.f.1.b], EU: []}',
      'entries: {us: []}',
      /0\.yaml:9:17: cases\[0\]\.expect\.entries\.us: /,
    ],
    [
      '      missing:',
      '      mising:',
      /0\.yaml:15:7: cases\[0\]\.expect\.mising: There is no key "mising" here\. Did you mean "missing"\?/,
    ],
    ['    source: 15 CFR 774 Supp. 1\n', '', /0\.yaml:2:5: cases\[0\]\.source: /],
  ] as const)('is refused with %s written %s', (from, to, problem) => {
    const found = problemsOf(CASE.replace(from, to))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(problem)
  })

  it('is refused where a case could not fail', () => {
    const nothing = CASE.replace(/expect:\n(?: {6}.*\n)+/, 'expect: {}\n')
    expect(problemsOf(nothing)).toEqual([
      'us/cases/0.yaml:8:5: cases[0].expect: Nothing is expected, so the case could not fail. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('is refused where a case has nothing to decide on', () => {
    const empty = CASE.replace(/ {4}item: .*\n {4}transaction: .*\n/, '')
    expect(problemsOf(empty)).toEqual([
      'us/cases/0.yaml:2:5: cases[0]: A case has an item, a transaction or both. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('does not name a case twice, in one file or in two', () => {
    expect(problemsOf(CASE, CASE)).toEqual([
      'us/cases/1.yaml:2:5: cases[0].id: Two cases are called "scanner-k025-boundary". Give one of them another id. [law.duplicate]',
    ])
  })

  it('reports what is wrong in every file at once', () => {
    const found = problemsOf('cases: [', 'case: []', CASE)
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'us/cases/0.yaml',
      'us/cases/1.yaml',
      'us/cases/1.yaml',
    ])
  })
})
