import { contains, type Decimal, parseDecimal } from '../../kernel/index.ts'
import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

export type Limit = DealView['lexicon']['tables']['limits']['limits'][number]

/** Declared values that lie just under an amount from which more is asked. */
export function checkLimits(view: DealView, facts: CrossFacts): void {
  const { value } = view.transaction.filing ?? {}
  const declared = value === undefined ? undefined : parseDecimal(value.amount)
  if (value === undefined || declared?.ok !== true) return
  for (const limit of limitsFor(view)) {
    if (limit.currency !== value.currency) continue
    const each = limit.of === 'piece' ? perPiece(view, limit, declared.value) : declared.value
    const most = parseDecimal(limit.amount)
    if (each === undefined || !most.ok || each.greaterThanOrEqualTo(most.value)) continue
    const below = most.value.minus(each).dividedBy(most.value).times(100)
    facts.say(
      'filing_under_limit_percent',
      below.toNumber(),
      `${each.toDecimalPlaces(2).toString()} ${value.currency} ${limit.of === 'piece' ? 'a piece are' : 'are'} declared, ${limit.what} begins at ${limit.amount} ${limit.currency} (${limit.cite})`,
    )
    return
  }
}

export function limitsFor({ lexicon, transaction, day, items }: DealView): readonly Limit[] {
  const from = transaction.route?.from
  return lexicon.tables.limits.limits.filter(
    (limit) =>
      contains(limit.effective, day) &&
      (limit.from === undefined || (from !== undefined && limit.from.includes(from))) &&
      (limit.hs === undefined || items.some(({ item }) => isUnder(limit, item.hs))),
  )
}

function isUnder({ hs }: Limit, stated: string | undefined): boolean {
  const digits = stated?.replaceAll(/\D/g, '')
  return digits !== undefined && hs?.some((code) => digits.startsWith(code)) === true
}

/** The whole declared value over the pieces that the limit speaks of. */
function perPiece({ items }: DealView, limit: Limit, declared: Decimal): Decimal | undefined {
  let pieces: Decimal | undefined
  for (const { item } of items) {
    if (limit.hs !== undefined && !isUnder(limit, item.hs)) continue
    const amount = item.quantity === undefined ? undefined : parseDecimal(item.quantity.amount)
    if (amount?.ok !== true) return undefined
    pieces = pieces === undefined ? amount.value : pieces.plus(amount.value)
  }
  return pieces === undefined || pieces.isZero() ? undefined : declared.dividedBy(pieces)
}
