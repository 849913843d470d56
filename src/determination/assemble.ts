import { UNKNOWN } from '../kernel/index.ts'
import { type AskedAnswer, composeAnswer } from './compose.ts'
import { type DealContext, heldItems } from './deal-context.ts'
import type { Engine } from './engine.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { ItemView } from './item-view.ts'
import { answeredHold } from './jurisdiction-answer.ts'
import type { Duty, PartyFinding, ReasonFinding, RedFlag } from './model.ts'
import { statesScope } from './notice-reader.ts'
import { Places } from './places.ts'
import type { FilledText } from './prepared-answers.ts'
import { Reasons } from './reasons.ts'
import { contradictionFlags, inconsistencyFlags, statedFlags } from './red-flags.ts'
import { sealAnswer } from './seal.ts'
import type { Sheet } from './sheet.ts'
import {
  type Filling,
  SheetComposer,
  type Skeleton,
  SkeletonComposer,
  writeSkeleton,
} from './skeleton.ts'
import { bytesInText, isCommonMark } from './wording.ts'

/**
 * Writes the whole answer with its digest, as canonical JSON (RFC 8785): a text that is the same for all
 * orders answered alike, filled with what this one states.
 * @returns the text with its fillings, where it was put together to be kept
 */
export function writeAnswer(
  engine: Engine,
  deal: DealContext,
  items: readonly ItemView[],
  coming: readonly Duty[],
  engineVersion: string,
  sheet: Sheet,
  /** The text is wanted even where no other order has it. */
  isKept: () => boolean,
): FilledText | undefined {
  const { arranged } = deal
  const view = engine.dealView(deal)
  const seats = deal.holds.map(({ seat }) => seat.jurisdiction.code)
  const lists = [...seats, ...engine.references.map(({ code }) => code)]
  const places = new Places(view.names.length, items.length, lists)
  const seatViews = engine.seatViews(deal, view)
  const raised = engine.redFlags(deal, view, items)
  const settled = [...view.flags, ...flagsOf(deal, items, lists, view.resolver), ...raised.flags]
  const asked: Asked = {
    engine,
    deal,
    view,
    items,
    lists,
    flags: [...settled, ...view.resolver.unfit(settled)],
    duties: [...raised.duties, ...coming],
    engineVersion,
    places,
  }
  const itemIds = arranged.items.map(({ id }) => bytesInText(id))
  const fillings = places.fillings({
    id: JSON.stringify(arranged.transaction.id ?? null),
    input: arranged.input,
    asOf: deal.asOf,
    knownAt: deal.knownAt,
    parties: view.partiesText,
    names: view.names,
    itemIds,
    items,
    destinations: seatViews.bytes,
  })
  const start = sheet.length
  const text = writeText(asked, fillings, sheet, isKept)
  sealAnswer(sheet, start, deal.explain ? reasonsOf(asked) : undefined)
  return text
}

/** What is looked up before anything is asked of the jurisdictions. */
type Asked = Omit<AskedAnswer, 'holds'>

/** From the text of an order of one item that looks alike; else piece by piece, where it need not be kept. */
function writeText(
  asked: Asked,
  fillings: readonly Filling[],
  sheet: Sheet,
  isKept: () => boolean,
): FilledText | undefined {
  const { skeletons } = asked.engine
  const look = lookOf(asked)
  if (look === undefined && !isKept()) {
    const composer = new SheetComposer(sheet, fillings)
    composeAnswer(withHolds(asked), composer)
    composer.end()
    return undefined
  }
  const { asOf } = asked.deal
  const known = look === undefined ? undefined : skeletons.get(look, asOf)
  const skeleton = known ?? composed(asked, look)
  writeSkeleton(skeleton, fillings, sheet)
  return { skeleton, fillings, isShared: look !== undefined }
}

function withHolds(asked: Asked): AskedAnswer {
  const { engine, deal, view, items, places } = asked
  const holds = deal.holds.map((hold) => answeredHold(engine, deal, view, hold, items, places))
  return { ...asked, holds }
}

/** Put together to be kept. */
function composed(asked: Asked, look: string | undefined): Skeleton {
  const whole = withHolds(asked)
  const composer = new SkeletonComposer()
  composeAnswer(whole, composer)
  const skeleton = composer.skeleton()
  if (look !== undefined) {
    const isOfDay = whole.holds.some(({ items }) => items.some(({ answer }) => answer.isOfDay))
    asked.engine.skeletons.set(look, asked.deal.asOf, skeleton, isOfDay)
  }
  return skeleton
}

/**
 * All that an order of one item shows to the law, and how its names and ids are sorted, which no two may
 * share. Where something is raised by itself (flags, coming law) the answer is one by itself.
 */
function lookOf({ engine, deal, view, items, lists, flags, duties }: Asked): string | undefined {
  const { arranged, looks, holds, mark, screener } = deal
  const [item] = items
  const [look] = looks
  if (item === undefined || look === undefined || items.length > 1) return undefined
  if (!isCommonMark(mark) || screener !== undefined) return undefined
  if (flags.length > 0 || duties.length > 0) return undefined
  // What is held fits lines by their ids, quantities and values; notices may name items.
  if ((arranged.transaction.authorisations ?? []).length > 0) return undefined
  if (statesScope(arranged.transaction)) return undefined
  const order = orderOf(arranged.items[0]?.id ?? '', view.parties)
  if (order === undefined) return undefined
  const { bySeat } = engine.seatViews(deal, view)
  let key = `${view.said} ${view.placesOfAll()} ${order} ${look.line}`
  for (const hold of holds) {
    const { code } = hold.seat.jurisdiction
    for (const held of heldItems(deal, hold, items)) {
      const { nexus, sight } = held.nexus
      const reached = nexus.item === UNKNOWN ? look.reached : ''
      key += ` ${code} ${bySeat.get(code)?.toAll} ${engine.sightOf(deal, view, held)} ${sight} ${reached}`
    }
  }
  for (const list of lists) {
    const { sight, assumed } = item.seenBy(list)
    key += ` ${sight} ${assumed}`
  }
  return key
}

/** How the item, the parties and the word for the deal are sorted; undefined where two are the same. */
function orderOf(item: string, parties: readonly PartyFinding[]): string | undefined {
  const texts = ['transaction', item, ...parties.map(({ name }) => name)]
  const order = [...texts.keys()].sort((left, right) => byText(texts[left], texts[right]))
  const isRepeated = order.some(
    (at, next) => next > 0 && texts[at] === texts[order[next - 1] ?? at],
  )
  return isRepeated ? undefined : order.join()
}

function byText(left = '', right = ''): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function reasonsOf({ engine, deal, view, items }: Asked): readonly ReasonFinding[] {
  const reasons = new Reasons()
  for (const hold of deal.holds) engine.explain(deal, view, hold, items, reasons)
  return reasons.list
}

function flagsOf(
  { arranged }: DealContext,
  views: readonly ItemView[],
  lists: readonly string[],
  resolver: FlagResolver,
): readonly RedFlag[] {
  const { transaction, items } = arranged
  const flags: RedFlag[] = []
  for (const [index, view] of views.entries()) {
    for (const code of lists) {
      if (!view.seenBy(code).isContradicted) continue
      const id = items[index]?.id ?? ''
      flags.push(...contradictionFlags(id, view.classification(code), code, resolver))
    }
  }
  flags.push(...inconsistencyFlags(transaction, resolver), ...statedFlags(transaction, resolver))
  return flags
}
