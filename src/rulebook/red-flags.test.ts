import { describe, expect, it } from 'vitest'
import { describeProblem, type LegalDate } from '../kernel/index.ts'
import { coverageReport } from './coverage-report.ts'
import { diffDays, diffRulebooks } from './diff.ts'
import { exampleFiles, exampleRulebook } from './example-law.fixture.ts'
import { deserialiseRulebook, serialiseRulebook } from './law-cache.ts'
import { lintRulebook } from './lint.ts'
import { type LawFile, parseLaw } from './parse-law.ts'

/** Law files of red flags, beside the example's. */
const SHARED = `clearance: {mayResolve: [compliance], mayNotResolve: [sales], cite: 732 Supp. 3, mark: derived}
flags:
  - id: far-away
    title: The goods go far
    raises: Why they do.
    when: {destination: [CN]}
    effective: {from: 2024-01-01}
    cite: Guidance 1
    mark: unverified
`
const OWN = `flags:
  - {id: dear, title: The goods are dear, raises: The price., when: {value_usd: '> 10'}, cite: Guidance 2, mark: text}
`
const FILES = { 'red-flags.yaml': SHARED, 'us/red-flags.yaml': OWN }
const day = (text: string) => text as LegalDate

function problemsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  const files: readonly LawFile[] = exampleFiles({ ...FILES, ...changes })
  const result = parseLaw(files)
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('red flags of a law folder', () => {
  it('are read with whose they are, and who may resolve them', () => {
    const { redFlags, clearance } = exampleRulebook(FILES)
    expect(redFlags.map(({ id, jurisdiction }) => [id, jurisdiction])).toEqual([
      ['dear', 'US'],
      ['far-away', undefined],
    ])
    expect(clearance?.mayResolve).toEqual(['compliance'])
    expect(exampleRulebook().clearance).toBeUndefined()
  })

  it.each([
    [
      'a circumstance nobody knows',
      'destination: [CN]',
      'destinaton: [CN]',
      'Did you mean "destination"',
    ],
    ['a place nobody knows', '[CN]', '[CX]', 'There is no place "CX"'],
    ['no citation', '    cite: Guidance 1\n', '', 'cite'],
    ['no word on what to find out', '    raises: Why they do.\n', '', 'raises'],
    ['an id that is no word', 'id: far-away', 'id: Far Away', 'not words with hyphens'],
    ['an id that stands elsewhere too', 'id: far-away', 'id: dear', 'twice'],
    ['nobody who may resolve', '[compliance]', '[]', 'mayResolve'],
  ])('are refused with %s', (_what, from, to, problem) => {
    const found = problemsOf({ 'red-flags.yaml': SHARED.replace(from, to) })
    expect(found).not.toEqual([])
    expect(found.join('\n')).toContain(problem)
  })

  it('are refused where two files say who may resolve, and in the folder of another', () => {
    const again = `${OWN}${SHARED.split('\n')[0]}\n`
    expect(problemsOf({ 'us/red-flags.yaml': again })[0]).toContain('is said twice')
    expect(problemsOf({ 'us/red-flags.yaml': `jurisdiction: EU\n${OWN}` })[0]).toContain('of EU')
    expect(problemsOf({ 'eu/red-flags.yaml': OWN.replace('dear', 'dearer') })[0]).toContain(
      'There is no jurisdiction "EU"',
    )
  })

  it('are named by file and line where they are wrong', () => {
    expect(
      problemsOf({ 'red-flags.yaml': SHARED.replace('destination: [CN]', 'to: [CN]') }),
    ).toEqual([
      expect.stringMatching(
        /^red-flags\.yaml:6:12: flags\[0\]\.when\.to: "to" is not in law\/circ/,
      ),
    ])
    const again = `${OWN}${SHARED.split('\n')[0]}\n`
    expect(problemsOf({ 'us/red-flags.yaml': again })).toEqual([
      'us/red-flags.yaml:3:1: clearance: Who may resolve a flag is said twice. Say it once, in red-flags.yaml. [law.duplicate]',
    ])
  })

  it('belong to the edition, to its cache and to its differences', () => {
    const [without, withFlags] = [exampleRulebook(), exampleRulebook(FILES)]
    expect(withFlags.digest).not.toBe(without.digest)
    const stored = deserialiseRulebook(serialiseRulebook(withFlags, withFlags.digest))
    expect(stored).toMatchObject({ ok: true, value: { redFlags: withFlags.redFlags } })
    expect(diffRulebooks(without, withFlags).map(({ what, id }) => `${what} ${id}`)).toEqual([
      'red-flag dear',
      'red-flag far-away',
    ])
    const [change] = diffDays(withFlags, day('2023-12-31'), day('2024-01-01'))
    expect(change).toMatchObject({ what: 'red-flag', id: 'far-away', change: 'added' })
  })

  it('are counted where coverage is published', () => {
    const report = coverageReport(exampleRulebook(FILES), day('2024-06-01'))
    expect(report.sharedRedFlags).toBe(1)
    expect(report.jurisdictions.map(({ redFlags }) => redFlags)).toEqual([1])
  })

  it('are linted as other law is', () => {
    const vague = exampleRulebook({
      ...FILES,
      'red-flags.yaml': SHARED.replace('cite: Guidance 1', 'cite: Guidance'),
    })
    expect(lintRulebook(vague).map(({ code, where }) => `${code} ${where?.path}`)).toContain(
      'lint.vague-citation far-away',
    )
  })
})
