import type { Classification, Classifier, Item } from '../classification/index.ts'
import { assert, type LegalDate, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { type DealContext, type HeldItem, heldItems } from './deal-context.ts'
import type { DealView } from './deal-view.ts'
import { DealViewer } from './deal-viewer.ts'
import { comparesItems, type FlaggedDeal, FlagRules, type FlagsRaised } from './flag-rules.ts'
import { type Hold, HoldFinder, type Seat } from './holds.ts'
import { Identities } from './identity.ts'
import { type ItemAnswer, itemAnswerOf } from './item-answer.ts'
import { ItemCircumstances } from './item-circumstances.ts'
import { type ItemLook, ItemLooks } from './item-look.ts'
import { type ItemRequirement, requirementOfItem } from './item-requirement.ts'
import { createItemViewer, type ItemView, type ItemViewer } from './item-view.ts'
import { heldInside, onlyRules } from './jurisdiction/inside.ts'
import { destinationsOf, insideOf } from './jurisdiction/movements.ts'
import type { ReachInput } from './jurisdiction/reach.ts'
import { createLawFinder, type LawFinder } from './law-in-force.ts'
import { Memo } from './memo.ts'
import type { ItemNexus } from './nexus.ts'
import type { Reasons } from './reasons.ts'
import type { ReadingObserver } from './requirements.ts'
import type { Skeleton } from './skeleton.ts'
import { createCircumstanceLanguage } from './vocabulary.ts'
import { isCommonMark } from './wording.ts'

/** An item with what one list says of it. */
interface ClassifiedItem {
  readonly item: Item
  readonly facts: Classification
}

/** Kept at once: answers for one item under one jurisdiction; items asked for; texts of whole answers. */
const KEPT_ANSWERS = 12_288
const KEPT_ITEMS = 256
const KEPT_SKELETONS = 4096
const KEPT_LOOKS = 32_768

/** The rulebook made ready for many transactions. */
export class Engine {
  readonly rulebook: Rulebook
  readonly #flagRules: FlagRules
  /** Lists that bind nobody. */
  readonly references: readonly Jurisdiction[]
  readonly #law: LawFinder
  readonly #holds: HoldFinder
  readonly #deals: DealViewer
  readonly #circumstances: ItemCircumstances
  readonly #looks: ItemLooks
  readonly #answers = new Memo<ItemAnswer>(KEPT_ANSWERS)
  readonly #examples = new Memo<ClassifiedItem>(KEPT_ITEMS)
  #answered = 0
  /** Each item as the lists see it. */
  readonly view: ItemViewer
  /** Answers as they are for all orders of one item that are answered alike, and for those that look alike. */
  readonly skeletons = new Memo<Skeleton>(KEPT_SKELETONS)
  readonly skeletonsByLook = new Memo<Skeleton>(KEPT_LOOKS)

  constructor(rulebook: Rulebook, classifier: Classifier) {
    const language = createCircumstanceLanguage(rulebook)
    const identities = new Identities()
    this.rulebook = rulebook
    this.references = [...rulebook.jurisdictions.values()].filter(({ binding }) => !binding)
    this.#law = createLawFinder(rulebook, language)
    this.#flagRules = new FlagRules(rulebook, language)
    this.#holds = new HoldFinder(rulebook, language, identities)
    this.#deals = new DealViewer(rulebook, language, this.#flagRules, identities)
    this.#circumstances = new ItemCircumstances(rulebook, language)
    this.#looks = new ItemLooks(rulebook, this.#circumstances, identities)
    this.view = createItemViewer(classifier, this.#circumstances)
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
      resolver: view.resolver,
    }
    const key = codes.join()
    const known = comparesItems(arranged.transaction) ? undefined : view.flagged.get(key)
    const ofDeal = known ?? this.#flagRules.readDeal(flagged)
    view.flagged.set(key, ofDeal)
    return this.#flagRules.read(ofDeal, flagged)
  }

  /** What one jurisdiction answers for one item: looked up where the like was answered before. */
  itemAnswer(deal: DealContext, view: DealView, held: HeldItem): ItemAnswer {
    const { seat, item, look, seen, nexus } = held
    const { mark } = deal
    const { transaction } = deal.arranged
    const { code } = seat.jurisdiction
    // What is held fits lines by their ids, quantities and values.
    const isLine = (transaction.authorisations ?? []).length > 0
    const isKept = !isLine && isCommonMark(mark)
    // Content and production are read where nothing else decides who holds it.
    const reached = nexus.nexus.item === UNKNOWN ? look.reached : ''
    const thing = `${deal.asOf} ${deal.knownAt} ${seen.seenBy(code).sight} ${reached} ${look.line}`
    const key = `${view.sight} ${nexus.sight} ${thing}`
    const known = isKept ? this.#answers.get(key) : undefined
    if (known !== undefined) return known
    const example = isKept ? this.#exampleOf(thing, held) : classified(held)
    const asked = isLine ? held : { ...held, item: { ...item, item: example.item, id: mark } }
    const requirement = this.#requirement(deal, view, asked, example.facts)
    this.#answered += 1
    const number = isKept ? this.#answered : undefined
    const answer = itemAnswerOf(
      number,
      seat.jurisdiction,
      requirement,
      transaction,
      this.rulebook,
      mark,
    )
    if (isKept) this.#answers.set(key, answer)
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
      const { nexus } = this.#requirement(deal, view, held, facts, (reading, table) =>
        reasons.addRule(code, id, reading, table),
      )
      reasons.addWays(code, id, nexus)
      const found = facts.byJurisdiction.get(code)
      if (found !== undefined) reasons.addEntries(code, id, [...found.entries, ...found.nearMisses])
    }
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
    { seat, item, nexus }: HeldItem,
    facts: Classification,
    observe?: ReadingObserver,
  ): ItemRequirement {
    const { code } = seat.jurisdiction
    const classification = facts.byJurisdiction.get(code)
    assert(classification !== undefined, 'an item is classified under what holds it')
    const own = view.circumstances.copy()
    this.#circumstances.set(own, item.item, facts)
    const explain = observe !== undefined
    const of = { item, facts, circumstances: own }
    const read = this.#reach(seat, nexus.nexus, { ...deal, explain }, of)
    return requirementOfItem({
      ...of,
      ...read,
      classification,
      gaps: read.nexus.inside === undefined ? seat.gaps : [],
      arranged: deal.arranged,
      day: deal.asOf,
      metAlone: deal.metAlone,
      ...(observe === undefined ? {} : { observe }),
    })
  }

  /** How a seat holds an item, for which destinations, and by which of its rules. */
  #reach(
    { jurisdiction, movements, reach }: Seat,
    nexus: ItemNexus,
    { arranged, asOf: day, knownAt, metAlone, closed, explain }: DealContext,
    of: Pick<ReachInput, 'item' | 'facts' | 'circumstances'>,
  ): Pick<ReachInput, 'nexus' | 'destinations' | 'law'> {
    const destinations = destinationsOf(
      arranged,
      { closed, isSentAbroad: of.circumstances.get('deemed_export') === false },
      movements,
    )
    const inside = insideOf(movements, jurisdiction, arranged)
    const whole = this.#law(jurisdiction.code, day, knownAt)
    if (inside !== undefined) {
      const law = onlyRules(whole, inside.rules)
      return { nexus: heldInside(nexus, inside), destinations, law }
    }
    const how = { destinations, law: whole, day, metAlone, closed, explain }
    return { nexus: reach({ ...of, ...how, nexus }), destinations, law: whole }
  }
}

function classified({ seat, item, seen }: HeldItem): ClassifiedItem {
  return { item: item.item, facts: seen.classification(seat.jurisdiction.code) }
}
