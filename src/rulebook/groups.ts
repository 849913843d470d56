import { contains, type Interval, type LegalDate, type Truth } from '../kernel/index.ts'
import type { GroupTable, Place } from './model.ts'
import type { Group, GroupFacts, Treatment } from './tables-model.ts'

/** The group of every country, known to every rulebook. */
export const WORLDWIDE = 'worldwide'

/**
 * Membership by day, three-valued. For one group and one country, first that applies:
 *
 * 1. outside the days on which the group exists: not in it;
 * 2. treated as another country on the day, and not named itself: as that country;
 * 3. its moves into and out of the group are known: they say it for every day;
 * 4. held throughout days that include this one: in it;
 * 5. before the table is covered: unknown;
 * 6. in the table or not. Still unknown is a region whose country is in and of which the table says
 *    nothing, and a country that other days treat as another, since the table has no row of its own.
 *
 * A place code is the group of itself: a region may lie in its country's (unknown), a country that is
 * stated without a region lies outside the regions that law names apart.
 */
export function createGroupTable(
  facts: GroupFacts,
  places: ReadonlyMap<string, Place>,
): GroupTable {
  const groups = new Map(
    facts.groups.map((group) => [group.name, new DatedGroup(group, facts, places)]),
  )
  return {
    names: [...groups.keys(), WORLDWIDE],
    membership: (group, country, day) => {
      if (group === WORLDWIDE) return 'true'
      const dated = groups.get(group)
      if (dated !== undefined) return dated.holds(country, day)
      return places.has(group) ? samePlace(group, country) : 'unknown'
    },
  }
}

function samePlace(group: string, country: string): Truth {
  if (group === country) return 'true'
  return countryOfRegion(country) === group ? 'unknown' : 'false'
}

/** `UA` of `UA-43`. */
function countryOfRegion(place: string): string | undefined {
  const dash = place.indexOf('-')
  return dash < 0 ? undefined : place.slice(0, dash)
}

class DatedGroup {
  readonly #group: Group
  readonly #places: ReadonlyMap<string, Place>
  readonly #members: ReadonlySet<string>
  readonly #without: ReadonlySet<string>
  readonly #moves: ReadonlyMap<string, readonly Interval[]>
  readonly #held: ReadonlyMap<string, readonly Interval[]>
  readonly #treated: ReadonlyMap<string, readonly Treatment[]>

  constructor(group: Group, facts: GroupFacts, places: ReadonlyMap<string, Place>) {
    this.#group = group
    this.#places = places
    this.#members = new Set(group.members)
    this.#without = new Set(group.without)
    this.#moves = byCountry(
      facts.moves.filter((move) => move.group === group.name),
      (move) => move.effective,
    )
    this.#held = byCountry(
      facts.held.filter((held) => held.groups.includes(group.name)),
      (held) => held.effective,
    )
    this.#treated = byCountry(
      facts.treated.filter((treated) => treated.jurisdiction === group.jurisdiction),
      (treated) => treated,
    )
  }

  holds(country: string, day: LegalDate): Truth {
    if (!contains(this.#group.effective, day)) return 'false'
    if (this.#names(country)) return this.#standing(country, day)
    const treatment = this.#treated.get(country)?.find((one) => contains(one.effective, day))
    return this.#standing(treatment?.as ?? country, day)
  }

  /** A row of its own is said of the country itself: the occupied regions, of which the whole says nothing. */
  #names(country: string): boolean {
    return this.#members.has(country) || this.#without.has(country) || this.#moves.has(country)
  }

  #standing(country: string, day: LegalDate): Truth {
    const moves = this.#moves.get(country)
    if (moves !== undefined) return moves.some((days) => contains(days, day)) ? 'true' : 'false'
    if (this.#held.get(country)?.some((days) => contains(days, day)) === true) return 'true'
    const { coveredFrom } = this.#group
    if (coveredFrom !== undefined && day < coveredFrom) return 'unknown'
    if (this.#members.has(country)) return 'true'
    if (this.#without.has(country)) return 'false'
    return this.#absent(country, day)
  }

  /** Of a country the table does not name. */
  #absent(country: string, day: LegalDate): Truth {
    if (!this.#places.has(country) || this.#treated.has(country)) return 'unknown'
    const whole = countryOfRegion(country)
    if (whole === undefined) return 'false'
    return this.holds(whole, day) === 'false' ? 'false' : 'unknown'
  }
}

function byCountry<T extends { readonly country: string }, V>(
  items: readonly T[],
  value: (item: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const map = new Map<string, V[]>()
  for (const item of items) map.set(item.country, [...(map.get(item.country) ?? []), value(item)])
  return map
}
