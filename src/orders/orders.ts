import type { Determination } from '../determination/index.ts'
import { digestOf, fail, type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import { differenceOf } from './difference.ts'
import type { OrderAnswered, OrderErased, OrderEvent, StatedTransaction } from './order-event.ts'

/** An order on file, as its events leave it. */
export interface OrderOnFile {
  readonly ref: string
  readonly transaction: StatedTransaction
  readonly filedOn: LegalDate
  readonly closed?: { readonly on: LegalDate; readonly reason: string }
  /** The newest. */
  readonly last?: OrderAnswered
  readonly answers: number
}

/** All events of one order, in order, to what they leave. */
export function orderOf(events: readonly OrderEvent[]): OrderOnFile | undefined {
  return events.reduce<OrderOnFile | undefined>(applyToOrder, undefined)
}

export function applyToOrder(
  order: OrderOnFile | undefined,
  event: OrderEvent,
): OrderOnFile | undefined {
  if (event.kind === 'order-filed') {
    const { ref, transaction, on } = event
    const { closed: _closed, ...rest } = order ?? { answers: 0 }
    return { ...rest, ref, transaction, filedOn: on }
  }
  if (order === undefined || event.kind === 'order-erased') return undefined
  if (event.kind === 'order-answered') return { ...order, last: event, answers: order.answers + 1 }
  return { ...order, closed: { on: event.on, reason: event.reason } }
}

/** Files an order, or what changed of it; the same again changes nothing. */
export function fileOrder(
  order: OrderOnFile | undefined,
  ref: string,
  transaction: StatedTransaction,
  on: LegalDate,
): readonly OrderEvent[] {
  const input = digestOf(transaction)
  const isSame = order !== undefined && digestOf(order.transaction) === input
  if (isSame && order.closed === undefined) return []
  return [{ kind: 'order-filed', ref, on, transaction, input }]
}

/** Keeps an answer where it says anything that the last did not. */
export function answerOrder(
  { ref, last }: OrderOnFile,
  answer: Determination,
  on: LegalDate,
): readonly OrderAnswered[] {
  if (last === undefined) return [{ kind: 'order-answered', ref, on, answer }]
  const difference = differenceOf(last.answer, answer)
  return difference === undefined ? [] : [{ kind: 'order-answered', ref, on, answer, difference }]
}

/** Has what an order says erased, where law or a person asks for it: a closed one, with a reason. */
export function eraseOrder(
  order: OrderOnFile | undefined,
  ref: string,
  reason: string,
  on: LegalDate,
): Result<readonly OrderErased[]> {
  if (order?.closed === undefined) {
    return fail({
      code: 'order.not-closed',
      detail: `No closed order ${JSON.stringify(ref)} is on file.`,
      remedy: 'Close it first; an open order is needed whole.',
    })
  }
  if (reason.trim() === '') return fail(noReason('An order is erased with a reason.'))
  return ok([{ kind: 'order-erased', ref, on, reason }])
}

/** Takes an order off the file: shipped, cancelled, refused. */
export function closeOrder(
  order: OrderOnFile | undefined,
  ref: string,
  reason: string,
  on: LegalDate,
): Result<readonly OrderEvent[]> {
  if (order === undefined || order.closed !== undefined) {
    return fail({
      code: 'order.not-open',
      detail:
        order?.closed === undefined
          ? `No order ${JSON.stringify(ref)} is on file.`
          : `The order ${JSON.stringify(ref)} was closed on ${order.closed.on}: ${order.closed.reason}`,
      remedy: '`navicert orders list` shows those that are open.',
    })
  }
  if (reason.trim() === '') return fail(noReason('An order is closed with a reason.'))
  return ok([{ kind: 'order-closed', ref, on, reason }])
}

function noReason(detail: string): Problem {
  return {
    code: 'order.no-reason',
    detail,
    remedy: 'Say why, as "shipped" or "cancelled by the customer".',
  }
}
