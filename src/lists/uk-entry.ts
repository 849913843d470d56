import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn } from './birth-text.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayMonthYear } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { rowRule } from './row-rule.ts'

/** How ships are designated since 2026: `IMO 9999999 ('HALCYON')`. */
const NUMBERED_SHIP = /^IMO\s*(\d{7})\s*\(\s*['‘’"]?(.*?)['‘’"]?\s*\)$/u

/** What the formats of the UK Sanctions List say of one designation; the CSV says it row by row. */
export class UkEntry {
  readonly #id: string
  readonly #primary: string[] = []
  readonly #aliases: string[] = []
  readonly #weak: string[] = []
  readonly #addresses: string[] = []
  readonly #countries: string[] = []
  readonly #births: string[] = []
  readonly #identifiers: (readonly [kind: string, value: string])[] = []
  readonly #programmes: string[] = []
  readonly #remarks: string[] = []
  #type = ''
  #reference = ''
  #from: ListedParty['from']

  constructor(id: string) {
    this.#id = id
  }

  /** A name with the kind and strength printed beside it: `ALias`, `Low quality a.k.a`. */
  name(name: string, kind: string, strength: string): void {
    const [, number, ship = ''] = NUMBERED_SHIP.exec(name) ?? []
    if (number !== undefined) {
      this.identifier('imo', number)
      if (ship !== '') this.#aliases.push(ship)
    }
    if (/^primary name$/i.test(kind)) this.#primary.push(name)
    else (/^low/i.test(strength) ? this.#weak : this.#aliases).push(name)
  }

  native(name: string): void {
    this.#aliases.push(name)
  }

  address(parts: readonly string[], country: string): void {
    const printed = [...parts, country].filter((part) => part !== '')
    if (parts.some((part) => part !== '')) this.#addresses.push(printed.join(', '))
    this.#countries.push(country)
  }

  nationality(country: string): void {
    this.#countries.push(country)
  }

  /** `dd/mm/1945` where only the year is known. */
  birth(text: string): void {
    this.#births.push(...birthDaysIn(text))
  }

  identifier(kind: string, value: string): void {
    const number = kind === 'imo' ? (/\d{7}/.exec(value)?.[0] ?? '') : value
    this.#identifiers.push([kind, number])
  }

  programme(regime: string): void {
    this.#programmes.push(regime)
  }

  remark(text: string): void {
    this.#remarks.push(text)
  }

  type(printed: string): void {
    if (printed !== '') this.#type = printed.toLowerCase()
  }

  /** Reference of the United Nations, where the designation implements theirs. */
  reference(text: string): void {
    if (text !== '') this.#reference = text
  }

  designated(text: string): void {
    const day = dayMonthYear(text)
    if (day !== undefined && (this.#from === undefined || day < this.#from)) this.#from = day
  }

  /** Nothing where the designation names nobody. */
  party(): ListedParty | undefined {
    const name = this.#primary[0] ?? this.#aliases[0] ?? this.#weak[0]
    if (name === undefined) return undefined
    const aliases = distinct([...this.#primary, ...this.#aliases], name)
    const remarks = distinct(this.#remarks).join('; ')
    return {
      id: this.#id,
      source: 'uk',
      list: 'uk-sanctions-list',
      schema: this.#schema(),
      name,
      aliases,
      weakAliases: distinct(this.#weak, name).filter((weak) => !aliases.includes(weak)),
      addresses: distinct(this.#addresses),
      countries: printedCountries(this.#countries),
      birthDates: distinct(this.#births),
      identifiers: gatherIdentifiers(this.#identifiers),
      programmes: distinct(this.#programmes),
      ...(remarks === '' ? {} : { remarks }),
      ...(this.#from === undefined ? {} : { from: this.#from }),
      rule: rowRule({ citation: this.#reference }),
    }
  }

  #schema(): ListedParty['schema'] {
    if (this.#type === 'individual') return 'Person'
    if (this.#type === 'ship') return 'Vessel'
    return this.#type === 'entity' ? 'Organization' : 'LegalEntity'
  }
}
