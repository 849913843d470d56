import { describe, expect, it } from 'vitest'
import { readDocument, unwrap } from '../kernel/index.ts'
import { createTransactionParser } from './index.ts'
import { smallLaw } from './small-law.fixture.ts'

const parse = createTransactionParser(smallLaw())

const DEAL = `date: 2024-08-01
kind: export
route: { from: US, to: JP }
items:
  - id: chip
    kind: ic.processor
    quantity: { amount: "200", unit: piece }
    value: { amount: "84000", currency: USD }
    claimed: { US: 3A090.a }
parties:
  - role: end-user
    name: Kiku KK
    country: JP
    owners: [{ name: A. Founder, share: "1" }]
    facility: { nodeNm: 14, makesAdvancedNode: false }
endUse: { uses: [civil], military: false }
knowledge: { informed: [] }
`

/** Path, line and remedy of what is wrong with the deal once a piece of it is written otherwise. */
function told(
  from: string,
  to: string,
): readonly (readonly [string | undefined, number, string])[] {
  if (!DEAL.includes(from)) throw new Error(`the deal does not hold ${from}`)
  const document = readDocument(DEAL.replace(from, to), 'deal.yaml')
  const read = document.ok ? parse(document.value.value, document.value) : document
  return (read.ok ? [] : read.problems).map(({ where, remedy }) => [
    where?.path,
    where?.line ?? 0,
    remedy ?? '',
  ])
}

describe('a slip in a transaction is told with its place and how to write it', () => {
  it.each([
    ['nodeNm: 14', 'nodeNm: 14 nm', 'parties[0].facility.nodeNm', 15, 'Write 14 without "nm"'],
    ['nodeNm: 14', 'nodeNm: "13,5"', 'parties[0].facility.nodeNm', 15, 'Write 13.5.'],
    ['2024-08-01', '08/01/2024', 'date', 1, 'Write 2024-01-08 or 2024-08-01, whichever'],
    ['2024-08-01', '1.8.2024', 'date', 1, 'Write 2024-08-01.'],
    ['to: JP', 'to: Japan', 'route.to', 3, 'Write JP.'],
    ['country: JP', 'country: jp', 'parties[0].country', 13, 'Write JP.'],
    [
      'country: JP',
      'country: [JP, SG]',
      'parties[0].country',
      13,
      'Write one value, without brackets',
    ],
    ['country: JP', 'country:', 'parties[0].country', 13, 'Write a value behind the colon'],
    ['role: end-user', 'role: enduser', 'parties[0].role', 11, 'Did you mean "end-user"?'],
    ['role: end-user', 'role: friend', 'parties[0].role', 11, 'Write one of these words.'],
    ['"84000"', 'USD 84000', 'items[0].value.amount', 8, 'Write 84000 without "USD"'],
    ['"84000"', '"84,000"', 'items[0].value.amount', 8, 'Write 84000 or 84.000, whichever'],
    [
      '{ amount: "84000", currency: USD }',
      '84000',
      'items[0].value',
      8,
      'keys: {amount, currency}',
    ],
    ['currency: USD', 'currency: dollars', 'items[0].value.currency', 8, 'three capital letters'],
    [
      '{ amount: "200", unit: piece }',
      '200 pieces',
      'items[0].quantity',
      7,
      'keys: {amount, unit}',
    ],
    ['share: "1"', 'share: 100 %', 'parties[0].owners[0].share', 14, 'Write 1, for 100 per cent'],
    ['share: "1"', 'share: 60', 'parties[0].owners[0].share', 14, 'Write 0.6 for 60 per cent'],
    ['military: false', 'military: no', 'endUse.military', 16, 'Write false'],
    ['uses: [civil]', 'uses: civil', 'endUse.uses', 16, 'Write it in brackets: [civil].'],
    ['claimed: { US:', 'claimed: { USA:', 'items[0].claimed.USA', 9, 'two capital letters'],
    [
      'informed: []',
      'informed: [{by: BIS}]',
      'knowledge.informed[0].by',
      17,
      'two capital letters',
    ],
    [
      'informed: []',
      'informed: [{by: US, covers: {}}]',
      'knowledge.informed[0].covers',
      17,
      'Name what it',
    ],
    ['    name: Kiku', '\tname: Kiku', undefined, 12, 'Indent with spaces'],
    ['country: JP', 'country JP', undefined, 13, 'Write a colon and a space'],
    ['country: JP', 'country:JP', undefined, 13, 'Write a colon and a space'],
    ['name: Kiku KK', 'name: @Kiku KK', undefined, 12, 'Put the value in quotes.'],
    ['name: Kiku KK', 'name: Kiku: KK', undefined, 12, 'a value that holds a colon in quotes'],
    ['currency: USD }', 'currency: USD', undefined, 9, 'close brackets and quotes'],
  ])('%s written as %s', (from, to, path, line, remedy) => {
    const found = told(from, to)
    expect(found[0]).toEqual([path, line, expect.stringContaining(remedy)])
  })
  it('reads codes that look like numbers as they are written', () => {
    const document = unwrap(readDocument(DEAL.replace('3A090.a', '3E905')))
    expect(unwrap(parse(document.value)).items[0]?.claims).toMatchObject([{ code: '3E905' }])
  })
})
