import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLaw } from './parse-law.ts'

/** What is wrong with the example when its first entry has another limb. */
function problemsWith(limb: string): readonly string[] {
  const result = parseLaw(exampleFiles({ 'us/entries/3a.yaml': ["tpp: '>= 4800'", limb] }))
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('criteria that are refused', () => {
  it.each([
    ['all: []', 'Give it at least one limb, each on a line that begins with a dash.'],
    ['just words', 'Write one key and what it wants, as `tpp: ">= 4800"`.'],
    ['{}', 'Write one key, or an `all` or `any` with a limb for each.'],
    ["unread: '  '", 'Say why the text was not read.'],
    ['unread: 5', 'Say why the text was not read.'],
    ['never: false', 'Write never: true.'],
    ['uses_of: [8]', 'Put quotes around it.'],
    ['uses_of: [logic, 8]', 'Put quotes around it.'],
  ])('%s: the remedy is said', (limb, remedy) => {
    expect(problemsWith(limb)).toEqual([expect.stringContaining(` ${remedy} [criteria.`)])
  })

  it.each([
    ['al', 'all'],
    ['anyy', 'any'],
    ['nott', 'not'],
  ])('%s: the joining word that is meant is named', (word, meant) => {
    expect(problemsWith(`${word}: [{kind: [ic]}]`)).toEqual([
      expect.stringContaining(`Did you mean "${meant}"? `),
    ])
  })

  it('in every limb, so that an author mends all at once', () => {
    expect(problemsWith('any: [{kind: [icc]}, {element: Sj}, {uses_of: [x, logic, y]}]')).toEqual([
      expect.stringMatching(/any\[0\]\.kind: There is no kind "icc"/),
      expect.stringMatching(/any\[1\]\.element: There is no value "Sj"/),
      expect.stringMatching(/any\[2\]\.uses_of: There is no value "x"/),
      expect.stringMatching(/any\[2\]\.uses_of: There is no value "y"/),
    ])
  })
})
