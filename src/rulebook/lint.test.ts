import { describe, expect, it } from 'vitest'
import { exampleRulebook } from './example-law.fixture.ts'
import { lintRulebook } from './lint.ts'

type Changes = Parameters<typeof exampleRulebook>[0]

/** `severity code path: detail` of what the changed example has and the example has not. */
function lint(changes: Changes): readonly string[] {
  return lintRulebook(exampleRulebook(changes))
    .map((one) => `${one.severity} ${one.code} ${one.where?.path}: ${one.detail}`)
    .filter((line) => !EXAMPLE.includes(line))
}

const EXAMPLE: readonly string[] = [
  'warning lint.open-region US groups: FR is in A:5, and whether FR-OT is with it is not said.',
]

describe('lint of the example', () => {
  it('finds what is said here and nothing else', () => {
    const found = lintRulebook(exampleRulebook())
    expect(found).toEqual([
      {
        severity: 'warning',
        code: 'lint.open-region',
        where: { path: 'US groups' },
        detail: 'FR is in A:5, and whether FR-OT is with it is not said.',
        remedy: 'Treat FR-OT as FR in groups.yaml, or name it among members or without.',
      },
    ])
  })
})

describe('lint of texts', () => {
  it('keeps titles short', () => {
    const title = (length: number): Changes => ({
      'us/authorisations.yaml': ['Notified advanced computing', 'x'.repeat(length)],
    })
    expect(lint(title(160))).toEqual([])
    expect(lint(title(161))).toEqual([
      'error lint.long-title US:NAC: The title has 161 characters.',
    ])
  })

  it('asks for a place in the book that is cited', () => {
    expect(lint({ 'us/authorisations.yaml': ['15 CFR 740.8', 'Export regulations'] })).toEqual([
      'warning lint.vague-citation US:NAC: The citation "Export regulations" has no number.',
    ])
    expect(
      lint({ 'us/groups.yaml': ['cite: 15 CFR 740 Supp. 1', 'cite: the group table'] }),
    ).toEqual(['warning lint.vague-citation D:5: The citation "the group table" has no number.'])
    expect(lint({ 'presumptions.yaml': ['reading rule 1', 'reading rule'] })).toHaveLength(1)
  })

  it('says where two days say the same', () => {
    const both = [
      '{from: 2023-11-17}\n    textAsOf',
      '{from: 2023-11-17}\n    coveredFrom: 2024-01-01\n    textAsOf',
    ] as const
    expect(lint({ 'us/entries/3a.yaml': both })).toEqual([
      'warning lint.idle-covered-from US:3A090.a: coveredFrom says nothing beside effective.from.',
    ])
  })

  it('holds suspensions to the days of effect', () => {
    const suspended = (days: string): Changes => ({
      'us/entries/3a.yaml': ['    mark: text\n', `    mark: text\n    suspended: [${days}]\n`],
    })
    expect(lint(suspended('{from: 2023-11-17, to: 2024-01-01}'))).toEqual([])
    expect(lint(suspended('{from: 2024-01-01}'))).toEqual([])
    expect(lint(suspended('{from: 2023-11-16, to: 2023-11-17}'))).toEqual([])
    expect(lint(suspended('{from: 2022-01-01, to: 2022-12-31}'))).toEqual([
      'error lint.suspended-outside US:3A090.a: It is suspended 2022-01-01 to 2022-12-31, and in effect 2023-11-17 to open.',
    ])
  })

  it('holds the publication to the first day of effect, but for what was never written', () => {
    const published = (day: string): Changes => ({
      'us/entries/3a.yaml': ['    mark: text\n', `    mark: text\n    published: ${day}\n`],
    })
    expect(lint(published('2023-11-17'))).toEqual([])
    expect(lint(published('2023-11-18'))).toEqual([
      'error lint.published-late US:3A090.a: It is in effect from 2023-11-17 and published on 2023-11-18: on the days between no answer sees it.',
    ])
  })

  it('asks every table for its source, but for the list of lists', () => {
    expect(lint({ 'us/tables/de-minimis.yaml': 'levels: [{percent: 25}]' })).toEqual([
      'error lint.uncited-table us/de-minimis: The table nowhere says where it comes from or how well it was checked.',
    ])
    expect(lint({ 'us/tables/de-minimis.yaml': 'levels: {a: {b: [{cite: c}]}}' })).toEqual([])
  })
})

describe('lint of coverage', () => {
  const coverage = (from: string, to: string) => lint({ 'us/jurisdiction.yaml': [from, to] })

  it('wants every kind in a state', () => {
    expect(coverage('none: [sme]', 'none: []')).toEqual([
      'error lint.kind-without-state US coverage of sme: The kind has no state.',
    ])
  })

  it('wants no kind in two states on one day', () => {
    expect(coverage('none: [sme]', 'none: [sme, ic]')).toEqual([
      'error lint.kind-in-two-states US coverage of ic: The kind is covered and not covered.',
    ])
    expect(
      coverage('partly: {ic: 2023-11-17,', 'partly: {ic: 2023-11-17, ic.processor: 2020-01-01,'),
    ).toEqual([
      'error lint.kind-in-two-states US coverage of ic.processor: The kind is covered completely and partly on the same days.',
    ])
  })

  it('lets one state follow another', () => {
    const before = 'partly: {ic: 2023-11-17, ic.processor: {from: 2020-01-01, to: 2023-11-16},'
    expect(coverage('partly: {ic: 2023-11-17,', before)).toEqual([])
  })

  it('counts what is undecidable under none', () => {
    expect(coverage('undecidable: []', 'undecidable: [sme]')).toEqual([])
    expect(coverage('undecidable: []', 'undecidable: [ic]')).toEqual([
      'error lint.kind-in-two-states US coverage of ic: The kind is covered and not covered.',
    ])
    expect(
      lint({
        'us/jurisdiction.yaml': [
          'none: [sme]\n  undecidable: []',
          'none: []\n  undecidable: [sme]',
        ],
      }),
    ).toEqual(['error lint.kind-without-state US coverage of sme: The kind has no state.'])
  })

  it('finds entries that speak of what is not covered', () => {
    const speaks = (limb: string, undecidable = '[]'): Changes => ({
      'us/entries/3a.yaml': ['kind: [ic.processor]', limb],
      'us/jurisdiction.yaml': ['undecidable: []', `undecidable: ${undecidable}`],
    })
    expect(lint(speaks('kind: [ic, sme]'))).toEqual([
      'warning lint.entry-outside-coverage US:3A090.a: It speaks of sme, which the coverage of US has under none.',
    ])
    expect(lint(speaks('any: [{kind: sme}]'))).toHaveLength(1)
    expect(lint(speaks('kind: [sme]', '[sme]'))).toEqual([])
    expect(lint(speaks('not: {kind: [sme]}'))).toEqual([])
  })
})

