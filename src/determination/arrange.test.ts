import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from '../kernel/index.ts'
import { arrange } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

const { parse } = smallEngine()
const item = (id: string | undefined, kind = 'cell') => ({
  ...(id === undefined ? {} : { id }),
  kind,
})

describe('the one order of a transaction', () => {
  it('does not depend on how items, parties and persons are listed', () => {
    const [endUser] = fullDeal().parties
    const parties = [endUser, { role: 'bank', name: 'B' }, { role: 'bank', name: 'A' }]
    const persons = [
      { name: 'P', usPerson: false },
      { name: 'Q', usPerson: true },
      { usPerson: false },
    ]
    const items = [item('b'), item('a'), item(undefined, 'odd'), item(undefined)]
    const one = arrange(parse(fullDeal({ items, parties, persons })))
    const two = arrange(
      parse(
        fullDeal({
          items: items.toReversed(),
          parties: parties.toReversed(),
          persons: persons.toReversed(),
        }),
      ),
    )
    expect(two.input).toBe(one.input)
    expect(two.items.map(({ id }) => id)).toEqual(one.items.map(({ id }) => id))
    expect(one.parties.map(({ name }) => name)).toEqual(['A', 'B', 'Kiku KK'])
  })
  it('gives every item a name of its own', () => {
    const items = [item('x'), item('x', 'odd'), item(undefined), { kind: 'cell', name: 'y' }]
    const { items: found } = arrange(parse(fullDeal({ items })))
    expect(found.map(({ id }) => id)).toEqual(['item 1', 'x', 'x (2)', 'y'])
  })
  it('remembers where an item stood', () => {
    const { items: found } = arrange(parse(fullDeal({ items: [item('b'), item('a')] })))
    expect(found.map(({ id, index }) => [id, index])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })
  it('reads numbers and decimal texts as one', () => {
    const deal = (tpp: unknown) =>
      fullDeal({ items: [{ kind: 'ic.processor', characteristics: { tpp } }] })
    expect(arrange(parse(deal(48.5))).input).toBe(arrange(parse(deal('48.5'))).input)
    expect(arrange(parse(deal(48))).input).not.toBe(arrange(parse(deal(48.5))).input)
  })
})

describe('the canonical form of an input', () => {
  it('is that of the kernel, with numbers as text', () => {
    const value = { b: [1.5, 'é"\n', null, true], a: { z: '', y: undefined, 10: 2, 9: {} }, Ä: [] }
    const asText = { b: ['1.5', 'é"\n', null, true], a: { z: '', 10: '2', 9: {} }, Ä: [] }
    expect(canonicalInput(value)).toBe(canonicalJson(asText))
    expect(digestOf(JSON.parse(canonicalInput(value)))).toBe(digestOf(asText))
  })
})
