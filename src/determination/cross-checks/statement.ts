import { type Decimal, decimal, parseDecimal } from '../../kernel/index.ts'
import { daysBetween } from './days.ts'
import { type DealView, inRoles, receivers } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described, isSameName } from './same-name.ts'
import { compareSites } from './statement-site.ts'
import { compareUses } from './statement-use.ts'
import { plain } from './words.ts'

/** The end-user statement against the deal: what a licensing officer compares first. */
export function checkStatement(view: DealView, facts: CrossFacts): void {
  const { statement } = view.transaction
  if (statement === undefined) return
  compareEndUser(view, statement.endUser, facts)
  compareConsignee(view, statement.consignee, facts)
  compareUses(view, statement.endUse, facts)
  compareSites(view, statement.site, facts)
  compareItems(view, statement.items, facts)
  compareQuantity(view, facts)
  checkSignature(view, facts)
}

function compareEndUser(view: DealView, stated: string | undefined, facts: CrossFacts): void {
  const users = inRoles(view, 'end-user', 'service-customer')
  if (stated === undefined || users.length === 0) return
  const agrees = users.some((user) => isSameName(user, stated))
  const because = agrees
    ? `the statement and the deal name ${stated} as end user`
    : `the statement names ${stated} as end user, the deal ${users.map(described).join(', ')}`
  facts.say('statement_end_user_agrees', agrees, because)
}

function compareConsignee(view: DealView, stated: string | undefined, facts: CrossFacts): void {
  if (stated === undefined) return
  const receiving = receivers(view)
  const between = inRoles(view, 'intermediate-consignee')
  if (receiving.length === 0 && between.length === 0) return
  const agrees = [...receiving, ...between].some((party) => isSameName(party, stated))
  const because = agrees
    ? `the statement and the deal name ${stated} as consignee`
    : `the statement names ${stated} as consignee, the goods go to ${[...receiving, ...between].map(described).join(', ')}`
  facts.say('statement_consignee_agrees', agrees, because)
}

/** By id or by name; an item that the statement does not name is not covered by its undertakings. */
function compareItems(
  { items }: DealView,
  stated: readonly string[] | undefined,
  facts: CrossFacts,
): void {
  if (stated === undefined || stated.length === 0) return
  const left = items.filter(({ id, item }) => !stated.some((name) => names(name, id, item.name)))
  const because =
    left.length === 0
      ? 'the statement names every item'
      : `the statement covers ${stated.join(', ')}, the deal also holds ${left.map(({ id }) => id).join(', ')}`
  facts.say('statement_covers_items', left.length === 0, because)
}

function names(stated: string, id: string, name: string | undefined): boolean {
  const sought = plain(stated)
  if (sought === plain(id)) return true
  if (name === undefined) return false
  return plain(name).includes(sought) || sought.includes(plain(name))
}

/** Goods beyond what the statement speaks of: only what is counted in the same unit is added up. */
function compareQuantity(view: DealView, facts: CrossFacts): void {
  const { statement } = view.transaction
  const stated = statement?.quantity
  const most = stated === undefined ? undefined : parseDecimal(stated.amount)
  if (stated === undefined || most?.ok !== true || most.value.isZero()) return
  const unit = unitOf(stated.unit)
  let sum: Decimal = decimal(0)
  for (const { id, item } of view.items) {
    const covered = statement?.items?.some((name) => names(name, id, item.name)) ?? true
    if (!covered) continue
    const amount = item.quantity === undefined ? undefined : parseDecimal(item.quantity.amount)
    if (amount?.ok !== true || unitOf(item.quantity?.unit) !== unit) return
    sum = sum.plus(amount.value)
  }
  const percent = sum.dividedBy(most.value).times(100)
  facts.say(
    'quantity_of_statement_percent',
    percent.toNumber(),
    `the statement is for ${stated.amount} ${stated.unit ?? ''}`.trim() +
      `, the deal for ${sum.toString()}`,
  )
}

function unitOf(unit: string | undefined): string {
  const word = plain(unit ?? 'piece').trim()
  return PIECES.has(word) ? 'piece' : word
}

const PIECES: ReadonlySet<string> = new Set(['piece', 'pieces', 'pc', 'pcs', 'unit', 'units', 'ea'])

function checkSignature(view: DealView, facts: CrossFacts): void {
  const { statement, date } = view.transaction
  const { signatory, signedOn } = statement ?? {}
  const unsigned = [signatory, signedOn].some(
    (it) => it === null || it === 'none' || it === 'unknown',
  )
  if (unsigned) facts.say('statement_signed', false, 'the statement bears no signature or day')
  if (typeof signedOn !== 'string') return
  const age = daysBetween(signedOn, date ?? view.day)
  const who = typeof signatory === 'string' ? ` by ${signatory}` : ''
  const because = `the statement was signed on ${signedOn}${who}, the deal is of ${date ?? view.day}`
  facts.say('statement_signed_late', age < 0, because)
  if (age >= 0) facts.say('statement_age_days', age, `${because}, ${age} days later`)
}
