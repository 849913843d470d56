import type { Item } from '../classification/index.ts'
import { type Decimal, type LegalDate, parseDecimal } from '../kernel/index.ts'
import { type Authorisation, codeMatches } from '../rulebook/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import type { PerformanceReader } from './performance.ts'
import type { HeldAuthorisation } from './transaction.ts'
import { type Party, RECEIVING } from './transaction-parties.ts'

/** How a licence stated as held fits one item of the transaction. */
export interface LicenceFit {
  readonly id: string
  /** Where it does not fit, in sentences; nothing where it fits. */
  readonly misfits: readonly string[]
  /** Whether it speaks of an entry; one that names none speaks of all. */
  readonly speaksOf: (code: string) => boolean
  /** It names no entry: whichever holds the item, it is for it. */
  readonly speaksOfAny: boolean
}

/** An entry for which something is required, or may be. */
export interface AskedEntry {
  readonly code: string
  /** Whether the item is surely on it. */
  readonly isSure: boolean
}

export interface LicenceNeed {
  readonly item: ArrangedItem
  readonly arranged: ArrangedTransaction
  readonly jurisdiction: string
  /** As {@link LawInForce} has them. */
  readonly grantors: ReadonlySet<string>
  readonly day: LegalDate
  /** Codes of the entries of this jurisdiction for which something is required. */
  readonly entries: readonly AskedEntry[]
  readonly destinations: readonly (string | undefined)[]
  readonly otherEndUser: OtherEndUser
  readonly performance: PerformanceReader
}

/** Whom the evidence of a licence names as end user, where that is nobody who uses the goods. */
export type OtherEndUser = (evidence: string, parties: readonly Party[]) => string | undefined

/**
 * Every licence stated as held, held against the item. What a licence does not state limits nothing,
 * but for what any licence has: who granted it, from when it runs and for which items.
 */
export function licenceFits(
  need: LicenceNeed,
  held: readonly HeldAuthorisation[],
): readonly LicenceFit[] {
  return held
    .filter(({ kind }) => kind === 'licence')
    .map((one) => ({
      id: one.id,
      misfits: [
        ...grantor(one, need),
        ...days(one, need.day),
        ...lines(one, need),
        ...persons(one, need),
        ...balance(one, need, `for ${need.item.id}`),
      ],
      speaksOf: (code) => speaksOf(one, code),
      speaksOfAny: one.entries === undefined,
    }))
}

/**
 * A licence of the Union is granted by the authority of the Member State in which the exporter is (Reg. (EU) 2021/821,
 * Art. 12(2)), and may be stated as that of either.
 */
function grantor(
  one: HeldAuthorisation,
  { jurisdiction, grantors, arranged }: LicenceNeed,
): readonly string[] {
  if (one.jurisdiction === jurisdiction) return []
  if (one.jurisdiction !== undefined && grantors.has(one.jurisdiction)) {
    const exporter = arranged.parties.find(({ role }) => role === 'exporter')?.country
    const isOther = exporter !== one.jurisdiction && grantors.has(exporter ?? '')
    return isOther
      ? [`It is of ${one.jurisdiction}, and the exporter is in ${exporter ?? ''}.`]
      : []
  }
  return one.jurisdiction === undefined
    ? ['Which jurisdiction granted it is not stated.']
    : [
        `It is a licence of ${one.jurisdiction}, and clears nothing under the law of ${jurisdiction}.`,
      ]
}

/** Whether it runs on the day. */
export function days({ from, until }: HeldAuthorisation, day: LegalDate): readonly string[] {
  if (from === undefined) return ['From when it runs is not stated.']
  if (from > day) return [`It runs from ${from}, and this is ${day}.`]
  return until !== undefined && day > until ? [`It ended on ${until}, and this is ${day}.`] : []
}

function lines(one: HeldAuthorisation, need: LicenceNeed): readonly string[] {
  const { id } = need.item
  const found: string[] = []
  if (one.lines === undefined) found.push('For which items it is granted is not stated.')
  else if (!one.lines.includes(id)) found.push(`${id} is not on it.`)
  const codes = (asked: readonly AskedEntry[]): string => asked.map(({ code }) => code).join(', ')
  const other = need.entries.filter(({ code }) => !speaksOf(one, code))
  const sure = other.filter(({ isSure }) => isSure)
  // What the item may be on beside an entry that it speaks of stays open by itself.
  const speaksOfNone = other.length > 0 && other.length === need.entries.length
  if (sure.length > 0 || speaksOfNone) {
    const isOn = sure.length > 0 ? `is on ${codes(sure)}` : `may be on ${codes(other)}`
    found.push(`It is for ${one.entries?.join(', ')}, and ${id} ${isOn}.`)
  }
  return found
}

function speaksOf({ entries }: HeldAuthorisation, code: string): boolean {
  return entries === undefined || entries.some((pattern) => codeMatches(code, pattern))
}

