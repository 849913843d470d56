import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Determination } from './index.ts'
import { fullDeal, listing, of, smallEngine } from './small-law.fixture.ts'

const engine = smallEngine()
const [endUser] = fullDeal().parties

const place = fc.constantFrom('US', 'NL', 'JP', 'CN', 'RU', 'SG', 'MO')
const truth = fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown')

/** Facts of a deal, each of which somebody may leave out. */
const values = {
  tpp: fc.constantFrom(7, 50, 200, 4799, 4800, 9000),
  hard: truth,
  to: place,
  country: place,
  headquarters: place,
  origin: place,
  military: truth,
  wmd: truth,
  informed: fc.constantFrom<readonly object[]>([], [{ by: 'US' }]),
  makesAdvancedNode: fc.boolean(),
  via: fc.constantFrom<readonly string[]>([], ['US']),
  redFlags: fc.constantFrom<readonly string[]>([], ['odd route']),
  payer: fc.constantFrom('Kiku KK', 'Bad Bank'),
  owners: fc.constantFrom<readonly object[]>(
    [{ name: 'A', share: '1' }],
    [{ name: 'Bad Bank', share: '0.6' }],
  ),
  kind: fc.constantFrom('export', 'service'),
}
type Fact = keyof typeof values
type Facts = { readonly [key in Fact]?: unknown }
const keys = Object.keys(values) as readonly Fact[]
const facts: fc.Arbitrary<Facts> = fc.record(values, { requiredKeys: [] })

const from = fc.constantFrom('US', 'NL')

function deal(known: Facts, leaves: string) {
  return fullDeal({
    kind: known.kind,
    route: { from: leaves, to: known.to, via: known.via },
    items: [
      {
        id: 'chip',
        kind: 'ic.processor',
        origin: known.origin,
        characteristics: { tpp: known.tpp, hard: known.hard },
        content: [],
      },
    ],
    parties: [
      {
        ...endUser,
        country: known.country,
        headquarters: known.headquarters,
        owners: known.owners,
        facility: { makesAdvancedNode: known.makesAdvancedNode },
      },
    ],
    persons: [{ usPerson: false }],
    endUse: { uses: ['civil'], military: known.military, wmd: known.wmd },
    payment: { payer: known.payer },
    knowledge: { informed: known.informed, redFlags: known.redFlags },
  })
}

const screener = listing('Bad Bank')
const answer = (known: Facts, leaves: string): Determination =>
  engine.determine(deal(known, leaves), { screener })
const without = (known: Facts, key: Fact): Facts => ({
  ...known,
  [key]: undefined,
})

describe('law 1', () => {
  it('stays clear for every value of a fact with which nobody needed to speak', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...keys), from, (known, key, leaves) => {
        if (answer(without(known, key), leaves).verdict !== 'clear') return
        expect(answer(known, leaves).verdict).toBe('clear')
      }),
      { numRuns: 400 },
    )
  })
  it('makes nothing clear by leaving out what is known', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...keys), from, (known, key, leaves) => {
        if (answer(known, leaves).verdict === 'clear') return
        expect(answer(without(known, key), leaves).verdict).not.toBe('clear')
      }),
      { numRuns: 400 },
    )
  })
  it('decides a requirement once: what is said later only settles what was open', () => {
    const circumstances = [
      'to',
      'country',
      'headquarters',
      'military',
      'wmd',
      'informed',
      'makesAdvancedNode',
    ] as const
    fc.assert(
      fc.property(facts, fc.constantFrom(...circumstances), (known, key) => {
        // Where it goes and where the end user is make destinations of their own, so both are stated.
        const stated = {
          ...known,
          to: known.to ?? 'JP',
          country: known.country ?? 'JP',
          owners: known.owners ?? [],
        }
        if (key === 'to' || key === 'country') return
        const before = of(answer(without(stated, key), 'US'), 'US').licence.required.asWritten
        if (before === 'unknown') return
        expect(of(answer(stated, 'US'), 'US').licence.required.asWritten).toBe(before)
      }),
      { numRuns: 300 },
    )
  })
  it('is clear often enough for these laws to mean something', () => {
    const clear = {
      tpp: 50,
      hard: false,
      to: 'JP',
      country: 'JP',
      headquarters: 'JP',
      origin: 'US',
      military: false,
      wmd: false,
      informed: [],
      makesAdvancedNode: false,
      via: [],
      redFlags: [],
      payer: 'Kiku KK',
      owners: [{ name: 'A', share: '1' }],
      kind: 'export',
    }
    expect(answer(clear, 'US').verdict).toBe('clear')
    const unheeded = keys.filter((key) => answer(without(clear, key), 'US').verdict === 'clear')
    expect(unheeded).toEqual(['headquarters', 'origin', 'military', 'makesAdvancedNode'])
    for (const key of unheeded) {
      for (const value of fc.sample(values[key] as fc.Arbitrary<unknown>, 30)) {
        expect(answer({ ...clear, [key]: value }, 'US').verdict).toBe('clear')
      }
    }
  })
})

describe('the digest', () => {
  it('does not depend on the order of items, parties and keys', () => {
    const shuffled = (value: unknown, turn: number): unknown => {
      if (Array.isArray(value)) return value.map((one) => shuffled(one, turn))
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value).map(([key, one]) => [key, shuffled(one, turn)])
      return Object.fromEntries(
        [...entries.slice(turn % 3), ...entries.slice(0, turn % 3)].reverse(),
      )
    }
    fc.assert(
      fc.property(facts, facts, fc.nat(20), (one, two, turn) => {
        const [first, second] = [deal(one, 'US'), deal(two, 'US')]
        const items = [...first.items, { ...second.items[0], id: 'other' }]
        const parties = [
          ...first.parties,
          { ...second.parties[0], role: 'purchaser', name: 'Second' },
        ]
        const digest = engine.determine({ ...first, items, parties }).digest
        const other = { ...first, items: items.toReversed(), parties: parties.toReversed() }
        expect(engine.determine(shuffled(other, turn)).digest).toBe(digest)
      }),
      { numRuns: 100 },
    )
  })
})
