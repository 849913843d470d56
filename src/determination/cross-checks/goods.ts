import { type Claim, readClaimedCode } from '../../classification/index.ts'
import { type Decimal, decimal, parseDecimal } from '../../kernel/index.ts'

import type { ArrangedItem } from '../arrange.ts'
import type { Party } from '../transaction-parties.ts'
import { customers, type DealView, inRoles } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described } from './same-name.ts'
import { sentencesOf, tellingWords } from './words.ts'

type GoodsRow = DealView['lexicon']['tables']['goods']['goods'][number]

/** One item as declared against what it is stated to be. */
export function checkGoods(view: DealView, item: ArrangedItem, facts: CrossFacts): void {
  const { hs } = item.item
  const rows = rowsFor(view, item.item.kind)
  checkHeading(item, rows, facts)
  checkDescription(view, item, facts)
  checkPerPiece(item, rows, facts)
  checkPower(view, item, rows, facts)
  checkUsers(view, item, facts)
  checkAcquired(view, item, facts)
  checkArms(view, item, facts)
  const tier = hs === undefined ? undefined : view.lexicon.highPriorityTier(hs, view.day)
  if (hs !== undefined && tier !== undefined) {
    facts.say(
      'hs_high_priority',
      true,
      `${item.id}: HS ${hs} is a common high priority code (${tier})`,
    )
  }
}

/**
 * All that is compared of the item, as a text: what shows the same beside the same deal. Undefined where its
 * amounts are compared, which differ from line to line.
 */
export function shownOfGoods(view: DealView, { item }: ArrangedItem): string | undefined {
  const { kind, hs, declaredDescription, acquiredUnder } = item
  if (comparesAmounts(view.parties, item) || armsNamed(view, item) !== undefined) return undefined
  if (declaredDescription === undefined && acquiredUnder === undefined)
    return `${kind ?? ''} ${hs ?? ''}`
  return JSON.stringify([kind, hs, declaredDescription, acquiredUnder])
}

/** Whether it matters how many there are, how heavy or of what worth. */
export function comparesAmounts(
  parties: readonly Party[],
  { weightKg, value }: ArrangedItem['item'],
): boolean {
  if (weightKg !== undefined || value !== undefined) return true
  return parties.some(({ facility }) => facility?.powerMw !== undefined)
}

/** None for a kind that nobody stated. */
function rowsFor(view: DealView, kind: string | undefined): readonly GoodsRow[] {
  return kind === undefined || kind === 'unknown' ? [] : view.lexicon.goodsOf(kind)
}

function checkHeading(
  { id, item }: ArrangedItem,
  rows: readonly GoodsRow[],
  facts: CrossFacts,
): void {
  const digits = item.hs?.replaceAll(/\D/g, '')
  const headings = rows.flatMap(({ hs = [] }) => hs)
  if (digits === undefined || digits.length < 4 || headings.length === 0) return
  const fits = headings.some((heading) => digits.startsWith(heading))
  const because = `${id} is ${item.kind ?? ''}, declared under HS ${item.hs ?? ''}; expected: ${headings.join(', ')}`
  facts.say('hs_fits_kind', fits, because)
}

/** A description of which no word tells what it is. */
function checkDescription(view: DealView, { id, item }: ArrangedItem, facts: CrossFacts): void {
  const { declaredDescription } = item
  if (declaredDescription === undefined) return
  const telling = tellingWords(declaredDescription, view.lexicon.vague)
  facts.say(
    'description_tells',
    telling.length > 0,
    `${id} is declared as “${declaredDescription}”${item.name === undefined ? '' : ` and is ${item.name}`}`,
  )
}

function checkPerPiece(
  { id, item }: ArrangedItem,
  rows: readonly GoodsRow[],
  facts: CrossFacts,
): void {
  const pieces = parsed(item.quantity?.amount)
  if (pieces === undefined || pieces.isZero()) return
  const weight = parsed(item.weightKg)
  const value = item.value?.currency === 'USD' ? parsed(item.value.amount) : undefined
  for (const { kgPerPiece, usdPerPiece } of rows) {
    if (weight !== undefined && kgPerPiece !== undefined) {
      const each = weight.dividedBy(pieces)
      const because = `${id}: ${shown(each)} kg a piece, expected ${range(kgPerPiece)}`
      facts.say('weight_fits_kind', isIn(each, kgPerPiece), because)
    }
    if (value !== undefined && usdPerPiece !== undefined) {
      const each = value.dividedBy(pieces)
      const because = `${id}: ${shown(each)} USD a piece, expected ${range(usdPerPiece)}`
      facts.say('value_fits_kind', isIn(each, usdPerPiece), because)
    }
  }
}

