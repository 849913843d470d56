import { describe, expect, it } from 'vitest'
import { createFlagResolver } from './flag-resolver.ts'
import { flagsOfNamesInText, namesIn, screenedQueries } from './named-in-text.ts'
import type { PartyScreener } from './parties.ts'
import type { Transaction } from './transaction.ts'

const CLEARANCE = { mayResolve: [], mayNotResolve: [], cite: 'c', mark: 'text' } as const
const resolver = createFlagResolver(CLEARANCE, [])
const LISTED = 'Lushan University of Aeronautics'

/** Knows one listed party, to nine in ten or to six. */
function screenerOf(probability: number, asked: string[] = []): PartyScreener {
  const party = { list: 'us-entity-list', id: '7', name: LISTED, rule: { citation: '744 Supp. 4' } }
  const hit = { party, probability, because: [] }
  return {
    lists: [],
    screen: ({ name }) => {
      asked.push(name)
      const hits = name === LISTED ? [hit] : []
      return { state: 'clear', hits, because: [] } as unknown as ReturnType<PartyScreener['screen']>
    },
  }
}
const deal = (more: object): Transaction => ({ items: [], ...more }) as unknown as Transaction
const flags = (more: object, probability = 0.95) =>
  flagsOfNamesInText(
    deal(more),
    screenerOf(probability),
    (sentence) => (sentence.includes(' not ') ? 'not' : undefined),
    resolver,
  ).map(({ id, rule, state }) => [id, rule, state])

describe('names in a text', () => {
  it.each([
    ['valves for the clean room of Lushan University of Aeronautics, Jiujiang', [LISTED]],
    ['Shipment to Orchid Wafer Co., Ltd. by sea', ['Orchid Wafer Co.']],
    [
      'used by Research Institute of the 13th Bureau and others',
      ['Research Institute of the 13th Bureau'],
    ],
    ['radar stations', []],
    ['Repair', []],
    ['goods of NUDT', []],
    ['to be of The', []],
  ])('of %j are runs of capitalised words', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })
})

describe('a listed party that the deal names in words', () => {
  const raised = [['listed-party-named/us-entity-list/7', 'listed-party-named', 'open']]
  it.each([
    ['the end use', { endUse: { description: `wind tunnel of ${LISTED}` } }],
    ['the statement', { statement: { endUse: `tests at ${LISTED}` } }],
    ['the site', { statement: { site: LISTED } }],
    [
      'the business of a party',
      { parties: [{ role: 'end-user', name: 'A', business: `agent of ${LISTED}` }] },
    ],
    [
      'a paper',
      { documents: [{ type: 'order', text: `Deliver to gate 3. Final user: ${LISTED}.` }] },
    ],
  ])('in %s is a red flag', (_where, more) => {
    expect(flags(more)).toEqual(raised)
  })
  it('is none where a sentence only mentions it, or a party bears the name', () => {
    expect(
      flags({ documents: [{ type: 'order', text: `The goods shall not go to ${LISTED}.` }] }),
    ).toEqual([])
    const endUse = { description: `wind tunnel of ${LISTED}` }
    expect(flags({ endUse, parties: [{ role: 'end-user', name: LISTED }] })).toEqual([])
  })
  it('is none where it may be another', () => {
    expect(flags({ endUse: { description: `wind tunnel of ${LISTED}` } }, 0.6)).toEqual([])
  })
  it('is told once, and asked for once', () => {
    const asked: string[] = []
    const twice = deal({
      endUse: { description: `${LISTED}. ${LISTED}` },
      statement: { site: LISTED },
    })
    const found = flagsOfNamesInText(twice, screenerOf(0.95, asked), () => undefined, resolver)
    expect(found).toHaveLength(1)
    expect(asked).toEqual([LISTED])
  })
  it('is among what is asked of the lists', () => {
    const stated = deal({
      parties: [{ role: 'end-user', name: 'A' }],
      statement: { endUser: 'B', consignee: 'A' },
      filing: { consignee: 'C' },
      endUse: { description: `not for ${LISTED}` },
    })
    expect(screenedQueries(stated).map(({ name }) => name)).toEqual(['A', 'B', 'C', LISTED])
  })
})