function persons(one: HeldAuthorisation, need: LicenceNeed): readonly string[] {
  const { destinations, parties } = one
  const found: string[] = []
  if (destinations !== undefined) {
    const other = need.destinations.filter((it) => it === undefined || !destinations.includes(it))
    for (const place of other) {
      found.push(
        `It is for ${destinations.join(', ')}, and not for ${place ?? 'a place unstated'}.`,
      )
    }
  }
  if (parties !== undefined) {
    const known = new Set(parties.map(inOneCase))
    for (const { role, name } of need.arranged.parties) {
      if (!RECEIVING.has(role) || known.has(inOneCase(name))) continue
      found.push(`It does not name ${name} (${role}).`)
    }
  } else {
    const other = need.otherEndUser(one.evidence ?? '', need.arranged.parties)
    if (other !== undefined) {
      found.push(`Its evidence names ${other} as end user, who does not use the goods here.`)
    }
  }
  return found
}

function inOneCase(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim()
}

/** What is drawn from a balance, and how its performance is read. */
type Drawing = Pick<LicenceNeed, 'arranged' | 'performance'>

/**
 * What is left of it against what all its items of this transaction draw together. Nothing said of a
 * balance says that it suffices; one in another unit or currency says nothing that can be held against it.
 */
export function balance(
  { lines: on, remaining }: HeldAuthorisation,
  { arranged: { items }, performance }: Drawing,
  purpose: string,
): readonly string[] {
  if (remaining === undefined) return []
  const drawn = items.filter(({ id }) => on === undefined || on.includes(id))
  const found: string[] = []
  if (remaining.amount !== undefined) {
    const left = { amount: remaining.amount, unit: remaining.unit }
    const inTpp = remaining.unit === TPP
    found.push(
      ...shortOf(
        left,
        drawn.map(({ item }) => (inTpp ? performanceOf(item, performance) : item.quantity)),
        inTpp ? 'quantity or tpp' : 'quantity',
        purpose,
      ),
    )
  }
  if (remaining.value !== undefined) {
    const left = { amount: remaining.value.amount, unit: remaining.value.currency }
    const values = drawn.map(({ item: { value } }) =>
      value === undefined ? undefined : { amount: value.amount, unit: value.currency },
    )
    found.push(...shortOf(left, values, 'value', purpose))
  }
  return found
}

/** A balance of total processing performance: of each unit its `tpp`, times how many there are. */
const TPP = 'TPP'

/** Known only where both are: how many there are, and what each performs. */
function performanceOf(item: Item, read: PerformanceReader): Measured | undefined {
  const { quantity } = item
  const tpp = quantity === undefined ? undefined : read(item)
  if (quantity === undefined || tpp === undefined) return undefined
  const [units, each] = [parseDecimal(quantity.amount), parseDecimal(tpp)]
  if (!units.ok || !each.ok) return undefined
  return { amount: units.value.times(each.value).toFixed(), unit: TPP }
}

/**
 * What the law lets go by an authorisation at most. It lets nothing go of which nobody knows how much it
 * draws; of other items of the deal only what is known counts, for each is held against the limit itself.
 */
export function beyondLimit(
  { amount, unit }: NonNullable<Authorisation['limit']>,
  { arranged: { items }, performance }: Drawing,
  lines: readonly string[] | undefined,
  own: ArrangedItem,
): readonly string[] {
  const drawnBy = ({ item }: ArrangedItem): Decimal | undefined => {
    const drawn = unit === TPP ? performanceOf(item, performance) : item.quantity
    const read = drawn?.unit === unit ? parseDecimal(drawn.amount) : undefined
    return read?.ok === true ? read.value : undefined
  }
  const limit = parseDecimal(amount)
  if (!limit.ok || drawnBy(own) === undefined) {
    const asked = unit === TPP ? 'quantity and tpp' : `quantity in ${unit}`
    return [
      `No more than ${amount} ${unit} may go by it, and the ${asked} of ${own.id} is not stated.`,
    ]
  }
  let rest = limit.value
  for (const one of items) {
    if (lines !== undefined && !lines.includes(one.id)) continue
    rest = rest.minus(drawnBy(one) ?? 0)
  }
  return rest.isNegative()
    ? [`No more than ${amount} ${unit} may go by it, less than this transaction draws.`]
    : []
}

interface Measured {
  readonly amount: string
  readonly unit?: string | undefined
}

function shortOf(
  left: Measured,
  drawn: readonly (Measured | undefined)[],
  what: string,
  purpose: string,
): readonly string[] {
  const balanceLeft = parseDecimal(left.amount)
  if (!balanceLeft.ok) return [`Its balance of ${what} is no number.`]
  let rest = balanceLeft.value
  for (const one of drawn) {
    if (one === undefined) return [`It has a balance, and the ${what} ${purpose} is not stated.`]
    if (one.unit !== left.unit) {
      return [
        `Its balance is in ${left.unit ?? 'no unit'}, and the ${what} ${purpose} in ${one.unit ?? 'none'}.`,
      ]
    }
    const amount = parseDecimal(one.amount)
    if (!amount.ok) return [`The ${what} ${purpose} is no number.`]
    rest = rest.minus(amount.value)
  }
  return rest.isNegative()
    ? [`It has ${left.amount} ${left.unit ?? ''} left, less than the ${what} of this transaction.`]
    : []
}
