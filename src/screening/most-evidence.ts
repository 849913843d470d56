import { compareBirths } from './births.ts'
import type { PartyEvidence } from './evidence.ts'
import { WEIGHTS } from './weights.ts'

const { evidence: EVIDENCE } = WEIGHTS

/** The most that what is known beside the names can add to them; numbers are searched on their own. */
export function mostEvidence({ birthDates, countries, addresses }: PartyEvidence): number {
  return (
    (birthDates === undefined ? 0 : Math.max(0, EVIDENCE.sameBirthDay, EVIDENCE.sameBirthYear)) +
    (countries === undefined ? 0 : Math.max(0, EVIDENCE.sameCountry)) +
    (addresses === undefined ? 0 : Math.max(0, EVIDENCE.sameAddress))
  )
}

/** Probabilities are told to two decimals, so that a little less than the threshold reaches it. */
const ROUNDED = 0.03
/** What it adds at most that both are of different kinds. */
export const OTHER_KIND: number = Math.min(0, EVIDENCE.otherSchema + ROUNDED)

/**
 * The most that what is known of both can add to the names, but for their kinds; addresses are not compared for it.
 *
 * @param mayBeBranch the name asked for says a place, so that another country may tell nothing
 */
export function mostEvidenceOf(
  { birthDates = [], countries = [], addresses }: PartyEvidence,
  listed: PartyEvidence,
  mayBeBranch: boolean,
): number {
  const birth = compareBirths(birthDates, listed.birthDates ?? [])
  const there = listed.countries ?? []
  const isSameCountry = countries.some((code) => there.includes(code))
  const isOtherCountry = !mayBeBranch && !isSameCountry && countries.length > 0 && there.length > 0
  return (
    (birth === undefined ? 0 : EVIDENCE[birth.relation]) +
    (isSameCountry ? EVIDENCE.sameCountry : isOtherCountry ? EVIDENCE.otherCountry : 0) +
    (addresses === undefined ? 0 : Math.max(0, EVIDENCE.sameAddress))
  )
}
