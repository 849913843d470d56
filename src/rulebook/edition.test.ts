import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { lastRead } from './edition.ts'
import { exampleFiles, exampleRulebook } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

const example = exampleRulebook()

describe('the digest of an edition', () => {
  it('is a digest, and the name ends in its beginning after the newest day a text was read', () => {
    expect(example.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(example.edition).toBe(`2026-09-24-${example.digest.slice(7, 15)}`)
  })

  it('names an edition whose texts have no day', () => {
    const undated = exampleRulebook({ 'us/entries/3a.yaml': ['    textAsOf: 2026-09-24\n', ''] })
    expect(undated.edition).toBe(`undated-${undated.digest.slice(7, 15)}`)
  })

  it('does not depend on the order of files', () => {
    const reversed = unwrap(parseLaw(exampleFiles().toReversed()))
    expect(reversed.digest).toBe(example.digest)
    expect(reversed.entries).toEqual(example.entries)
  })

  it('does not depend on comments, quotes, or what is left to its default', () => {
    const changed = exampleRulebook({
      'us/entries/3a.yaml': [
        "        - tpp: '>= 4800'\n",
        '        - tpp: ">= 4800" # a comment\n',
      ],
      'us/authorisations.yaml': [
        '    formalities: [notice]\n',
        '    status: in force\n    formalities: [notice]\n',
      ],
    })
    expect(changed.digest).toBe(example.digest)
  })

  it('does not depend on the file an entry stands in, nor on the order of entries and members', () => {
    const [all = ''] = exampleFiles()
      .filter((file) => file.path === 'us/entries/3a.yaml')
      .map((file) => file.text)
    const at = all.indexOf('  - code: 3A090.a\n    version:')
    const head = 'list: Commerce Control List\njurisdiction: US\nentries:\n'
    const split = exampleRulebook({
      'us/entries/3a.yaml': `${head}${all.slice(at)}`,
      'us/entries/3b.yaml': all.slice(0, at),
      'us/groups.yaml': ['[AE, FR, NL]', '[NL, AE, FR]'],
      'kinds.yaml': `kinds:
  sme.litho: {definition: Exposes wafers., class: equipment}
  sme: {class: equipment, definition: Makes semiconductors.}
  ic: {class: component, definition: Integrated circuit.}
  ic.processor: {class: component, definition: Computes.}
`,
    })
    expect(split.digest).toBe(example.digest)
  })

  it.each([
    ['a threshold', 'us/entries/3a.yaml', '>= 4800', '>= 4801'],
    ['a day', 'us/entries/3a.yaml', '{from: 2023-11-17}', '{from: 2023-11-18}'],
    ['a citation', 'us/requirements.yaml', '742.6(a)(6)', '742.6(a)(7)'],
    ['a mark', 'us/authorisations.yaml', 'mark: text', 'mark: derived'],
    ['a member', 'us/groups.yaml', '[AE, FR, NL]', '[AE, FR]'],
    ['a place', 'places.yaml', 'name: China', "name: People's Republic of China"],
    ['coverage', 'us/jurisdiction.yaml', 'none: [sme]', 'none: []'],
    ['a table', 'us/tables/de-minimis.yaml', 'percent: 25', 'percent: 10'],
    ['reasons of an ECCN', 'us/tables/eccn-reasons.yaml', '[3A001]', '[3A002]'],
    ['a presumption', 'presumptions.yaml', 'not a gate model', 'no gate model'],
    ['a characteristic', 'characteristics.yaml', '0.25 *', '0.35 *'],
    ['a circumstance', 'circumstances.yaml', 'Where it goes.', 'Where it is.'],
    ['the order of a policy', 'us/requirements.yaml', 'is: case by case', 'is: case by cases'],
  ])('changes with %s', (_what, path, from, to) => {
    expect(exampleRulebook({ [path]: [from, to] }).digest).not.toBe(example.digest)
  })

  it('orders entries by the numbers in their codes', () => {
    const entry = (code: string) =>
      `  - {code: ${code}, family: f, title: t, criteria: {never: true}, cite: c 1, mark: text}\n`
    const { entries } = exampleRulebook({
      'us/entries/3b.yaml': `list: l\njurisdiction: US\nentries:\n${['3B001.a.10', '3B001.a.2', '3A001'].map(entry).join('')}`,
    })
    expect(entries.map((one) => one.code)).toEqual([
      '3A001',
      '3A090.a',
      '3A090.a',
      '3B001.a.2',
      '3B001.a.10',
    ])
  })
})

describe('the newest day on which a text was read', () => {
  const [one] = example.entries
  const read = (...days: readonly (string | undefined)[]) =>
    lastRead({
      entries: days.map((day) => ({ ...one, textAsOf: day })) as unknown as typeof example.entries,
    })

  it('is the latest of all, in whatever order they stand', () => {
    expect(read('2026-01-01', '2026-09-24', '2025-12-31')).toBe('2026-09-24')
    expect(read('2026-09-24', undefined)).toBe('2026-09-24')
    expect(read(undefined, '2026-09-24', '2026-09-23')).toBe('2026-09-24')
  })

  it('is none where no text has a day', () => {
    expect(read(undefined, undefined)).toBeUndefined()
    expect(read()).toBeUndefined()
  })
})
