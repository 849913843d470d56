import type { Claim, Classification, Classifier, Item } from '../classification/index.ts'
import { assert, type LegalDate, UNKNOWN } from '../kernel/index.ts'
import { createVocabulary, type Jurisdiction, type Rulebook } from '../rulebook/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import {
  ANYTHING,
  Circumstances,
  createItemFactCopier,
  type ItemFactCopier,
  type KnownSet,
  knownSet,
} from './circumstances.ts'
import { undecidedAreas } from './coverage.ts'
import { DealReader } from './deal-reader.ts'
import type { DealView } from './deal-view.ts'
import { createFlagResolver } from './flag-resolver.ts'
import { comparesItems, type FlaggedDeal, FlagRules, type FlagsRaised } from './flag-rules.ts'
import { type Hold, HoldFinder, type Seat, type SeenNexus } from './holds.ts'
import { Identities, Names } from './identity.ts'
import { type ItemAnswer, itemAnswerOf } from './item-answer.ts'
import { type ItemRequirement, requirementOfItem } from './item-requirement.ts'
import { createItemViewer, type ItemView, type ItemViewer } from './item-view.ts'
import { heldInside, onlyRules } from './jurisdiction/inside.ts'
import { destinationsOf, insideOf } from './jurisdiction/movements.ts'
import type { ReachInput } from './jurisdiction/reach.ts'
import { createLawFinder, type LawFinder } from './law-in-force.ts'
import { Memo } from './memo.ts'
import { type AskedPlace, placesOf } from './missing.ts'
import type { PartyFinding } from './model.ts'
import { flagsOfNamesInText } from './named-in-text.ts'
import { type ItemNexus, mayHold } from './nexus.ts'
import type { OwnersJudged } from './owners.ts'
import { type PartyScreener, screenParties } from './parties.ts'
import type { Reasons } from './reasons.ts'
import type { ReadingObserver } from './requirements.ts'
import { encoded } from './sheet.ts'
import { sightOfCircumstances } from './sight.ts'
import type { Skeleton } from './skeleton.ts'
import { assumptionsOf } from './unstated.ts'
import { type CircumstanceLanguage, createCircumstanceLanguage } from './vocabulary.ts'
import { inText, isCommonMark } from './wording.ts'

/** One transaction with the days and ways in which it is asked about. */
export interface DealContext {
  readonly arranged: ArrangedTransaction
  readonly holds: readonly Hold[]
  readonly asOf: LegalDate
  readonly knownAt: LegalDate
  /** Circumstances that nobody states are read as not given. */
  readonly closed: boolean
  /** Beside an entry surely met, entries not decided are left out. */
  readonly metAlone: boolean
  readonly explain: boolean
  /** Stands for the id of an item in what is worded for all alike. */
  readonly mark: string
  readonly screener?: PartyScreener
}

/** One item of a deal, and one jurisdiction that may hold it. */
export interface HeldItem {
  readonly seat: Seat
  readonly item: ArrangedItem
  readonly seen: ItemView
  readonly nexus: SeenNexus
}

/** An item with what one list says of it. */
interface ClassifiedItem {
  readonly item: Item
  readonly facts: Classification
}

const EMPTY = new Uint8Array()

/** Numbers compare alike on all days. */
const DAY_OF_NO_MATTER = '2000-01-01' as LegalDate

/** Kept at once: deals and what they look like; answers for one item under one jurisdiction; items asked for. */
const KEPT = 3072
const KEPT_SIGHTS = 8192
const KEPT_ANSWERS = 12_288
const KEPT_ITEMS = 256
const KEPT_SKELETONS = 2048

/** The rulebook made ready for many transactions. */
export class Engine {
  readonly rulebook: Rulebook
  readonly #flagRules: FlagRules
  /** Lists that bind nobody. */
  readonly references: readonly Jurisdiction[]
  readonly #language: CircumstanceLanguage
  readonly #law: LawFinder
  readonly #holds: HoldFinder
  readonly #reader: DealReader
  readonly #itemFacts: ItemFactCopier
  readonly #identities = new Identities()
  readonly #sights = new Names(KEPT_SIGHTS)
  readonly #said = new Names(KEPT_SIGHTS)
  readonly #placed = new Names(KEPT_SIGHTS)
  readonly #deals = new Memo<DealView>(KEPT)
  readonly #answers = new Memo<ItemAnswer>(KEPT_ANSWERS)
  readonly #examples = new Memo<ClassifiedItem>(KEPT_ITEMS)
  #answered = 0
  /** Each item as the lists see it. */
  readonly view: ItemViewer
  /** Answers as they are for all orders answered alike; of many items few are, and they crowd out nothing else. */
  readonly skeletons = {
    ofOneItem: new Memo<Skeleton>(KEPT_SKELETONS),
    ofMany: new Memo<Skeleton>(KEPT_SKELETONS / 4),
  }

