import { digestOfBytes } from '../kernel/index.ts'
import { type AskedAnswer, composeAnswer } from './compose.ts'
import type { DealContext, Engine } from './engine.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { ItemView } from './item-view.ts'
import { answeredHold } from './jurisdiction-answer.ts'
import type { Duty, ReasonFinding, RedFlag } from './model.ts'
import { Places } from './places.ts'
import { Reasons } from './reasons.ts'
import { contradictionFlags, inconsistencyFlags, statedFlags } from './red-flags.ts'
import type { Sheet } from './sheet.ts'
import { type Skeleton, writeSkeleton } from './skeleton.ts'
import { inText, isCommonMark } from './wording.ts'

/**
 * Writes the whole answer with its digest, as canonical JSON (RFC 8785): a text that is the same for all
 * orders answered alike, filled with what this one states.
 * @returns the reasons under it where they were asked for
 */
export function writeAnswer(
  engine: Engine,
  deal: DealContext,
  items: readonly ItemView[],
  coming: readonly Duty[],
  engineVersion: string,
  sheet: Sheet,
): readonly ReasonFinding[] | undefined {
  const { arranged } = deal
  const view = engine.dealView(deal)
  const seats = deal.holds.map(({ seat }) => seat.jurisdiction.code)
  const lists = [...seats, ...engine.references.map(({ code }) => code)]
  const places = new Places(view.names.length, items.length, lists)
  const holds = deal.holds.map((hold) => answeredHold(engine, deal, view, hold, items, places))
  const raised = engine.redFlags(deal, view, items)
  const settled = [...view.flags, ...flagsOf(deal, items, lists, view.resolver), ...raised.flags]
  const asked: AskedAnswer = {
    engine,
    deal,
    view,
    items,
    lists,
    holds,
    flags: [...settled, ...view.resolver.unfit(settled)],
    duties: [...raised.duties, ...coming],
    engineVersion,
    places,
  }
  const itemIds = arranged.items.map(({ id }) => Buffer.from(inText(id)))
  const fillings = places.fillings({
    id: Buffer.from(JSON.stringify(arranged.transaction.id ?? null)),
    input: Buffer.from(arranged.input),
    parties: view.partiesText,
    names: view.names,
    itemIds,
    items,
  })
  const start = sheet.length
  writeSkeleton(skeletonOf(asked), fillings, sheet)
  sheet.text('}')
  const digest = digestOfBytes(sheet.from(start))
  sheet.backTo(sheet.length - 1)
  sheet.text(`,"digest":"${digest}"}`)
  return deal.explain ? reasonsOf(asked) : undefined
}

/** Looked up where an order that is answered alike came before. */
function skeletonOf(asked: AskedAnswer): Skeleton {
  const key = keyOf(asked)
  if (key === undefined) return composeAnswer(asked)
  const { ofOneItem, ofMany } = asked.engine.skeletons
  const skeletons = asked.items.length === 1 ? ofOneItem : ofMany
  const known = skeletons.get(key)
  if (known !== undefined) return known
  const skeleton = composeAnswer(asked)
  skeletons.set(key, skeleton)
  return skeleton
}

/**
 * All that a skeleton is made of. Of names and ids that is only how they are sorted, as long as no two are
 * the same; where one is raised by itself (flags, coming law), the answer is one by itself.
 */
function keyOf({
  deal,
  view,
  items,
  lists,
  holds,
  flags,
  duties,
}: AskedAnswer): string | undefined {
  if (!isCommonMark(deal.mark) || deal.screener !== undefined || deal.explain) return undefined
  if (flags.length > 0 || duties.length > 0) return undefined
  const order = orderOf([
    'transaction',
    ...view.parties.map(({ name }) => name),
    ...deal.arranged.items.map(({ id }) => id),
  ])
  if (order === undefined) return undefined
  let key = `${deal.asOf} ${deal.knownAt} ${view.said} ${order}`
  for (const { hold, items: answered } of holds) {
    key += `|${hold.seat.jurisdiction.code}`
    for (const { answer, place } of answered) {
      if (answer.number === undefined) return undefined
      key += ` ${place} ${answer.number} ${view.placesOfAll(answer.asked.about)}`
    }
  }
  for (const list of lists) {
    key += `|${list}`
    for (const item of items) key += ` ${item.seenBy(list).assumed}`
  }
  return key
}

/** How texts are sorted; undefined where two are the same. */
function orderOf(texts: readonly string[]): string | undefined {
  const sorted = texts.map((text, at) => ({ text, at })).sort(byText)
  const isRepeated = sorted.some(({ text }, at) => at > 0 && text === sorted[at - 1]?.text)
  return isRepeated ? undefined : sorted.map(({ at }) => at).join()
}

function byText({ text: left }: { text: string }, { text: right }: { text: string }): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function reasonsOf({ engine, deal, view, holds, items }: AskedAnswer): readonly ReasonFinding[] {
  const reasons = new Reasons()
  for (const { hold } of holds) engine.explain(deal, view, hold, items, reasons)
  return reasons.list
}

function flagsOf(
  { arranged }: DealContext,
  views: readonly ItemView[],
  lists: readonly string[],
  resolver: FlagResolver,
): readonly RedFlag[] {
  const { transaction, items } = arranged
  return [
    ...items.flatMap(({ id }, index) => {
      const view = views[index]
      return lists.flatMap((code) =>
        view?.seenBy(code).isContradicted === true
          ? contradictionFlags(id, view.classification(code), code, resolver)
          : [],
      )
    }),
    ...inconsistencyFlags(transaction, resolver),
    ...statedFlags(transaction, resolver),
  ]
}
