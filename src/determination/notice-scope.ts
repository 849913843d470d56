import {
  conjoin,
  disjoin,
  FALSE,
  type LegalDate,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../kernel/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { isSameName } from './cross-checks/same-name.ts'
import { plain } from './cross-checks/words.ts'
import type { Transaction } from './transaction.ts'
import { type Owner, type Party, RECEIVING, USING } from './transaction-parties.ts'

/** What an authority told the exporter: that a licence is needed, and for what. */
export type Notice = NonNullable<NonNullable<Transaction['knowledge']>['informed']>[number]

/** What a notice is held against: one item of a deal, as the law of one seat sees it. */
export interface NoticeReading {
  readonly arranged: Pick<ArrangedTransaction, 'transaction' | 'items' | 'parties'>
  readonly item: ArrangedItem
  /** Whether a place of the deal is one that the notice names. */
  placed(named: string, place: string): TruthCode
  /** Whether the item is on an entry that the notice names. */
  listed(code: string): TruthCode
}

/** Whether a notice reaches an item; where it does not or may not, why, in a sentence. */
export interface NoticeReach {
  readonly truth: TruthCode
  readonly because?: string
}

interface Limb {
  readonly truth: TruthCode
  readonly because: string
}

/** A notice binds from its day on, until it is withdrawn; one without a day binds. */
export function bindsOn({ on, until }: Notice, day: LegalDate): boolean {
  return (on === undefined || on <= day) && (until === undefined || day <= until)
}

/**
 * A notice reaches what all its limbs cover, and one whose scope nobody states reaches every item: what is
 * not known of a scope never takes a deal out of it.
 */
export function reachOfNotice(notice: Notice, reading: NoticeReading): NoticeReach {
  const { items, entries, destinations, parties } = notice.covers ?? {}
  const limbs: readonly Limb[] = [
    ...(items === undefined ? [] : [itemsLimb(items, reading)]),
    ...(entries === undefined ? [] : [entriesLimb(entries, reading)]),
    ...(destinations === undefined ? [] : [destinationsLimb(destinations, reading)]),
    ...(parties === undefined ? [] : [partiesLimb(parties, reading)]),
  ]
  const truth = limbs.reduce<TruthCode>((lowest, limb) => conjoin(lowest, limb.truth), TRUE)
  if (truth === TRUE) return { truth }
  const { by, on } = notice
  const name = `notice of ${by}${on === undefined ? '' : ` of ${on}`}`
  const { id } = reading.item
  const why = limbs.filter((limb) => limb.truth === truth).map(({ because }) => because)
  return {
    truth,
    because:
      truth === FALSE
        ? `The ${name} is read as not reaching ${id}: ${why.join('; ')}.`
        : `Whether the ${name} reaches ${id} is open: ${why.join('; ')}.`,
  }
}

/** By id or name. A word that means no item of the deal may mean any. */
function itemsLimb(named: readonly string[], { arranged, item }: NoticeReading): Limb {
  const means = (word: string, one: ArrangedItem): boolean =>
    [one.id, one.item.name ?? one.id].some((own) => plain(own) === plain(word))
  if (named.some((word) => means(word, item))) return { truth: TRUE, because: '' }
  const lost = named.filter((word) => !arranged.items.some((one) => means(word, one)))
  return lost.length === 0
    ? { truth: FALSE, because: `it covers ${named.join(', ')}` }
    : {
        truth: UNKNOWN,
        because: `it covers ${lost.join(', ')}, which is the id or name of no item here`,
      }
}

function entriesLimb(named: readonly string[], { item, listed }: NoticeReading): Limb {
  const truth = anyOf(named.map(listed))
  const covers = `it covers ${named.join(', ')}, and`
  return truth === FALSE
    ? { truth, because: `${covers} ${item.id} is on none of that` }
    : { truth, because: `${covers} whether ${item.id} is on that is not decided` }
}

/** Where the goods go and pass, and where those sit who get them or learn of them. */
function destinationsLimb(named: readonly string[], { arranged, placed }: NoticeReading): Limb {
  const { route, technology } = arranged.transaction
  const receivers = arranged.parties.filter(({ role }) => RECEIVING.has(role))
  const places = [
    route?.to,
    ...(route?.via ?? []),
    ...receivers.map(({ country }) => country),
    ...(technology?.recipientNationalities ?? []),
  ]
  const stated = [...new Set(places.flatMap((place) => place ?? []))]
  const truth = anyOf([
    ...stated.flatMap((place) => named.map((one) => placed(one, place))),
    places.includes(undefined) ? UNKNOWN : FALSE,
  ])
  const covers = `it covers ${named.join(', ')}, and`
  return truth === FALSE
    ? { truth, because: `${covers} the deal goes to ${stated.join(', ')}` }
    : { truth, because: `${covers} whether the deal goes there is not stated` }
}

/** Alone or through those who own them. A name that is only alike may be another spelling. */
function partiesLimb(named: readonly string[], { arranged }: NoticeReading): Limb {
  const others = arranged.parties.filter(({ role }) => !OWN_SIDE.has(role))
  const covers = `it covers ${named.join(', ')}, and`
  let alike: string | undefined
  for (const one of others.flatMap(withOwners)) {
    for (const name of named) {
      if (namesOf(one).some((own) => plain(own) === plain(name)))
        return { truth: TRUE, because: '' }
      if (isSameName(one, name)) alike = one.name
    }
  }
  if (alike !== undefined) return { truth: UNKNOWN, because: `${covers} ${alike} may be that` }
  if (!others.some(({ role }) => USING.includes(role))) {
    return { truth: UNKNOWN, because: `${covers} who uses the item is not stated` }
  }
  return { truth: FALSE, because: `${covers} no party or owner that is stated bears such a name` }
}

type Bearer = Pick<Party, 'name' | 'nativeName'>

function withOwners(one: (Party | Owner) & Bearer): readonly Bearer[] {
  return [one, ...(one.owners ?? []).flatMap(withOwners)]
}

function namesOf({ name, nativeName }: Bearer): readonly string[] {
  return nativeName === undefined ? [name] : [name, nativeName]
}

function anyOf(truths: readonly TruthCode[]): TruthCode {
  return truths.reduce<TruthCode>((highest, truth) => disjoin(highest, truth), FALSE)
}

/** Who sends, and whoever moves it for him. */
const OWN_SIDE: ReadonlySet<string> = new Set(['exporter', 'consignor'])
