import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../kernel/index.ts'
import { createTransactionParser } from './index.ts'
import { JsonSlices } from './json-slices.ts'
import { fullDeal, smallEngine } from './small-law.fixture.ts'

const parse = createTransactionParser(smallEngine().rulebook)

/** As readJson and the parser have it. */
function readWhole(text: string): unknown {
  const value = readJson(text)
  return value.ok ? parse(value.value) : value
}

describe('a transaction read from its line', () => {
  const stated = fc
    .record(
      {
        id: fc.string(),
        date: fc.constantFrom('2020-06-01', '2020-13-01'),
        route: fc.record({ from: fc.constantFrom('US', 'XX'), to: fc.constant('CN') }),
        items: fc.array(
          fc.record(
            {
              id: fc.string(),
              kind: fc.constantFrom('ic', 'ic.processor'),
              characteristics: fc.constantFrom({ tpp: 50 }, { tpp: '4800.5' }, { odd: [1, {}] }),
              quantity: fc.constantFrom({ amount: 5 }, { amount: '3', unit: 'each' }, null),
              serialNumbers: fc.array(fc.string(), { maxLength: 2 }),
              claimed: fc.constantFrom({ US: 'EAR99' }, { US: [{ code: '3A999' }] }),
            },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
        documents: fc.constantFrom([], [{ type: 'letter', text: '“}],{["\\' }]),
        nonsense: fc.constant(1),
      },
      { requiredKeys: [] },
    )
    .map((changes) => fullDeal(changes))

  it('is what the whole is read as, the first time and later, with its problems', () => {
    fc.assert(
      fc.property(stated, fc.constantFrom(0, 1), (order, indent) => {
        const text = JSON.stringify(order, null, indent)
        expect(parse.line(text)).toEqual(readWhole(text))
        expect(parse.line(text)).toEqual(readWhole(text))
      }),
      { numRuns: 200 },
    )
  })

  it('is refused as the whole is, wherever the text is broken', () => {
    const whole = JSON.stringify(fullDeal({ items: [{ id: 'a', kind: 'ic' }] }))
    const wrong = fc.constantFrom(
      '',
      ',',
      ':',
      '"',
      '{',
      '}',
      '[',
      ']',
      ' ',
      '1',
      '\\',
      '"id":"a",',
    )
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(2), wrong, (at, cut, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + cut)
        expect(parse.line(text)).toEqual(readWhole(text))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps digits that no double holds, and refuses what is nested too deep', () => {
    for (const item of [
      '{"kind":"ic","quantity":{"amount":0.12345678901234567}}',
      `{"a":${'['.repeat(62)}${']'.repeat(62)}}`,
    ]) {
      const text = `{"items":[${item}]}`
      expect(parse.line(text)).toEqual(readWhole(text))
    }
  })

  it('gives the same things for the same texts', () => {
    const text = (id: string): string => JSON.stringify({ ...fullDeal(), id })
    const [one, two] = [parse.line(text('one')), parse.line(text('two'))]
    expect(one.ok && two.ok && one.value.route).toBe(two.ok && two.value.route)
    expect(one.ok && two.ok && one.value.parties).toBe(two.ok && two.value.parties)
  })
})

describe('slices of JSON', () => {
  it('are the texts of the members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value)
        const found: [string, unknown][] = []
        const isWhole = new JsonSlices(text).object((key, from, to) => {
          found.push([key, JSON.parse(text.slice(from, to))])
          return true
        })
        expect(isWhole).toBe(true)
        expect(Object.fromEntries(found)).toEqual(JSON.parse(text))
      }),
    )
  })
})
