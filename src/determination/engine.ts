import type { Classification, Classifier, Item } from '../classification/index.ts'
import { assert, type LegalDate, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { type DealContext, dealContext, type HeldItem, heldItems } from './deal-context.ts'
import type { DealView } from './deal-view.ts'
import { DealViewer } from './deal-viewer.ts'
import {
  comparesItems,
  type DealFlags,
  type FlaggedDeal,
  FlagRules,
  type FlagsRaised,
} from './flag-rules.ts'
import { type Hold, HoldFinder, type Seat } from './holds.ts'
import { Identities, Names } from './identity.ts'
import { type ItemAnswer, itemAnswerOf, weightOfAnswer } from './item-answer.ts'
import { ItemCircumstances } from './item-circumstances.ts'
import { type ItemLook, ItemLooks } from './item-look.ts'
import { type ItemRequirement, requirementOfItem } from './item-requirement.ts'
import { createItemViewer, type ItemView, type ItemViewer } from './item-view.ts'
import { heldInside, onlyRules } from './jurisdiction/inside.ts'
import type { ReachInput } from './jurisdiction/reach.ts'
import { createLawFinder, type LawFinder } from './law-in-force.ts'
import { LawPeriods } from './law-periods.ts'
import { LawRead } from './law-read.ts'
import { DatedMemo, Memo } from './memo.ts'
import type { ItemNexus } from './nexus.ts'
import { createNoticeReader, type NoticeReader, statesScope } from './notice-reader.ts'
import { createPerformanceReader, type PerformanceReader } from './performance.ts'
import type { Reasons } from './reasons.ts'
import type { ReadingObserver } from './requirements.ts'
import { type SeatReading, type SeatView, type SeatViews, seatViewsOf } from './seat-view.ts'
import { type Skeleton, weightOfSkeleton } from './skeleton.ts'
import { isConfirmed, itemEntries, setSubject, subjectsOf } from './subjects.ts'
import { createCircumstanceLanguage } from './vocabulary.ts'
import { isCommonMark, markOfDestination } from './wording.ts'

/** An item with what one list says of it. */
interface ClassifiedItem {
  readonly item: Item
  readonly facts: Classification
}

/** Kept at once, in bytes: answers for one item under one jurisdiction, texts of whole answers. */
const KEPT_ANSWERS = 64 * 2 ** 20
const KEPT_SKELETONS = 96 * 2 ** 20
const KEPT_ITEMS = 256
/** How what the law compares comes out. */
const KEPT_SIGHTS = 16_384
const KEPT_SEAT_VIEWS = 1024

/** The rulebook made ready for many transactions. */
export class Engine {
  readonly rulebook: Rulebook
  readonly #flagRules: FlagRules
  /** Lists that bind nobody. */
  readonly references: readonly Jurisdiction[]
  readonly #law: LawFinder
  readonly #periods: LawPeriods
  readonly #read: LawRead
  readonly #reading: SeatReading
  readonly #seatViews = new Memo<SeatViews>(KEPT_SEAT_VIEWS)
  readonly #holds: HoldFinder
  readonly #deals: DealViewer
  readonly #circumstances: ItemCircumstances
  readonly #looks: ItemLooks
  readonly #notices: NoticeReader
  readonly #performance: PerformanceReader
  readonly #answers = new DatedMemo<ItemAnswer>(KEPT_ANSWERS, weightOfAnswer)
  readonly #examples = new Memo<ClassifiedItem>(KEPT_ITEMS)
  /** Each item as the lists see it. */
  readonly view: ItemViewer
  /** Answers as they are for all orders of one item that look alike. */
  readonly skeletons = new DatedMemo<Skeleton>(KEPT_SKELETONS, weightOfSkeleton)

  constructor(rulebook: Rulebook, classifier: Classifier) {
    const language = createCircumstanceLanguage(rulebook)
    const identities = new Identities()
    this.rulebook = rulebook
    this.references = [...rulebook.jurisdictions.values()].filter(({ binding }) => !binding)
    this.#law = createLawFinder(rulebook, language)
    this.#periods = new LawPeriods(rulebook)
    this.#read = new LawRead(this.#law, this.#periods)
    this.#notices = createNoticeReader(rulebook)
    this.#performance = createPerformanceReader(rulebook)
    const names = new Names(KEPT_SIGHTS)
    this.#reading = { rulebook, language, names, periods: this.#periods }
    this.#flagRules = new FlagRules(rulebook, language)
    this.#holds = new HoldFinder(rulebook, language, identities)
    this.#deals = new DealViewer(rulebook, language, this.#flagRules, identities)
    this.#circumstances = new ItemCircumstances(rulebook, language)
    this.#looks = new ItemLooks(rulebook, this.#circumstances, identities)
    this.view = createItemViewer(classifier, this.#circumstances, this.#periods)
  }

  look(item: Item): ItemLook {
    return this.#looks.of(item)
  }

  holdsOn(
    arranged: ArrangedTransaction,
    looks: readonly ItemLook[],
    day: LegalDate,
  ): readonly Hold[] {
    return this.#holds.holdsOn(arranged, looks, day)
  }

  /** A deal without its items. */
  dealView(deal: DealContext): DealView {
    return this.#deals.view(deal)
  }

  /** Red flags of the whole deal; those that its items have no part in were perhaps raised before. */
  redFlags(deal: DealContext, view: DealView, items: readonly ItemView[]): FlagsRaised {
    const { arranged, asOf } = deal
    const codes = deal.holds.map(({ seat }) => seat.jurisdiction.code)
    const flagged: FlaggedDeal = {
      arranged,
      asOf,
      circumstances: view.circumstances,
      holds: new Set(codes),
      requirements: () => this.#requirements(deal, view, items),
      readers: () => this.#readers(deal, view),
      resolver: view.resolver,
    }
    const key = codes.join()
    const known = comparesItems(arranged.transaction) ? undefined : view.flagged.get(key)
    if (known !== undefined) return this.#flagRules.read(known, flagged)
    const { calm } = view
    // What goods were got under may name a party.
    const isNamed = arranged.items.some(({ item }) => item.acquiredUnder !== undefined)
    if (calm === undefined || isNamed) return this.#flagsOf(view, key, flagged).raised
    const told = `${key} ${this.#flagRules.toldByNames(arranged.parties)}`
    const alike = calm.get(told)
    const raised = alike === undefined ? undefined : this.#flagRules.read(alike, flagged)
    if (raised?.flags.length === 0) return raised
    const own = this.#flagsOf(view, key, flagged)
    if (own.ofDeal.raised.flags.length === 0) calm.set(told, own.ofDeal)
    return own.raised
  }

  #flagsOf(
    view: DealView,
    key: string,
    flagged: FlaggedDeal,
  ): { readonly ofDeal: DealFlags; readonly raised: FlagsRaised } {
    const ofDeal = this.#flagRules.readDeal(flagged)
    view.flagged.set(key, ofDeal)
    return { ofDeal, raised: this.#flagRules.read(ofDeal, flagged) }
  }

  #readers(deal: DealContext, view: DealView): ReadonlySet<string> {
    const { bySeat } = this.seatViews(deal, view)
    return new Set(
      [...bySeat].flatMap(([code, { inside }]) => (inside === undefined ? [code] : [])),
    )
  }

  /** How the law of each seat reads a deal. */
  seatViews(deal: DealContext, view: DealView): SeatViews {
    const { readSeats } = view
    if (readSeats?.holds === deal.holds) return readSeats.seats
    const seats = this.#seatViewsOf(deal, view)
    view.readSeats = { holds: deal.holds, seats }
    return seats
  }

  #seatViewsOf(deal: DealContext, view: DealView): SeatViews {
    const key = deal.holds.map(({ seat }) => seat.jurisdiction.code).join()
    const known = view.seatViews.get(key)
    if (known !== undefined) return known
    // Deals of other firms that state the same are read alike.
    const alike = `${view.sight} ${key}`
    const found = this.#seatViews.get(alike) ?? seatViewsOf(deal, view.circumstances, this.#reading)
    this.#seatViews.set(alike, found)
    view.seatViews.set(key, found)
    return found
  }

  #seatView(deal: DealContext, view: DealView, seat: Seat): SeatView {
    const found = this.seatViews(deal, view).bySeat.get(seat.jurisdiction.code)
    assert(found !== undefined, 'who may hold a deal reads it')
    return found
  }

  /** Stands for how all that may be compared of the deal for an item comes out. */
  sightOf(deal: DealContext, view: DealView, held: HeldItem): number {
    return this.#seatView(deal, view, held.seat).sightFor(this.#read.of(deal, held))
  }

  /** What one jurisdiction answers for one item: looked up where the like was answered before. */
  itemAnswer(deal: DealContext, view: DealView, held: HeldItem): ItemAnswer {
    const { seat, item, look, seen, nexus } = held
    const { mark, asOf } = deal
    const { transaction } = deal.arranged
    const { code } = seat.jurisdiction
    const isKept = isAnsweredAlike(deal)
    // Content and production are read where nothing else decides who holds it.
    const reached = nexus.nexus.item === UNKNOWN ? look.reached : ''
    const thing = `${seen.seenBy(code).sight} ${reached} ${look.line}`
    const key = `${isKept ? this.sightOf(deal, view, held) : ''} ${nexus.sight} ${thing}`
    const known = isKept ? this.#answers.get(key, asOf) : undefined
    if (known !== undefined) return known
    const period = this.#periods.of(code, asOf, deal.knownAt)
    const example = isKept ? this.#exampleOf(`${period} ${thing}`, held) : classified(held)
    const asked = isOfLine(deal)
      ? held
      : { ...held, item: { ...item, item: example.item, id: mark } }
    const requirement = this.#requirement(deal, view, asked, example.facts, undefined, isKept)
    const { destinations } = this.#seatView(deal, view, seat)
    const { rulebook } = this
    const answer = itemAnswerOf(
      seat.jurisdiction,
      requirement,
      transaction,
      rulebook,
      mark,
      destinations,
    )
    if (isKept) this.#answers.set(key, asOf, answer, answer.isOfDay)
    return answer
  }

  /** Items that look alike get the same answer: it is worked out of the first of them, classified once. */
  #exampleOf(thing: string, held: HeldItem): ClassifiedItem {
    const known = this.#examples.get(thing)
    if (known !== undefined) return known
    const example = classified(held)
    this.#examples.set(thing, example)
    return example
  }

  /** The trees under what one jurisdiction answers: answers alone are kept, not their reasons. */
  explain(
    deal: DealContext,
    view: DealView,
    hold: Hold,
    items: readonly ItemView[],
    reasons: Reasons,
  ): void {
    const { code } = hold.seat.jurisdiction
    for (const held of heldItems(deal, hold, items)) {
      const { id } = held.item
      const { facts } = classified(held)
      const nexus = isAnsweredAlike(deal)
        ? this.#explainRead(deal, view, held, facts, reasons)
        : this.#requirement(deal, view, held, facts, (reading, table) =>
            reasons.addRule(code, id, reading, table),
          ).nexus
      reasons.addWays(code, id, nexus)
      const found = facts.byJurisdiction.get(code)
      if (found !== undefined) reasons.addEntries(code, id, [...found.entries, ...found.nearMisses])
    }
  }

  /** Which rules were read, and how they came out, is known from whoever was answered alike; why is its own. */
  #explainRead(
    deal: DealContext,
    view: DealView,
    held: HeldItem,
    facts: Classification,
    reasons: Reasons,
  ): ItemNexus {
    const { seat, item } = held
    const { code } = seat.jurisdiction
    const { read } = this.itemAnswer(deal, view, held)
    const { own, reached, destinations } = this.#reached(deal, view, held, facts, true)
    const classification = facts.byJurisdiction.get(code)
    assert(classification !== undefined, 'an item is classified under what holds it')
    const subjects = subjectsOf(classification, reached.law, deal.metAlone)
    const claimed = item.item.claims.some(({ jurisdiction }) => jurisdiction === code)
    const confirmed = isConfirmed(classification, claimed)
    own.setMembers('item_entries', itemEntries(classification, confirmed))
    for (const one of read) {
      const destination = destinations[one.destination]
      own.set('destination', destination)
      const here = reached.nexus.byDestination?.get(destination) ?? reached.nexus
      own.setMembers('subject_through', here.subjectThrough)
      const subject = subjects[one.subject]
      if (subject !== undefined) setSubject(own, subject)
      reasons.addRule(code, item.id, one, own.table)
    }
    return reached.nexus
  }

  /** What each jurisdiction asks, item by item, in full. */
  #requirements(
    deal: DealContext,
    view: DealView,
    items: readonly ItemView[],
  ): ReadonlyMap<string, readonly ItemRequirement[]> {
    return new Map(
      deal.holds.map((hold) => [
        hold.seat.jurisdiction.code,
        heldItems(deal, hold, items).map((held) =>
          this.#requirement(deal, view, held, classified(held).facts),
        ),
      ]),
    )
  }

  #requirement(
    deal: DealContext,
    view: DealView,
    held: HeldItem,
    facts: Classification,
    observe?: ReadingObserver,
    /** Destinations are worded by what stands for them. */
    isMarked = false,
  ): ItemRequirement {
    const { seat, item } = held
    const { code } = seat.jurisdiction
    const classification = facts.byJurisdiction.get(code)
    assert(classification !== undefined, 'an item is classified under what holds it')
    const explain = observe !== undefined
    const { own, reached, destinations } = this.#reached(deal, view, held, facts, explain)
    const shownTo = destinations.map((place, at) =>
      place === undefined || !isMarked ? place : markOfDestination(at),
    )
    return requirementOfItem({
      item,
      facts,
      circumstances: own,
      ...reached,
      classification,
      gaps: reached.nexus.inside === undefined ? seat.gaps : [],
      arranged: deal.arranged,
      day: deal.asOf,
      metAlone: deal.metAlone,
      otherEndUser: this.#flagRules.otherEndUser,
      performance: this.#performance,
      shownTo,
      notices: this.#notices,
      ...(observe === undefined ? {} : { observe }),
    })
  }

  /** The circumstances of an item in a deal, and how a seat holds it. */
  #reached(
    deal: DealContext,
    view: DealView,
    { seat, item, nexus }: HeldItem,
    facts: Classification,
    explain: boolean,
  ) {
    const own = view.circumstances.copy()
    this.#circumstances.set(own, item.item, facts)
    const on = this.#seatView(deal, view, seat)
    const of = { item, facts, circumstances: own }
    const reached = this.#reach(seat, nexus.nexus, dealContext({ ...deal, explain }), of, on)
    return { own, reached, destinations: on.destinations }
  }

  /** How a seat holds an item, for which destinations, and by which of its rules. */
  #reach(
    { jurisdiction, reach }: Seat,
    nexus: ItemNexus,
    { asOf: day, knownAt, metAlone, closed, explain }: DealContext,
    of: Pick<ReachInput, 'item' | 'facts' | 'circumstances'>,
    { destinations, inside }: SeatView,
  ): Pick<ReachInput, 'nexus' | 'destinations' | 'law'> {
    const whole = this.#law(jurisdiction.code, day, knownAt)
    if (inside !== undefined) {
      const law = onlyRules(whole, inside.rules)
      return { nexus: heldInside(nexus, inside), destinations, law }
    }
    const how = { destinations, law: whole, day, metAlone, closed, explain }
    return { nexus: reach({ ...of, ...how, nexus }), destinations, law: whole }
  }
}

/** What is held fits lines by their ids, quantities and values; notices may name items. */
function isOfLine({ arranged: { transaction } }: DealContext): boolean {
  return (transaction.authorisations ?? []).length > 0 || statesScope(transaction)
}

/** Whether items that look alike are answered alike. */
function isAnsweredAlike(deal: DealContext): boolean {
  return !isOfLine(deal) && isCommonMark(deal.mark)
}

function classified({ seat, item, seen }: HeldItem): ClassifiedItem {
  return { item: item.item, facts: seen.classification(seat.jurisdiction.code) }
}
