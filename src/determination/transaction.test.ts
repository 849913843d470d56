import { describe, expect, it } from 'vitest'
import { readDocument, unwrap } from '../kernel/index.ts'
import { createTransactionParser } from './index.ts'
import { fullDeal, smallLaw } from './small-law.fixture.ts'

const parse = createTransactionParser(smallLaw())
const problems = (value: unknown) => {
  const read = parse(value)
  return read.ok ? [] : read.problems
}
const [endUser] = fullDeal().parties

/** The transaction of the contract, with every key it shows. */
const WHOLE = `
id: order-4711
date: 2026-06-01
kind: export
route: { from: NL, to: CN, via: [SG] }
items:
  - id: tool-1
    name: ArF immersion scanner
    kind: ic.processor
    characteristics: { tpp: 193 }
    claimed: { EU: 3B501.f.1.b }
    hs: "848620"
    declaredDescription: "a tool"
    serialNumbers: []
    origin: NL
    acquiredUnder: null
    quantity: { amount: "1", unit: piece }
    value: { amount: "52000000", currency: EUR }
    weightKg: "70000"
    content: [ { name: laser, kind: odd, origin: US, claimed: { US: 3B991 }, content: [], madeWith: [] } ]
    madeWith: [ { what: technology, origin: US, claimed: { US: 3E001 } } ]
parties:
  - role: end-user
    name: Example Fab Co
    nativeName: "例"
    country: CN
    headquarters: CN
    address: "1 Example Road, Shanghai"
    identifiers: { lei: "5493", registration: "9131" }
    type: commercial
    business: "logic foundry"
    contacts: [ { email: "a@example.com", phone: "+86" } ]
    owners: [ { name: Holding Ltd, country: CN, share: "0.6" } ]
    claimedStatus: [ { list: us-entity-list, footnotes: [5], basis: "known" } ]
    facility: { type: fab, product: logic, nodeNm: 28, nonPlanar: unknown, layers: null, halfPitchNm: null, makesAdvancedNode: unknown, powerMw: null }
persons:
  - { name: "E", nationalities: [DE], permanentResidence: US, usPerson: true, employerHeadquarters: NL, location: CN, activity: maintenance }
technology: { means: visit, recipientNationalities: [CN], location: NL }
endUse: { description: "chips", uses: [ic-production], military: false, wmd: false }
statement: { endUser: "E", consignee: "E", endUse: "chips", items: [tool-1], quantity: { amount: 1 }, site: "S", signatory: "S", signedOn: 2026-03-01 }
authorisations:
  - { kind: licence, id: "D123456", jurisdiction: US, from: 2026-01-01, until: 2027-12-31, lines: [tool-1], remaining: { amount: 2 }, filedOn: null, evidence: "paper" }
filing: { system: AES, licenceCode: C33, licenceReference: "R", declaredCode: 3B991, documentCodes: [Y901], consignee: "E", value: { amount: 1, currency: EUR } }
payment: { payer: "Bank", country: CN }
knowledge: { informed: [ { by: US, on: 2020-09-25, scope: "all" } ], redFlags: [], resolved: [ { flag: "f", by: "b", role: compliance, reason: "r" } ] }
documents: [ { type: letter-of-credit, text: "words" } ]
history: [ { date: 2026-02-01, items: [tool-1], parties: [Example Fab Co], outcome: refused } ]
`

