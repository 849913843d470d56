import { ProblemError } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn } from './birth-text.ts'
import { gatherIdentifiers, identifierValue } from './identifiers.ts'
import { distinct } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { Gathering, type ListReader } from './reading.ts'
import { rowRule } from './row-rule.ts'
import { linesOf } from './separated-rows.ts'

/**
 * Entities of FollowTheMoney, one JSON object a line. Persons, organisations, vessels and aircraft are
 * parties; other entities (addresses, documents, ownership) are counted and are none. An entity marked
 * `target: false` stands in the file for its relation to others and is not listed itself.
 */
export const FTM_SCHEMAS: Readonly<Record<string, ListedParty['schema']>> = {
  Person: 'Person',
  Organization: 'Organization',
  Company: 'Organization',
  PublicBody: 'Organization',
  LegalEntity: 'LegalEntity',
  Vessel: 'Vessel',
  Airplane: 'Aircraft',
}
const REMEDY =
  'Write one entity of FollowTheMoney a line: {"id", "schema", "properties": {"name": […]}}.'

export const readFtm: ListReader = async (files, { list = 'ftm' }) => {
  const gathering = new Gathering()
  for (const file of files) {
    let line = 0
    for await (const text of linesOf(file)) {
      line += 1
      if (text.trim() === '') continue
      const entity = entityOf(text)
      if (typeof entity === 'string') {
        gathering.reject(file.name, line, entity, REMEDY)
        continue
      }
      const party = partyOf(entity, list)
      if (typeof party === 'string') gathering.reject(file.name, line, party, REMEDY)
      else {
        gathering.row(list)
        if (party !== undefined) gathering.party(party)
      }
    }
    if (line === 0) throw emptyFile(file.name)
  }
  return gathering.done()
}

interface Entity {
  readonly id: string
  readonly schema: string
  readonly isTarget: boolean
  /** Texts of a property; of a nested entity its full text or caption. */
  values(...properties: readonly string[]): readonly string[]
}

/** The entity, or why the line is none. */
function entityOf(text: string): Entity | string {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return 'The line is not JSON'
  }
  if (!isRecord(read)) return 'The line is not an entity'
  const { id, schema, properties, target } = read
  if (typeof id !== 'string' || id === '') return 'The entity has no id'
  if (typeof schema !== 'string') return 'The entity has no schema'
  if (!isRecord(properties)) return 'The entity has no properties'
  return {
    id,
    schema,
    isTarget: target !== false,
    values: (...names) => distinct(names.flatMap((name) => textsOf(properties, name))),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textsOf(properties: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one): readonly string[] => {
    if (typeof one === 'string') return [one.replaceAll(/\s+/g, ' ').trim()]
    if (!isRecord(one)) return []
    const full = isRecord(one.properties) ? textsOf(one.properties, 'full') : []
    return full.length > 0 ? full : typeof one.caption === 'string' ? [one.caption] : []
  })
}

/** Properties that hold a number, by the kind of identifier. */
export const FTM_NUMBERS: Readonly<Record<string, string>> = {
  imoNumber: 'imo',
  mmsi: 'mmsi',
  callSign: 'callSign',
  leiCode: 'lei',
  swiftBic: 'bic',
  dunsCode: 'duns',
  isinCode: 'isin',
  registrationNumber: 'registration',
  ogrnCode: 'registration',
  uniqueEntityId: 'registration',
  uscCode: 'registration',
  innCode: 'tax',
  taxNumber: 'tax',
  vatCode: 'tax',
  passportNumber: 'passport',
  idNumber: 'nationalId',
  cryptoWallets: 'wallet',
  serialNumber: 'aircraftSerial',
}

/** The party, nothing for an entity that is none, or why it is bad. */
function partyOf(entity: Entity, list: string): ListedParty | undefined | string {
  const schema = Object.hasOwn(FTM_SCHEMAS, entity.schema) ? FTM_SCHEMAS[entity.schema] : undefined
  if (schema === undefined || !entity.isTarget) return undefined
  const { values } = entity
  const [name, ...others] = values('name')
  if (name === undefined) return 'The entity has no name'
  const aliases = distinct([...others, ...values('alias', 'previousName')], name)
  const numbers = Object.entries(FTM_NUMBERS).flatMap(([property, kind]) =>
    values(property).map((value) => [kind, identifierValue(kind, value)] as const),
  )
  const remarks = values('notes', 'position', 'summary').join('; ')
  return {
    id: entity.id,
    source: 'ftm',
    list,
    schema,
    name,
    aliases,
    weakAliases: distinct(values('weakAlias'), name).filter((weak) => !aliases.includes(weak)),
    addresses: values('address', 'addressEntity'),
    countries: printedCountries(
      values('country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'flag'),
    ),
    birthDates: distinct(values('birthDate').flatMap(birthDaysIn)),
    identifiers: gatherIdentifiers(numbers),
    programmes: values('programId', 'program', 'topics'),
    ...(remarks === '' ? {} : { remarks }),
    rule: rowRule({}),
  }
}

function emptyFile(file: string): ProblemError {
  return new ProblemError({
    code: 'list.not-the-format',
    detail: 'The file has no entities.',
    where: { file },
    remedy: REMEDY,
  })
}
