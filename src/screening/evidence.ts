import { plainLetters } from './transliterate.ts'

/** What is known of a party beside its names, on either side of a comparison. */
export interface PartyEvidence {
  readonly schema?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[] | undefined
  readonly birthDates?: readonly string[] | undefined
  readonly addresses?: readonly string[] | undefined
  readonly identifiers?: Readonly<Record<string, readonly string[]>> | undefined
}

/** One thing that speaks for or against, as log-odds, and in words. */
export interface Indication {
  readonly logOdds: number
  readonly words: string
  readonly isSameNumber?: true
}

/** Log-odds of the evidence beside names. Agreement on a number that few share outweighs a name. */
const LOG_ODDS = {
  sameNumber: 7,
  otherUniqueNumber: -5,
  otherSchema: -4,
  sameBirthDay: 2.5,
  sameBirthYear: 1.2,
  birthDaySwapped: 1.2,
  otherBirthDay: -1,
  birthYearNear: -1,
  otherBirthYear: -2.5,
  farBirthYear: -4,
  sameCountry: 0.5,
  otherCountry: -0.8,
  sameAddress: 1.5,
} as const

export function weighEvidence(asked: PartyEvidence, listed: PartyEvidence): readonly Indication[] {
  return [
    ...numbers(asked, listed),
    schemas(asked, listed),
    births(asked.birthDates ?? [], listed.birthDates ?? []),
    countries(asked.countries ?? [], listed.countries ?? []),
    addresses(asked.addresses ?? [], listed.addresses ?? []),
  ].filter((indication) => indication !== undefined)
}

/** Numbers of which a party has one at a time, so that another number is another party. */
const UNIQUE = new Set(['imo', 'lei', 'tailNumber'])

function numbers(asked: PartyEvidence, listed: PartyEvidence): readonly Indication[] {
  return Object.entries(asked.identifiers ?? {}).flatMap(([kind, values]): Indication[] => {
    const others = (listed.identifiers?.[kind] ?? []).map(plainNumber)
    if (others.length === 0) return []
    const same = values.find((value) => others.includes(plainNumber(value)))
    if (same !== undefined) {
      const words = `for: the same ${kind} ${same}`
      return [{ logOdds: LOG_ODDS.sameNumber, words, isSameNumber: true }]
    }
    if (!UNIQUE.has(kind)) return []
    const words = `against: another ${kind} (${listed.identifiers?.[kind]?.join(', ')})`
    return [{ logOdds: LOG_ODDS.otherUniqueNumber, words }]
  })
}

export function plainNumber(value: string): string {
  return value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

function schemas(asked: PartyEvidence, listed: PartyEvidence): Indication | undefined {
  const [left, right] = [classOf(asked.schema), classOf(listed.schema)]
  if (left === undefined || right === undefined || left === right) return undefined
  return { logOdds: LOG_ODDS.otherSchema, words: `against: the listed one is a ${right}` }
}

/** A `LegalEntity` may be a person or an organisation, so it contradicts neither. */
function classOf(schema: string | undefined): string | undefined {
  switch (schema) {
    case 'Person':
      return 'person'
    case 'Organization':
    case 'Company':
      return 'company'
    case 'Vessel':
      return 'vessel'
    case 'Aircraft':
      return 'aircraft'
    default:
      return undefined
  }
}

function births(asked: readonly string[], listed: readonly string[]): Indication | undefined {
  const [left, right] = [asked.filter(hasYear), listed.filter(hasYear)]
  if (left.length === 0 || right.length === 0) return undefined
  const best = left
    .flatMap((a) => right.map((b) => compareBirths(a, b)))
    .toSorted((a, b) => LOG_ODDS[b] - LOG_ODDS[a])[0]
  if (best === undefined) return undefined
  const logOdds = LOG_ODDS[best]
  const printed = right.slice(0, 3).join(', ')
  return { logOdds, words: `${logOdds > 0 ? 'for' : 'against'}: ${BIRTHS[best]} (${printed})` }
}

const BIRTHS = {
  sameBirthDay: 'born on the same day',
  sameBirthYear: 'born in the same year',
  birthDaySwapped: 'born on the same day, if day and month are swapped',
  otherBirthDay: 'born in the same year, on another day',
  birthYearNear: 'born a year apart',
  otherBirthYear: 'born in another year',
  farBirthYear: 'born many years apart',
} as const

function hasYear(date: string): boolean {
  return /^\d{4}/.test(date)
}

function compareBirths(left: string, right: string): keyof typeof BIRTHS {
  const apart = Math.abs(Number(left.slice(0, 4)) - Number(right.slice(0, 4)))
  if (apart > 5) return 'farBirthYear'
  if (apart > 1) return 'otherBirthYear'
  if (apart === 1) return 'birthYearNear'
  if (left.length < 10 || right.length < 10) return 'sameBirthYear'
  if (left === right) return 'sameBirthDay'
  const swapped = `${right.slice(0, 4)}-${right.slice(8, 10)}-${right.slice(5, 7)}`
  return left === swapped ? 'birthDaySwapped' : 'otherBirthDay'
}

function countries(asked: readonly string[], listed: readonly string[]): Indication | undefined {
  if (asked.length === 0 || listed.length === 0) return undefined
  const same = asked.filter((code) => listed.includes(code))
  return same.length > 0
    ? { logOdds: LOG_ODDS.sameCountry, words: `for: the same country (${same.join(', ')})` }
    : { logOdds: LOG_ODDS.otherCountry, words: `against: listed with ${listed.join(', ')} only` }
}

function addresses(asked: readonly string[], listed: readonly string[]): Indication | undefined {
  const same = listed.find((address) =>
    asked.some((other) => addressLikeness(other, address) >= 0.7),
  )
  if (same === undefined) return undefined
  return { logOdds: LOG_ODDS.sameAddress, words: `for: the same address (${same.slice(0, 80)})` }
}

/** Share of the words of the shorter address that stand in the other; numbers must agree. */
export function addressLikeness(left: string, right: string): number {
  const [a, b] = [addressWords(left), addressWords(right)]
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  const digits = [...short].filter((word) => /\d/.test(word))
  if (short.size < 3 || digits.length === 0 || digits.some((word) => !long.has(word))) return 0
  return [...short].filter((word) => long.has(word)).length / short.size
}

function addressWords(address: string): ReadonlySet<string> {
  const words = plainLetters(address.slice(0, 400)).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 || /\d/.test(word)))
}
