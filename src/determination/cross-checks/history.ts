import { type Decimal, decimal, parseDecimal } from '../../kernel/index.ts'
import type { ArrangedItem } from '../arrange.ts'
import { daysBetween } from './days.ts'
import { type DealView, namesOf } from './deal-view.ts'
import {
  customerOf,
  type EarlierDeal,
  type EarlierItem,
  earlierDeals,
  isSameGoods,
} from './earlier.ts'
import type { CrossFacts } from './facts.ts'
import { type Limit, limitsFor } from './filing-limits.ts'

/** Earlier dealings against this one: refusals, volumes, lots that add up, serial numbers that come back. */
export function checkHistory(view: DealView, facts: CrossFacts): void {
  const deals = earlierDeals(view)
  if (deals.length === 0) return
  for (const deal of deals) {
    if (deal.refused) compareRefusal(view, deal, facts)
  }
  const own = deals.filter((deal) => !deal.refused && customerOf(view, deal) !== undefined)
  for (const item of view.items) {
    compareVolume(item, own, facts)
    compareLots(view, item, own, facts)
    compareSerialNumbers(view, item, deals, facts)
  }
}

function compareRefusal(view: DealView, deal: EarlierDeal, facts: CrossFacts): void {
  const when = `${deal.date ?? 'earlier'}, ${deal.outcome ?? ''}`
  const customer = customerOf(view, deal)
  if (customer !== undefined) {
    facts.add('refused_before', 'same-party', `${customer.name} stood in a dealing of ${when}`)
  }
  const goods = view.items.find(({ item }) => deal.items.some((it) => isSameGoods(item, it)))
  if (goods !== undefined && customer === undefined) {
    const because = `${goods.id} was offered to ${namesOf(deal.parties)} before (${when}) and is now offered to others`
    facts.add('refused_before', 'same-goods', because)
    if (wasForElsewhere(view, deal)) {
      facts.add('refused_before', 'same-goods-elsewhere', because)
    }
  }
}

/** A customer whose country nobody states may have been anywhere. */
function wasForElsewhere({ transaction: { route } }: DealView, { parties }: EarlierDeal): boolean {
  return !parties.some(({ country }) => country !== undefined && country === route?.to)
}

function amountOf(item: Pick<EarlierItem, 'quantity'>): Decimal | undefined {
  const read = item.quantity === undefined ? undefined : parseDecimal(item.quantity.amount)
  return read?.ok === true ? read.value : undefined
}

/** How many times the most that the same customers took of it before. */
function compareVolume(
  { id, item }: ArrangedItem,
  deals: readonly EarlierDeal[],
  facts: CrossFacts,
): void {
  const now = amountOf(item)
  if (now === undefined) return
  const before = deals
    .flatMap(({ items }) => items)
    .filter((it) => isSameGoods(item, it) && it.quantity?.unit === item.quantity?.unit)
    .flatMap((it) => amountOf(it) ?? [])
  const most = before.reduce<Decimal | undefined>(
    (highest, it) => (highest === undefined || it.greaterThan(highest) ? it : highest),
    undefined,
  )
  if (most === undefined || most.isZero()) return
  const times = now.dividedBy(most).toDecimalPlaces(2)
  const because = `${id}: ${now.toString()} now, at most ${most.toString()} in ${before.length} earlier dealings`
  facts.most('times_earlier_volume', times.toNumber(), because)
}

const YEAR = 365

/** Lots of one sort of goods to one customer within a year: samples, and values under a limit. */
function compareLots(
  view: DealView,
  { id, item }: ArrangedItem,
  deals: readonly EarlierDeal[],
  facts: CrossFacts,
): void {
  const day = view.transaction.date ?? view.day
  const recent = deals.filter(({ date }) => {
    const age = date === undefined ? undefined : daysBetween(date, day)
    return age !== undefined && age >= 0 && age <= YEAR
  })
  const lots = recent.flatMap(({ date, items }) =>
    items
      .filter((it) => isSameGoods(item, it))
      .map((it) => ({ item: it, age: daysBetween(date ?? day, day) })),
  )
  if (lots.length === 0) return
  const called = [item, ...lots.map((lot) => lot.item)].filter((it) => isSample(view, it))
  if (isSample(view, item)) {
    const because = `${id} is the ${called.length}. lot called a sample for the same customer within a year`
    facts.most('sample_lots', called.length, because)
  }
  const inTime = lots.toSorted((left, right) => left.age - right.age)
  for (const limit of limitsFor(view)) {
    if (limit.of === 'consignment') addUp(limit, id, [{ item, age: 0 }, ...inTime], facts)
  }
}

function isSample(view: DealView, { name, declaredDescription }: EarlierItem): boolean {
  return [name, declaredDescription].some(
    (words) => words !== undefined && view.lexicon.sample(words) !== undefined,
  )
}

/** How soon lots pass a limit together under which each of them lies. */
function addUp(
  limit: Limit,
  id: string,
  lots: readonly { readonly item: EarlierItem; readonly age: number }[],
  facts: CrossFacts,
): void {
  const most = parseDecimal(limit.amount)
  if (!most.ok) return
  let sum = decimal(0)
  for (const [index, { item, age }] of lots.entries()) {
    const { value } = item
    const read = value?.currency === limit.currency ? parseDecimal(value.amount) : undefined
    if (read?.ok !== true || read.value.greaterThan(most.value)) return
    sum = sum.plus(read.value)
    if (sum.lessThanOrEqualTo(most.value)) continue
    const because = `${id}: ${index + 1} lots within ${age} days, each at most ${limit.amount} ${limit.currency}, together ${sum.toString()}; ${limit.what} begins above it (${limit.cite})`
    facts.say('lots_pass_limit_days', age, because)
    return
  }
}

/** A machine that was delivered once and is sold again, or a label that is on two of them. */
function compareSerialNumbers(
  view: DealView,
  { id, item }: ArrangedItem,
  deals: readonly EarlierDeal[],
  facts: CrossFacts,
): void {
  if (item.serialNumbers.length === 0) return
  for (const deal of deals) {
    // What comes back from repair goes to whom it was delivered.
    if (deal.refused || customerOf(view, deal) !== undefined) continue
    for (const earlier of deal.items) {
      const seen = item.serialNumbers.find((number) => earlier.serialNumbers.includes(number))
      if (seen === undefined) continue
      const because = `${id}: serial number ${seen} was delivered to ${namesOf(deal.parties)} before (${deal.date ?? 'earlier'})`
      facts.say('serial_number_seen', true, because)
    }
  }
}
