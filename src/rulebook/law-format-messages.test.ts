import { describe, expect, it } from 'vitest'
import { describeProblem } from '../kernel/index.ts'
import { exampleFiles } from './example-law.fixture.ts'
import { parseLawCases } from './law-cases.ts'
import { parseLaw } from './parse-law.ts'

type Changes = Parameters<typeof exampleFiles>[0]

function problemsOf(changes: Changes): readonly string[] {
  const result = parseLaw(exampleFiles(changes))
  return result.ok ? [] : result.problems.map(describeProblem)
}

describe('a name of the wrong form', () => {
  it.each<[string, Changes, string]>([
    [
      'of a parameter',
      { 'characteristics.yaml': ['  gate_model:', '  gate-model:'] },
      '"gate-model" is not a name of letters, digits and _',
    ],
    [
      'of a kind',
      { 'kinds.yaml': ['  sme.litho:', '  sme/litho:'] },
      '"sme/litho" is not a dotted kind, as sme.litho.scanner',
    ],
    [
      'of a place',
      { 'places.yaml': ['  HK: {', '  Hong: {'] },
      '"Hong" is not a country (two letters) or region (as UA-43)',
    ],
    [
      'of a jurisdiction',
      { 'us/requirements.yaml': ['jurisdiction: US', 'jurisdiction: USA'] },
      '"USA" is not two capital letters',
    ],
  ])('%s is shown with the form that is asked for', (_what, changes, detail) => {
    expect(problemsOf(changes).join('\n')).toContain(detail)
  })
})

describe('charters', () => {
  it('are no part of an edition, whatever stands in them', () => {
    expect(problemsOf({ 'charters/a.yaml': 'anything: [' })).toEqual([])
  })
})

describe('a case beside the rules', () => {
  const parsed = (subject: string) => {
    const text = `cases:\n  - {id: a, what: w, asOf: 2026-01-01, ${subject}expect: {missing: []}, source: s}\n`
    return parseLawCases([{ path: 'us/cases/a.yaml', text }])
  }

  it('may have an item, a transaction or both, and not neither', () => {
    expect(parsed('item: {kind: ic}, ').ok).toBe(true)
    expect(parsed('transaction: {destination: CN}, ').ok).toBe(true)
    expect(parsed('item: {kind: ic}, transaction: {destination: CN}, ').ok).toBe(true)
    expect(parsed('')).toMatchObject({
      problems: [{ detail: expect.stringContaining('an item, a transaction or both') }],
    })
  })
})
