import type { Rechecked } from '../desk/index.ts'
import type { Difference, OrderEvent, OrderOnFile } from '../orders/index.ts'
import { count, type Page, paragraph } from './answer/page.ts'
import { verdictWord } from './answer/verdict-words.ts'
import type { Session } from './session.ts'

/** How a run over all orders went. */
export class Tally {
  orders = 0
  first = 0
  failed = 0
  readonly effects: Record<Difference['effect'], number> = {
    held: 0,
    released: 0,
    worse: 0,
    better: 0,
    'other-reasons': 0,
  }

  add({ difference, isFirst, problems }: Rechecked): void {
    this.orders += 1
    if (problems.length > 0) this.failed += 1
    else if (isFirst) this.first += 1
    if (difference !== undefined) this.effects[difference.effect] += 1
  }

  get changed(): number {
    return Object.values(this.effects).reduce((sum, number) => sum + number, 0)
  }
}

const EFFECTS: Readonly<Record<Difference['effect'], string>> = {
  held: 'now held',
  released: 'released',
  worse: 'worse than before',
  better: 'better than before',
  'other-reasons': 'with other reasons',
}

/** `3 orders now held, 1 released; 1,196 as before.` */
export function summaryLines(tally: Tally): readonly string[] {
  const { orders, first, failed, changed, effects } = tally
  const parts = [
    ...(Object.keys(EFFECTS) as Difference['effect'][]).flatMap((effect) =>
      effects[effect] === 0 ? [] : [`${effects[effect]} ${EFFECTS[effect]}`],
    ),
    ...(first === 0 ? [] : [`${first} answered for the first time`]),
    ...(failed === 0 ? [] : [`${failed} that could not be answered`]),
    `${orders - changed - first - failed} as before`,
  ]
  return [`${count(orders, 'open order')}: ${parts.join(', ')}.`]
}

/** Of one order of a run: nothing where it is as before. */
export function orderLines(
  session: Session,
  { ref, answer, difference, isFirst }: Rechecked,
): readonly string[] {
  if (difference !== undefined) return differenceLines(session, ref, difference)
  if (!isFirst || answer === undefined) return []
  return paragraph(
    pageOf(session),
    `${ref}  `,
    `${verdictWord(answer.verdict)}. ${answer.because[0] ?? ''}`,
  )
}

function differenceLines(
  session: Session,
  ref: string,
  { from, to, effect, causes, now, noLonger }: Difference,
): readonly string[] {
  const page = pageOf(session)
  const verdicts = from === to ? verdictWord(to) : `${verdictWord(from)} → ${verdictWord(to)}`
  const head = `${ref}  ${verdicts} (${EFFECTS[effect]})`
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => paragraph(page, `  ${title} `, line))
  return [
    ...paragraph(page, '', head).map((line) => session.paint('bold', line)),
    ...block('because', causes),
    ...block('+', now),
    ...block('−', noLonger),
  ]
}

export function orderLine({ ref, last, filedOn, closed }: OrderOnFile, asJson: boolean): string {
  if (asJson) {
    return JSON.stringify({
      ref,
      filedOn,
      ...(last === undefined
        ? {}
        : { verdict: last.answer.verdict, answeredOn: last.on, digest: last.answer.digest }),
      ...(closed === undefined ? {} : { closed }),
    })
  }
  const answer =
    last === undefined ? 'not answered yet' : `${verdictWord(last.answer.verdict)} since ${last.on}`
  return `${ref}  ${closed === undefined ? answer : `closed on ${closed.on}: ${closed.reason}`}`
}

/** One event in the history of an order. */
export function eventLinesOf(session: Session, event: OrderEvent): readonly string[] {
  switch (event.kind) {
    case 'order-filed':
      return [`${event.on}  put on file (${event.input.slice(0, 19)}…)`]
    case 'order-closed':
      return [`${event.on}  closed: ${event.reason}`]
    case 'order-erased':
      return [`${event.on}  erased: ${event.reason}`]
    case 'order-answered':
      return event.difference === undefined
        ? paragraph(
            pageOf(session),
            `${event.on}  `,
            `${verdictWord(event.answer.verdict)}. ${event.answer.because[0] ?? ''}`,
          )
        : differenceLines(session, event.on, event.difference)
  }
}

function pageOf({ surroundings, paint }: Session): Page {
  return { width: surroundings.columns, paint }
}
