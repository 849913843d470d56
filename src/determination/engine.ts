import type { Classification } from '../classification/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import { createVocabulary, type Jurisdiction, type Rulebook } from '../rulebook/index.ts'
import type { OwnershipRules } from '../screening/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import {
  type Circumstances,
  createItemFactCopier,
  type ItemFactCopier,
  knownSet,
} from './circumstances.ts'
import { circumstancesOfDeal } from './deal-circumstances.ts'
import {
  ADVANCED_NODE,
  createDefinitionReader,
  type DefinitionReader,
  isNodePartlyStated,
  setNodeStatedUnknown,
} from './definitions.ts'
import type { FlagResolver } from './flag-resolver.ts'
import { FlagRules } from './flag-rules.ts'
import { type CompiledGap, compileGaps } from './gaps.ts'
import { type ItemRequirement, requirementOfItem } from './item-requirement.ts'
import { heldInside, onlyRules } from './jurisdiction/inside.ts'
import {
  destinationsOf,
  gapsOf,
  insideOf,
  type Movements,
  movementsOf,
} from './jurisdiction/movements.ts'
import { createReach, type Reach, type ReachInput } from './jurisdiction/reach.ts'
import { createLawFinder, type LawFinder } from './law-in-force.ts'
import type { AssumptionFinding } from './model.ts'
import { type ItemNexus, mayHold, nexusOfItem } from './nexus.ts'
import { judgeOwners, type OwnersJudged, ownershipRulesOf } from './owners.ts'
import { type PartiesScreened, type PartyScreener, statusIn } from './parties.ts'
import { partyStatus } from './party-status.ts'
import type { Reasons } from './reasons.ts'
import { type NexusTable, nexusTableOf } from './tables.ts'
import { createUnstatedReader, type UnstatedReader } from './unstated-readings.ts'
import { type CircumstanceLanguage, createCircumstanceLanguage } from './vocabulary.ts'

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
  readonly screener?: PartyScreener
}

export interface DealCircumstances {
  readonly circumstances: Circumstances
  readonly owners: OwnersJudged
  readonly assumptions: readonly AssumptionFinding[]
}

/** A jurisdiction that may hold a deal, with its hold on each item, in the order of the items. */
export interface Hold {
  readonly seat: Seat
  readonly nexus: readonly ItemNexus[]
}

export interface Seat {
  readonly jurisdiction: Jurisdiction
  readonly table: NexusTable
  readonly gaps: readonly CompiledGap[]
  readonly reach: Reach
  readonly movements: Movements
}

