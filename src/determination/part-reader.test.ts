import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartReader } from './part-reader.ts'
import { transactionSchema } from './transaction.ts'

const reader = (): PartReader => new PartReader((_name, part) => part)

const ORDER = {
  id: 'order-1',
  date: '2026-06-01',
  route: { from: 'DE', to: 'SG' },
  items: [
    {
      id: 'line-1',
      kind: 'cell',
      characteristics: { energy_density_Wh_kg: 200 },
      claimed: { US: 'EAR99' },
      quantity: { amount: 5 },
    },
  ],
  parties: [{ role: 'end-user', name: 'Aster', country: 'SG' }],
}

/** What a reader makes of a value that is written down nowhere but in the test. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

describe('a transaction read part by part', () => {
  it('is what the whole would be read as, the first time and later', () => {
    const parts = reader()
    const quantity = fc.record({ amount: fc.oneof(fc.nat(), fc.nat().map(String)) })
    const lines = fc.array(
      fc.record(
        {
          id: fc.constantFrom('a', 'b'),
          quantity,
          kind: fc.constantFrom('cell', 'ic'),
          characteristics: fc.dictionary(
            fc.constantFrom('tpp', 'area'),
            fc.oneof(fc.nat(9), fc.boolean()),
          ),
          serialNumbers: fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }),
          hs: fc.constant('8542'),
        },
        { requiredKeys: [] },
      ),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(lines, (items) => {
        const order = copyOf({ ...ORDER, items })
        expect(parts.read(copyOf(order))).toEqual(transactionSchema.parse(order))
      }),
      { numRuns: 200 },
    )
  })

  it('remembers things ordered again, whatever the line and the number of pieces', () => {
    const parts = reader()
    const first = parts.read(copyOf(ORDER))?.items[0]
    const [line] = ORDER.items
    const again = parts.read({
      ...ORDER,
      items: [{ ...line, id: 'line-2', quantity: { amount: 7 } }],
    })
    expect(again?.items[0]?.characteristics).toBe(first?.characteristics)
    expect(again?.items[0]).toMatchObject({ id: 'line-2', quantity: { amount: '7' } })
    expect(first).toMatchObject({ id: 'line-1', quantity: { amount: '5' } })
  })

  it('keeps what it shares from being written to', () => {
    const read = reader().read(copyOf(ORDER))
    expect(Object.isFrozen(read?.parties?.[0])).toBe(true)
    expect(Object.isFrozen(read?.items[0]?.characteristics)).toBe(true)
  })

  it('tells a number from its text', () => {
    const parts = reader()
    const tpp = (value: unknown) =>
      parts.read({ items: [{ characteristics: { tpp: value } }] })?.items[0]?.characteristics.tpp
    expect([tpp(5), tpp('5'), tpp(5)]).toEqual([5, '5', 5])
  })

  it.each([
    ['no object', []],
    ['no items', { ...ORDER, items: [] }],
    ['nothing of items', { id: 'a' }],
    ['an unknown key', { ...ORDER, rout: {} }],
    ['an unknown key in a line', { items: [{ quantity: { amount: 1, of: 'x' } }] }],
    ['too many parties', { ...ORDER, parties: new Array(201).fill(ORDER.parties[0]) }],
    ['a gap that JSON would drop', { ...ORDER, route: { from: undefined } }],
    [
      'a number that JSON would write as null',
      { items: [{ characteristics: { tpp: Number.NaN } }] },
    ],
    ['a key of the language', JSON.parse('{"__proto__":{},"items":[{}]}')],
  ])('leaves to the reader of the whole: %s', (_name, value) => {
    expect(reader().read(value)).toBeUndefined()
  })

  it('does not remember a part that its reader refuses', () => {
    let refused = 0
    const parts = new PartReader((name, part) => {
      if (name !== 'route') return part
      refused += 1
      return undefined
    })
    expect([parts.read(copyOf(ORDER)), parts.read(copyOf(ORDER))]).toEqual([undefined, undefined])
    expect(refused).toBe(2)
  })
})
