import { addressLikeness, addressWords, isSamePlace, placeWords } from './addresses.ts'
import { compareBirths } from './births.ts'
import { isChecked, isUniqueNumber, plainNumber } from './identifiers.ts'
import { WEIGHTS } from './weights.ts'

/** What is known of a party beside its names, on either side of a comparison. */
export interface PartyEvidence {
  readonly schema?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[] | undefined
  readonly birthDates?: readonly string[] | undefined
  /** As printed. */
  readonly birthPlaces?: readonly string[] | undefined
  readonly addresses?: readonly string[] | undefined
  readonly identifiers?: Readonly<Record<string, readonly string[]>> | undefined
}

/** What can speak for or against beside names. */
export type IndicationKind = keyof typeof WEIGHTS.evidence

/** One thing that speaks for or against, as log-odds, and in words. */
export interface Indication {
  readonly kind: IndicationKind
  readonly logOdds: number
  readonly words: string
  readonly isSameNumber?: true
  /** Something else tells why it is so, and it counts nothing. */
  readonly isExplained?: true
}

const LOG_ODDS: Readonly<Record<IndicationKind, number>> = WEIGHTS.evidence
const NOTHING: readonly string[] = []

/** @param isBranch the one asked for is named after the listed one and a place, so that another country tells nothing */
export function weighEvidence(
  asked: PartyEvidence,
  listed: PartyEvidence,
  isBranch = false,
): readonly Indication[] {
  const found = numbers(asked, listed)
  const add = (indication: Indication | undefined): void => {
    if (indication !== undefined) found.push(indication)
  }
  add(schemas(asked, listed))
  add(births(asked, listed))
  add(birthPlaces(asked.birthPlaces ?? NOTHING, listed.birthPlaces ?? NOTHING))
  add(countries(asked.countries ?? NOTHING, listed.countries ?? NOTHING, isBranch))
  add(addresses(asked.addresses ?? NOTHING, listed.addresses ?? NOTHING))
  return found
}

function indication(kind: IndicationKind, words: string): Indication {
  const logOdds = LOG_ODDS[kind]
  return { kind, logOdds, words: `${logOdds > 0 ? 'for' : 'against'}: ${words}` }
}

function numbers(asked: PartyEvidence, listed: PartyEvidence): Indication[] {
  const found: Indication[] = []
  for (const [kind, values] of Object.entries(asked.identifiers ?? {})) {
    const printed = listed.identifiers?.[kind] ?? NOTHING
    if (printed.length === 0) continue
    const others = printed.map(plainNumber)
    const same = values.find((value) => others.includes(plainNumber(value)))
    if (same !== undefined) {
      const said = isChecked(kind, same) ? 'sameCheckedNumber' : 'sameNumber'
      found.push({ ...indication(said, `the same ${kind} ${same}`), isSameNumber: true })
    } else if (isUniqueNumber(kind) && values.length > 0) {
      found.push(indication('otherUniqueNumber', `another ${kind} (${printed.join(', ')})`))
    }
  }
  return found
}

function schemas(asked: PartyEvidence, listed: PartyEvidence): Indication | undefined {
  const [left, right] = [classOf(asked.schema), classOf(listed.schema)]
  if (left === undefined || right === undefined || left === right) return undefined
  return indication('otherSchema', `the listed one is a ${right}`)
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

function births(asked: PartyEvidence, listed: PartyEvidence): Indication | undefined {
  const found = compareBirths(asked.birthDates ?? NOTHING, listed.birthDates ?? NOTHING)
  return found === undefined ? undefined : indication(found.relation, found.words)
}

function countries(
  asked: readonly string[],
  listed: readonly string[],
  isBranch: boolean,
): Indication | undefined {
  if (asked.length === 0 || listed.length === 0) return undefined
  const same = asked.filter((code) => listed.includes(code))
  if (same.length > 0) return indication('sameCountry', `the same country (${same.join(', ')})`)
  const only = `listed with ${listed.join(', ')} only`
  if (!isBranch) return indication('otherCountry', only)
  const words = `neither for nor against: ${only}, for the name asked for says a place`
  return { kind: 'otherCountry', logOdds: 0, words, isExplained: true }
}

/** A town or village; a country alone is what {@link countries} says. */
function birthPlaces(asked: readonly string[], listed: readonly string[]): Indication | undefined {
  const places = asked.map(placeWords)
  const same = listed.find((printed) => {
    const other = placeWords(printed)
    return places.some((one) => isSamePlace(one, other))
  })
  return same === undefined
    ? undefined
    : indication('sameBirthPlace', `born in the same place (${same})`)
}

const LEAST_ADDRESS = 0.7

function addresses(asked: readonly string[], listed: readonly string[]): Indication | undefined {
  if (asked.length === 0 || listed.length === 0) return undefined
  const words = asked.map(addressWords)
  const same = listed.find((address) => {
    const other = addressWords(address)
    return words.some((one) => addressLikeness(one, other) >= LEAST_ADDRESS)
  })
  return same === undefined
    ? undefined
    : indication('sameAddress', `the same address (${same.slice(0, 80)})`)
}