describe('a transaction file', () => {
  it('may say everything the contract shows', () => {
    const document = unwrap(readDocument(WHOLE, 'order.yaml'))
    expect(unwrap(parse(document.value, document))).toMatchObject({
      id: 'order-4711',
      route: { from: 'NL', to: 'CN', via: ['SG'] },
      parties: [{ facility: { nodeNm: '28', layers: null } }],
      authorisations: [{ remaining: { amount: '2' } }],
    })
  })
  it('names a misspelt key, its line and the nearest known one', () => {
    const document = unwrap(readDocument(WHOLE.replace('wmd: false', 'wdm: false'), 'order.yaml'))
    const read = parse(document.value, document)
    expect(read.ok ? [] : read.problems).toMatchObject([
      {
        code: 'input.unknown-key',
        where: { file: 'order.yaml', line: 39, path: 'endUse.wdm' },
        remedy: expect.stringContaining('"wmd"'),
      },
    ])
  })
  it('names an unknown country, its line and the nearest known one', () => {
    const document = unwrap(readDocument(WHOLE.replace('via: [SG]', 'via: [SX]'), 'order.yaml'))
    const read = parse(document.value, document)
    expect(read.ok ? [] : read.problems).toMatchObject([
      {
        code: 'country.unknown',
        where: { line: 5, path: 'route.via[0]' },
        remedy: expect.stringContaining('did you mean'),
      },
    ])
  })
  it('suggests nothing where nothing known is near', () => {
    const stated = { items: [{ kind: 'ic' }], endUse: { uses: ['gardening'] } }
    const read = parse(stated)
    expect(read.ok ? [] : read.problems.map(({ remedy }) => remedy)).toEqual([
      expect.stringMatching(/^Known: /),
    ])
  })
  it('takes aliases of places, wherever a place stands', () => {
    const deal = fullDeal({
      route: { from: 'US', to: 'UA-CRIMEA', via: ['UA-CRIMEA'] },
      parties: [
        { ...endUser, country: 'UA-CRIMEA', owners: [{ name: 'O', country: 'UA-CRIMEA' }] },
      ],
      items: [{ id: 'a', kind: 'cell', content: [{ kind: 'cell', origin: 'UA-CRIMEA' }] }],
    })
    const read = unwrap(parse(deal))
    expect(JSON.stringify(read)).not.toContain('CRIMEA')
    expect(read.route).toEqual({ from: 'US', to: 'UA-43', via: ['UA-43'] })
    expect(read.items[0]?.content?.[0]?.origin).toBe('UA-43')
  })
  it('does not take the day a licence begins for a country', () => {
    const held = { kind: 'licence', id: 'L', from: '2024-01-01', lines: ['chip'] }
    expect(problems(fullDeal({ authorisations: [held] }))).toEqual([])
  })
  it.each([
    ['a use', { endUse: { uses: ['civl'] } }, 'endUse.uses[0]', '"civil"'],
    [
      'a list',
      { parties: [{ ...endUser, claimedStatus: [{ list: 'us-entitylist' }] }] },
      'parties[0].claimedStatus[0].list',
      '"us-entity-list"',
    ],
    [
      'a list of an owner',
      { parties: [{ ...endUser, owners: [{ name: 'O', claimedStatus: [{ list: 'us-meuu' }] }] }] },
      'parties[0].owners[0].claimedStatus[0].list',
      'us-',
    ],
  ])(
    'refuses %s that no rule knows, since it would silently fit none',
    (_name, change, path, near) => {
      expect(problems(fullDeal(change))).toMatchObject([
        { code: 'input.unknown-value', where: { path }, remedy: expect.stringContaining(near) },
      ])
    },
  )
  it.each([
    ['no items', { items: [] }, 'at least one item'],
    [
      'a party without a role',
      { parties: [{ name: 'F' }] },
      'The role is missing. Roles: exporter,',
    ],
    ['a role nobody has', { parties: [{ role: 'friend', name: 'F' }] }, 'is no role'],
    [
      'a share above one',
      { parties: [{ ...endUser, owners: [{ name: 'O', share: '1.1' }] }] },
      'fraction of 1',
    ],
    ['a negative amount', { items: [{ kind: 'cell', quantity: { amount: '-1' } }] }, ''],
    ['a lower-case country', { route: { from: 'us' } }, 'is not a country'],
    ['a day that is none', { date: '2024-02-30' }, 'is not a day'],
    [
      'an answer that is none',
      { endUse: { military: 'maybe' } },
      'Neither true, false nor unknown',
    ],
    ['too many parties', { parties: new Array(201).fill(endUser) }, 'More than 200'],
    ['too many items', { items: new Array(1001).fill({ kind: 'cell' }) }, 'More than 1,000'],
    [
      'a resolution without a reason',
      { knowledge: { resolved: [{ flag: 'f', by: 'b', role: 'r' }] } },
      '',
    ],
  ])('refuses %s', (_name, change, words) => {
    const [problem] = problems(fullDeal(change))
    expect(problem?.code).toBe('input.wrong-shape')
    expect(problem?.detail).toContain(words)
  })
})
