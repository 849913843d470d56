import { describe, expect, test } from 'vitest'
import { fullDeal, listing, smallEngine } from '../determination/small-law.fixture.ts'
import type { LegalDate } from '../kernel/index.ts'
import type { OrderEvent } from './order-event.ts'
import { answerOrder, closeOrder, fileOrder, type OrderOnFile, orderOf } from './orders.ts'

const MONDAY = '2026-06-01' as LegalDate
const TUESDAY = '2026-06-02' as LegalDate
const { determine } = smallEngine()
const clear = determine(fullDeal())
const held = determine(fullDeal(), { screener: listing('Kiku KK') })

/** An order on file after the events, and what came of one more decision. */
function onFile(...events: readonly OrderEvent[]): OrderOnFile {
  const order = orderOf([...fileOrder(undefined, 'SO-1', fullDeal(), MONDAY), ...events])
  if (order === undefined) throw new Error('it was filed')
  return order
}

describe('an order on file', () => {
  test('stated the same again, in another order of keys, is the same', () => {
    const { items, ...rest } = fullDeal()
    expect(fileOrder(onFile(), 'SO-1', { items, ...rest }, TUESDAY)).toEqual([])
  })

  test('stated otherwise is filed anew and keeps its answers', () => {
    const order = onFile(...answerOrder(onFile(), clear, MONDAY))
    const events = fileOrder(order, 'SO-1', fullDeal({ id: 'other' }), TUESDAY)
    expect(events).toMatchObject([
      { kind: 'order-filed', on: TUESDAY, transaction: { id: 'other' } },
    ])
    const [filed] = events
    expect(orderOf([...filedAndAnswered(), ...(filed === undefined ? [] : [filed])])).toMatchObject(
      {
        transaction: { id: 'other' },
        answers: 1,
        last: { answer: { digest: clear.digest } },
      },
    )
  })

  test('keeps the first answer, and of later ones those that say something else', () => {
    const once = answerOrder(onFile(), clear, MONDAY)
    expect(once).toEqual([{ kind: 'order-answered', ref: 'SO-1', on: MONDAY, answer: clear }])
    const order = onFile(...once)
    expect(answerOrder(order, clear, TUESDAY)).toEqual([])
    expect(answerOrder(order, held, TUESDAY)).toMatchObject([
      { on: TUESDAY, difference: { from: clear.verdict, to: held.verdict } },
    ])
  })

  test('is closed once, with a reason, and opens again when it is filed again', () => {
    expect(closeOrder(onFile(), 'SO-1', ' ', TUESDAY)).toMatchObject({
      problems: [{ code: 'order.no-reason' }],
    })
    const closed = closeOrder(onFile(), 'SO-1', 'shipped', TUESDAY)
    if (!closed.ok) throw new Error('it was open')
    const order = onFile(...closed.value)
    expect(order.closed).toEqual({ on: TUESDAY, reason: 'shipped' })
    expect(closeOrder(order, 'SO-1', 'shipped', TUESDAY)).toMatchObject({
      problems: [{ code: 'order.not-open' }],
    })
    expect(closeOrder(undefined, 'SO-9', 'shipped', TUESDAY)).toMatchObject({ ok: false })
    const again = fileOrder(order, 'SO-1', fullDeal(), TUESDAY)
    expect(onFile(...closed.value, ...again).closed).toBeUndefined()
  })

  test('is nothing before it is filed', () => {
    expect(orderOf(answerOrder(onFile(), clear, MONDAY))).toBeUndefined()
  })
})

function filedAndAnswered(): readonly OrderEvent[] {
  return [
    ...fileOrder(undefined, 'SO-1', fullDeal(), MONDAY),
    ...answerOrder(onFile(), clear, MONDAY),
  ]
}
