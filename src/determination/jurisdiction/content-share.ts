import {
  type Decimal,
  decimal,
  FALSE,
  formatDecimal,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { Jurisdiction } from '../../rulebook/index.ts'
import { called, originatesIn, type ReachedItem } from './reached-item.ts'

/**
 * How much of an item's value is controlled content of a territory: at least, and at most. A piece from
 * there counts whole, whatever is in it; of a piece from elsewhere what it holds from there counts, so
 * that nothing counts twice. Amounts compare only in the currency of the whole; no rate is invented.
 */
export interface ContentShare {
  /** In percent of the value of the whole; undefined where that cannot be said. */
  readonly least: Decimal | undefined
  readonly most: Decimal | undefined
  /** Some controlled content is surely there, or surely not. */
  readonly any: TruthCode
  /** `laser 20, controller 11, of 100 EUR` */
  readonly computation: string
  readonly asked: readonly string[]
}

/** Whether a piece from the territory counts as controlled. */
export type IsControlled = (piece: ReachedItem) => TruthCode

const HUNDRED = decimal(100)
const NONE: Sum = {
  least: decimal(0),
  most: decimal(0),
  limited: true,
  any: FALSE,
  parts: [],
  asked: [],
}

interface Sum {
  readonly least: Decimal
  /** What everything of a stated value may come to. */
  readonly most: Decimal
  /** False: something counts whose value is not stated, so that it may come to more than `most`. */
  readonly limited: boolean
  readonly any: TruthCode
  readonly parts: readonly string[]
  readonly asked: readonly string[]
}

export function contentShare(
  whole: ReachedItem,
  home: Jurisdiction,
  isControlled: IsControlled,
): ContentShare {
  const { value } = whole.item
  const sum = inside(whole, home, isControlled, value?.currency)
  const total = value === undefined ? undefined : decimal(value.amount)
  if (sum.any === FALSE && sum.limited && sum.most.isZero()) {
    return {
      least: sum.least,
      most: sum.most,
      any: FALSE,
      computation: 'no controlled content',
      asked: sum.asked,
    }
  }
  const of = total === undefined || total.isZero() ? undefined : total
  const percent = (amount: Decimal): Decimal | undefined =>
    of === undefined ? undefined : amount.div(of).times(HUNDRED)
  return {
    least: percent(sum.least),
    most: percent(heldTo(of, sum).most),
    any: sum.any,
    computation: `${sum.parts.join(', ')}, of ${total === undefined ? 'a value not stated' : `${formatDecimal(total)} ${value?.currency}`}`,
    asked: of === undefined ? ['value', ...sum.asked] : sum.asked,
  }
}

function inside(
  whole: ReachedItem,
  home: Jurisdiction,
  isControlled: IsControlled,
  currency: string | undefined,
): Sum {
  const { content } = whole
  if (content === undefined) {
    const fact = place(whole, 'content')
    return { ...NONE, limited: false, any: UNKNOWN, parts: [`${fact} not stated`], asked: [fact] }
  }
  return content
    .map((piece) => ofPiece(piece, home, isControlled, currency))
    .reduce(
      (sum, one): Sum => ({
        least: sum.least.plus(one.least),
        most: sum.most.plus(one.most),
        limited: sum.limited && one.limited,
        any: Math.max(sum.any, one.any) as TruthCode,
        parts: [...sum.parts, ...one.parts],
        asked: [...sum.asked, ...one.asked],
      }),
      NONE,
    )
}

function ofPiece(
  piece: ReachedItem,
  home: Jurisdiction,
  isControlled: IsControlled,
  currency: string | undefined,
): Sum {
  const from = originatesIn(piece.item, home)
  const worth = worthOf(piece, currency)
  const held = from === TRUE ? NONE : heldTo(worth, inside(piece, home, isControlled, currency))
  if (from === FALSE) return held
  const controlled = isControlled(piece)
  if (controlled === FALSE) return held
  const asked = [
    ...(from === UNKNOWN ? [place(piece, 'origin')] : []),
    ...(controlled === UNKNOWN ? [place(piece, 'claimed')] : []),
    ...(worth === undefined ? [place(piece, 'value')] : []),
  ]
  const surely = from === TRUE && controlled === TRUE
  const said = worth === undefined ? 'a value not comparable' : formatDecimal(worth)
  return {
    least: surely && worth !== undefined ? worth : held.least,
    // Of a piece that may be from there the whole value may count, never less than what it holds.
    most: worth === undefined ? held.most : higher(worth, held.most),
    limited: worth !== undefined,
    any: surely ? TRUE : UNKNOWN,
    parts: [`${called(piece)} ${said}${surely ? '' : ' (perhaps)'}`],
    asked,
  }
}

/**
 * What is in a piece is worth no more than the piece. Where the stated values of what is in it come to
 * more, the statements contradict each other, and the higher one holds: a limit taken from the lower one
 * would be passed as soon as an open piece is found to be controlled.
 */
function heldTo(worth: Decimal | undefined, sum: Sum): Sum {
  return sum.limited || worth === undefined
    ? sum
    : { ...sum, most: higher(worth, sum.most), limited: true }
}

function higher(left: Decimal, right: Decimal): Decimal {
  return left.gt(right) ? left : right
}

function worthOf({ item }: ReachedItem, currency: string | undefined): Decimal | undefined {
  const { value } = item
  return value === undefined || currency === undefined || value.currency !== currency
    ? undefined
    : decimal(value.amount)
}

function place({ path }: ReachedItem, fact: string): string {
  return path === '' ? fact : `${path}.${fact}`
}