  constructor(rulebook: Rulebook, classifier: Classifier) {
    this.rulebook = rulebook
    this.#language = createCircumstanceLanguage(rulebook)
    this.#law = createLawFinder(rulebook, this.#language)
    this.#flagRules = new FlagRules(rulebook, this.#language)
    this.references = [...rulebook.jurisdictions.values()].filter(({ binding }) => !binding)
    this.#holds = new HoldFinder(rulebook, this.#language, this.#identities)
    this.#reader = new DealReader(rulebook, this.#language)
    this.#itemFacts = createItemFactCopier(
      rulebook,
      createVocabulary(rulebook.characteristics.values(), rulebook.kinds),
    )
    this.view = createItemViewer(classifier, (item, facts) => this.#factSight(item, facts))
  }

  holdsOn(arranged: ArrangedTransaction, day: LegalDate): readonly Hold[] {
    return this.#holds.holdsOn(arranged, day)
  }

  /** A deal without its items: looked up where the same was stated before, and no party is screened. */
  dealView(deal: DealContext): DealView {
    const { id: _id, items: _items, ...stated } = deal.arranged.transaction
    const how = [deal.asOf, deal.knownAt, deal.closed, deal.metAlone]
    const key =
      deal.screener === undefined && isCommonMark(deal.mark)
        ? this.#identities.ofAll([...how, ...Object.keys(stated), ...Object.values(stated)])
        : undefined
    const known = key === undefined ? undefined : this.#deals.get(key)
    if (known !== undefined) return known
    const view = this.#viewDeal(deal)
    if (key !== undefined) this.#deals.set(key, view)
    return view
  }

