import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type LegalDate, parseShape, readDocument, unwrap } from '../kernel/index.ts'
import { readLawFiles } from '../rulebook/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { isCharterFile, parseCharters } from './charter-reading.ts'
import { passes, powerUnder, strangersIn, summaryOf, whatIf } from './what-if.ts'
import { type WhatIfSet, whatIfSet } from './what-if-format.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const law = projectLaw()
const words = { places: new Set(law.places.keys()), kinds: new Set(law.kinds.keys()) }
const [compact, plurilateral, wassenaar] = unwrap(
  parseCharters(readLawFiles(`${root}/law`, isCharterFile), words),
)
if (compact === undefined || plurilateral === undefined || wassenaar === undefined)
  throw new Error('three charters')
const file = readFileSync(`${root}/examples/regime/what-if.yaml`, 'utf8')
const set = unwrap(parseShape(whatIfSet, unwrap(readDocument(file)).value))
const day = '2026-06-01' as LegalDate

describe('a set with a slip of the pen', () => {
  const [first] = set.proposals
  const strange = (changes: object) =>
    strangersIn({ ...set, proposals: first === undefined ? [] : [{ ...first, ...changes }] }, [
      compact,
      wassenaar,
    ]).map(({ code }) => code)

  it('names a technology or a state that no charter knows: either would count for nothing in silence', () => {
    expect(strange({})).toEqual([])
    expect(strange({ technology: 'chips' })).toEqual(['what-if.no-technology'])
    expect(strange({ no: ['RU', 'HX'] })).toEqual(['what-if.no-member'])
  })
})

describe('the labelled set of proposals', () => {
  it('says that its positions are invented', () => {
    expect(set.positions).toBe('invented')
  })

  it('is stopped whole under the Wassenaar charter', () => {
    const answers = whatIf(wassenaar, set)
    expect(answers.map(({ outcome }) => outcome)).toEqual(set.proposals.map(() => 'rejected'))
    expect(answers.every(({ against }) => against.length > 0)).toBe(true)
  })

  it('is stopped there by any one of its objections alone, and by nothing else', () => {
    for (const question of set.proposals)
      for (const code of question.no) {
        const alone: WhatIfSet = { ...set, proposals: [{ ...question, no: [code], abstain: [] }] }
        expect(whatIf(wassenaar, alone)[0]).toMatchObject({ outcome: 'rejected', against: [code] })
      }
    const without = { ...set, proposals: set.proposals.map((one) => ({ ...one, no: [] })) }
    expect(whatIf(wassenaar, without).every(({ outcome }) => outcome === 'adopted')).toBe(true)
  })

  it('passes whole under the design with the same positions, the urgent one for a time', () => {
    const outcomes = whatIf(compact, set).map(({ proposal, outcome }) => [proposal, outcome])
    expect(outcomes).toEqual(
      set.proposals.map(({ proposal, matter }) => [
        proposal,
        matter === 'list-urgent' ? 'provisional' : 'adopted',
      ]),
    )
  })

  it('binds only those who want it under the plurilateral model', () => {
    const answers = whatIf(plurilateral, set)
    expect(answers.every(({ outcome }) => outcome === 'coalition')).toBe(true)
    const scanners = answers.find(({ proposal }) => proposal.includes('scanners'))
    expect(scanners?.tally?.binds).not.toContain('NL')
  })

  it('is not rigged: under the design a proposal falls that most makers refuse', () => {
    const [gaafet] = set.proposals
    if (gaafet === undefined) throw new Error('a proposal')
    const refused = {
      ...gaafet,
      no: ['TW', 'KR', 'US', 'AT', 'BE', 'ES', 'NO', 'PL', 'PT', 'SE', 'FI', 'FR', 'IT'],
    }
    const [answer] = whatIf(compact, { ...set, proposals: [refused] })
    expect(answer).toMatchObject({ outcome: 'rejected' })
    expect(answer?.against).toEqual(refused.no.toSorted())
  })

  it('takes till the next yearly meeting it is in time for, or the open time of the rule', () => {
    const days = (charter: typeof wassenaar, id: string) =>
      whatIf(charter, set).find(({ proposal }) => proposal === id)?.days
    expect(days(wassenaar, '2026-gaafet-technology')).toBe(289) // 2026-02-15 to 2026-12-01
    expect(days(wassenaar, '2026-diverted-tools')).toBe(537) // 2026-06-12 to 2027-12-01
    expect(days(compact, '2026-gaafet-technology')).toBe(45)
    expect(days(compact, '2026-diverted-tools')).toBe(3)
  })

  it('is summed up by charter', () => {
    expect(summaryOf(wassenaar, whatIf(wassenaar, set))).toMatchObject({ passed: 0, of: 10 })
    expect(summaryOf(wassenaar, whatIf(wassenaar, set)).blockers[0]?.code).toBe('RU')
    const design = summaryOf(compact, whatIf(compact, set))
    expect(design).toMatchObject({ passed: 10, medianDays: 45, blockers: [] })
    expect(passes('lapsed')).toBe(false)
  })
})

describe('power under the charters', () => {
  it('gives each of 42 a veto at Wassenaar, and nobody under the design', () => {
    const veto = (charter: typeof wassenaar, technology: string): number =>
      powerUnder(charter, { matter: 'list-add', technology }, day)?.members.filter(
        (one) => one.veto,
      ).length ?? -1
    expect(veto(wassenaar, 'lithography')).toBe(42)
    for (const { id } of compact.technologies) expect(veto(compact, id), id).toBe(0)
  })

  it('gives the largest member of the design no veto on a deletion either', () => {
    const table = powerUnder(compact, { matter: 'list-delete' }, day)
    expect(table?.members.some(({ veto }) => veto)).toBe(false)
    const us = table?.members.find(({ code }) => code === 'US')
    const pt = table?.members.find(({ code }) => code === 'PT')
    expect(us?.shapleyShubik).toBeGreaterThan(pt?.shapleyShubik ?? 1)
  })
})

describe('a set of positions', () => {
  it('is refused where a state has two', () => {
    const [one] = set.proposals
    const read = parseShape(whatIfSet, { ...set, proposals: [{ ...one, yes: ['US'], no: ['US'] }] })
    expect(read.ok).toBe(false)
  })
})