/** Power of the site against what so many of them draw. */
function checkPower(
  view: DealView,
  { id, item }: ArrangedItem,
  rows: readonly GoodsRow[],
  facts: CrossFacts,
): void {
  const [needs] = rows.flatMap(({ kwPerPiece }) => kwPerPiece ?? [])
  const pieces = parsed(item.quantity?.amount)
  if (needs === undefined || pieces === undefined || pieces.isZero()) return
  for (const user of inRoles(view, 'end-user', 'service-customer', 'ultimate-consignee')) {
    const power = parsed(user.facility?.powerMw ?? undefined)
    if (power === undefined) continue
    const drawn = pieces.times(needs)
    const percent = power.times(1000).dividedBy(drawn).times(100)
    const because = `${id}: ${pieces.toString()} pieces draw about ${shown(drawn)} kW, ${described(user)} has ${shown(power)} MW`
    facts.say('site_power_percent', Number(percent.toFixed(2)), because)
    return
  }
}

/** Firms whose stated business has no use for goods of the kind. */
function checkUsers(view: DealView, { id, item }: ArrangedItem, facts: CrossFacts): void {
  const { kind } = item
  if (kind === undefined) return
  for (const user of inRoles(view, 'end-user', 'service-customer')) {
    if (user.business === undefined) continue
    const found = view.lexicon.unlikelyUse(user.business, kind)
    if (found === undefined) continue
    const because = `${described(user)} does “${user.business}”, and ${id} is ${kind}`
    facts.say('business_fits_goods', false, because)
  }
}

/**
 * Goods got on the word that they stay, or that they are for another place, which now leave; unless the
 * word named where they go.
 */
function checkAcquired(view: DealView, { id, item }: ArrangedItem, facts: CrossFacts): void {
  const { acquiredUnder } = item
  if (acquiredUnder === undefined) return
  const { from, to } = view.transaction.route ?? {}
  if (from === undefined || to === undefined || from === to) return
  const sentences = sentencesOf(acquiredUnder)
  const allowed = sentences.flatMap((sentence) => placesAllowed(view, sentence))
  const isBound =
    view.lexicon.staysHere(acquiredUnder) !== undefined ||
    sentences.some((sentence) => isForAPlace(view, sentence))
  const buyers = customers(view).some(({ name }) => acquiredUnder.includes(name))
  if (!isBound || allowed.includes(to) || buyers) return
  facts.say(
    'goods_to_stay',
    true,
    `${id} was acquired under “${acquiredUnder}” and now goes to ${to}`,
  )
}

function isForAPlace(view: DealView, sentence: string): boolean {
  const { boundTo } = view.lexicon
  return boundTo(sentence) !== undefined && placesAllowed(view, sentence).length > 0
}

/** Goods that somebody claims no list holds, and that are named, or declared, as arms are. */
function checkArms(view: DealView, { id, item }: ArrangedItem, facts: CrossFacts): void {
  const named = armsNamed(view, item)
  if (named === undefined) return
  const claim = item.claims.find(isUnlisted)
  if (claim === undefined) return
  const because = `${id} is claimed as ${claim.code} under the law of ${claim.jurisdiction}, and ${named}`
  facts.say('goods_named_as_arms', true, because)
}

/** What is claimed as listed somewhere is no secret. */
function armsNamed({ lexicon }: DealView, item: ArrangedItem['item']): string | undefined {
  const { name, declaredDescription, hs, claims } = item
  if (!claims.some(isUnlisted) || !claims.every(isUnlisted)) return undefined
  for (const text of [name, declaredDescription]) {
    const word = text === undefined ? undefined : lexicon.armsWord(text)
    if (word !== undefined) return `“${text ?? ''}” speaks of ${word}`
  }
  const heading = hs === undefined ? undefined : lexicon.armsHeading(hs)
  return heading === undefined ? undefined : `HS ${hs ?? ''} is a heading of arms (${heading})`
}

function isUnlisted({ jurisdiction, code }: Claim): boolean {
  return readClaimedCode(jurisdiction, code).kind === 'unlisted'
}

/**
 * A word that forbids speaks of all the places after it ("no export to Russia, Belarus or Türkiye"),
 * unless it goes on to except them.
 */
function placesAllowed({ lexicon }: DealView, sentence: string): readonly string[] {
  const allowed: string[] = []
  let forbidden = false
  for (const clause of sentence.split(/[,;:()]/)) {
    const forbids =
      lexicon.onlyMentioned(clause) !== undefined ||
      lexicon.staysHere(clause)?.includes('export') === true
    forbidden = lexicon.exceptFor(clause) === undefined && (forbidden || forbids)
    if (!forbidden) allowed.push(...lexicon.placesNamedIn(clause).map(({ country }) => country))
  }
  return allowed
}

function parsed(text: string | undefined): Decimal | undefined {
  const read = text === undefined ? undefined : parseDecimal(text)
  return read?.ok === true ? read.value : undefined
}

function isIn(
  value: Decimal,
  { from, to }: { readonly from?: string; readonly to?: string },
): boolean {
  if (from !== undefined && value.lessThan(decimal(from))) return false
  return to === undefined || value.lessThanOrEqualTo(decimal(to))
}

function range({ from = '0', to }: { readonly from?: string; readonly to?: string }): string {
  return to === undefined ? `at least ${from}` : `${from} to ${to}`
}

function shown(value: Decimal): string {
  return value.toDecimalPlaces(2).toString()
}
