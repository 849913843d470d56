import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn } from './birth-text.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayOrNothing } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { rowRule } from './row-rule.ts'
import { attributeOf, elementsAt, textAt, textsAt, type XmlElement } from './xml-element.ts'

/** An `<ENTITY>` of the schema used until 2017: values in elements, countries in three letters. */
export function readEntity2016(entity: XmlElement): ListedParty {
  const [name = '', ...aliases] = distinct(textsAt(entity, 'NAME', 'WHOLENAME'))
  const from = firstDay(entity)
  const remarks = distinct([
    ...textsAt(entity, 'NAME', 'FUNCTION'),
    attributeOf(entity, 'remark'),
  ]).join('; ')
  return {
    id: attributeOf(entity, 'Id'),
    source: 'eu-fsf',
    list: 'eu-fsf',
    schema: attributeOf(entity, 'Type') === 'P' ? 'Person' : 'Organization',
    name,
    aliases,
    weakAliases: [],
    addresses: addressesOf(entity),
    countries: printedCountries([
      ...textsAt(entity, 'CITIZEN', 'COUNTRY'),
      ...textsAt(entity, 'ADDRESS', 'COUNTRY'),
    ]),
    birthDates: distinct(textsAt(entity, 'BIRTH', 'DATE').flatMap(birthDaysIn)),
    identifiers: identifiersOf(entity),
    programmes: distinct([attributeOf(entity, 'programme')]),
    ...(remarks === '' ? {} : { remarks }),
    ...(from === undefined ? {} : { from }),
    rule: rowRule({ citation: attributeOf(entity, 'legal_basis') }),
  }
}

/** The entry's own day is that of its last change; what it holds may be older. */
function firstDay(entity: XmlElement): ListedParty['from'] {
  return [entity, ...entity.children]
    .map((element) => dayOrNothing(attributeOf(element, 'reg_date')))
    .filter((day) => day !== undefined)
    .toSorted()[0]
}

const ADDRESS = ['NUMBER', 'STREET', 'ZIPCODE', 'CITY'] as const

function addressesOf(entity: XmlElement): readonly string[] {
  const printed = elementsAt(entity, 'ADDRESS').map((address) =>
    ADDRESS.flatMap((part) => textsAt(address, part)).join(', '),
  )
  return distinct(printed)
}

const KINDS: Readonly<Record<string, string>> = {
  passport: 'passport',
  id: 'nationalId',
  ssn: 'nationalId',
  other: 'number',
}

/** `AD001095 (passport-National passport) ((passport))`: the number, then its kind in brackets. */
function identifiersOf(entity: XmlElement): ListedParty['identifiers'] {
  const found = elementsAt(entity, 'PASSPORT').map((passport) => {
    const printed = textAt(passport, 'NUMBER')
    const kind = /\((\w+)-[^)]*\)/.exec(printed)?.[1] ?? 'other'
    const number = printed.replace(/\s*\(.*$/s, '').trim()
    return [KINDS[kind] ?? kind, /\d/.test(number) ? number : ''] as const
  })
  return gatherIdentifiers(found)
}
