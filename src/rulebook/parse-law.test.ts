import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles, exampleRulebook } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

/** The problems of a changed example, as a person reads them. */
function problemsOf(changes: Parameters<typeof exampleFiles>[0]): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('a law folder that is right', () => {
  it('becomes a rulebook with everything in it', () => {
    const rulebook = exampleRulebook()
    expect(rulebook.entries.map((entry) => [entry.id, entry.version])).toEqual([
      ['US:3A090.a', 'before-2023-11-17'],
      ['US:3A090.a', 'current'],
    ])
    expect(rulebook.rules.map((rule) => rule.id)).toEqual(['US:742.6', 'US:chart:NS2'])
    expect(rulebook.authorisations.map((one) => one.id)).toEqual(['NAC'])
    expect(rulebook.kinds.get('ic.processor')).toEqual({
      id: 'ic.processor',
      class: 'component',
      definition: 'Computes.',
    })
    expect(rulebook.characteristics.get('tpp')?.maxOver).toBe('ops')
    expect([...rulebook.circumstances.keys()]).toEqual(['destination', 'headquarters', 'value_usd'])
    expect(rulebook.places.get('FR-OT')?.aliases).toEqual(['FR-TOM'])
    expect(rulebook.presumptions).toHaveLength(1)
    expect([...rulebook.tables.keys()]).toEqual(['lists', 'us/de-minimis'])
    expect(rulebook.eccnReasons.covered.get('3A991')?.reasons).toEqual([
      { reason: 'AT', column: 'NS2', sections: [], scope: 'entire entry', except: ['FR'] },
    ])
    expect(rulebook.eccnReasons.notCovered).toEqual(new Set(['3A001']))
  })

  it('gives an entry its list, jurisdiction, id and the defaults of what is left out', () => {
    const entry = exampleRulebook().entries[1]
    expect(entry).toEqual({
      id: 'US:3A090.a',
      jurisdiction: 'US',
      list: 'Commerce Control List',
      code: '3A090.a',
      version: 'current',
      family: 'adv-compute-ic',
      title: 'Processor of 4800 TPP or more',
      criteria: { all: [{ kind: ['ic.processor'] }, { tpp: '>= 4800' }] },
      reasons: [{ reason: 'RS', rule: 'US:742.6' }],
      exceptions: [],
      related: [],
      effective: { from: '2023-11-17' },
      textAsOf: '2026-09-24',
      status: 'in force',
      fallback: false,
      suspended: [],
      cite: '15 CFR 774 Supp. 1 ECCN 3A090.a',
      mark: 'text',
    })
  })

  it('reads coverage from a day or within an interval', () => {
    const coverage = exampleRulebook().jurisdictions.get('US')?.coverage
    expect(coverage?.complete.get('ic.processor')).toEqual({ from: '2023-11-17' })
    expect(coverage?.partly.get('sme.litho')).toEqual({ from: '2019-01-01', to: '2030-12-31' })
    expect(coverage?.jurisdiction).toBe('US')
  })

  it('passes over files of cases, whatever stands in them', () => {
    const changes = { 'us/cases/a.yaml': 'anything: [' }
    expect(exampleRulebook(changes).digest).toBe(exampleRulebook().digest)
  })
})

