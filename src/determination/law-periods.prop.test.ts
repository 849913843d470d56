import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClassifier } from '../classification/index.ts'
import { daysAfter, type LegalDate, unwrap } from '../kernel/index.ts'
import { createDeterminer, createTransactionParser, type DetermineOptions } from './index.ts'
import { LawPeriods } from './law-periods.ts'
import { fullDeal, smallLaw } from './small-law.fixture.ts'
import { SMALL_LAW } from './small-law-text.fixture.ts'

const rulebook = smallLaw()
/** Every day that stands anywhere in the law, with its eve and its morrow. */
const DAYS = [
  ...new Set(
    (JSON.stringify(SMALL_LAW).match(/\d{4}-\d{2}-\d{2}/g) ?? []).flatMap((named) =>
      [-1, 0, 1].map((more) => daysAfter(named as LegalDate, more)),
    ),
  ),
].sort()
const day = fc.constantFrom(...DAYS)
const DAY_OF_DEAL = '2024-08-01' as LegalDate

const deal = fc.constantFrom<Stated>(
  {},
  { items: [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 9000 } }] },
  { items: [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 4000 }, origin: 'JP' }] },
  { route: { from: 'US', to: 'CN', via: [] } },
  { route: { from: 'JP', to: 'CN', via: [] }, endUse: { uses: ['civil'] } },
  { items: [{ id: 'chip', kind: 'ic', claimed: { US: 'EAR99' } }], endUse: { wmd: true } },
  {
    route: { from: 'SG', to: 'CN', via: [] },
    items: [
      {
        id: 'board',
        kind: 'ic',
        content: [{ name: 'core', kind: 'ic.processor', origin: 'US', claimed: { US: '3A999' } }],
      },
    ],
  },
  { persons: [{ usPerson: true }], kind: 'service' },
)

type Stated = Readonly<Record<string, unknown>>

function newAnswerer() {
  const parse = createTransactionParser(rulebook)
  const classifier = createClassifier(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: '1.0.0' })
  return (changes: Stated, options: DetermineOptions): string =>
    unwrap(determiner.write(unwrap(parse(fullDeal({ ...changes, date: undefined }))), options))
}

describe('an answer about a day', () => {
  it('is the same to the byte whatever days were asked about before, around every change of the law', () => {
    const warm = newAnswerer()
    fc.assert(
      fc.property(deal, fc.array(day, { minLength: 2, maxLength: 5 }), (changes, days) => {
        const answers = days.map((asOf) => warm(changes, { asOf }))
        const [last = DAY_OF_DEAL] = days.slice(-1)
        expect(answers.at(-1)).toBe(newAnswerer()(changes, { asOf: last }))
      }),
      { numRuns: 150 },
    )
  })

  it('is so where what was known is another day', () => {
    const warm = newAnswerer()
    const days = fc.record({ asOf: day, knownAt: day })
    fc.assert(
      fc.property(deal, fc.array(days, { minLength: 2, maxLength: 4 }), (changes, pairs) => {
        const answers = pairs.map((pair) => warm(changes, pair))
        const [last = { asOf: DAY_OF_DEAL }] = pairs.slice(-1)
        expect(answers.at(-1)).toBe(newAnswerer()(changes, last))
      }),
      { numRuns: 80 },
    )
  })
})

describe('a period of the law', () => {
  const periods = new LawPeriods(rulebook)

  it('ends on every day that the law names, and begins anew after it', () => {
    const named = '2024-08-01' as LegalDate
    const piece = { effective: { from: named }, title: 'of 2020-01-01' }
    const standing = [-2, -1, 0, 1, 2].map((more) => {
      const one = daysAfter(named, more)
      return periods.standingOf(piece, one, one)
    })
    const [before, eve, on, morrow, after] = standing
    expect([before, morrow]).toEqual([eve, after])
    expect(new Set([eve, on, morrow]).size).toBe(3)
  })

  it('does not end where somebody merely read the text', () => {
    const piece = { textAsOf: '2024-08-01' }
    const standing = ['2024-07-31', '2024-08-01', '2024-08-02'].map((one) =>
      periods.standingOf(piece, one as LegalDate, one as LegalDate),
    )
    expect(new Set(standing).size).toBe(1)
  })

  it('is of a jurisdiction, of the day asked about and of what was known by another', () => {
    const [first = '', last = ''] = [DAYS[0], DAYS.at(-1)]
    const of = (code: string, asOf: string, knownAt: string): string =>
      periods.of(code, asOf as LegalDate, knownAt as LegalDate)
    expect(of('US', first, first)).toBe(of('US', first, first))
    const all = [
      of('US', first, first),
      of('US', last, last),
      of('US', first, last),
      of('US', last, first),
      of('JP', first, first),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  it('tells pieces apart that name the same days', () => {
    const [one, other] = [{ from: '2024-08-01' }, { from: '2024-08-01' }]
    const today = '2024-08-01' as LegalDate
    expect(periods.standingOf(one, today, today)).not.toBe(periods.standingOf(other, today, today))
  })
})
