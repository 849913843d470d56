import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Determination } from '../determination/index.ts'
import { fullDeal, listing, smallEngine } from '../determination/small-law.fixture.ts'
import { type LegalDate, ProblemError, unwrap } from '../kernel/index.ts'
import type { StatedTransaction } from '../orders/index.ts'
import { masterKeyOf, openStore, type Store } from '../storage/index.ts'
import { OrderBook, type Rechecked } from './order-book.ts'

const TODAY = '2026-06-01' as LegalDate
const { determine } = smallEngine()
const asBefore = (stated: StatedTransaction): Determination => determine(stated)
const onceListed = (stated: StatedTransaction): Determination =>
  determine(stated, { screener: listing('Kiku KK') })

let store: Store
beforeAll(async () => {
  const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
  const now = (): Date => new Date('2026-06-01T08:00:00Z')
  store = await openStore({ memory: true, now, masterKey })
})
afterAll(() => store.close())

const orders = (...refs: readonly string[]): ReadonlyMap<string, StatedTransaction> =>
  new Map(refs.map((ref) => [ref, fullDeal({ id: ref })]))

async function recheck(
  book: OrderBook,
  answer: (stated: StatedTransaction) => Determination,
): Promise<readonly Rechecked[]> {
  const found: Rechecked[] = []
  for await (const portion of book.recheck(answer, TODAY)) found.push(...portion)
  return found
}

describe('the open orders of a store', () => {
  test('are found again by who opens it anew, with their answers and what was different', async () => {
    const book = await OrderBook.open(store, 'person:7')
    const filed = await book.file(orders('A-1', 'A-2'), TODAY)
    expect(filed).toEqual({ ok: true, value: { filed: 2, changed: 0 } })
    expect((await recheck(book, asBefore)).map(({ isFirst }) => isFirst)).toEqual([true, true])
    expect((await recheck(book, asBefore)).some(({ difference }) => difference)).toBe(false)

    const again = await OrderBook.open(store, 'person:8')
    const found = await recheck(again, onceListed)
    expect(found.map(({ difference }) => difference?.to)).toEqual(
      Array.from({ length: 2 }, () => onceListed(fullDeal()).verdict),
    )
    const history = await again.historyOf('A-1')
    expect(history.map(({ kind }) => kind)).toEqual([
      'order-filed',
      'order-answered',
      'order-answered',
    ])
    expect(unwrap(await again.close('A-1', 'shipped', TODAY))).toBeUndefined()
    expect((await OrderBook.open(store, 'person:7')).open().map(({ ref }) => ref)).toEqual(['A-2'])
  })

  test('are told of where one cannot be answered any more, and its last answer stays', async () => {
    const book = await OrderBook.open(store, 'person:7')
    await book.file(orders('B-1', 'B-2'), TODAY)
    await recheck(book, asBefore)
    const found = await recheck(book, (stated) => {
      if (stated.id === 'B-1') throw new ProblemError({ code: 'country.unknown', detail: 'Gone.' })
      return asBefore(stated)
    })
    expect(found.find(({ ref }) => ref === 'B-1')?.problems).toMatchObject([
      { code: 'country.unknown' },
    ])
    expect(book.find('B-1')?.last?.answer.verdict).toBe(asBefore(fullDeal()).verdict)
    expect(book.find('B-1')?.answers).toBe(1)
  })

  test('refuse what was decided on an older state, and keep nothing of it', async () => {
    const book = await OrderBook.open(store, 'person:7')
    await book.file(orders('C-1'), TODAY)
    const late = await OrderBook.open(store, 'person:8')
    unwrap(await book.close('C-1', 'shipped', TODAY))
    const refused = await late.file(new Map([...orders('C-2'), ['C-1', { id: 'C-1' }]]), TODAY)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'store.conflict' }] })
    expect((await OrderBook.open(store, 'person:7')).find('C-2')).toBeUndefined()
  })

  test('say nothing that is not sealed, and can be erased once they are closed', async () => {
    const book = await OrderBook.open(store, 'person:7')
    await book.file(orders('D-1'), TODAY)
    await recheck(book, asBefore)
    expect(await book.erase('D-1', 'asked', TODAY)).toMatchObject({
      problems: [{ code: 'order.not-closed' }],
    })
    unwrap(await book.close('D-1', 'cancelled', TODAY))
    const record = JSON.stringify(await store.readStream('order:D-1'))
    for (const secret of ['Kiku', 'cancelled', 'verdict']) expect(record).not.toContain(secret)

    unwrap(await book.erase('D-1', 'asked', TODAY))
    expect(book.find('D-1')).toBeUndefined()
    const again = await OrderBook.open(store, 'person:8')
    expect(again.all().map(({ ref }) => ref)).not.toContain('D-1')
    expect(await again.historyOf('D-1')).toEqual([
      { kind: 'order-erased', ref: 'D-1', on: TODAY, reason: 'asked' },
    ])
    expect(await again.file(orders('D-1'), TODAY)).toMatchObject({
      problems: [{ code: 'store.subject-destroyed' }],
    })
    expect((await store.verify()).problems).toEqual([])
  })
})
