import type { LegalDate } from '../kernel/index.ts'
import { lastRead, type Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import { undecidedAreas } from './coverage.ts'
import type { DealContext } from './deal-context.ts'
import { DealReader } from './deal-reader.ts'
import { type DealView, dealViewOf } from './deal-view.ts'
import { createFlagResolver } from './flag-resolver.ts'
import type { DealFlags, FlagRules } from './flag-rules.ts'
import { type Identities, Names } from './identity.ts'
import { Memo } from './memo.ts'
import { type AskedPlace, PLACED_BY_DEAL, placesOf } from './missing.ts'
import type { PartyFinding } from './model.ts'
import { flagsOfNamesInText } from './named-in-text.ts'
import { partiesWithoutNames } from './nameless.ts'
import type { OwnersJudged } from './owners.ts'
import { screenParties } from './parties.ts'
import { type RowReading, rowReadingOf } from './row-reading.ts'
import { encoded } from './sheet.ts'
import { sightOfCircumstances } from './sight.ts'
import { assumptionsOf } from './unstated.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'
import { inText, isCommonMark } from './wording.ts'

/** Kept at once: deals, and what they look like. */
const KEPT = 2048
const KEPT_SIGHTS = 8192

const EMPTY = new Uint8Array()

/** Views deals without their items: who takes part, what is stated and found, and what is assumed. */
export class DealViewer {
  readonly #rulebook: Rulebook
  readonly #lastRead: LegalDate | undefined
  readonly #language: CircumstanceLanguage
  readonly #flagRules: FlagRules
  readonly #identities: Identities
  readonly #reader: DealReader
  readonly #rowReading: RowReading
  readonly #sights = new Names(KEPT_SIGHTS)
  readonly #said = new Names(KEPT_SIGHTS)
  readonly #placed = new Names(KEPT_SIGHTS)
  readonly #deals = new Memo<DealView>(KEPT)
  /** By all that is stated but for the names of the parties. */
  readonly #alike = new Memo<DealView>(KEPT)

  constructor(
    rulebook: Rulebook,
    language: CircumstanceLanguage,
    flagRules: FlagRules,
    identities: Identities,
  ) {
    this.#rulebook = rulebook
    this.#lastRead = lastRead(rulebook)
    this.#language = language
    this.#flagRules = flagRules
    this.#identities = identities
    this.#reader = new DealReader(rulebook, language)
    this.#rowReading = rowReadingOf(rulebook)
  }

  /** Looked up where the same was stated before, and no party is screened; or the same of others. */
  view(deal: DealContext): DealView {
    const { id: _id, items: _items, parties, ...stated } = deal.arranged.transaction
    if (deal.screener !== undefined || !isCommonMark(deal.mark)) return this.#view(deal, false)
    const how = [deal.asOf, deal.knownAt, deal.closed, deal.metAlone]
    const rest = this.#identities.ofAll([...how, ...Object.keys(stated), ...Object.values(stated)])
    const own = this.#identities.of(parties)
    if (rest === undefined || own === undefined) return this.#view(deal, false)
    const key = `${rest} ${own}`
    const known = this.#deals.get(key)
    if (known !== undefined) return known
    const view = this.#viewOfOthers(deal, rest)
    this.#deals.set(key, view)
    return view
  }

  /** As that of a deal in which nothing is different but who the parties are. */
  #viewOfOthers(deal: DealContext, rest: string): DealView {
    const { parties } = deal.arranged
    const nameless = partiesWithoutNames(deal.arranged)
    if (nameless === undefined) return this.#view(deal, false)
    const key = `${rest} ${nameless}`
    const alike = this.#alike.get(key)
    if (alike === undefined) {
      const view = this.#view(deal, true)
      this.#alike.set(key, view)
      return view
    }
    const found = alike.parties.map((party, at) => ({
      ...party,
      name: parties[at]?.name ?? party.name,
    }))
    const { places } = this.#placesIn(withoutItems(deal.arranged), deal.mark, found)
    const { partiesText, names } = inBytes(found)
    const own = { parties: found, partiesText, names, flagged: new Map<string, DealFlags>() }
    return dealViewOf({ ...alike, ...own, places, readSeats: undefined })
  }

  /** @param isNameless whether nothing stated is held against the names of the parties */
  #view(deal: DealContext, isNameless: boolean): DealView {
    const { arranged, asOf, knownAt, closed, metAlone, screener, mark } = deal
    const { transaction } = arranged
    const resolver = createFlagResolver(
      this.#rulebook.clearance,
      transaction.knowledge?.resolved ?? [],
    )
    const screened = screenParties(
      arranged,
      screener,
      deal.holds.map(({ seat }) => seat.jurisdiction.code),
      resolver,
      this.#rowReading,
    )
    const { circumstances, owners, assumptions } = this.#reader.read(deal, screened, resolver)
    const { onlyMentioned } = this.#flagRules
    const named =
      screener === undefined || onlyMentioned === undefined
        ? []
        : flagsOfNamesInText(transaction, screener, onlyMentioned, resolver)
    const found = screened.findings.map((party) => withOwners(party, owners))
    const areas = undecidedAreas(arranged, this.#rulebook)
    const assumed = [
      ...assumptionsOf(transaction, { ...deal, lastRead: this.#lastRead }),
      ...assumptions,
    ]
    const seen = `${statedToRules(arranged)} ${sightOfCircumstances(circumstances, this.#language)}`
    return dealViewOf({
      circumstances,
      sight: this.#sights.of(`${asOf} ${knownAt} ${closed} ${metAlone} ${seen}`),
      seatViews: new Map(),
      readSeats: undefined,
      parties: found,
      flags: [...screened.flags, ...owners.flags, ...named],
      resolver,
      flagged: new Map(),
      calm: isNameless ? new Map() : undefined,
      assumptions: assumed,
      areas,
      ...inBytes(found),
      said: this.#said.of(
        JSON.stringify([assumed, areas, found.map(({ name: _name, ...party }) => party)]),
      ),
      ...this.#placesIn(withoutItems(arranged), mark, found),
    })
  }

  /** Where circumstances would be stated in a deal, each asked for once. */
  #placesIn(
    parts: ArrangedTransaction,
    mark: string,
    parties: readonly PartyFinding[],
  ): Pick<DealView, 'places' | 'placesOfAll'> {
    const known = new Map<string, readonly AskedPlace[]>()
    const places = (id: string): readonly AskedPlace[] => {
      const found = known.get(id) ?? placesOf(id, this.#rulebook, parts, mark)
      known.set(id, found)
      return found
    }
    const nameless = (place: AskedPlace): unknown => {
      const at = parties.findIndex(({ name }) => name === place.of)
      return at === -1 ? place : { ...place, of: at }
    }
    let number: number | undefined
    return {
      places,
      placesOfAll: () => {
        if (number !== undefined) return number
        const all = PLACED_BY_DEAL.map((id) => places(id).map(nameless))
        number = this.#placed.of(JSON.stringify(all))
        return number
      },
    }
  }
}

/** What is kept must not hold the items of the order that it was made for. */
function withoutItems(arranged: ArrangedTransaction): ArrangedTransaction {
  return { ...arranged, items: [], transaction: { ...arranged.transaction, items: [] } }
}

function inBytes(parties: readonly PartyFinding[]): Pick<DealView, 'partiesText' | 'names'> {
  const [partiesText = EMPTY, ...names] = encoded([
    JSON.stringify(parties),
    ...parties.map(({ name }) => inText(name)),
  ])
  return { partiesText, names }
}

/** What the reading of rules takes from the deal itself, beside its circumstances. */
function statedToRules({ transaction, parties }: ArrangedTransaction): string {
  const { kind, route, persons, technology, service } = transaction
  const places = parties.map(({ role, country }) => ({ role, country }))
  return canonicalInput({ kind, route, persons, technology, service, parties: places })
}

function withOwners(party: PartyFinding, { answers }: OwnersJudged): PartyFinding {
  const ownership = answers.get(party.name) ?? []
  if (ownership.length === 0 || party.role === 'owner') return party
  const { name, role, screening } = party
  return { name, ownership, role, screening }
}
