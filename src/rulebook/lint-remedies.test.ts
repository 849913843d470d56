import { describe, expect, it } from 'vitest'
import { exampleRulebook } from './example-law.fixture.ts'
import { lintRulebook } from './lint.ts'

type Changes = Parameters<typeof exampleRulebook>[0]

const entry = (lines: string): Changes => ({
  'us/entries/3a.yaml': ['    mark: text\n', `    mark: text\n${lines}`],
})
const rule = (lines: string): Changes => ({
  'us/requirements.yaml': [
    'rules:\n',
    `rules:\n  - {id: 'US:x', title: t, effect: prohibited, requires: {never: true}, cite: c 1, mark: text, ${lines}}\n`,
  ],
})

describe('what lint asks the author to do', () => {
  it.each<[string, Changes, string]>([
    [
      'long-title',
      { 'us/authorisations.yaml': ['Notified advanced computing', 'x'.repeat(161)] },
      'Say it in own words in at most 160; details belong in notes.',
    ],
    [
      'published-late',
      entry('    published: 2023-11-18\n'),
      'State the day on which the text could first be read; law in effect was made public.',
    ],
    [
      'idle-covered-from',
      entry('    coveredFrom: 2024-01-01\n'),
      'Remove one: coveredFrom is for a text whose first day is not known.',
    ],
    [
      'suspended-outside',
      entry('    suspended: [{from: 2022-01-01, to: 2022-12-31}]\n'),
      'Suspend it on days on which it would have effect.',
    ],
    [
      'vague-citation',
      { 'us/authorisations.yaml': ['15 CFR 740.8', 'Export regulations'] },
      'Cite section, article or notice.',
    ],
    [
      'uncited-table',
      { 'us/tables/de-minimis.yaml': 'levels: [{percent: 25}]' },
      'Give it, or each of its rows, cite or mark.',
    ],
    [
      'kind-without-state',
      { 'us/jurisdiction.yaml': ['none: [sme]', 'none: []'] },
      'In coverage of the jurisdiction.yaml of this law every kind stands in one of complete, partly and none on every day; under none unless that law was read for it, and under undecidable as well where an entry that is always open names it.',
    ],
    [
      'entry-outside-coverage',
      { 'us/entries/3a.yaml': ['kind: [ic.processor]', 'kind: [sme]'] },
      'Move the kind to partly, or to undecidable where the entry is never decided.',
    ],
    [
      'unknown-authorisation',
      { 'us/requirements.yaml': ['exceptions: [NAC]', 'exceptions: [GOV]'] },
      'Correct the id, or add it to authorisations.yaml.',
    ],
    [
      'unknown-entry',
      entry("    related: ['EU:3A501.a']\n"),
      'Correct the code, or add the entry.',
    ],
    [
      'unknown-code',
      { 'us/authorisations.yaml': ['entries: [3A090.a]', 'entries: [3A091]'] },
      'Correct a wrong code; leave one that the list has and no entry encodes yet.',
    ],
    [
      'silent-rule',
      rule('reach: named'),
      'Name it among the reasons of its entries, or give it entries or a general reach.',
    ],
    [
      'unknown-column',
      { 'us/tables/eccn-reasons.yaml': ['column: NS2', 'column: NS3'] },
      'Correct the column, or add its countries to groups.yaml.',
    ],
  ])('%s', (code, changes, remedy) => {
    const found = lintRulebook(exampleRulebook(changes))
    expect(found.find((one) => one.code === `lint.${code}`)?.remedy).toBe(remedy)
  })
})

