import type { LegalDate } from '../kernel/index.ts'
import { lastRead, type Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import { undecidedAreas } from './coverage.ts'
import type { DealContext } from './deal-context.ts'
import { DealReader } from './deal-reader.ts'
import type { DealView } from './deal-view.ts'
import { createFlagResolver } from './flag-resolver.ts'
import type { FlagRules } from './flag-rules.ts'
import { type Identities, Names } from './identity.ts'
import { Memo } from './memo.ts'
import { type AskedPlace, PLACED_BY_DEAL, placesOf } from './missing.ts'
import type { PartyFinding } from './model.ts'
import { flagsOfNamesInText } from './named-in-text.ts'
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

  /** Looked up where the same was stated before, and no party is screened. */
  view(deal: DealContext): DealView {
    const { id: _id, items: _items, ...stated } = deal.arranged.transaction
    const how = [deal.asOf, deal.knownAt, deal.closed, deal.metAlone]
    const key =
      deal.screener === undefined && isCommonMark(deal.mark)
        ? this.#identities.ofAll([...how, ...Object.keys(stated), ...Object.values(stated)])
        : undefined
    const known = key === undefined ? undefined : this.#deals.get(key)
    if (known !== undefined) return known
    const view = this.#view(deal)
    if (key !== undefined) this.#deals.set(key, view)
    return view
  }

  #view(deal: DealContext): DealView {
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
    // What is kept must not hold the items of the order that it was made for.
    const parts = { ...arranged, items: [], transaction: { ...transaction, items: [] } }
    const areas = undecidedAreas(arranged, this.#rulebook)
    const assumed = [
      ...assumptionsOf(transaction, { ...deal, lastRead: this.#lastRead }),
      ...assumptions,
    ]
    const [partiesText = EMPTY, ...names] = encoded([
      JSON.stringify(found),
      ...found.map(({ name }) => inText(name)),
    ])
    const seen = `${statedToRules(arranged)} ${sightOfCircumstances(circumstances, this.#language)}`
    return {
      circumstances,
      sight: this.#sights.of(`${asOf} ${knownAt} ${closed} ${metAlone} ${seen}`),
      seatViews: new Map(),
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
