import { describe, expect, test } from 'vitest'
import type { Determination } from '../determination/index.ts'
import { fullDeal, listing, smallEngine } from '../determination/small-law.fixture.ts'
import type { LegalDate } from '../kernel/index.ts'
import { differenceOf } from './difference.ts'
import {
  answerRecord,
  closeRecord,
  eraseRecord,
  fileRecord,
  type OnFile,
  recordOf,
} from './record.ts'
import type { RecordEvent } from './record-event.ts'

const MONDAY = '2026-06-01' as LegalDate
const TUESDAY = '2026-06-02' as LegalDate
const { determine } = smallEngine()
const clear = determine(fullDeal())
const held = determine(fullDeal(), { screener: listing('Kiku KK') })

/** An order on file after the events, and what came of one more decision. */
function onFile(...events: readonly RecordEvent<Determination>[]): OnFile<Determination> {
  const order = recordOf([...fileRecord(undefined, 'SO-1', fullDeal(), MONDAY), ...events])
  if (order === undefined) throw new Error('it was filed')
  return order
}

describe('what is on file', () => {
  test('stated the same again, in another order of keys, is the same', () => {
    const { items, ...rest } = fullDeal()
    expect(fileRecord(onFile(), 'SO-1', { items, ...rest }, TUESDAY)).toEqual([])
  })

  test('stated otherwise is filed anew and keeps its answers', () => {
    const order = onFile(...answerRecord(onFile(), clear, MONDAY, differenceOf))
    const events = fileRecord(order, 'SO-1', fullDeal({ id: 'other' }), TUESDAY)
    expect(events).toMatchObject([{ kind: 'filed', on: TUESDAY, stated: { id: 'other' } }])
    const answered = answerRecord(onFile(), clear, MONDAY, differenceOf)
    expect(onFile(...answered, ...events)).toMatchObject({
      stated: { id: 'other' },
      answers: 1,
      last: { answer: { digest: clear.digest } },
    })
  })

  test('keeps the first answer, and of later ones those that say something else', () => {
    const once = answerRecord(onFile(), clear, MONDAY, differenceOf)
    expect(once).toEqual([{ kind: 'answered', ref: 'SO-1', on: MONDAY, answer: clear }])
    const order = onFile(...once)
    expect(answerRecord(order, clear, TUESDAY, differenceOf)).toEqual([])
    expect(answerRecord(order, held, TUESDAY, differenceOf)).toMatchObject([
      { on: TUESDAY, difference: { from: clear.verdict, to: held.verdict } },
    ])
  })

  test('is taken off the file once, with a reason, and is back when it is filed again', () => {
    expect(closeRecord('order', onFile(), 'SO-1', ' ', TUESDAY)).toMatchObject({
      problems: [{ code: 'order.no-reason' }],
    })
    const closed = closeRecord('order', onFile(), 'SO-1', 'shipped', TUESDAY)
    if (!closed.ok) throw new Error('it was open')
    const order = onFile(...closed.value)
    expect(order.closed).toEqual({ on: TUESDAY, reason: 'shipped' })
    expect(closeRecord('order', order, 'SO-1', 'shipped', TUESDAY)).toMatchObject({
      problems: [{ code: 'order.not-open' }],
    })
    expect(closeRecord('tool', undefined, 'SN-9', 'sold', TUESDAY)).toMatchObject({
      problems: [{ code: 'tool.not-open' }],
    })
    const again = fileRecord(order, 'SO-1', fullDeal(), TUESDAY)
    expect(onFile(...closed.value, ...again).closed).toBeUndefined()
  })

  test('is erased only once it is closed, and then is nothing', () => {
    expect(eraseRecord('party', onFile(), 'C-1', 'asked', TUESDAY)).toMatchObject({
      problems: [{ code: 'party.not-closed' }],
    })
    const closed = onFile({ kind: 'closed', ref: 'SO-1', on: TUESDAY, reason: 'shipped' })
    const erased = eraseRecord('order', closed, 'SO-1', 'asked', TUESDAY)
    expect(erased).toMatchObject({ ok: true, value: [{ kind: 'erased', reason: 'asked' }] })
    expect(recordOf(answerRecord(onFile(), clear, MONDAY, differenceOf))).toBeUndefined()
  })
})
