import type { Item } from '../classification/index.ts'
import {
  contains,
  disjoin,
  FALSE,
  type LegalDate,
  TRUE,
  type Truth,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../kernel/index.ts'
import { type Act, type Explanation, isKindWithin, type Jurisdiction } from '../rulebook/index.ts'
import { BROKERING, type ItemActs } from './acts.ts'
import { ANYTHING, type KnownSet, knownSet } from './circumstances.ts'
import type { NexusFinding } from './model.ts'
import type { NexusRule, NexusTable } from './tables.ts'
import type { Transaction } from './transaction.ts'
import type { Party, Person } from './transaction-parties.ts'

/** What holds one item of a transaction under one jurisdiction. */
export interface ItemNexus {
  readonly findings: readonly NexusFinding[]
  /** Through the item: where it leaves from, where it comes from, what is in it, what made it. */
  readonly item: TruthCode
  /** Through those who act. */
  readonly person: TruthCode
  /** What is done with the item. */
  readonly acts: ReadonlySet<Act>
  /** Values of the circumstance `subject_through`. */
  readonly subjectThrough: KnownSet
  /** Where the way in which it is held turns on the destination (jurisdiction/reach.ts). */
  readonly byDestination?: ReadonlyMap<string | undefined, ReachTo>
  /** Facts of the item, and circumstances, that would decide an open way. */
  readonly asked?: readonly {
    readonly fact: string
    readonly why: string
    readonly decides: string
  }[]
  readonly open?: readonly { readonly circumstance: string; readonly decides: string }[]
  /** Presumptions of the law on which it rests. */
  readonly presumed?: readonly { readonly what: string; readonly cite: string }[]
  readonly explained?: readonly ExplainedWay[]
  /** Nothing leaves its territory. */
  readonly inside?: { readonly what: string; readonly cite: string }
  readonly duties?: readonly { readonly what: string; readonly cite: string }[]
}

/** How an item is held that goes to one destination. */
export interface ReachTo {
  readonly item: TruthCode
  readonly subjectThrough: KnownSet
}

export interface ExplainedWay {
  readonly conclusion: string
  readonly truth: Truth
  readonly cite: string
  readonly explanation: Explanation
}

/**
 * Decides jurisdiction before lists: by where the item is, where it comes from and who acts. What is in
 * it and what made it can be excluded here where all of it is stated to come from elsewhere; else both
 * are open until the item is classified (jurisdiction/reach.ts).
 */
export function nexusOfItem(
  item: Item,
  transaction: Transaction,
  jurisdiction: Jurisdiction,
  table: NexusTable,
  day: LegalDate,
  { acts, isActivity }: ItemActs,
): ItemNexus {
  const findings: NexusFinding[] = []
  const held: Record<Bearer, TruthCode> = { item: FALSE, person: FALSE, broker: FALSE }
  const holds: string[] = []
  for (const rule of table.nexus) {
    if (!contains(rule.effective, day)) continue
    const tested: Tested = rule.suspended.some((days) => contains(days, day))
      ? { truth: FALSE, because: 'Suspended on the day.' }
      : isActivity && OF_GOODS.has(rule.kind)
        ? { truth: FALSE, because: 'What is done is an activity, which has no origin or content.' }
        : testNarrowed(rule, item, transaction, jurisdiction)
    const { truth, because } = tested
    const through = truth === TRUE && rule.subjectThrough !== undefined ? [rule.subjectThrough] : []
    findings.push({
      because,
      cite: rule.cite,
      kind: rule.kind,
      ...(through.length === 0 ? {} : { through }),
      truth: truthOf(truth),
    })
    const bearer = bearerOf(rule)
    held[bearer] = disjoin(held[bearer], truth)
    holds.push(...through)
  }

  const { item: ofItem, person: ofPerson, broker: ofBroker } = held
  return {
    // Where one connection holds, those left open matter no more.
    findings: ofItem === TRUE ? findings.filter(({ truth }) => truth === 'true') : findings,
    item: disjoin(ofItem, ofBroker),
    acts: withBrokering(acts, ofItem, ofBroker),
    // A control on persons reaches what no control on the item already holds; a service is not an item.
    person: ofItem === TRUE && !acts.has('service') ? FALSE : ofPerson,
    subjectThrough: knownSet(holds, ofItem === UNKNOWN ? ANYTHING : undefined),
  }
}

/** Through whom or what a law has its hold. */
type Bearer = 'item' | 'person' | 'broker'

function bearerOf({ kind }: NexusRule): Bearer {
  if (kind === 'supplier') return 'person'
  return kind === 'person' || kind === 'broker' ? kind : 'item'
}

/** Where only who arranges the deal is held, nothing is supplied under this law. */
function withBrokering(
  acts: ReadonlySet<Act>,
  ofItem: TruthCode,
  ofBroker: TruthCode,
): ReadonlySet<Act> {
  if (ofBroker === FALSE) return acts
  return ofItem === FALSE ? BROKERING : new Set<Act>([...acts, 'brokering'])
}

/** What an activity, as a service, cannot be held through, nor what is no movement. */
export const OF_GOODS: ReadonlySet<string> = new Set(['origin', 'de-minimis', 'direct-product'])

interface Tested {
  readonly truth: TruthCode
  readonly because: string
}

/** A connection that speaks of some kinds of items alone, or of more than the law here holds. */
function testNarrowed(
  rule: NexusRule,
  item: Item,
  transaction: Transaction,
  jurisdiction: Jurisdiction,
): Tested {
  const { kinds, unread } = rule
  const { kind } = item
  const isOpen = kind === undefined || kind === 'unknown'
  if (kinds !== undefined && !isOpen && !kinds.some((one) => isKindWithin(kind, one))) {
    return { truth: FALSE, because: `It speaks of other items: ${kinds.join(', ')}.` }
  }
  const tested = test(rule, item, transaction, jurisdiction)
  if (tested.truth !== TRUE) return tested
  if (kinds !== undefined && isOpen) {
    return { truth: UNKNOWN, because: 'Nobody states what kind of item it is (kind).' }
  }
  return unread === undefined ? tested : { truth: UNKNOWN, because: `${tested.because} ${unread}` }
}

function test(
  rule: NexusRule,
  item: Item,
  transaction: Transaction,
  jurisdiction: Jurisdiction,
): Tested {
  const isHome = homeOf(jurisdiction)
  switch (rule.kind) {
    case 'territory':
      return leaving(transaction, isHome)
    case 'transit':
      return passing(transaction, isHome)
    case 'origin':
      return originating(item, isHome)
    case 'de-minimis':
      return containing(item, isHome)
    case 'direct-product':
      return producedWith(item, isHome)
    case 'person':
      return acting(transaction, isHome)
    case 'broker':
      return arranging(transaction, isHome)
    case 'supplier':
      return supplying(transaction, rule, isHome)
  }
}

export function homeOf({ territory }: Jurisdiction): (place: string) => boolean {
  return (place) => territory.some((home) => within(place, home))
}

/** A region lies in its country: `UA-43` in `UA`. */
function within(place: string, home: string): boolean {
  return place === home || place.startsWith(`${home}-`)
}

function leaving({ route }: Transaction, isHome: (place: string) => boolean): Tested {
  const from = route?.from
  if (from === undefined) {
    return {
      truth: UNKNOWN,
      because: 'Nobody states from which country the item leaves (route.from).',
    }
  }
  return isHome(from)
    ? { truth: TRUE, because: `The item leaves ${from}.` }
    : { truth: FALSE, because: `The item leaves ${from}, which is elsewhere.` }
}

function passing({ route }: Transaction, isHome: (place: string) => boolean): Tested {
  const through = route?.via?.find(isHome)
  return through === undefined
    ? { truth: FALSE, because: 'No stated country of passage is there.' }
    : { truth: TRUE, because: `The item passes through ${through}.` }
}

function originating(item: Item, isHome: (place: string) => boolean): Tested {
  const { origin } = item
  if (origin === undefined) {
    return { truth: UNKNOWN, because: 'Nobody states where the item originates (origin).' }
  }
  return { truth: isHome(origin) ? TRUE : FALSE, because: `The item originates in ${origin}.` }
}

function containing(item: Item, isHome: (place: string) => boolean): Tested {
  const truth = containsFrom(item, isHome)
  return truth === FALSE
    ? { truth, because: 'All content is stated, and none of it originates there.' }
    : {
        truth: UNKNOWN,
        because: 'Content may originate there (content).',
      }
}

/** False only where all content is stated, each piece with its origin, to the last level. */
function containsFrom(item: Item, isHome: (place: string) => boolean): TruthCode {
  if (item.content === undefined) return UNKNOWN
  let found: TruthCode = FALSE
  for (const one of item.content) {
    const own = one.origin === undefined || isHome(one.origin) ? UNKNOWN : FALSE
    found = disjoin(found, disjoin(own, containsFrom(one, isHome)))
  }
  return found
}

const PRODUCED_WITH = ['technology', 'software', 'plant-equipment'] as const

function producedWith(item: Item, isHome: (place: string) => boolean): Tested {
  return madeElsewhere(item, isHome)
    ? {
        truth: FALSE,
        because:
          'What it and its content are made with is stated, and none of it originates there.',
      }
    : {
        truth: UNKNOWN,
        because:
          'It or its content may be made with technology, software or equipment from there (madeWith).',
      }
}

/** Technology, software and plant are each stated with an origin elsewhere, for every piece. */
function madeElsewhere(item: Item, isHome: (place: string) => boolean): boolean {
  const elsewhere = item.madeWith.every(({ origin }) => origin !== undefined && !isHome(origin))
  const whole = PRODUCED_WITH.every((what) => item.madeWith.some((input) => input.what === what))
  return elsewhere && whole && (item.content?.every((one) => madeElsewhere(one, isHome)) ?? false)
}

function acting({ persons = [], kind }: Transaction, isHome: (place: string) => boolean): Tested {
  const stated = persons.map((person) => standsUnderLaw(person, isHome))
  if (stated.includes(true)) return { truth: TRUE, because: 'A person under its law takes part.' }
  if (persons.length > 0 && stated.every((one) => one === false)) {
    return { truth: FALSE, because: 'No person under its law takes part.' }
  }
  const act = kind === 'service' || kind === 'brokering' ? kind : 'shipment'
  return {
    truth: UNKNOWN,
    because: `Nobody states whether a person under its law takes part in the ${act} (persons).`,
  }
}

/** Who arranges a deal between others is the broker; where none is named, the exporter of the deal. */
export function brokersOf({ kind, parties = [] }: Transaction): readonly Party[] {
  if (kind !== 'brokering') return []
  const brokers = parties.filter(({ role }) => role === 'broker')
  return brokers.length > 0 ? brokers : parties.filter(({ role }) => role === 'exporter')
}

function arranging(transaction: Transaction, isHome: (place: string) => boolean): Tested {
  if (transaction.kind !== 'brokering') return { truth: FALSE, because: 'Nothing is brokered.' }
  const countries = brokersOf(transaction).map(({ country }) => country)
  const home = countries.find((country) => country !== undefined && isHome(country))
  if (home !== undefined) return { truth: TRUE, because: `Who arranges the deal is in ${home}.` }
  return countries.length > 0 && countries.every((country) => country !== undefined)
    ? { truth: FALSE, because: 'Who arranges the deal is elsewhere.' }
    : {
        truth: UNKNOWN,
        because: 'Nobody states where who arranges the deal is (parties, role broker).',
      }
}

/** A measure on a country binds the own nationals and firms wherever they act; it speaks of nobody else. */
function supplying(
  transaction: Transaction,
  rule: NexusRule,
  isHome: (place: string) => boolean,
): Tested {
  const measured = supplierAt(transaction, rule, isHome)
  return measured === undefined
    ? { truth: FALSE, because: 'Nobody from there is stated to supply a country with measures.' }
    : { truth: TRUE, because: `Who supplies or acts is of ${measured}.` }
}

/** The home country of who supplies to one of the destinations that the rule speaks of. */
export function supplierAt(
  { route, parties = [], persons = [] }: Transaction,
  { destinations = [] }: NexusRule,
  isHome: (place: string) => boolean,
): string | undefined {
  const customers = parties.flatMap(({ role, country }) =>
    SUPPLIERS.has(role) || country === undefined ? [] : [country],
  )
  const reached = [...(route?.to === undefined ? [] : [route.to]), ...customers]
  if (!reached.some((place) => destinations.some((one) => within(place, one)))) return undefined
  const suppliers = parties.flatMap(({ role, country }) =>
    SUPPLIERS.has(role) && country !== undefined ? [country] : [],
  )
  const acting = persons.flatMap(({ nationalities = [], location }) => [
    ...nationalities,
    ...(location === undefined ? [] : [location]),
  ])
  return [...suppliers, ...acting].find(isHome)
}

const SUPPLIERS: ReadonlySet<string> = new Set([
  'exporter',
  'consignor',
  'broker',
  'licensor',
  'bank',
])

/** As stated; else by nationality, residence and place, each of which is enough. */
function standsUnderLaw(
  { usPerson, nationalities, permanentResidence, location }: Person,
  isHome: (place: string) => boolean,
): boolean | undefined {
  if (typeof usPerson === 'boolean') return usPerson
  const places = [...(nationalities ?? []), permanentResidence, location]
  return places.some((place) => place !== undefined && isHome(place)) ? true : undefined
}

/** Whether the jurisdiction may have any hold on the item at all. */
export function mayHold(nexus: ItemNexus): boolean {
  return nexus.item !== FALSE || nexus.person !== FALSE
}
