import { describe, expect, test } from 'vitest'
import type { Determination } from '../determination/index.ts'
import { fullDeal, listing, smallEngine } from '../determination/small-law.fixture.ts'
import { differenceOf } from './difference.ts'

const { determine } = smallEngine()
const answer = (options: Parameters<typeof determine>[1] = {}): Determination =>
  determine(fullDeal(), options)

describe('the difference between two answers for an order', () => {
  test('is none where the second says the same, on another day too', () => {
    const before = answer()
    expect(differenceOf(before, answer())).toBeUndefined()
    const later = { ...before, asOf: day('2026-06-09'), knownAt: day('2026-06-09') }
    expect(differenceOf(before, later)).toBeUndefined()
  })

  test('says that a party came onto a list, and names the list', () => {
    const before = answer()
    const after = {
      ...answer({ screener: listing('Kiku KK') }),
      lists: [{ source: 'us-csl', snapshot: 's', digest: DIGEST, date: day('2026-06-09') }],
    }
    const difference = differenceOf(before, after)
    expect(difference).toMatchObject({ from: before.verdict, to: after.verdict })
    expect(difference?.causes).toContain('The list us-csl: none became that of 2026-06-09.')
    expect(difference?.now.join(' ')).toContain('Kiku KK: may be')
  })

  test.each([
    ['clear', 'hold', 'held'],
    ['licence-required', 'clear-with-conditions', 'released'],
    ['undetermined', 'prohibited', 'worse'],
    ['hold', 'undetermined', 'better'],
  ] as const)('from %s to %s is called %s', (from, to, effect) => {
    const before = answer()
    expect(differenceOf({ ...before, verdict: from }, { ...before, verdict: to })?.effect).toBe(
      effect,
    )
  })

  test('keeps a verdict apart from its reasons', () => {
    const before = answer()
    const [first, ...rest] = before.jurisdictions
    if (first === undefined) throw new Error('a deal is held')
    const after = {
      ...before,
      jurisdictions: [{ ...first, because: ['Another reason.'] }, ...rest],
      rulebook: { edition: '2026-09-01', digest: DIGEST },
      input: DIGEST,
    }
    expect(differenceOf(before, after)).toMatchObject({
      effect: 'other-reasons',
      now: [`${first.jurisdiction}: Another reason.`],
      noLonger: first.because.map((one) => `${first.jurisdiction}: ${one}`),
      causes: [
        'What is asked is stated otherwise.',
        `The law: edition ${before.rulebook.edition} became 2026-09-01.`,
      ],
    })
  })

  test('tells of a list that is there no more', () => {
    const lists = [{ source: 'un', snapshot: 's', digest: DIGEST, date: day('2026-06-09') }]
    const before = { ...answer(), lists }
    const after = { ...before, lists: [], verdict: 'undetermined' } as const
    expect(differenceOf({ ...before, verdict: 'clear' }, after)?.causes).toEqual([
      'The list un is there no more.',
    ])
  })
})

function day(text: string): Determination['asOf'] {
  return text as Determination['asOf']
}

const DIGEST = `sha256:${'0'.repeat(64)}` as Determination['digest']
