import { FTM_NUMBERS, FTM_SCHEMAS } from '../../lists/index.ts'
import type { ListedParty, PartyQuery } from '../../screening/index.ts'

export type Properties = Readonly<Record<string, readonly string[]>>

/** More names or countries than these tell nothing more of who it is. */
const MOST_NAMES = 20
const COUNTRY = ['country', 'jurisdiction', 'nationality', 'citizenship', 'mainCountry', 'flag']

/** An entity of followthemoney as a party to screen; nothing where it has no name. */
export function partyOf(schema: string, properties: Properties): PartyQuery | undefined {
  const values = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (Object.hasOwn(properties, name) ? (properties[name] ?? []) : []))
  const names = values('name', 'alias', 'previousName', 'weakAlias').filter(
    (one) => one.trim() !== '',
  )
  const [name, ...otherNames] = names.slice(0, MOST_NAMES)
  if (name === undefined) return undefined
  const [country] = values(...COUNTRY)
  const [birthDate] = values('birthDate')
  const [address] = values('address', 'full')
  const identifiers = Object.entries(FTM_NUMBERS).flatMap(([property, kind]) =>
    values(property)
      .slice(0, 1)
      .map((value) => [kind, value] as const),
  )
  const kind = Object.hasOwn(FTM_SCHEMAS, schema) ? FTM_SCHEMAS[schema] : undefined
  return {
    name,
    ...(otherNames.length === 0 ? {} : { otherNames }),
    // A legal entity may be anything but a thing: nothing is ruled out by it.
    ...(kind === undefined || kind === 'LegalEntity' ? {} : { schema: kind }),
    ...(country === undefined ? {} : { country: country.toUpperCase() }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(address === undefined ? {} : { address }),
    ...(identifiers.length === 0 ? {} : { identifiers: Object.fromEntries(identifiers) }),
  }
}

/** A listed party as an entity of followthemoney. */
export interface Entity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly properties: Properties
  readonly datasets: readonly string[]
  readonly referents: readonly string[]
  readonly target: boolean
  readonly first_seen: string | null
  readonly last_seen: string | null
  readonly last_change: string | null
}

export function entityOf(party: ListedParty, seen: string | undefined): Entity {
  const { list, name, aliases, weakAliases, addresses, countries, birthDates, from } = party
  const { programmes, remarks, rule } = party
  const numbers = Object.entries(party.identifiers).flatMap(([kind, values]) => {
    const [property = 'idNumber'] =
      Object.entries(FTM_NUMBERS).find(([, known]) => known === kind) ?? []
    return [[property, values] as const]
  })
  const properties = Object.entries({
    name: [name],
    alias: aliases,
    weakAlias: weakAliases,
    address: addresses,
    country: countries.map((code) => code.toLowerCase()),
    birthDate: birthDates,
    ...Object.fromEntries(numbers),
    program: programmes,
    notes: [remarks, rule.licenceRequirement, rule.reviewPolicy].flatMap((text) => text ?? []),
  }).filter(([, values]) => values.length > 0)
  return {
    id: entityId(party),
    caption: name,
    schema: party.schema === 'Aircraft' ? 'Airplane' : party.schema,
    properties: Object.fromEntries(properties),
    datasets: [list],
    referents: [],
    target: true,
    first_seen: from ?? null,
    last_seen: seen ?? null,
    last_change: null,
  }
}

/** The publisher's own numbers are unique only within a list. */
export function entityId({ list, id }: Pick<ListedParty, 'list' | 'id'>): string {
  return `${list}:${id}`
}
