import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn, partialDay, yearsBetween } from './birth-text.ts'
import { gatherIdentifiers, identifierValue } from './identifiers.ts'
import { dayOrNothing } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { rowRule } from './row-rule.ts'
import { attributeOf, childrenNamed, textsAt, type XmlElement } from './xml-element.ts'

/** A `<sanctionEntity>` of version 1.1: values in attributes, `00` for a country not known. */
export function readEntity11(entity: XmlElement): ListedParty {
  const names = childrenNamed(entity, 'nameAlias').map((alias) => ({
    name: wholeName(alias),
    isWeak: attributeOf(alias, 'strong') === 'false',
  }))
  const name = (names.find(({ isWeak }) => !isWeak) ?? names[0])?.name ?? ''
  const named = (isWeak: boolean): readonly string[] =>
    names.filter((one) => one.isWeak === isWeak).map((one) => one.name)
  const strong = distinct(named(false), name)
  const regulations = childrenNamed(entity, 'regulation')
  const from = firstDay(entity, regulations)
  const remarks = remarksOf(entity)
  return {
    id: attributeOf(entity, 'logicalId'),
    source: 'eu-fsf',
    list: 'eu-fsf',
    schema: schemaOf(entity),
    name,
    aliases: strong,
    weakAliases: distinct(named(true), name).filter((weak) => !strong.includes(weak)),
    addresses: addressesOf(entity),
    countries: printedCountries(
      ['citizenship', 'address'].flatMap((kind) => childrenNamed(entity, kind)).map(countryOf),
    ),
    birthDates: distinct(childrenNamed(entity, 'birthdate').flatMap(birthOf)),
    identifiers: identifiersOf(entity),
    programmes: distinct(regulations.map((one) => attributeOf(one, 'programme'))),
    ...(remarks === '' ? {} : { remarks }),
    ...(from === undefined ? {} : { from }),
    rule: rowRule({ citation: citationOf(entity, regulations) }),
  }
}

function wholeName(alias: XmlElement): string {
  const whole = attributeOf(alias, 'wholeName')
  if (whole !== '') return whole
  return ['firstName', 'middleName', 'lastName']
    .map((part) => attributeOf(alias, part))
    .filter((part) => part !== '')
    .join(' ')
}

function schemaOf(entity: XmlElement): ListedParty['schema'] {
  const type = childrenNamed(entity, 'subjectType')[0]
  const words =
    type === undefined
      ? ''
      : `${attributeOf(type, 'code')} ${attributeOf(type, 'classificationCode')}`
  if (/\bperson\b|\bP\b/.test(words)) return 'Person'
  return /vessel|ship/i.test(words) ? 'Vessel' : 'Organization'
}

function countryOf(element: XmlElement): string {
  const code = attributeOf(element, 'countryIso2Code')
  return code === '' || code === '00' ? attributeOf(element, 'countryDescription') : code
}

const ADDRESS = ['poBox', 'street', 'zipCode', 'city', 'place', 'region'] as const

function addressesOf(entity: XmlElement): readonly string[] {
  const printed = childrenNamed(entity, 'address').map((address) => {
    const parts = ADDRESS.map((part) => attributeOf(address, part)).filter((part) => part !== '')
    const country = attributeOf(address, 'countryDescription')
    return parts.length === 0 ? '' : [...parts, ...(country === '' ? [] : [country])].join(', ')
  })
  return distinct(printed)
}

function birthOf(birth: XmlElement): readonly string[] {
  const day = attributeOf(birth, 'birthdate')
  if (day !== '') return birthDaysIn(day)
  const [from, to] = [attributeOf(birth, 'yearRangeFrom'), attributeOf(birth, 'yearRangeTo')]
  if (from !== '' && to !== '') return yearsBetween(from, to)
  const [month, dayOfMonth] = [attributeOf(birth, 'monthOfYear'), attributeOf(birth, 'dayOfMonth')]
  return partialDay(attributeOf(birth, 'year'), month, dayOfMonth)
}

const KINDS: Readonly<Record<string, string>> = {
  passport: 'passport',
  diplpass: 'passport',
  id: 'nationalId',
  ssn: 'nationalId',
  fiscalcode: 'tax',
  taxid: 'tax',
  regnumber: 'registration',
  tradelic: 'registration',
  imo: 'imo',
  mmsi: 'mmsi',
  swiftbic: 'bic',
  other: 'number',
}

function identifiersOf(entity: XmlElement): ListedParty['identifiers'] {
  const found = childrenNamed(entity, 'identification').map((document) => {
    const code = attributeOf(document, 'identificationTypeCode').toLowerCase()
    const kind = KINDS[code] ?? (code || 'number')
    const number = attributeOf(document, 'number') || attributeOf(document, 'latinNumber')
    return [kind, identifierValue(kind, number)] as const
  })
  return gatherIdentifiers(found)
}

/** The day of designation where it is given; else the first day that any part of the entry names. */
function firstDay(entity: XmlElement, regulations: readonly XmlElement[]): ListedParty['from'] {
  const designated = dayOrNothing(attributeOf(entity, 'designationDate'))
  if (designated !== undefined) return designated
  const summaries = entity.children.flatMap((child) => childrenNamed(child, 'regulationSummary'))
  return [
    ...regulations.map((one) => attributeOf(one, 'entryIntoForceDate')),
    ...summaries.map((one) => attributeOf(one, 'publicationDate')),
  ]
    .map(dayOrNothing)
    .filter((day) => day !== undefined)
    .toSorted()[0]
}

function citationOf(entity: XmlElement, regulations: readonly XmlElement[]): string {
  const titles = regulations.map((one) => attributeOf(one, 'numberTitle'))
  return distinct([...titles, attributeOf(entity, 'euReferenceNumber')]).join('; ')
}

function remarksOf(entity: XmlElement): string {
  const functions = childrenNamed(entity, 'nameAlias').map((one) => attributeOf(one, 'function'))
  return distinct([...functions, ...textsAt(entity, 'remark')]).join('; ')
}