describe('lint of references', () => {
  it('finds exceptions that are no authorisation of the jurisdiction', () => {
    expect(
      lint({ 'us/requirements.yaml': ['exceptions: [NAC]', 'exceptions: [NAC, GOV]'] }),
    ).toEqual([
      'warning lint.unknown-authorisation US:742.6: It names "GOV", which is no authorisation of US.',
    ])
  })

  it('finds related entries that nobody wrote', () => {
    const related = (ids: string): Changes => ({
      'us/entries/3a.yaml': ['    mark: secondary', `    mark: secondary\n    related: [${ids}]`],
    })
    expect(lint(related('US:3A090.a'))).toEqual([])
    expect(lint(related('EU:3A501.a'))).toEqual([
      'warning lint.unknown-entry US:3A090.a (before-2023-11-17): It names EU:3A501.a as related, which has no entry.',
    ])
  })

  it('finds codes on no list, in rules and authorisations', () => {
    const codes = (list: string) =>
      lint({ 'us/authorisations.yaml': ['entries: [3A090.a]', `entries: [${list}]`] })
    expect(codes("3A090, 3A090.a.1, '3A*', '*', 3A991.b, 3A001, EAR99")).toEqual([])
    expect(codes("3A091, 3A090.b, '5*'")).toEqual([
      'warning lint.unknown-code NAC: No entry of US lies at, under or above 3A091, 3A090.b, 5*.',
    ])
    expect(
      lint({ 'us/authorisations.yaml': ['entries: [3A090.a]', 'excludedEntries: [3A091]'] }),
    ).toHaveLength(1)
    expect(lint({ 'us/requirements.yaml': ['entries: [3A090.a]', 'entries: [3A091]'] })).toEqual([
      'warning lint.unknown-code US:742.6: No entry of US lies at, under or above 3A091.',
    ])
  })

  it('finds rules that never speak', () => {
    const rule = (lines: string): Changes => ({
      'us/requirements.yaml': [
        'rules:\n',
        `rules:\n  - {id: US:744.x, title: t, effect: prohibited, ${lines}, requires: {never: true}, cite: c 1, mark: text}\n`,
      ],
    })
    expect(lint(rule('reach: named'))).toEqual([
      'warning lint.silent-rule US:744.x: No entry names the rule and it names none, so it never speaks.',
    ])
    expect(lint(rule('reach: general'))).toEqual([])
    expect(lint(rule('reach: named, entries: [3A090]'))).toEqual([])
  })

  it('counts a column of the chart as naming its rule', () => {
    const entries = ["rule: 'US:chart:NS2'", "rule: 'US:742.6'"] as const
    expect(lint({ 'us/entries/3a.yaml': entries })).toEqual([])
    expect(
      lint({
        'us/entries/3a.yaml': entries,
        'us/tables/eccn-reasons.yaml': ['column: NS2, ', "rule: 'US:chart:NS2', "],
      }),
    ).toEqual([])
    expect(
      lint({
        'us/entries/3a.yaml': entries,
        'us/tables/eccn-reasons.yaml': ['column: NS2, ', ''],
      }),
    ).toEqual([expect.stringContaining('lint.silent-rule US:chart:NS2')])
  })

  it('finds columns that are neither group nor rule, once each', () => {
    const columns: Changes = {
      'us/tables/eccn-reasons.yaml': [
        'column: NS2, scope: entire entry, except: [FR]}]',
        'column: NS3, scope: entire entry}, {reason: NS, column: NS2, scope: all}]',
      ],
    }
    expect(lint(columns)).toEqual([
      'warning lint.unknown-column us/eccn-reasons: Column NS3 of 3A991 is neither a group nor a rule `chart:NS3`.',
    ])
    const rule = ['id: US:chart:NS2', 'id: US:chart:NS3'] as const
    const named = ["rule: 'US:chart:NS2'", "rule: 'US:chart:NS3'"] as const
    expect(lint({ ...columns, 'us/requirements.yaml': rule, 'us/entries/3a.yaml': named })).toEqual(
      [],
    )
  })

  it('finds regions whose membership nobody said', () => {
    const groups = (from: string, to: string) =>
      lintRulebook(exampleRulebook({ 'us/groups.yaml': [from, to] }))
    expect(groups('[AE, FR, NL]', '[AE, FR, FR-OT, NL]')).toEqual([])
    expect(groups('[AE, FR, NL]', '[AE, FR, NL], without: [FR-OT]')).toEqual([])
    expect(
      groups('treated:\n', 'treated:\n  - {country: FR-OT, as: FR, cite: c 1, mark: text}\n'),
    ).toEqual([])
  })
})