describe('lint of every piece that has a title and days', () => {
  const named = (changes: Changes): readonly string[] =>
    lintRulebook(exampleRulebook(changes))
      .filter((one) => one.code !== 'lint.open-region')
      .map((one) => `${one.code} ${one.where?.path}`)

  it('names a restriction, a rule and a red flag by their ids', () => {
    const vague = 'cite: a book, mark: text'
    expect(
      named({
        'us/authorisations.yaml': [
          'authorisations:\n',
          `restrictions:\n  - {id: 'US:r', title: t, only: [NAC], bars: {destination: [CN]}, ${vague}}\nauthorisations:\n`,
        ],
      }),
    ).toEqual(['lint.vague-citation US:r'])
    expect(
      named({
        'red-flags.yaml': `flags:\n  - {id: far, title: t, raises: r, when: {destination: [CN]}, ${vague}}\n`,
      }),
    ).toEqual(['lint.vague-citation far'])
    expect(named({ 'us/requirements.yaml': ['15 CFR 742.6(a)(6)', 'a book'] })).toEqual([
      'lint.vague-citation US:742.6',
    ])
  })

  it('lets a rule begin before the words that were read, and nothing else', () => {
    const days = (from: string, covered: string) =>
      named(rule(`reach: general, effective: {from: ${from}}, coveredFrom: ${covered}`))
    expect(days('2020-01-01', '2021-01-01')).toEqual([])
    expect(days('2020-01-01', '2020-01-01')).toEqual(['lint.idle-covered-from US:x'])
    expect(days('2021-01-01', '2020-01-01')).toEqual(['lint.idle-covered-from US:x'])
  })

  it('lets what never applied be published after its first day', () => {
    const never =
      '  - {code: 3A999, family: f, title: t, criteria: {never: true}, effective: {from: 2020-01-01}, published: 2021-01-01, cite: c 1, mark: text}\n'
    const file = (line: string): Changes => ({
      'us/entries/3b.yaml': `list: l\njurisdiction: US\nentries:\n${line}`,
    })
    expect(named(file(never))).toEqual([])
    expect(named(file(never.replace('never: true', 'kind: [ic]')))).toEqual([
      'lint.published-late US:3A999',
    ])
  })

  it('takes a mark or a citation in any depth of a table as its source', () => {
    const table = (text: string) => named({ 'us/tables/de-minimis.yaml': text })
    expect(table('levels: [{percent: 25, mark: text}]')).toEqual([])
    expect(table('levels: {a: {b: null, c: {cite: c 1}}}')).toEqual([])
    expect(table('levels: {a: {b: null, c: cite}}')).toEqual(['lint.uncited-table us/de-minimis'])
  })
})

describe('lint of two jurisdictions', () => {
  const NETHERLANDS = {
    'nl/jurisdiction.yaml':
      'jurisdiction: NL\nname: Netherlands\nauthority: CDIU\nterritory: [NL]\nbinding: true\ncoverage: {setAside: s, notes: n, complete: {}, partly: {}, none: [ic, ic.processor, sme, sme.litho], undecidable: []}\n',
  }
  const found = (changes: Changes): readonly string[] =>
    lintRulebook(exampleRulebook({ ...NETHERLANDS, ...changes })).map(
      (one) => `${one.code} ${one.where?.path}: ${one.detail}`,
    )
  const REGION =
    'lint.open-region US groups: FR is in A:5, and whether FR-OT is with it is not said.'

  it('takes no code of one for a code of the other', () => {
    const named = (code: string) =>
      found({
        'nl/authorisations.yaml': `jurisdiction: NL\nauthorisations:\n  - {id: N1, title: t, entries: [${code}], available: {never: true}, cite: c 1, mark: text}\n`,
      })
    expect(named('3A090.a')).toEqual([
      'lint.unknown-code N1: No entry of NL lies at, under or above 3A090.a.',
      REGION,
    ])
    expect(named('EAR99')[0]).toContain('lint.unknown-code N1')
  })

  it('asks each for what it says of a region', () => {
    const groups = (rest: string) =>
      found({
        'nl/groups.yaml': `groups:\n  near: {members: [FR], cite: c 1, mark: text}\n  nearer: {members: [FR], cite: c 1, mark: text}\n${rest}`,
      })
    const open =
      'lint.open-region NL groups: FR is in near, nearer, and whether FR-OT is with it is not said.'
    expect(groups('').toSorted()).toEqual([open, REGION])
    expect(groups('treated:\n  - {country: FR-OT, as: FR, cite: c 1, mark: text}\n')).toEqual([
      REGION,
    ])
  })
})
