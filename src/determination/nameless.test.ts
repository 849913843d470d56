import { describe, expect, it } from 'vitest'
import { createClassifier } from '../classification/index.ts'
import { unwrap } from '../kernel/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { arrange } from './arrange.ts'
import { createDeterminer, createTransactionParser, type Determination } from './index.ts'
import { partiesWithoutNames } from './nameless.ts'

const rulebook = projectLaw()
const classifier = createClassifier(rulebook)

function newAnswerer() {
  const parse = createTransactionParser(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: '1.0.0' })
  return (stated: object, explain = false): string =>
    unwrap(determiner.write(unwrap(parse.line(JSON.stringify(stated))), { explain }))
}

function deal(name: string, changes: { readonly party?: object; readonly item?: object } = {}) {
  const adc = { resolution_bit: 16, sample_rate_MSPS: 80 }
  return {
    id: 'order',
    date: '2026-06-15',
    kind: 'export',
    route: { from: 'DE', to: 'MX' },
    items: [{ id: 'line', kind: 'ic.adc', characteristics: adc, ...changes.item }],
    parties: [
      { role: 'exporter', name: 'Eichgrund Werk GmbH', country: 'DE' },
      { role: 'end-user', name, country: 'MX', headquarters: 'MX', ...changes.party },
    ],
    endUse: { uses: ['civil'], military: false, wmd: false },
  }
}

const PLAIN = 'Kempas Industria'
const flagsOf = (text: string) =>
  (JSON.parse(text) as Determination).redFlags.map(({ rule }) => rule)

describe('a deal that differs in the name of a party alone', () => {
  it.each([
    ['no more than a name', 'Kempas Metalurgia', {}],
    ['carries goods', 'Kempas Freight Forwarding', {}],
    ['is nobody yet', 'To be advised', {}],
    ['is called as the deal is', 'transaction', {}],
    ['is called as the item is', 'line', {}],
    ['is called as the exporter is', 'Eichgrund Werk GmbH', {}],
    ['has an owner', 'Kempas Metalurgia', { party: { owners: [{ name: 'A. Founder' }] } }],
    ['has an address', 'Kempas Metalurgia', { party: { address: 'Elbufer 4, Dresden' } }],
    [
      'is named where the goods came from',
      'Kempas Metalurgia',
      {
        item: { acquiredUnder: 'They stay here, not for export except to Kempas Metalurgia.' },
      },
    ],
  ])('is answered as by a new engine where it %s', (_what, name, changes) => {
    const warm = newAnswerer()
    warm(deal(PLAIN, changes))
    warm(deal(PLAIN, changes), true)
    expect(warm(deal(name, changes))).toBe(newAnswerer()(deal(name, changes)))
    expect(warm(deal(name, changes), true)).toBe(newAnswerer()(deal(name, changes), true))
  })

  it('raises the flag that its name raises', () => {
    const warm = newAnswerer()
    expect(flagsOf(warm(deal(PLAIN)))).toEqual([])
    expect(flagsOf(warm(deal('To be advised')))).not.toEqual([])
    expect(flagsOf(warm(deal('Kempas Metalurgia')))).toEqual([])
  })
})

describe('parties without their names', () => {
  const nameless = (stated: object) => {
    const read = createTransactionParser(rulebook)(stated)
    return partiesWithoutNames(arrange(unwrap(read)))
  }

  it('are the same whatever the name, and others in another country', () => {
    expect(nameless(deal(PLAIN))).toBeDefined()
    expect(nameless(deal('Kempas Metalurgia'))).toBe(nameless(deal(PLAIN)))
    expect(nameless(deal(PLAIN, { party: { country: 'CA' } }))).not.toBe(nameless(deal(PLAIN)))
  })

  it.each([
    ['two of them have one name', deal('Eichgrund Werk GmbH')],
    ['one is called as what is asked of nobody', deal('transaction')],
    ['an owner is stated', deal(PLAIN, { party: { owners: [{ name: 'A. Founder' }] } })],
    ['an address is stated', deal(PLAIN, { party: { address: 'Elbufer 4' } })],
    ['a payer is stated', { ...deal(PLAIN), payment: { payer: PLAIN } }],
  ])('are none where %s', (_what, stated) => {
    expect(nameless(stated)).toBeUndefined()
  })
})
