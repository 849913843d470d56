import type { ListedParty } from '../screening/index.ts'
import { partialDay } from './birth-text.ts'
import { swissName, titlesOf } from './ch-names.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayOrNothing } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { rowRule } from './row-rule.ts'
import {
  attributeOf,
  childrenNamed,
  elementsAt,
  textAt,
  textsAt,
  type XmlElement,
} from './xml-element.ts'

/** A `<target>` of the Swiss list: one individual, entity or object with one or more identities. */
export class ChTarget {
  readonly line: number
  readonly #target: XmlElement
  readonly #subject: XmlElement | undefined

  constructor(target: XmlElement) {
    this.line = target.line
    this.#target = target
    this.#subject = target.children.find(({ name }) =>
      ['individual', 'entity', 'object'].includes(name),
    )
  }

  /** The party, or why the target is bad. */
  party(
    programmes: ReadonlyMap<string, string>,
    places: ReadonlyMap<string, string>,
  ): ListedParty | string {
    const subject = this.#subject
    const id = attributeOf(this.#target, 'ssid')
    if (subject === undefined || id === '') return 'The target has no subject or no number'
    const identities = identitiesOf(subject, this.#target)
    const names = identities.flatMap((one) => elementsAt(one, 'name')).map(swissName)
    const primary = names.find(({ isPrimary, isWeak }) => isPrimary && !isWeak) ?? names[0]
    if (primary === undefined || primary.name === '') return 'The target has no name'
    const [strong, weak] = [false, true].map((isWeak) =>
      distinct(
        names
          .filter((name) => name.isWeak === isWeak)
          .flatMap(({ name, spellings }) => [name, ...spellings]),
        primary.name,
      ),
    )
    const remarks = remarksOf(subject, identities)
    return {
      id,
      source: 'ch',
      list: 'ch-seco',
      schema: schemaOf(subject),
      name: primary.name,
      aliases: strong ?? [],
      weakAliases: weak ?? [],
      addresses: addressesOf(identities, places),
      countries: printedCountries(countryTexts(identities)),
      birthDates: subject.name === 'individual' ? birthsOf(identities) : [],
      identifiers: identifiersOf(subject, identities),
      programmes: programmesOf(this.#target, programmes),
      ...(remarks === '' ? {} : { remarks }),
      ...daysOf(this.#target),
      rule: rowRule({ citation: textAt(this.#target, 'foreign-identifier') }),
    }
  }
}

/** Parts of a place or address on one line. */
export function placeText(place: XmlElement): string {
  return ADDRESS.map((part) => textAt(place, part))
    .filter((part) => part !== '')
    .join(', ')
}

const ADDRESS = [
  'c-o',
  'address-details',
  'p-o-box',
  'zip-code',
  'location',
  'area',
  'country',
] as const

/** The main identity first. */
function identitiesOf(subject: XmlElement, target: XmlElement): readonly XmlElement[] {
  const found = [...childrenNamed(subject, 'identity'), ...childrenNamed(target, 'identity')]
  const isMain = (one: XmlElement): number => (attributeOf(one, 'main') === 'true' ? 0 : 1)
  return found.toSorted((a, b) => isMain(a) - isMain(b))
}

function schemaOf(subject: XmlElement): ListedParty['schema'] {
  if (subject.name === 'individual') return 'Person'
  if (subject.name === 'entity') return 'Organization'
  const type = attributeOf(subject, 'object-type')
  if (type === 'vessel') return 'Vessel'
  return type === 'aircraft' ? 'Aircraft' : 'LegalEntity'
}

function addressesOf(
  identities: readonly XmlElement[],
  places: ReadonlyMap<string, string>,
): readonly string[] {
  const printed = identities
    .flatMap((one) => elementsAt(one, 'address'))
    .map((address) =>
      [placeText(address), places.get(attributeOf(address, 'place-id')) ?? '']
        .filter((part) => part !== '')
        .join(', '),
    )
  return distinct(printed)
}

function countryTexts(identities: readonly XmlElement[]): readonly string[] {
  const countries = identities.flatMap((one) => [
    ...elementsAt(one, 'nationality', 'country'),
    ...elementsAt(one, 'address', 'country'),
  ])
  return countries.map((country) => attributeOf(country, 'iso-code') || country.text)
}

function birthsOf(identities: readonly XmlElement[]): readonly string[] {
  const births = identities
    .flatMap((one) => elementsAt(one, 'day-month-year'))
    .flatMap((birth) =>
      partialDay(
        attributeOf(birth, 'year'),
        attributeOf(birth, 'month'),
        attributeOf(birth, 'day'),
      ),
    )
  return distinct(births)
}

const PRINTED: readonly (readonly [RegExp, string])[] = [
  [/^IMO [Nn]umber ?: ?(?:IMO)? ?(\d{7})/, 'imo'],
  [/^Taxpayer [Ii]dentification [Nn]umber ?: ?([\w-]*\d[\w-]*)/, 'tax'],
  [/^Tax [Rr]egistration [Nn]umber ?: ?([\w-]*\d[\w-]*)/, 'tax'],
  [/[Rr]egistration number ?: ?([\w-]*\d[\w-]*)/, 'registration'],
]

/** Documents of a person, and numbers in the text about a company or a vessel. */
function identifiersOf(
  subject: XmlElement,
  identities: readonly XmlElement[],
): ListedParty['identifiers'] {
  const documents = identities
    .flatMap((one) => elementsAt(one, 'identification-document'))
    .map((document) => {
      const type = attributeOf(document, 'document-type')
      return [
        /passport/.test(type) ? 'passport' : 'nationalId',
        textAt(document, 'number'),
      ] as const
    })
  const printed = textsAt(subject, 'other-information').flatMap((text) => {
    for (const [pattern, kind] of PRINTED) {
      const number = pattern.exec(text)?.[1]
      if (number !== undefined) return [[kind, number] as const]
    }
    return []
  })
  return gatherIdentifiers([...documents, ...printed])
}

function programmesOf(
  target: XmlElement,
  programmes: ReadonlyMap<string, string>,
): readonly string[] {
  const sets = [attributeOf(target, 'sanctions-set-id'), ...textsAt(target, 'sanctions-set-id')]
  return distinct(sets.map((set) => programmes.get(set) ?? ''))
}

/**
 * Listed from the first listing; listed no more where the last listing or removal is a removal. The
 * day of removal itself still counts, and so does a removal and a listing on one day.
 */
function daysOf(target: XmlElement): Pick<ListedParty, 'from' | 'to'> {
  const steps = childrenNamed(target, 'modification')
    .map((step) => ({
      type: attributeOf(step, 'modification-type'),
      day: dayOrNothing(attributeOf(step, 'effective-date')),
    }))
    .flatMap(({ type, day }) => (day === undefined ? [] : [{ type, day }]))
  const listed = steps.filter(({ type }) => type === 'listed').map(({ day }) => day)
  const removed = steps.filter(({ type }) => type === 'de-listed').map(({ day }) => day)
  const from = listed.toSorted()[0]
  const to = removed.toSorted().at(-1)
  const isRemoved = to !== undefined && !listed.some((day) => day >= to)
  return { ...(from === undefined ? {} : { from }), ...(isRemoved ? { to } : {}) }
}

function remarksOf(subject: XmlElement, identities: readonly XmlElement[]): string {
  const titles = identities.flatMap((one) => elementsAt(one, 'name')).flatMap(titlesOf)
  return distinct([
    ...titles,
    ...textsAt(subject, 'justification'),
    ...textsAt(subject, 'other-information'),
  ]).join('; ')
}
