import type { Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { RuleList } from './rule-list.ts'
import { type Party, RECEIVING, USING, userOf } from './transaction-parties.ts'

/** A fact that somebody is asked for, as answers have it under `missing`, with the rules that it would decide. */
export interface AskedFact {
  readonly fact: string
  readonly of: string
  readonly why: string
  readonly decides: RuleList
}

interface Collected extends AskedFact {
  decides: RuleList
  /** Asked under a law that applies, and not only under such as may apply. */
  isOfLaw: boolean
}

/** A place in the transaction where a circumstance is stated. */
interface FactPlace {
  readonly fact: string
  readonly of: string
}

type Deal = ArrangedTransaction
const DEAL = 'transaction'

/** Stated at other places in other deals. Parties are named by role, since their order means nothing. */
const PLACES_BY_DEAL: Readonly<Record<string, (deal: Deal, item: string) => readonly FactPlace[]>> =
  {
    destination: (deal) => {
      const { kind, route, technology } = deal.transaction
      const isReleased = kind === 'technology' && route?.from === route?.to
      const isShown = technology !== undefined || isReleased
      if (isShown && technology?.recipientNationalities === undefined) {
        return [{ fact: 'technology.recipientNationalities', of: DEAL }]
      }
      if (route?.to === undefined) return [{ fact: 'route.to', of: DEAL }]
      const unstated = deal.parties.filter(({ role, country }) => USING.includes(role) && !country)
      return unstated.map(({ role, name }) => ({ fact: `parties[${role}].country`, of: name }))
    },
    claimed_unlisted: ({ transaction: { route } }, item) =>
      route?.from === undefined
        ? [{ fact: 'route.from', of: DEAL }]
        : [{ fact: `claimed.${route.from}`, of: item }],
    headquarters: ofReceiving('headquarters'),
    exporter_headquarters: (deal) => ofRole(deal, 'exporter', 'headquarters'),
    end_user_country: (deal) => ofUser(deal, 'country'),
    party_status: (deal) =>
      deal.parties.length === 0
        ? [{ fact: 'parties', of: DEAL }]
        : [{ fact: 'screening', of: DEAL }],
    owner_status: (deal) => {
      const unstated = deal.parties.filter(({ owners, type }) => !owners && type !== 'individual')
      const asked = unstated.length > 0 ? unstated : deal.parties
      return asked.length === 0
        ? [{ fact: 'parties', of: DEAL }]
        : asked.map(({ role, name }) => ({ fact: `parties[${role}].owners`, of: name }))
    },
    facility_type: ofFacility('type'),
    facility_makes_advanced_node: ofFacility('makesAdvancedNode'),
    facility_node_stated_unknown: ofFacility('makesAdvancedNode'),
    facility_product: ofFacility('product'),
    facility_node_nm: ofFacility('nodeNm'),
    facility_non_planar: ofFacility('nonPlanar'),
    facility_layers: ofFacility('layers'),
    facility_half_pitch_nm: ofFacility('halfPitchNm'),
  }

/** All else is stated at the same place in every deal. */
export const PLACED_BY_DEAL: readonly string[] = Object.keys(PLACES_BY_DEAL)

const PLACES_IN_DEAL: Readonly<Record<string, string>> = {
  exporting_country: 'route.from',
  transaction_kind: 'kind',
  end_use: 'endUse.uses',
  military_end_use: 'endUse.military',
  military_intelligence_end_use: 'endUse.militaryIntelligence',
  wmd_end_use: 'endUse.wmd',
  wmd_kind: 'endUse.wmdKinds',
  us_person: 'persons.usPerson',
  employer_headquarters: 'persons.employerHeadquarters',
  activity: 'persons.activity',
  deemed_export: 'technology.location',
  recipient_nationalities: 'technology.recipientNationalities',
  informed_by: 'knowledge.informed',
  notice_days: 'authorisations[notice].filedOn',
  registered_for: 'authorisations[registration]',
  assurance_held: 'authorisations[assurance]',
}

/** Of all other circumstances the name is the place. */
const PLACES_IN_ITEM: Readonly<Record<string, string>> = {
  value_usd: 'value',
  datacentre_marketed: 'designed_or_marketed_for_datacenter',
  item_hs: 'hs',
  item_kind: 'kind',
  subject_through: 'origin',
}

function ofReceiving(field: 'headquarters'): (deal: Deal) => readonly FactPlace[] {
  return (deal) => {
    const receiving = deal.parties.filter(({ role }) => RECEIVING.has(role))
    const unstated = receiving.filter((party) => party[field] === undefined)
    return unstated.length === 0
      ? [{ fact: `parties[${userOf(deal.parties)?.role ?? 'end-user'}].${field}`, of: DEAL }]
      : unstated.map(({ role, name }) => ({ fact: `parties[${role}].${field}`, of: name }))
  }
}

function ofRole(deal: Deal, role: Party['role'], field: string): readonly FactPlace[] {
  const party = deal.parties.find((one) => one.role === role)
  return [{ fact: `parties[${role}].${field}`, of: party?.name ?? DEAL }]
}

function ofUser(deal: Deal, field: string): readonly FactPlace[] {
  return ofRole(deal, userOf(deal.parties)?.role ?? 'end-user', field)
}

function ofFacility(field: string): (deal: Deal) => readonly FactPlace[] {
  return (deal) => ofUser(deal, `facility.${field}`)
}

/** Where a circumstance would be stated; nowhere if it is worked out. `item` stands for the id of the item. */
export function placesOf(
  id: string,
  rulebook: Rulebook,
  deal: Deal,
  item: string,
): readonly AskedPlace[] {
  const parameter = rulebook.circumstances.get(id)
  if (parameter?.computed === true) return []
  const why = parameter?.question ?? parameter?.definition ?? id
  const places = PLACES_BY_DEAL[id]?.(deal, item) ?? [placeOf(id, item)]
  return places.map(({ fact, of }) => ({ fact, of, why }))
}

function placeOf(id: string, item: string): FactPlace {
  const inDeal = PLACES_IN_DEAL[id]
  return inDeal === undefined
    ? { fact: PLACES_IN_ITEM[id] ?? id, of: item }
    : { fact: inDeal, of: DEAL }
}

/** A place with the question that a person can answer there. */
export interface AskedPlace extends FactPlace {
  readonly why: string
}

/** What is asked for one item under one jurisdiction, whoever the parties are. */
export interface Asked {
  /** Ids of circumstances with the rules that each would decide. */
  readonly circumstances: readonly (readonly [string, RuleList])[]
  readonly facts: readonly AskedFact[]
}

/** Gathers what one item asks for under one jurisdiction. */
export class AskedFacts {
  readonly #rulebook: Rulebook
  readonly #circumstances = new Map<string, Set<string>>()
  readonly #facts = new MissingFacts()

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook
  }

  add(fact: string, of: string, why: string, decides: string): void {
    this.#facts.add(fact, of, why, RuleList.of([decides]), true)
  }

  /** A circumstance of the deal, wherever it would be stated. */
  addCircumstance(id: string, decides: string): void {
    const known = this.#circumstances.get(id)
    if (known === undefined) this.#circumstances.set(id, new Set([decides]))
    else known.add(decides)
  }

  /** A characteristic of an item, `tpp` or, of contained items, `content[0].tpp`. */
  addCharacteristic(id: string, item: string, decides: string): void {
    const name = id.slice(id.lastIndexOf('.') + 1)
    const parameter = this.#rulebook.characteristics.get(name)
    const why = parameter?.question ?? parameter?.definition ?? CONTENT[name] ?? name
    this.add(id, item, why, decides)
  }

  /** Rules that some circumstance would decide which can be stated. */
  rules(): ReadonlySet<string> {
    const stated = [...this.#circumstances].filter(([id]) => !this.#isComputed(id))
    return new Set(stated.flatMap(([, decides]) => [...decides]))
  }

  #isComputed(id: string): boolean {
    return this.#rulebook.circumstances.get(id)?.computed === true
  }

  asked(): Asked {
    return {
      circumstances: [...this.#circumstances].map(([id, decides]) => [id, RuleList.of(decides)]),
      facts: this.#facts.list(),
    }
  }
}

/** Facts whose statement would decide something, each once, with everything it would decide. */
export class MissingFacts {
  /** By what it is asked of, and which it is. */
  readonly #found = new Map<string, Map<string, Collected>>()

  /** @param isOfLaw whether the law under which it is asked applies, and not only may apply */
  add(fact: string, of: string, why: string, decides: RuleList, isOfLaw: boolean): void {
    let ofOne = this.#found.get(of)
    if (ofOne === undefined) {
      ofOne = new Map()
      this.#found.set(of, ofOne)
    }
    const known = ofOne.get(fact)
    if (known === undefined) ofOne.set(fact, { fact, of, why, decides, isOfLaw })
    else {
      known.decides = known.decides.with(decides)
      known.isOfLaw ||= isOfLaw
    }
  }

  /** What a law that applies asks for before what others ask for; of each, what decides most first. */
  list(): readonly AskedFact[] {
    const all: Collected[] = []
    for (const ofOne of this.#found.values()) all.push(...ofOne.values())
    return all.sort(
      (left, right) =>
        Number(right.isOfLaw) - Number(left.isOfLaw) ||
        right.decides.ids.length - left.decides.ids.length ||
        compare(left.of, right.of) ||
        compare(left.fact, right.fact),
    )
  }
}

const CONTENT: Readonly<Record<string, string>> = {
  content: 'What does the item contain that could itself be controlled?',
  kind: 'What kind of item is it?',
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