  #viewDeal(deal: DealContext): DealView {
    const { arranged, asOf, knownAt, closed, metAlone, screener, mark } = deal
    const { transaction } = arranged
    const { rulebook } = this
    const resolver = createFlagResolver(rulebook.clearance, transaction.knowledge?.resolved ?? [])
    const screened = screenParties(
      arranged,
      screener,
      deal.holds.map(({ seat }) => seat.jurisdiction.code),
      resolver,
    )
    const { circumstances, owners, assumptions } = this.#reader.read(deal, screened, resolver)
    const { onlyMentioned } = this.#flagRules
    const named =
      screener === undefined || onlyMentioned === undefined
        ? []
        : flagsOfNamesInText(transaction, screener, onlyMentioned, resolver)
    const found = screened.findings.map((party) => withOwners(party, owners))
    // What is kept must not hold the items of the order that it was made for.
    const parts = { ...arranged, items: [], transaction: { ...transaction, items: [] } }
    const { kind, route, persons, technology, service } = transaction
    const parties = arranged.parties.map(({ role, country }) => ({ role, country }))
    const stated = canonicalInput({ kind, route, persons, technology, service, parties })
    const seen = sightOfCircumstances(circumstances, this.#language)
    const areas = undecidedAreas(arranged, rulebook)
    const assumed = [...assumptionsOf(transaction, deal), ...assumptions]
    const [partiesText = EMPTY, ...names] = encoded([
      JSON.stringify(found),
      ...found.map(({ name }) => inText(name)),
    ])
    return {
      circumstances,
      sight: this.#sights.of(`${asOf} ${knownAt} ${closed} ${metAlone} ${stated} ${seen}`),
      parties: found,
      flags: [...screened.flags, ...owners.flags, ...named],
      resolver,
      flagged: new Map(),
      assumptions: assumed,
      areas,
      partiesText,
      names,
      said: this.#said.of(
        JSON.stringify([assumed, areas, found.map(({ name: _name, ...party }) => party)]),
      ),
      ...this.#placesIn(parts, mark, found),
    }
  }

  /** Where circumstances would be stated in a deal, each asked for once. */
  #placesIn(
    parts: ArrangedTransaction,
    mark: string,
    parties: readonly PartyFinding[],
  ): Pick<DealView, 'places' | 'placesOfAll'> {
    const known = new Map<string, readonly AskedPlace[]>()
    const places = (id: string): readonly AskedPlace[] => {
      const found = known.get(id) ?? placesOf(id, this.rulebook, parts, mark)
      known.set(id, found)
      return found
    }
    const numbers = new Map<string, number>()
    const nameless = (place: AskedPlace): unknown => {
      const at = parties.findIndex(({ name }) => name === place.of)
      return at === -1 ? place : { ...place, of: at }
    }
    return {
      places,
      placesOfAll: (about) => {
        const number = numbers.get(about)
        if (number !== undefined) return number
        const all = about.split(' ').map((id) => places(id).map(nameless))
        const found = this.#placed.of(JSON.stringify(all))
        numbers.set(about, found)
        return found
      },
    }
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
    const { seat, item, seen, nexus } = held
    const { mark } = deal
    const { transaction } = deal.arranged
    const { code } = seat.jurisdiction
    // What is held fits lines by their ids, quantities and values.
    const isLine = (transaction.authorisations ?? []).length > 0
    const reach = this.#reachSight(item.item, nexus.nexus)
    const isKept = !isLine && isCommonMark(mark)
    const ofItem = seen.seenBy(code).sight
    const thing = `${deal.asOf} ${deal.knownAt} ${ofItem} ${reach} ${this.#valueSight(item)}`
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
    this.#setItem(own, item.item, facts)
    this.#setValue(own, item.item)
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

  /** Of the thing, whatever the order. */
  #setItem(circumstances: Circumstances, { kind, claims }: Item, facts: Classification): void {
    circumstances.setMembers('claimed_unlisted', knownSet(unlistedBy(claims)))
    circumstances.set('item_kind', kind === 'unknown' ? undefined : kind)
    this.#itemFacts.copy(facts.facts, contentTables(facts), circumstances)
  }

  /** Of the line of the order. */
  #setValue(circumstances: Circumstances, { value, hs }: Item): void {
    if (hs !== undefined) circumstances.setMembers('item_hs', tariffNumber(hs.replaceAll('.', '')))
    circumstances.setStated('value_usd', value?.currency === 'USD' ? value.amount : undefined)
  }

  /** What may be read and told of content and production. */
  #reachSight({ origin, value, content, madeWith }: Item, { item: held }: ItemNexus): string {
    if (held !== UNKNOWN) return ''
    return canonicalInput([value ?? null, origin ?? null, content ?? null, madeWith])
  }

  #factSight(item: Item, facts: Classification): string {
    const own = new Circumstances(this.#language.vocabulary, facts.asOf)
    this.#setItem(own, item, facts)
    return sightOfCircumstances(own, this.#language)
  }

  #valueSight({ item }: ArrangedItem): string {
    if (item.value === undefined && item.hs === undefined) return ''
    const own = new Circumstances(this.#language.vocabulary, DAY_OF_NO_MATTER)
    this.#setValue(own, item)
    return sightOfCircumstances(own, this.#language)
  }
}

/** Items that a jurisdiction may hold, before their content and production are read. */
export function heldItems(
  { arranged }: DealContext,
  { seat, nexus }: Hold,
  items: readonly ItemView[],
): readonly HeldItem[] {
  return arranged.items.flatMap((item, index) => {
    const [seen, how] = [items[index], nexus[index]]
    return seen === undefined || how === undefined || !mayHold(how.nexus)
      ? []
      : [{ seat, item, seen, nexus: how }]
  })
}

function classified({ seat, item, seen }: HeldItem): ClassifiedItem {
  return { item: item.item, facts: seen.classification(seat.jurisdiction.code) }
}

function withOwners(party: PartyFinding, { answers }: OwnersJudged): PartyFinding {
  const ownership = answers.get(party.name) ?? []
  if (ownership.length === 0 || party.role === 'owner') return party
  const { name, role, screening } = party
  return { name, ownership, role, screening }
}

/** A heading of four digits may be any of its subheadings. */
function tariffNumber(digits: string): KnownSet {
  return knownSet([digits], digits.length < 6 ? ANYTHING : undefined)
}

/** Whose lists somebody claims not to hold the item. */
function unlistedBy(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ code, jurisdiction }) => (code === 'not-listed' ? [jurisdiction] : []))
}

function contentTables(classification: Classification): readonly Classification['facts'][] {
  return classification.content.flatMap((one) => [one.facts, ...contentTables(one)])
}
