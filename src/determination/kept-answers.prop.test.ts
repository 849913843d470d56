import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { createDeterminer, createTransactionParser, type DetermineOptions, Sheet } from './index.ts'
import { fullDeal, NOBODY_LISTED, smallEngine } from './small-law.fixture.ts'

const { rulebook, classifier } = smallEngine()

/** Reads and answers; screens no party unless told to. */
function newAnswerer() {
  const parse = createTransactionParser(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: '1.0.0' })
  return {
    write: (stated: unknown, options: DetermineOptions) =>
      unwrap(determiner.write(unwrap(parse(stated)), options)),
    writeTo: (sheet: Sheet, stated: unknown) =>
      unwrap(determiner.writeTo(sheet, unwrap(parse.line(JSON.stringify(stated))))),
    determine: (stated: unknown, options: DetermineOptions) =>
      unwrap(determiner.determine(unwrap(parse(stated)), options)),
  }
}

const warm = newAnswerer()

const place = fc.constantFrom('CN', 'JP', 'RU', 'SG', 'US')
const item = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', '\u0000item\u0000'),
    kind: fc.constantFrom('ic.processor', 'ic'),
    characteristics: fc.record(
      { tpp: fc.constantFrom(50, 150, 200, 9000, 'unknown'), hard: fc.boolean() },
      { requiredKeys: [] },
    ),
    origin: place,
    value: fc.record({
      amount: fc.constantFrom('10', '9000'),
      currency: fc.constantFrom('USD', 'EUR'),
    }),
    claimed: fc.record({ US: fc.constantFrom('3A999', 'EAR99', '9X999') }, { requiredKeys: [] }),
    content: fc.constantFrom([], [{ name: 'core', kind: 'ic.processor', origin: 'US' }]),
    madeWith: fc.constantFrom([], [{ what: 'technology', origin: 'US' }]),
    quantity: fc.record({ amount: fc.constantFrom('1', '2'), unit: fc.constant('each') }),
  },
  { requiredKeys: ['kind', 'characteristics'] },
)
const party = fc.record(
  {
    role: fc.constantFrom('end-user', 'purchaser', 'intermediate-consignee'),
    name: fc.constantFrom('Kiku KK', 'Buyer', 'item'),
    country: place,
    headquarters: place,
    type: fc.constantFrom('military', 'commercial', 'individual'),
  },
  { requiredKeys: ['role', 'name'] },
)
const deal = fc
  .record(
    {
      id: fc.constantFrom('one', 'two'),
      date: fc.constantFrom('2020-06-01', '2022-03-01', '2024-08-01'),
      kind: fc.constantFrom('export', 'reexport', 'service', 'technology'),
      route: fc.record({ from: place, to: place }, { requiredKeys: [] }),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
      parties: fc.array(party, { maxLength: 3 }),
      persons: fc.constantFrom([{ usPerson: true }], [{ usPerson: false }], [{}]),
      endUse: fc.record({ military: fc.boolean(), wmd: fc.boolean() }, { requiredKeys: [] }),
      knowledge: fc.constantFrom({ informed: [] }, { redFlags: ['odd'] }, {}),
      authorisations: fc.constantFrom([], [{ kind: 'licence', id: 'D1', jurisdiction: 'US' }]),
    },
    { requiredKeys: ['items'] },
  )
  .map((changes) => fullDeal(changes))
const how = fc.record(
  { unstated: fc.constantFrom('unknown' as const, 'not-given' as const) },
  { requiredKeys: [] },
)

/** Onto a sheet that others are written on. */
function sheetText(answerer: ReturnType<typeof newAnswerer>, stated: unknown): string {
  const sheet = new Sheet()
  sheet.text('before ')
  answerer.writeTo(sheet, stated)
  return sheet.from('before '.length).toString()
}

describe('an answer', () => {
  it('is the same, to the byte, where names and ids are others that sort as they like', () => {
    const names = fc.constantFrom(
      'Aa',
      'transaction',
      'zeta',
      'a',
      'Ärzte “Q”',
      'b',
      '\ud83d\ude00',
    )
    fc.assert(
      fc.property(deal, fc.array(names, { minLength: 6, maxLength: 6 }), (stated, [...other]) => {
        const parties = stated.parties.map((one, at) => ({ ...one, name: other[at] ?? one.name }))
        const items = stated.items.map((one, at) => ({ ...one, id: other[5 - at] ?? 'x' }))
        const changed = { ...stated, parties, items, id: other[0] ?? 'y' }
        warm.write(stated, {})
        const fresh = newAnswerer().write(changed, {})
        expect(warm.write(changed, {})).toBe(fresh)
        expect(sheetText(warm, changed)).toBe(fresh)
      }),
      { numRuns: 30 },
    )
  })
  it('is the same, to the byte, where it goes elsewhere', () => {
    fc.assert(
      fc.property(deal, place, place, (stated, to, country) => {
        const parties = stated.parties.map((one) => ({ ...one, country }))
        const changed = { ...stated, parties, route: { ...stated.route, to } }
        warm.write(stated, {})
        expect(warm.write(changed, {})).toBe(newAnswerer().write(changed, {}))
      }),
      { numRuns: 60 },
    )
  })
  it('is the same, to the byte, whatever was answered before', () => {
    fc.assert(
      fc.property(deal, how, fc.boolean(), (stated, options, screened) => {
        const asked = screened ? { ...options, screener: NOBODY_LISTED } : options
        expect(warm.write(stated, asked)).toBe(newAnswerer().write(stated, asked))
      }),
      { numRuns: 300 },
    )
  })
  it('is the same with its reasons, and read as objects', () => {
    fc.assert(
      fc.property(deal, (stated) => {
        const { reasons, ...rest } = warm.determine(stated, { explain: true })
        expect(reasons).toBeDefined()
        expect(JSON.stringify(rest)).toBe(warm.write(stated, {}))
      }),
      { numRuns: 100 },
    )
  })
})
