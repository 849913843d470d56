import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Classification, Item } from '../../classification/index.ts'
import { FALSE, TRUE, type TruthCode, UNKNOWN } from '../../kernel/index.ts'
import type { Jurisdiction } from '../../rulebook/index.ts'
import { type ContentShare, contentShare } from './content-share.ts'
import { type ReachedItem, reachedItem } from './reached-item.ts'

const HOME = { code: 'US', name: 'Uland', territory: ['US'] } as unknown as Jurisdiction

interface Stated {
  readonly name?: string
  readonly origin?: string
  readonly worth?: number
  readonly currency?: string
  readonly content?: readonly Stated[]
}

function item({ name, origin, worth, currency = 'EUR', content }: Stated): Item {
  return {
    characteristics: {},
    claims: [],
    serialNumbers: [],
    madeWith: [],
    ...(name === undefined ? {} : { name }),
    ...(origin === undefined ? {} : { origin }),
    ...(worth === undefined ? {} : { value: { amount: String(worth), currency } }),
    ...(content === undefined ? {} : { content: content.map(item) }),
  }
}

function unclassified({ content = [] }: Item): Classification {
  return { content: content.map(unclassified) } as unknown as Classification
}

const reached = (stated: Stated): ReachedItem => {
  const made = item(stated)
  return reachedItem(made, unclassified(made))
}
const share = (stated: Stated, controlled: (name: string) => TruthCode = () => TRUE) =>
  contentShare(reached(stated), HOME, (piece) => controlled(piece.item.name ?? ''))
const bounds = ({ least, most }: ContentShare) => [least?.toNumber(), most?.toNumber()]
const us = (worth?: number, more: Stated = {}): Stated => ({
  name: 'circuit',
  origin: 'US',
  content: [],
  ...(worth === undefined ? {} : { worth }),
  ...more,
})
const de = (worth: number, content?: readonly Stated[]): Stated => ({
  name: 'laser',
  origin: 'DE',
  worth,
  ...(content === undefined ? {} : { content }),
})

describe('the share of controlled content', () => {
  it('is nothing where there is no content, whatever the whole is worth', () => {
    expect(bounds(share({ content: [] }))).toEqual([0, 0])
  })
  it('is exact where everything is stated', () => {
    expect(bounds(share({ worth: 100, content: [us(26), de(40, [])] }))).toEqual([26, 26])
  })
  it('counts what a piece from elsewhere holds from there', () => {
    expect(bounds(share({ worth: 100, content: [de(40, [us(20)])] }))).toEqual([20, 20])
  })
  it('counts a piece from there once, whatever is in it', () => {
    expect(bounds(share({ worth: 100, content: [us(30, { content: [us(20)] })] }))).toEqual([
      30, 30,
    ])
  })
  it('leaves out what is not controlled', () => {
    expect(bounds(share({ worth: 100, content: [us(30)] }, () => FALSE))).toEqual([0, 0])
  })
  it('is open by what may be controlled, and by what may come from there', () => {
    expect(bounds(share({ worth: 100, content: [us(30)] }, () => UNKNOWN))).toEqual([0, 30])
    const nowhere: Stated = { name: 'part', worth: 30, content: [us(10)] }
    expect(bounds(share({ worth: 100, content: [nowhere] }))).toEqual([10, 30])
  })
  it('asks for the origin, the entry and the value that would decide', () => {
    const unknown: Stated = { name: 'part', content: [] }
    expect(share({ worth: 100, content: [unknown] }, () => UNKNOWN).asked).toEqual([
      'content[0].origin',
      'content[0].claimed',
      'content[0].value',
    ])
  })
  it('takes no other currency, and invents no rate', () => {
    const dollars = share({ worth: 100, content: [us(30, { currency: 'USD' })] })
    expect(bounds(dollars)).toEqual([0, 100])
    expect(dollars.asked).toContain('content[0].value')
  })
  it('holds what a piece contains to what the piece is worth', () => {
    expect(bounds(share({ worth: 100, content: [de(20)] }))).toEqual([0, 20])
    expect(share({ worth: 100, content: [de(20)] }).asked).toContain('content[0].content')
  })
  it('keeps to the content where a piece is stated to be worth less than it holds', () => {
    expect(bounds(share({ worth: 100, content: [de(5, [us(20)])] }))).toEqual([20, 20])
  })
  it('takes no limit from a piece that is stated to be worth less than it may hold', () => {
    const contradictory = de(5, [us(20), us()])
    expect(bounds(share({ worth: 100, content: [contradictory] }, () => UNKNOWN))).toEqual([0, 20])
    const more = { worth: 100, content: [us(60), us(60), us()] }
    expect(bounds(share(more, () => UNKNOWN))).toEqual([0, 120])
  })
  it('says nothing of a whole without a value', () => {
    const open = share({ content: [us(30)] })
    expect(bounds(open)).toEqual([undefined, undefined])
    expect(open.asked).toContain('value')
    expect(open.any).toBe(TRUE)
  })
})

const piece: fc.Arbitrary<Stated> = fc.letrec<{ piece: Stated }>((tie) => ({
  piece: fc.record(
    {
      name: fc.constantFrom('controlled', 'open', 'free'),
      origin: fc.constantFrom('US', 'DE'),
      worth: fc.nat(40),
      content: fc.array(tie('piece'), { maxLength: 2, depthIdentifier: 'content' }),
    },
    { requiredKeys: ['name'] },
  ),
})).piece

const byName = (name: string): TruthCode =>
  name === 'controlled' ? TRUE : name === 'free' ? FALSE : UNKNOWN

describe('any share', () => {
  it('has its least at or below its most', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (content) => {
        const { least, most } = share({ worth: 200, content }, byName)
        return least !== undefined && most !== undefined && least.lte(most)
      }),
    )
  })
  it('only narrows when an open piece is decided either way', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 4 }),
        fc.constantFrom(TRUE, FALSE),
        (content, decided) => {
          const before = share({ worth: 200, content }, byName)
          const after = share({ worth: 200, content }, (name) =>
            name === 'open' ? decided : byName(name),
          )
          const [low, high] = bounds(before)
          const [least, most] = bounds(after)
          return (least ?? 0) >= (low ?? 0) && (most ?? 100) <= (high ?? 100)
        },
      ),
    )
  })
})