/** The rulebook made ready for many transactions. */
export class Engine {
  readonly rulebook: Rulebook
  readonly flagRules: FlagRules
  readonly #language: CircumstanceLanguage
  readonly #law: LawFinder
  readonly #seats: readonly Seat[]
  readonly #references: readonly Jurisdiction[]
  readonly #define: DefinitionReader
  readonly #itemFacts: ItemFactCopier
  readonly #ownership: OwnershipRules | undefined
  readonly #unstated: UnstatedReader

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook
    this.#language = createCircumstanceLanguage(rulebook)
    this.#law = createLawFinder(rulebook, this.#language)
    this.flagRules = new FlagRules(rulebook, this.#language)
    const all = [...rulebook.jurisdictions.values()]
    this.#references = all.filter(({ binding }) => !binding)
    this.#seats = all
      .filter(({ binding }) => binding)
      .map((jurisdiction) => {
        const table = nexusTableOf(rulebook, jurisdiction.code)
        const movements = movementsOf(rulebook, jurisdiction.code)
        return {
          jurisdiction,
          table,
          gaps: compileGaps([...table.gaps, ...gapsOf(movements)], this.#language),
          movements,
          reach: createReach(rulebook, jurisdiction, this.#language),
        }
      })
    this.#define = createDefinitionReader(rulebook, this.#language)
    this.#itemFacts = createItemFactCopier(
      rulebook,
      createVocabulary(rulebook.characteristics.values(), rulebook.kinds),
    )
    this.#ownership = ownershipRulesOf(rulebook)
    this.#unstated = createUnstatedReader(rulebook, this.#language)
  }

  get references(): readonly Jurisdiction[] {
    return this.#references
  }

  /** The jurisdictions that may hold an item, each with how it holds every one. */
  holdsOn(arranged: ArrangedTransaction, day: LegalDate): readonly Hold[] {
    const holds: Hold[] = []
    for (const seat of this.#seats) {
      const nexus = arranged.items.map((item) => this.#nexus(seat, item, arranged, day))
      if (nexus.some(mayHold)) holds.push({ seat, nexus })
    }
    return holds
  }

  /** Circumstances of the deal, with what screening found and what is read where nobody speaks. */
  circumstances(
    deal: DealContext,
    screened: PartiesScreened,
    resolver: FlagResolver,
  ): DealCircumstances {
    const { arranged, asOf, closed } = deal
    const made = circumstancesOfDeal(arranged, this.#language.vocabulary, asOf)
    made.setMembers(
      'party_status',
      partyStatus(arranged.parties, (name) => statusIn(screened.status, name)),
    )
    const ofOwners = this.#unstated.ofOwners(asOf)
    const owners = judgeOwners({
      parties: arranged.parties,
      screened: screened.status,
      rules: this.#ownership,
      asOf,
      othersUnlisted: ofOwners !== undefined,
      resolver,
    })
    made.setMembers('owner_status', owners.status)
    this.#define(made, asOf)
    setNodeStatedUnknown(made)
    if (closed) readAsLocal(made, arranged)
    if (closed) made.closeExcept(isNodePartlyStated(made) ? NODE_STAYS_OPEN : STAYS_OPEN)
    const assumptions = [
      ...this.#unstated.fill(made, asOf),
      ...(owners.isAssumed && ofOwners !== undefined ? [ofOwners] : []),
    ]
    return { circumstances: made, owners, assumptions }
  }

  /** What each binding jurisdiction asks for each item it may hold. */
  requirements(
    deal: DealContext,
    classified: ReadonlyMap<string, Classification>,
    circumstances: Circumstances,
    reasons: Reasons | undefined,
  ): ReadonlyMap<Jurisdiction, readonly ItemRequirement[]> {
    const found = new Map<Jurisdiction, ItemRequirement[]>()
    for (const [index, item] of deal.arranged.items.entries()) {
      const facts = classified.get(item.id)
      if (facts === undefined) continue
      const own = this.#circumstancesOfItem(item, facts, circumstances)
      for (const { seat, nexus: ofItems } of deal.holds) {
        const { code } = seat.jurisdiction
        const classification = facts.byJurisdiction.get(code)
        const before = ofItems[index]
        if (classification === undefined || before === undefined || !mayHold(before)) continue
        const read = this.#reach(seat, before, deal, { item, facts, circumstances: own })
        const { nexus } = read
        reasons?.addWays(code, item.id, nexus)
        const requirement = requirementOfItem({
          item,
          facts,
          classification,
          nexus,
          circumstances: own,
          destinations: read.destinations,
          law: read.law,
          gaps: nexus.inside === undefined ? seat.gaps : [],
          arranged: deal.arranged,
          day: deal.asOf,
          metAlone: deal.metAlone,
          ...(reasons === undefined
            ? {}
            : { observe: (reading, table) => reasons.addRule(code, item.id, reading, table) }),
        })
        reasons?.addEntries(code, item.id, [
          ...classification.entries,
          ...classification.nearMisses,
        ])
        found.set(seat.jurisdiction, [...(found.get(seat.jurisdiction) ?? []), requirement])
      }
    }
    return found
  }

  /** How a seat holds an item, for which destinations, and by which of its rules. */
  #reach(
    { jurisdiction, movements, reach }: Seat,
    nexus: ItemNexus,
    { arranged, asOf: day, knownAt, metAlone, closed, explain }: DealContext,
    of: Pick<ReachInput, 'item' | 'facts' | 'circumstances'>,
  ): Pick<ReachInput, 'nexus' | 'destinations' | 'law'> {
    const destinations = destinationsOf(arranged, closed, movements)
    const inside = insideOf(movements, jurisdiction, arranged)
    const whole = this.#law(jurisdiction.code, day, knownAt)
    if (inside !== undefined) {
      const law = onlyRules(whole, inside.rules)
      return { nexus: heldInside(nexus, inside), destinations, law }
    }
    const how = { destinations, law: whole, day, metAlone, closed, explain }
    return { nexus: reach({ ...of, ...how, nexus }), destinations, law: whole }
  }

  #circumstancesOfItem(
    item: ArrangedItem,
    facts: Classification,
    deal: Circumstances,
  ): Circumstances {
    const own = deal.copy()
    own.set('item_kind', item.item.kind === 'unknown' ? undefined : item.item.kind)
    const { value } = item.item
    own.setStated('value_usd', value?.currency === 'USD' ? value.amount : undefined)
    this.#itemFacts.copy(facts.facts, contentTables(facts), own)
    return own
  }

  #nexus(
    { jurisdiction, table }: Seat,
    { item }: ArrangedItem,
    { transaction }: ArrangedTransaction,
    day: LegalDate,
  ): ItemNexus {
    const kind = item.kind === undefined ? undefined : this.rulebook.kinds.get(item.kind)
    const isActivity = kind?.class === 'activity'
    return nexusOfItem(item, transaction, jurisdiction, table, day, isActivity)
  }
}

/**
 * Facts of the item itself, where it goes and how it is held, and acts that may still follow: no worked
 * case leaves them out by meaning.
 */
const STAYS_OPEN: ReadonlySet<string> = new Set([
  'notice_days',
  'registered_for',
  'assurance_held',
  'destination',
  'exporting_country',
  'subject_through',
  'item_kind',
])

const NODE_STAYS_OPEN: ReadonlySet<string> = new Set([...STAYS_OPEN, ADVANCED_NODE])

function contentTables(classification: Classification): readonly Classification['facts'][] {
  return classification.content.flatMap((one) => [one.facts, ...contentTables(one)])
}

/** Of a worked case: who gets the item is from where it goes, unless something else is stated. */
function readAsLocal(circumstances: Circumstances, { transaction }: ArrangedTransaction): void {
  const to = transaction.route?.to
  if (to === undefined) return
  const known = circumstances.get('headquarters')
  if (known === undefined || (known instanceof Set && known.size === 0)) {
    circumstances.setMembers('headquarters', knownSet([to]))
  }
  if (!circumstances.isStated('end_user_country')) circumstances.set('end_user_country', to)
}