describe('the shape of files', () => {
  it('names the nearest key for a key nobody knows, with its line', () => {
    expect(problemsOf({ 'us/entries/3a.yaml': ['    criteria:\n', '    criterium:\n'] })).toContain(
      'us/entries/3a.yaml:8:5: entries[0].criterium: There is no key "criterium" here. Did you mean "criteria"? Keys: code, version, family, title, criteria, excluded, reasons, exceptions, related, regimeOrigin, effective, coveredFrom, status, published, textAsOf, incomplete, fallback, suspended, cite, mark, notes. [input.unknown-key]',
    )
  })

  it.each([
    ['cite', ['    cite: 15 CFR 740.8\n', '']],
    ['mark', ['15 CFR 740.8\n    mark: text\n', '15 CFR 740.8\n']],
  ] as const)('asks for %s where it is missing', (key, change) => {
    const found = problemsOf({ 'us/authorisations.yaml': change })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      new RegExp(`^us/authorisations\\.yaml:3:5: authorisations\\[0\\]\\.${key}: .*\\[input\\.`),
    )
  })

  it('refuses a mark that is none of the four', () => {
    expect(problemsOf({ 'us/authorisations.yaml': ['mark: text', 'mark: sure'] })[0]).toMatch(
      /^us\/authorisations\.yaml:13:5: authorisations\[0\]\.mark: One of text, secondary, derived, unverified .*\[input\.wrong-shape\]$/,
    )
  })

  it('refuses a day the calendar does not have', () => {
    expect(
      problemsOf({ 'us/entries/3a.yaml': ['{from: 2023-11-17}', '{from: 2023-11-31}'] }),
    ).toEqual([
      'us/entries/3a.yaml:14:17: entries[0].effective.from: "2023-11-31" is not a day of the calendar (YYYY-MM-DD). 2023-11 has no such day: correct it. [input.wrong-shape]',
    ])
  })

  it('refuses an interval that ends before it begins', () => {
    const change = ['{from: 2023-11-17}', '{from: 2023-11-17, to: 2023-11-16}'] as const
    expect(problemsOf({ 'us/entries/3a.yaml': change })).toEqual([
      'us/entries/3a.yaml:14:35: entries[0].effective.to: The interval ends on 2023-11-16, before it begins on 2023-11-17. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('accepts an interval of one day', () => {
    const change = ['{from: 2023-11-17}', '{from: 2023-11-17, to: 2023-11-17}'] as const
    expect(problemsOf({ 'us/entries/3a.yaml': change })).toEqual([])
  })

  it('refuses a suspension without a first day, and a move without any', () => {
    expect(
      problemsOf({
        'us/entries/3a.yaml': [
          '    mark: text',
          '    mark: text\n    suspended: [{to: 2026-01-01}]',
        ],
      })[0],
    ).toMatch(/^us\/entries\/3a\.yaml:18:17: entries\[0\]\.suspended\[0\]\.from: .*\[input\./)
    expect(problemsOf({ 'us/groups.yaml': [' from: 2026-07-10,', ''] })[0]).toMatch(
      /^us\/groups\.yaml:6:5: moves\[0\]: A move has a day: from, to or both\..*\[input\.wrong-shape\]$/,
    )
  })

  it('refuses a coverage that is neither a day nor an interval', () => {
    const change = ['{ic.processor: 2023-11-17}', '{ic.processor: soon}'] as const
    expect(problemsOf({ 'us/jurisdiction.yaml': change })).toEqual([
      'us/jurisdiction.yaml:9:14: coverage.complete.ic.processor: Neither a day (YYYY-MM-DD) nor an interval {from, to}. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('refuses an empty text', () => {
    expect(problemsOf({ 'kinds.yaml': ['Computes.', "' '"] })).toEqual([
      'kinds.yaml:3:36: kinds.ic.processor.definition: The text is empty. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('refuses a number in a table that JSON does not have', () => {
    expect(problemsOf({ 'us/tables/de-minimis.yaml': ['percent: 25', 'percent: .inf'] })).toEqual([
      'us/tables/de-minimis.yaml:1:11: levels[0].percent: Infinity and not-a-number have no digest; write a text. See the schema of this document under schemas/. [input.wrong-shape]',
    ])
  })

  it('refuses a table that is a list', () => {
    expect(problemsOf({ 'us/tables/de-minimis.yaml': '- percent: 25' })[0]).toMatch(
      /^us\/tables\/de-minimis\.yaml:1:1: An object with keys is expected.*\[input\.wrong-shape\]$/,
    )
  })

  it('refuses a criterion that is a list', () => {
    const change = ['{unread: the limb on links was not read}', '[kind]'] as const
    expect(problemsOf({ 'us/entries/3a.yaml': change })[0]).toMatch(
      /^us\/entries\/3a\.yaml:22:5: entries\[1\]\.criteria: A criterion is a map with one key: .*\[input\.wrong-shape\]$/,
    )
  })

  it('reports YAML that cannot be read, a key twice included', () => {
    expect(problemsOf({ 'kinds.yaml': 'kinds: {ic: {class: a, definition: b}' })[0]).toMatch(
      /^kinds\.yaml:\d+:\d+: The text is not YAML: .*\[input\.not-yaml\]$/,
    )
    expect(problemsOf({ 'kinds.yaml': ['  sme:', '  ic:'] })[0]).toMatch(
      /^kinds\.yaml:4:3: The text is not YAML: .*unique.*\[input\.not-yaml\]$/,
    )
  })

  it('refuses a file for which the folder has no place, and says which there are', () => {
    expect(problemsOf({ 'us/entry/3a.yaml': 'entries: []' })).toEqual([
      'us/entry/3a.yaml: The law folder has no place for this file. Is it meant as us/entries/….yaml? Places: characteristics.yaml, circumstances.yaml, kinds.yaml, places.yaml, presumptions.yaml, lists.yaml, unstated.yaml, official-texts.yaml, us/jurisdiction.yaml, us/groups.yaml, us/requirements.yaml, us/authorisations.yaml, us/entries/….yaml, us/tables/….yaml, us/cases/….yaml, charters/….yaml. [law.unknown-file]',
    ])
  })

  it.each(['characteristics.yaml', 'circumstances.yaml', 'kinds.yaml', 'places.yaml'])(
    'misses %s where it is not there',
    (path) => {
      expect(problemsOf({ [path]: null })).toEqual([
        `${path}: The law folder lacks this file. Add it; every other file speaks in its words. [law.missing-file]`,
      ])
    },
  )

  it('refuses a file that stands in the folder of another jurisdiction', () => {
    expect(
      problemsOf({ 'us/requirements.yaml': ['jurisdiction: US', 'jurisdiction: EU'] }),
    ).toEqual([
      'us/requirements.yaml:1:1: jurisdiction: The file says it is of EU, and stands in the folder of US. Move it to eu/, or correct the jurisdiction. [law.wrong-folder]',
    ])
  })

  it('reports the slips of all files at once, and no more than fifty', () => {
    const bad = Array.from({ length: 40 }, (_, at) => `  k${at}: {class: ' ', definition: d}`)
    const found = problemsOf({
      'kinds.yaml': `kinds:\n${bad.join('\n')}\n`,
      'places.yaml': ['name: China', 'nam: China'],
      'us/entries/3a.yaml': `list: l\njurisdiction: US\nentries:\n${'  - {}\n'.repeat(20)}`,
      'us/requirements.yaml': `jurisdiction: US\nrules:\n${'  - {}\n'.repeat(20)}`,
    })
    expect(found.some((line) => line.startsWith('kinds.yaml:2:'))).toBe(true)
    expect(found.some((line) => line.startsWith('places.yaml:2:'))).toBe(true)
    expect(found).toHaveLength(50)
  })
})
