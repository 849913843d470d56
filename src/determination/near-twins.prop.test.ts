import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClassifier } from '../classification/index.ts'
import { unwrap } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { createDeterminer, createTransactionParser, Sheet } from './index.ts'
import { fullDeal, smallLaw } from './small-law.fixture.ts'

/** Answers lines, one after the other, as a batch has them. */
function newAnswerer(rulebook: Rulebook): (stated: Deal) => string {
  const parse = createTransactionParser(rulebook)
  const classifier = createClassifier(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: '1.0.0' })
  const sheet = new Sheet()
  return (stated) => {
    sheet.backTo(0)
    unwrap(determiner.writeTo(sheet, unwrap(parse.line(JSON.stringify(stated)))))
    return sheet.from(0).toString()
  }
}

type Deal = ReturnType<typeof fullDeal> & Readonly<Record<string, unknown>>
type Change = (deal: Deal) => Deal

const place = fc.constantFrom('CN', 'JP', 'RU', 'SG', 'US')
const word = fc.constantFrom(
  ...['a', 'b', 'c', 'transaction', 'line-0', 'line-1', 'zeta', 'Ärzte “Q”', '\u0000item\u0000'],
)
const amount = fc.constantFrom('1', '2', '9000')

const item = fc.record(
  {
    id: fc.constantFrom('line-0', 'line-1', 'line-2'),
    name: word,
    kind: fc.constantFrom('ic.processor', 'ic'),
    characteristics: fc.record({ tpp: fc.constantFrom(50, 4000, 9000) }, { requiredKeys: [] }),
    origin: place,
    claimed: fc.record(
      { US: fc.constantFrom('3A001.a.7', 'EAR99', '9X999') },
      { requiredKeys: [] },
    ),
    quantity: fc.record({ amount, unit: fc.constant('each') }),
    hs: fc.constantFrom('854231', '8471'),
    declaredDescription: fc.constantFrom('parts', 'processors'),
  },
  { requiredKeys: ['kind', 'characteristics', 'id', 'quantity'] },
)

/** Of goods, on paper, by hand, in words, and on the way through. */
const act = fc.constantFrom(
  { kind: 'export' },
  { kind: 'brokering', persons: [{ usPerson: false, nationalities: ['DE'] }] },
  { kind: 'service', persons: [{ usPerson: true, activity: 'maintenance' }] },
  { kind: 'technology', technology: { means: 'email', recipientNationalities: ['CN'] } },
  { kind: 'transit' },
)

const deal = fc
  .record({
    act,
    date: fc.constantFrom('2022-03-01', '2024-08-01', '2026-06-15'),
    route: fc.record({ from: place, to: place }, { requiredKeys: ['to'] }),
    items: fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    endUse: fc.constantFrom({ uses: ['civil'], military: false, wmd: false }, {}),
  })
  .map(({ act: how, ...stated }) => fullDeal({ ...stated, ...how }) as Deal)

const inFirst = (changes: Readonly<Record<string, unknown>>): Change => {
  return ({ items: [first, ...rest], ...stated }) =>
    ({ ...stated, items: [{ ...first, ...changes }, ...rest] }) as Deal
}
const inParty = (changes: Readonly<Record<string, unknown>>): Change => {
  return ({ parties: [first, ...rest], ...stated }) =>
    ({ ...stated, parties: [{ ...first, ...changes }, ...rest] }) as Deal
}

/** One fact otherwise, and nothing else. */
const change: fc.Arbitrary<Change> = fc.oneof(
  word.map(
    (id): Change =>
      (stated) => ({ ...stated, id }),
  ),
  fc.constant<Change>(({ id: _id, ...stated }) => stated as Deal),
  amount.map((many) => inFirst({ quantity: { amount: many } })),
  fc.constant(inFirst({ quantity: undefined })),
  word.map((unit) => inFirst({ quantity: { amount: '1', unit } })),
  word.map((id) => inFirst({ id })),
  amount.map((of) => inFirst({ value: { amount: of, currency: 'USD' } })),
  word.map((number) => inFirst({ serialNumbers: [number] })),
  amount.map((weightKg) => inFirst({ weightKg })),
  fc.constantFrom(50, 4000, 9000).map((tpp) => inFirst({ characteristics: { tpp } })),
  place.map((origin) => inFirst({ origin })),
  word.map((name) => inFirst({ name })),
  fc.constantFrom('ic', 'ic.processor').map((kind) => inFirst({ kind })),
  fc.constantFrom('EAR99', '3A001.a.7').map((code) => inFirst({ claimed: { US: code } })),
  fc.constant<Change>((stated) => ({ ...stated, items: stated.items.toReversed() })),
  place.map(
    (to): Change =>
      (stated) => ({ ...stated, route: { ...stated.route, to } }),
  ),
  place.map((country) => inParty({ country })),
  word.map((name) => inParty({ name })),
  amount.map((powerMw) => inParty({ facility: { type: 'data-centre', powerMw } })),
  fc.constantFrom('2022-03-01', '2024-08-01', '2026-06-15', '2026-08-01').map(
    (date): Change =>
      (stated) => ({ ...stated, date }),
  ),
  fc.boolean().map(
    (military): Change =>
      (stated) => ({ ...stated, endUse: { military } as never }),
  ),
  word.map(
    (said): Change =>
      (stated) => ({ ...stated, knowledge: { redFlags: [said] } as never }),
  ),
)

const EDITION = projectLaw()

function holdTwins(rulebook: Rulebook, numRuns: number): void {
  const warm = newAnswerer(rulebook)
  const twins = fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(deal, twins, (first, changes) => {
      const all = [
        first,
        { ...first, id: 'again' },
        ...changes.map((some) => some.reduce((stated, one) => one(stated), first)),
        first,
      ]
      const answers = all.map(warm)
      for (const [at, one] of all.entries()) {
        if (at > 0) expect(answers[at]).toBe(newAnswerer(rulebook)(one))
      }
    }),
    { numRuns },
  )
}

describe('near twins, answered one after the other', () => {
  it('are answered as each would be alone, to the byte', () => {
    holdTwins(smallLaw(), 40)
  })

  it('are so under the law of this edition', () => {
    holdTwins(EDITION, 6)
  })

  it('are told apart by how many there are where the power of the site is compared', () => {
    const warm = newAnswerer(EDITION)
    const site = { type: 'data-centre', powerMw: '1' }
    const first = inParty({ facility: site })(
      fullDeal({ date: '2026-06-15', items: [{ id: 'a', kind: 'ic.processor' }] }) as Deal,
    )
    const all = ['1', '1', '1', '90000'].map((many) =>
      inFirst({ quantity: { amount: many } })(first),
    )
    const answers = all.map(warm)
    expect(answers).toEqual(all.map((one) => newAnswerer(EDITION)(one)))
    const flagged = answers.map((one) => one.includes('pieces draw about 63000 kW'))
    expect(flagged).toEqual([false, false, false, true])
  })
})
