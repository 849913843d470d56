import { describe, expect, test } from 'vitest'
import type { Answer, Determination } from '../../determination/index.ts'
import { compareLicence } from './compare-licence.ts'
import type { GoldExpectation } from './gold-row.ts'
import { worstOf } from './outcome.ts'

interface Answered {
  readonly written: Answer
  readonly administered?: Answer
  readonly rules?: readonly string[]
  /** Rules through which the jurisdiction reaches. */
  readonly through?: readonly string[]
  /** Rules that are only named by what would decide them. */
  readonly open?: readonly string[]
  readonly exceptions?: Readonly<Record<string, Answer>>
}

const ENCODED = new Set(['US:744.23(a)(3)'])

function outcome(
  expected: GoldExpectation,
  {
    written,
    administered = written,
    rules = [],
    through = [],
    open = [],
    exceptions = {},
  }: Answered,
  notUnderstood: readonly string[] = [],
) {
  const answer = {
    jurisdictions: [
      {
        jurisdiction: 'US',
        nexus: [{ kind: 'territory' }, { kind: 'direct-product', through }],
        licence: {
          required: { asWritten: written, asAdministered: administered },
          by: rules.map((rule) => ({ rule })),
          exceptions: Object.entries(exceptions).map(([id, usable]) => ({ id, usable })),
        },
      },
    ],
    missing: [{ fact: 'screening', of: 'Fab Co', wouldDecide: open }],
  } as unknown as Determination
  return worstOf(
    compareLicence({ jurisdiction: 'US', ...expected }, answer, notUnderstood, ENCODED),
  )
}

describe('whether a licence is required', () => {
  test.each([
    [true, true, 'agreed'],
    [true, 'unknown', 'undetermined'],
    [true, false, 'false clear'],
    [false, false, 'agreed'],
    [false, 'unknown', 'undetermined'],
    [false, true, 'differed'],
    ['unknown', 'unknown', 'agreed'],
    ['unknown', true, 'differed'],
    ['unknown', false, 'false clear'],
  ] as const)('expected %s, answered %s: %s', (licenceRequired, written, is) => {
    expect(outcome({ licenceRequired }, { written })).toBe(is)
  })

  test.each([
    ['US', 'agreed'],
    ['XX', 'undetermined'],
  ])('%s, left out of the answer: not required is %s', (jurisdiction, is) => {
    const silent = { jurisdictions: [], missing: [] } as unknown as Determination
    const expected = { jurisdiction, licenceRequired: false } as const
    expect(worstOf(compareLicence(expected, silent, [], ENCODED))).toBe(is)
    expect(worstOf(compareLicence(expected, silent, ['party: a friend'], ENCODED))).toBe(
      'undetermined',
    )
  })

  test('as administered is compared where expected, and missing it is no false clear', () => {
    const expected = { licenceRequired: true, licenceRequiredAsAdministered: false } as const
    expect(outcome(expected, { written: true, administered: false })).toBe('agreed')
    expect(outcome(expected, { written: true, administered: true })).toBe('differed')
    const other = { licenceRequired: true, licenceRequiredAsAdministered: 'unknown' } as const
    expect(outcome(other, { written: true, administered: false })).toBe('differed')
  })

  test('no answer of the jurisdiction is undetermined', () => {
    const nothing = { jurisdictions: [], missing: [] } as unknown as Determination
    const expected = { jurisdiction: 'CN', licenceRequired: true }
    expect(worstOf(compareLicence(expected, nothing, [], ENCODED))).toBe('undetermined')
  })

  test('words not understood keep a no from counting, not a yes', () => {
    expect(outcome({ licenceRequired: false }, { written: false }, ['x'])).toBe('undetermined')
    expect(outcome({ licenceRequired: true }, { written: false }, ['x'])).toBe('undetermined')
    expect(outcome({ licenceRequired: true }, { written: true }, ['x'])).toBe('agreed')
  })
})

describe('the rules that decide', () => {
  const expected = { licenceRequired: true, rules: ['US:742.4(a)(5)', 'US:744.11'] }
  test('must be reported, themselves or a paragraph of theirs', () => {
    const rules = ['US:742.4(a)(5)', 'US:744.11(a)(2)(i)']
    expect(outcome(expected, { written: true, rules })).toBe('agreed')
    expect(outcome(expected, { written: true, rules: rules.slice(1) })).toBe('differed')
  })

  test('are reported where a missing fact names them', () => {
    const open = ['US:742.4(a)(5)', 'US:744.11(a)(2)(i)']
    expect(outcome({ rules: expected.rules }, { written: 'unknown', open })).toBe('agreed')
  })

  test('not printed do not apply, where that is expected and they are encoded', () => {
    const relieved = { licenceRequired: false, rules: ['US:744.23(a)(3)'] }
    expect(outcome(relieved, { written: false })).toBe('agreed')
    expect(outcome({ ...relieved, rules: ['US:744.99'] }, { written: false })).toBe('differed')
    expect(outcome({ ...relieved, rules: ['US:744.23'] }, { written: false })).toBe('agreed')
    const applying = { licenceRequired: true, rules: ['US:744.23(a)(3)'] }
    expect(outcome(applying, { written: true })).toBe('differed')
  })

  test('are reported where the jurisdiction reaches through them', () => {
    const product = { licenceRequired: true, rules: ['US:734.9(h)'] }
    expect(outcome(product, { written: true, through: ['US:734.9(h)'] })).toBe('agreed')
    expect(outcome(product, { written: true, through: ['US:734.9(k)'] })).toBe('differed')
  })

  test('may be named by how they begin', () => {
    const chart = { licenceRequired: true, rules: ['US:chart:*'] }
    expect(outcome(chart, { written: true, rules: ['US:chart:NS2'] })).toBe('agreed')
    expect(outcome(chart, { written: true, rules: ['US:742.4(a)(5)'] })).toBe('differed')
  })

  test('not reported are undetermined while the answer is', () => {
    expect(outcome(expected, { written: 'unknown' })).toBe('undetermined')
  })
})

describe('general authorisations and exceptions', () => {
  test('the one expected is offered', () => {
    const expected = { licenceRequired: true, authorisation: 'EU001' }
    expect(outcome(expected, { written: true, exceptions: { EU001: 'unknown' } })).toBe('agreed')
    expect(outcome(expected, { written: true, exceptions: { EU001: false } })).toBe('differed')
  })

  test('individual means that none is', () => {
    const expected = { licenceRequired: true, authorisation: 'individual' }
    expect(outcome(expected, { written: true, exceptions: { EU001: false } })).toBe('agreed')
    expect(outcome(expected, { written: true, exceptions: { EU002: true } })).toBe('differed')
  })

  test.each([
    [false, false, 'agreed'],
    [false, undefined, 'agreed'],
    [false, 'unknown', 'undetermined'],
    [false, true, 'false clear'],
    ['unknown', 'unknown', 'agreed'],
    ['unknown', true, 'false clear'],
    ['unknown', undefined, 'undetermined'],
    [true, false, 'differed'],
  ] as const)('an exception expected usable %s, answered %s: %s', (usable, answered, is) => {
    const exceptions = answered === undefined ? {} : { STA: answered }
    const expected = { licenceRequired: true, exception: { id: 'STA', usable } }
    expect(outcome(expected, { written: true, exceptions })).toBe(is)
  })
})
